// A page without a browser, in which the feed script runs as it is: a virtual clock, timers, requests, and elements that
// draw as www/element.js and the bundles do. Nothing here waits.
const settleAll = setImmediate;
/** Waits until all promises that can go on have gone on. */
export const settle = () => new Promise((done) => settleAll(done));

/** The clock of the page, in milliseconds, and how far the reader set it forward or back. */
export const clock = { now: 0, skew: 0 };
let timers = new Map();
let nextTimer = 1;

Date.now = () => clock.now + clock.skew;
globalThis.setTimeout = (run, delay = 0, ...values) => {
  // Browsers keep the delay as a signed number of 32 bits.
  timers.set(nextTimer, { at: clock.now + Math.max(0, delay | 0), run: () => run(...values) });
  return nextTimer++;
};
globalThis.clearTimeout = (id) => void timers.delete(id);

/** Runs everything until then, in the order of time. */
export async function runUntil(end) {
  await settle();
  for (;;) {
    let [first, soonest] = [undefined, end];
    for (const [id, { at }] of timers) if (at < soonest || (at == soonest && first == null)) [first, soonest] = [id, at];
    clock.now = Math.max(clock.now, soonest);
    if (first == null) return settle();
    const { run } = timers.get(first);
    timers.delete(first);
    run();
    await settle();
  }
}

/** Random numbers from 0 to 1, the same ones for the same seed. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const listeners = new EventTarget();
globalThis.addEventListener = (...listener) => listeners.addEventListener(...listener);
globalThis.document = Object.assign(new EventTarget(), { hidden: false, baseURI: "https://news.example/night/" });
const network = { onLine: true };
Object.defineProperty(globalThis, "navigator", { value: network, configurable: true });

export function hide(hidden) {
  document.hidden = hidden;
  document.dispatchEvent(new Event("visibilitychange"));
}

export function connect(onLine) {
  network.onLine = onLine;
  if (onLine) listeners.dispatchEvent(new Event("online"));
}

const observed = new Map();
globalThis.IntersectionObserver = class {
  constructor(callback) {
    this.callback = callback;
  }
  observe(target) {
    observed.set(target, this.callback);
    queueMicrotask(() => observed.get(target)?.([{ target, isIntersecting: target.inView }]));
  }
  unobserve(target) {
    observed.delete(target);
  }
};

/** Scrolls an element into view, or away. */
export function scroll(element, isIntersecting) {
  element.inView = isIntersecting;
  observed.get(element)?.([{ target: element, isIntersecting }]);
}

/** What was written to the console. */
export const said = [];
console.warn = console.info = (text) => void said.push(text);

/** A page: its requests, and the answer to each. `answer(url, signal)` returns a response or throws. */
export function openPage(answer) {
  timers = new Map();
  clock.skew = 0;
  said.length = 0;
  hide(false);
  connect(true);
  const page = { responses: new Map(), requests: [], elements: [] };
  globalThis.fetch = async (url, { signal, cache } = {}) => {
    page.requests.push({ url, at: clock.now, cache });
    page.onRequest?.(url, cache);
    return answer(url, signal);
  };
  return page;
}

/** An answer that never comes, until the request is given up. */
export const never = (signal) =>
  new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError"))));

export const json = (value, headers) => new Response(typeof value == "string" ? value : JSON.stringify(value), { headers });

const { watch } = await import("../../www/election-widgets-feed.js");
const { parse } = await import("../../www/json.js");
const { documentOf } = await import("../../www/documents.js");
const { fetchText } = await import("../../www/requests.js");

/**
 * An element that draws as the real one does. `page.onDraw(element, text)` hears of each picture; `onShow` is what
 * `figuresOf` makes of it.
 */
export class FakeElement extends EventTarget {
  isConnected = true;
  inView = true;
  drawn = [];
  errors = [];
  shadowRoot = { querySelector: (selector) => (selector == ".ew-notice" && this.notice ? {} : null) };
  #attributes = new Map();

  constructor(page, attributes, { prerendered, isGood = () => true, figuresOf } = {}) {
    super();
    Object.assign(this, { page, isGood, figuresOf });
    this.addEventListener("widget-error", ({ detail }) => this.errors.push(detail));
    this.state = { renderId: 0, reschedule: () => this.requestRender() };
    for (const [name, value] of Object.entries(attributes)) this.#attributes.set(name, value);
    if (prerendered != null) {
      this.state.text = this.state.paintedText = prerendered;
      this.#draw(prerendered);
    } else this.requestRender();
    page.elements.push(this);
    this.follow();
  }

  get data() {
    return this.state.data;
  }
  set data(data) {
    this.state.data = data;
    this.requestRender();
  }
  get shown() {
    return this.drawn.at(-1);
  }
  hasAttribute = (name) => this.#attributes.has(name);
  getAttribute = (name) => this.#attributes.get(name) ?? null;
  removeAttribute(name) {
    this.#attributes.delete(name);
    this.requestRender();
  }
  setAttribute(name, value) {
    if (name == "src") {
      if (this.getAttribute("src") == value) this.state.refetch = true;
      this.state.text = undefined;
    }
    this.#attributes.set(name, value);
    this.requestRender();
  }
  remove() {
    this.isConnected = false;
    observed.get(this)?.([{ target: this, isIntersecting: false }]);
    this.state.renderId++;
    this.state.follow?.();
  }
  follow() {
    if (this.state.follow) this.state.follow();
    else if (this.hasAttribute("refresh")) Promise.resolve().then(() => watch(this, this.state, this.page));
  }
  requestRender() {
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      if (this.isConnected) this.#render();
    });
  }

  async #render() {
    const { state } = this;
    const renderId = ++state.renderId;
    this.follow();
    const url = new URL(this.getAttribute("src"), document.baseURI).href;
    if (state.data == null && state.text == null && state.refetch) this.page.responses.delete(url);
    state.refetch = false;
    let text;
    try {
      if (state.data == null && state.feedError) throw state.feedError;
      const isOwn = state.data == null && state.text == null;
      text = state.data ?? state.text ?? (await documentOf(this.page, this, "results-chart", await fetchText(this.page.responses, url)));
      if (isOwn && renderId == state.renderId) text = state.text ??= text;
      parse(text);
      if (!this.isGood(text)) throw new Error("not a document");
    } catch (error) {
      if (renderId != state.renderId) return;
      this.notice = error.message;
      return this.#fire("widget-error", { path: "", message: error.message });
    }
    if (renderId != state.renderId) return;
    this.notice = undefined;
    state.handle = {};
    this.#draw(text);
    this.#fire("widget-update", {});
  }

  #draw(text) {
    this.drawn.push(text);
    this.onShow = this.figuresOf?.(text);
    this.page.onDraw?.(this, text);
  }

  #fire = (type, detail) => this.dispatchEvent(new CustomEvent(type, { detail }));
}

// The element script: defines <results-chart> and its like. A widget that comes into view is sketched: its first
// picture is drawn, and no more. The embed comes when a reader touches it; so it does where the page carries the picture.

// Each widget's name, and that of its own embed.
const WIDGETS = { "results-chart": "results", "observer-map": "observers", "alliance-grid": "alliances" };
const TAGS = Object.keys(WIDGETS);
// What a reader does to a prerendered widget that wakes it; a screen reader may move a slider without pointer or key.
const TOUCHES = "keydown pointerover pointerdown click input focusin".split(" ");

export const MOST_CHARACTERS = 5e6;
export const at = (path) => new URL(path, import.meta.url).href;
let settings;

/** Where the wasm of all widgets is, and its digest: call it before the first widget is in view. */
export function configure({ wasmUrl, integrity }) {
  settings = { wasmUrl: wasmUrl && new URL(wasmUrl, document.baseURI).href, integrity };
}

// One request an address, however many widgets ask for it. Whoever reads the answer hears of its failure.
export const asked = new Map();
export function ask(url, options) {
  let answer = asked.get(url);
  if (!answer) {
    asked.set(url, (answer = fetch(url, options)));
    answer.catch(() => asked.delete(url));
  }
  return answer;
}

/** Where an element's data is. */
export const address = (element) => new URL(element.getAttribute("src"), document.baseURI).href;
/** The script in an element that holds its data. */
export const inline = (element) => element.querySelector(':scope > script[type="application/json"]');

const LANGUAGES = ["en", "ru"];
/** The language of an element's reader, of those that have words. */
export function languageOf(element) {
  const [language] = (element.closest("[lang]")?.lang ?? "").toLowerCase().split("-");
  return LANGUAGES.includes(language) ? language : "en";
}

// The kinds of widgets on the page. One kind alone has an embed of its own, several share the one of all.
const kinds = new Set();
const tagOf = ({ localName }) => TAGS.find((tag) => localName.endsWith(tag));
const embedOf = (tag) => (kinds.size < 2 && !settings && WIDGETS[tag]) || "embed";
const styleOf = (embed) => `election-widgets${embed == "embed" ? "" : `-${embed}`}.css`;
const wasmOf = (embed) => settings?.wasmUrl ?? at(`election-widgets-${embed}_bg.wasm`);

// All that drawing takes, asked for at once.
const loaded = {};
const load = (embed) =>
  (loaded[embed] ??= Promise.all([
    import("./election-widgets-interactive.js"),
    import(`./election-widgets-${embed}.js`),
    ask(wasmOf(embed), { integrity: settings?.integrity ?? "" }),
  ]).then(([run, glue, wasm]) => run.start(glue, wasm, at(styleOf(embed)))));

// What a first picture takes, asked for at once; last what is large, so that nothing waits behind it.
const sketch = (embed, ...asked) => {
  loaded.sketch ??= import("./election-widgets-first-paint.js");
  const files = [styleOf(embed), `locale/${languageOf(asked[0])}-${embed}.txt`, `election-widgets-sketch-${embed}.wasm`].map((path) => ask(at(path)));
  return loaded.sketch.then(({ draw }) => draw(...files, ...asked));
};

// The elements that wait to come near the window, each with what to do then; not a method, which
// pages could call. Paper has no window: all of them are due when the page is printed.
const waiting = new Map();
const MARGIN = 400;
const seen = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.();
  },
  { rootMargin: `${MARGIN}px` },
);
// The observer tells with the window's next picture, which would come without the widget. Only it knows whether a
// frame is itself in view.
function isNear(element) {
  if (self != top || !element.getClientRects().length) return false;
  const { top: start, bottom } = element.getBoundingClientRect();
  return bottom > -MARGIN && start < innerHeight + MARGIN;
}
addEventListener("beforeprint", () => waiting.forEach((due) => due()));

// Widgets that the page's address speaks of (`hash`), each with what to do when it changes.
const addressed = new Map();
addEventListener("hashchange", () => addressed.forEach((changed) => changed()));

let told;

class Widget extends HTMLElement {
  static observedAttributes = "src lang theme hash refresh count unit order fold as-of view select organisation find".split(" ");
  // What is known of this widget, for it and for the scripts that draw it: `data` of the page's and whether it is
  // `drawn`, the `text` that its `src` gave last, the text of a picture that the page carries or that was sketched
  // (`carried`), whether the page was `told` of that, the picture's `handle` and what the page `said` of how to draw it, the
  // `turn` of drawing.
  #job = { turn: 0, touches: [] };
  #planned = false;
  #due = false;
  #asleep = false;

  get data() {
    return this.#job.data;
  }

  set data(data) {
    Object.assign(this.#job, { data, drawn: false });
    this.#wake();
  }

  connectedCallback() {
    kinds.add(tagOf(this));
    // Data that the page set before the element was defined hides the property.
    const own = Object.hasOwn(this, "data");
    const { data } = this;
    if (own) delete this.data;
    this.#sleep();
    if (own) this.data = data;
    waiting.set(this, () => this.#seen());
    seen.observe(this);
    // What is asleep has its picture: asking where it is would hold back the page's first one.
    if (!this.#asleep) queueMicrotask(() => isNear(this) && waiting.get(this)?.());
    if (this.hasAttribute("hash")) {
      addressed.set(this, () => {
        if (!this.#asleep || this.#named) this.#wake();
      });
    }
    this.#plan();
  }

  // Whether the page's address says something of this widget.
  get #named() {
    return this.hasAttribute("hash") && location.hash.includes(`${this.getAttribute("hash")}.`);
  }

  // A picture that the page carries, or that was sketched, is left as it is until something wakes it.
  #sleep() {
    if (this.#job.handle || !this.shadowRoot?.querySelector("[data-stamp]")) return;
    this.#asleep = true;
    const { textContent } = this.shadowRoot.querySelector("script") ?? {};
    this.#job.carried ??= this.#job.text = textContent;
    for (const touch of TOUCHES) this.addEventListener(touch, this.#touched, { capture: true, passive: true });
  }

  #touched = (event) => {
    if (this.#job.handle) return; // It is awake: this is what it was told again.
    if (event.isTrusted) this.#job.touches.push([event, event.composedPath()[0]]);
    this.#wake();
  };

  #seen() {
    this.#ignore();
    if (this.hasAttribute("refresh")) this.#feed();
    if (!this.#asleep || this.#named) this.#wake(true);
  }

  #feed() {
    import("./election-widgets-feed.js").then(
      ({ watch }) => watch(this, this.#job, () => this.#wake()),
      (error) => this.#fail(error),
    );
  }

  // Only a picture of the page's own can be woken before the widget was in view.
  #wake(due = this.#asleep) {
    this.#due ||= due;
    this.#plan();
  }

  #ignore() {
    seen.unobserve(this);
    waiting.delete(this);
  }

  disconnectedCallback() {
    this.#ignore();
    queueMicrotask(() => {
      if (this.isConnected) return; // moved
      addressed.delete(this);
      this.#job.turn++;
      this.#job.handle?.free();
      this.#job.handle = undefined;
    });
  }

  attributeChangedCallback(name, old, now) {
    if (name == "src") {
      if (old == now) this.#job.again = true;
      this.#job.text = undefined;
    }
    this.#wake();
  }

  // One run a burst of changes.
  #plan() {
    if (this.#planned || !this.#due || !this.isConnected) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      if (this.isConnected) this.#run();
    });
  }

  #ask(job) {
    if (job.data != null || job.text != null || !this.hasAttribute("src")) return;
    if (job.again) asked.delete(address(this));
    job.again = false;
    // Read at once: a browser gives up an answer that nobody reads.
    const early = (answer) => (answer.headers.get("content-length") > MOST_CHARACTERS ? undefined : answer.text());
    ask(address(this)).then((answer) => (answer.early ??= early(answer))?.catch(() => {}), () => {});
  }

  async #run() {
    const job = this.#job;
    const turn = ++job.turn;
    const isCurrent = () => turn == job.turn && this.isConnected;
    const tag = tagOf(this);
    const again = () => this.#plan();
    try {
      this.#ask(job);
    } catch {
      // The script that draws says what is wrong with the address.
    }
    try {
      job.embed ??= embedOf(tag);
      // What a sketch can't draw the embed does, or says what is wrong with it.
      if (!job.handle && !this.#asleep && !this.#named && !settings && (await sketch(job.embed, this, tag, job, isCurrent, again).catch(() => {}))) {
        return this.#sleep();
      }
      const draw = await load(job.embed);
      await draw(this, tag, job, isCurrent, again);
      if (job.handle) this.#awake();
    } catch (error) {
      if (turn == job.turn) this.#fail(error);
    }
  }

  #awake() {
    this.#asleep = false;
    for (const touch of TOUCHES) this.removeEventListener(touch, this.#touched, true);
  }

  // The embed can't run here: what the page holds for that stays on show, without what would do nothing.
  #fail(error) {
    const message = `the widgets can't run here: ${error.message}`;
    if (!told) console.error(`election-widgets: ${message}`);
    told = true;
    this.shadowRoot?.querySelector("[data-stamp]")?.setAttribute("data-still", "");
    this.#awake();
    // Each widget tells once, whatever asks for it again.
    if (this.#job.refused) return;
    this.#job.refused = true;
    this.dispatchEvent(
      new CustomEvent("widget-error", { bubbles: true, composed: true, detail: { path: wasmOf(this.#job.embed), message } }),
    );
  }
}

/** Defines the elements, each name after `prefix`. */
export function define({ prefix = "" } = {}) {
  for (const tag of TAGS) {
    if (!customElements.get(prefix + tag)) customElements.define(prefix + tag, class extends Widget {});
  }
}

/** Puts a widget at the end of `target`; `options` are its attributes. */
export function mount(target, tag, data, options = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) element.setAttribute(name, value);
  element.data = data;
  (typeof target == "string" ? document.querySelector(target) : target).append(element);
  return {
    element,
    update: (data) => void (element.data = data),
    destroy: () => element.remove(),
  };
}

/** What is wrong with a document: `{errors: [{path, message}], warnings: [{path, message}]}`. */
export async function validate(tag, data) {
  return (await load(embedOf(tag))).validate(tag, data);
}

define();

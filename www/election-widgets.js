// The element script: defines <results-chart> and its like, fetches what it names and hands it to the embed,
// which is loaded once a page, when the first widget comes into view.

const TAGS = ["results-chart", "observer-map", "alliance-grid"];
const ATTRIBUTES = [
  ...["src", "lang", "theme", "hash", "count", "unit", "order", "fold", "as-of", "view"],
  ...["select", "organisation", "find"],
];
const LANGUAGES = ["ru"]; // English is in the wasm.
const MOST_CHARACTERS = 5e6;

const at = (path) => new URL(path, import.meta.url).href;
const settings = { wasmUrl: at("election-widgets-embed_bg.wasm") };

/** Where the wasm is, and its digest: call it before the first widget is in view. */
export function configure({ wasmUrl, integrity }) {
  if (wasmUrl) settings.wasmUrl = new URL(wasmUrl, document.baseURI).href;
  settings.integrity = integrity;
}

// One request an address, however many widgets ask for it.
const texts = new Map();
function text(url) {
  if (!texts.has(url)) texts.set(url, request(url).catch((error) => (texts.delete(url), Promise.reject(error))));
  return texts.get(url);
}

async function request(url) {
  const response = await fetch(url).catch(() => {
    throw new Error("no answer (offline, blocked or a wrong address)");
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  if (response.headers.get("content-length") > MOST_CHARACTERS) {
    response.body?.cancel();
    throw tooLong(response.headers.get("content-length"));
  }
  return response.text();
}

const tooLong = (length) =>
  new RangeError(`expected at most ${MOST_CHARACTERS / 1e6} MB of JSON, found ${(length / 1e6).toFixed(1)} MB`);

function parse(json) {
  if (json.length > MOST_CHARACTERS) throw tooLong(json.length);
  if (/^\s*</.test(json)) throw new SyntaxError("expected JSON, found HTML");
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new SyntaxError(json.trim() ? `not JSON: ${error.message}` : "expected JSON, found nothing");
  }
}

// An object of the page is copied, so that none of its getters runs inside the embed.
function plain(data) {
  const json = typeof data == "string" ? data : JSON.stringify(data);
  if (json === undefined) throw new TypeError("expected JSON, found a value that JSON does not hold");
  return parse(json);
}

let embed;
let told = false;
function load() {
  embed ??= Promise.all([
    import("./election-widgets-embed.js"),
    fetch(settings.wasmUrl, settings.integrity ? { integrity: settings.integrity } : {}),
    text(at("election-widgets.css")).then((css) => new CSSStyleSheet().replace(css)),
  ]).then(async ([glue, wasm, sheet]) => {
    if (!wasm.ok) throw new Error(`HTTP ${wasm.status}`);
    await glue.default({ module_or_path: wasm });
    return { glue, sheet };
  });
  return embed;
}

// The elements that wait to come near the window, each with what to do then; not a method, which
// pages could call. Paper has no window: all of them are due when the page is printed.
const waiting = new Map();
const seen = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.();
  },
  { rootMargin: "400px" },
);
addEventListener("beforeprint", () => waiting.forEach((wake) => wake()));

// Widgets that the page's address speaks of (`hash`), each with what to do when it changes.
const addressed = new Map();
addEventListener("hashchange", () => addressed.forEach((plan) => plan()));

class Widget extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  #data;
  #handle;
  #planned = false;
  #visible = false;
  #again = false;
  #turn = 0;

  get data() {
    return this.#data;
  }

  set data(data) {
    this.#data = data;
    this.#plan();
  }

  connectedCallback() {
    // Data that the page set before the element was defined hides the property.
    if (Object.hasOwn(this, "data")) {
      const { data } = this;
      delete this.data;
      this.data = data;
    }
    waiting.set(this, () => {
      this.#ignore();
      this.#visible = true;
      this.#plan();
    });
    seen.observe(this);
    if (this.hasAttribute("hash")) addressed.set(this, () => this.#plan());
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
      this.#turn++;
      this.#handle?.free();
      this.#handle = undefined;
    });
  }

  attributeChangedCallback(name, old, now) {
    if (name == "src" && old == now) this.#again = true;
    this.#plan();
  }

  #fetch(src) {
    const url = new URL(src, document.baseURI).href;
    if (this.#again) texts.delete(url);
    this.#again = false;
    return text(url);
  }

  get #language() {
    const lang = this.getAttribute("lang") ?? this.closest("[lang]")?.getAttribute("lang") ?? "";
    return lang.toLowerCase().split("-")[0];
  }

  // One run a burst of changes.
  #plan() {
    if (this.#planned || !this.#visible || !this.isConnected) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      if (this.isConnected) this.#run();
    });
  }

  async #run() {
    const turn = ++this.#turn;
    // Settled from the start: the embed may take longer than the data takes to fail.
    const data = this.#read()?.then(
      (tree) => ({ tree }),
      (error) => ({ error }),
    );
    if (!data) return;
    const language = this.#language;
    const words = LANGUAGES.includes(language) ? text(at(`locale/${language}.txt`)).catch(() => {}) : undefined;
    let loaded;
    try {
      loaded = await load();
    } catch (error) {
      return this.#fallBack(turn, error);
    }
    const [{ tree, error }, file] = await Promise.all([data, words]);
    const [place, area] = (await this.#area(tree)) ?? [];
    if (turn != this.#turn || !this.isConnected) return;
    this.#handle ??= new loaded.glue.Handle(
      TAGS.find((tag) => this.localName.endsWith(tag)),
      this,
      () => this.#root(loaded.sheet),
    );
    this.#handle.configure((name) => this.getAttribute(name), file);
    if (error) this.#handle.fail(error.came, error.place, error.message);
    else this.#handle.show(tree, area, place ?? "");
  }

  // The file that a document names beside itself: where it is, and what it holds or why it did not
  // come.
  async #area(tree) {
    const area = tree?.area;
    const own = typeof area == "string";
    if (!own && typeof area?.url != "string") return;
    const url = own ? at(`geo/${encodeURIComponent(area)}.json`) : new URL(area.url, document.baseURI).href;
    return [url, await text(url).then(parse).catch((error) => error.message)];
  }

  // The tree to show, from the property, the address or the inline script; nothing where the page
  // has not said yet.
  #read() {
    const inline = this.querySelector(':scope > script[type="application/json"]');
    if (this.#data != null) return attempt("", () => plain(this.#data));
    if (this.hasAttribute("src")) {
      const src = this.getAttribute("src");
      return attempt(src, () => this.#fetch(src), false).then((json) => attempt(src, () => parse(json)));
    }
    if (inline) return attempt("", () => parse(inline.textContent));
    if (document.readyState == "loading") addEventListener("DOMContentLoaded", () => this.#plan(), { once: true });
  }

  #root(sheet) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    return root;
  }

  // The embed can't run here: what the page holds for that stays on show.
  #fallBack(turn, error) {
    if (turn != this.#turn) return;
    const message = `the widgets can't run here: ${error.message}`;
    if (!told) console.error(`election-widgets: ${message}`);
    told = true;
    this.dispatchEvent(
      new CustomEvent("widget-error", { bubbles: true, composed: true, detail: { path: settings.wasmUrl, message } }),
    );
  }
}

// Runs `make`; what it throws says where, and whether anything came at all.
async function attempt(place, make, came = true) {
  try {
    return await make();
  } catch (error) {
    throw Object.assign(error, { place, came: came || error instanceof RangeError });
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
  const { glue } = await load();
  try {
    return glue.validate(tag, plain(data));
  } catch (error) {
    if (!TAGS.includes(tag)) throw error;
    return { errors: [{ path: "", message: error.message }], warnings: [] };
  }
}

define();

// What it takes to draw a widget: the embed, the texts that a page names, what is wrong with them. The element script
// imports it when the first widget is due.

import { MOST_CHARACTERS, address, ask, at, forget } from "./election-widgets.js";

const LANGUAGES = ["ru"]; // English is in the wasm.

// The texts at addresses. One that did not come is asked for again by whoever comes next.
const texts = new Map();
function text(url) {
  const answer = ask(url);
  if (texts.get(url)?.answer != answer) {
    const read = answered(answer);
    read.catch(() => forget(url));
    texts.set(url, { answer, read });
  }
  return texts.get(url).read;
}

/** The text of an answer; an error in words where there is none. */
export async function answered(answer) {
  const response = await answer.catch(() => {
    throw new Error("no answer (offline, blocked or a wrong address)");
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  if (response.headers.get("content-length") > MOST_CHARACTERS) {
    response.body?.cancel();
    throw tooLong(response.headers.get("content-length"));
  }
  return response.early ?? response.text();
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

// Runs `make`; what it throws says where, and whether anything came at all.
async function attempt(place, make, came = true) {
  try {
    return await make();
  } catch (error) {
    throw Object.assign(error, { place, came: came || error instanceof RangeError });
  }
}

const inline = (element) => element.querySelector(':scope > script[type="application/json"]');

// The tree to show, from the property, the address or the inline script; nothing where the page
// has not said yet.
function read(element, job, again) {
  if (job.data != null) return attempt("", () => plain(job.data));
  const src = element.getAttribute("src");
  if (job.error) return attempt(src, () => Promise.reject(job.error), false);
  if (job.text != null) return attempt(src ?? "", () => parse(job.text));
  if (src != null) return attempt(src, () => text(address(element)), false).then((json) => attempt(src, () => parse(json)));
  if (inline(element)) return attempt("", () => parse(inline(element).textContent));
  if (document.readyState == "loading") addEventListener("DOMContentLoaded", again, { once: true });
}

// The file that a document names beside itself: where it is, its text, and what that holds or why it did not come.
async function beside(tree) {
  const area = tree?.area;
  const own = typeof area == "string";
  if (!own && typeof area?.url != "string") return { url: "" };
  const url = own ? at(`geo/${encodeURIComponent(area)}.json`) : new URL(area.url, document.baseURI).href;
  try {
    const json = await text(url);
    return { url, json, tree: parse(json) };
  } catch (error) {
    return { url, tree: error.message };
  }
}

function words(element) {
  const lang = element.getAttribute("lang") ?? element.closest("[lang]")?.getAttribute("lang") ?? "";
  const language = lang.toLowerCase().split("-")[0];
  return LANGUAGES.includes(language) ? text(at(`locale/${language}.txt`)).catch(() => {}) : undefined;
}

/** Starts the embed; answers what draws a widget as its page asks for now. */
export async function start(glue, wasm, css) {
  if (!wasm.ok) throw new Error(`HTTP ${wasm.status}`);
  await glue.default({ module_or_path: wasm });
  let sheet;
  const styles = () => (sheet ??= text(at(css)).then((css) => new CSSStyleSheet().replace(css)));
  const drawer = (...asked) => draw(glue, styles, ...asked);
  return Object.assign(drawer, { validate: (tag, data) => validate(glue, tag, data) });
}

async function draw(glue, styles, element, tag, job, isCurrent, again) {
  // A picture that the page carries is taken over as it is; what is newer is then written over it.
  const carried = !job.handle && element.shadowRoot?.querySelector("[data-stamp]");
  const taken = carried && import("./election-widgets-take-over.js");
  const data = read(element, job, again)?.then(
    (tree) => ({ tree }),
    (error) => ({ error }),
  );
  if (!data) return;
  const [{ tree, error }, file, css] = await Promise.all([data, words(element), carried ? undefined : styles()]);
  const area = await beside(tree);
  const { takeOver } = (await taken) ?? {};
  const held = takeOver && (await carriedBy(element, job));
  if (!isCurrent()) return;
  job.handle ??= new glue.Handle(tag, element, () => root(element, css));
  job.handle.configure((name) => element.getAttribute(name), file);
  if (held) takeOver(element.shadowRoot, job, held, styles);
  if (held && !error && isShown(element, job, held.json)) return;
  if (error) job.handle.fail(error.came, error.place, error.message);
  else job.handle.show(tree, area.tree, area.url);
}

// Whether the page asks for nothing but what it carries.
function isShown(element, job, json) {
  const said = job.text ?? (element.hasAttribute("src") ? undefined : inline(element)?.textContent);
  return job.data == null && said == json;
}

// What the picture that the page carries was made from.
async function carriedBy(element, job) {
  const json = job.carried ?? inline(element)?.textContent;
  const tree = await attempt("", () => parse(json ?? "")).catch(() => undefined);
  return { json, tree, area: await beside(tree) };
}

function root(element, css) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  if (css) root.adoptedStyleSheets = [css];
  return root;
}

function validate(glue, tag, data) {
  let tree;
  try {
    tree = plain(data);
  } catch ({ message }) {
    return { errors: [{ path: "", message }], warnings: [] };
  }
  return glue.validate(tag, tree);
}

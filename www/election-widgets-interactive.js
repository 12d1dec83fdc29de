// What it takes to draw a widget: the embed, the texts that a page names, what is wrong with them. The element script
// imports it when the first widget is due.

import { MOST_CHARACTERS, address, ask, asked, at, inline, languageOf } from "./election-widgets.js";

// The texts at addresses. One that did not come is asked for again by whoever comes next.
const texts = new Map();
function text(url) {
  const answer = ask(url);
  if (texts.get(url)?.answer != answer) {
    const read = answered(answer);
    read.catch(() => asked.delete(url));
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

function parse(glue, json) {
  if (json.length > MOST_CHARACTERS) throw tooLong(json.length);
  if (/^\s*</.test(json)) throw new SyntaxError("expected JSON, found HTML");
  if (!json.trim()) throw new SyntaxError("expected JSON, found nothing");
  return new glue.Data(json);
}

// An object of the page becomes text here, so that none of its getters runs inside the embed.
function plain(glue, data) {
  // Old libraries change how lists are written.
  if ([].toJSON) throw new TypeError("the page changes how JSON is written (toJSON of all lists or objects)");
  const json = typeof data == "string" ? data : JSON.stringify(data);
  if (json === undefined) throw new TypeError("expected JSON, found a value that JSON does not hold");
  return parse(glue, json);
}

// Runs `make`; what it throws says where, and whether anything came at all.
async function attempt(place, make, came = true) {
  try {
    return await make();
  } catch (error) {
    throw Object.assign(error, { place, came: came || error instanceof RangeError });
  }
}

// The data to show, from the property, the address or the inline script; nothing where the page
// has not said yet.
function given(glue, element, job, again) {
  if (job.data != null) return attempt("", () => plain(glue, job.data));
  const src = element.getAttribute("src");
  if (job.error) return attempt(src, () => Promise.reject(job.error), false);
  if (job.text != null) return attempt(src ?? "", () => parse(glue, job.text));
  if (src != null) return attempt(src, () => text(address(element)), false).then((json) => attempt(src, () => parse(glue, json)));
  if (inline(element)) return attempt("", () => parse(glue, inline(element).textContent));
  if (document.readyState == "loading") addEventListener("DOMContentLoaded", again, { once: true });
}

// The file that a document names beside itself: where it is, its text, and what that holds or why it did not come.
async function beside(glue, { preset, url } = {}) {
  if (preset == null && url == null) return { url: "" };
  const address = url == null ? at(`geo/${encodeURIComponent(preset)}.json`) : new URL(url, document.baseURI).href;
  try {
    const json = await text(address);
    return { url: address, json, data: parse(glue, json) };
  } catch (error) {
    return { url: address, missing: error.message };
  }
}

function words(element) {
  const language = languageOf(element);
  // English is in the wasm.
  return language == "en" ? undefined : text(at(`locale/${language}.txt`)).catch(() => {});
}

/** Starts the embed; answers what draws a widget as its page asks for now. */
export async function start(glue, wasm, css) {
  if (!wasm.ok) throw new Error(`HTTP ${wasm.status}`);
  await glue.default({ module_or_path: wasm });
  let sheet;
  const styles = () => (sheet ??= text(css).then((css) => new CSSStyleSheet().replace(css)));
  const drawer = (...asked) => draw(glue, styles, ...asked);
  return Object.assign(drawer, { validate: (tag, data) => validate(glue, tag, data) });
}

async function draw(glue, styles, element, tag, job, isCurrent, again) {
  // A picture that the page carries is taken over as it is; what is newer is then written over it.
  const carried = !job.handle && element.shadowRoot?.querySelector("[data-stamp]");
  const taken = carried && import("./election-widgets-hydrate.js");
  const read = given(glue, element, job, again)?.then(
    (data) => ({ data }),
    (error) => ({ error }),
  );
  if (!read) return;
  const [{ data, error }, file, css] = await Promise.all([read, words(element), carried ? rest(element, styles) : styles()]);
  const area = await beside(glue, data);
  const { takeOver } = (await taken) ?? {};
  const held = takeOver && (await carriedBy(glue, element, job));
  if (!isCurrent()) return;
  if (!job.handle) {
    job.handle = new glue.Handle(tag, element, () => root(element, css), !!(carried && job.told));
    job.said = undefined;
  }
  configure(job, element, file);
  if (held?.data) takeOver(element.shadowRoot, job, held, (where) => styles().then((sheet) => dress(where, sheet), () => {}));
  if (held && !error && isShown(element, job, held.json)) return;
  if (error) job.handle.fail(error.came, error.place, error.message);
  else job.handle.show(data, area.data, area.missing, area.url);
}

// Attributes are read again only where they, the address or the words are others: most updates are of data alone.
function configure(job, element, file) {
  const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
  const said = [location.hash, ...attributes].join("\n");
  if (said != job.said || file != job.words) job.handle.configure((name) => element.getAttribute(name), file);
  Object.assign(job, { said, words: file });
}

// A page carries what its picture needs of the styles; the next one may need more. A sheet that it links is whole.
const rest = ({ shadowRoot }, styles) => (shadowRoot.querySelector("style") ? styles().catch(() => {}) : undefined);

// Whether the page asks for nothing but what it carries.
function isShown(element, job, json) {
  if (job.data != null) return job.drawn;
  const said = job.text ?? (element.hasAttribute("src") ? undefined : inline(element)?.textContent);
  return said == json;
}

// What the picture that the page carries was made from.
async function carriedBy(glue, element, job) {
  const json = job.carried ?? inline(element)?.textContent;
  const data = await attempt("", () => parse(glue, json ?? "")).catch(() => undefined);
  return { json, data, area: await beside(glue, data) };
}

function root(element, css) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  if (css) dress(root, css);
  return root;
}

// All of the styles, in place of what the page carried or linked of them.
function dress(root, sheet) {
  root.adoptedStyleSheets = [sheet];
  root.querySelectorAll("style, link").forEach((old) => old.remove());
}

function validate(glue, tag, data) {
  let read;
  try {
    read = plain(glue, data);
  } catch ({ message }) {
    return { errors: [{ path: "", message }], warnings: [] };
  }
  return glue.validate(tag, read);
}

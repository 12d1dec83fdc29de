// How a widget is sketched: its first picture comes from a program that draws it and can do no more, and that ends
// where anything is out of the ordinary. Then the embed draws it, and says what is wrong.

import { address, ask, at, inline, languageOf } from "./election-widgets.js";

// Longer documents the embed draws at once: what the program takes of memory it gives back only as a whole.
const MOST_CHARACTERS = 200_000;
const MOST_MEMORY = 4e6;

/** Draws `element`, where nothing is out of the ordinary; answers whether the embed has nothing to do for now. */
export async function draw(css, words, wasm, element, tag, job, isCurrent, again) {
  // What comes as soon as the page was told of the first picture is new data over it.
  if (job.told) return false;
  const json = await given(element, job);
  if (json == null) {
    if (document.readyState == "loading") addEventListener("DOMContentLoaded", again, { once: true });
    return true;
  }
  if (json.length > MOST_CHARACTERS) return false;
  const [all, area, sheet, program] = await Promise.all([said(words, element, json), beside(tag, json), styles(css), compiled(wasm)]);
  if (!isCurrent()) return true;
  const attributes = element.getAttributeNames().flatMap((name) => [name, element.getAttribute(name).replaceAll("\0", "")]);
  put(element, sheet, run(program, [tag, all, json, area, ...attributes].join("\0")));
  if (job.data == null && element.hasAttribute("src")) job.text = json;
  Object.assign(job, { carried: json, drawn: job.data != null, told: true });
  element.dispatchEvent(new CustomEvent("widget-ready", { bubbles: true, composed: true, detail: { warnings: [] } }));
  return true;
}

// The text of the document; nothing where the page has not said yet.
function given(element, job) {
  if (typeof job.data == "string") return job.data;
  // Old libraries change how lists are written.
  if (job.data != null) return [].toJSON ? Promise.reject() : JSON.stringify(job.data);
  if (job.text != null) return job.text;
  return element.hasAttribute("src") ? text(ask(address(element))) : inline(element)?.textContent;
}

async function text(asked) {
  const answer = await asked;
  if (!answer.ok || answer.headers.get("content-length") > MOST_CHARACTERS * 4) throw answer;
  return (answer.early ??= answer.text());
}

// The words, with those for countries where a document names some by their codes.
async function said(words, element, json) {
  const countries = /"[A-Z]{2}"/.test(json) ? text(ask(at(`locale/${languageOf(element)}-countries.txt`))) : "";
  return (await text(words)) + (await countries);
}

// The text of the area file that a map's document names.
function beside(tag, json) {
  if (tag != "observer-map") return "";
  const { area } = JSON.parse(json);
  if (area == null) return "";
  return text(ask(typeof area == "string" ? at(`geo/${encodeURIComponent(area)}.json`) : new URL(area.url, document.baseURI).href));
}

// What was made of a file, by the promise of it.
const made = new Map();
function once(file, make) {
  if (!made.has(file)) made.set(file, make(file));
  return made.get(file);
}

const styles = (css) => once(css, async () => new CSSStyleSheet().replace(await text(css)));
const compiled = (wasm) => once(wasm, async () => ({ module: await WebAssembly.compileStreaming(wasm) }));

// Pictures that are drawn in one go share an instance. It is made at once, as paper needs it: what is drawn for that
// has to be there before the printer asks again.
function run(program, asked) {
  const drop = () => void delete program.instance;
  setTimeout(drop);
  const { exports } = (program.instance ??= new WebAssembly.Instance(program.module));
  try {
    return drawn(exports, asked);
  } catch (ended) {
    drop();
    throw ended;
  } finally {
    if (exports.memory.buffer.byteLength > MOST_MEMORY) drop();
  }
}

function drawn({ memory, __wbindgen_malloc: room, sketch }, asked) {
  const bytes = new TextEncoder().encode(asked);
  const place = room(bytes.length, 1) >>> 0;
  new Uint8Array(memory.buffer, place).set(bytes);
  const [start, length] = sketch(place, bytes.length);
  return new TextDecoder().decode(new Uint8Array(memory.buffer, start >>> 0, length));
}

function put(element, sheet, picture) {
  const made = new DocumentFragment();
  build(picture, made);
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(made);
}

// src/prerender/sketch.rs says how a picture is written: what begins with one of these is an element with its
// attributes, a text, or the end of an element.
const NAMESPACES = { "\x01": "http://www.w3.org/1999/xhtml", "\x02": "http://www.w3.org/2000/svg" };
const TEXT = "\x04";

function build(picture, parent) {
  for (const part of picture.split(/(?=[\x01\x02\x04\x05])/)) {
    const namespace = NAMESPACES[part[0]];
    if (namespace) parent = parent.appendChild(head(namespace, part).cloneNode());
    else if (part[0] == TEXT) parent.append(part.slice(1));
    else parent = parent.parentNode;
  }
}

// Elements without what is in them, each to be copied: a page's pictures are much alike.
const heads = new Map();
const MOST_HEADS = 1_000;

function head(namespace, part) {
  if (heads.has(part)) return heads.get(part);
  const [name, ...attributes] = part.slice(1).split("\x03");
  const made = document.createElementNS(namespace, name);
  for (const attribute of attributes) {
    const end = attribute.indexOf("=");
    made.setAttribute(attribute.slice(0, end), attribute.slice(end + 1));
  }
  if (heads.size < MOST_HEADS) heads.set(part, made);
  return made;
}

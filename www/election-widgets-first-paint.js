// The first paint: a small WebAssembly program draws an element's picture and can do nothing else. It aborts on any
// unusual input. Then the interactive bundle draws the element, and reports what is wrong.

import { areaUrl, languageOf, localeOf, readerOf, sourceUrl } from "./addresses.js";
import { documentOf } from "./documents.js";
import { MAYBE_ENDLESS, inlineScript, write } from "./json.js";
import { call, compile } from "./programs.js";
import { fetchOnce, readBody } from "./requests.js";
import { stylesOf } from "./sheets.js";

/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./element-state.js").ElementState} ElementState */

// The interactive bundle draws longer documents, since the program frees no memory.
const MAX_CHARACTERS = 200_000;
const MAX_BYTES = 4 * MAX_CHARACTERS;
const MAX_MEMORY_BYTES = 4e6;

/**
 * Paints an element unless its input is unusual.
 * @param {Files} files
 * @param {Promise<Response>[]} parts The styles, the locale file and the program.
 * @param {HTMLElement} element
 * @param {ElementState} state
 * @param {() => boolean} isCurrent Returns false once the render is out of date.
 * @returns {Promise<boolean>} False if the interactive bundle has to draw the element.
 */
export async function paint(files, [styles, locale, program], element, state, isCurrent) {
  // The element was painted before. What comes right after `widget-ready` is an update.
  if (state.readyFired) return false;
  const json = await dataOf(files, element, state);
  if (json == null) {
    if (document.readyState == "loading") addEventListener("DOMContentLoaded", state.reschedule, { once: true });
    return true;
  }
  if (json.length > MAX_CHARACTERS || MAYBE_ENDLESS.test(json)) return false;
  const data = JSON.parse(json);
  const written = write(data);
  const [phrases, area, css, compiled] = await Promise.all([
    phrasesOf(files, locale, element, written),
    areaOf(files, state.tag, data),
    once(styles, async () => stylesOf(await text(styles))),
    once(program, async () => ({ module: await compile(files, program) })),
  ]);
  if (!isCurrent()) return true;
  const attributes = element.getAttributeNames().flatMap((name) => [name, element.getAttribute(name).replaceAll("\0", "")]);
  attributes.push("lang", readerOf(element).replaceAll("\0", ""));
  show(element, state, css, run(compiled, [state.tag, phrases, written, area, ...attributes].join("\0")));
  if (state.data == null && element.hasAttribute("src")) state.text = json;
  Object.assign(state, { paintedText: json, dataPainted: state.data != null, readyFired: true });
  element.dispatchEvent(new CustomEvent("widget-ready", { bubbles: true, composed: true, detail: { warnings: [] } }));
  return true;
}

// The text of the document; `undefined` if the page has not given it yet.
function dataOf(files, element, state) {
  const { data } = state;
  if (typeof data == "string") return data;
  // Old libraries change how JSON.stringify writes lists.
  if (data != null) return [].toJSON ? Promise.reject() : JSON.stringify(data);
  if (state.text != null) return state.text;
  if (!element.hasAttribute("src")) return inlineScript(element)?.textContent;
  return text(fetchOnce(files.responses, sourceUrl(element))).then((found) => documentOf(files, element, state.tag, found));
}

async function text(pending) {
  const response = await pending;
  if (!response.ok || response.headers.get("content-length") > MAX_BYTES) throw response;
  return readBody(response);
}

// The locale file, with the names of countries if the document seems to have country codes.
async function phrasesOf(files, locale, element, json) {
  const countries = /"[A-Z]{2}"/.test(json) && text(fetchOnce(files.responses, files.url(localeOf(`${languageOf(element)}-countries`))));
  return (await text(locale)) + ((await countries) || "");
}

// The area file that a map's document names.
async function areaOf(files, tag, { area }) {
  if (tag != "observer-map" || area == null) return "";
  return write(JSON.parse(await text(fetchOnce(files.responses, areaUrl(files, area, area.url)))));
}

// The result of `make` for a file, by the file's request.
const results = new WeakMap();
function once(file, make) {
  if (!results.has(file)) results.set(file, make());
  return results.get(file);
}

// All pictures of one task share an instance. It is created synchronously, because a printed page has to be complete
// before the printer asks again.
function run(program, input) {
  const drop = () => void delete program.instance;
  setTimeout(drop);
  const { exports } = (program.instance ??= new WebAssembly.Instance(program.module));
  try {
    return call(exports, input);
  } catch (aborted) {
    drop();
    throw aborted;
  } finally {
    if (exports.memory.buffer.byteLength > MAX_MEMORY_BYTES) drop();
  }
}

function show(element, state, css, picture) {
  const fragment = new DocumentFragment();
  build(picture, fragment);
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  root.replaceChildren(fragment);
  css(root, state);
}

// src/prerender/first_paint.rs defines how a picture is written. Each part begins with one of these characters and is an
// element with its attributes, a text, or the end of an element.
const NAMESPACES = { "\x01": "http://www.w3.org/1999/xhtml", "\x02": "http://www.w3.org/2000/svg" };
const TEXT = "\x04";

function build(picture, parent) {
  for (const part of picture.split(/(?=[\x01\x02\x04\x05])/)) {
    const namespace = NAMESPACES[part[0]];
    if (namespace) parent = parent.appendChild(template(namespace, part).cloneNode());
    else if (part[0] == TEXT) parent.append(part.slice(1));
    else parent = parent.parentNode;
  }
}

// Elements without children, to be cloned: the pictures of a page have many equal elements.
const templates = new Map();
const MAX_TEMPLATES = 1_000;

function template(namespace, part) {
  if (templates.has(part)) return templates.get(part);
  const [name, ...attributes] = part.slice(1).split("\x03");
  const element = document.createElementNS(namespace, name);
  for (const attribute of attributes) {
    const end = attribute.indexOf("=");
    element.setAttribute(attribute.slice(0, end), attribute.slice(end + 1));
  }
  if (templates.size < MAX_TEMPLATES) templates.set(part, element);
  return element;
}

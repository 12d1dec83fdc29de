// Renders widgets in Node: the same HTML, byte for byte, as the command line writes.
import { readFileSync } from "node:fs";
import makeInstance from "./election-widgets-node.js";
import { file, program } from "./files.js";
import { guarded, stoppedAt } from "./guard.js";

// Importing the module reads nothing. After a trap the next call makes a fresh instance.
let module, instance;
function start() {
  if (instance) return instance;
  module ??= new WebAssembly.Module(readFileSync(program()));
  const made = makeInstance((exports) => guarded(exports, stop));
  made.initSync({ module });
  return (instance = made);
}

function stop(error) {
  instance = undefined;
  throw Object.assign(new Error(stoppedAt(error, "Please report it with the document")), { path: "" });
}

/** The element of a widget as HTML, with a declarative shadow root in it: see index.d.ts. */
export function renderToString(tag, data, options = {}) {
  const { area, link, prefix = "", static: flat = false, onWarning, ...attributes } = options;
  if (!/^([a-z][a-z0-9._-]*)?$/.test(prefix)) {
    throw new TypeError(`prefix: expected lower-case letters, digits, "-", "." and "_", a letter first, as in "ew-"; found ${JSON.stringify(prefix)}`);
  }
  const { Page, languageOfWords, preset } = start();
  const page = new Page(tag, prefix, pairs(attributes));
  try {
    const text = json(data);
    const language = languageOfWords(String(attributes.lang ?? ""));
    const words = shipped(`locale/${language}.txt`, language);
    if (words) page.words(words);
    const name = area === undefined ? preset(tag, text) : undefined;
    const shapes = area === undefined ? shipped(`geo/${name}.json`, name) : json(area);
    if (shapes) page.area(shapes);
    if (link !== undefined) page.link(link);
    if (flat) page.flat(flat === true ? "feed" : String(flat));
    return page.element(text, (path, message) => onWarning?.({ path, message }));
  } finally {
    page.free();
  }
}

const MAX_BYTES = 5e6;

function json(data) {
  const text = typeof data == "string" ? data : JSON.stringify(data);
  if (text === undefined) throw new TypeError("expected JSON, found a value that JSON does not hold");
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) throw Object.assign(new RangeError(`expected at most ${MAX_BYTES / 1e6} MB of JSON, found ${(bytes / 1e6).toFixed(1)} MB`), { path: "" });
  return text;
}

// A file of ours, where there is one of that name; a name is no path.
const texts = new Map();
function shipped(path, name) {
  if (!name || !/^[A-Za-z0-9_-]+$/.test(name)) return;
  const url = file(path);
  if (!texts.has(path)) texts.set(path, url && readFileSync(url, "utf8"));
  return texts.get(path);
}

function pairs(attributes) {
  const given = Object.entries(attributes).filter(([, value]) => value != null && value !== false);
  return given.flatMap(([name, value]) => {
    // An attribute that begins with "on" is a script of the page.
    if (!/^(?!on)[a-z][a-z0-9-]*$/.test(name)) throw new TypeError(`no attribute is called ${JSON.stringify(name)}`);
    return [name, value === true ? "" : String(value)];
  });
}

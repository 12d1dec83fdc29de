// Pictures that a reader takes along: the document on show as PNG or SVG, as `election-widgets picture` draws it. The
// interactive bundle loads this module for the first of them.

import { BUNDLES, PICTURE_PROGRAM, languageOf, localeOf, readerOf } from "./addresses.js";
import { callForBytes, compile } from "./programs.js";
import { fetchOnce, fetchText } from "./requests.js";

/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./element-state.js").ElementState} ElementState */

const TYPES = { png: "image/png", svg: "image/svg+xml" };

// What the first byte of an answer says about the others.
const ERROR = 0;
const FILE_OF_A_REHEARSAL = 2;

// Browsers read a file after the click on its link.
const KEPT_MS = 60_000;

let program;

/**
 * Draws what an element shows, and has the browser save it.
 * @param {Files} files
 * @param {HTMLElement} element
 * @param {ElementState} state
 * @param {"png" | "svg"} ending
 */
export async function save(files, element, { tag, shown: { json, area = "" } }, ending) {
  const [module, words] = await Promise.all([programOf(files), wordsOf(files, element)]);
  const { exports } = await WebAssembly.instantiate(module);
  const attributes = element.getAttributeNames().flatMap((name) => [name, element.getAttribute(name).replaceAll("\0", "")]);
  const request = [ending, tag, element.getAttribute("theme"), readerOf(element), words, json, area, ...attributes];
  const answer = callForBytes(exports, request.join("\0"));
  const [kind] = answer;
  const file = answer.slice(1);
  if (kind == ERROR) throw new Error(new TextDecoder().decode(file));
  download(`${kind == FILE_OF_A_REHEARSAL ? "rehearsal-" : ""}${BUNDLES[tag]}.${ending}`, new Blob([file], { type: TYPES[ending] }));
}

// A program that could not be loaded is tried again for the next picture.
function programOf(files) {
  if (!program) {
    const url = files.url(PICTURE_PROGRAM);
    program = compile(files, fetchOnce(files.responses, url));
    program.catch(() => {
      program = undefined;
      files.responses.delete(url);
    });
  }
  return program;
}

// English is in the program.
const wordsOf = (files, element) => (languageOf(element) == "en" ? "" : fetchText(files.responses, files.url(localeOf(languageOf(element)))));

function download(name, blob) {
  const link = Object.assign(document.createElement("a"), { download: name, href: URL.createObjectURL(blob) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

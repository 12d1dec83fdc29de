// The document at an element's `src`: JSON, or a table that becomes JSON.

import { sourceUrl } from "./addresses.js";

/**
 * Returns the JSON of a document from the text at an address. The reader of tables is loaded for the page's first table.
 * @param {import("./files.js").Files} files
 * @param {HTMLElement} element
 * @param {string} tag The element's name without its prefix.
 * @param {string} text
 */
export async function documentOf(files, element, tag, text) {
  const [start] = text.match(/\S/) ?? "{";
  if (start == "<") throw new SyntaxError("expected JSON or a table, found a web page (is the sheet published to the web?)");
  // What a file of JSON begins with otherwise is a fault in it.
  if ("{[".includes(start) || /\.json([?#]|$)/i.test(sourceUrl(element))) return text;
  const { readTable } = await files.load("table");
  return readTable(files, element, tag, text);
}

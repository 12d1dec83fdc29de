// Tables: a table at an element's `src` becomes the document that the element shows. The element script loads this module for
// the page's first table, and the program of each kind of table for the first of its kind.

import { languageOf, localeOf, sourceUrl, tableReaderOf } from "./addresses.js";
import { call, compile } from "./programs.js";
import { checkLength, fetchOnce, fetchText, keep } from "./requests.js";

/** @typedef {import("./files.js").Files} Files */

/**
 * A table that was read, or why it can't be read.
 * @typedef {object} Read
 * @property {string} text The table.
 * @property {string} [document] The document as JSON.
 * @property {[name: string, field: string][]} [columns] The columns that were read, each with its field.
 * @property {string[]} [leftOut] The parts of the table that the document does not have, each with the reason.
 * @property {string} [error]
 */

// A page that names ever new addresses would fill the memory.
const MAX_TABLES = 30;

/**
 * The newest table of each widget and address, and the columns of the newest that fits.
 * @type {Map<string, { newest: Read, fits?: Read["columns"] }>}
 */
const tables = new Map();

/** The programs that were loaded, by widget. */
const programs = new Map();

/**
 * Reads a table. Its error says where the table is wrong, or what changed since the newest table that fits.
 * @param {Files} files
 * @param {HTMLElement} element
 * @param {string} tag The element's name without its prefix.
 * @param {string} text
 * @returns {Promise<string>} The document as JSON.
 */
export async function readTable(files, element, tag, text) {
  const url = sourceUrl(element);
  const key = `${tag} ${url}`;
  if (tables.get(key)?.newest.text != text) {
    const newest = { text, ...(await read(files, element, tag, text)) };
    const fits = tables.get(key)?.fits;
    newest.error ??= lostColumns(fits, newest);
    if (!newest.error && newest.leftOut.length) console.info(`election-widgets: ${url}: left out:\n${newest.leftOut.join("\n")}`);
    keep(tables, key, { newest, fits: newest.error ? fits : newest.columns }, MAX_TABLES, lengthOf);
  }
  const { document, error } = tables.get(key).newest;
  if (error) throw new Error(error);
  return document;
}

const lengthOf = ({ newest: { text, document = "" } }) => text.length + document.length;

async function read(files, element, tag, text) {
  checkLength(text);
  const wrong = text.indexOf("\ufffd");
  if (wrong >= 0) return { error: `line ${text.slice(0, wrong).split("\n").length}: a character is not UTF-8 (save the table as UTF-8)` };
  const [program, ...names] = await Promise.all([programOf(files, tag), ...(tag == "alliance-grid" ? countryNames(files, element) : [])]);
  const { exports } = await WebAssembly.instantiate(program);
  try {
    return JSON.parse(call(exports, `${names.join("\n")}\0${text}`));
  } catch ({ message }) {
    return { error: `the program that reads tables stopped (${message}) at this one. Please report it with the table` };
  }
}

// A program that could not be loaded is tried again for the next table.
function programOf(files, tag) {
  let program = programs.get(tag);
  if (!program) {
    program = compile(files, fetchOnce(files.responses, files.url(tableReaderOf(tag))));
    programs.set(tag, program);
    program.catch(() => programs.delete(tag));
  }
  return program;
}

// States are written in English or in the language of the page.
const countryNames = (files, element) =>
  [...new Set(["en", languageOf(element)])].map((language) =>
    fetchText(files.responses, files.url(localeOf(`${language}-countries`))).catch(() => ""),
  );

// A column that is gone takes its facts along: the picture before is the better one.
function lostColumns(before, { columns = [] }) {
  const fields = columns.map(([, field]) => field);
  const lost = before?.filter(([, field]) => {
    const place = fields.indexOf(field);
    if (place >= 0) fields.splice(place, 1);
    return place < 0;
  });
  if (!lost?.length) return;
  const gone = lost.map(([name, field]) => `"${name}" (${field})`).join(", ");
  const now = columns.map(([name]) => `"${name}"`).join(", ");
  return `the table changed: no column is ${gone} any more; read are ${now}`;
}

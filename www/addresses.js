// The URLs of what a page names, and the paths of the built files that a widget needs.

/** The URL of a path that the page wrote. */
export const pageUrl = (path) => new URL(path, document.baseURI).href;

/** The URL of the data that an element's `src` names. */
export const sourceUrl = (element) => pageUrl(element.getAttribute("src"));

/** The bundle of each widget on its own; `all` holds every one. */
export const BUNDLES = { "results-chart": "results", "observer-map": "observers", "alliance-grid": "alliances" };

/** The styles that a bundle's widgets need. */
export const stylesOf = (bundle) => `election-widgets${bundle == "all" ? "" : `-${bundle}`}.css`;

/** The WebAssembly of a bundle. */
export const wasmOf = (bundle) => `election-widgets-${bundle}_bg.wasm`;

/** The WebAssembly that paints a bundle's widgets first. */
export const firstPaintOf = (bundle) => `election-widgets-first-paint-${bundle}.wasm`;

/** The WebAssembly that reads a widget's tables. */
export const tableReaderOf = (tag) => `election-widgets-table-${BUNDLES[tag]}.wasm`;

/** The WebAssembly that draws pictures. */
export const PICTURE_PROGRAM = "election-widgets-picture.wasm";

/** A locale file: a language, or a language and a part of it such as `ru-countries`. */
export const localeOf = (name) => `locale/${name}.txt`;

/** The URL of a map's area file: the page's own, or the one of this name that comes with the widgets. */
export const areaUrl = (files, name, own) =>
  own == null ? files.url(`geo/${encodeURIComponent(name)}.json`) : pageUrl(own);

const LANGUAGES = ["en", "ru"];

// Languages that borrow the words of another.
const BORROWED = { kk: "ru", ky: "ru", uz: "ru" };

/** The language of the page around an element; empty if the page names none. */
export const readerOf = (element) => element.closest("[lang]")?.lang ?? "";

/** The language of an element's words: that of its page if it has a locale file, else the one that it borrows, or English. */
export function languageOf(element) {
  const primary = readerOf(element).toLowerCase().split("-")[0];
  const language = BORROWED[primary] ?? primary;
  return LANGUAGES.includes(language) ? language : "en";
}

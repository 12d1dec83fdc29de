// The address of every built file. All of them lie in the folder of the script that this module is bundled into.
// Lazy modules are the exception: a bundler finds them only by the literal `import()` at the place that loads them.

const built = (path) => new URL(path, import.meta.url).href;

/** The URL of a path that the page wrote. */
export const pageUrl = (path) => new URL(path, document.baseURI).href;

/** The URL of the data that an element's `src` names. */
export const sourceUrl = (element) => pageUrl(element.getAttribute("src"));

/** The styles that a bundle's widgets need. */
export const stylesUrl = (bundle) => built(`election-widgets${bundle == "all" ? "" : `-${bundle}`}.css`);

/** The JavaScript that wasm-bindgen generates for a bundle. */
export const glueUrl = (bundle) => built(`election-widgets-${bundle}.js`);

/** The WebAssembly of a bundle. */
export const wasmUrl = (bundle) => built(`election-widgets-${bundle}_bg.wasm`);

/** The WebAssembly that paints a bundle's widgets first. */
export const firstPaintUrl = (bundle) => built(`election-widgets-first-paint-${bundle}.wasm`);

/** A locale file: a language, or a language and a part of it such as `ru-countries`. */
export const localeUrl = (name) => built(`locale/${name}.txt`);

/** A map's area file: the page's own, or the one of this name that comes with the widgets. */
export const areaUrl = (name, own) => (own == null ? built(`geo/${encodeURIComponent(name)}.json`) : pageUrl(own));

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

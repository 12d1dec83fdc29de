// The bundles: which one draws the widgets of this page, and how each is loaded once.

import { BUNDLES, firstPaintOf, languageOf, localeOf, pageUrl, stylesOf, wasmOf } from "./addresses.js";
import { files } from "./files.js";
import { fetchOnce } from "./requests.js";

/** The names of the elements, without a prefix. */
export const TAGS = Object.keys(BUNDLES);

/** The page's own place and digest of the WebAssembly; `undefined` if it configures none. */
export let settings;

/**
 * Sets the folder of all files, and the place of the WebAssembly of all widgets with its digest. Call it before the first
 * widget is in view.
 */
export function configure({ base, wasmUrl, integrity }) {
  if (base) files.base = pageUrl(base.replace(/\/?$/, "/"));
  if (wasmUrl || integrity) settings = { wasmUrl: wasmUrl && pageUrl(wasmUrl), integrity };
}

/** The kinds of widgets on the page. */
export const kinds = new Set();

/** The bundle for a widget: its own if the page has one kind of widgets, else the one of all. */
export const bundleOf = (tag) => (kinds.size < 2 && !settings && BUNDLES[tag]) || "all";

/** The URL of a bundle's WebAssembly. */
export const wasmUrl = (bundle) => settings?.wasmUrl ?? files.url(wasmOf(bundle));

const loaded = {};

/**
 * Loads an interactive bundle. Requests all its parts at once. If one of them can't be had, the next call tries again.
 * @param {string} bundle
 * @param {RequestPriority} [priority] The priority of the largest part: low if no reader waits for it.
 */
export const load = (bundle, priority) =>
  (loaded[bundle] ??= Promise.all([
    files.load("interactive"),
    files.load(bundle),
    fetchOnce(files.responses, wasmUrl(bundle), { integrity: settings?.integrity ?? "", priority }),
  ])
    .then(([interactive, glue, wasm]) => interactive.start(files, glue, wasm, files.url(stylesOf(bundle)), () => discard(bundle)))
    .catch((error) => {
      discard(bundle);
      throw error;
    }));

function discard(bundle) {
  delete loaded[bundle];
  files.responses.delete(wasmUrl(bundle));
}

/**
 * Paints an element first. Requests all that this needs at once, the largest file last, so that nothing waits for it.
 * @param {string} bundle
 * @param {HTMLElement} element
 * @param {[import("./element-state.js").ElementState, () => boolean]} render The element's state, and a function that
 *   returns false once the render is out of date.
 * @returns {Promise<boolean>} False if the interactive bundle has to draw the element.
 */
export function paintFirst(bundle, element, ...render) {
  loaded.firstPaint ??= files.load("first-paint");
  const paths = [stylesOf(bundle), localeOf(`${languageOf(element)}-${bundle}`), firstPaintOf(bundle)];
  const parts = paths.map((path) => fetchOnce(files.responses, files.url(path)));
  return loaded.firstPaint.then(({ paint }) => paint(files, parts, element, ...render));
}

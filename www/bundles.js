// The bundles: which one draws the widgets of this page, and how each is loaded once.

import { firstPaintUrl, glueUrl, languageOf, localeUrl, pageUrl, stylesUrl, wasmUrl } from "./addresses.js";
import { fetchOnce } from "./requests.js";

// The bundle of each widget on its own; `all` holds every one.
const BUNDLES = { "results-chart": "results", "observer-map": "observers", "alliance-grid": "alliances" };

/** The names of the elements, without a prefix. */
export const TAGS = Object.keys(BUNDLES);

/** The name of an element without its prefix. */
export const tagOf = ({ localName }) => TAGS.find((tag) => localName.endsWith(tag));

/** The page's own place and digest of the WebAssembly; `undefined` if it configures none. */
export let settings;

/** Sets the place of the WebAssembly of all widgets and its digest. Call it before the first widget is in view. */
export function configure({ wasmUrl, integrity }) {
  settings = { wasmUrl: wasmUrl && pageUrl(wasmUrl), integrity };
}

/**
 * All requests of the page.
 * @type {import("./requests.js").Responses}
 */
export const responses = new Map();

/** The kinds of widgets on the page. */
export const kinds = new Set();

/** The bundle for a widget: its own if the page has one kind of widgets, else the one of all. */
export const bundleOf = (tag) => (kinds.size < 2 && !settings && BUNDLES[tag]) || "all";

/** The place of a bundle's WebAssembly. */
export const wasmOf = (bundle) => settings?.wasmUrl ?? wasmUrl(bundle);

const loaded = {};

/**
 * Loads an interactive bundle. Requests all its parts at once.
 * @param {string} bundle
 * @param {RequestPriority} [priority] The priority of the largest part: low if no reader waits for it.
 */
export const load = (bundle, priority) =>
  (loaded[bundle] ??= Promise.all([
    import("./election-widgets-interactive.js"),
    import(glueUrl(bundle)),
    fetchOnce(responses, wasmOf(bundle), { integrity: settings?.integrity ?? "", priority }),
  ]).then(([interactive, glue, wasm]) => interactive.start(responses, glue, wasm, stylesUrl(bundle))));

/**
 * Paints an element first. Requests all that this needs at once, the largest file last, so that nothing waits for it.
 * @param {string} bundle
 * @param {HTMLElement} element
 * @param {[import("./element-state.js").ElementState, () => boolean]} render The element's state, and a function that
 *   returns false once the render is out of date.
 * @returns {Promise<boolean>} False if the interactive bundle has to draw the element.
 */
export function paintFirst(bundle, element, ...render) {
  loaded.firstPaint ??= import("./election-widgets-first-paint.js");
  const urls = [stylesUrl(bundle), localeUrl(`${languageOf(element)}-${bundle}`), firstPaintUrl(bundle)];
  const files = urls.map((url) => fetchOnce(responses, url));
  return loaded.firstPaint.then(({ paint }) => paint(responses, files, element, ...render));
}

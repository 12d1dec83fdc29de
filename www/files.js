// The built files: the only module that knows where they are. All of them lie beside the script that this module is bundled
// into, or in the folder that the page configures. In the npm package another module takes its place, with a literal
// address per file, because bundlers follow nothing else (scripts/package/addresses.mjs).

/**
 * The element script owns this object and passes it to the modules that it loads.
 * @typedef {object} Files
 * @property {(path: string) => string} url The URL of a file.
 * @property {(name: string) => Promise<object>} load Imports a script by what follows `election-widgets-` in its name.
 * @property {string} base The URL of the folder that holds all files, or of a script in it.
 * @property {import("./requests.js").Responses} responses All requests of the page.
 * @property {boolean} [typeWarned] True once the page was warned that the server gives WebAssembly another type.
 */

/** @type {Files} */
export const files = {
  base: import.meta.url,
  url: (path) => new URL(path, files.base).href,
  load: (name) => import(files.url(`election-widgets-${name}.js`)),
  responses: new Map(),
};

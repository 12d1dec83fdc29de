// What becomes of wasm-bindgen's glue of an interactive bundle, in `make build` and in `make dev`, and of that of the module
// for Node.
import { execFileSync } from "node:child_process";

/** The exports that the element modules call. */
export const OF_ELEMENTS = "default, Data, createHandle, validateDocument";

/** The exports that crates/node/js/index.js calls. */
export const OF_NODE = "Page, initSync, languageOfWords, preset";

/** The glue `script` of a folder with these exports and no others, by esbuild with these options. */
export function bundled(folder, script, called, ...options) {
  const input = `export { ${called} } from "./${script}";`;
  return execFileSync("esbuild", ["--bundle", "--format=esm", "--log-level=error", ...options], { input, cwd: folder, encoding: "utf8" });
}

/** A module whose function makes the glue of one instance, and has `guard` take its exports: www/traps.js and the module for Node start fresh instances. */
export function factory(script, glue) {
  const [exported, names] = glue.match(/export\s*\{([^}]*)\};?\s*$/) ?? [];
  if (!exported || glue.split(".exports").length != 2) throw new Error(`${script}: the glue is not written as it was`);
  const body = glue.slice(0, -exported.length).replace(/([\w$]+)\.exports/, (taken) => `guard(${taken})`);
  return `export default function(guard){${body}return{${names.replace(/([\w$]+) as (\w+)/g, "$2:$1")}}}\n`;
}

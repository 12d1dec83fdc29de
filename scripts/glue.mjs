// What becomes of wasm-bindgen's glue of an interactive bundle, in `make build` and in `make dev`.
import { execFileSync } from "node:child_process";

// The exports that the element modules call.
const CALLED = "default, Data, createHandle, validateDocument";

/** The glue `script` of a folder without what the element modules don't call, by esbuild with these options. */
export function bundled(folder, script, ...options) {
  const input = `export { ${CALLED} } from "./${script}";`;
  return execFileSync("esbuild", ["--bundle", "--format=esm", "--log-level=error", ...options], { input, cwd: folder, encoding: "utf8" });
}

/** A module whose function makes the glue of one instance, and has `guard` take its exports: www/traps.js starts fresh instances. */
export function factory(script, glue) {
  const [exported, names] = glue.match(/export\s*\{([^}]*)\};?\s*$/) ?? [];
  if (!exported || glue.split(".exports").length != 2) throw new Error(`${script}: the glue is not written as it was`);
  const body = glue.slice(0, -exported.length).replace(/([\w$]+)\.exports/, (taken) => `guard(${taken})`);
  return `export default function(guard){${body}return{${names.replace(/([\w$]+) as (\w+)/g, "$2:$1")}}}\n`;
}

// Minifies wasm-bindgen's glue with esbuild, and takes out of each wasm what its glue never calls.
//
// leptos brings streams for its server functions. No widget uses them, but wasm-bindgen exports them.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder = process.env.TRUNK_STAGING_DIR] = process.argv.slice(2);
// What the element modules call.
const CALLED = "default, Data, create, validate";

for (const file of readdirSync(folder).filter((name) => name.endsWith("_bg.wasm"))) {
  const wasm = join(folder, file);
  const script = file.replace("_bg.wasm", ".js");
  const glue = minified(script);
  writeFileSync(join(folder, script), glue);
  dropUncalled(wasm, glue);
}

/** The glue without what the element modules don't call. */
function minified(script) {
  const input = `export { ${CALLED} } from "./${script}";`;
  // Without these two, classes that nobody calls look as if they did something when the script is loaded.
  const unused = ["--define:Symbol.dispose=undefined", "--pure:FinalizationRegistry"];
  const options = ["--bundle", "--format=esm", "--minify", "--log-level=error", ...unused];
  return execFileSync("esbuild", options, { input, cwd: folder, encoding: "utf8" });
}

/** Takes exports that the glue doesn't name out of a wasm, with all that only they need. */
function dropUncalled(wasm, glue) {
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm)));
  const called = exported.map(({ name }) => name).filter((name) => glue.includes(`.${name}`));
  const graph = called.map((name) => ({ name, root: true, export: name }));
  const list = `${wasm}.exports.json`;
  writeFileSync(list, JSON.stringify(graph));
  execFileSync("wasm-metadce", ["--graph-file", list, wasm, "-o", wasm], { stdio: ["ignore", "ignore", "inherit"] });
  execFileSync("rm", [list]);
}

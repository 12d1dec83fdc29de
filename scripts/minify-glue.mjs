// Minifies wasm-bindgen's glue with esbuild, takes out of each wasm what its glue never calls, and shortens the names by
// which both know each other: wasm-bindgen puts a hash into each, which does not compress.
// Takes the address of the wasm out of the glue, too, and makes it a function.
//
// leptos brings streams for its server functions. No widget uses them, but wasm-bindgen exports them.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OF_ELEMENTS, bundled, factory } from "./glue.mjs";

const [folder = process.env.TRUNK_STAGING_DIR] = process.argv.slice(2);

for (const file of readdirSync(folder).filter((name) => name.endsWith("_bg.wasm"))) {
  const wasm = join(folder, file);
  const script = file.replace("_bg.wasm", ".js");
  dropUncalled(wasm, minified(script));
  const { module, names } = shortened(wasm);
  const glue = minified(script, names);
  const known = `"./${file.replace(".wasm", ".js")}"`;
  if (!glue.includes(known)) throw new Error(`${script}: the module that the wasm imports is not called ${known}`);
  // www/files.js alone says where the wasm is. Bundlers would follow this address too.
  const address = `new URL(${JSON.stringify(file)},import.meta.url)`;
  if (!glue.includes(address)) throw new Error(`${script}: the glue has no ${address}`);
  writeFileSync(join(folder, script), factory(script, glue.replace(known, JSON.stringify(module)).replace(address, "void 0")));
}

/** The glue without what the element modules don't call, with these names of imports and exports. */
function minified(script, names = {}) {
  const cache = join(folder, "names.json");
  writeFileSync(cache, JSON.stringify(names));
  // Without the first two, classes that nobody calls look as if they did something when the script is loaded.
  const options = ["--define:Symbol.dispose=undefined", "--pure:FinalizationRegistry"];
  const known = Object.keys(names).join("|");
  if (known) options.push(`--mangle-props=^(${known})$`, `--mangle-cache=${cache}`);
  const glue = bundled(folder, script, OF_ELEMENTS, "--minify", ...options);
  rmSync(cache);
  return glue;
}

/** Takes exports that the glue doesn't name out of a wasm, with all that only they need. */
function dropUncalled(wasm, glue) {
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm)));
  const called = exported.map(({ name }) => name).filter((name) => glue.includes(`.${name}`));
  const graph = `${wasm}.json`;
  writeFileSync(graph, JSON.stringify(called.map((name) => ({ name, root: true, export: name }))));
  execFileSync("wasm-metadce", ["--graph-file", graph, wasm, "-o", wasm], { stdio: ["ignore", "ignore", "inherit"] });
  rmSync(graph);
}

/** Shortens the names of a wasm's imports and exports, and of the module that it imports; returns the short ones. */
function shortened(wasm) {
  const printed = execFileSync("wasm-opt", [wasm, "-Oz", "--minify-imports-and-exports-and-modules", "-o", wasm], { encoding: "utf8" });
  const { imports, exports } = JSON.parse(printed);
  const [{ module }] = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(wasm)));
  return { module, names: Object.fromEntries([...imports.map(([, name, short]) => [name, short]), ...exports]) };
}

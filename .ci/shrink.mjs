// Takes out of the embeds' glue what no page calls, and shortens the names by which a glue and its wasm
// know each other: a hook of trunk's, once wasm-bindgen and wasm-opt are done.
//
// leptos brings streams for its server functions. No embed calls them, but wasm-bindgen exports them. A text
// goes into the wasm by the platform's encoder, where wasm-bindgen looks at one character after the other first; and
// a short one of ASCII comes out of it letter by letter, for which the platform's decoder takes three times as long.
// docs/dependencies.md has the figures.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder = process.env.TRUNK_STAGING_DIR] = process.argv.slice(2);

/** The classes that leptos's streams have in the glue. */
const UNCALLED = "IntoUnderlying\\w+";

const PATTERNS = [
  [new RegExp(`^export class ${UNCALLED} \\{\\n.*?^\\}\\n`, "gms"), "classes of streams"],
  [new RegExp(`^if \\(Symbol\\.dispose\\) ${UNCALLED}\\..*\\n`, "gm"), "disposal of streams"],
  [new RegExp(`^const ${UNCALLED}Finalization = .*?;\\n`, "gms"), "finalization of streams"],
  [/initSync, (?=__wbg_init as default)/g, "loading that blocks the page"],
  [
    /let offset = 0;\s+for \(; offset < len; offset\+\+\) \{.*?\n {4}\}\n {4}if \(offset !== len\) \{\n.*?\n {8}\}\n/s,
    "loop over a text's characters",
    `let { read, written: offset } = cachedTextEncoder.encodeInto(arg, mem.subarray(ptr, ptr + len));
    if (read !== len) {
        arg = arg.slice(read);
`,
  ],
  [
    /(?<=function getStringFromWasm0\(ptr, len\) \{\n {4}ptr = ptr >>> 0;\n)/,
    "reading of a text",
    `    if (len < 32) {
        const mem = getUint8ArrayMemory0();
        let text = "", at = ptr;
        while (at < ptr + len && mem[at] < 128) text += String.fromCharCode(mem[at++]);
        if (at === ptr + len) return text;
    }
`,
  ],
];

for (const wasm of readdirSync(folder).filter((file) => file.endsWith("_bg.wasm"))) {
  const script = join(folder, wasm.replace("_bg.wasm", ".js"));
  const glue = PATTERNS.reduce(without, readFileSync(script, "utf8"));
  const input = shortened(glue, join(folder, wasm));
  writeFileSync(script, execFileSync("esbuild", ["--bundle", "--format=esm", "--minify", "--log-level=error"], { input }));
}

/** `text` without what the pattern finds, or with `instead`; one that finds nothing is out of date. */
function without(text, [pattern, what, instead = ""]) {
  const rest = text.replace(pattern, instead);
  if (rest === text) throw new Error(`shrink: wasm-bindgen writes no ${what} any more, or otherwise: look at the glue`);
  return rest;
}

/** The glue with the names that wasm-opt gives to what it and the wasm call of each other. */
function shortened(glue, wasm) {
  const told = execFileSync("wasm-opt", [wasm, "-Oz", "--minify-imports-and-exports-and-modules", "-o", wasm]);
  const { imports, exports } = JSON.parse(told);
  const called = new Map(exports);
  const calls = new Map(imports.map(([, name, short]) => [name, JSON.stringify(short)]));
  return glue
    .replace(/\bwasm\.(\w+)/g, (whole, name) => `wasm.${called.get(name) ?? name}`)
    .replace(/^ {8}(\w+): function/gm, (whole, name) => `${calls.get(name) ?? name}: function`)
    // All that is imported comes from one module, which wasm-opt calls so.
    .replace(/"\.\/[\w-]+_bg\.js": import0/, "a: import0");
}

// Programs that stop by `unreachable`, as a panic of Rust does there: written from the built ones, whose exports get an
// instruction more.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST } from "./server.mjs";

const BIN = fileURLToPath(new URL("../node_modules/.bin/", import.meta.url));
// What browsers have: with all its features, Binaryen writes what none of them reads.
const FEATURES = ["reference-types", "multivalue", "bulk-memory", "sign-ext", "nontrapping-float-to-int", "mutable-globals"].map((one) => `--enable-${one}`);
const STOP_IF_ARMED = "(if (global.get $armed) (then (unreachable)))";

/** What an interactive bundle calls its exports: that which reads a document, shows one, checks one, listens, and goes on with a task. */
function exportsOf(bundle) {
  const glue = readFileSync(`${DIST}election-widgets-${bundle}.js`, "utf8");
  const [, read] = glue.match(/constructor\(\w+\)\{[^}]*?=\w+\.(\w+)\(\w+,\w+\)/);
  const [, show] = glue.match(/return \w+\.(\w+)\([^()]*\)!==0/);
  const [, listen] = glue.match(/function \w+\(\w+,\w+,\w+\)\{\w+\.(\w+)\(\w+,\w+,\w+\)\}/);
  const [, resume] = glue.match(/=\w+\.(\w+)\(\w+,\w+,\w+\);if\(\w+\[1\]/);
  const [, validate] = glue.match(new RegExp(`function ${glue.match(/validateDocument:(\w+)/)[1]}\\(.*?\\}let \\w+=\\w+\\.(\\w+)\\(`));
  return { read, show, validate, listen, resume };
}

/** The wasm of a bundle that stops in `at` (read, show, validate, listen or resume) once it has read this document. */
export function stoppingAt(bundle, at, text) {
  const length = Buffer.byteLength(JSON.stringify(JSON.parse(text)));
  const names = exportsOf(bundle);
  const arm = `(if (i32.eq (local.get $1) (i32.const ${length})) (then (global.set $armed (i32.const 1))))`;
  return rewritten(`election-widgets-${bundle}_bg.wasm`, at == "read" ? { [names.read]: arm + STOP_IF_ARMED } : { [names.read]: arm, [names[at]]: STOP_IF_ARMED });
}

// A module whose export does nothing but `unreachable`.
const UNREACHABLE = "0061736d01000000010401600000030201000708010473746f7000000a05010300000b";

/** The `renderToString` of a module for Node that stops at this document, and the number of instances that it made. */
export async function renderingUntil(text) {
  const folder = mkdtempSync(join(tmpdir(), "trapping-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  cpSync(`${DIST}node`, folder, { recursive: true });
  renameSync(join(folder, "election-widgets-node.js"), join(folder, "real.js"));
  // Writing the whole program as text takes half a minute.
  writeFileSync(
    join(folder, "election-widgets-node.js"),
    `import make from "./real.js";
export const made = { count: 0 };
export default function (guard) {
  made.count++;
  const { stop } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from("${UNREACHABLE}", "hex"))).exports;
  const element = (exports) => (...given) => (given[2] == ${Buffer.byteLength(text)} ? stop() : exports.page_element(...given));
  return make((exports) => guard({ ...exports, page_element: element(exports) }));
}`,
  );
  const [{ renderToString }, { made }] = await Promise.all(["index.js", "election-widgets-node.js"].map((name) => import(join(folder, name))));
  return { render: renderToString, made };
}

/** A command of the npm package whose program stops at once. */
export function stoppingCommand() {
  const folder = mkdtempSync(join(tmpdir(), "trapping-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  const module = "0061736d01000000010401600000030201000503010001071302066d656d6f72790200065f737461727400000a05010300000b";
  writeFileSync(join(folder, "cli.wasm"), Buffer.from(module, "hex"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  cpSync(fileURLToPath(new URL("../../www/npm/cli.js", import.meta.url)), join(folder, "cli.js"));
  return join(folder, "cli.js");
}

/** A program of which each call stops. */
export const stoppingAlways = (program) => rewritten(program, { call: "(unreachable)" });

function rewritten(program, additions) {
  const folder = mkdtempSync(join(tmpdir(), "trapping-"));
  const [text, wasm] = ["text.wat", "program.wasm"].map((name) => join(folder, name));
  execFileSync(`${BIN}wasm-dis`, [...FEATURES, `${DIST}${program}`, "-o", text]);
  const lines = readFileSync(text, "utf8").split("\n");
  for (const [name, code] of Object.entries(additions)) {
    const [, internal] = lines.map((line) => line.match(/^ \(export "(.*)" \(func (\S+)\)\)$/)).find((found) => found?.[1] == name).slice(1);
    let place = lines.findIndex((line) => line.startsWith(` (func ${internal} `)) + 1;
    while (lines[place].startsWith("  (local ")) place++;
    lines.splice(place, 0, code);
  }
  lines.splice(lines.findIndex((line) => line.startsWith(" (memory ")), 0, " (global $armed (mut i32) (i32.const 0))");
  writeFileSync(text, lines.join("\n"));
  execFileSync(`${BIN}wasm-as`, [...FEATURES, text, "-o", wasm]);
  const body = readFileSync(wasm);
  rmSync(folder, { recursive: true });
  return { body, type: "application/wasm" };
}

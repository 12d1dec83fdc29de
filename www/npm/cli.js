#!/usr/bin/env node
// The command `election-widgets`: the program of crates/cli as WebAssembly, and `copy` and `integrity`, which only the npm
// package needs.
import { cpSync, existsSync, readFileSync, statSync } from "node:fs";
import { parse } from "node:path";
import { fileURLToPath } from "node:url";

const near = (path) => fileURLToPath(new URL(path, import.meta.url));

const COPY = `Copies the files that widgets fetch into a folder of your site.

Usage: election-widgets copy FOLDER

EXAMPLE:
  npx election-widgets copy public/ew

EXIT CODES:
  0  the files are there
  2  they could not be copied, or the command was not understood`;

function copy(args) {
  if (args.includes("--help") || args.includes("-h")) return void console.log(COPY);
  if (args.length != 1 || args[0].startsWith("-")) return refuse(`expected one folder, found ${args.length ? args.join(" ") : "nothing"} (write: election-widgets copy public/ew)`);
  const [folder] = args;
  if (existsSync(folder) && !statSync(folder).isDirectory()) return refuse(`${folder}: is a file, expected a folder`);
  try {
    cpSync(near("./files/"), folder, { recursive: true });
  } catch (error) {
    return refuse(`${folder}: cannot be written: ${error.message}`);
  }
  console.log(`Copied to ${folder}. If your site serves that folder as /ew/:

  <script type="module" src="/ew/election-widgets.js"></script>

or, with a bundler that carries no files:

  import { configure, define } from "election-widgets";
  configure({ base: "/ew/" });
  define();`);
}

const INTEGRITY = `Prints the lines for a page that loads the widgets from another place, with the digest of each script.

Usage: election-widgets integrity ADDRESS

EXAMPLE:
  npx election-widgets integrity https://cdn.example/npm/election-widgets@VERSION/files/

EXIT CODES:
  0  the lines are printed
  2  the command was not understood`;

function integrity(args) {
  if (args.includes("--help") || args.includes("-h")) return void console.log(INTEGRITY);
  if (args.length != 1 || !/^([a-z]+:\/)?\/[^"<>\s]*$/.test(args[0])) return refuse(`expected the address of the folder files/, found ${args.length ? args.join(" ") : "nothing"} (write: election-widgets integrity /ew/)`);
  const base = args[0].replace(/\/?$/, "/");
  const { files } = JSON.parse(readFileSync(near("./integrity.json"), "utf8"));
  const scripts = Object.entries(files).filter(([path]) => /^files\/.*\.js$/.test(path));
  const digests = Object.fromEntries(scripts.map(([path, { integrity }]) => [base + path.slice("files/".length), integrity]));
  const entry = `${base}election-widgets.js`;
  console.log(`<script type="importmap">${JSON.stringify({ integrity: digests }, null, 2)}</script>
<script type="module" crossorigin integrity="${digests[entry]}" src="${entry}"></script>`);
}

const FAILURE = 2;

function refuse(message) {
  console.error(`error: ${message}`);
  return (process.exitCode = FAILURE);
}

/** Runs the program. It sees the files of this drive, and starts in this folder. */
async function run(args) {
  // Node calls its WASI experimental at every start.
  const { emitWarning } = process;
  process.emitWarning = (warning, kind, ...rest) => kind == "ExperimentalWarning" || emitWarning.call(process, warning, kind, ...rest);
  const { WASI } = await import("node:wasi");
  const { root } = parse(process.cwd());
  const plain = (path) => (process.platform == "win32" ? path.replace(/^[a-z]:(?=[\\/])/i, "").replaceAll("\\", "/") : path);
  const env = { ...process.env, PWD: plain(process.cwd()) };
  const wasi = new WASI({ version: "preview1", args: ["election-widgets", ...args.map(plain)], env, preopens: { "/": root } });
  const module = await WebAssembly.compile(readFileSync(near("./cli.wasm")));
  return wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
}

const args = process.argv.slice(2);
if (args[0] == "copy") {
  copy(args.slice(1));
} else if (args[0] == "integrity") {
  integrity(args.slice(1));
} else {
  process.exitCode = await run(args).catch(({ message }) => refuse(`the program stopped (${message}). Please report it with what it was given`));
  if (/^(--help|-h|help)$/.test(args[0] ?? "help") && args.length < 2) console.log("\nIn the npm package also:\n  copy       Copies the files that widgets fetch into a folder of your site\n  integrity  Prints the lines for a page that loads the widgets from another place, with their digests");
}

// `make dev`: serves the demo with one unoptimised bundle, and builds it again when a source changes.
//
// The bundle of all widgets stands in for that of each, and there is no first paint. Prerendered pages, sizes and speed
// need `make build`.
import { execFileSync } from "node:child_process";
import { cpSync, createReadStream, existsSync, mkdirSync, rmSync, statSync, watch, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { OF_ELEMENTS, bundled, factory } from "./glue.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const out = join(target, "dev");
const PORT = Number(process.env.PORT ?? 8080);
const WASM = "wasm32-unknown-unknown";
const BUNDLES = ["all", "results", "observers", "alliances"];

const run = (command, ...args) => execFileSync(command, args, { cwd: root, stdio: "inherit" });

/** Builds the bundle and puts it under the name of each. */
function buildBundle() {
  run("cargo", "build", "--quiet", "--target", WASM, "-p", "election-widgets-embed", "--bin", "election-widgets-all");
  const program = join(target, WASM, "debug", "election-widgets-all.wasm");
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--keep-debug", "--out-dir", out, program);
  const script = "election-widgets-all.js";
  writeFileSync(join(out, script), factory(script, bundled(out, script, OF_ELEMENTS)));
  for (const name of BUNDLES.slice(1)) {
    for (const end of [".js", "_bg.wasm"]) cpSync(`${out}/election-widgets-all${end}`, `${out}/election-widgets-${name}${end}`);
  }
}

/** Builds the readers of tables. */
function buildTableReaders() {
  run("cargo", "build", "--quiet", "--target", WASM, "-p", "election-widgets-table");
  const folder = join(target, "programs");
  for (const name of BUNDLES.slice(1)) {
    const program = `election-widgets-table-${name}`;
    run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", folder, join(target, WASM, "debug", `${program}.wasm`));
    cpSync(join(folder, `${program}_bg.wasm`), join(out, `${program}.wasm`));
  }
}

/** Builds the program that draws pictures. */
function buildPictureProgram() {
  const name = "election-widgets-picture";
  run("cargo", "build", "--quiet", "--target", WASM, "-p", name, "--features", "page");
  const folder = join(target, "programs");
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", folder, join(target, WASM, "debug", `${name}.wasm`));
  cpSync(join(folder, `${name}_bg.wasm`), join(out, `${name}.wasm`));
}

/** Bundles the scripts and copies what the demo's pages load. */
function buildPages() {
  const scripts = ["", "-interactive", "-first-paint", "-hydrate", "-feed", "-picture", "-table"].map((name) => `www/election-widgets${name}.js`);
  run("esbuild", "--bundle", "--format=esm", "--sourcemap=inline", "--log-level=error", "--external:./election-widgets-*.js", `--outdir=${out}`, ...scripts);
  for (const folder of ["locale", "geo", "data", "articles", "site", "schema"]) cpSync(join(root, "www", folder), join(out, folder), { recursive: true });
  cpSync(join(root, "index.html"), join(out, "index.html"));
  run("node", "scripts/demo.mjs", out);
  for (const [name, tag] of [["", []], ["-results", ["results-chart"]], ["-observers", ["observer-map"]], ["-alliances", ["alliance-grid"]]]) {
    const css = execFileSync(join(target, "debug", "election-widgets"), ["styles", ...tag]);
    writeFileSync(join(out, `election-widgets${name}.css`), css);
  }
}

let building = false;
let again = false;
function build() {
  if (building) return void (again = true);
  building = true;
  const began = performance.now();
  try {
    mkdirSync(out, { recursive: true });
    // The command's debug build prints the style sheets.
    run("cargo", "build", "--quiet", "-p", "election-widgets-cli");
    buildBundle();
    buildTableReaders();
    buildPictureProgram();
    buildPages();
    console.log(`dev: built in ${((performance.now() - began) / 1000).toFixed(1)} s: http://127.0.0.1:${PORT}`);
  } catch (error) {
    console.log(`dev: not built: ${error.message}`);
  }
  building = false;
  if (again) {
    again = false;
    build();
  }
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".txt": "text/plain", ".wasm": "application/wasm" };

function answer({ url }, response) {
  const path = normalize(decodeURIComponent(new URL(url, "http://127.0.0.1").pathname));
  const file = join(out, path.endsWith("/") ? `${path}index.html` : path);
  if (!file.startsWith(out) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
  createReadStream(file).pipe(response);
}

rmSync(out, { recursive: true, force: true });
build();
createServer(answer).listen(PORT, "127.0.0.1");

// Editors write a file in several steps.
let timer;
const changed = () => {
  clearTimeout(timer);
  timer = setTimeout(build, 100);
};
for (const path of ["src", "crates", "www", "docs", "scripts/demo", "index.html"]) watch(join(root, path), { recursive: true }, changed);

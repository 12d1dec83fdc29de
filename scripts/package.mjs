// Makes the npm package from dist/: the folder target/npm, then election-widgets-VERSION.tgz, a .zip of the same files for
// people without npm, and SHA256SUMS. `make package` installs the tools and builds dist/ before.
//
// What a widget fetches is in files/, as in dist/. The modules around it are made from www/ with another files.js, in which
// each address is written out (scripts/package/addresses.mjs).
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { pageAddresses, serverAddresses } from "./package/addresses.mjs";
import { manifest, types } from "./package/editors.mjs";
import { inlineFiles } from "./package/inline.mjs";
import { thirdParty } from "./package/licences.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = join(root, "dist");
const out = join(root, "target/npm");
const version = readFileSync(join(root, "Cargo.toml"), "utf8").match(/^version = "(.*)"/m)[1];
const tools = createRequire(join(root, "target/package-tools/package.json"));

const ENTRIES = ["index", "auto", "results-chart", "observer-map", "alliance-grid"];
const DEFINING = ["auto", "results-chart", "observer-map", "alliance-grid", "inline"];
const FRAMEWORKS = ["react", "preact", "solid", "svelte", "vue"];
const DOCS = ["data", "elements", "geo", "loading", "prerender", "styling"];

const write = (path, text) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
};
const writeJson = (path, value) => write(path, `${JSON.stringify(value, null, 2)}\n`);
const read = (path) => readFileSync(join(root, path), "utf8");
const replaced = (text, from, to) => {
  if (!text.includes(from)) throw new Error(`${JSON.stringify(from)} is not there to be replaced`);
  return text.replaceAll(from, to);
};
const listed = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll("\\", "/"))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
const esbuild = (...args) => execFileSync("esbuild", ["--format=esm", "--log-level=warning", `--define:globalThis.ELECTION_WIDGETS_VERSION="${version}"`, ...args], { cwd: root, stdio: "inherit" });

/** What widgets fetch, with the element script for pages without a bundler. */
function copyFiles() {
  const fetched = listed(dist).filter((path) => /^(election-widgets[^/]*\.(js|css|wasm)|(locale|geo)\/[^/]*)$/.test(path));
  for (const path of fetched) cpSync(join(dist, path), join(out, "files", path));
  cpSync(join(dist, "schema"), join(out, "schema"), { recursive: true });
  return fetched;
}

function writeScripts(fetched) {
  // The element script is an entry of its own, which no module imports.
  write("files.js", pageAddresses(fetched.filter((path) => path != "election-widgets.js")));
  esbuild("--bundle", "--external:./files.js", "--legal-comments=none", `--outfile=${out}/index.js`, "www/npm/index.js");
  for (const name of [...ENTRIES.slice(1), "vite"]) write(`${name}.js`, read(`www/npm/${name}.js`));
  writeInline(fetched);
}

function writeInline(fetched) {
  const folder = mkdtempSync(join(tmpdir(), "election-widgets-"));
  try {
    cpSync(join(root, "www"), folder, { recursive: true, filter: (path) => !/\/(data|articles|site|schema|styles)$/.test(path) });
    writeFileSync(join(folder, "files.js"), inlineFiles(dist, fetched));
    const loaders = ["--loader:.wasm=base64", "--loader:.css=text", "--loader:.txt=text", "--loader:.json=text"];
    esbuild("--bundle", "--minify", ...loaders, `--outfile=${out}/inline.js`, join(folder, "npm/inline.js"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeServer(fetched) {
  for (const name of ["index.js", "guard.js", "election-widgets-node.js", "election-widgets-node_bg.wasm"]) cpSync(join(dist, "node", name), join(out, "server", name));
  write("server/files.js", serverAddresses(fetched));
  write("server/index.d.ts", replaced(read("crates/node/js/index.d.ts"), "../election-widgets.d.ts", "../types/election-widgets.js"));
}

async function writeTypes() {
  cpSync(join(root, "www/npm/types"), join(out, "types"), { recursive: true });
  cpSync(join(dist, "election-widgets.d.ts"), join(out, "types/election-widgets.d.ts"));
  write("types/elements.d.ts", types());
  writeJson("custom-elements.json", manifest());
  process.chdir(out); // the first of these reads the package.json around it
  const load = async (name) => import(pathToFileURL(tools.resolve(name)));
  const { generateJetBrainsWebTypes } = await load("custom-element-jet-brains-integration");
  const { generateVsCodeCustomElementData } = await load("custom-element-vs-code-integration");
  generateJetBrainsWebTypes(manifest(), { outdir: out, webTypesFileName: "web-types.json", packageJson: false, hideLogs: true });
  generateVsCodeCustomElementData(manifest(), { outdir: out, htmlFileName: "vscode.html-custom-data.json", cssFileName: "vscode.css-custom-data.json", hideLogs: true });
  // The tool writes its own package's name and version.
  const webTypes = JSON.parse(readFileSync(join(out, "web-types.json"), "utf8"));
  writeJson("web-types.json", { ...webTypes, name: "election-widgets", version });
}

/** The command as one program for every system, which cli.js runs. */
function writeCommand() {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
  const options = ["--quiet", "--locked", "--profile", "command", "--target", "wasm32-wasip1", "-p", "election-widgets-cli"];
  execFileSync("cargo", ["build", ...options], { cwd: root, stdio: "inherit" });
  const built = join(target, "wasm32-wasip1/command/election-widgets.wasm");
  execFileSync("wasm-opt", ["--strip-debug", "--strip-producers", built, "-o", join(out, "cli.wasm")], { stdio: "inherit" });
  cpSync(join(root, "www/npm/cli.js"), join(out, "cli.js"));
}

function writeTexts() {
  const readme = read("docs/npm.md").replaceAll(/\]\((?:\.\.\/)?([a-z]+)\.md(#[^)]*)?\)/g, (_, name, part = "") => `](docs/${name}.md${part})`);
  write("README.md", readme);
  for (const name of DOCS) write(`docs/${name}.md`, read(`docs/${name}.md`));
  for (const name of ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "LICENSE-UNICODE"]) write(name, read(name));
  write("THIRD-PARTY.md", thirdParty(root));
}

function writeManifest() {
  const entry = (types, path) => ({ types: `./${types}`, default: `./${path}` });
  const exports = { ".": entry("types/index.d.ts", "index.js") };
  for (const name of DEFINING) exports[`./${name}`] = entry("types/index.d.ts", `${name}.js`);
  exports["./server"] = entry("server/index.d.ts", "server/index.js");
  exports["./vite"] = entry("types/vite.d.ts", "vite.js");
  for (const name of FRAMEWORKS) exports[`./${name}`] = entry(`types/${name}.d.ts`, "types/empty.js");
  const files = { "./files/*": "./files/*", "./schema/*": "./schema/*", "./geo/*": "./files/geo/*" };
  const single = ["integrity.json", "custom-elements.json", "package.json"].map((name) => [`./${name}`, `./${name}`]);
  const { GITHUB_SERVER_URL: host, GITHUB_REPOSITORY: repository } = process.env;
  writeJson("package.json", {
    name: "election-widgets",
    version,
    description: "Results chart, observer map and alliance grid for election news: custom elements that show what a source says and no more",
    keywords: ["election", "results", "chart", "map", "news", "custom-elements", "web-components", "webassembly"],
    license: "(MIT OR Apache-2.0) AND Unicode-3.0",
    ...(repository ? { repository: { type: "git", url: `git+${host}/${repository}.git` } } : {}),
    type: "module",
    exports: { ...exports, ...files, ...Object.fromEntries(single) },
    main: "./index.js",
    types: "./types/index.d.ts",
    bin: { "election-widgets": "cli.js" },
    sideEffects: [...DEFINING.map((name) => `./${name}.js`), "./files/election-widgets.js"],
    customElements: "custom-elements.json",
    "web-types": "web-types.json",
    unpkg: "files/election-widgets.js",
    jsdelivr: "files/election-widgets.js",
    engines: { node: ">=20" },
    publishConfig: { access: "public", provenance: true },
  });
}

const sized = (bytes) => ({ bytes: bytes.length, brotli: brotliCompressSync(bytes).length });

/** integrity.json: of each file that a page can load, its size and its digest. */
function writeIntegrity(fetched) {
  const paths = [...ENTRIES.map((name) => `${name}.js`), "files.js", "inline.js", ...fetched.map((path) => `files/${path}`)];
  const entries = paths.map((path) => {
    const bytes = readFileSync(join(out, path));
    return [path, { ...sized(bytes), integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}` }];
  });
  writeJson("integrity.json", { version, files: Object.fromEntries(entries) });
  return entries;
}

/** The tarball, the zip and their digests, in target/. */
function pack() {
  const name = `election-widgets-${version}`;
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", join(root, "target"), out], { stdio: ["ignore", "ignore", "inherit"] });
  const { zipSync } = tools("fflate");
  const date = new Date("1985-10-26T08:15:00Z"); // as npm has it, so that equal files make an equal zip
  const entries = listed(out).map((path) => [`${name}/${path}`, [readFileSync(join(out, path)), { mtime: date, level: 9 }]]);
  writeFileSync(join(root, `target/${name}.zip`), zipSync(Object.fromEntries(entries)));
  const made = [`${name}.tgz`, `${name}.zip`];
  const sum = (file) => `${createHash("sha256").update(readFileSync(join(root, "target", file))).digest("hex")}  ${file}\n`;
  writeFileSync(join(root, "target/SHA256SUMS"), made.map(sum).join(""));
  return made;
}

if (!existsSync(join(dist, "node"))) throw new Error("dist/ is not there or not finished: run `make package`, which builds it");
rmSync(out, { recursive: true, force: true });
const fetched = copyFiles();
writeScripts(fetched);
writeServer(fetched);
writeManifest();
await writeTypes();
writeTexts();
writeCommand();
const entries = writeIntegrity(fetched);
const made = pack();

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
console.log(`${"size in kB".padEnd(52)}${"raw".padStart(9)}${"brotli".padStart(9)}`);
for (const [path, { bytes, brotli }] of entries) console.log(path.padEnd(52) + kb(bytes) + kb(brotli));
for (const file of made) console.log(`target/${file}`.padEnd(52) + kb(statSync(join(root, "target", file)).size));

// Prints the size of each file of dist/ that a page may load: raw, gzip and brotli, as a server
// sends them, and what one widget costs in all. Fails where one is over its line in scripts/size-budget.txt.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const files = readdirSync(dist, { recursive: true })
  .map(String)
  .filter((path) => statSync(dist + path).isFile() && !path.startsWith("node/"))
  .sort();
const rows = files.map((path) => {
  const bytes = readFileSync(dist + path);
  return { path, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli(bytes) };
});

// What a page with one widget loads: for its first picture, and with the interactive bundle that comes when a reader touches it.
const sized = (path) => rows.find((row) => row.path == path) ?? { path, raw: NaN, gzip: NaN, brotli: NaN };
const shared = rows.filter(({ path }) => /^election-widgets(-interactive)?\.js$/.test(path));
const add = (path, all) => {
  const sum = (part) => all.reduce((total, row) => total + row[part], 0);
  rows.push({ path, raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") });
};
for (const bundle of files.filter((path) => path.endsWith("_bg.wasm"))) {
  const name = bundle.replace("_bg.wasm", "");
  const styles = sized(files.includes(`${name}.css`) ? `${name}.css` : "election-widgets.css");
  const alone = name.replace("election-widgets-", "");
  const firstPaint = [`election-widgets-first-paint-${alone}.wasm`, "election-widgets-first-paint.js", `locale/en-${alone}.txt`].map(sized);
  add(`first picture: ${alone}`, [sized("election-widgets.js"), ...firstPaint, styles]);
  add(`with ${name}`, [...shared, sized(bundle), sized(`${name}.js`), styles]);
}

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
console.log(`${"size in kB".padEnd(36)}${"raw".padStart(9)}${"gzip".padStart(9)}${"brotli".padStart(9)}`);
for (const { path, raw, gzip, brotli } of rows) console.log(path.padEnd(36) + kb(raw) + kb(gzip) + kb(brotli));

// The part by which a file may outgrow its line: the same source is packed a little otherwise by another build.
const ROOM = 0.02;

const budget = readFileSync(new URL("size-budget.txt", import.meta.url), "utf8");
const lines = budget.split("\n").filter((line) => line && !line.startsWith("#"));
for (const line of lines) {
  const [, most, path] = line.match(/^ *([\d.]+) +(.+)$/) ?? [];
  const { brotli } = sized(path);
  if (brotli <= most * 1000 * (1 + ROOM)) continue;
  console.error(`${path}: ${brotli} bytes of brotli, expected at most ${ROOM * 100} % over ${most} kB (scripts/size-budget.txt)`);
  process.exitCode = 1;
}

// Prints the size of each file of dist/ that a page may load: raw, gzip and brotli, as a server
// sends them, and what one widget costs in all.
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
const loaded = rows.filter(({ path }) => /^election-widgets[^/]*\.(js|wasm|css)$/.test(path));
const sum = (name) => loaded.reduce((total, row) => total + row[name], 0);
rows.push({ path: "one widget in English", raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") });

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
console.log(`${"size in kB".padEnd(36)}${"raw".padStart(9)}${"gzip".padStart(9)}${"brotli".padStart(9)}`);
for (const { path, raw, gzip, brotli } of rows) console.log(path.padEnd(36) + kb(raw) + kb(gzip) + kb(brotli));

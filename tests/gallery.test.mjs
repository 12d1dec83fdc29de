// The gallery and the documentation, as scripts/demo.mjs writes them. They are drawn by the command in tests/e2e.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { deflateSync, inflateSync } from "node:zlib";
import { isReal } from "../scripts/demo/gallery.mjs";
import { html } from "../scripts/demo/markdown.mjs";
import { NEWS } from "../scripts/demo/night.mjs";
import { withPalette } from "../scripts/demo/png.mjs";
import { WIDGETS } from "../scripts/demo/states.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const STATES = WIDGETS.flatMap(({ tag, groups }) => groups.flatMap(({ states }) => states.map((state) => ({ tag, ...state }))));
const read = (path) => readFileSync(join(ROOT, path), "utf8");

let out;
before(() => {
  out = mkdtempSync(join(tmpdir(), "gallery-"));
  execFileSync("node", [join(ROOT, "scripts/demo.mjs"), out]);
});
after(() => rmSync(out, { recursive: true }));

const pages = (folder) => readdirSync(join(out, folder)).filter((name) => name.endsWith(".html"));

test("every document of the demo and of the tests is in the gallery", () => {
  const shown = new Set(STATES.map(({ file }) => file));
  const documents = ["tests/data", "www/data"].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`));
  assert.deepEqual(documents.filter((file) => !shown.has(file)), []);
});

test("every document that a rendered snapshot shows is in the gallery", () => {
  const tests = ["tests/rendered.rs", "tests/observers/support.rs", "tests/alliances/support.rs", "tests/results/support.rs"].map(read).join("\n");
  const used = new Set(tests.match(/(?:www|tests)\/data\/[\w-]+\.json/g));
  const shown = new Set(STATES.map(({ file }) => file));
  assert.deepEqual([...used].filter((file) => !shown.has(file)), []);
});

test("every status that a count can have is in the gallery", () => {
  const word = /\w+ = "([\w-]+)"/g;
  const [, list] = read("src/wire/results.rs").match(/"a status", Status \{([^}]*)\}/);
  const statuses = [...list.matchAll(word)].map(([, status]) => status);
  const shown = new Set(STATES.filter(({ tag }) => tag == "results-chart").flatMap(({ file, change }) => {
    const data = JSON.parse(read(file));
    change?.(data);
    return data.counts.map(({ status }) => status);
  }));
  assert.deepEqual(statuses.filter((status) => !shown.has(status)), []);
});

test("every view, and each order of every widget, is in the gallery", () => {
  const asked = (name) => new Set(STATES.map(({ attributes }) => attributes?.[name]));
  for (const view of ["alliances", "states", "timeline", "overlap"]) assert.ok(asked("view").has(view), view);
  for (const order of ["name", "document", "number", "likeness", "size", "organisation"]) assert.ok(asked("order").has(order), order);
});

test("states of one widget have names of their own", () => {
  for (const { groups, title } of WIDGETS) {
    const names = groups.flatMap(({ states }) => states.map(({ name }) => name));
    assert.equal(new Set(names).size, names.length, title);
  }
});

test("a document that the gallery calls real names and links every source, and says nowhere that it is made up", () => {
  const real = STATES.filter((state) => isReal(state, read(state.file)));
  assert.ok(real.length > 20);
  for (const { file } of real) {
    assert.doesNotMatch(read(file), /made[ -]up|never happened/i, file);
    for (const { url, publisher } of JSON.parse(read(file)).sources) assert.ok(/^https?:/.test(url) && publisher, file);
  }
});

test("a document that the gallery changes is not called real", () => {
  const text = JSON.stringify({ sources: [{ url: "https://tass.com/world/1063206" }] });
  assert.equal(isReal({}, text), true);
  assert.equal(isReal({ change() {} }, text), false);
  assert.equal(isReal({}, '{ "sources": [{ "url": "https://list.example/" }] }'), false);
  assert.equal(isReal({}, '{ "sources": [{ "publisher": "agency report" }] }'), false);
});

test("the page of the recorded night says of each of its documents what it brings", () => {
  const night = JSON.parse(read("examples/night/night.json")).map(({ file }) => file);
  assert.deepEqual(Object.keys(NEWS), night);
  for (const file of night) assert.equal(JSON.parse(readFileSync(join(out, "gallery/night", file), "utf8")).test, true, file);
});

test("every link of the gallery and of the documentation leads to a file of the demo", () => {
  for (const folder of ["gallery", "docs"]) {
    for (const name of pages(folder)) {
      const text = readFileSync(join(out, folder, name), "utf8");
      for (const [, address] of text.matchAll(/(?:href|src)="(?!https?:|mailto:|#)([^"#]+)/g)) {
        const path = normalize(join(folder, address));
        const inDemo = [join(out, path), join(ROOT, "www", path)].some(existsSync) || /^(index\.html|election-widgets\..*)$/.test(path);
        assert.ok(inDemo, `${folder}/${name}: ${address}`);
      }
    }
  }
});

test("a link to a part of a page leads to a part that the page has", () => {
  for (const folder of ["gallery", "docs"]) {
    for (const name of pages(folder)) {
      const text = readFileSync(join(out, folder, name), "utf8");
      for (const [, file, part] of text.matchAll(/href="([\w./-]*\.html)?#([^"]+)"/g)) {
        const target = readFileSync(join(out, dirname(join(folder, name)), file ?? name), "utf8");
        assert.ok(target.includes(`id="${part}"`), `${folder}/${name}: ${file ?? ""}#${part}`);
      }
    }
  }
});

test("Markdown becomes HTML, and HTML in it becomes text", () => {
  const to = { link: (href) => (href == "gone.md" ? undefined : href), image: (src) => src };
  assert.equal(html("# A `b` <c>\n\nd **e**\n*f*", to), '<h1 id="a-b-c">A <code>b</code> &#60;c&#62;</h1>\n<p>d <strong>e</strong> <em>f</em></p>');
  assert.equal(html("- a\n  b\n- [c](d.md)", to), '<ul><li>a b</li>\n<li><a href="d.md">c</a></li></ul>');
  assert.equal(html("see [c](gone.md)", to), "<p>see c</p>");
  assert.match(html("| a | b |\n| - | - |\n| `x\\|y` | 2 |", to), /<td><code>x\|y<\/code><\/td><td>2<\/td>/);
  assert.equal(html('<img alt="A chart" width="9" src="a.png">', to), '<p><img src="a.png" alt="A chart"></p>');
  assert.match(html("```html\n<p>*x*\n```", to), /<pre[^>]*><code>&#60;p&#62;\*x\*<\/code><\/pre>/);
});

test("the README's pictures are twice as wide as a widget of 640 px, and under 80 kB", () => {
  for (const name of ["results", "observers", "alliances"]) {
    const png = readFileSync(join(ROOT, `docs/pictures/${name}.png`));
    assert.equal(png.readUInt32BE(16), 1280, name);
    assert.ok(png.length <= 80_000, `${name}: ${png.length} bytes`);
  }
});

test("a picture with fewer colours keeps those of its areas, and each pixel gets the nearest", () => {
  const pixels = [[16, 32, 48], [16, 32, 48], [250, 250, 250], [240, 250, 250]];
  const chunk = (type, data) => [Buffer.from([0, 0, 0, data.length]), Buffer.from(type), Buffer.from(data), Buffer.alloc(4)];
  const header = [0, 0, 0, pixels.length, 0, 0, 0, 1, 8, 2, 0, 0, 0];
  const png = Buffer.concat([Buffer.alloc(8), ...chunk("IHDR", header), ...chunk("IDAT", deflateSync(Buffer.from([0, ...pixels.flat()])))]);
  const small = withPalette(png, 2);
  const part = (type, length) => small.subarray(small.indexOf(type) + 4, small.indexOf(type) + 4 + length);
  assert.deepEqual([...part("PLTE", 6)], [...pixels[0], ...pixels[2]]);
  assert.deepEqual([...inflateSync(part("IDAT", small.length))], [0, 0, 0, 1, 1]);
});

// The module for Node writes what the command line writes, byte for byte.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { renderToString } from "../../dist/node/index.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const command = `${process.env.CARGO_TARGET_DIR ?? `${root}target`}/command/election-widgets`;
const documents = readdirSync(`${root}dist/data`).map((name) => {
  const text = readFileSync(`${root}dist/data/${name}`, "utf8");
  const tags = { options: "results-chart", missions: "observer-map", alliances: "alliance-grid" };
  const key = Object.keys(tags).find((key) => key in JSON.parse(text));
  return { name, text, tag: tags[key] };
});
const chart = documents.find(({ name }) => name == "kazakhstan-2022.json");

/** What the command makes of elements, each by itself. */
function prerendered(elements, ...options) {
  const mark = "<!-- the next -->";
  const out = execFileSync(command, ["prerender", "--root", "dist", "--quiet", ...options], {
    cwd: root,
    input: elements.join(mark),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return out.split(mark);
}

const written = (tag, attributes, inside = "") =>
  `<${tag}${Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join("")}>${inside}</${tag}>`;

test("every document of the demo is the same HTML by the command and in Node", () => {
  const cases = documents.flatMap(({ name, text, tag }) =>
    ["en", "ru", "ru-KZ", undefined].flatMap((lang) => {
      const language = lang ? { lang } : {};
      const inside = `<script type="application/json">${text}</script>`;
      const attributes = { src: `data/${name}`, ...language, theme: "dark", order: "name" };
      return [
        { tag, text, attributes, element: written(tag, attributes) },
        { tag, text, attributes: language, element: written(tag, language, inside) },
      ];
    }),
  );
  assert.equal(cases.length, 8 * 29);
  const pages = prerendered(cases.map(({ element }) => element));
  cases.forEach(({ tag, text, attributes, element }, index) => {
    assert.notEqual(pages[index], element);
    assert.equal(renderToString(tag, text, attributes), pages[index], element.slice(0, 200));
  });
});

test("a style sheet can be linked, and element names can have a prefix", () => {
  const attributes = { src: `data/${chart.name}`, lang: "ru" };
  const [page] = prerendered([written("ew-results-chart", attributes)], "--link", "/a&b.css", "--prefix", "ew-");
  const html = renderToString(chart.tag, chart.text, { ...attributes, link: "/a&b.css", prefix: "ew-" });
  assert.equal(html, page);
  assert.ok(html.includes('<link rel="stylesheet" href="/a&amp;b.css">') && !html.includes("<style>"));
});

test("plain HTML is the same too, in each form", () => {
  const cases = documents.map(({ name, text, tag }) => ({ tag, text, attributes: { src: `data/${name}`, lang: "ru" } }));
  const elements = cases.map(({ tag, attributes }) => written(tag, attributes));
  for (const [form, option] of [[true, "--static"], ["feed", "--static=feed"], ["cms", "--static=cms"]]) {
    const pages = prerendered(elements, option, "--rehearsal");
    cases.forEach(({ tag, text, attributes }, index) =>
      assert.equal(renderToString(tag, text, { ...attributes, static: form }), pages[index], `${option} ${elements[index]}`),
    );
  }
  assert.ok(!renderToString(chart.tag, chart.text, { static: "cms" }).includes("<svg"));
  assert.throws(() => renderToString(chart.tag, chart.text, { static: "amp" }), { path: "static", message: /expected "feed" or "cms", found "amp"/ });
});

test("an object is rendered as its JSON text, and attributes as HTML writes them", () => {
  const data = JSON.parse(chart.text);
  assert.equal(renderToString(chart.tag, data), renderToString(chart.tag, JSON.stringify(data)));
  const html = renderToString(chart.tag, data, { title: 'a "b" <c> &', hidden: true, inert: false, count: null, fold: 3 });
  assert.ok(html.startsWith('<results-chart title="a &quot;b&quot; &lt;c&gt; &amp;" hidden="" fold="3"><template'), html.slice(0, 200));
  assert.throws(() => renderToString(chart.tag, data, { 'x onclick="': "" }), /no attribute is called/);
  assert.throws(() => renderToString(chart.tag, data, { onclick: "alert(1)" }), /no attribute is called "onclick"/);
  assert.throws(() => renderToString(chart.tag, data, { prefix: "x onclick=alert(1) " }), /prefix: expected lower-case letters/);
});

test("no text of a document ends the element that holds it", () => {
  const data = { ...JSON.parse(chart.text), title: "</script></template></results-chart><b>x" };
  for (const options of [{}, { src: "x.json" }]) {
    const html = renderToString(chart.tag, data, options);
    assert.ok(!html.includes("<b>x"));
    assert.equal(html.split("</results-chart>").length, 2);
  }
});

test("a document that can't be shown throws, with its place", () => {
  const data = JSON.parse(chart.text);
  data.counts[0].results.tokayev.percent = "81%";
  assert.throws(() => renderToString(chart.tag, data), {
    name: "Error",
    path: "counts[0].results.tokayev.percent",
    message: /^counts\[0\]\.results\.tokayev\.percent: expected a quantity, found "81%"/,
  });
  assert.throws(() => renderToString(chart.tag, "{"), { path: "" });
  assert.throws(() => renderToString(chart.tag, undefined), TypeError);
  // The command counts bytes as well.
  for (const long of ["x".repeat(6e6), "я".repeat(3e6)]) {
    const message = "expected at most 5 MB of JSON, found 6.0 MB";
    assert.throws(() => renderToString(chart.tag, { ...data, "x-long": long }), { name: "RangeError", path: "", message });
    assert.throws(() => renderToString(chart.tag, chart.text, { area: { "x-long": long } }), { message });
  }
  assert.throws(() => renderToString("pie-chart", data), { path: "", message: "no widget is called pie-chart" });
  // The next one is none the worse for it.
  assert.ok(renderToString(chart.tag, chart.text).includes("over 81%"));
});

test("warnings are reported, and the document is shown unchanged", () => {
  const data = JSON.parse(chart.text);
  data.counts[0].results.tokayev.percent = 181;
  const warnings = [];
  const html = renderToString(chart.tag, data, { onWarning: (warning) => warnings.push(warning) });
  assert.ok(html.includes("181%"));
  assert.equal(warnings[0].path, "counts[0].results.tokayev.percent");
  assert.match(warnings[0].message, /more than all there is/);
});

test("a map has its shapes from the package, or from the page", () => {
  const { tag, text } = documents.find(({ name }) => name == "made-up-observers.json");
  const shapes = readFileSync(`${root}dist/geo/central-asia-2018.json`, "utf8");
  const html = renderToString(tag, text);
  assert.ok(html.includes("ew-map-picture"));
  for (const area of [shapes, JSON.parse(shapes)]) {
    assert.equal(
      renderToString(tag, text, { area }).replace(/data-hydration-key="[^"]*"/, ""),
      html.replace(/data-hydration-key="[^"]*"/, ""),
    );
  }
  const own = { ...JSON.parse(text), area: { url: "own.json", credit: "x" } };
  assert.throws(() => renderToString(tag, own), { path: "area.url", message: /option area/ });
  assert.ok(renderToString(tag, own, { area: shapes }).includes("ew-map-picture"));
  assert.throws(() => renderToString(tag, own, { area: {} }), { path: "area.format" });
  assert.throws(() => renderToString(tag, { ...own, area: "../x" }), { path: "area" });
});

test("a server that takes the language from whoever asks does not keep ever more of them", async () => {
  const { Instance } = WebAssembly;
  let memory;
  WebAssembly.Instance = class extends Instance {
    constructor(...given) {
      super(...given);
      memory = this.exports.memory;
    }
  };
  const { renderToString } = await import("../../dist/node/index.js?languages");
  const render = (count, name) => {
    for (let index = 0; index < count; index++) renderToString("results-chart", chart.text, { lang: `ru-x-${name}${index}` });
    return memory.buffer.byteLength;
  };
  try {
    const before = render(100, "a");
    assert.ok(render(200, "b") - before < 1e6, "200 more languages take less than a megabyte");
  } finally {
    WebAssembly.Instance = Instance;
  }
});

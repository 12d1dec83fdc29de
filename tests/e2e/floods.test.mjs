// Thousands of mounts, updates and moves in one page: between the second and the third part, heap, memory of programs, nodes and
// listeners stay as they are. FLOOD says how many acts one part has; SEED repeats a run.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { COUNTS_WASM, launch, withBody } from "./browser.mjs";
import { DIST } from "./server.mjs";

const ACTS = Number(process.env.FLOOD ?? 100);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
/** What two equal parts may differ by. */
const SLACK = { nodes: 20, listeners: 5, heap: 1e6, wasm: 524_288 };
const read = (name) => readFileSync(`${DIST}data/${name}.json`, "utf8");
const TEXT = read("kazakhstan-2022");
/** How many widgets come at once. */
const CROWD = process.env.FLOOD ? 300 : 60;
const KINDS = { "results-chart": TEXT, "observer-map": read("made-up-observers"), "alliance-grid": read("alliances") };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Runs in the page: so many acts with up to 30 widgets, which are all gone in the end. */
async function act([text, count, seed]) {
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const frame = (window.frame ??= document.body.appendChild(document.createElement("iframe")));
  const places = [document.body, frame.contentDocument.body];
  const data = JSON.parse(text);
  const widgets = [];
  const any = () => widgets[Math.floor(random() * widgets.length)];
  const drawn = () => new Promise((done) => setTimeout(done, 10));
  const acts = [
    () => {
      const widget = document.createElement("results-chart");
      widget.data = data;
      widgets.push(widget);
      document.body.prepend(widget);
      if (widgets.length > 30) widgets.shift().remove();
    },
    () => any() && (any().data = { ...data, title: `Update ${random()}` }),
    () => any() && places[random() > 0.5 ? 1 : 0].prepend(any()),
    () => any()?.setAttribute("lang", random() > 0.5 ? "ru" : "en"),
    () => any()?.dispatchEvent(new Event("pointerover")),
  ];
  for (let turn = 0; turn < count; turn++) {
    acts[Math.floor(random() * acts.length)]();
    await drawn();
  }
  widgets.forEach((widget) => widget.remove());
  await new Promise((done) => setTimeout(done, 300));
  return seed;
}

/** Runs in the page: so many widgets of all kinds come at once, get new data and go. */
async function crowd([kinds, count]) {
  const all = (type) =>
    new Promise((done) => {
      let left = count;
      const hear = () => --left || (removeEventListener(type, hear), done());
      addEventListener(type, hear);
    });
  const documents = Object.entries(kinds).map(([tag, text]) => [tag, JSON.parse(text)]);
  const widgets = Array.from({ length: count }, (_, place) => {
    const [tag, data] = documents[place % documents.length];
    // All are in view at once.
    return Object.assign(document.createElement(tag), { data, style: "position: absolute; top: 0; inline-size: 20rem" });
  });
  const drawn = all("widget-ready");
  document.body.append(...widgets);
  await drawn;
  const updated = all("widget-update");
  for (const widget of widgets) widget.data = { ...widget.data, title: "New data" };
  await updated;
  widgets.forEach((widget) => widget.remove());
  await new Promise((done) => setTimeout(done, 300));
}

/** Asserts that what a page holds after the third part is what it held after the second. */
const staysFlat = (context, part) =>
  withBody(browser, { body: "", head: COUNTS_WASM }, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const measured = [];
    for (const count of [1, 2, 3]) {
      await part(page);
      for (let turn = 0; turn < 3; turn++) await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const of = (name) => metrics.find((one) => one.name == name).value;
      const figures = { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize"), wasm: await page.evaluate(() => window.wasmBytes()) };
      context.diagnostic(`after part ${count}: ${JSON.stringify(figures)}`);
      measured.push(figures);
    }
    const [, second, third] = measured;
    for (const [name, slack] of Object.entries(SLACK)) {
      assert.ok(third[name] - second[name] <= slack, `${name}: ${second[name]}, then ${third[name]}`);
    }
  });

test("mounts, updates and moves between documents leave nothing behind", (context) => {
  context.diagnostic(`SEED=${SEED}, ${ACTS} acts a part`);
  let seed = SEED;
  return staysFlat(context, async (page) => {
    seed = await page.evaluate(act, [TEXT, ACTS, seed]);
  });
});

test("many widgets of all kinds that come at once, get new data and go leave nothing behind", (context) => {
  context.diagnostic(`${CROWD} widgets a part`);
  return staysFlat(context, (page) => page.evaluate(crowd, [KINDS, CROWD]));
});

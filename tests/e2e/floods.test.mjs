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
const TEXT = readFileSync(`${DIST}data/kazakhstan-2022.json`, "utf8");

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

test("mounts, updates and moves between documents leave nothing behind", (context) =>
  withBody(browser, { body: "", head: COUNTS_WASM }, async (page) => {
    context.diagnostic(`SEED=${SEED} FLOOD=${ACTS}`);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    let seed = SEED;
    const measured = [];
    for (let part = 0; part < 3; part++) {
      seed = await page.evaluate(act, [TEXT, ACTS, seed]);
      for (let turn = 0; turn < 3; turn++) await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const of = (name) => metrics.find((one) => one.name == name).value;
      const figures = { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize"), wasm: await page.evaluate(() => window.wasmBytes()) };
      context.diagnostic(`after ${(part + 1) * ACTS} acts: ${JSON.stringify(figures)}`);
      measured.push(figures);
    }
    const [, second, third] = measured;
    for (const [name, slack] of Object.entries(SLACK)) {
      assert.ok(third[name] - second[name] <= slack, `${name}: ${second[name]}, then ${third[name]}`);
    }
  }));

// The figures as a picture, drawn by our own results chart.
import { writeFileSync } from "node:fs";
import { article } from "./contenders.mjs";
import { median } from "./figures.mjs";
import { serveFiles, withColdPage } from "./line.mjs";

const OURS = "#1d6fb8";
const BY_HAND = "#3d8b37";
const PEER = "#8b8f96";
const colorOf = (name) => (name.startsWith("ours") ? OURS : name.includes("by hand") ? BY_HAND : PEER);

/** A results document in which a contender's votes are its figure: a whole number, as votes are. */
function document(title, figures, date) {
  const all = Object.entries(figures).map(([name, value], n) => ({ id: `o${n}`, name, value: Math.round(value) }));
  return {
    title,
    contest: { office: "Less is better" },
    options: all.map(({ id, name }) => ({ id, kind: "party", name, color: colorOf(name) })),
    counts: [
      {
        id: "bench",
        status: "final",
        asOf: date,
        source: "bench",
        results: Object.fromEntries(all.map(({ id, value }) => [id, { votes: value }])),
      },
    ],
    sources: [{ id: "bench", title: "make bench", publisher: "election-widgets", date }],
  };
}

const without = (figures, unwanted) => Object.fromEntries(Object.entries(figures).filter(([name]) => name != unwanted));
const medians = (times) => Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));

/** Draws what was measured into a PNG file. */
export async function draw(browser, { bytes, prerendered, time, laboratory }, file) {
  const date = new Date().toISOString().slice(0, 10);
  const updates = Object.fromEntries(Object.entries(laboratory.updates.times).map(([name, sizes]) => [name, median(sizes[1_000]) * 1000]));
  const documents = [
    document("One chart on the line, in bytes", without(bytes.one, "ours, by script, in Russian"), date),
    document("Time to chart on a slow phone, in ms", medians({ ...prerendered?.times, ...time.times }), date),
    document("New data for 1,000 rows, in µs", updates, date),
  ];
  const widgets = documents.map((one) => `<results-chart fold="none"><script type="application/json">${JSON.stringify(one)}</script></results-chart>`);
  const style = `<style>html { font-size: 12.5px } body { margin: 0; background: #fff } main { box-sizing: border-box; display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.5rem; padding: 1rem }
    ::part(controls), ::part(tools), ::part(summary), ::part(status), ::part(sources) { display: none }</style>`;
  const drawn = `<script>let drawn = 0; addEventListener("widget-ready", () => ++drawn == ${documents.length} && mark())</script>`;
  const page = article("", style).replace(/<link rel="stylesheet"[^>]*>/, "").replace(/<article.*<\/article>/s, `<script type="module" src="/election-widgets.js"></script>${drawn}${widgets.join("")}`);
  const server = await serveFiles(new Map([["/picture.html", page]]));
  try {
    await withColdPage(browser, { width: 780 }, async (tab) => {
      await tab.goto(server.url("/picture.html"));
      await tab.waitForFunction(() => window.painted);
      writeFileSync(file, await tab.locator("main").screenshot());
    });
  } finally {
    await server.close();
  }
}

// How many charts a second one core prerenders, beside ECharts' own rendering on the host.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { peer } from "../contenders.mjs";
import { goal, inTurn, median } from "../figures.mjs";
import { options } from "../peers/echarts-options.mjs";
import { bars, results } from "../results.mjs";
import { DIST } from "../../e2e/server.mjs";

const NODE = `${DIST}node/index.js`;
const SECONDS = 0.5;
const ECHARTS = "ECharts, renderToSVGString";

/** Another document each time, so that nothing can be kept. */
const texts = Array.from({ length: 20 }, (_, turn) => JSON.stringify(results(7, turn)));

async function ours() {
  if (!existsSync(NODE)) return;
  const { renderToString } = await import(pathToFileURL(NODE));
  return async (text) => String(await renderToString("results-chart", text, {}));
}

function theirs() {
  const echarts = peer("echarts");
  return (text) => {
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 600, height: 240 });
    chart.setOption(options(bars(text)));
    const svg = chart.renderToSVGString();
    chart.dispose();
    return svg;
  };
}

async function perSecond(render) {
  let count = 0;
  const began = performance.now();
  let now = began;
  while (now - began < SECONDS * 1000) {
    const made = await render(texts[count % texts.length]);
    if (!made.includes("Party number 7")) throw new Error("nothing was rendered");
    count++;
    now = performance.now();
  }
  return (count * 1000) / (now - began);
}

export async function measurePrerendering(rounds) {
  const ways = { [ECHARTS]: theirs() };
  const render = await ours();
  if (render) ways["ours, in Node"] = render;
  for (const way of Object.values(ways)) await perSecond(way); // warm
  const rates = await inTurn(Object.keys(ways), rounds, (name) => perSecond(ways[name]));
  if (!render) return { rates, goals: [], skipped: ["prerendering in Node: dist/node/index.js is not there, so ours is not measured"] };
  const goals = [goal("charts prerendered a second beside ECharts", median(rates["ours, in Node"]), median(rates[ECHARTS]), { least: 20 })];
  return { rates, goals };
}

// How many charts per second one core prerenders, by the command and in Node, beside ECharts' own rendering.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { peer } from "../contenders.mjs";
import { goal, inTurn, median } from "../figures.mjs";
import { options } from "../peers/echarts-options.mjs";
import { bars, results } from "../results.mjs";
import { DIST } from "../../e2e/server.mjs";

const NODE = `${DIST}node/index.js`;
const COMMAND = `${process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../../target", import.meta.url))}/command/election-widgets`;
const CHARTS = 2000;
const SECONDS = 0.5;
const ECHARTS = "ECharts, renderToSVGString";
const OURS = "ours, by the command";
const OURS_NODE = "ours, in Node";

/** Another document each time, so that nothing can be kept. */
const texts = Array.from({ length: 20 }, (_, turn) => JSON.stringify(results(7, turn)));

async function ours() {
  if (!existsSync(NODE)) return;
  const { renderToString } = await import(pathToFileURL(NODE));
  return async (text) => String(await renderToString("results-chart", text, {}));
}

/** A whole run of the command, over one page of many charts: start, reading and writing count. */
function command() {
  const charts = Array.from({ length: CHARTS }, (_, n) =>
    `<results-chart><script type="application/json">${texts[n % texts.length]}</script></results-chart>`);
  const input = `<!doctype html><title>Charts</title>${charts.join("\n")}`;
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(COMMAND, ["prerender", "--quiet"], { input, maxBuffer: 2 ** 30 });
  const took = performance.now() - began;
  const made = stdout?.toString().split("shadowrootmode").length - 1;
  if (status !== 0 || made !== CHARTS) throw new Error(`${COMMAND} prerendered ${made} charts: ${stderr}`);
  return (CHARTS * 1000) / took;
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
  const render = await ours();
  if (!render) return { rates: {}, goals: [], skipped: [`prerendering: ${NODE} is not there, so it is not measured`] };
  const echarts = theirs();
  const ways = { [ECHARTS]: () => perSecond(echarts), [OURS]: command, [OURS_NODE]: () => perSecond(render) };
  for (const way of Object.values(ways)) await way(); // warm
  const rates = await inTurn(Object.keys(ways), rounds, (name) => ways[name]());
  const goals = [
    goal("charts prerendered per second, by the command, beside ECharts", median(rates[OURS]), median(rates[ECHARTS]), { least: 20 }),
    goal("the same in Node", median(rates[OURS_NODE]), median(rates[ECHARTS]), { least: 20 }),
  ];
  return { rates, goals };
}

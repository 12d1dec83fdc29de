// Who is measured, and the pages on which it happens.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { DIST } from "../e2e/server.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const installed = fileURLToPath(new URL("../../target/peers/node_modules", import.meta.url));

/** Loads one of the packages that `scripts/setup.sh bench` installs. */
export const peer = createRequire(`${installed}/`);

/** Each with the module of peers/ that draws it, and the ready-made files that pages load of it. */
export const CONTENDERS = {
  "ours, by script": { module: "ours" },
  "by hand, the same DOM": { module: "by-hand" },
  "plain table by hand": { module: "table" },
  "Chart.js": { module: "chart-js", ready: ["chart.js/dist/chart.umd.min.js"] },
  ECharts: { module: "echarts", ready: ["echarts/dist/echarts.min.js"] },
  "Vega-Embed": { module: "vega-embed", ready: ["vega/build/vega.min.js", "vega-lite/build/vega-lite.min.js", "vega-embed/build/vega-embed.min.js"] },
  uPlot: { module: "uplot", ready: ["uplot/dist/uPlot.iife.min.js", "uplot/dist/uPlot.min.css"] },
  "Frappe Charts": { module: "frappe-charts", ready: ["frappe-charts/dist/frappe-charts.min.umd.js"] },
  "Observable Plot + d3": { module: "plot", ready: ["d3/dist/d3.min.js", "@observablehq/plot/dist/plot.umd.min.js"] },
};

export const ready = (path) => readFileSync(`${installed}/${path}`);

/** A script of one module and what it takes of others, as small as its users can have it. */
export async function bundle(source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: here, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    nodePaths: [installed],
    logLevel: "error",
  });
  return outputFiles[0].contents;
}

// After the frame that shows the chart; the same for all. It comes before any sheet of styles: a script after one
// would hold back the rest of the page until that is there, which no page of the demo does.
const MARK = `<script>function framed() { setTimeout(() => { window.painted = performance.now(); window.reportPainted?.(String(painted)); }); } function mark() { requestAnimationFrame(framed); }</script>`;
const WORDS =
  "The count went on through the night in all districts, the commission said, and the first figures came from the towns. ";
const paragraph = `<p>${WORDS.repeat(5)}</p>`;

/** An article around a chart; `head` goes into its head. */
export const article = (chart, head = "") => `<!doctype html>
<html lang="en"><head>${MARK}<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title>
<link rel="icon" href="/site/icon.svg"><link rel="stylesheet" href="/site/site.css">${head}</head>
<body><main><article class="story"><h1>How a made-up country votes</h1>${paragraph.repeat(2)}
${chart}
${paragraph.repeat(4)}</article></main></body></html>`;

// When what stands behind the chart was on the screen, by the browser's own account: what a page does after that frame,
// such as running scripts, does not count.
const LOOK = `<script>new PerformanceObserver((list) => reportPainted(String(list.getEntries()[0].renderTime))).observe({ type: "element", buffered: true })</script>`;

/** A page of dist/ that reports when the first element that `end` closes was painted. */
export function marked(html, end) {
  return html.replace("<head>", `<head>${LOOK}`).replace(end, `${end}<p elementtiming="so-far">·</p>`);
}

/** The page on which a contender draws `text`, and the files that it has beside dist/'s. */
export async function chartPage(name, text, attributes = "", head = "") {
  const { module } = CONTENDERS[name];
  const path = `/${module}.html`;
  if (module == "ours") {
    const chart = `<script type="module" src="/election-widgets.js"></script>
      <results-chart ${attributes}><script type="application/json">${text}</script></results-chart>
      <script>addEventListener("widget-ready", mark)</script>`;
    return { path, files: new Map([[path, article(chart, head)]]) };
  }
  const drawn = module == "by-hand" ? "draw(host, text, await new CSSStyleSheet().replace(await (await fetch('/election-widgets.css')).text()))" : "draw(host, text)";
  const script = await bundle(`import { draw } from "./peers/${module}.mjs";
    const host = document.querySelector("#chart"), text = document.querySelector("#data").textContent;
    await ${drawn}; mark();`);
  const chart = `<script type="module" src="/${module}.js"></script><div id="chart"></div><script type="application/json" id="data">${text}</script>`;
  return { path, files: new Map([[path, article(chart)], [`/${module}.js`, script]]) };
}

/** A page that draws nothing by itself, and a module for each of these contenders: `/lab/chart-js.js`. */
export async function laboratory(names = Object.keys(CONTENDERS)) {
  const files = new Map([["/lab.html", '<!doctype html><html lang="en"><meta charset="utf-8"><title>Laboratory</title><link rel="icon" href="/site/icon.svg"><body></body></html>']]);
  for (const { module } of names.map((name) => CONTENDERS[name])) {
    files.set(`/lab/${module}.js`, await bundle(`export * from "./peers/${module}.mjs";`));
  }
  files.set("/lab/results.js", readFileSync(`${here}results.mjs`));
  return files;
}

export const dist = (path) => readFileSync(`${DIST}${path}`);

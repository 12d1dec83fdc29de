// What goes over the line before a chart is there, beside the page itself and its data.
import { CONTENDERS, article, bundle, chartPage, dist, ready } from "../contenders.mjs";
import { goal } from "../figures.mjs";
import { hydrate } from "../../e2e/browser.mjs";
import { brotli, serveFiles, withColdPage } from "../line.mjs";
import { outlines } from "../outlines.mjs";
import { results } from "../results.mjs";

const size = (bytes) => brotli(bytes).length;
const isAround = ({ path }) => path.endsWith(".html") || path.startsWith("/site/") || path.startsWith("/data/");

/** The bytes of all that a page asks for until it says that it is done, and `then` was done in it. */
async function taken(browser, { path, files }, then = () => {}) {
  const server = await serveFiles(files);
  try {
    await withColdPage(browser, {}, async (page) => {
      await page.goto(server.url(path));
      await page.waitForFunction(() => window.painted);
      await then(page);
    });
    const all = server.taken().filter((one) => !isAround(one));
    return { bytes: all.reduce((sum, { bytes }) => sum + bytes, 0), files: all };
  } finally {
    await server.close();
  }
}

/** Three widgets on a page, as the demo's articles have them, with the map of Central Asia. */
function threeOfOurs() {
  const tags = [["results-chart", "made-up-parliament"], ["observer-map", "made-up-observers"], ["alliance-grid", "alliances"]];
  const widgets = tags.map(([tag, data]) => `<${tag} src="/data/${data}.json"></${tag}>`).join("");
  const all = `<script>let drawn = 0; addEventListener("widget-ready", () => ++drawn == 3 ? mark() : document.querySelectorAll("${tags.map(([tag]) => tag)}").forEach((one) => one.shadowRoot ?? one.scrollIntoView()));</script>`;
  return { path: "/three.html", files: new Map([["/three.html", article(`<script type="module" src="/election-widgets.js"></script>${all}${widgets}`)]]) };
}

async function threeOfTheirs() {
  const script = await bundle(`import { drawAll } from "./peers/plot-d3-leaflet.mjs";
    const json = async (path) => (await fetch(path)).json();
    drawAll(...["chart", "grid", "atlas"].map((id) => document.getElementById(id)), {
      results: document.querySelector("#data").textContent, alliances: await json("/data/alliances.json"),
      missions: await json("/data/made-up-observers.json"), outlines: await json("/outlines.json") });
    mark();`);
  const body = `<script type="module" src="/three.js"></script><div id="chart"></div><div id="grid"></div><div id="atlas"></div><script type="application/json" id="data">${JSON.stringify(results(7))}</script>`;
  const files = new Map([
    ["/three.html", article(body, '<link rel="stylesheet" href="/leaflet.css">')],
    ["/three.js", script],
    ["/leaflet.css", ready("leaflet/dist/leaflet.css")],
    ["/outlines.json", JSON.stringify(outlines(JSON.parse(dist("geo/central-asia-2018.json"))))],
  ]);
  return { path: "/three.html", files };
}

export async function measureBytes(browser) {
  const text = JSON.stringify(results(7));
  const one = {};
  for (const name of Object.keys(CONTENDERS)) one[name] = (await taken(browser, await chartPage(name, text))).bytes;
  const inRussian = await taken(browser, await chartPage("ours, by script", text, 'lang="ru"'));
  one["ours, by script, in Russian"] = inRussian.bytes;
  one["ours, by script, once a reader interacts"] = (await taken(browser, await chartPage("ours, by script", text), hydrate)).bytes;
  const three = {
    "ours, by script": (await taken(browser, threeOfOurs())).bytes,
    "Plot + d3 + Leaflet": (await taken(browser, await threeOfTheirs())).bytes,
  };
  const ours = inRussian.bytes;
  const published = (paths) => paths.reduce((sum, path) => sum + size(ready(path)), 0);
  const asPublished = Object.fromEntries(
    Object.entries(CONTENDERS).filter(([, { ready }]) => ready).map(([name, { ready }]) => [name, published(ready)]),
  );
  asPublished["Plot + d3 + Leaflet"] =
    asPublished["Observable Plot + d3"] + published(["leaflet/dist/leaflet.js", "leaflet/dist/leaflet.css"]);
  const script = size(dist("election-widgets.js"));
  const whole = three["ours, by script"];
  return {
    one,
    three,
    asPublished,
    script,
    files: inRussian.files,
    goals: [
      goal("element script, beside 2 kB", script, 2_000, { most: 1 }),
      goal("one chart by script, with words: bytes beside Chart.js as published", ours, asPublished["Chart.js"], { most: 1 }),
      goal("the same, a stricter goal", ours, asPublished["Chart.js"], { most: 0.9 }),
      goal("the same beside Chart.js cut down to a bar chart", ours, one["Chart.js"], { most: 1 }),
      goal("all three with the map: bytes beside Plot + d3 + Leaflet as published", whole, asPublished["Plot + d3 + Leaflet"], { most: 0.5 }),
      goal("the same beside these cut down to what is drawn", whole, three["Plot + d3 + Leaflet"], { most: 0.5 }),
    ],
  };
}

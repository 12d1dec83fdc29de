// How long until the chart is on the screen, at the end of a slow line and with nothing cached: from the
// start of the navigation to the task after the frame that holds the chart.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { CONTENDERS, chartPage, dist, marked } from "../contenders.mjs";
import { goal, inTurn, median } from "../figures.mjs";
import { serveFiles, withColdPage } from "../line.mjs";
import { results } from "../results.mjs";
import { DIST } from "../../e2e/server.mjs";

/** One page at the end of the slow line: when its chart was there, and what it had asked for by then. */
async function once(browser, { path, files }) {
  const server = await serveFiles(files);
  try {
    return await withColdPage(browser, { slow: true }, async (page) => {
      await page.goto(server.url(path), { waitUntil: "commit" });
      const painted = await page.waitForFunction(() => window.painted, undefined, { timeout: 60_000 }).then((handle) => handle.jsonValue());
      return { painted, requests: server.taken() };
    });
  } finally {
    await server.close();
  }
}

/** Ours with everything that it will ask for named in the head, so that all of it comes at once. */
async function preloaded(browser, text) {
  const plain = await chartPage("ours, by script", text);
  const { requests } = await once(browser, plain);
  const links = requests
    .filter(({ path }) => /^\/(?:election-widgets|locale)/.test(path))
    .map(({ path }) =>
      path.endsWith(".js") ? `<link rel="modulepreload" href="${path}">` : `<link rel="preload" as="fetch" href="${path}" crossorigin>`,
    );
  return chartPage("ours, by script", text, "", links.join(""));
}

const WIDGET = /<(results-chart|observer-map|alliance-grid)\b[^>]*>(.*?)<\/\1>/gs;
// What by hand nobody would write: styles and data of the widgets', what opens, what only a script brings to life, and
// names that only styles and scripts ask for. Texts, tables and drawings stay.
const OURS = [
  /<(style|script|dl)\b.*?<\/\1>/gs,
  /<div class="ew-(?:tools|controls)\b.*?<\/div>/gs,
  /<button\b.*?<\/button>/gs,
  /<\/?(?:details|summary|bdi)\b[^>]*>/g,
  / (?:class|part|role|scope|lang|data-[\w-]+|aria-[\w-]+)="[^"]*"/g,
];

/** What a widget shows, in HTML as one would write it by hand, without styles. */
function plainly(inside) {
  const picture = inside.match(/<template\b[^>]*>(.*)<\/template>/s)[1];
  return OURS.reduce((html, pattern) => html.replace(pattern, ""), picture).replaceAll("<line ", '<line stroke="#1d6fb8" stroke-width="14" ');
}

/** The letters and digits of a piece of HTML. */
const said = (html) => html.replace(/<style>.*?<\/style>|<!--.*?-->|<[^>]*>/gs, "").replace(/[^\p{L}\p{N}]+/gu, "");

/** The prerendered page, the same with what its widgets show as static HTML by hand, and that with styles of its own, which
 * make the chart look as ours does. */
function prerendered(path) {
  const page = existsSync(DIST + path) ? String(dist(path)) : "";
  if (!page.includes("shadowrootmode")) return;
  const byHand = page.replace(/<script type="module"[^>]*><\/script>/, "").replace(WIDGET, (_, tag, inside) => plainly(inside));
  const chart = byHand.match(/<figure\b.*?<\/figure>/s)[0];
  const styled = readFileSync(new URL("../peers/static.html", import.meta.url), "utf8");
  assert.equal(said(styled), said(chart), "the chart by hand says what ours says");
  const around = (name, html, end) => [name, { path: `/${path}`, files: new Map([[`/${path}`, marked(html, end)]]) }];
  return [
    around("ours, prerendered", page, "</results-chart>"),
    around("by hand, static HTML", byHand, "</figure>"),
    around("by hand, with styles", byHand.replace(chart, () => styled), "</figure>"),
  ];
}

export async function measureTimeToChart(browser, { rounds, page }) {
  const text = JSON.stringify(results(7));
  const pages = new Map();
  for (const name of Object.keys(CONTENDERS)) pages.set(name, await chartPage(name, text));
  pages.set("ours, preloaded", await preloaded(browser, text));
  const carried = prerendered(page);
  for (const [name, one] of carried ?? []) pages.set(name, one);
  // Once before it counts, so that everything is compressed.
  for (const one of pages.values()) await once(browser, one);
  const all = await inTurn([...pages.keys()], rounds, (name) => once(browser, pages.get(name)));
  const times = Object.fromEntries(Object.entries(all).map(([name, runs]) => [name, runs.map(({ painted }) => painted)]));
  const middle = (name) => median(times[name]);
  const goals = [
    goal("time to chart by script, beside Chart.js", middle("ours, by script"), middle("Chart.js"), { most: 0.8 }),
    goal("the same with preload in the page's head", middle("ours, preloaded"), middle("Chart.js"), { most: 0.8 }),
  ];
  if (!carried) return { times, goals, skipped: [`prerendered: ${page} holds no prerendered widget, so it is not measured`] };
  // What a prerendered page had asked for beside its own style sheet when its chart was there.
  const [{ requests }] = all["ours, prerendered"];
  const before = requests.filter(({ path }) => !path.endsWith(".html") && !path.startsWith("/site/"));
  goals.unshift(
    goal("time to chart prerendered, beside static HTML by hand", middle("ours, prerendered"), middle("by hand, static HTML"), { most: 1.05 }),
    goal("the same beside static HTML with styles of its own", middle("ours, prerendered"), middle("by hand, with styles"), { most: 1.05 }),
  );
  return { times, goals, before };
}

// How long until a prerendered chart is on the screen, beside the same article in static HTML by hand.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dist, marked } from "../contenders.mjs";
import { goal, median } from "../figures.mjs";
import { timed } from "./time-to-chart.mjs";
import { DIST } from "../../e2e/server.mjs";

const COMMAND = `${process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../../target", import.meta.url))}/command/election-widgets`;

// A twentieth more is a few frames: to tell that from the scatter of loads takes many of them.
const TIMES_AS_OFTEN = 10;

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

const FIGURE = /<figure\b.*?<\/figure>/gs;

/** An article with two small widgets, prerendered. */
function article() {
  const input = readFileSync(new URL("../peers/article.html", import.meta.url), "utf8");
  const { status, stdout, stderr, error } = spawnSync(COMMAND, ["prerender", "--root", DIST, "--quiet"], { input, encoding: "utf8" });
  assert.equal(status, 0, `${COMMAND}: ${error ?? stderr}`);
  return stdout;
}

/** The prerendered page, the same with what its widgets show as static HTML by hand, and that with styles of its own, which
 * make it look as ours does. Fails where what is written by hand says something else. */
export function pagesFor(path) {
  const page = path ? (existsSync(DIST + path) ? String(dist(path)) : "") : article();
  if (!page.includes("shadowrootmode")) return;
  const byHand = page.replace(/<script type="module"[^>]*><\/script>/, "").replace(WIDGET, (_, tag, inside) => plainly(inside));
  const styled = readFileSync(new URL("../peers/static.html", import.meta.url), "utf8").match(FIGURE);
  const [ours, hand] = [byHand.match(FIGURE), styled].map((figures) => figures.map(said));
  assert.deepEqual(hand, ours, "what is written by hand says what ours says");
  const at = `/${path || "articles/article.html"}`;
  const around = (name, html, end) => [name, { path: at, files: new Map([[at, marked(html, end)]]) }];
  return [
    around("ours, prerendered", page, "</results-chart>"),
    around("by hand, static HTML", byHand, "</figure>"),
    around("by hand, with styles", byHand.replace(FIGURE, () => styled.shift()), "</figure>"),
  ];
}

export async function measurePrerendered(browser, { rounds, page }) {
  const pages = pagesFor(page);
  if (!pages) return { times: {}, goals: [], skipped: [`${page} holds no prerendered widget, so it is not measured`] };
  const { runs, times } = await timed(browser, new Map(pages), rounds * TIMES_AS_OFTEN);
  const middle = (name) => median(times[name]);
  const ours = middle("ours, prerendered");
  // What the prerendered page had requested beside the article's own files when its chart was there.
  const [{ requests }] = runs["ours, prerendered"];
  const before = requests.filter(({ path }) => !path.endsWith(".html") && !path.startsWith("/site/"));
  const goals = [
    goal("time to chart prerendered, beside static HTML that looks the same", ours, middle("by hand, with styles"), { most: 1.05 }),
    goal("the same beside static HTML without styles", ours, middle("by hand, static HTML"), { most: 1.05 }),
  ];
  return { times, goals, before };
}

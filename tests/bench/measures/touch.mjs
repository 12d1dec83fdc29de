// How long a reader waits for the effect of a touch on a prerendered chart, on a slow phone: at once after the page has
// loaded, after three seconds in view, and the next time. Beside it the slowest answer to a click on other charts.
import { readFileSync } from "node:fs";
import { CONTENDERS, article, chartPage } from "../contenders.mjs";
import { goal, inTurn, median } from "../figures.mjs";
import { serveFiles, withColdPage } from "../line.mjs";
import { results } from "../results.mjs";
import { DIST } from "../../e2e/server.mjs";

const SRC = "/data/made-up-parliament.json";
const IN_VIEW_MS = 3_000;
const BETWEEN_CLICKS_MS = 300;
const PEERS = ["Chart.js", "ECharts", "Vega-Embed"].filter((name) => name in CONTENDERS);

/** Notes when the next click has its effect, and when the chart says that it is busy, in milliseconds after the click. */
function watchClick(figure) {
  const { shadowRoot } = document.querySelector("results-chart");
  const shown = () => shadowRoot.querySelector("[data-figure]").dataset.figure;
  const isBusy = () => shadowRoot.querySelector("[aria-busy]");
  // After the frame that shows it.
  const framed = (done) => requestAnimationFrame(() => setTimeout(done));
  window.touched = new Promise((done) => {
    addEventListener(
      "click",
      ({ timeStamp }) => {
        const since = () => performance.now() - timeStamp;
        let busy;
        const look = () => {
          const now = since();
          if (busy == null && (isBusy() || shown() == figure)) busy = now;
          if (shown() == figure) done({ effect: now, busy });
          else framed(look);
        };
        framed(look);
      },
      { once: true, capture: true },
    );
  });
}

/** Collects the durations of the page's interactions. */
function watchInteractions() {
  window.interactions = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) window.interactions.push(duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
}

const worst = (page) => page.evaluate(() => Math.max(16, ...window.interactions));

async function touch(page, name, figure) {
  const button = page.locator("results-chart").getByRole("button", { name, exact: true });
  const { x, y, width, height } = await button.boundingBox();
  await page.evaluate(watchClick, figure);
  await page.mouse.click(x + width / 2, y + height / 2);
  return page.evaluate(() => window.touched);
}

async function readerOfOurs(browser, html, waitMs) {
  const server = await serveFiles(new Map([["/article.html", html]]));
  try {
    return await withColdPage(browser, { slow: true }, async (page) => {
      await page.goto(server.url("/article.html"));
      await page.locator("results-chart").scrollIntoViewIfNeeded();
      await page.evaluate(watchInteractions);
      await page.waitForTimeout(waitMs);
      const first = await touch(page, "Votes", "votes");
      const next = await touch(page, "Share", "percent");
      await page.waitForTimeout(BETWEEN_CLICKS_MS);
      return { first, next, inp: await worst(page) };
    });
  } finally {
    await server.close();
  }
}

async function readerOfPeer(browser, { path, files }) {
  const server = await serveFiles(files);
  try {
    return await withColdPage(browser, { slow: true }, async (page) => {
      await page.goto(server.url(path));
      const chart = page.locator("#chart");
      await chart.locator("canvas, svg").first().waitFor();
      await chart.scrollIntoViewIfNeeded();
      await page.evaluate(watchInteractions);
      const { x, y, width, height } = await chart.boundingBox();
      for (const part of [0.3, 0.5, 0.7]) {
        await page.mouse.click(x + width * part, y + height * part);
        await page.waitForTimeout(BETWEEN_CLICKS_MS);
      }
      return worst(page);
    });
  } finally {
    await server.close();
  }
}

export async function measureTouch(browser, rounds) {
  const { renderToString } = await import(`${DIST}node/index.js`);
  const chart = renderToString("results-chart", readFileSync(`${DIST}${SRC}`, "utf8"), { src: SRC });
  const html = article(chart, '<script type="module" src="/election-widgets.js"></script>');
  const text = JSON.stringify(results(7));
  const peers = new Map();
  for (const name of PEERS) peers.set(name, await chartPage(name, text));
  const ours = await inTurn(["at once", "in view"], rounds, (when) => readerOfOurs(browser, html, when == "in view" ? IN_VIEW_MS : 0));
  const theirs = await inTurn(PEERS, rounds, (name) => readerOfPeer(browser, peers.get(name)));
  const each = (when, of) => ours[when].map(of);
  const touches = {
    "touched at once: until it is busy": each("at once", ({ first }) => first.busy),
    "touched at once: until the effect": each("at once", ({ first }) => first.effect),
    "after 3 s in view: until the effect": each("in view", ({ first }) => first.effect),
    "the next touch: until the effect": each("in view", ({ next }) => next.effect),
  };
  const slowest = { "ours, prerendered, touched at once": each("at once", ({ inp }) => inp), "ours, after 3 s in view": each("in view", ({ inp }) => inp), ...theirs };
  const goals = [
    goal("first touch after 3 s in view, beside 200 ms", median(touches["after 3 s in view: until the effect"]), 200, { most: 1 }),
    goal("touched at once, until it is busy, beside 100 ms", median(touches["touched at once: until it is busy"]), 100, { most: 1 }),
  ];
  return { touches, slowest, goals };
}

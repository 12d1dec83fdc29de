// The first touch answers at once: once a widget was in view for a while and the page is idle, its bundle is there. A
// reader who is quicker sees that the widget is busy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { hydrate, launch, waitForEvents, withBody } from "./browser.mjs";
import { DIST } from "./server.mjs";

const { renderToString } = await import(`${DIST}node/index.js`);
const SRC = "/data/made-up-parliament.json";
const CHART = renderToString("results-chart", readFileSync(`${DIST}${SRC}`, "utf8"), { src: SRC });
const BUNDLE = "/election-widgets-results_bg.wasm";
// Longer than a widget has to be in view before its bundle is requested.
const A_WHILE_MS = 2_500;

let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

const press = (page, name) => page.locator("results-chart").getByRole("button", { name, exact: true }).click();
const pressed = (page) =>
  page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelector("[data-figure]").dataset.figure);
const busy = (page) => page.$eval("results-chart", ({ shadowRoot }) => !!shadowRoot.querySelector(".ew[aria-busy]"));

test("a prerendered chart in view becomes interactive by itself, and no node of it is another", () =>
  withBody(browser, { body: CHART }, async (page, server, requested) => {
    assert.deepEqual(requested(), []);
    const picture = await page.$eval("results-chart", ({ shadowRoot }) => (window.picture = shadowRoot.querySelector("table")) && true);
    assert.equal(picture, true);
    await waitForEvents(page, "widget-ready");
    assert.ok(requested().includes(BUNDLE));
    assert.equal(await page.evaluate(() => window.picture.isConnected), true);
    await press(page, "Votes");
    assert.equal(await pressed(page), "votes");
  }));

test("a widget below the window, and those of readers who save data, request nothing until they are touched", async () => {
  const below = `<p style="block-size: 3000px">A long text</p>${CHART}`;
  await withBody(browser, { body: below }, async (page, server, requested) => {
    await page.waitForTimeout(A_WHILE_MS);
    assert.deepEqual(requested(), []);
  });
  const head = `<script>Object.defineProperty(navigator, "connection", { value: { saveData: true } });</script>`;
  await withBody(browser, { body: CHART, head }, async (page, server, requested) => {
    await page.waitForTimeout(A_WHILE_MS);
    assert.deepEqual(requested(), []);
    await hydrate(page);
    assert.ok(requested().includes(BUNDLE));
  });
});

test("a bundle that did not come while the page was idle is requested again at the first touch", () =>
  withBody(browser, { body: CHART, expected: [/ERR_FAILED|failed: .*_bg\.wasm/] }, async (page) => {
    await page.route(`**${BUNDLE}`, (route) => route.abort(), { times: 1 });
    const failed = page.waitForEvent("requestfailed");
    await failed;
    await page.waitForTimeout(100);
    assert.deepEqual(await page.evaluate(() => window.widgetEvents), []);
    await press(page, "Votes");
    await waitForEvents(page, "widget-ready");
    await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.querySelector("[data-figure]").dataset.figure == "votes");
  }));

test("a reader who is quicker than the bundle sees that the chart is busy, and then what was asked for", async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await withBody(browser, { body: CHART }, async (page) => {
    await page.route(`**${BUNDLE}`, async (route) => {
      await held;
      await route.continue();
    });
    await page.locator("results-chart").locator("summary").first().click();
    assert.equal(await busy(page), false, "the browser opens rows by itself");
    await press(page, "Votes");
    assert.equal(await busy(page), true);
    release();
    await waitForEvents(page, "widget-ready");
    await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.querySelector("[data-figure]").dataset.figure == "votes");
    assert.equal(await busy(page), false);
  });
});

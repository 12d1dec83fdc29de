// Widgets that move between documents, and browsers without constructed style sheets.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { hydrate, launch, waitForEvents, withBody } from "./browser.mjs";
import { DIST } from "./server.mjs";

const { renderToString } = await import(`${DIST}node/index.js`);
const SRC = "/data/kazakhstan-2022.json";
const DRAWN = `<results-chart src="${SRC}"></results-chart>`;
const PRERENDERED = renderToString("results-chart", readFileSync(`${DIST}${SRC}`, "utf8"));

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const weight = (page) => page.evaluate(() => getComputedStyle(window.chart.shadowRoot.querySelector(".ew-title")).fontWeight);
/** Where the chart goes: an iframe, a template without a window and from there the page again. */
const MOVES = {
  "an iframe": () => document.body.appendChild(document.createElement("iframe")).contentDocument.body.append(window.chart),
  "an iframe and back": () => {
    document.body.appendChild(document.createElement("iframe")).contentDocument.body.append(window.chart);
    document.body.append(window.chart);
  },
  "a template and back": () => {
    document.createElement("template").content.append(window.chart);
    document.body.append(window.chart);
  },
};

for (const [way, body] of Object.entries({ painted: DRAWN, interactive: DRAWN, prerendered: PRERENDERED })) {
  for (const [place, move] of Object.entries(MOVES)) {
    test(`a ${way} chart that moves into ${place} has its styles there, and lives`, () =>
      withBody(browser, { body }, async (page) => {
        if (way != "prerendered") await waitForEvents(page, "widget-ready");
        if (way == "interactive") await hydrate(page);
        await page.evaluate(() => void (window.chart = document.querySelector("results-chart")));
        await page.evaluate(move);
        assert.equal(await weight(page), "700");
        const chart = await page.evaluateHandle(() => window.chart);
        await chart.evaluate(({ shadowRoot }) => shadowRoot.querySelector("[data-key=tokayev] summary").click());
        await page.waitForFunction(() => window.chart.shadowRoot.querySelector(".ew-more dt"));
        await chart.evaluate((element) => element.setAttribute("lang", "ru"));
        await page.waitForFunction(() => window.chart.shadowRoot.querySelector(".ew").lang == "ru");
        assert.equal(await weight(page), "700");
      }));
  }
}

test("a browser without constructed style sheets gets the styles as an element, once", () => {
  const head = "<script>delete ShadowRoot.prototype.adoptedStyleSheets; CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor'); } }</script>";
  return withBody(browser, { body: DRAWN, head }, async (page) => {
    await page.evaluate(() => void (window.chart = document.querySelector("results-chart")));
    await waitForEvents(page, "widget-ready");
    assert.equal(await weight(page), "700");
    await hydrate(page);
    await page.locator("results-chart [data-key=tokayev] summary").click();
    await page.locator("results-chart .ew-more dt").first().waitFor();
    assert.equal(await weight(page), "700");
    assert.equal(await page.locator("results-chart style").count(), 1);
  });
});

// Cases in which everything is allowed that docs/loading.md asks for, and so everything works.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { DIST } from "../server.mjs";
import { WIDGETS, textOf } from "./widgets.mjs";

const drawnUpdatedCorrected = WIDGETS.map(({ tag, src, data, corrected, shows, inRussian, drawn, thenShows }) => ({
  name: `under a strict policy the ${tag} is drawn, updated, and corrected after bad data`,
  body: `<${tag} id=a src="${src}"></${tag}>
    <${tag} id=b lang=ru><script type="application/json">${JSON.stringify(data())}</script></${tag}>`,
  async act(page) {
    await page.waitFor(() => {
      document.querySelector("#b").scrollIntoView();
      return window.widgetEvents.length == 2;
    });
    assert.match(await page.evaluate(textOf, "#a"), new RegExp(shows));
    assert.match(await page.evaluate(textOf, "#b"), new RegExp(inRussian));
    const marks = await page.evaluate((drawn) => document.querySelector("#a").shadowRoot.querySelectorAll(drawn).length, drawn);
    assert.ok(marks > 0, `${drawn} is drawn`);
    const weight = () => getComputedStyle(document.querySelector("#a").shadowRoot.querySelector(".ew-title")).fontWeight;
    assert.equal(await page.evaluate(weight), "700", "the styles are applied");
    await page.evaluate(() => void (document.querySelector("#a").data = { title: "x" }));
    await page.waitForEvents("widget-error");
    assert.match(await page.evaluate(textOf, "#a"), new RegExp(shows), "the last good data stays");
    await page.evaluate((data) => void (document.querySelector("#a").data = data), corrected());
    await page.waitForEvents("widget-update");
    assert.match(await page.evaluate(textOf, "#a"), new RegExp(thenShows));
  },
}));

const pages = readdirSync(DIST, { recursive: true }).map(String).filter((path) => path.endsWith(".html")).sort();

// A page that is prerendered has its widgets from the start, another when they come near the window.
const demo = pages.map((path) => ({
  name: `the demo's page ${path} works under the strict policy`,
  path: `/${path}`,
  async act(page) {
    await page.waitFor(() => {
      const widgets = [...document.querySelectorAll("results-chart, observer-map, alliance-grid")];
      const missing = widgets.find(({ shadowRoot }) => !shadowRoot?.querySelector(".ew"));
      missing?.scrollIntoView();
      return !missing;
    });
    // The gallery shows what readers see of mistakes in the data.
    const errors = await page.evaluate(() => window.widgetEvents.filter(({ type }) => type == "widget-error"));
    if (!path.startsWith("gallery/")) assert.deepEqual(errors, []);
  },
}));

export const DRAWN = [...drawnUpdatedCorrected, ...demo];

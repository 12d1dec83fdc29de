// The widgets that `scale.mjs` measures beside the same DOM by hand, and the page in which both are drawn.
import { readFileSync } from "node:fs";
import { html, withPage } from "../e2e/browser.mjs";
import { serve } from "../e2e/server.mjs";
import { alliances, observers } from "./documents.mjs";

const script = (name) => ({ body: readFileSync(new URL(name, import.meta.url), "utf8"), type: "text/javascript; charset=utf-8" });

/** Observers, each with a note, so that every mission opens to something. */
function noted(missions) {
  const document = observers(missions);
  return { ...document, missions: document.missions.map((one) => ({ ...one, note: `The note of ${one.name}` })) };
}

/** The observer map of so many missions. */
export const map = (missions) => ({
  tag: "observer-map",
  script: "observers-by-hand.js",
  data: noted(missions),
  beside: "/geo/central-asia-2018.json",
  steps: ["filter", "select"],
});

/** The grid of so many states and alliances. */
export const grid = (states, columns) => ({
  tag: "alliance-grid",
  script: "alliances-by-hand.js",
  data: alliances(states, columns),
  steps: ["move the day", "sort"],
});

/** Runs `use` with a page that can draw a map or grid in both ways; `does` is a function of in-page.js. */
export async function inPage(browser, does, { script: byHand, ...one }) {
  const routes = { "/page": html(""), "/by-hand.js": script(byHand), "/in-page.js": script("in-page.js"), "/same.js": script("same.js") };
  const server = await serve({ routes });
  let found;
  try {
    await withPage(browser, { viewport: { width: 1200, height: 900 } }, async (page) => {
      await page.goto(server.url("/page"));
      found = await page.evaluate(async ([does, one]) => (await import("/in-page.js"))[does](one), [does, one]);
    });
  } finally {
    await server.close();
  }
  return found;
}

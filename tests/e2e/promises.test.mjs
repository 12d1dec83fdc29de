// What the README promises, across all widgets and pages of the demo. docs/promises.md names the other tests.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { renderToString } from "../../dist/node/index.js";
import { WIDGETS } from "../../scripts/demo/states.mjs";
import { hydrate, launch, waitForEvents, withPage } from "./browser.mjs";
import { DIST, serve } from "./server.mjs";

const STATES = WIDGETS.flatMap(({ tag, groups }) => groups.flatMap(({ states }) => states.map((state) => ({ tag, ...state }))));

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

function documentOf({ file, change }) {
  const data = JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url)));
  change?.(data);
  return data;
}

const textOf = (tag, data, attributes) => renderToString(tag, data, attributes).replace(/<(style|script)[^]*?<\/\1>/g, "").replace(/<[^>]*>/g, " ");

test("every picture of the gallery says when its data was true, or each of its sources when it said so", () => {
  for (const { tag, name, attributes = {}, ...state } of STATES) {
    const data = documentOf(state);
    const text = textOf(tag, data, attributes);
    const isDated = /\bas of [A-Z\d]|latest known, each on its own date|по состоянию на/.test(text);
    const dates = (data.sources ?? []).map(({ date }) => date).filter(Boolean);
    const areSourcesDated = dates.length > 0 && dates.every((date) => text.includes(date.slice(0, 4)));
    assert.ok(isDated || (tag == "observer-map" && areSourcesDated), `${tag}: ${name}`);
  }
});

test("a rehearsal of each widget says so first, and in its title", () => {
  for (const { tag, groups } of WIDGETS) {
    const data = { ...documentOf(groups[0].states[0]), test: true };
    const text = textOf(tag, data).trim();
    assert.match(text, /^Rehearsal: these figures are made up\.\s+Rehearsal: \w/, tag);
    assert.doesNotMatch(textOf(tag, { ...data, test: undefined }), /Rehearsal/, tag);
  }
});

const PAGES = ["index.html", "articles/kazakhstan-2022.html", "articles/sco-2019.html", "articles/alliances.html", "gallery/results.html", "gallery/observers.html", "gallery/alliances.html"];

for (const path of PAGES) {
  test(`${path} asks no other origin for anything, also once its widgets are used`, async () => {
    const server = await serve();
    try {
      await withPage(browser, {}, async (page) => {
        const asked = [];
        page.on("request", (request) => asked.push(request.url()));
        await page.goto(server.url(`/${path}`));
        const first = page.locator("results-chart, observer-map, alliance-grid").first();
        await first.scrollIntoViewIfNeeded();
        await first.locator("button, summary").first().click();
        await waitForEvents(page, "widget-ready");
        await page.waitForLoadState("networkidle");
        assert.ok(asked.length > 3, "the page asked for its widgets");
        assert.deepEqual(asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(server.url("/"))), []);
      });
    } finally {
      await server.close();
    }
  });
}

test("a page that names a version loads code of that version's address and of no other", async () => {
  const folder = "/ew/0.1.0/";
  const body = `<!doctype html><title>Night</title><link rel="icon" href="data:,"><script type="module" src="${folder}election-widgets.js"></script><results-chart src="/night.json"></results-chart>`;
  const data = { body: readFileSync(`${DIST}/data/kazakhstan-2022.json`), type: "application/json" };
  const server = await serve({ strip: folder, routes: { "/page": { body }, "/night.json": data } });
  try {
    await withPage(browser, {}, async (page) => {
      await page.goto(server.url("/page"));
      await waitForEvents(page, "widget-ready");
      await hydrate(page);
      const code = server.requests.filter((path) => !["/page", "/night.json"].includes(path));
      assert.ok(code.length > 4, String(code));
      assert.deepEqual(code.filter((path) => !path.startsWith(folder)), []);
    });
  } finally {
    await server.close();
  }
});

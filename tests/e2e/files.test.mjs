// Where the files are, what a server may do to them, and names that are taken: what the page's console says then.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { hydrate, launch, waitForEvents, withBody } from "./browser.mjs";
import { DIST } from "./server.mjs";

const SRC = "/data/kazakhstan-2022.json";
const CHART = `<results-chart src="${SRC}"><p>The fallback</p></results-chart>`;
const bytes = (name) => readFileSync(`${DIST}${name}`);
const PROGRAMS = ["election-widgets-first-paint-results.wasm", "election-widgets-results_bg.wasm"];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (given, use) => withBody(browser, given, use);
const textOf = (page) => page.$eval("results-chart", ({ shadowRoot }) => shadowRoot?.querySelector(".ew")?.textContent ?? "");

/** The page's warnings, from now on. */
function warningsOf(page) {
  const warnings = [];
  page.on("console", (message) => message.type() == "warning" && warnings.push(message.text()));
  return warnings;
}

/** Everything in dist/ that widgets load, at another folder. */
const moved = (folder) => {
  const names = ["interactive.js", "hydrate.js", "first-paint.js", "feed.js", "results.js", "results_bg.wasm", "results.css", "first-paint-results.wasm"];
  const paths = [...names.map((name) => `election-widgets-${name}`), "locale/en-results.txt", "locale/en-countries.txt"];
  return Object.fromEntries(paths.map((path) => [`${folder}${path}`, { body: bytes(path) }]));
};

const configured = (base) => `<script type="module">
  import { configure } from "/election-widgets.js";
  configure({ base: ${JSON.stringify(base)} });
</script>`;

for (const base of ["/news/ew/", "news/ew"]) {
  test(`configure({ base: "${base}" }) moves all files there`, () =>
    open({ head: configured(base), body: `<div style="height: 3000px"></div>${CHART}`, routes: moved("/news/ew/") }, async (page, server, requested) => {
      await page.$eval("results-chart", (chart) => chart.scrollIntoView());
      await waitForEvents(page, "widget-ready");
      await hydrate(page);
      assert.match(await textOf(page), /over 81%/);
      assert.deepEqual(requested().filter((path) => path != SRC && !path.startsWith("/news/ew/")), []);
      assert.ok(requested().includes("/news/ew/election-widgets-results_bg.wasm"));
    }));
}

test("a wrong base is reported with the file that is not there, and the fallback stays", () =>
  open({ head: configured("/nowhere"), body: `<div style="height: 3000px"></div>${CHART}`, expected: [/404|failed: /, /can't run here: .*\/nowhere\/election-widgets-/] }, async (page) => {
    await page.$eval("results-chart", (chart) => chart.scrollIntoView());
    const [{ detail }] = await waitForEvents(page, "widget-error");
    assert.match(detail.message, /127\.0\.0\.1:\d+\/nowhere\/election-widgets-/);
    assert.equal(await page.getByText("The fallback").isVisible(), true);
  }));

test("WebAssembly of a wrong type works, and the page is warned once", () => {
  const routes = Object.fromEntries(PROGRAMS.map((name) => [`/${name}`, { body: bytes(name), type: "application/octet-stream" }]));
  return open({ body: `<div style="height: 3000px"></div>${CHART}`, routes }, async (page, server, requested) => {
    const warnings = warningsOf(page);
    await page.$eval("results-chart", (chart) => chart.scrollIntoView());
    await waitForEvents(page, "widget-ready");
    assert.ok(!requested().includes("/election-widgets-results_bg.wasm"), "the first paint works");
    await hydrate(page);
    assert.match(await textOf(page), /over 81%/);
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.match(warnings[0], /first-paint-results\.wasm.*application\/wasm/);
  });
});

const BROKEN = {
  "compressed twice": [gzipSync(bytes(PROGRAMS[1])), /results_bg\.wasm is compressed twice/],
  "a page in its place": ["<!doctype html><title>App</title>", /results_bg\.wasm is an HTML page, expected WebAssembly/],
};
for (const [name, [body, message]] of Object.entries(BROKEN)) {
  test(`WebAssembly that is ${name} is reported with its address, and the fallback stays`, () => {
    const routes = Object.fromEntries(PROGRAMS.map((name) => [`/${name}`, { body, type: "application/wasm" }]));
    return open({ body: CHART, routes, expected: [message] }, async (page) => {
      const [{ detail }] = await waitForEvents(page, "widget-error");
      assert.match(detail.message, message);
      assert.equal(await page.getByText("The fallback").isVisible(), true);
    });
  });
}

test("define can be called again, and with a prefix", () =>
  open({ body: `<ew-results-chart src="${SRC}"></ew-results-chart>` }, async (page) => {
    const warnings = warningsOf(page);
    await page.evaluate(async () => {
      const { define } = await import("/election-widgets.js");
      define();
      define({ prefix: "ew-" });
      define({ prefix: "ew-" });
    });
    await waitForEvents(page, "widget-ready");
    assert.deepEqual(warnings, []);
  }));

test("a prefix that HTML does not allow is refused by its name", () =>
  open({ body: CHART }, async (page) => {
    const message = await page.evaluate(async () => {
      const { define } = await import("/election-widgets.js");
      try {
        define({ prefix: "1 " });
      } catch (error) {
        return error.message;
      }
    });
    assert.match(message, /"1 results-chart" is not a valid custom element name/);
  }));

test("a name that another script took stays with it, and the other elements work", () => {
  const taken = `<script>
    customElements.define("results-chart", class extends HTMLElement {});
    const warnings = [];
    console.warn = (text) => warnings.push(text);
  </script>`;
  return open({ head: taken, body: `${CHART}<alliance-grid src="/data/alliances.json"></alliance-grid>` }, async (page) => {
    await waitForEvents(page, "widget-ready");
    await page.waitForFunction(() => warnings.length);
    const warnings = await page.evaluate(() => warnings);
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.match(warnings[0], /<results-chart> was defined before by a script that is not election-widgets.*<ew-results-chart>/);
    assert.equal(await page.$eval("results-chart", ({ shadowRoot }) => shadowRoot), null);
  });
});

test("two versions on one page: the first stays, and the page is told of both", () => {
  const script = String(bytes("election-widgets.js"));
  const version = JSON.parse(readFileSync(`${DIST}node/package.json`)).version ?? "0.1.0";
  const other = script.replace(`"${version}"`, '"99.0.0"');
  assert.notEqual(other, script);
  const routes = { "/other/election-widgets.js": { body: other }, "/other/election-widgets-conflict.js": { body: bytes("election-widgets-conflict.js") } };
  return open({ body: CHART, routes }, async (page) => {
    await waitForEvents(page, "widget-ready");
    const warnings = warningsOf(page);
    await page.evaluate(() => import("/other/election-widgets.js"));
    await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("-conflict.js")));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    assert.match(warnings.join("\n"), new RegExp(`election-widgets 99.0.0: <results-chart> was defined before by version ${version} of election-widgets`));
    assert.match(await textOf(page), /over 81%/);
  });
});

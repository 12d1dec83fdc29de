// First pictures that a page's script draws: what is painted, what is not, and how the interactive bundle takes it over.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { hydrate, launch, waitForEvents, withBody } from "./browser.mjs";
import { DIST } from "./server.mjs";

const { renderToString } = await import(`${DIST}node/index.js`);
const DATA = new URL("../data/", import.meta.url);
const SRC = "/data/kazakhstan-2022.json";
const TEXT = readFileSync(`${DIST}${SRC}`, "utf8");

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (given, use) => withBody(browser, given, use);
const chart = (data, attributes = "") => `<results-chart ${attributes}><script type="application/json">${data.replaceAll("<", "\\u003c")}</script></results-chart>`;
const isBundle = (path) => /_bg\.wasm$|-interactive\.js$/.test(path);
const picture = (page) => page.$eval("results-chart, observer-map, alliance-grid", ({ shadowRoot }) => shadowRoot.querySelector(".ew").outerHTML);

/** Every document of the demo and of the tests, with the widget that it is for. */
const documents = [new URL(`file://${DIST}data/`), DATA].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const text = readFileSync(new URL(name, folder), "utf8");
      const { missions, alliances } = JSON.parse(text);
      return { name, text, tag: missions ? "observer-map" : alliances ? "alliance-grid" : "results-chart" };
    }),
);

/** The prerendered picture of the same, as a browser writes it out. */
const prerendered = (page, html) =>
  page.evaluate((html) => {
    const page = Document.parseHTMLUnsafe(html);
    return page.querySelector("results-chart, observer-map, alliance-grid").shadowRoot.querySelector(".ew").outerHTML;
  }, html);

// The first paint's hydration key is a digest of the document as JSON.stringify writes it, a page's of the document as it
// stands there.
const withoutDigest = (html) => html.replace(/(?<=data-hydration-key=")\w+/, "");

for (const { name, text, tag } of documents) {
  for (const lang of ["en", "ru"]) {
    test(`the first picture of ${name} in ${lang} is what prerendering writes, to the letter`, async () => {
      const warnings = [];
      const wanted = renderToString(tag, text, { lang, onWarning: (one) => warnings.push(one) });
      const body = `<${tag} lang="${lang}"><script type="application/json">${text}</script></${tag}>`;
      await open({ body }, async (page, server, requested) => {
        const [ready] = await waitForEvents(page, "widget-ready");
        assert.deepEqual(ready.detail.warnings, warnings);
        // What looks wrong is reported, which only the interactive bundle does.
        assert.equal(requested().some(isBundle), warnings.length > 0);
        if (warnings.length > 0) return;
        assert.equal(withoutDigest(await picture(page)), withoutDigest(await prerendered(page, wanted)));
      });
    });
  }
}

test("the interactive bundle hydrates every node of a first paint, and dispatches no second widget-ready", () =>
  open({ body: chart(TEXT) }, async (page, server, requested) => {
    await waitForEvents(page, "widget-ready");
    assert.ok(!requested().some(isBundle), "a page that is only read loads no interactive bundle");
    const nodes = await page.evaluateHandle(() => [...document.querySelector("results-chart").shadowRoot.querySelectorAll("*")]);
    await hydrate(page);
    const now = (nodes) => {
      const all = [...document.querySelector("results-chart").shadowRoot.querySelectorAll("*")];
      return [all.length, all.filter((one, place) => one == nodes[place]).length];
    };
    const [all, same] = await nodes.evaluate(now);
    assert.equal(same, all);
    assert.deepEqual((await page.evaluate(() => window.widgetEvents)).map(({ type }) => type), ["widget-ready"]);
  }));

const AREA = "/geo/central-asia-2018.json";
for (const [tag, path, text] of [
  ["results-chart", "/unusual.json", TEXT.replace("{", '{ "x-a": 1, "x-a": 2, "x-b": { "10": 1, "2": 1.50 },').replace("Kazakhstan", "K\\u0061zakhstan").replace('"over": 81', '"over": 810e-1')],
  ["observer-map", AREA, readFileSync(`${DIST}${AREA}`, "utf8").replace("{", '{ "x-a": 1.50,')],
]) {
  test(`${path} in a form that JSON.stringify would not write is painted first for ${tag}, and each node is hydrated`, () => {
    const src = tag == "observer-map" ? "/data/made-up-observers.json" : path;
    return open({ body: `<${tag} src="${src}"></${tag}>`, routes: { [path]: { body: text } } }, async (page, server, requested) => {
      await waitForEvents(page, "widget-ready");
      assert.ok(!requested().some(isBundle));
      const nodes = await page.evaluateHandle((tag) => [...document.querySelector(tag).shadowRoot.querySelectorAll("*")], tag);
      await hydrate(page);
      assert.ok(await nodes.evaluate((nodes) => nodes.every((node) => node.isConnected)));
      assert.equal(requested().filter((one) => one == path).length, 1);
      assert.deepEqual((await page.evaluate(() => window.widgetEvents)).map(({ type }) => type), ["widget-ready"]);
    });
  });
}

test("a library that gives all lists a toJSON changes nothing for data that comes as text", () =>
  open({ body: chart(TEXT), head: "<script>Array.prototype.toJSON = () => 'changed'</script>" }, async (page) => {
    await waitForEvents(page, "widget-ready");
    assert.match(await picture(page), /over 81%/);
    await hydrate(page);
    assert.match(await picture(page), /over 81%/);
  }));

// The story: the click that hydrated a widget was done again for the interactive bundle, which took that for another click and drew
// everything once more.
test("the click that hydrates a first paint does what it is for, once", () =>
  open({ body: '<results-chart src="/data/made-up-parliament.json"></results-chart>' }, async (page) => {
    await waitForEvents(page, "widget-ready");
    await page.getByRole("button", { name: "Votes", exact: true }).click();
    await page.waitForFunction(() => [...document.querySelector("results-chart").shadowRoot.querySelectorAll("[aria-pressed=true]")].some(({ textContent }) => textContent == "Votes"));
    assert.deepEqual((await page.evaluate(() => window.widgetEvents)).map(({ type }) => type), ["widget-ready"]);
  }));

test("new data over a first paint is drawn into the nodes that are there, and dispatches one widget-update", () =>
  open({ body: "<results-chart></results-chart>" }, async (page) => {
    const give = (data) => page.$eval("results-chart", (element, data) => void (element.data = data), data);
    await give(TEXT);
    await waitForEvents(page, "widget-ready");
    const row = await page.evaluateHandle(() => document.querySelector("results-chart").shadowRoot.querySelector("[data-key=tokayev]"));
    await give(TEXT.replace('{ "over": 81 }', "81.31"));
    await waitForEvents(page, "widget-update");
    assert.match(await picture(page), /81\.31%/);
    assert.equal(await row.evaluate((row) => row.isConnected), true);
    assert.deepEqual((await page.evaluate(() => window.widgetEvents)).map(({ type }) => type), ["widget-ready", "widget-update"]);
  }));

// The story: a page that set new data on widget-ready got a second widget-ready.
test("data that the page sets on widget-ready is drawn over the first paint, and dispatches widget-update", () =>
  open({ body: "<results-chart></results-chart>" }, async (page) => {
    await page.$eval("results-chart", (element, [first, second]) => {
      element.addEventListener("widget-ready", () => Promise.resolve().then(() => (element.data = second)), { once: true });
      element.data = first;
    }, [TEXT, TEXT.replace('{ "over": 81 }', "81.31")]);
    await waitForEvents(page, "widget-update");
    assert.match(await picture(page), /81\.31%/);
    assert.deepEqual((await page.evaluate(() => window.widgetEvents)).map(({ type }) => type), ["widget-ready", "widget-update"]);
  }));

test("a first paint whose data the page sets again is drawn again", () =>
  open({ body: "<results-chart></results-chart>" }, async (page) => {
    await page.$eval("results-chart", (element, text) => {
      window.kept = JSON.parse(text);
      element.data = window.kept;
    }, TEXT);
    await waitForEvents(page, "widget-ready");
    await page.$eval("results-chart", (element) => {
      window.kept.title = "Another title";
      element.data = window.kept;
    });
    await waitForEvents(page, "widget-update");
    assert.match(await picture(page), /Another title/);
  }));

const long = JSON.stringify({ ...JSON.parse(TEXT), notes: Array.from({ length: 60 }, () => "x".repeat(3_900)) });
for (const [what, text, attributes = ""] of [
  ["is long", long],
  ["asks for what its address says", TEXT, 'hash="a"'],
]) {
  test(`a document that ${what} is drawn by the interactive bundle at once`, () =>
    open({ body: chart(text, attributes), path: attributes ? "/page#a.order=name" : "/page" }, async (page, server, requested) => {
      await waitForEvents(page, "widget-ready");
      assert.ok(requested().some(isBundle));
      assert.match(await picture(page), /Tokayev/);
    }));
}

test("control characters in a text are reported by the interactive bundle, and the first picture never holds them", () =>
  open({ body: chart(JSON.stringify({ ...JSON.parse(TEXT), title: "a\u0001b" })) }, async (page) => {
    const [{ detail }] = await waitForEvents(page, "widget-error");
    const message = String.raw`expected a text without control characters, found "a\u0001b"`;
    assert.deepEqual(detail, { path: "title", message });
  }));

test("bad data is reported by the interactive bundle, with its place", () =>
  open({ body: chart(TEXT.replace('"contest"', '"contst"')) }, async (page) => {
    const [{ detail }] = await waitForEvents(page, "widget-error");
    assert.deepEqual(detail, { path: "contst", message: 'unknown field (did you mean "contest"?)' });
  }));

const GONE = { status: 404, body: "" };
for (const [what, routes] of Object.entries({
  "the program that paints first is not there": { "/election-widgets-first-paint-results.wasm": GONE },
  "its script is not there": { "/election-widgets-first-paint.js": GONE },
  "its words are not there": { "/locale/en-results.txt": GONE },
})) {
  test(`where ${what} the interactive bundle draws`, () =>
    open({ body: chart(TEXT), routes, expected: [/404|failed: /] }, async (page, server, requested) => {
      await waitForEvents(page, "widget-ready");
      assert.ok(requested().some(isBundle));
      assert.match(await picture(page), /over 81%/);
    }));
}

test("where the interactive bundle is not there a first paint stays, and dispatches widget-error once a reader interacts", () =>
  open({ body: chart(TEXT), routes: { "/election-widgets-results_bg.wasm": GONE }, expected: [/404|failed: /, /can't run here: no file at .*_bg\.wasm \(HTTP 404\)/] }, async (page) => {
    await waitForEvents(page, "widget-ready");
    await page.locator("results-chart").hover();
    await waitForEvents(page, "widget-error");
    assert.match(await picture(page), /over 81%/);
    assert.equal(await page.locator("results-chart .ew-tools").isVisible(), false, "what would do nothing is out of sight");
  }));

test("a widget that shows its first picture keeps it when the page moves it, and loads nothing", () =>
  open({ body: `${chart(TEXT)}<section></section>` }, async (page, server, requested) => {
    await waitForEvents(page, "widget-ready");
    const row = await page.evaluateHandle(() => document.querySelector("results-chart").shadowRoot.querySelector("[data-key=tokayev]"));
    await page.evaluate(() => document.querySelector("section").append(document.querySelector("results-chart")));
    await page.waitForTimeout(200);
    assert.ok(!requested().some(isBundle));
    assert.equal(await row.evaluate((row) => row.isConnected), true);
    await hydrate(page);
    assert.equal(await row.evaluate((row) => row.isConnected), true);
  }));

test("a widget whose data comes later is painted when it comes", () =>
  open({ body: "<results-chart></results-chart>" }, async (page, server, requested) => {
    await page.waitForFunction(() => customElements.get("results-chart"));
    await page.waitForTimeout(200);
    assert.ok(!requested().some(isBundle), "nothing is requested for a widget that draws nothing");
    await page.$eval("results-chart", (element, text) => void (element.data = text), TEXT);
    await waitForEvents(page, "widget-ready");
    assert.ok(!requested().some(isBundle));
  }));

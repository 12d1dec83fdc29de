// Prerendered pages: what a reader sees before any script has run, what hydrates a widget, and
// what stays as it was when it hydrates.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, waitForEvents, withBody } from "./browser.mjs";
import { DIST } from "./server.mjs";

const { renderToString } = await import(`${DIST}node/index.js`);
const SRC = "/data/kazakhstan-2022.json";
const TEXT = readFileSync(`${DIST}${SRC}`, "utf8");
const EXACT = TEXT.replace('{ "over": 81 }', "81.31");
const COUNCIL = readFileSync(`${DIST}/data/made-up-council.json`, "utf8");
const SINCE = readFileSync(`${DIST}/data/alliances-since.json`, "utf8");
const SCO = readFileSync(`${DIST}/data/sco-2019-observers.json`, "utf8");
/** Four councils' candidates in one. */
const LONG = ((council) => {
  const ids = (turn) => council.options.map((option) => ({ ...option, id: `${option.id}-${turn}` }));
  const [count] = council.counts;
  const figures = (turn) => Object.entries(count.results).map(([id, figure]) => [`${id}-${turn}`, figure]);
  const turns = [1, 2, 3, 4];
  const results = Object.fromEntries(turns.flatMap(figures));
  return JSON.stringify({ ...council, options: turns.flatMap(ids), outcomes: [], counts: [{ ...count, results, ballots: undefined }] });
})(JSON.parse(COUNCIL));
const CHART = renderToString("results-chart", TEXT, { src: SRC });
const TABLE = renderToString("results-chart", COUNCIL, { src: "/data/made-up-council.json" });

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (given, use) => withBody(browser, given, use);

const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
const shown = (page, selector = "results-chart") =>
  page.$eval(selector, ({ shadowRoot }) => shadowRoot.querySelector(".ew").textContent);

/** Marks every element of the picture, and answers later how many of the marked ones are still there. */
const mark = (page, selector = "results-chart") =>
  page.$eval(selector, ({ shadowRoot }) => {
    window.marked = [...shadowRoot.querySelectorAll(".ew, .ew *")];
  });
const lost = (page) => page.evaluate(() => window.marked.filter((element) => !element.isConnected).length);

/** All that moved in the page, from its beginning. */
const WATCHED = `<script>
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.moved += value;
  }).observe({ type: "layout-shift", buffered: true });
</script>`;

test("a page with a prerendered chart shows it and requests nothing but the element script", () =>
  open({ body: CHART }, async (page, server, requested) => {
    await settle(page);
    assert.match(await shown(page), /Kassym-Jomart Tokayev.*over 81%/s);
    assert.deepEqual(requested(), []);
    assert.deepEqual(await page.evaluate(() => window.widgetEvents), []);
  }));

test("a reader's interaction hydrates a chart: no node is another, nothing moves, and its data is not fetched again", () =>
  open({ body: CHART, head: WATCHED }, async (page, server, requested) => {
    await mark(page);
    await page.locator("results-chart").hover();
    const [ready] = await waitForEvents(page, "widget-ready");
    assert.deepEqual(ready.detail, { warnings: [] });
    await settle(page);
    assert.equal(await lost(page), 0);
    assert.equal(await page.evaluate(() => window.moved), 0);
    assert.equal(requested().includes(SRC), false);
    // The page held the styles that its picture needs; the next picture may need more.
    const styles = ({ shadowRoot }) => [shadowRoot.querySelectorAll("style").length, shadowRoot.adoptedStyleSheets.length];
    assert.deepEqual(await page.$eval("results-chart", styles), [0, 1]);
    await page.$eval("results-chart", (element, data) => void (element.data = data), EXACT);
    await waitForEvents(page, "widget-update");
    assert.match(await shown(page), /81\.31%/);
    assert.equal(await page.evaluate(() => window.marked[0].isConnected), true);
  }));

for (const [tag, text, options] of [
  ["observer-map", SCO, {}],
  ["observer-map", SCO, { lang: "ru", select: "sco" }],
  ["alliance-grid", readFileSync(`${DIST}/data/alliances.json`, "utf8"), { view: "timeline" }],
  ["alliance-grid", readFileSync(`${DIST}/data/alliances.json`, "utf8"), { lang: "ru" }],
  ["results-chart", COUNCIL, { lang: "ru", fold: "5" }],
  ["results-chart", LONG, {}],
  ["results-chart", readFileSync(`${DIST}/data/made-up-parliament.json`, "utf8"), { unit: "seats", theme: "dark" }],
]) {
  test(`${tag} ${JSON.stringify(options)} is taken over node by node`, () =>
    open({ body: renderToString(tag, text, options) }, async (page) => {
      await mark(page, tag);
      const before = await page.$eval(tag, ({ shadowRoot }) => shadowRoot.querySelector(".ew").innerHTML);
      await page.locator(tag).hover();
      await waitForEvents(page, "widget-ready");
      assert.equal(await lost(page), 0);
      assert.equal(await page.$eval(tag, ({ shadowRoot }) => shadowRoot.querySelector(".ew").innerHTML), before);
    }));
}

test("the click that hydrates a chart does what it would have done", () =>
  open({ body: TABLE }, async (page) => {
    const names = () => page.$$eval("results-chart", ([{ shadowRoot }]) => [...shadowRoot.querySelectorAll("tr[data-key]")].map((row) => row.dataset.key));
    const before = await names();
    await page.$eval("results-chart", ({ shadowRoot }) => {
      const buttons = [...shadowRoot.querySelectorAll(".ew-quiet button")];
      window.wanted = buttons.find((button) => button.getAttribute("aria-pressed") == "false");
    });
    const box = await (await page.evaluateHandle(() => window.wanted)).asElement().boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await waitForEvents(page, "widget-ready");
    await page.waitForFunction(() => window.wanted.getAttribute("aria-pressed") == "true");
    assert.notDeepEqual(await names(), before);
  }));

test("rows that a reader opened and text that a reader typed before hydration stay", () =>
  open({ body: TABLE, routes: { "/election-widgets-results_bg.wasm": slow("election-widgets-results_bg.wasm") } }, async (page) => {
    const key = await page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelectorAll("tr[data-key]")[1].dataset.key);
    await page.locator(`results-chart [data-key="${key}"] summary`).click();
    await page.locator("results-chart input[type=search]").fill("Candidate 3");
    await waitForEvents(page, "widget-ready");
    await settle(page);
    const [open, typed, found] = await page.$eval("results-chart", ({ shadowRoot }, key) => [
      shadowRoot.querySelector(`[data-key="${key}"] details`).open,
      shadowRoot.querySelector("input").value,
      shadowRoot.querySelector(".ew-find [role=status]").textContent,
    ], key);
    assert.deepEqual([open, typed], [true, "Candidate 3"]);
    assert.notEqual(found, "", "it was looked for");
    assert.equal(await page.evaluate(() => document.querySelector("results-chart").shadowRoot.activeElement?.localName), "input");
  }));

// The story: nothing but pointers and keys hydrated a grid, and a screen reader that sets a slider by itself moved no day.
test("a slider that is set without pointer or key hydrates its grid, and moves the day", () =>
  open({ body: renderToString("alliance-grid", SINCE, {}) }, async (page) => {
    const day = () => page.$eval("alliance-grid", ({ shadowRoot }) => shadowRoot.querySelector("input[type=range]").ariaValueText);
    assert.match(await day(), /^latest known/);
    await page.$eval("alliance-grid", ({ shadowRoot }) => {
      const slider = shadowRoot.querySelector("input[type=range]");
      slider.value = slider.min;
      slider.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    });
    await waitForEvents(page, "widget-ready");
    await settle(page);
    assert.match(await day(), /2001/);
  }));

/** A file of dist/ that takes its time. */
const slow = (name) => async () => {
  await new Promise((done) => setTimeout(done, 700));
  return { body: readFileSync(`${DIST}${name}`), type: "application/wasm" };
};

test("a picture of another build is replaced in one task; open rows, typed text and focus stay", () =>
  open({ body: TABLE.replace(/data-hydration-key="\w+/, 'data-hydration-key="0') , routes: { "/election-widgets-results_bg.wasm": slow("election-widgets-results_bg.wasm") } }, async (page) => {
    await mark(page);
    const key = await page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelectorAll("tr[data-key]")[2].dataset.key);
    await page.locator(`results-chart [data-key="${key}"] summary`).click();
    await page.locator("results-chart input[type=search]").fill("Candidate");
    await waitForEvents(page, "widget-ready");
    await settle(page);
    assert.equal(await lost(page), (await page.evaluate(() => window.marked.length)));
    const [pictures, open, typed, focused] = await page.$eval("results-chart", ({ shadowRoot }, key) => [
      shadowRoot.querySelectorAll(".ew").length,
      shadowRoot.querySelector(`[data-key="${key}"] details`).open,
      shadowRoot.querySelector("input").value,
      shadowRoot.activeElement?.localName,
    ], key);
    assert.deepEqual([pictures, open, typed, focused], [1, true, "Candidate", "input"]);
    await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.adoptedStyleSheets.length == 1);
    assert.equal(await page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelectorAll("style").length), 0);
  }));

test("a picture whose styles are linked keeps that style sheet, which is complete", () =>
  open({ body: renderToString("results-chart", LONG, { link: "/election-widgets-results.css" }) }, async (page, server, requested) => {
    await page.locator("results-chart").hover();
    await waitForEvents(page, "widget-ready");
    await settle(page);
    const styles = ({ shadowRoot }) => [shadowRoot.querySelectorAll("link").length, shadowRoot.adoptedStyleSheets.length];
    assert.deepEqual(await page.$eval("results-chart", styles), [1, 0]);
    assert.equal(requested().filter((path) => path.endsWith(".css")).length, 1);
  }));

test("a picture hydrates and keeps its styles even if the complete style sheet does not load", () =>
  open({ body: CHART, routes: { "/election-widgets-results.css": () => ({ status: 404 }) }, expected: [/404/, /failed: .*results.css/] }, async (page) => {
    await page.locator("results-chart").hover();
    await waitForEvents(page, "widget-ready");
    await settle(page);
    assert.equal(await page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelectorAll("style").length), 1);
    assert.equal(
      await page.$eval("results-chart", ({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector(".ew-title")).fontWeight),
      "700",
    );
  }));

test("if a page asks for other data than its picture shows, the widget shows that data once a reader interacts", () =>
  open({ body: CHART.replace("<results-chart", '<results-chart lang="ru"') }, async (page) => {
    assert.match(await shown(page), /over 81%/);
    await page.locator("results-chart").hover();
    await waitForEvents(page, "widget-ready");
    assert.match(await shown(page), /более 81/);
  }));

test("data that a page sets hydrates its chart; bad data leaves the picture, under a notice", () =>
  open({ body: CHART }, async (page) => {
    await mark(page);
    await page.$eval("results-chart", (element) => void (element.data = { title: "x" }));
    await waitForEvents(page, "widget-error");
    await settle(page);
    assert.match(await shown(page), /over 81%/);
    assert.equal(await page.locator("results-chart .ew-notice").count(), 1);
    assert.equal(await lost(page), 0);
    await page.$eval("results-chart", (element, data) => void (element.data = data), EXACT);
    await waitForEvents(page, "widget-update");
    assert.match(await shown(page), /81\.31%/);
  }));

test("a link to a mission opens it in a prerendered map", () =>
  open({ body: renderToString("observer-map", SCO, { hash: "map" }) }, async (page, server) => {
    await page.goto(`${server.url("/page")}#map.select=sco`);
    await waitForEvents(page, "widget-ready");
    await settle(page);
    assert.equal(await page.locator("observer-map [data-key=sco] details[open]").count(), 1);
  }));

test("a live chart fetches its data, and hydrates with the first text that says something else", () => {
  let body = TEXT.replace(/\s+/g, " ");
  // For a reader who saves data nothing but new data loads the bundle.
  const head = `<script>Object.defineProperty(navigator, "connection", { value: { saveData: true } });</script>`;
  return open({ head, body: CHART.replace("<results-chart", '<results-chart refresh="5"'), routes: { [SRC]: () => ({ body }) } }, async (page, server, requested) => {
    const polls = () => requested().filter((path) => path == SRC).length;
    while (polls() < 1) await settle(page);
    await settle(page);
    assert.equal(requested().some((path) => path.endsWith(".wasm")), false);
    body = EXACT;
    await waitForEvents(page, "widget-update");
    assert.match(await shown(page), /81\.31%/);
    body = "<p>gone</p>";
    const seen = polls();
    while (polls() < seen + 1) await settle(page);
    await settle(page);
    assert.match(await shown(page), /81\.31%/);
    assert.equal(await page.locator("results-chart .ew-notice").count(), 0, "a short fault is told to nobody");
  });
});

const GONE = { status: 404, body: "" };

/** Runs in a page: what a reader can read in the chart. */
const readable = (page) => page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelector(".ew").innerText);

test("a prerendered chart whose data is gone hydrates from the data in the page, and fetches nothing", () =>
  open({ body: CHART, routes: { [SRC]: GONE } }, async (page, server, requested) => {
    await page.locator("results-chart summary").first().click();
    await waitForEvents(page, "widget-ready");
    await settle(page);
    assert.match(await readable(page), /Kassym-Jomart Tokayev.*Share: over 81%/s);
    assert.equal(requested().includes(SRC), false);
    assert.deepEqual(await page.evaluate(() => window.widgetEvents.map(({ type }) => type).filter((type) => type == "widget-error")), []);
  }));

/** Lets the page's clock run until there is an error to be told: a feed waits for a minute. */
async function runClock(page) {
  await page.clock.install();
  await page.reload();
  const errors = () => page.evaluate(() => window.widgetEvents.filter(({ type }) => type == "widget-error").length);
  while ((await errors()) == 0) await page.clock.runFor(2_000);
  assert.ok((await page.evaluate(() => performance.now())) >= 60_000);
}

for (const [name, attribute, path, change] of [
  ["a live chart whose data is gone for a minute", ' refresh="5"', SRC, runClock],
  ["a chart whose page names other data that is not there", "", "/data/gone.json", (element, path) => element.setAttribute("src", path)],
]) {
  test(`${name} keeps its picture, under a notice, and dispatches widget-error`, () =>
    open({ body: CHART.replace("<results-chart", `$&${attribute}`), routes: { [path]: GONE }, expected: [/404|failed: /] }, async (page) => {
      if (change == runClock) await runClock(page);
      await mark(page);
      if (change != runClock) await page.$eval("results-chart", change, path);
      const [{ detail }] = await waitForEvents(page, "widget-error");
      assert.deepEqual(detail, { path, message: "HTTP 404" });
      await settle(page);
      assert.match(await readable(page), /Kassym-Jomart Tokayev.*over 81%/s);
      assert.equal(await page.locator("results-chart .ew-notice").isVisible(), true);
      assert.equal(await lost(page), 0);
    }));
}

const FAILURES = {
  "the wasm is not there": [{ "/election-widgets-results_bg.wasm": { status: 404, body: "" } }, {}, [/404|failed: /, /can't run here: no file at .*_bg\.wasm \(HTTP 404\)/]],
  "the wasm is cut short": [
    { "/election-widgets-results_bg.wasm": () => ({ body: readFileSync(`${DIST}election-widgets-results_bg.wasm`).subarray(0, 9000) }) },
    {},
    [/can't run here/],
  ],
  "the glue is not there": [{ "/election-widgets-results.js": { status: 404, body: "" } }, {}, [/404|failed: /, /can't run here/]],
};

for (const [name, [routes, headers, expected]] of Object.entries(FAILURES)) {
  test(`where ${name} a prerendered chart stays, without controls that do nothing`, () =>
    open({ body: TABLE, routes, headers, expected }, async (page) => {
      await page.locator("results-chart").hover();
      const [error] = await waitForEvents(page, "widget-error");
      assert.match(error.detail.message, /can't run here/);
      assert.equal(await page.locator("results-chart table").isVisible(), true);
      assert.equal(await page.locator("results-chart .ew-tools").isVisible(), false);
      assert.equal(await page.locator("results-chart .ew-notice").count(), 0);
    }));
}

test("where the wasm is of a wrong type a prerendered chart hydrates all the same", () =>
  open(
    {
      body: CHART,
      routes: {
        "/election-widgets-results_bg.wasm": () => ({ body: readFileSync(`${DIST}election-widgets-results_bg.wasm`), type: "text/plain" }),
      },
    },
    async (page) => {
      await page.locator("results-chart").hover();
      await waitForEvents(page, "widget-ready");
    },
  ));

test("with scripts off a reader sees the complete widgets, and no controls", () =>
  open({ body: TABLE + renderToString("observer-map", SCO, {}), javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator("results-chart table").isVisible(), true);
    assert.equal(await page.locator("observer-map svg").first().isVisible(), true);
    for (const controls of [".ew-tools", ".ew-controls", ".ew-map-tools", ".ew-fold"]) {
      for (const one of await page.locator(controls).all()) assert.equal(await one.isVisible(), false, controls);
    }
    const rows = page.locator("results-chart tr[data-key]");
    assert.equal(await rows.last().isVisible(), true, "folded rows stand open");
  }));

test("with scripts off a long chart says what its first rows leave out, and offers nothing", () =>
  open({ body: renderToString("results-chart", LONG, {}), javaScriptEnabled: false }, async (page) => {
    assert.match(await page.locator("results-chart .ew-rest").innerText(), /^\d+ more\s+The first \d+ are shown\.\s+[\d,]+ in total$/);
    assert.equal(await page.locator("results-chart .ew-rest button").isVisible(), false);
  }));

for (const width of [320, 900]) {
  test(`with scripts off folded rows stand in their table's columns, ${width} px wide`, () =>
    open(
      { body: renderToString("results-chart", COUNCIL, { fold: "30" }), javaScriptEnabled: false, viewport: { width, height: 900 } },
      async (page) => {
        const rows = page.locator("results-chart tr[data-key]");
        const places = async (row) => {
          const cells = await Promise.all((await row.locator("th, .ew-figure").all()).map((cell) => cell.boundingBox()));
          // Figures end below each other.
          return cells.map(({ x, width }, place) => Math.round(place ? x + width : x));
        };
        await rows.last().scrollIntoViewIfNeeded();
        assert.match(await rows.last().getAttribute("class"), /ew-folded/);
        assert.deepEqual(await places(rows.last()), await places(rows.first()));
      },
    ));
}

test("with scripts off a mission opens and shows its details", () =>
  open({ body: renderToString("observer-map", SCO, {}), javaScriptEnabled: false }, async (page) => {
    const mission = page.locator("observer-map [data-key=sco]");
    assert.equal(await mission.locator(".ew-opened").isVisible(), false);
    await mission.locator("summary").click();
    assert.equal(await mission.locator(".ew-opened dt").first().isVisible(), true);
    assert.equal(await mission.locator(".ew-where").isVisible(), false, "where it is is said once");
  }));

test("where the element script never comes, controls are not seen", () =>
  open(
    { body: TABLE, routes: { "/election-widgets.js": { status: 404, body: "" } }, expected: [/404|failed: /] },
    async (page) => {
      assert.equal(await page.locator("results-chart table").isVisible(), true);
      assert.equal(await page.locator("results-chart .ew-tools").isVisible(), false);
    },
  ));

test("a browser without declarative shadow roots shows the text, then draws the chart", () =>
  open({ body: CHART.replaceAll("shadowrootmode", "data-unknown") }, async (page) => {
    await waitForEvents(page, "widget-ready");
    assert.match(await shown(page), /over 81%/);
  }));

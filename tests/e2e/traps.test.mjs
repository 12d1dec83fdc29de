// Programs that stop by a fault of their own: the element that they worked for says so and keeps its picture, and all other
// widgets of the page go on.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { hydrate, launch, waitForEvents, withBody } from "./browser.mjs";
import { DIST } from "./server.mjs";
import { renderingUntil, stoppingAlways, stoppingAt, stoppingCommand } from "./trapping.mjs";

const { renderToString } = await import(`${DIST}node/index.js`);
const SRC = "/data/kazakhstan-2022.json";
const TEXT = readFileSync(`${DIST}${SRC}`, "utf8");
const BUNDLE = "/election-widgets-results_bg.wasm";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (given, use) => withBody(browser, given, use);
const textOf = (page, selector) => page.$eval(selector, ({ shadowRoot }) => shadowRoot?.querySelector(".ew")?.textContent ?? "");
const settle = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 200)));

const PRERENDERED = renderToString("results-chart", TEXT, { src: "/gone.json" });
const DATA_SCRIPT = /<script type="application\/json".*?<\/script>/s;
const CASES = {
  "whose data script a CMS removed, and whose address is gone": [PRERENDERED.replace(DATA_SCRIPT, ""), "HTTP 404"],
  "whose data holds a NUL": [renderToString("results-chart", TEXT).replace(/(<script type="application\/json"[^>]*>)\{/, "$1\0{"), "not JSON"],
};
for (const [name, [body, reason]] of Object.entries(CASES)) {
  test(`a prerendered chart ${name} keeps its picture once it is touched, and says why it does no more`, () =>
    open({ body, expected: reason.startsWith("HTTP") ? [/404/] : [] }, async (page) => {
      await page.locator("results-chart").hover();
      const [{ detail }] = await waitForEvents(page, "widget-error");
      assert.ok(detail.message.startsWith(reason), detail.message);
      assert.match(await textOf(page, "results-chart"), /Kassym-Jomart Tokayev.*over 81%/s);
    }));
}

for (const [name, closed] of Object.entries({
  script: `<results-chart src="${SRC}"></results-chart><script>document.querySelector("results-chart").attachShadow({ mode: "closed" })</script>`,
  template: `<results-chart src="${SRC}"><template shadowrootmode="closed"><p>The page's own</p></template></results-chart>`,
})) {
  test(`an element that the page closed by ${name} is named, with what to do, and its neighbour is drawn`, () =>
    open({ body: `${closed}<results-chart id="b" src="${SRC}"></results-chart>`, expected: [/<results-chart>: the page gave the element a closed shadow root\. Put /] }, async (page) => {
      await waitForEvents(page, "widget-error");
      await page.waitForFunction(() => document.querySelector("#b").shadowRoot?.querySelector(".ew"));
      await page.locator("#b [data-key=tokayev] summary").click();
      await page.locator("#b .ew-more dt").first().waitFor();
      assert.deepEqual((await page.evaluate(() => window.widgetEvents)).filter(({ id }) => !id).map(({ type }) => type), ["widget-error"]);
    }));
}

const TITLE = /"title": "[^"]*"/;
const FAULTY = TEXT.replace(TITLE, '"title": "Stops the program (made up for tests)"');
const routes = (at, more = {}) => ({ [BUNDLE]: stoppingAt("results", at, FAULTY), "/faulty.json": { body: FAULTY }, ...more });
const chart = (id, src = SRC, inside = "") => `<results-chart id="${id}" src="${src}" hash="${id}">${inside}</results-chart>`;
/** Draws by the interactive bundle at once: a part of the hash is theirs. */
const path = "/page#a.=&b.=&c.=&d.=";
const AT = (id, at) => new RegExp(`^election-widgets: <results-chart id="${id}">: the program stopped \\(.*\\) at this document\\. Give the element another, and please report`);

/** Opens an option of a chart, which only a chart that is alive does. */
async function isAlive(page, id) {
  await page.locator(`#${id} input[type=search], #${id} [data-key] summary`).first().click();
  await page.locator(`#${id} .ew-more dt`).first().waitFor();
}

test("where a document stops the program, an empty element says so, one with a fallback keeps it, all others go on", () =>
  open({ path, routes: routes("read"), body: chart("a") + chart("b", "/faulty.json") + chart("c", "/faulty.json", "<p>No chart</p>") + chart("d"), expected: [AT("b"), AT("c")] }, async (page) => {
    await waitForEvents(page, "widget-error", 2);
      await settle(page);
      assert.equal(await textOf(page, "#b"), "The data can’t be shown right now.");
      assert.equal(await page.locator("#c p").isVisible(), true);
      for (const id of ["a", "d"]) await isAlive(page, id);
      assert.equal(await page.locator("#a").evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll(".ew").length), 1, "one picture");
      // Another document is drawn.
      await page.$eval("#b", (element, src) => void (element.src = element.setAttribute("src", src)), SRC);
      await page.waitForFunction(() => /Tokayev/.test(document.querySelector("#b").shadowRoot.querySelector(".ew").textContent));
      await isAlive(page, "b");
    }));

test("new data that stops the program leaves the last picture, and all others go on", () =>
  open({ path, routes: routes("show"), body: chart("a") + chart("b"), expected: [AT("b")] }, async (page) => {
    await waitForEvents(page, "widget-ready", 2);
    await page.$eval("#b", (element, data) => void (element.data = data), FAULTY);
    await waitForEvents(page, "widget-error");
    await settle(page);
    assert.match(await textOf(page, "#b"), /Kassym-Jomart Tokayev.*over 81%/s);
    assert.equal(await page.locator("#b .ew-tools").isVisible(), false, "no control that does nothing");
    await isAlive(page, "a");
  }));

test("where the program stops in a listener, a fresh instance draws all widgets again, with their pictures in sight", () =>
  open({ path, routes: routes("listen"), body: chart("a") + chart("b"), expected: [/the program of <results-chart id="a">, <results-chart id="b"> stopped \(.*\)\. It starts again/, /unreachable/] }, async (page) => {
    await waitForEvents(page, "widget-ready", 2);
    await settle(page);
    await page.evaluate(async (data) => (await import("/election-widgets.js")).validate("results-chart", data), FAULTY);
    await page.locator("#a [data-key] summary").first().click();
    await page.waitForFunction(() => document.querySelectorAll("results-chart").length == 2 && window.widgetEvents.filter(({ type }) => type == "widget-update").length == 2);
    await settle(page);
    for (const id of ["b", "a"]) await isAlive(page, id);
  }));

test("where every fresh instance stops too, the widgets keep their pictures and say so", () =>
  open({ path, routes: routes("resume"), body: chart("a") + chart("b", "/faulty.json"), expected: [/It starts again/, /unreachable/, /the widgets can't run here: the program stopped 3 times/] }, async (page) => {
    await waitForEvents(page, "widget-error", 2);
    for (const id of ["a", "b"]) assert.match(await textOf(page, `#${id}`), /Kassym-Jomart Tokayev.*over 81%/s);
  }));

for (const at of ["read", "validate"]) {
  test(`a document that stops the program in \`validate\` (${at}) ends in a message; checks beside it, later ones and all widgets go on`, () =>
    open({ path, routes: routes(at), body: chart("a") }, async (page) => {
      await waitForEvents(page, "widget-ready");
      const outcomes = await page.evaluate(async ([text, faulty]) => {
        const { validate } = await import("/election-widgets.js");
        const check = (data) => validate("results-chart", data);
        const beside = await Promise.allSettled([check(text), check(faulty), check(text), check({ title: 7 })]);
        return [...beside, await check(text), ...(await Promise.allSettled([check(faulty)]))].map(({ reason, value, ...result }) => reason?.message ?? value ?? result);
      }, [TEXT, FAULTY]);
      const [good, stopped, next, wrong, later, again] = outcomes;
      for (const message of [stopped, again]) assert.match(message, /^the program stopped \(.*\) at this document\. Please report it with the document$/);
      for (const one of [good, next, later]) assert.deepEqual(one, { errors: [], warnings: [] });
      assert.equal(wrong.errors[0].path, "title");
      await settle(page);
      await isAlive(page, "a");
    }));
}

test("where the program of the first paint stops, the interactive bundle draws", () =>
  open({ routes: { "/election-widgets-first-paint-results.wasm": stoppingAlways("election-widgets-first-paint-results.wasm") }, body: `<results-chart id="a" src="${SRC}"></results-chart>` }, async (page) => {
    await waitForEvents(page, "widget-ready");
    await isAlive(page, "a");
  }));

test("where the program that reads tables stops, the chart says so, and the neighbour is drawn", () =>
  open({ routes: { "/table.csv": { body: "Party,Votes\nA,10\nB,5\n", type: "text/csv" }, "/election-widgets-table-results.wasm": stoppingAlways("election-widgets-table-results.wasm") }, body: `<results-chart id="a" src="/table.csv"></results-chart><results-chart id="b" src="${SRC}"></results-chart>` }, async (page) => {
    const [{ detail }] = await waitForEvents(page, "widget-error");
    assert.match(detail.message, /^the program that reads tables stopped \(.*\) at this one\. Please report it with the table$/);
    assert.equal(await textOf(page, "#a"), "The data can’t be shown right now.");
    await hydrate(page);
    await isAlive(page, "b");
  }));

test("in Node a document that stops the program throws a message, and the next ones are rendered by a fresh instance", async () => {
  const { render, made } = await renderingUntil(FAULTY);
  for (let turn = 0; turn < 3; turn++) {
    assert.throws(() => render("results-chart", FAULTY), { name: "Error", path: "", message: "the program stopped (unreachable) at this document. Please report it with the document" });
    assert.equal(render("results-chart", TEXT), renderToString("results-chart", TEXT));
    assert.throws(() => render("results-chart", { title: 7 }), { path: "title" });
    assert.equal(made.count, turn + 2);
  }
});

test("in Node an error of the page's own `onWarning` comes through, and stops nothing", () => {
  const text = TEXT.replace("81", "181");
  const onWarning = () => {
    throw new RangeError("the page's own");
  };
  assert.throws(() => renderToString("results-chart", text, { onWarning }), { name: "RangeError", message: "the page's own" });
  assert.match(renderToString("results-chart", text), /^<results-chart>/);
});

test("where the program of the npm package's command stops, one line says so", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [stoppingCommand(), "validate", "results.json"], { encoding: "utf8" });
  assert.deepEqual([status, stdout, stderr], [2, "", "error: the program stopped (unreachable). Please report it with what it was given\n"]);
});

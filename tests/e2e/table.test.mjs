// `src` may be a table: a published sheet, or any CSV with a head of keys and values.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { hydrate, launch, waitForEvents, withBody } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (given, use) => withBody(browser, given, use);
const textOf = (page, selector = "results-chart") => page.$eval(selector, (element) => element.shadowRoot?.querySelector(".ew")?.textContent ?? "");

const sheet = (name) => readFileSync(new URL(`../../examples/sheets/${name}.csv`, import.meta.url), "utf8");
const csv = (body) => ({ type: "text/csv; charset=utf-8", body });
const RESULTS = sheet("results");
const TABLE_FILES = /election-widgets-table/;

// Requests the data again, as a feed does, and waits for what comes of it.
async function change(page, server, body, event, count) {
  server.routes["/sheet"] = csv(body);
  await page.$eval("results-chart", (element) => element.setAttribute("src", "/sheet"));
  return (await waitForEvents(page, event, count)).at(-1);
}

const openSheet = (body, use, more = {}) => open({ body: `<results-chart src="/sheet"></results-chart>`, routes: { "/sheet": csv(body) }, ...more }, use);

test("a published sheet is drawn as the same results in JSON are, with what its cells say in words", () =>
  openSheet(RESULTS, async (page) => {
    await waitForEvents(page, "widget-ready");
    const text = await textOf(page);
    for (const said of ["Early presidential election", "over 81%", "about 400,000", "9,800 of 10,101", "Central Election Commission"]) {
      assert.ok(text.includes(said), `${said} is in: ${text}`);
    }
  }));

test("a sheet of observers and one of alliances are drawn too, its states by their names in the page's language", () =>
  open(
    {
      body: `<div lang="ru"><observer-map src="/observers"></observer-map><alliance-grid src="/alliances"></alliance-grid></div>`,
      routes: { "/observers": csv(sheet("observers")), "/alliances": csv(sheet("alliances").replaceAll("Kyrgyzstan", "Кыргызстан").replaceAll("Uzbekistan", "Узбекистан")) },
    },
    async (page) => {
      await waitForEvents(page, "widget-ready", 2);
      assert.match(await textOf(page, "observer-map"), /Union of Towns/);
      assert.match(await textOf(page, "alliance-grid"), /Узбекистан/);
    },
  ));

for (const [what, table, error] of [
  ["a matrix a year of the Correlates of War project", "ccode,stateabb,year,SCO\n705,KZK,2001,1\n", /import it, and name the document here/],
  ["a table of more rows than a page takes", `state,alliance,kind\n${"KZ,A,member\n".repeat(20_000)}`, /more than 20000 rows/],
]) {
  test(`${what} is refused with what to do`, () =>
    open({ body: `<alliance-grid src="/sheet"></alliance-grid>`, routes: { "/sheet": csv(table) } }, async (page) => {
      const [{ detail }] = await waitForEvents(page, "widget-error");
      assert.match(detail.message, error);
    }));
}

test("a page whose data is JSON loads no reader of tables", () =>
  open({ body: `<results-chart src="/data/kazakhstan-2022.json"></results-chart>` }, async (page, server) => {
    await waitForEvents(page, "widget-ready");
    await hydrate(page);
    assert.deepEqual(server.requests.filter((path) => TABLE_FILES.test(path)), []);
  }));

test("a page with a table of results loads the reader of such tables and no other", () =>
  openSheet(RESULTS, async (page, server) => {
    await waitForEvents(page, "widget-ready");
    const loaded = server.requests.filter((path) => TABLE_FILES.test(path));
    assert.deepEqual(loaded.sort(), ["/election-widgets-table-results.wasm", "/election-widgets-table.js"]);
  }));

test("an address that gives a web page asks whether the sheet is published", () =>
  open({ body: `<results-chart src="/sheet"></results-chart>`, routes: { "/sheet": { type: "text/html", body: "<!doctype html><title>Sign in</title>" } } }, async (page) => {
    const [error] = await waitForEvents(page, "widget-error");
    assert.match(error.detail.message, /found a web page \(is the sheet published to the web\?\)/);
  }));

test("a sheet without a status shows nothing, and the error names what is missing", () =>
  openSheet(RESULTS.replace(/^status.*\n/m, ""), async (page) => {
    const [error] = await waitForEvents(page, "widget-error");
    assert.match(error.detail.message, /the table leaves open: status: /);
  }));

test("a question about a column is answered in a row of the sheet", () =>
  openSheet(RESULTS.replace("n/a", "0"), async (page, server) => {
    const [error] = await waitForEvents(page, "widget-error");
    assert.match(error.detail.message, /column\.votes\.zero: /);
    await change(page, server, `answer,column.votes.zero,zero\n${RESULTS.replace("n/a", "0")}`, "widget-ready", 1);
    const cells = await page.$eval("results-chart", ({ shadowRoot }) => [...shadowRoot.querySelectorAll("tbody td")].map((cell) => cell.textContent));
    assert.ok(cells.some((cell) => /^0\b/.test(cell)), cells.join(" | "));
  }));

test("a column that is gone, and a status that is none, keep the last good picture and say what changed", () =>
  openSheet(RESULTS, async (page, server) => {
    await waitForEvents(page, "widget-ready");
    const renamed = await change(page, server, RESULTS.replace("name,kind,votes", "name,kind,vtes").replace("82", "60"), "widget-error", 1);
    assert.match(renamed.detail.message, /the table changed: no column is "votes" \(votes\) any more; read are "name", "kind", "percent", "outcome"/);
    assert.match(await textOf(page), /about 400,000/);
    const wrong = await change(page, server, RESULTS.replace("preliminary", "nearly done"), "widget-error", 2);
    assert.match(wrong.detail.message, /nearly done/);
    assert.match(await textOf(page), /over 81%/);
    await change(page, server, RESULTS.replace("over 81%", "over 82%"), "widget-update", 1);
    assert.match(await textOf(page), /over 82%/);
  }));

test("a sheet that is not UTF-8 is refused with its line", () =>
  open({ body: `<results-chart src="/sheet"></results-chart>`, routes: { "/sheet": { type: "text/csv", body: Buffer.from("title,\xc2\xfb\xe1\xee\xf0\xfb\n", "latin1") } } }, async (page) => {
    const [error] = await waitForEvents(page, "widget-error");
    assert.match(error.detail.message, /^line 1: a character is not UTF-8/);
  }));

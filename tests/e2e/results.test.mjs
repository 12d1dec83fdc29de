// What a reader can do with a results chart.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, shoot, waitForEvents, withWidget } from "./browser.mjs";
import { DIST, serve } from "./server.mjs";

const COUNTS = "/data/kazakhstan-2022-counts.json";
const FULL = readFileSync(new URL("../data/full-count.json", import.meta.url), "utf8");
const QUANTITIES = readFileSync(new URL("../data/quantities.json", import.meta.url), "utf8");

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (body, options, use) => withWidget(browser, body, options, use);

const heads = (page) =>
  page.$eval("results-chart", ({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("thead th")].map((head) => head.firstChild.data),
  );
const pressed = (page) =>
  page.getByRole("group", { name: "Results", exact: true }).locator("button[aria-pressed=true]").allTextContents();

test("a reader picks a count by keyboard and keeps the focus", () =>
  open(`<results-chart src="${COUNTS}"></results-chart>`, {}, async (page) => {
    assert.deepEqual(await pressed(page), ["Preliminary results"]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.deepEqual(await pressed(page), ["Exit poll"]);
    assert.match(await page.locator("results-chart .ew").innerText(), /Against all\s+5%/);
    const focused = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent);
    assert.equal(await focused(), "Exit poll");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    assert.equal(await focused(), "Compare");
    assert.deepEqual(await heads(page), ["Candidate", "Exit poll", "Preliminary results"]);
  }));

test("a reader's choice stays after new data and a new theme, and a new count attribute replaces it", () =>
  open(`<results-chart src="${COUNTS}"></results-chart>`, {}, async (page) => {
    await page.getByRole("button", { name: "Exit poll" }).click();
    const text = readFileSync(DIST + COUNTS, "utf8").replace('"percent": 82', '"percent": 82.5');
    await page.$eval("results-chart", (element, text) => void (element.data = text), text);
    await waitForEvents(page, "widget-update");
    assert.deepEqual(await pressed(page), ["Exit poll"]);
    assert.match(await page.locator("results-chart .ew").innerText(), /82\.5%/);
    await page.$eval("results-chart", (element) => element.setAttribute("theme", "dark"));
    await waitForEvents(page, "widget-update", 2);
    assert.deepEqual(await pressed(page), ["Exit poll"]);
    await page.$eval("results-chart", (element) => element.setAttribute("count", "all"));
    await waitForEvents(page, "widget-update", 3);
    assert.deepEqual(await pressed(page), ["Compare"]);
  }));

for (const [name, data] of [["full-count", FULL], ["quantities", QUANTITIES]]) {
  for (const width of [320, 640, 1200]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${name} fits ${width} px in ${colorScheme}`, () =>
        open(
          `<body style="margin: 0; background: light-dark(white, #17191c); color-scheme: light dark"><results-chart style="margin: 16px"><script type="application/json">${data}</script></results-chart>`,
          { viewport: { width, height: 900 }, colorScheme },
          async (page) => {
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
            await shoot(page, `${name}-${width}-${colorScheme}`);
          },
        ));
    }
  }
}

test("on a page that is read from the right a chart in English is read from the left, and a name in Arabic stays in one piece", () => {
  const document = JSON.parse(FULL);
  document.options[0].name = "حزب 2030";
  const body = `<div dir="rtl"><results-chart><script type="application/json">${JSON.stringify(document)}</script></results-chart></div>`;
  return open(body, {}, async (page) => {
    const row = await page.$eval("results-chart", ({ shadowRoot }) => {
      const cells = [...shadowRoot.querySelectorAll("tbody tr:first-child > *")];
      // The main figure's cell has no box of its own.
      const placed = cells.map((cell) => (cell.querySelector(".ew-figure") ?? cell).getBoundingClientRect().left);
      return { places: placed, kept: cells[0].querySelector("bdi").textContent };
    });
    assert.ok(row.places[0] < row.places[1]);
    assert.equal(row.kept, "حزب 2030");
    await shoot(page, "from-the-right");
  });
});

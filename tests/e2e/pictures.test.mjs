// Pictures of every page of the demo, to be looked at: tests/shots/. All pages are served with the strict policy.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, shoot, withPage } from "./browser.mjs";
import { strictFor } from "./cases/run.mjs";
import { serve } from "./server.mjs";
import { WIDGETS } from "../../scripts/demo/states.mjs";

const PAGES = [
  ["front", "/index.html", 3],
  ["alliances", "/articles/alliances.html", 2],
  ["kazakhstan-2023", "/articles/kazakhstan-2023.html", 1],
  ["kazakhstan-2022", "/articles/kazakhstan-2022.html", 2],
  ["kazakhstan-exit-poll", "/articles/kazakhstan-exit-poll.html", 1],
  ["kyrgyzstan-2017", "/articles/kyrgyzstan-2017.html", 4],
  ["kazakhstan-2019", "/articles/kazakhstan-2019.html", 3],
  ["sco-2019", "/articles/sco-2019.html", 2],
  ["gallery", "/gallery/index.html", 0],
  ["night", "/gallery/night.html", 1],
  ["documentation", "/docs/index.html", 0],
  ["made-up", "/articles/made-up.html", 3],
  ["made-up-more", "/articles/made-up-more.html", 4],
];

// Each state is a widget, and prerendered unless it begins with none. The pages are too long for one picture.
const GALLERY = WIDGETS.map(({ file, groups }) => [`/gallery/${file}`, groups.flatMap(({ states }) => states).filter(({ empty }) => !empty).length]);

let browser, server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve({ headers: strictFor })]);
});
after(() => Promise.all([browser.close(), server.close()]));

/** Opens a page, and checks that its widgets are prerendered and that it is no wider than its window. */
async function check(page, path, widgets) {
  await page.goto(server.url(path));
  const prerendered = await page.$$eval("results-chart, observer-map, alliance-grid", (all) =>
    all.filter(({ shadowRoot }) => shadowRoot?.querySelector(".ew figure")).length,
  );
  assert.equal(prerendered, widgets, "the page's widgets are prerendered");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `the page is ${overflow} px wider than its window`);
}

for (const [name, path, widgets] of PAGES) {
  for (const width of [320, 640, 1200]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`the page ${name} fits ${width} px in ${colorScheme}`, () =>
        withPage(browser, { viewport: { width, height: 900 }, colorScheme }, async (page) => {
          await check(page, path, widgets);
          await shoot(page, `${name}-${width}-${colorScheme}`);
        }));
    }
  }
}

for (const [path, widgets] of GALLERY) {
  for (const width of [320, 640, 1200]) {
    test(`${path} shows every state at ${width} px`, () =>
      withPage(browser, { viewport: { width, height: 900 } }, (page) => check(page, path, widgets)));
  }
}

test("a mistake in the data of the gallery is reported, and the last good picture stays", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(server.url("/gallery/results.html#a-mistake-after-good-data"));
    await page.waitForFunction(() => window.widgetEvents.some(({ type }) => type == "widget-error"));
    assert.match(await page.locator("#a-mistake-after-good-data figure").innerText(), /Candidate A/);
  }));

test("the front page shows three widgets with figures in the first screen of a desktop", () =>
  withPage(browser, { viewport: { width: 1200, height: 800 } }, async (page) => {
    await page.goto(server.url("/index.html"));
    const tops = await page.$$eval("results-chart, observer-map, alliance-grid", (all) => all.map((one) => one.getBoundingClientRect().top));
    assert.equal(tops.length, 3);
    for (const top of tops) assert.ok(top < 250, `a widget begins at ${top} px`);
  }));

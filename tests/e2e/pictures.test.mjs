// Pictures of every page of the demo, to be looked at: tests/shots/.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, shoot, withPage } from "./browser.mjs";
import { serve } from "./server.mjs";

const PAGES = [
  ["front", "/index.html", 0],
  ["kazakhstan-2022", "/articles/kazakhstan-2022.html", 2],
  ["kazakhstan-exit-poll", "/articles/kazakhstan-exit-poll.html", 1],
  ["kyrgyzstan-2017", "/articles/kyrgyzstan-2017.html", 2],
  ["kazakhstan-2019", "/articles/kazakhstan-2019.html", 2],
  ["sco-2019", "/articles/sco-2019.html", 3],
  ["made-up", "/articles/made-up.html", 3],
  ["made-up-more", "/articles/made-up-more.html", 4],
];

let browser, server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), server.close()]));

for (const [name, path, widgets] of PAGES) {
  for (const width of [320, 640, 1200]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`the page ${name} fits ${width} px in ${colorScheme}`, () =>
        withPage(browser, { viewport: { width, height: 900 }, colorScheme }, async (page) => {
          await page.goto(server.url(path));
          const prerendered = await page.$$eval("results-chart, observer-map, alliance-grid", (all) =>
            all.filter(({ shadowRoot }) => shadowRoot?.querySelector(".ew figure")).length,
          );
          assert.equal(prerendered, widgets, "the page's widgets are prerendered");
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `the page is ${overflow} px wider than its window`);
          await shoot(page, `${name}-${width}-${colorScheme}`);
        }));
    }
  }
}

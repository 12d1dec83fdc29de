// Each widget takes its own part of the sheet of styles: nothing that it shows may miss a rule of the whole.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, waitForEvents, withBody, withPage } from "./browser.mjs";
import { serve } from "./server.mjs";

const ARTICLES = ["alliances", "kazakhstan-2023", "kazakhstan-2022", "kazakhstan-exit-poll", "kyrgyzstan-2017", "kazakhstan-2019", "sco-2019", "made-up", "made-up-more"];
// What the articles don't show.
const OTHERS = [
  '<results-chart src="/data/made-up-parliament.json" unit="seats"></results-chart>',
  '<results-chart src="/data/kazakhstan-2022-counts.json" count="all"></results-chart>',
  '<results-chart src="/data/not-there.json"></results-chart>',
  '<observer-map src="/data/made-up-observers.json"></observer-map>',
  '<observer-map src="/data/not-there.json"></observer-map>',
  ...["states", "alliances", "timeline", "overlap"].map((view) => `<alliance-grid src="/data/alliances.json" view="${view}"></alliance-grid>`),
  '<results-chart src="/data/made-up-council.json"></results-chart>',
];

let browser, server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), server.close()]));

/** The selectors of the whole sheet that fit something in a widget of the page and are not among its own. */
async function missing(page) {
  return page.evaluate(async () => {
    const whole = await new CSSStyleSheet().replace(await (await fetch("/election-widgets.css")).text());
    // A selector with the conditions around it; what a rule says there the two sheets spell differently.
    const selectors = (rules, around = "") =>
      [...rules].flatMap((rule) => {
        if (!(rule instanceof CSSStyleRule)) return rule.cssRules ? selectors(rule.cssRules, rule.cssText.split("{")[0]) : [];
        return rule.selectorText.split(/,\s*(?![^()]*(?:\([^()]*\)[^()]*)*\))/).map((selector) => [selector, `${around}${selector}`]);
      });
    const fits = (root, selector) => {
      const plain = selector.replace(/::[\w-]+|:(hover|active|focus-visible)/g, "");
      return plain.startsWith(":host") || root.querySelector(plain);
    };
    const found = [];
    for (const { shadowRoot } of document.querySelectorAll("results-chart, observer-map, alliance-grid")) {
      for (const details of shadowRoot.querySelectorAll("details")) details.open = true;
      const sheets = [...shadowRoot.styleSheets, ...shadowRoot.adoptedStyleSheets];
      const own = new Set(sheets.flatMap((sheet) => selectors(sheet.cssRules)).map(([, named]) => named));
      for (const [selector, named] of selectors(whole.cssRules)) {
        if (!own.has(named) && fits(shadowRoot, selector)) found.push(named);
      }
      if (own.size < 50) found.push(`only ${own.size} rules`);
    }
    return [...new Set(found)];
  });
}

for (const article of ARTICLES) {
  test(`the prerendered article ${article} misses no style`, () =>
    withPage(browser, { viewport: { width: 320, height: 700 } }, async (page) => {
      await page.goto(server.url(`/articles/${article}.html`));
      assert.deepEqual(await missing(page), []);
    }));
}

/** The page's picture once it stays the same, but for rounding. */
async function settled(page) {
  const take = async () => (await page.screenshot({ fullPage: true })).toString("base64");
  for (let before = await take(), tries = 0; tries < 10; tries++) {
    const now = await take();
    if ((await page.evaluate(differing, [before, now])) == 0) return now;
    before = now;
  }
  throw new Error("the page does not come to rest");
}

/** Runs in the page: how many pixels of two pictures differ by more than rounding; a busy machine draws a fine line some
 * levels lighter or darker, depending on what is drawn at once. */
async function differing([one, other]) {
  if (one == other) return 0;
  const pixels = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
  };
  const [first, second] = [await pixels(one), await pixels(other)];
  if (first.length != second.length) return Infinity;
  const LEVELS = 16;
  return first.reduce((count, level, n) => count + (Math.abs(level - second[n]) > LEVELS), 0);
}

/** The page with everything opened, on a phone, on a desk and on paper. */
async function pictures(page) {
  const all = [];
  for (const [width, media] of [[320, "screen"], [900, "screen"], [900, "print"]]) {
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ media });
    all.push(await settled(page));
  }
  return all;
}

for (const article of ARTICLES) {
  test(`the prerendered article ${article} looks as it does with the whole sheet`, () =>
    withPage(browser, {}, async (page) => {
      await page.goto(server.url(`/articles/${article}.html`));
      const parts = await page.evaluate(() => {
        const roots = [...document.querySelectorAll("results-chart, observer-map, alliance-grid")].map(({ shadowRoot }) => shadowRoot);
        for (const details of roots.flatMap((root) => [...root.querySelectorAll("details")])) details.open = true;
        return roots.map((root) => root.querySelectorAll("style").length);
      });
      assert.ok(Math.min(...parts) > 0);
      const withParts = await pictures(page);
      await page.evaluate(async () => {
        const whole = await new CSSStyleSheet().replace(await (await fetch("/election-widgets.css")).text());
        for (const { shadowRoot } of document.querySelectorAll("results-chart, observer-map, alliance-grid")) {
          shadowRoot.adoptedStyleSheets = [whole];
          for (const style of shadowRoot.querySelectorAll("style")) style.remove();
        }
      });
      const again = await pictures(page);
      for (const n of withParts.keys()) assert.equal(await page.evaluate(differing, [withParts[n], again[n]]), 0, `pixels of picture ${n}`);
    }));
}

for (const body of OTHERS) {
  const failing = body.includes("not-there");
  test(`what the browser draws for ${body} misses no style`, () =>
    withBody(browser, { body, expected: failing ? [/404/] : [] }, async (page) => {
      await waitForEvents(page, failing ? "widget-error" : "widget-ready");
      assert.deepEqual(await missing(page), []);
    }));
}

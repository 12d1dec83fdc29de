// What readers notice of new data: what is said, how often, and what is drawn.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { hydrate, launch, waitForEvents, withBody } from "./browser.mjs";
import { DIST } from "./server.mjs";

const PARLIAMENT = JSON.parse(readFileSync(`${DIST}/data/made-up-parliament.json`, "utf8"));
const [COUNT] = PARLIAMENT.counts.slice(-1);
const WINNER = { option: "harbour", kind: "elected", source: PARLIAMENT.sources[0].id, count: COUNT.id };

/** The parliament with other votes of one party, and what else changed. */
function edition(votes, more = {}) {
  const data = structuredClone({ ...PARLIAMENT, outcomes: [WINNER], ...more });
  const result = data.counts.at(-1).results.harbour;
  for (const unit of ["votes", "seats", "percent"]) if (typeof result[unit] == "number") result[unit] -= votes;
  return data;
}

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (use) =>
  withBody(browser, { body: "<results-chart></results-chart>" }, async (page) => {
    const set = (data) => page.$eval("results-chart", (element, data) => void (element.data = data), data);
    await set(edition(0));
    await waitForEvents(page, "widget-ready");
    await hydrate(page);
    const said = () => page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelector(".ew-said").textContent);
    await use(page, set, said);
  });

describe("news", { concurrency: true }, () => {
  test("news is said at once, and news soon after it together and not before five seconds", () =>
    open(async (page, set, said) => {
      await page.$eval("results-chart", ({ shadowRoot }) => {
        window.heard = [];
        const region = shadowRoot.querySelector(".ew-said");
        new MutationObserver(() => window.heard.push({ at: performance.now(), text: region.textContent })).observe(region, { childList: true });
      });
      for (let step = 1; step <= 8; step++) {
        await set(edition(step));
        await page.waitForTimeout(250);
      }
      assert.match(await said(), /^Updated\. /);
      await page.waitForFunction(() => window.heard.length >= 2);
      const [first, second] = await page.evaluate(() => window.heard);
      // An observer hears of a text a moment after it is there.
      assert.ok(second.at - first.at >= 4_900, `${second.at - first.at} ms`);
      await page.waitForTimeout(500);
      assert.equal((await page.evaluate(() => window.heard)).length, 2);
    }));

  test("an outcome that is taken back, and the correction that does so, are said first", () =>
    open(async (page, set, said) => {
      const correction = { at: "2024-05-16", count: COUNT.id, text: "Station 12 was counted twice." };
      await set(edition(0, { outcomes: [{ ...WINNER, revoked: "2024-05-16" }], corrections: [correction] }));
      await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.querySelector(".ew-said").textContent);
      assert.match(await said(), /^Updated\. Correction, 16 May 2024\. Station 12 was counted twice\. Harbour Party: Elected \(revoked on 16 May 2024\)\. /);
    }));

  test("an outcome that a newer document leaves out is said first, as no longer stated", () =>
    open(async (page, set, said) => {
      await set(edition(0, { outcomes: [] }));
      await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.querySelector(".ew-said").textContent);
      assert.match(await said(), /^Updated\. No longer stated: Harbour Party: Elected\. [^:]*$/);
    }));

  test("an outcome in the place of another is said alone", () =>
    open(async (page, set, said) => {
      await set(edition(0, { outcomes: [{ ...WINNER, kind: "unopposed" }] }));
      await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.querySelector(".ew-said").textContent);
      assert.match(await said(), /^Updated\. Harbour Party: Elected unopposed\. /);
    }));

  test("an outcome of an option that has another name now is said with that name alone", () =>
    open(async (page, set, said) => {
      await set(edition(0, { outcomes: [{ ...WINNER, kind: "unopposed" }] }));
      await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.querySelector(".ew-said").textContent);
      const options = PARLIAMENT.options.map((option) => (option.id == "harbour" ? { ...option, name: "The Quay" } : option));
      await set(edition(0, { options }));
      await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.querySelector(".ew-said").textContent.includes("Quay"));
      assert.match(await said(), /^Updated\. The Quay: Elected\. /);
    }));

  test("ten widgets that show the same new data say it once, together", () =>
    withBody(browser, { body: "<results-chart></results-chart>".repeat(10) }, async (page) => {
      const set = (data) => page.$$eval("results-chart", (all, data) => all.forEach((one) => (one.data = data)), data);
      const said = () => page.$$eval("results-chart", (all) => all.map(({ shadowRoot }) => shadowRoot?.querySelector(".ew-said")?.textContent).filter(Boolean));
      await set(edition(0));
      await page.waitForFunction(() => [...document.querySelectorAll("results-chart")].every(({ shadowRoot }) => shadowRoot?.querySelector(".ew-said")));
      await page.$$eval("results-chart", (all) => all.forEach((one) => one.dispatchEvent(new Event("pointerover"))));
      await page.waitForTimeout(2_000);
      await set(edition(3, { outcomes: [] }));
      await page.waitForTimeout(6_000);
      const [text, ...others] = await said();
      assert.deepEqual(others, []);
      assert.equal(text.match(/No longer stated: Harbour Party: Elected\./g).length, 1);
      assert.equal(text.match(/Updated\./g).length, 1);
    }));

  for (const [tag, file, change] of [
    ["observer-map", "made-up-observers", (data) => void data.missions.pop()],
    ["alliance-grid", "alliances-since", (data) => void delete data.memberships[data.alliances.pop().id]],
  ]) {
    test(`the ${tag} says what it shows now, too`, () =>
      withBody(browser, { body: `<${tag}></${tag}>` }, async (page) => {
        const data = JSON.parse(readFileSync(`${DIST}/data/${file}.json`, "utf8"));
        const set = () => page.$eval(tag, (element, data) => void (element.data = data), data);
        await set();
        await waitForEvents(page, "widget-ready");
        await hydrate(page);
        change(data);
        await set();
        await page.waitForFunction((tag) => document.querySelector(tag).shadowRoot.querySelector(".ew-said").textContent, tag);
        const [text, summary] = await page.$eval(tag, ({ shadowRoot }) => [".ew-said", ".ew-summary"].map((one) => shadowRoot.querySelector(one).textContent));
        assert.equal(text, `Updated. ${summary}`);
      }));
  }

  test("a row that changes again while it is marked has one mark, which starts again", () =>
    open(async (page, set) => {
      await page.evaluate(() => {
        const { animate } = Element.prototype;
        window.marks = [];
        Element.prototype.animate = function (...given) {
          const mark = animate.apply(this, given);
          window.marks.push(mark);
          return mark;
        };
      });
      await set(edition(1));
      await page.waitForFunction(() => window.marks[0]?.currentTime > 500);
      const before = await page.evaluate(() => window.marks.length);
      await set(edition(2));
      await page.waitForFunction(() => window.marks[0].currentTime < 500);
      assert.equal(await page.evaluate(() => window.marks.length), before);
    }));

  test("a hundred documents within a frame cost one drawing in that frame, and the last is on show", () =>
    open(async (page) => {
      const { frames, updates } = await page.$eval(
        "results-chart",
        async (element, editions) => {
          let [frames, updates] = [0, 0];
          element.addEventListener("widget-update", () => updates++);
          const frame = () => new Promise(requestAnimationFrame);
          await frame();
          const count = () => (frames++, requestAnimationFrame(count));
          requestAnimationFrame(count);
          const { port1, port2 } = new MessageChannel();
          await new Promise((done) => {
            port1.onmessage = ({ data }) => {
              element.data = editions[data];
              if (data + 1 < editions.length) port2.postMessage(data + 1);
              else done();
            };
            port2.postMessage(0);
          });
          for (let index = 0; index < 3; index++) await frame();
          return { frames, updates };
        },
        Array.from({ length: 100 }, (_, index) => edition(index % 7, { title: `Edition ${index}` })),
      );
      assert.ok(updates <= frames + 1, `${updates} drawings in ${frames} frames`);
      assert.match(await page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelector(".ew-title").textContent), /Edition 99/);
    }));
});

// The demo's page that plays a recorded night (scripts/demo/night.mjs, www/site/night.js).
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, withPage } from "./browser.mjs";
import { strictFor } from "./cases/run.mjs";
import { serve } from "./server.mjs";

const STEPS = 9;
let browser, server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve({ headers: strictFor })]);
});
after(() => Promise.all([browser.close(), server.close()]));

const open = (use, options = {}) =>
  withPage(browser, { viewport: { width: 640, height: 900 }, ...options }, async (page) => {
    await page.goto(server.url("/gallery/night.html"));
    await use(page);
  });

const shown = (page) => page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelector("figure").textContent);
const isAt = (page, step) => page.waitForFunction((step) => document.querySelector("#position").textContent.startsWith(`Step ${step} of`), step);
const shows = (page, text) => page.waitForFunction((text) => document.querySelector("results-chart").shadowRoot.querySelector("figure").textContent.includes(text), text);

/** Goes on to a step, and waits until the chart has drawn it. */
async function stepTo(page, step, text) {
  await page.click("#next");
  await isAt(page, step);
  await shows(page, text);
}

describe("a recorded night", { concurrency: true }, () => {
  test("plays to the end by itself with one press of a key, and never shows an older document", () =>
    open(async (page) => {
      await page.evaluate(() => {
        const chart = document.querySelector("results-chart");
        window.sequences = [];
        chart.addEventListener("widget-update", () => window.sequences.push(JSON.parse(chart.data).sequence));
      });
      await page.selectOption("#pace", "2");
      await page.focus("#play");
      await page.keyboard.press("Enter");
      await isAt(page, STEPS);
      await shows(page, "Certified results");
      const sequences = await page.evaluate(() => window.sequences);
      assert.deepEqual(sequences, sequences.toSorted((one, other) => one - other));
      assert.equal(sequences.at(-1), STEPS);
      assert.equal(await page.textContent("#play"), "Play", "it has stopped");
      assert.equal(await page.getAttribute("#next", "aria-disabled"), "true");
    }));

  test("the chart says at every step that it is a rehearsal, and what changed is said and listed", () =>
    open(async (page) => {
      assert.match(await shown(page), /Rehearsal: these figures are made up\./);
      const texts = ["64 of 640", "161,377", "An earlier figure had 161,377 votes", "Mila Arda leads", "Elected: Mila Arda", "revoked on 13 May 2030", "Recount", "Certified results"];
      for (const [index, text] of texts.entries()) {
        await stepTo(page, index + 2, text);
        assert.match(await shown(page), /Rehearsal: these figures are made up\./);
        assert.match(await page.textContent(".steps [aria-current=step]"), /^\d\d:\d\d /);
      }
      await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.querySelector(".ew-said").textContent.includes("came first with 46.63%"));
    }));

  test("can be paused, goes on from there, and starts again when the reader says so", () =>
    open(async (page) => {
      await page.click("#play");
      await isAt(page, 2);
      await page.click("#play");
      assert.equal(await page.textContent("#play"), "Play");
      await stepTo(page, 3, "161,377");
      await page.click("#again");
      await isAt(page, 1);
      await shows(page, "These figures do not show who is ahead.");
    }));

  test("documents that do not come are told of, the chart stays, and the next press tries again", () =>
    open(
      async (page) => {
        const before = await shown(page);
        await page.route("**/05-lead-changes.json", (route) => route.fulfill({ status: 500 }), { times: 1 });
        await page.click("#next");
        await page.waitForFunction(() => document.querySelector("#position").textContent.includes("could not be loaded (HTTP 500)"));
        assert.equal(await shown(page), before);
        await stepTo(page, 2, "64 of 640");
      },
      { expected: [/500|05-lead-changes/] },
    ));

  test("without scripts the page shows the first document and lists the steps, without buttons that do nothing", () =>
    open(
      async (page) => {
        assert.match(await page.locator("results-chart figure").innerText(), /Rehearsal/);
        assert.equal(await page.locator(".steps li").count(), STEPS);
        assert.equal(await page.locator(".player").isVisible(), false);
      },
      { javaScriptEnabled: false },
    ));
});

// Firefox by WebDriver BiDi, as one of the three browsers in which the cases run.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";

const PLACES = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

const placeOf = () => process.env.FIREFOX ?? PLACES.find(existsSync);

/** The name of what is absent; `undefined` if Firefox can be launched. */
export const missing = () => (placeOf() ? undefined : "Firefox");

/** A browser: `open(url)` gives a page, `close()` ends it. */
export async function launch() {
  const executablePath = placeOf();
  assert.ok(executablePath, "Firefox is missing: run `make setup`");
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  return {
    name: (await browser.version()).replace(/^firefox\/(\d+).*/i, "Firefox $1"),
    async open(url) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1024, height: 900 });
      const complaints = [];
      page.on("console", (message) => {
        if (message.type() == "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(url);
      return {
        complaints,
        handsOnPreloads: true,
        evaluate: (run, ...args) => page.evaluate(`(${run})(...${JSON.stringify(args)})`),
        clickAt: (x, y) => page.mouse.click(x, y),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

// Chromium as one of the three browsers in which the cases run; see firefox.mjs and webkit.mjs.
import { complaintsOf, launch as launchChromium } from "./browser.mjs";

/** A browser: `open(url)` gives a page, `close()` ends it; `clickAt` moves the page's pointer and presses its button. */
export async function launch() {
  const browser = await launchChromium();
  return {
    name: `Chromium ${browser.version().split(".")[0]}`,
    async open(url) {
      const context = await browser.newContext({ viewport: { width: 1024, height: 900 } });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      const warnings = [];
      page.on("console", (message) => {
        if (message.type() == "warning") warnings.push(message.text());
      });
      await page.goto(url);
      // Playwright hands over one argument; here it is any number.
      const evaluate = (run, ...args) => page.evaluate(`(${run})(...${JSON.stringify(args)})`);
      const clickAt = (x, y) => page.mouse.click(x, y);
      return { complaints, warnings, handsOnPreloads: true, evaluate, clickAt, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

// Payloads in every string of the three documents, drawn by script and prerendered, in three browsers: one of each kind, and
// all of them in `make fuzz`.
import { test } from "node:test";
import { launch as launchChromium } from "./chromium.mjs";
import { launch as launchFirefox, missing as missingFirefox } from "./firefox.mjs";
import { SOME, assertHarmless } from "./payloads.mjs";
import { launch as launchWebKit, missing as missingWebKit } from "./webkit.mjs";

const BROWSERS = [
  ["Chromium", launchChromium, () => undefined],
  ["Firefox", launchFirefox, missingFirefox],
  ["WebKit", launchWebKit, missingWebKit],
];

for (const [name, launch, missing] of BROWSERS) {
  // CI installs every browser; a machine without one runs the rest.
  const skip = !process.env.CI && missing() && `${missing()} is absent`;
  test(`${SOME.length} payloads in every string of each document run nothing, request nothing and add no element in ${name}`, { skip }, async (context) => {
    const browser = await launch();
    try {
      context.diagnostic(`${SOME.length} payloads in ${await assertHarmless(browser, SOME)} places`);
    } finally {
      await browser.close();
    }
  });
}

// The same pages that allow little in Firefox and in WebKit, which are real here: nothing stands in
// for them.
import { CASES } from "./cases/index.mjs";
import { runCases } from "./cases/run.mjs";
import { launch as launchFirefox, missing as missingFirefox } from "./firefox.mjs";
import { launch as launchWebKit, missing as missingWebKit } from "./webkit.mjs";
import test from "node:test";

const isMissing = { Firefox: missingFirefox, WebKit: missingWebKit };

for (const [name, launch] of [["Firefox", launchFirefox], ["WebKit", launchWebKit]]) {
  const missing = isMissing[name]();
  // CI installs every browser; a machine without one runs the rest.
  if (missing && !process.env.CI) test(`${name}: skipped, ${missing} is absent`, { skip: true }, () => {});
  else await runCases(launch, CASES);
}

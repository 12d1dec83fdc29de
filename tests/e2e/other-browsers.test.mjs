// The same pages that allow little in Firefox and in WebKit, which are real here: nothing stands in
// for them.
import { CASES } from "./cases/index.mjs";
import { runCases } from "./cases/run.mjs";
import { launch as launchFirefox } from "./firefox.mjs";
import { launch as launchWebKit } from "./webkit.mjs";

await runCases(launchFirefox, CASES);
await runCases(launchWebKit, CASES);

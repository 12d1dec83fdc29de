// Cases in which something is refused or missing: the fallback stays, and each widget reports it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DIST } from "../server.mjs";
import { NO_WASM } from "./run.mjs";
import { ALL_THREE, fallbacksStay } from "./widgets.mjs";

const WASM = "/election-widgets-all_bg.wasm";
const FIRST_PAINT = "/election-widgets-first-paint-all.wasm";
const MISSING = { status: 404, body: "" };
const cut = (path) => () => ({ body: readFileSync(`${DIST}${path}`).subarray(0, 9000) });
const OURS = /^election-widgets: the widgets can't run here: /;

/** Reported once per widget, and once in the console. */
export async function reportedAndFellBack(page) {
  const errors = await page.waitForEvents("widget-error", 3);
  for (const { detail } of errors) assert.match(detail.message, /^the widgets can't run here: /);
  assert.equal(await page.evaluate(fallbacksStay), true, "the fallbacks stay");
  const lines = await page.evaluate(() => window.complaints.filter((line) => line.startsWith("election-widgets:")));
  assert.equal(lines.length, 1, "one line of ours in the console");
  return errors;
}

export const REFUSED = [
  {
    name: "where the policy refuses WebAssembly, the fallbacks stay and each widget reports it once",
    needs: "wasm",
    policy: NO_WASM,
    expected: [OURS],
    noise: [/WebAssembly|wasm|policy: script-src/],
  },
  {
    name: "where the wasm is not there, the fallbacks stay and each widget reports it once",
    routes: { [WASM]: MISSING, [FIRST_PAINT]: MISSING },
    expected: [OURS, /HTTP 404/],
    noise: [/404 \(Not Found\)|^failed: /],
  },
  {
    name: "where the wasm is cut short, the fallbacks stay and each widget reports it once",
    routes: { [WASM]: cut(WASM), [FIRST_PAINT]: cut(FIRST_PAINT) },
    expected: [OURS],
    noise: [],
  },
].map((one) => ({
  ...one,
  body: ALL_THREE,
  async act(page) {
    for (const { detail } of await reportedAndFellBack(page)) assert.match(detail.path, /election-widgets-all_bg\.wasm$/);
  },
}));

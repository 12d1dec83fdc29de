// Prerendered pages where something refuses to run, so the widgets fail: the pictures stay, and can be read, after
// readers have interacted with them.
import assert from "node:assert/strict";
import { NOISE, WASM, withDigests } from "./integrity.mjs";
import { noWasmFor } from "./run.mjs";
import { ALL_PRERENDERED, WIDGETS, rowOf } from "./widgets.mjs";

const OURS = /^election-widgets: the widgets can't run here: /;

/** Run in a page: a widget's title, and the name of a row, which opens it. */
const titleOf = (tag) => document.querySelector(tag).shadowRoot.querySelector(".ew-title");
const nameOf = (tag, key) => document.querySelector(tag).shadowRoot.querySelector(`[data-key="${key}"] summary`);

/** Run in a page: whether a widget is marked as one that can't hydrate, and which of its controls and notices are seen. */
const isFailed = (tag) => document.querySelector(tag).shadowRoot.querySelector(".ew").hasAttribute("data-inert");
const controlsOf = (tag) => {
  const all = document.querySelector(tag).shadowRoot.querySelectorAll(".ew-controls, .ew-tools, .ew-map-tools, .ew-notice");
  return [...all].filter((one) => one.checkVisibility()).map((one) => one.className);
};

/** Run in a page: a changed attribute makes a widget render. */
const changeLanguage = (tag) => document.querySelector(tag).setAttribute("lang", "en");

/** Each widget is clicked; each stays, opens its rows, and dispatches one event; the console has one line of ours. */
async function clickedAndStays(page) {
  for (const { tag, row } of WIDGETS) {
    const reads = new RegExp(row.reads, "s");
    assert.match(await page.evaluate(rowOf, tag, row.key), reads, `the ${tag} is there`);
    await page.click(titleOf, tag);
    await page.waitFor(isFailed, tag);
    // A story: a change that came while the first one was refused had the widget report it twice.
    await page.evaluate(changeLanguage, tag);
    await page.click(nameOf, tag, row.key);
    const seen = await page.evaluate(rowOf, tag, row.key);
    assert.match(seen, reads, `the ${tag} stays`);
    if (page.opensRowsByStyle != false || tag != "results-chart") assert.match(seen, new RegExp(row.opens), `the ${tag}'s row opens`);
    assert.deepEqual(await page.evaluate(controlsOf, tag), [], `the ${tag} shows no control and no notice`);
  }
  const errors = await page.waitForEvents("widget-error", WIDGETS.length);
  assert.equal(errors.length, WIDGETS.length, "one event per widget");
  for (const { detail } of errors) assert.match(detail.message, /^the widgets can't run here: /);
  const said = await page.evaluate(() => window.complaints.filter((line) => !line.startsWith("policy: ")));
  assert.equal(said.length, 1, `one line of ours and no exception: ${said.join("\n")}`);
}

const refused = {
  name: "where the policy refuses WebAssembly, prerendered widgets stay and each reports it once",
  needs: "wasm",
  body: ALL_PRERENDERED,
  policy: noWasmFor,
  noise: [/WebAssembly|wasm|policy: script-src/],
};

// What drawing takes.
const digests = [WASM, "election-widgets-all.js", "election-widgets-interactive.js"].map((path) => ({
  name: `where ${path} has another digest than the page's, prerendered widgets stay and each reports it once`,
  ...withDigests(path, ALL_PRERENDERED),
  noise: NOISE,
}));

export const FAILED = [refused, ...digests].map((one) => ({ ...one, expected: [OURS], act: clickedAndStays }));

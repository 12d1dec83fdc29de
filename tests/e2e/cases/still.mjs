// Pages that carry their widgets, where something refuses to run: the pictures stay, and can be read, after
// readers have touched them.
import assert from "node:assert/strict";
import { NOISE, WASM, withDigests } from "./integrity.mjs";
import { noWasmFor } from "./run.mjs";
import { ALL_CARRIED, WIDGETS, rowOf } from "./widgets.mjs";

const OURS = /^election-widgets: the widgets can't run here: /;

/** Run in a page: a widget's title, and the name of a row, which opens it. */
const titleOf = (tag) => document.querySelector(tag).shadowRoot.querySelector(".ew-title");
const nameOf = (tag, key) => document.querySelector(tag).shadowRoot.querySelector(`[data-key="${key}"] summary`);

/** Run in a page: whether a widget is marked as one that can't wake, and which of its controls and notices are seen. */
const isStill = (tag) => document.querySelector(tag).shadowRoot.querySelector(".ew").hasAttribute("data-inert");
const controlsOf = (tag) => {
  const all = document.querySelector(tag).shadowRoot.querySelectorAll(".ew-controls, .ew-tools, .ew-map-tools, [role=alert]");
  return [...all].filter((one) => one.checkVisibility()).map((one) => one.className);
};

/** Run in a page: something asks a widget to draw. */
const askedAgain = (tag) => document.querySelector(tag).setAttribute("lang", "en");

/** Each widget is clicked; each stays, opens its rows, and tells; the console has one line of ours. */
async function touchedAndStill(page) {
  for (const { tag, row } of WIDGETS) {
    const reads = new RegExp(row.reads, "s");
    assert.match(await page.evaluate(rowOf, tag, row.key), reads, `the ${tag} is there`);
    await page.click(titleOf, tag);
    await page.waitFor(isStill, tag);
    // A story: a touch that came while the first one was refused had the widget tell of it twice.
    await page.evaluate(askedAgain, tag);
    await page.click(nameOf, tag, row.key);
    const seen = await page.evaluate(rowOf, tag, row.key);
    assert.match(seen, reads, `the ${tag} stays`);
    assert.match(seen, new RegExp(row.opens), `the ${tag}'s row opens`);
    assert.deepEqual(await page.evaluate(controlsOf, tag), [], `the ${tag} shows no control and no notice`);
  }
  const errors = await page.told("widget-error", WIDGETS.length);
  assert.equal(errors.length, WIDGETS.length, "told once a widget");
  for (const { detail } of errors) assert.match(detail.message, /^the widgets can't run here: /);
  const said = await page.evaluate(() => window.complaints.filter((line) => !line.startsWith("policy: ")));
  assert.equal(said.length, 1, `one line of ours and no exception: ${said.join("\n")}`);
}

const refused = {
  name: "where the policy refuses WebAssembly, carried widgets stay and the page is told once a widget",
  needs: "wasm",
  body: ALL_CARRIED,
  policy: noWasmFor,
  noise: [/WebAssembly|wasm|policy: script-src/],
};

// What drawing takes.
const digests = [WASM, "election-widgets-all.js", "election-widgets-interactive.js"].map((path) => ({
  name: `where ${path} has another digest than the page's, carried widgets stay and the page is told once a widget`,
  ...withDigests(path, ALL_CARRIED),
  noise: NOISE,
}));

export const STILL = [refused, ...digests].map((one) => ({ ...one, expected: [OURS], act: touchedAndStill }));

// Prerendered pages under the strict policy: what is seen before any script of ours has run, and
// what the click does that hydrates a widget.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DIST } from "../server.mjs";
import { withDigests } from "./integrity.mjs";
import { WIDGETS, prerendered } from "./widgets.mjs";

const [, MAP, GRID] = WIDGETS;

/** A widget whose row is clicked: that opens it to what `opened` finds, and dispatches an event with `detail`. */
const opening = ({ tag, src, row: { key, reads } }, click, { opened, detail }) => ({
  tag,
  src,
  reads,
  click,
  args: [key, opened, detail],
  target: (root, key) => root.querySelector(`[data-key="${key}"] summary`),
  done: (root, key, opened, detail) =>
    root.querySelector(`[data-key="${key}"] details[open] ${opened}`)?.checkVisibility() &&
    window.widgetEvents.some((event) => event.type == "widget-select" && event.detail[detail] == key),
});

// `reads` is the text in the page, `target` what is clicked, `done` whether the interactive bundle has done what that asks for.
// Functions run in the page, with the widget's root and `args`.
const CLICKS = [
  {
    tag: "results-chart",
    src: "/data/made-up-parliament.json",
    reads: "Harbour Party.*31\\.40%",
    click: "a click on a figure's button that hydrates a results-chart draws that figure",
    target: (root) => [...root.querySelectorAll(".ew-controls button")].find(({ textContent }) => textContent == "Seats"),
    done: (root) =>
      [...root.querySelectorAll('.ew-controls [aria-pressed="true"]')].some(({ textContent }) => textContent == "Seats") &&
      root.querySelector('[data-key="harbour"] [data-label="Seats"] .ew-bar') != null,
  },
  opening(MAP, "a click on a mission that hydrates an observer-map selects and opens it", { opened: ".ew-statement", detail: "mission" }),
  opening(GRID, "a click on a state that hydrates an alliance-grid opens its row and dispatches an event", { opened: ".ew-figures", detail: "state" }),
];

// An ordinary script at the end of a page runs before all modules, wherever they stand.
const BEFORE = (tag) => `
  const element = document.querySelector("${tag}");
  window.title = element.shadowRoot.querySelector(".ew-title");
  window.before = {
    defined: customElements.get("${tag}") !== undefined,
    text: element.shadowRoot.querySelector("figure").innerText,
    bold: getComputedStyle(window.title).fontWeight == "700",
  };`;

/** A function that runs in a page, with the root of the page's widget and `args`. */
const inRoot = (tag, run, args) => `() => (${run})(document.querySelector("${tag}").shadowRoot, ...${JSON.stringify(args)})`;

const withBefore = ({ tag, src }) => `${prerendered(tag, src)}<script src="/before.js"></script>`;

const isDrawing = (path) => /\.wasm$|-(interactive|hydrate|results|observers|alliances|all)\.js$/.test(path);

/** The wasm comes when the click is over, so that it is this click that hydrates the widget. */
const holdWasm = (server) => {
  let letGo;
  const held = new Promise((done) => (letGo = done));
  for (const kind of ["results", "observers", "alliances", "all"]) {
    const path = `/election-widgets-${kind}_bg.wasm`;
    server.routes[path] = () => held.then(() => ({ body: readFileSync(`${DIST}${path}`), type: "application/wasm" }));
  }
  return letGo;
};

const hydrates = ({ tag, reads, args = [], target, done }) =>
  async function (page, server) {
    const { defined, text, bold } = await page.evaluate(() => window.before);
    assert.equal(defined, false, "no script of ours has run");
    assert.match(text, new RegExp(reads, "s"), "it reads before any script");
    assert.equal(bold, true, "the styles in the page are applied");
    assert.deepEqual(server.requests.filter(isDrawing), [], "nothing is requested that draws");
    const letGo = holdWasm(server);
    await page.click(inRoot(tag, target, args));
    letGo();
    await page.waitForEvents("widget-ready");
    await page.waitFor(inRoot(tag, done, args));
    assert.equal(await page.evaluate(() => window.title.isConnected), true, "the nodes that were there are hydrated");
  };

const routesOf = ({ tag }) => ({ "/before.js": { body: BEFORE(tag) } });

const plain = CLICKS.map((one) => ({
  name: `under a strict policy ${one.click}`,
  body: withBefore(one),
  routes: routesOf(one),
  act: hydrates(one),
}));

const digests = CLICKS.map((one) => {
  const page = withDigests(undefined, withBefore(one));
  return {
    name: `with digests on every script and on the wasm ${one.click}`,
    ...page,
    routes: { ...page.routes, ...routesOf(one) },
    act: hydrates(one),
  };
});

export const PRERENDERED = [...plain, ...digests];

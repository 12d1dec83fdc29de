// How long a large document takes, beside the same DOM written by hand in plain JavaScript, in one
// run: `make bench`. Ratios are what counts; times are this machine's.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { html, launch, withPage } from "../e2e/browser.mjs";
import { serve } from "../e2e/server.mjs";
import { alliances, observers } from "./documents.mjs";
import { parsing } from "./parse.mjs";

const ROUNDS = 11;
const here = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

/** What is measured, each in both ways: the tag, the document, the file beside it, what to do. */
const CASES = [
  {
    name: "observer map, 5,000 missions",
    tag: "observer-map",
    script: "observers-by-hand.js",
    document: observers(5_000),
    beside: "/geo/central-asia-2018.json",
    steps: ["first paint", "filter", "select"],
  },
  {
    name: "alliance grid, 200 × 60",
    tag: "alliance-grid",
    script: "alliances-by-hand.js",
    document: alliances(200, 60),
    steps: ["first paint", "move the day", "sort"],
  },
];

// Runs in the page: what a step does to a root, whoever made it.
const acts = {
  filter(root, turn) {
    const select = root.querySelector("select");
    select.value = select.options[1 + (turn % 40)].value;
    select.dispatchEvent(new Event("input"));
  },
  "move the day"(root, turn) {
    const range = root.querySelector("input[type=range]");
    range.value = range.max - turn * 9;
    range.dispatchEvent(new Event("input"));
  },
  sort(root, turn) {
    root.querySelectorAll(".ew-quiet button")[turn % 2 ? 0 : 2].click();
  },
  select(root, turn) {
    root.querySelectorAll("summary")[turn % 5].click();
  },
};

async function measure(page, { tag, document: data, beside, steps }) {
  return page.evaluate(
    async ([tag, data, beside, steps, rounds, acts]) => {
      const { byHand } = await import("/by-hand.js");
      const act = Object.fromEntries(Object.entries(acts).map(([name, code]) => [name, (0, eval)(`({${code}})[${JSON.stringify(name)}]`)]));
      const file = beside && (await (await fetch(beside)).json());
      const sheet = await new CSSStyleSheet().replace(await (await fetch("/election-widgets.css")).text());
      const json = JSON.stringify(data);
      // After every task that is due: effects are done by then.
      const settled = () => new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
      // After a frame: what the step before left to paint is not part of the next.
      const painted = () => new Promise(requestAnimationFrame).then(settled);
      const laidOut = (root) => root.querySelector("figure").getBoundingClientRect().height;
      const ways = {
        async ours(host) {
          const element = document.createElement(tag);
          const ready = new Promise((done) => element.addEventListener("widget-ready", done, { once: true }));
          element.data = json;
          host.append(element);
          await ready;
          return element.shadowRoot;
        },
        async hand(host) {
          const element = document.createElement("div");
          const root = element.attachShadow({ mode: "open" });
          root.adoptedStyleSheets = [sheet];
          host.append(element);
          byHand(root, JSON.parse(json), file);
          return root;
        },
      };
      // A painted widget hydrates when a reader points at it, which is no part of the step that follows. It takes seconds at
      // most, or the run fails.
      const MOST_FRAMES = 1_000;
      const hydrated = async (root) => {
        await painted(); // It listens once it has dispatched widget-ready.
        root.host.dispatchEvent(new Event("pointerover"));
        for (let frame = 0; root.querySelector("[data-hydration-key]"); frame++) {
          if (frame == MOST_FRAMES) throw new Error("the widget does not hydrate");
          await painted();
        }
      };
      const times = { ours: {}, hand: {} };
      const seen = {};
      for (let round = -1; round < rounds; round++) {
        for (const way of round % 2 ? ["ours", "hand"] : ["hand", "ours"]) {
          const host = document.createElement("div");
          host.style.width = "1100px";
          document.body.replaceChildren(host);
          await painted();
          let began = performance.now();
          const root = await ways[way](host);
          laidOut(root);
          const took = { "first paint": [performance.now() - began] };
          await hydrated(root);
          for (const step of steps.slice(1)) {
            took[step] = [];
            for (let turn = 0; turn < 10; turn++) {
              await painted();
              began = performance.now();
              act[step](root, turn);
              await settled();
              laidOut(root);
              took[step].push(performance.now() - began);
            }
          }
          seen[way] = root.innerHTML;
          if (round < 0) continue; // warm
          for (const step of steps) (times[way][step] ??= []).push(...took[step]);
        }
      }
      return { times, seen };
    },
    [tag, data, beside, steps, ROUNDS, Object.fromEntries(Object.entries(acts).map(([name, code]) => [name, String(code)]))],
  );
}

const median = (all) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)];
const spread = (all) => {
  const sorted = all.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.75)] - sorted[Math.floor(sorted.length * 0.25)];
};

const compared = (name, step, ours, hand) => ({
  case: name,
  step,
  ours: median(ours),
  hand: median(hand),
  spread: [spread(ours), spread(hand)],
  ratio: median(ours) / median(hand),
});

/** Attributes have no order of their own. */
const inOrder = (html) =>
  html.replace(/<([a-z]+)((?: [a-z-]+="[^"]*")+)/gi, (_, tag, all) => `<${tag} ${all.match(/[a-z-]+="[^"]*"/gi).sort().join(" ")}`);

/** What is measured is the same DOM, or nothing is. */
function assertSame(ours, hand) {
  let at = 0;
  while (at < ours.length && ours[at] == hand[at]) at++;
  const around = (text) => text.slice(Math.max(0, at - 60), at + 120);
  assert.ok(ours == hand, `the two make different DOM:\n${around(ours)}\n${around(hand)}`);
}

const browser = await launch();
const results = [];
for (const one of CASES) {
  const routes = { "/page": html(""), "/by-hand.js": { body: here(one.script) } };
  const server = await serve({ routes });
  await withPage(browser, { viewport: { width: 1200, height: 900 } }, async (page) => {
    await page.goto(server.url("/page"));
    const { times, seen } = await measure(page, one);
    assertSame(inOrder(seen.ours), inOrder(seen.hand));
    for (const step of one.steps) {
      results.push(compared(one.name, step, times.ours[step], times.hand[step]));
    }
  });
  await server.close();
}
const { ours, hand } = await parsing(browser);
results.push(compared("observers document, 1 MB", "parse and check", ours, hand));
await browser.close();

console.log(`${"".padEnd(46)}${["ours ms", "by hand ms", "ratio"].map((head) => head.padStart(16)).join("")}`);
for (const { case: name, step, ours, hand, spread, ratio } of results) {
  const figure = (time, spread) => `${time.toFixed(1)} ±${(spread / 2).toFixed(1)}`.padStart(16);
  console.log(`${`${name}: ${step}`.padEnd(46)}${figure(ours, spread[0])}${figure(hand, spread[1])}${ratio.toFixed(2).padStart(16)}`);
}
mkdirSync(new URL("../../target/", import.meta.url), { recursive: true });
writeFileSync(new URL("../../target/scale.json", import.meta.url), JSON.stringify(results, null, 2));

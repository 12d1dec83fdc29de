// How long a large document takes, beside the same DOM written by hand in plain JavaScript, in one
// run: `make bench`. Ratios are what counts; times are this machine's.
//   --rounds N   how often each is measured (11)
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launch } from "../e2e/browser.mjs";
import { grid, inPage, map } from "./beside.mjs";
import { median, spread } from "./figures.mjs";
import { parsing } from "./parse.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "11" } } });
const rounds = Number(values.rounds);
const TURNS = 10;
const target = new URL("../../target/", import.meta.url);

/** What is measured in both ways, each by steps. */
const CASES = {
  "observer map, 5,000 missions": (browser) => besideByHand(browser, map(5_000)),
  "alliance grid, 200 × 60": (browser) => besideByHand(browser, grid(200, 60)),
  "observers document, 1 MB": async (browser) => {
    const { ours, hand } = await parsing(browser);
    return { ours: { "parse and check": ours }, hand: { "parse and check": hand } };
  },
};

async function besideByHand(browser, one) {
  await inPage(browser, "compare", { ...one, turns: TURNS });
  return inPage(browser, "measure", { ...one, turns: TURNS, rounds });
}

const compared = (name, step, ours, hand) => ({
  case: name,
  step,
  ours: median(ours),
  hand: median(hand),
  spread: [spread(ours), spread(hand)],
  ratio: median(ours) / median(hand),
});

function print({ case: name, step, ours, hand, spread, ratio }) {
  const figure = (time, spread) => `${time.toFixed(1)} ±${spread.toFixed(1)}`.padStart(16);
  console.log(`${`${name}: ${step}`.padEnd(46)}${figure(ours, spread[0])}${figure(hand, spread[1])}${ratio.toFixed(2).padStart(16)}`);
}

const browser = await launch();
const results = [];
mkdirSync(target, { recursive: true });
console.log(`${"".padEnd(46)}${["ours ms", "by hand ms", "ratio"].map((head) => head.padStart(16)).join("")}`);
try {
  for (const [name, measured] of Object.entries(CASES)) {
    const { ours, hand } = await measured(browser);
    const rows = Object.keys(ours).map((step) => compared(name, step, ours[step], hand[step]));
    rows.forEach(print);
    // What was measured is kept if a later case fails.
    results.push(...rows);
    writeFileSync(new URL("scale.json", target), JSON.stringify(results, null, 2));
  }
} finally {
  await browser.close();
}

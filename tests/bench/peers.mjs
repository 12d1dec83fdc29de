// How the widgets stand beside other chart libraries and beside plain JavaScript, in one run on one
// machine: `make bench`.
//   --rounds N   how often each is measured (7)
//   --page PATH  a prerendered page of dist/ (by default tests/bench/peers/article.html is prerendered)
//   --only LIST  of bytes, prerendered, time, touch, laboratory, prerendering, pictures
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launchQuiet } from "../e2e/browser.mjs";
import { measureBytes } from "./measures/bytes.mjs";
import { measurePrerendered } from "./measures/prerendered.mjs";
import { measureLaboratory } from "./measures/laboratory.mjs";
import { measurePictures } from "./measures/pictures.mjs";
import { measurePrerendering } from "./measures/prerendering.mjs";
import { measureTimeToChart } from "./measures/time-to-chart.mjs";
import { measureTouch } from "./measures/touch.mjs";
import { draw } from "./picture.mjs";
import { goalsOf, report } from "./report.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    page: { type: "string", default: "" },
    only: { type: "string", default: "bytes,prerendered,time,touch,laboratory,prerendering,pictures" },
  },
});
const rounds = Number(values.rounds);
const target = fileURLToPath(new URL("../../target/", import.meta.url));

const MEASURES = {
  bytes: (browser) => measureBytes(browser),
  prerendered: (browser) => measurePrerendered(browser, { rounds, page: values.page }),
  time: (browser) => measureTimeToChart(browser, rounds),
  touch: (browser) => measureTouch(browser, rounds),
  laboratory: (browser) => measureLaboratory(browser, rounds),
  prerendering: () => measurePrerendering(rounds),
  pictures: () => measurePictures(rounds),
};

const browser = await launchQuiet();
const measured = {};
const keep = () =>
  writeFileSync(`${target}peers.json`, JSON.stringify({ date: new Date().toISOString(), rounds, goals: goalsOf(measured), measured }, null, 2));
mkdirSync(target, { recursive: true });
try {
  for (const name of values.only.split(",")) {
    console.error(`bench: ${name}, ${rounds} rounds`);
    measured[name] = await MEASURES[name](browser);
    // What was measured is kept if a later part fails.
    keep();
  }
  if (measured.bytes && measured.time && measured.laboratory) await draw(browser, measured, `${target}benchmarks.png`);
} finally {
  await browser.close();
  console.log(report(measured));
}

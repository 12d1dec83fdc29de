// Writes what a first picture needs of each language's words, beside the whole file: locale/ru-results.txt. A sketch
// that lacks a word gives way to the embed, so that what is left out here by mistake costs bytes and no picture
// (tests/e2e/sketch.test.mjs shows that nothing is).
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const [folder] = process.argv.slice(2); // where the files of words are

// What no first picture says: what is wrong, and what came of something that a reader did.
const LATER = /^(problem|contradiction|save\.(copied|failed)|coalition\.(reached|missed|open)|compare\.(both|first|second|unsaid))/;
// What only documents with codes of countries need: for these a page fetches the whole file.
const COUNTRIES = /^country\./;
const GRIDS =
  /^(column\.(membership|memberships|state)|view|kind|no-member|spell|legend|order\.(number|likeness)|time|compare|grid|overlap|part)(\.|$)/;
const MAPS =
  /^(letters|save\.geojson|total\.part|observers|size\.unsaid|missions?|accounts\.differ|unnamed\.\w+|order\.(size|organisation)|organisation|map)(\.|$)/;
const CHARTS =
  /^(status|as-of|column|option|options|outcome|reported|summary|order\.(value|undecided)|each|counts|units|fold|change|correction|threshold|quorum|house|coalition|ballots|photo|save\.json|percent|rounded-from-\w+|scroll)(\.|$)/;

const WITHOUT = { results: [LATER, COUNTRIES, GRIDS, MAPS], observers: [LATER, COUNTRIES, GRIDS, CHARTS] };

for (const file of readdirSync(folder).filter((name) => /^[a-z]+\.txt$/.test(name))) {
  const lines = readFileSync(`${folder}/${file}`, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  for (const [widget, without] of Object.entries(WITHOUT)) {
    const kept = lines.filter((line) => !without.some((pattern) => pattern.test(line.split(" = ")[0])));
    writeFileSync(`${folder}/${file.replace(".", `-${widget}.`)}`, `${kept.join("\n")}\n`);
  }
}

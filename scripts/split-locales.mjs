// Writes what a first picture needs of each language's words, beside the whole file: locale/ru-results.txt and its like, and
// for documents that name countries by their codes locale/ru-countries.txt. A sketch that lacks a word gives way to the
// embed, so that what is left out here by mistake costs bytes and no picture (tests/e2e/sketch.test.mjs shows that nothing
// is).
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const [folder] = process.argv.slice(2); // where the files of words are

// What no first picture says: what is wrong, and what came of something that a reader did.
const LATER = /^(problem|contradiction|save\.(copied|failed)|coalition\.(reached|missed|open)|compare\.(both|first|second|unsaid))/;
const COUNTRIES = /^country\./;
const GRIDS =
  /^(column\.(membership|memberships|state)|view|kind|no-member|spell|legend|order\.(number|likeness)|time|compare|grid|overlap|part)(\.|$)/;
const MAPS =
  /^(letters|save\.geojson|total\.part|observers|size\.unsaid|missions?|accounts\.differ|unnamed\.\w+|order\.(size|organisation)|organisation|map)(\.|$)/;
const CHARTS =
  /^(status|column\.(option|percent[\w.-]*|votes|seats)|option|options|outcome|reported|summary|order\.(value|undecided)|each|counts|units|fold|change|correction|threshold|quorum|house|coalition|ballots|photo|percent|rounded-from-\w+)(\.|$)/;
// What tables say, and maps do not.
const TABLES = /^(as-of|save\.json|scroll)$/;

const WITHOUT = {
  results: [LATER, COUNTRIES, GRIDS, MAPS],
  observers: [LATER, COUNTRIES, GRIDS, CHARTS, TABLES],
  alliances: [LATER, COUNTRIES, MAPS, CHARTS],
  embed: [LATER, COUNTRIES],
};

for (const file of readdirSync(folder).filter((name) => /^[a-z]+\.txt$/.test(name))) {
  const lines = readFileSync(`${folder}/${file}`, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  const write = (part, keep) => {
    const kept = lines.filter((line) => keep(line.split(" = ")[0]));
    writeFileSync(`${folder}/${file.replace(".", `-${part}.`)}`, `${kept.join("\n")}\n`);
  };
  for (const [part, without] of Object.entries(WITHOUT)) write(part, (key) => !without.some((pattern) => pattern.test(key)));
  write("countries", (key) => COUNTRIES.test(key));
}

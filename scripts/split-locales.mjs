// Writes the part of each language's words that a first paint needs, beside the whole file: locale/ru-results.txt and its
// like, and for documents that name countries by their codes locale/ru-countries.txt. A first paint that lacks a word
// leaves the widget to the interactive bundle, so that a key in the wrong section costs bytes and no picture
// (tests/e2e/first-paint.test.mjs shows that none is).
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const [folder] = process.argv.slice(2); // where the files of words are

// The sections of each part; "" is what stands above the first heading.
const PARTS = {
  results: ["", "tables", "results"],
  observers: ["", "observers"],
  alliances: ["", "tables", "alliances"],
  all: ["", "tables", "results", "observers", "alliances"],
  countries: ["countries"],
};

for (const file of readdirSync(folder).filter((name) => /^[a-z]+\.txt$/.test(name))) {
  const sections = {};
  let section = (sections[""] = []);
  for (const line of readFileSync(`${folder}/${file}`, "utf8").split("\n").filter((line) => line && !line.startsWith("#"))) {
    if (line.startsWith("[")) section = sections[line.slice(1, -1)] = [];
    else section.push(line);
  }
  for (const [part, names] of Object.entries(PARTS)) {
    writeFileSync(`${folder}/${file.replace(".", `-${part}.`)}`, `${names.flatMap((name) => sections[name] ?? []).join("\n")}\n`);
  }
}

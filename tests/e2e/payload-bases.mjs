// The documents that payloads are put into: together they have every field that takes a string (tests/payloads.test.mjs).
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}.json`, import.meta.url), "utf8"));

/** Each tag with a document of its widget. */
export const BASES = [
  ["results-chart", read("tests/payloads/results")],
  ["observer-map", read("tests/payloads/observers")],
  // Its map is there whatever its texts are; a map at an address of the document's own is lost with the address.
  ["observer-map", read("www/data/made-up-observers")],
  ["alliance-grid", read("tests/payloads/alliances")],
];

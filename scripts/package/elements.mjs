// The elements as editors and frameworks see them: docs/elements.md and docs/styling.md say in words what each attribute,
// event, property and part is, and this module gives the types. An attribute without a type, or a type without an attribute, fails.
import { readFileSync } from "node:fs";

const docs = (name) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

const CLASSES = { "results-chart": "ResultsChart", "observer-map": "ObserverMap", "alliance-grid": "AllianceGrid" };
const DATA = { "results-chart": "Results", "observer-map": "Observers", "alliance-grid": "Alliances" };
const ABOUT = {
  "results-chart": "The result of an election: options, counts, thresholds and seats, with their sources.",
  "observer-map": "The election observers: a map and a list of missions, with their sources.",
  "alliance-grid": "Which states belong to which alliances, and since when, with the sources.",
};

const NUMBER = "number | `${number}`";
const words = (...values) => values.map((value) => JSON.stringify(value)).join(" | ");
const SHARED = {
  src: "string",
  lang: "string",
  refresh: NUMBER,
  "heading-level": `1 | 2 | 3 | 4 | 5 | 6 | ${words("1", "2", "3", "4", "5", "6")}`,
  theme: words("inherit", "auto", "light", "dark"),
};
const OWN = {
  "results-chart": {
    count: "string",
    unit: words("percent", "votes", "seats", "own"),
    order: words("value", "document", "name"),
    fold: `${NUMBER} | "none"`,
  },
  "observer-map": {
    select: "string",
    organisation: "string",
    find: "string",
    order: words("document", "name", "size", "organisation"),
    hash: "string",
  },
  "alliance-grid": {
    "as-of": "string",
    view: words("grid", "alliances", "states", "timeline", "overlap"),
    order: words("status", "name", "document", "number", "likeness"),
  },
};

/** The rows of the first table after a heading or a line: name, text and default without Markdown's marks. */
function table(text, before) {
  const after = text.split(before)[1];
  if (after == null) throw new Error(`the documentation has no ${JSON.stringify(before)}`);
  const lines = after.split("\n").slice(1);
  const start = lines.findIndex((line) => line.startsWith("|"));
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
  const rows = lines.slice(start + 2, start + length).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  return rows.map(([name, ...cells]) => ({ name: name.replaceAll("`", ""), cells }));
}

const elements = docs("elements.md");
const styling = docs("styling.md");

function attributesOf(tag) {
  const types = { ...SHARED, ...OWN[tag] };
  const rows = [...table(elements, "## Attributes of all widgets"), ...table(elements, `## Attributes of \`<${tag}>\``)];
  const known = rows.map(({ name }) => name);
  if (known.toSorted().join() != Object.keys(types).toSorted().join()) {
    throw new Error(`<${tag}>: docs/elements.md has ${known}, scripts/package/elements.mjs ${Object.keys(types)}`);
  }
  return rows.map(({ name, cells: [description, usual] }) => ({ name, description, default: usual, type: { text: types[name] } }));
}

const eventType = (name) => `HTMLElementEventMap["${name}"]`;
const EVENTS = table(elements, "## Events").map(({ name, cells: [when, detail] }) => ({
  name,
  type: { text: eventType(name) },
  description: `${when} \`detail\`: ${detail}`,
}));

const PROPERTIES = table(styling, "custom properties and, where").map(({ name, cells: [description] }) => ({ name, description }));

// "Parts: `a`, `b`. An observer map also has `c`, an alliance grid `d`."
function partsOf(tag) {
  const [sentence] = styling.match(/^Parts: [^]*?\.\n/m);
  const [all, map, grid] = sentence.split(/An observer map also has|an alliance grid/);
  if (grid == null) throw new Error("docs/styling.md has no sentence with the parts of each element");
  const own = { "results-chart": "", "observer-map": map, "alliance-grid": grid }[tag];
  return [...`${all}${own}`.matchAll(/`([a-z]+)`/g)].map(([, name]) => ({ name }));
}

/** The elements in the order of the documentation. */
export const ELEMENTS = Object.keys(CLASSES).map((tag) => ({
  tag,
  className: CLASSES[tag],
  data: DATA[tag],
  description: ABOUT[tag],
  attributes: attributesOf(tag),
  events: EVENTS,
  properties: PROPERTIES,
  parts: partsOf(tag),
}));

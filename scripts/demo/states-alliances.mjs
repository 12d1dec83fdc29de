// The states of an alliance grid.
const REGION = "www/data/alliances-region.json";
const SCO = "www/data/alliances-sco.json";
const REPORTS = "www/data/alliances.json";
const FACTBOOK = "www/data/alliances-2026.json";
const MADE_UP = "tests/data/alliances.json";

/** Twelve organisations and thirty countries. */
const twelve = (data) => {
  const states = "KZ KG TJ TM UZ RU BY AM AZ GE MD UA TR CN MN IR IN PK AF DE FR IT ES PT PL CZ SK HU RO BG".split(" ");
  const ids = Array.from({ length: 12 }, (_, index) => `o${index + 1}`);
  data.alliances = ids.map((id, index) => ({ id, name: `Organisation ${index + 1}`, short: `Org ${index + 1}`, complete: ["member"], source: "a" }));
  data.states = states;
  const members = (place) => states.filter((_, index) => (index * 7 + place * 5) % 12 < 5);
  const observers = (place) => states.filter((_, index) => (index * 7 + place * 5) % 12 == 5);
  data.memberships = Object.fromEntries(ids.map((id, place) => [id, { member: members(place), observer: observers(place) }]));
  delete data.participation;
};

const VIEWS = {
  name: "Views",
  states: [
    { name: "A table of countries and organisations", file: REGION },
    { name: "By organisation", file: REGION, attributes: { view: "alliances" } },
    { name: "By country", file: REGION, attributes: { view: "states" } },
    { name: "A timeline", file: REGION, attributes: { view: "timeline" } },
    { name: "Shared memberships", file: REGION, attributes: { view: "overlap" } },
    { name: "A timeline of one organisation", file: SCO, attributes: { view: "timeline" } },
    { name: "One organisation in a table", file: SCO },
    { name: "Twelve organisations and thirty countries", file: MADE_UP, change: twelve },
  ],
};

const TIMES = {
  name: "Dates and order",
  states: [
    { name: "Another date", file: REGION, attributes: { "as-of": "2015-08-13" } },
    { name: "A date of which nothing is said", file: FACTBOOK, attributes: { "as-of": "2020-01-01" } },
    { name: "Most memberships first", file: FACTBOOK, attributes: { order: "number" } },
    { name: "Similar countries together", file: FACTBOOK, attributes: { order: "likeness" } },
    { name: "In the order of the data", file: FACTBOOK, attributes: { order: "document" } },
  ],
};

const CLAIMS = {
  name: "What is known, and what is not",
  states: [
    { name: "Three reports, each for its own date", file: REPORTS },
    { name: "Organisations by their own account", file: "www/data/alliances-since.json", attributes: { view: "timeline" } },
    { name: "Dates that are uncertain", file: MADE_UP },
    { name: "Uncertain dates on a timeline", file: MADE_UP, attributes: { view: "timeline" } },
    { name: "Lists that are complete for certain periods", file: "www/data/alliances-made-up.json" },
    { name: "The same on a timeline", file: "www/data/alliances-made-up.json", attributes: { view: "timeline" } },
  ],
};

const AROUND = {
  name: "Language and theme",
  states: [
    { name: "In Russian", file: FACTBOOK, attributes: { lang: "ru" } },
    { name: "A dark theme", file: FACTBOOK, attributes: { theme: "dark" }, dark: true },
  ],
};

export const ALLIANCES = [VIEWS, TIMES, CLAIMS, AROUND];

// The states of an observer map.
const SCO = "www/data/sco-2019-observers.json";
const MISSIONS_2022 = "www/data/kazakhstan-2022-missions-observers.json";
const MISSIONS_2019 = "www/data/kazakhstan-2019-missions-observers.json";
const MADE_UP = "www/data/made-up-observers.json";

/** Thirty missions, half of them in one city and the rest in cities in a row. */
const thirty = (data) => {
  const city = (index) => (index % 2 ? { kind: "city", name: `City ${index}`, lon: 52 + index, lat: 48 } : { kind: "city", name: "Capital", lon: 71.43, lat: 51.18 });
  data.missions = Array.from({ length: 30 }, (_, index) => ({
    id: `m${index}`,
    organisation: `Organisation ${index + 1}`,
    size: (index + 1) * 3,
    where: { places: [city(index)] },
    source: "a",
  }));
};

const PLACES = {
  name: "Where missions are",
  states: [
    { name: "One mission, and two accounts of where it is", file: SCO },
    { name: "Eleven groups in one election", file: MISSIONS_2022 },
    { name: "Thirteen groups, some in many places", file: MISSIONS_2019 },
    { name: "Cities, regions and countries around the Caspian", file: MADE_UP, text: "Nine missions of four organisations." },
    { name: "Every kind of figure, place and claim", file: "tests/data/observers.json" },
    { name: "Thirty missions", file: "tests/data/observers.json", change: thirty },
    { name: "No map where no place is named", file: "www/data/kazakhstan-2019-observers.json" },
    { name: "A verdict, and neither number nor place", file: "www/data/kazakhstan-2022-observers.json" },
    { name: "Missions that count reports, calls and stations", file: "www/data/made-up-counted-observers.json" },
  ],
};

const CHOICES = {
  name: "What a reader or a page can choose",
  states: [
    { name: "An open mission", file: MISSIONS_2022, attributes: { select: "odihr" } },
    { name: "The missions of one organisation", file: MADE_UP, attributes: { organisation: "river" } },
    { name: "The largest first", file: MISSIONS_2019, attributes: { order: "size" } },
    { name: "Grouped by organisation", file: MISSIONS_2019, attributes: { order: "organisation" } },
    { name: "A search", file: MISSIONS_2019, attributes: { find: "parliament" } },
    { name: "A search that finds nothing", file: MISSIONS_2019, attributes: { find: "zzz" } },
  ],
};

const AROUND = {
  name: "Language and theme",
  states: [
    { name: "In Russian", file: SCO, attributes: { lang: "ru" } },
    { name: "A dark theme", file: SCO, attributes: { theme: "dark" }, dark: true },
  ],
};

export const OBSERVERS = [PLACES, CHOICES, AROUND];

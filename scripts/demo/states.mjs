// The states in the gallery. Each has a name in plain words, a document, and the attributes that produce it.
import { ALLIANCES } from "./states-alliances.mjs";
import { OBSERVERS } from "./states-observers.mjs";
import { RESULTS } from "./states-results.mjs";

/**
 * A state: `name`, `file` (its document), and as needed `text` (what to look for), `attributes` of the element, `change`
 * (what is changed in the document, as the tests change it) and `dark`. `late` changes the document after the first picture,
 * and `empty` leaves that out.
 */
export const WIDGETS = [
  { tag: "results-chart", file: "results.html", title: "Results charts", groups: RESULTS },
  { tag: "observer-map", file: "observers.html", title: "Observer maps", groups: OBSERVERS },
  { tag: "alliance-grid", file: "alliances.html", title: "Alliance grids", groups: ALLIANCES },
];

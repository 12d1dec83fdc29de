// The three widgets as the cases need them: an address, a document as it is and corrected, what the
// reader sees then, what must be drawn beside the text, and the prerendered element: what one of its
// rows reads, and what opens in there without the interactive bundle.
import { readFileSync } from "node:fs";
import { DIST } from "../server.mjs";

const { renderToString } = await import(`${DIST}node/index.js`);
const text = (src) => readFileSync(`${DIST}${src}`, "utf8");
const read = (src) => JSON.parse(text(src));

const corrected = (src, correct) => {
  const data = read(src);
  correct(data);
  return data;
};

export const WIDGETS = [
  {
    tag: "results-chart",
    src: "/data/kazakhstan-2022.json",
    shows: "over 81%",
    inRussian: "Предварительные результаты",
    drawn: "svg.ew-bar line",
    row: { key: "tokayev", reads: "Kassym-Jomart Tokayev.*over 81%", opens: "Share: over 81%" },
    correct: (data) => (data.counts[0].results.tokayev.percent = 81.31),
    thenShows: "81.31%",
  },
  {
    tag: "observer-map",
    src: "/data/made-up-observers.json",
    shows: "40 observers",
    inRussian: "Северная группа",
    drawn: "svg path.ew-land",
    row: { key: "river", reads: "River Assembly.*60–80 observers.*Tashkent", opens: "Voting was calm" },
    correct: (data) => (data.missions[0].size = 43),
    thenShows: "43 observers",
  },
  {
    tag: "alliance-grid",
    src: "/data/alliances.json",
    shows: "Mongolia",
    inRussian: "Монголия",
    drawn: "tbody .ew-kind",
    row: { key: "MN", reads: "Mongolia.*\\bO\\b", opens: "observer as of 5 June 2019" },
    correct: (data) => data.memberships.SCO.observer.push("MM"),
    thenShows: "Myanmar",
  },
].map((one) => ({
  ...one,
  data: () => read(one.src),
  corrected: () => corrected(one.src, one.correct),
}));

/** A widget's prerendered element. */
export const prerendered = (tag, src) => renderToString(tag, text(src), { src });

/** One of each, with a fallback of its own. */
export const ALL_THREE = WIDGETS.map(({ tag, src }) => `<${tag} src="${src}"><p>Fallback of ${tag}</p></${tag}>`).join("");

/** One of each, prerendered. */
export const ALL_PRERENDERED = WIDGETS.map(({ tag, src }) => prerendered(tag, src)).join("");

/** Runs in a page: the text of the first element that `selector` finds, once it is drawn. */
export const textOf = (selector) => document.querySelector(selector).shadowRoot?.querySelector(".ew")?.textContent ?? "";

/** Runs in a page: whether each widget shows its fallback and nothing else. */
export const fallbacksStay = () => {
  const shown = [...document.querySelectorAll("results-chart, observer-map, alliance-grid")];
  return shown.length > 0 && shown.every((one) => !one.shadowRoot && one.querySelector("p").checkVisibility());
};

/** Runs in a page: what of a widget's row a reader can see. */
export const rowOf = (tag, key) => {
  const row = document.querySelector(tag).shadowRoot.querySelector(`[data-key="${key}"]`);
  const opened = row.nextElementSibling?.matches(".ew-more") ? row.nextElementSibling : undefined;
  return [row, opened].map((one) => (one?.getClientRects().length ? one.innerText : "")).join("\n");
};

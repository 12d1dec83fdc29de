// New data in a widget on show: the rows that changed are marked for a moment, and a screen reader hears what changed, but
// not more often than every few seconds.

const MARK_MS = 2_000;
// News within this time after other news is put together with what comes until then.
const QUIET_MS = 5_000;
// Widgets of one address draw new data one after the other, within about so long.
const TOGETHER_MS = 100;
// Marks on more rows than this tell nobody anything, and each of them takes time.
const MOST_MARKED = 30;
// A listener remembers no longer list.
const MOST_SAID = 3;
// Comparing the texts of more rows than this took a seventh of an update.
const MOST_ROWS = 200;

/**
 * What a picture says, to be compared with the next one.
 * @typedef {object} Said
 * @property {Map<Element, string>} [rows] The text of each row that a reader can see; absent if there are too many.
 * @property {Set<string>} facts The remarks, of which corrections are some, and the outcomes.
 * @property {{ name: string, fact: string }[]} outcomes The outcomes again, each with the name of its option.
 * @property {string} summary
 */

/** @returns {Said} */
function read(root) {
  const rows = [...root.querySelectorAll("tbody tr:not(.ew-folded), .ew-missions li")];
  const marks = [...root.querySelectorAll(".ew-outcome")].slice(0, MOST_ROWS);
  const outcomes = marks.map((one) => ({ name: nameBeside(one), fact: `${nameBeside(one)}: ${one.textContent}.` }));
  return {
    rows: rows.length > MOST_ROWS ? undefined : new Map(rows.map((row) => [row, row.textContent])),
    facts: new Set([...textsOf(root, ".ew-note"), ...outcomes.map(({ fact }) => fact)]),
    outcomes,
    summary: textsOf(root, ".ew-summary").join(" "),
  };
}

const textsOf = (root, selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent);
const nameBeside = (outcome) => [...outcome.parentNode.childNodes].map((one) => one.textContent).find(Boolean);

/**
 * The news of each element: what it showed before the newest data, and what it showed when news was last said, if there is
 * news that was not said yet.
 * @type {WeakMap<HTMLElement, { before?: Said, heard?: Said }>}
 */
const all = new WeakMap();

/** The elements with news that was not said yet. One of them says it for all of the page. */
const waiting = new Set();
let saidAt = -QUIET_MS;
let timer;

/** Remembers what an element shows until its `widget-update`, which comes once new data is drawn. */
export function beforeUpdate(element) {
  const news = all.get(element) ?? {};
  all.set(element, Object.assign(news, { before: read(element.shadowRoot) }));
  element.addEventListener("widget-update", onUpdate);
}

function onUpdate({ currentTarget: element }) {
  const news = all.get(element);
  const { before } = news;
  if (!before) return;
  news.before = undefined;
  const { rows, summary, facts } = read(element.shadowRoot);
  const changed = rows && before.rows && [...rows.keys()].filter((row) => before.rows.get(row) != rows.get(row));
  // Whether anything changed among too many rows is not known: they are said to be updated.
  if (changed?.length == 0 && summary == before.summary && !newIn(facts, before.facts).length) return;
  news.heard ??= before;
  waiting.add(element);
  timer ??= setTimeout(say, Math.max(TOGETHER_MS, Math.ceil(saidAt + QUIET_MS - performance.now())));
  if (changed && changed.length <= MOST_MARKED) mark(changed);
}

/** The mark of each row that was ever marked, which starts again: a row with many marks takes time at every frame. */
const marks = new WeakMap();

function mark(rows) {
  // Without motion the mark stays as it is until it ends.
  const easing = matchMedia("(prefers-reduced-motion: reduce)").matches ? "step-end" : "ease-in";
  const fading = { boxShadow: ["inset .25em 0 currentcolor", "inset .25em 0 transparent"] };
  for (const row of rows) {
    const before = marks.get(row);
    if (before) Object.assign(before, { currentTime: 0 }).play();
    else marks.set(row, row.animate(fading, { duration: MARK_MS, easing }));
  }
}

const newIn = (facts, before) => [...facts].filter((fact) => !before.has(fact));

// Says what is new since the news before: first the outcomes that are gone, corrections and outcomes, then what the charts
// say in a sentence. What several widgets say is said once.
function say() {
  const regions = [...waiting].map((element) => element.shadowRoot.querySelector(".ew-said")).filter((one) => one?.getClientRects().length);
  const news = [...waiting].map(newsOf);
  timer = undefined;
  saidAt = performance.now();
  waiting.clear();
  const of = (part) => [...new Set(news.flatMap((one) => one[part]))].slice(0, MOST_SAID);
  if (regions.length) regions[0].textContent = [regions[0].dataset.updated, ...of("facts"), ...of("summary")].join(" ");
}

function newsOf(element) {
  const news = all.get(element);
  const { heard } = news;
  news.heard = undefined;
  const root = element.shadowRoot;
  const now = read(root);
  const { gone } = root.querySelector(".ew-said")?.dataset ?? {};
  const goneFacts = goneFrom(now, heard.outcomes, root.querySelector("figure")?.textContent ?? "").map((fact) => `${gone} ${fact}`);
  return { facts: [...goneFacts, ...newIn(now.facts, heard.facts)], summary: now.summary };
}

// The outcomes that a newer document leaves out, of options that are still there and have no other outcome.
function goneFrom({ outcomes }, before, text) {
  const isGone = ({ name }) => text.includes(name) && !outcomes.some((one) => one.name == name);
  return before.filter(isGone).map(({ fact }) => fact);
}

/** Logs an error in the data for whoever made it; the reader is told no details. */
export const logError = ({ detail: { path, message } }) => console.warn(`election-widgets: ${path ? `${path}: ` : ""}${message}`);

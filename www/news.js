// New data in a widget on show: a screen reader hears of it once, and the rows that changed are marked for a moment.

const MARK_MS = 2_000;
// Marks on more rows than this tell nobody anything, and each of them takes time.
const MOST_MARKED = 30;
// Comparing the texts of more rows than this took a seventh of an update.
const MOST_ROWS = 200;

// The rows that a reader can see; none where there are too many to compare.
function rowsOf(root) {
  const rows = root.querySelectorAll("tbody tr:not(.ew-folded), .ew-missions li");
  return rows.length > MOST_ROWS ? undefined : [...rows];
}

const summaryOf = (root) => root.querySelector(".ew-summary")?.textContent ?? "";

/**
 * The text of each row before the newest data, and the summary, by element.
 * @type {WeakMap<HTMLElement, { rows: Map<Element, string>, summary: string }>}
 */
const shown = new WeakMap();

/** Remembers what an element shows until its `widget-update`, which comes once new data is drawn. */
export function beforeUpdate(element) {
  const { shadowRoot: root } = element;
  shown.set(element, { rows: new Map(rowsOf(root)?.map((row) => [row, row.textContent])), summary: summaryOf(root) });
  element.addEventListener("widget-update", announce);
}

function announce({ currentTarget: element }) {
  const before = shown.get(element);
  if (!shown.delete(element)) return;
  const root = element.shadowRoot;
  const changed = rowsOf(root)?.filter((row) => before.rows.get(row) != row.textContent);
  const summary = summaryOf(root);
  // Whether anything changed among too many rows is not known: they are said to be updated.
  if (changed?.length == 0 && summary == before.summary) return;
  const news = root.querySelector(".ew-said");
  news.textContent = `${news.dataset.updated} ${summary}`;
  if (!changed || changed.length > MOST_MARKED) return;
  // Without motion the mark stays as it is until it ends.
  const easing = matchMedia("(prefers-reduced-motion: reduce)").matches ? "step-end" : "ease-in";
  for (const row of changed) row.animate({ boxShadow: ["inset .25em 0 currentcolor", "inset .25em 0 transparent"] }, { duration: MARK_MS, easing });
}

/** Logs an error in the data for whoever made it; the reader is told no details. */
export const logError = ({ detail: { path, message } }) => console.warn(`election-widgets: ${path ? `${path}: ` : ""}${message}`);

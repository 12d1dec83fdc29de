// New data in a widget on show: a screen reader hears of it once, and the rows that changed are marked for a moment.

const MARK_MS = 2_000;
// Marks on more rows than this tell nobody anything, and each of them takes time.
const MOST_MARKED = 30;
// Nobody sees a mark on a folded row, and there may be thousands of them.
const rowsOf = (root) => [...root.querySelectorAll("tbody tr:not(.ew-folded), .ew-missions li")];
const summaryOf = (root) => root.querySelector(".ew-summary")?.textContent ?? "";

/**
 * The text of each row before the newest data, and the summary, by element.
 * @type {WeakMap<HTMLElement, { rows: Map<Element, string>, summary: string }>}
 */
const shown = new WeakMap();

/** Remembers what an element shows until its `widget-update`, which comes once new data is drawn. */
export function beforeUpdate(element) {
  const { shadowRoot: root } = element;
  shown.set(element, { rows: new Map(rowsOf(root).map((row) => [row, row.textContent])), summary: summaryOf(root) });
  element.addEventListener("widget-update", announce);
}

function announce({ currentTarget: element }) {
  const before = shown.get(element);
  if (!shown.delete(element)) return;
  const root = element.shadowRoot;
  const changed = rowsOf(root).filter((row) => before.rows.get(row) != row.textContent);
  const summary = summaryOf(root);
  if (!changed.length && summary == before.summary) return;
  const news = root.querySelector(".ew-said");
  news.textContent = `${news.dataset.updated} ${summary}`;
  if (changed.length > MOST_MARKED) return;
  // Without motion the mark stays as it is until it ends.
  const easing = matchMedia("(prefers-reduced-motion: reduce)").matches ? "step-end" : "ease-in";
  for (const row of changed) row.animate({ boxShadow: ["inset .25em 0 currentcolor", "inset .25em 0 transparent"] }, { duration: MARK_MS, easing });
}

/** Logs an error in the data for whoever made it; the reader is told no details. */
export const logError = ({ detail: { path, message } }) => console.warn(`election-widgets: ${path ? `${path}: ` : ""}${message}`);

// Data that changes (`refresh`): requests it repeatedly while the page is in view, each address once for all elements.

import { sourceUrl } from "./addresses.js";
import { readText } from "./requests.js";

/** @typedef {import("./element-state.js").ElementState} ElementState */

const MIN_SECONDS = 5;
// A feed is reported as failed after so many failures in a row.
const MAX_FAILURES = 2;

/**
 * The watched elements.
 * @type {Map<HTMLElement, { state: ElementState, failures: number }>}
 */
const watched = new Map();

/**
 * The requests under way, by address.
 * @type {Map<string, Promise<string>>}
 */
const pending = new Map();

/**
 * Draws the element again at every new text at its `src`, and when its feed fails, until it leaves the page.
 * @param {HTMLElement} element
 * @param {ElementState} state
 */
export function watch(element, state) {
  if (watched.has(element)) return;
  watched.set(element, { state, failures: 0 });
  schedule(element);
}

function schedule(element) {
  const seconds = Math.max(MIN_SECONDS, Number(element.getAttribute("refresh")) || MIN_SECONDS);
  setTimeout(() => poll(element), seconds * 1000);
}

async function poll(element) {
  if (!element.isConnected || !element.hasAttribute("refresh")) return void watched.delete(element);
  if (!document.hidden && element.hasAttribute("src") && element.data == null) await update(element);
  schedule(element);
}

async function update(element) {
  const feed = watched.get(element);
  const url = sourceUrl(element);
  try {
    const text = await fetchNewest(url);
    if (url != sourceUrl(element)) return;
    const isBack = feed.failures >= MAX_FAILURES;
    feed.failures = 0;
    if (isBack || !isSame(text, feed.state.text)) draw(feed, { text, feedError: undefined });
  } catch (feedError) {
    feed.failures++;
    if (feed.failures == MAX_FAILURES) draw(feed, { feedError });
  }
}

function draw({ state }, change) {
  Object.assign(state, change);
  state.reschedule();
}

function fetchNewest(url) {
  if (!pending.has(url)) {
    // The server is asked whether the text changed. If not, the browser takes it from its cache.
    const text = readText(fetch(url, { cache: "no-cache" }));
    pending.set(url, text);
    text.catch(() => {}).then(() => pending.delete(url));
  }
  return pending.get(url);
}

// Returns true for texts that hold the same data, however they are formatted.
function isSame(one, other) {
  if (one === other) return true;
  try {
    return JSON.stringify(JSON.parse(one)) == JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}

// Data that changes (`refresh`): asks for it again and again while the page is in view, once an address.

import { address } from "./election-widgets.js";
import { answered } from "./election-widgets-interactive.js";

const LEAST_SECONDS = 5;
// A feed is said to be silent when it failed so often in a row.
const FAILURES = 2;

// The elements that are watched, each with when it asked last and what came of that.
const watched = new Map();
// One request an address and moment, however many widgets ask.
const asking = new Map();

/** Wakes the element at every new text at its `src`, and when its feed is silent, until it leaves the page. */
export function watch(element, job, wake) {
  if (watched.has(element)) return;
  const news = (text, error) => {
    Object.assign(job, error ? { error } : { text, error });
    wake();
  };
  watched.set(element, { job, news, failed: 0, asked: performance.now() });
  plan(element);
}

function plan(element) {
  const seconds = Math.max(LEAST_SECONDS, Number(element.getAttribute("refresh")) || LEAST_SECONDS);
  setTimeout(() => turn(element), seconds * 1000);
}

async function turn(element) {
  if (!element.isConnected || !element.hasAttribute("refresh")) return void watched.delete(element);
  if (!document.hidden && element.hasAttribute("src") && element.data == null) await look(element);
  plan(element);
}

async function look(element) {
  const one = watched.get(element);
  const url = address(element);
  try {
    const text = await ask(url);
    if (url != address(element)) return;
    const back = one.failed >= FAILURES;
    one.failed = 0;
    if (back || !isSame(text, one.job.text)) one.news(text);
  } catch (error) {
    one.failed++;
    if (one.failed == FAILURES) one.news(undefined, error);
  }
}

function ask(url) {
  if (!asking.has(url)) {
    // The server is asked whether the text is still the same; where it is, the browser has it.
    const answer = answered(fetch(url, { cache: "no-cache" }));
    asking.set(url, answer);
    answer.catch(() => {}).then(() => asking.delete(url));
  }
  return asking.get(url);
}

// Texts may be laid out in two ways and say the same.
function isSame(one, other) {
  if (one === other) return true;
  try {
    return JSON.stringify(JSON.parse(one)) == JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}

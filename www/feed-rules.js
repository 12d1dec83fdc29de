// The rules of a feed, without clock, network or page: which document replaces which, and when the next request is due.

import { parse, write } from "./json.js";

const MIN_SECONDS = 5;
// A longer wait than a day is a mistake; from 25 days on the browser's timers don't wait at all.
const MAX_SECONDS = 86_400;
// The longest wait between two tries, and the wait once a count is final, unless `refresh` asks for a longer one.
const SLOW_SECONDS = 300;
// A date is that much ahead only by mistake: the same day begins half a day earlier in some countries.
const MAX_AHEAD_MS = 86_400_000;
// A page that stays open for weeks compares with no more documents.
const MOST_PAST = 1000;
// Each wait is longer by a random part of this.
const JITTER = 0.2;
// Readers that came together, by an alert, don't come again together: this is that part for the first wait.
const FIRST_JITTER = 1;
/** Readers are told of silence so long after a request, if no good answer came since. */
export const SILENT_MS = 60_000;

/** How to write the attribute, for who wrote it otherwise. */
export const REFRESH_FORM = `expected a number of seconds from ${MIN_SECONDS} to ${MAX_SECONDS}, such as refresh="30"`;

/** The seconds between two requests that the attribute asks for; `undefined` if it can't be read. */
export function secondsOf(refresh) {
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(refresh) && Number(refresh);
  return seconds > 0 && seconds <= MAX_SECONDS ? Math.max(MIN_SECONDS, seconds) : undefined;
}

/**
 * What orders a document among those of its address.
 * @typedef {object} Edition
 * @property {boolean} isTest True for a rehearsal.
 * @property {number} [sequence] The document's own number.
 * @property {string} [asOf] The date of the last count, or of the document if it has no counts.
 * @property {string} [status] The status of the last count.
 */

/**
 * Reads what orders a document, and its `key`: its data, however the text is formatted. Throws if the text is not JSON.
 * @param {string} text
 * @returns {{ key: string, edition: Edition }}
 */
export function editionOf(text) {
  if (/^\s*</.test(text)) throw new SyntaxError("expected JSON, found HTML");
  const data = parse(text);
  const last = Array.isArray(data?.counts) ? data.counts.at(-1) : data;
  const sequence = Number.isInteger(data?.sequence) ? data.sequence : undefined;
  const asOf = typeof last?.asOf == "string" ? last.asOf : "";
  return { key: write(data), edition: { isTest: data?.test === true, sequence, asOf, status: last?.status } };
}

/**
 * Returns true if a document is known to be older than one of those that were shown. It is not enough to ask the last: one
 * that can't be ordered would let in what is older than those before it.
 * @param {Edition} next
 * @param {Edition[]} past
 * @param {number} [now] The time, if it is known for sure.
 */
export const isOlder = (next, past, now) => past.some((one) => isOlderThan(next, one, now));

// A rehearsal is older than anything real.
function isOlderThan({ isTest, sequence, asOf }, one, now) {
  if (isTest != one.isTest) return isTest;
  if (sequence < one.sequence || sequence > one.sequence) return sequence < one.sequence;
  return isEarlier(asOf, one.asOf, now);
}

/** The documents that were shown, once one more is. */
export const withNewest = (past, edition) => [...past.filter((one) => one != edition), edition].slice(-MOST_PAST);

// JavaScript does not know the second 60, a leap second.
const timeOf = (date) => Date.parse(date.replace(":60", ":59"));

// Two times of day are compared as such, all else as far as both say it: a day is not earlier than an hour of it. A date
// that is still to come is earlier than all: it is a mistake, which would keep all that follows away.
function isEarlier(one, other, now) {
  const [isAhead, wasAhead] = [one, other].map((date) => timeOf(date) > now + MAX_AHEAD_MS);
  if (isAhead != wasAhead) return isAhead;
  const [time, otherTime] = [one, other].map((date) => (date.includes("T") ? timeOf(date) : NaN));
  if (time < otherTime || time >= otherTime) return time < otherTime;
  const [[day], [otherDay]] = [one, other].map((date) => date.split("T"));
  const length = Math.min(day.length, otherDay.length);
  return day.slice(0, length) < otherDay.slice(0, length);
}

/**
 * Returns true if nothing follows a document. After a rehearsal the election follows.
 * @param {Edition} [edition]
 */
export const isLast = (edition) => edition?.status == "certified" && !edition.isTest;

/**
 * The seconds that a server asks to wait; 0 if it asks for none. It may name a date by its own clock.
 * @param {Headers} [headers]
 * @param {number} now
 */
export function retrySeconds(headers, now) {
  const text = headers?.get("retry-after") ?? "";
  const sent = Date.parse(headers?.get("date")) || now;
  // Each of several servers may ask. The first is the nearest to the reader.
  const seconds = /^\s*\d+\s*(,|$)/.test(text) ? parseFloat(text) : (Date.parse(text) - sent) / 1000;
  return Math.min(Math.max(seconds || 0, 0), MAX_SECONDS);
}

/**
 * The milliseconds until the next request.
 * @param {number} seconds The seconds that `refresh` asks for.
 * @param {{ failures: number, retry: number, past: Edition[], isFirst?: boolean }} feed The failures in a row, the seconds
 *   that the server asked to wait, the documents that were shown, and whether only one request went out.
 * @param {number} random From 0 to 1.
 */
export function waitOf(seconds, { failures, retry, past, isFirst }, random) {
  const slow = Math.max(seconds, SLOW_SECONDS);
  const newest = past.at(-1);
  const isSlow = newest?.status == "final" && !newest.isTest;
  const wait = failures ? Math.min(seconds * 2 ** (failures - 1), slow) : isSlow ? slow : seconds;
  return Math.max(wait, retry) * (1 + (isFirst ? FIRST_JITTER : JITTER) * random) * 1000;
}

/** The milliseconds between the last request and one for a reader who comes back. */
export const returnWaitOf = (seconds, { failures }) => (failures ? MIN_SECONDS : seconds) * 1000;

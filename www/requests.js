// Requests: one per address for the whole page, and the text of each response.

/**
 * A response whose body is read at most once.
 * @typedef {Response & { bodyText?: Promise<string> }} SharedResponse
 */

/**
 * The page's requests by address. The element script owns the map and passes it to the modules that it loads.
 * @typedef {Map<string, Promise<SharedResponse>>} Responses
 */

/** The longest JSON text that a widget reads, in characters. */
export const MAX_CHARACTERS = 5e6;

/** How many responses the page keeps: pages that name ever new addresses would fill the memory. */
const MAX_RESPONSES = 100;

/**
 * Fetches an address unless the page did so before. A request that fails is forgotten, so that the next one tries again.
 * Of many responses, the one is forgotten that was asked for longest ago.
 * @param {Responses} responses
 * @param {string} url
 * @param {RequestInit} [options]
 */
export function fetchOnce(responses, url, options) {
  let pending = responses.get(url);
  if (!pending) {
    pending = fetch(url, options);
    pending.catch(() => responses.get(url) == pending && responses.delete(url));
  }
  responses.delete(url);
  responses.set(url, pending);
  if (responses.size > MAX_RESPONSES) responses.delete(responses.keys().next().value);
  return pending;
}

/**
 * Reads a body and shares its text among all callers. Returns `undefined` if the body is too long.
 * @param {SharedResponse} response
 */
export const readBody = (response) =>
  response.headers.get("content-length") > MAX_CHARACTERS ? undefined : (response.bodyText ??= response.text());

/** The error for a JSON text of this length. */
export const tooLong = (length) =>
  new RangeError(`expected at most ${MAX_CHARACTERS / 1e6} MB of JSON, found ${(length / 1e6).toFixed(1)} MB`);

/**
 * Returns the text of a response. The message of its error is one that a reader of the page understands.
 * @param {Promise<SharedResponse>} pending
 */
export async function readText(pending) {
  const response = await pending.catch(() => {
    throw new Error("no answer (offline, blocked or a wrong address)");
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const text = readBody(response);
  if (text) return text;
  response.body?.cancel();
  throw tooLong(response.headers.get("content-length"));
}

/**
 * Returns the text at an address. If it can't be had, the next call requests it again.
 * @param {Responses} responses
 * @param {string} url
 */
export function fetchText(responses, url) {
  const pending = fetchOnce(responses, url);
  const text = readText(pending);
  text.catch(() => responses.get(url) == pending && responses.delete(url));
  return text;
}

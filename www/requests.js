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

/**
 * Fetches an address unless the page did so before. A request that fails is forgotten, so that the next one tries again.
 * @param {Responses} responses
 * @param {string} url
 * @param {RequestInit} [options]
 */
export function fetchOnce(responses, url, options) {
  if (!responses.has(url)) {
    const pending = fetch(url, options);
    responses.set(url, pending);
    pending.catch(() => responses.delete(url));
  }
  return responses.get(url);
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

/** How many responses the page keeps: pages that name ever new addresses would fill the memory. */
const MAX_RESPONSES = 100;

/**
 * Returns the text at an address. Forgets the oldest response of the page where there are too many. If it can't be had, the next call requests it again.
 * @param {Responses} responses
 * @param {string} url
 */
export function fetchText(responses, url) {
  const pending = fetchOnce(responses, url);
  if (responses.size > MAX_RESPONSES) responses.delete(responses.keys().next().value);
  const text = readText(pending);
  text.catch(() => responses.get(url) == pending && responses.delete(url));
  return text;
}

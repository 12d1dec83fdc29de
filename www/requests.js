// Requests: one per address for the whole page, and the text of each response.

/**
 * A response whose body is read at most once. `onText` is called with its text.
 * @typedef {Response & { bodyText?: Promise<string>, onText?: (text: string) => void }} SharedResponse
 */

/**
 * The page's requests by address, each with the length of its text once that was read. The element script owns the map and
 * passes it to the modules that it loads.
 * @typedef {Map<string, Promise<SharedResponse> & { characters?: number }>} Responses
 */

/** The longest JSON text that a widget reads, in bytes of UTF-8. */
const MAX_BYTES = 5e6;

// Pages that name ever new addresses would fill the memory.
const MAX_RESPONSES = 100;
const MAX_KEPT_CHARACTERS = 20e6;

/**
 * Keeps a value as the newest of a map. Forgets the oldest ones beyond `most`, and those with which all would have too many
 * characters. The newest stays whatever its length.
 * @template Value
 * @param {Map<string, Value>} map
 * @param {string} key
 * @param {Value} value
 * @param {number} most
 * @param {(value: Value) => number} lengthOf
 */
export function keep(map, key, value, most, lengthOf) {
  map.delete(key);
  map.set(key, value);
  let characters = 0;
  for (const one of map.values()) characters += lengthOf(one);
  for (const [oldest, one] of map) {
    if (oldest == key || (map.size <= most && characters <= MAX_KEPT_CHARACTERS)) return;
    map.delete(oldest);
    characters -= lengthOf(one);
  }
}

const keepResponse = (responses, url, pending) => keep(responses, url, pending, MAX_RESPONSES, ({ characters = 0 }) => characters);

/**
 * Fetches an address unless the page did so before. A request that fails is forgotten, so that the next one tries again.
 * @param {Responses} responses
 * @param {string} url
 * @param {RequestInit} [options]
 */
export function fetchOnce(responses, url, options) {
  const known = responses.get(url);
  const pending = known ?? fetch(url, options);
  const isKept = () => responses.get(url) == pending;
  if (!known) {
    pending.then(
      (response) =>
        (response.onText = ({ length }) => {
          pending.characters = length;
          if (isKept()) keepResponse(responses, url, pending);
        }),
      () => isKept() && responses.delete(url),
    );
  }
  keepResponse(responses, url, pending);
  return pending;
}

/**
 * Has whoever fetches an address find this text.
 * @param {Responses} responses
 * @param {string} url
 * @param {string} text
 */
export function keepText(responses, url, text) {
  const response = Object.assign(new Response(), { bodyText: Promise.resolve(text) });
  keepResponse(responses, url, Object.assign(Promise.resolve(response), { characters: text.length }));
}

/**
 * Reads a body and shares its text among all callers. Returns `undefined` if the body is too long.
 * @param {SharedResponse} response
 */
export function readBody(response) {
  if (response.headers.get("content-length") > MAX_BYTES) return undefined;
  return (response.bodyText ??= response.text().then((text) => (response.onText?.(text), text)));
}

const tooLong = (bytes) => new RangeError(`expected at most ${MAX_BYTES / 1e6} MB of JSON, found ${(bytes / 1e6).toFixed(1)} MB`);

/** Throws if a text is longer than widgets read. */
export function checkLength(text) {
  // Each unit of a text has at most three bytes, so that most texts need no counting.
  const bytes = text.length * 3 > MAX_BYTES ? new TextEncoder().encode(text).length : 0;
  if (bytes > MAX_BYTES) throw tooLong(bytes);
}

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
  if (text) return text.catch(() => Promise.reject(new Error("the answer broke off, or is not compressed as it says")));
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

// The request of a feed for its document: it ends after a time, and what the server says of the next request is kept.

import { retrySeconds } from "./feed-rules.js";
import { fetchOnce, readText } from "./requests.js";

/** @typedef {import("./election-widgets-feed.js").Feed} Feed */

// A server that gave no whole answer by then counts as silent.
const TIMEOUT_MS = 20_000;

/**
 * Requests the feed's document from its server, and notes what the answer says about the feed.
 * @param {Feed} feed
 * @param {boolean} isShared True if the page's own first request answers.
 * @returns {Promise<string>}
 */
export async function request(feed, isShared) {
  const { url, files } = feed;
  const stop = (feed.stop = new AbortController());
  let timer, response;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${TIMEOUT_MS / 1000} seconds`));
      stop.abort();
    }, TIMEOUT_MS);
  });
  // The server is asked whether the document changed. If not, the browser takes it from its cache.
  const pending = isShared ? fetchOnce(files.responses, url) : fetch(url, { cache: "no-cache", signal: stop.signal });
  pending.then((answer) => (response = answer), () => {});
  try {
    const text = await Promise.race([readText(pending), late]);
    feed.sentAt = Date.parse(response.headers.get("date"));
    return text;
  } catch (error) {
    if (isShared && files.responses.get(url) == pending) files.responses.delete(url);
    feed.retry = retrySeconds(response?.headers, Date.now());
    feed.isGone = response?.status == 410;
    throw feed.isGone ? new Error("HTTP 410: the address has no more data, so it is not requested again") : error;
  } finally {
    clearTimeout(timer);
  }
}

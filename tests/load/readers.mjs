// Readers who follow a document by the rules of the feed (www/feed-rules.js), as www/election-widgets-feed.js and a
// browser's cache do. They have a clock of their own, which never waits: the night passes as fast as the server answers.
import { Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";
import { editionOf, isOlder, retrySeconds, waitOf, withNewest } from "../../www/feed-rules.js";

const TIMEOUT_MS = 20_000;
// So many requests are under way at one time.
const AT_ONCE = 50;
// What Chromium sends with a request for data of the same site.
const BROWSER = {
  accept: "*/*",
  "accept-encoding": "gzip, deflate, br",
  "accept-language": "en-GB,en;q=0.9",
  "cache-control": "max-age=0",
  referer: "https://news.example/election/night/",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36",
};

/** Readers of one address, each with a connection, and a record of every request. */
export class Readers {
  /** The seconds of the night that have passed. */
  now = 0;
  /** @type {{ at: number, ms: number, status?: number, error?: string }[]} */
  requests = [];
  unexpected = [];

  constructor({ url, count, refresh, within }) {
    Object.assign(this, { url, refresh });
    // They come one after the other within so many seconds. Who is due first stands first.
    this.all = Array.from({ length: count }, (_, index) => ({
      failures: 0,
      past: [],
      retry: 0,
      isFirst: true,
      dueAt: (index / count) * within,
      agent: new Agent({ keepAlive: true, maxSockets: 1 }),
    }));
    this.due = [...this.all];
  }

  /** Lets the night go on. Ends when all answers are there. */
  async pass(seconds) {
    const end = this.now + seconds;
    const askInTurn = async () => {
      while (this.due[0].dueAt < end) {
        const reader = this.due.shift();
        await this.ask(reader);
        reader.dueAt += waitOf(this.refresh, reader, Math.random()) / 1000;
        reader.isFirst = false;
        const later = this.due.findIndex(({ dueAt }) => dueAt > reader.dueAt);
        this.due.splice(later < 0 ? this.due.length : later, 0, reader);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
    this.now = end;
  }

  leave = () => this.all.forEach(({ agent }) => agent.destroy());

  async ask(reader) {
    const entry = { at: reader.dueAt };
    this.requests.push(entry);
    if (reader.dueAt < reader.retryAt) this.unexpected.push("a request before `Retry-After` ended");
    const begun = performance.now();
    reader.retry = 0;
    try {
      const { status, headers, text } = await this.send(reader);
      entry.status = status;
      if (status == 200) Object.assign(reader, { text, etag: headers.etag, modified: headers["last-modified"] });
      else if (status != 304) return this.fail(reader, headers);
      this.receive(reader);
    } catch (error) {
      entry.error = error.code ?? error.message;
      this.fail(reader);
    } finally {
      entry.ms = performance.now() - begun;
    }
  }

  fail(reader, headers) {
    reader.failures++;
    reader.retry = retrySeconds(headers && new Headers(headers), Date.now());
    reader.retryAt = reader.dueAt + reader.retry;
  }

  receive(reader) {
    const { key, edition } = editionOf(reader.text);
    reader.failures = 0;
    if (key == reader.key) return;
    const isPast = isOlder(edition, reader.past);
    if (isPast) this.unexpected.push("an older document came");
    else Object.assign(reader, { key, past: withNewest(reader.past, edition) });
  }

  send({ agent, etag, modified }) {
    const known = etag && { "if-none-match": etag, "if-modified-since": modified };
    return new Promise((done, failed) => {
      const message = request(this.url, { agent, headers: { ...BROWSER, ...known }, timeout: TIMEOUT_MS }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part)).on("error", failed);
        answer.on("end", () => {
          const body = Buffer.concat(parts);
          const text = answer.headers["content-encoding"] == "gzip" ? gunzipSync(body) : body;
          done({ status: answer.statusCode, headers: answer.headers, text: text.toString() });
        });
      });
      message.on("timeout", () => message.destroy(new Error("no answer in time"))).on("error", failed);
      message.end();
    });
  }
}

// Many readers follow one night from a real nginx: what that costs, and how they come back after an outage. `make load`
// runs it; `LOAD_READERS` says how many (2,000). What is asserted holds on any machine.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { after, before, test } from "node:test";
import { Nginx } from "./nginx.mjs";
import { Readers } from "./readers.mjs";

const COUNT = Number(process.env.LOAD_READERS ?? 2000);
const REFRESH = 30;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
// A load is the mean of so many seconds.
const BIN = 5;
// On a quiet evening the readers of a wait are spread over it.
const QUIET = COUNT / REFRESH;
const night = new URL("../../examples/night/", import.meta.url);
const editions = JSON.parse(readFileSync(new URL("night.json", night))).map(({ file }) => JSON.parse(readFileSync(new URL(file, night))));

/** @type {Nginx} */
let nginx;
/** @type {Readers} */
let readers;
let published = 0;

// A document of the recorded night, with a number of its own: the recording is shorter than the test.
function publish() {
  published++;
  nginx.write("data/night.json", JSON.stringify({ ...editions[published % editions.length], sequence: published }));
}

/** Lets the night go on, with a new document every five minutes. */
async function pass(minutes) {
  for (let minute = 0; minute < minutes; minute += 5) {
    publish();
    await readers.pass(5 * MINUTE);
  }
}

const number = (value, digits = 0) => value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });
const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
const since = (time) => readers.requests.filter(({ at }) => at >= time);
/** The requests that brought no document, and no word that it did not change. */
const failed = (requests) => requests.filter(({ status }) => status != 200 && status != 304);

/** The requests a second in each five seconds since then. */
function loads(time) {
  const all = Array.from({ length: (readers.now - time) / BIN }, () => 0);
  for (const { at } of since(time)) all[Math.floor((at - time) / BIN)] += 1 / BIN;
  return all;
}

function assertNewest() {
  for (const { past } of readers.all) assert.equal(past.at(-1)?.sequence, published, "each reader has the newest document");
  assert.deepEqual(readers.unexpected, []);
}

/** Lets ten minutes pass after an outage: the longest wait is six. */
async function comeBack() {
  const start = readers.now;
  const waiting = readers.all.filter(({ failures }) => failures).length;
  await pass(10);
  const all = loads(start);
  const peak = Math.max(...all);
  console.log(`  ${number(waiting)} readers waited; in the next ten minutes ${number(mean(all), 1)} requests a second, ${number(peak, 1)} at most`);
  assert.equal(waiting, COUNT);
  assert.ok(peak <= 2 * QUIET, `no herd: ${all.map(Math.round)}`);
  assert.equal(failed(since(start)).length, 0, "nobody is turned away");
  assertNewest();
}

/** Prints what the hour cost, by the log of nginx and the times of the readers. */
function report({ answers, seconds, cpu }) {
  const [same, full] = [304, 200].map((wanted) => answers.filter(({ status }) => status == wanted));
  const headers = (list) => mean(list.map(({ bytes, body }) => bytes - body));
  const bytes = answers.reduce((sum, { bytes }) => sum + bytes, 0);
  const times = readers.requests.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (part) => number(times[Math.floor(times.length * part)], 1);
  const asked = answers.length;
  const million = 1e6 / COUNT;
  console.log(`  ${cpus()[0].model}, ${cpus().length} cores, nginx and the readers on them; ${number(COUNT)} readers with refresh="${REFRESH}", ${published} documents in an hour`);
  console.log(`  each reader in the hour: ${number(asked / COUNT, 1)} requests, ${number(bytes / COUNT)} bytes`);
  console.log(`  304: ${number((same.length / asked) * 100, 1)} % of the answers, ${number(headers(same))} bytes of headers and no body`);
  console.log(`  200: ${number(headers(full))} bytes of headers, ${number(mean(full.map(({ body }) => body)))} bytes of body`);
  console.log(`  1,000,000 readers: ${number((asked / HOUR) * million)} requests a second, ${number((asked / 1e6) * million)} million requests and ${number((bytes / 1e9) * million, 1)} GB an hour`);
  console.log(`  as it ran: ${number(asked / seconds)} requests a second; ms until the answer: p50 ${at(0.5)}, p99 ${at(0.99)}`);
  if (cpu) console.log(`  nginx: ${number((cpu / asked) * 1e6)} µs of processor time a request, ${number((cpu / seconds) * 100)} % of one core`);
}

before(async () => {
  nginx = await Nginx.start();
  readers = new Readers({ url: `http://127.0.0.1:${nginx.port}/data/night.json`, count: COUNT, refresh: REFRESH, within: 1 });
});

after(async () => {
  readers?.leave();
  await nginx?.end();
});

test("an hour of the night, which all begin in one second: most answers are 304, and each reader gets each document", async () => {
  const begun = performance.now();
  await pass(60);
  const seconds = (performance.now() - begun) / 1000;
  const { answers, seconds: cpu } = nginx;
  report({ answers, seconds, cpu });
  assertNewest();
  const same = answers.filter(({ status }) => status == 304);
  assert.ok(same.length > answers.length * 0.8, "most answers say that nothing changed");
  assert.ok(same.every(({ body }) => body == 0), "and have no body");
  assert.equal(answers.length - same.length, COUNT * published, "each document came to each reader once");
  assert.ok(answers.length <= (COUNT * HOUR) / REFRESH, "nobody asks more often than `refresh` says");
  const peak = Math.max(...loads(REFRESH));
  console.log(`  after the first wait: ${number(peak, 1)} requests a second at most; ${number(QUIET, 1)} with one request of each reader in ${REFRESH} seconds`);
  assert.ok(peak <= 1.5 * QUIET, "they are spread out, and stay so");
});

test("nginx is down for ten minutes: readers come back spread out, to the newest document", async () => {
  await nginx.stop();
  const start = readers.now;
  await pass(10);
  assert.ok(since(start).length <= COUNT * 6, "they ask less and less while nothing answers");
  await nginx.run();
  await comeBack();
});

test("nginx asks for a pause of ten minutes (503 with Retry-After): readers come back spread out", async () => {
  nginx.write("pause", "");
  const start = readers.now;
  await pass(10);
  const turnedAway = failed(since(start));
  assert.ok(turnedAway.every(({ status }) => status == 503));
  assert.ok(readers.all.every(({ retryAt }) => retryAt > start), "they are told when to come back");
  assert.ok(turnedAway.length <= COUNT * 6, "they ask less and less");
  nginx.remove("pause");
  await comeBack();
});

test("no request is lost: nginx answered each that did not fail while it was down", () => {
  const [answered, refused] = [({ status }) => status, ({ error }) => /^ECONN(REFUSED|RESET)$/.test(error)].map((is) => readers.requests.filter(is).length);
  console.log(`  ${number(readers.requests.length)} requests: ${number(answered)} answered, ${number(refused)} refused while nginx was down`);
  assert.equal(nginx.answers.length, answered);
  assert.equal(answered + refused, readers.requests.length);
});

// What a page keeps: each address is fetched once, and responses and tables are bounded by their number and by their length.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { readTable } from "../www/election-widgets-table.js";
import { parse } from "../www/json.js";
import { checkLength, fetchOnce, fetchText, keepText } from "../www/requests.js";

const MOST_CHARACTERS = 20_000_000;
/** So long is a large document. */
const LARGE = 5_000_000;

let asked;
/** The text at an address. */
let textAt;
beforeEach((context) => {
  asked = [];
  textAt = (url) => `text of ${url}`;
  context.mock.method(globalThis, "fetch", async (url) => {
    asked.push(url);
    return new Response(textAt(url));
  });
});

test("a page that names ever new addresses keeps a hundred responses, the newest ones", async () => {
  const responses = new Map();
  for (let time = 0; time < 1000; time++) {
    assert.equal(await fetchText(responses, `data.json?t=${time}`), `text of data.json?t=${time}`);
  }
  assert.equal(responses.size, 100);
  await fetchText(responses, "data.json?t=999");
  assert.equal(asked.length, 1000, "the newest is still there");
  await fetchText(responses, "data.json?t=0");
  assert.equal(asked.length, 1001, "the oldest was forgotten, and is fetched again");
});

test("the response that was asked for longest ago is forgotten, not the one that came first", async () => {
  const responses = new Map();
  for (let time = 0; time < 100; time++) await fetchText(responses, `${time}`);
  await fetchText(responses, "0");
  await fetchText(responses, "100");
  assert.deepEqual(["0", "1", "100"].map((url) => responses.has(url)), [true, false, true]);
});

test("many callers share one request, and one that fails is asked again", async (context) => {
  const responses = new Map();
  assert.equal(new Set(Array.from({ length: 1000 }, () => fetchOnce(responses, "a"))).size, 1);
  assert.deepEqual(asked, ["a"]);
  context.mock.method(globalThis, "fetch", async () => {
    throw new TypeError("Failed to fetch");
  });
  await assert.rejects(fetchOnce(responses, "b"));
  assert.deepEqual([...responses.keys()], ["a"]);
});

test("large responses are forgotten before there are a hundred, whether they come one by one or all at once", async () => {
  textAt = () => "x".repeat(LARGE);
  const kept = (responses) => [...responses.values()].reduce((sum, { characters }) => sum + characters, 0);
  const [slowly, atOnce] = [new Map(), new Map()];
  for (let time = 0; time < 10; time++) await fetchText(slowly, `${time}`);
  await Promise.all(Array.from({ length: 10 }, (_, time) => fetchText(atOnce, `${time}`)));
  for (const responses of [slowly, atOnce]) assert.deepEqual([responses.size, kept(responses)], [4, MOST_CHARACTERS]);
  assert.deepEqual([...slowly.keys()], ["6", "7", "8", "9"], "the newest are kept");
});

test("the newest response stays although it is longer than all that is kept", async () => {
  const responses = new Map();
  textAt = () => "x".repeat(MOST_CHARACTERS + 1);
  for (const url of ["a", "b"]) await fetchText(responses, url);
  await fetchText(responses, "b");
  assert.deepEqual([[...responses.keys()], asked], [["b"], ["a", "b"]]);
});

test("the documents of feeds count, too, and are found without a request", async () => {
  const responses = new Map();
  for (let time = 0; time < 10; time++) keepText(responses, `${time}`, "x".repeat(LARGE));
  assert.equal(responses.size, 4);
  assert.equal((await fetchText(responses, "9")).length, LARGE);
  assert.deepEqual(asked, []);
  for (let time = 0; time < 1000; time++) keepText(responses, `${time}`, "");
  assert.equal(responses.size, 100);
});

test("a document has at most five million bytes of UTF-8, as the command counts them", () => {
  for (const letter of ["x", "é", "選", "😀"]) {
    const bytes = Buffer.byteLength(letter);
    const most = letter.repeat(Math.floor(5_000_000 / bytes));
    checkLength(most);
    assert.throws(() => checkLength(most + letter), /^RangeError: expected at most 5 MB of JSON, found 5\.0 MB$/);
    assert.throws(() => checkLength(letter.repeat(6_000_000 / bytes)), /found 6\.0 MB$/);
  }
});

test("a number that would become null is refused, and a text that looks like it is not", () => {
  for (const lost of ["1e999", "[1, -1E+0999]", '{"a": 1e309}', "9".repeat(400)]) {
    assert.throws(() => parse(lost), /^SyntaxError: not JSON: a number is too large$/, lost);
  }
  for (const kept of ['"1e999"', "1e308", "1e-999", '{"1e999": "9e999"}', `["${"9".repeat(400)}"]`]) assert.deepEqual(parse(kept), JSON.parse(kept));
});

/** A page without a browser, whose program reads each table as the same document. `read` counts the tables. */
function pageOfTables(context) {
  const page = { read: 0, files: { url: (path) => path, responses: new Map() } };
  const result = new TextEncoder().encode(JSON.stringify({ document: "{}", columns: [], leftOut: [] }));
  const memory = new WebAssembly.Memory({ initial: 1000 });
  const answer = () => {
    page.read++;
    new Uint8Array(memory.buffer).set(result);
    return [0, result.length];
  };
  context.mock.method(WebAssembly, "compileStreaming", async () => ({}));
  context.mock.method(WebAssembly, "instantiate", async () => ({ exports: { memory, __wbindgen_malloc: () => result.length, call: answer } }));
  globalThis.document = { baseURI: "https://news.example/" };
  page.table = (src, text) => readTable(page.files, { getAttribute: () => src }, "results-chart", text);
  return page;
}

test("a page that names ever new tables keeps thirty of them, the newest ones", async (context) => {
  const page = pageOfTables(context);
  for (let time = 0; time < 100; time++) await page.table(`many.csv?t=${time}`, "Party,Votes");
  for (let time = 99; time >= 70; time--) await page.table(`many.csv?t=${time}`, "Party,Votes");
  assert.equal(page.read, 100, "thirty are still there");
  await page.table("many.csv?t=69", "Party,Votes");
  assert.equal(page.read, 101, "the one before is read again");
});

test("large tables are forgotten before there are thirty", async (context) => {
  const page = pageOfTables(context);
  const text = "x".repeat(LARGE);
  for (let time = 0; time < 4; time++) await page.table(`large.csv?t=${time}`, text);
  await page.table("large.csv?t=3", text);
  await page.table("large.csv?t=1", text);
  assert.equal(page.read, 4, "the newest are still there");
  await page.table("large.csv?t=0", text);
  assert.equal(page.read, 5, "with its document, the oldest was too much");
});

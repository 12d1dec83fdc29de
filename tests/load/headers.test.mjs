// What examples/nginx/election-widgets.conf sends with the data, the code and the pages. docs/live.md lists it.
import assert from "node:assert/strict";
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Nginx } from "./nginx.mjs";

/** @type {Nginx} */
let nginx;
const get = (path, headers) => fetch(`http://127.0.0.1:${nginx.port}${path}`, { headers });
const DATA = "/data/night.json";
const CODE = "/ew/0.1.0/election-widgets.js";

before(async () => {
  nginx = await Nginx.start();
  nginx.write(DATA, '{"sequence":1}');
  nginx.write(CODE, "export {};");
  nginx.write("index.html", "<!doctype html><title>Night</title>");
});
after(() => nginx?.end());

test("a CDN keeps data for ten seconds, code for ever, and a page for a minute", async () => {
  const kept = async (path) => (await get(path)).headers.get("cache-control");
  assert.equal(await kept(DATA), "public, max-age=10, stale-while-revalidate=30, stale-if-error=3600");
  assert.equal(await kept(CODE), "public, max-age=31536000, immutable");
  assert.equal(await kept("/"), "public, max-age=60");
});

test("code that is missing is not remembered as missing", async () => {
  const answer = await get("/ew/0.1.0/missing.js");
  assert.equal(answer.status, 404);
  assert.equal(answer.headers.get("cache-control"), null);
});

test("a browser gets 304 for what it has, by ETag or by Last-Modified, and the new document after a change", async () => {
  const { headers } = await get(DATA);
  const [etag, modified] = [headers.get("etag"), headers.get("last-modified")];
  assert.equal((await get(DATA, { "if-none-match": etag })).status, 304);
  assert.equal((await get(DATA, { "if-modified-since": modified })).status, 304);
  nginx.write(DATA, '{"sequence":2,"votes":3}');
  const changed = await get(DATA, { "if-none-match": etag });
  assert.equal(changed.status, 200);
  assert.equal(await changed.text(), '{"sequence":2,"votes":3}');
});

test("pages of other origins may read the data and the code, and the wait of a pause", async () => {
  for (const path of [DATA, CODE]) assert.equal((await get(path)).headers.get("access-control-allow-origin"), "*");
  nginx.write("pause", "");
  const { status, headers } = await get(DATA);
  assert.equal(status, 503);
  assert.equal(headers.get("retry-after"), "60");
  assert.equal(headers.get("access-control-allow-origin"), "*");
  assert.equal(headers.get("access-control-expose-headers"), "Retry-After, Date");
  assert.equal(headers.get("cache-control"), "no-store", "no cache keeps the pause");
  assert.equal((await get("/")).status, 200, "pages go on");
  nginx.remove("pause");
  assert.equal((await get(DATA)).status, 200);
});

test("two documents of one size in one second look the same to nginx, as docs/live.md warns", async () => {
  const etagOf = async (text) => {
    nginx.write(DATA, text);
    utimesSync(join(nginx.folder, "site", DATA), 0, 1_900_000_000);
    return (await get(DATA)).headers.get("etag");
  };
  assert.equal(await etagOf('{"sequence":8,"votes":100}'), await etagOf('{"sequence":9,"votes":200}'));
  assert.notEqual(await etagOf('{"sequence":9,"votes":200}'), await etagOf('{"sequence":10,"votes":200}'));
});

test("where nginx is missing, the test says so at once, and which command brings it", () =>
  assert.rejects(Nginx.start("/nowhere/nginx"), /^Error: nginx is missing: `make load` unpacks/));

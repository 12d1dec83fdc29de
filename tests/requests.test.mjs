// The page's requests: each address is fetched once, and a page keeps a bounded number of responses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchText } from "../www/requests.js";

test("a page that names ever new addresses keeps a hundred responses, the newest ones", async (context) => {
  const asked = [];
  context.mock.method(globalThis, "fetch", async (url) => {
    asked.push(url);
    return new Response(`text of ${url}`);
  });
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

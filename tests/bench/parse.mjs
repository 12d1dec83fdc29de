// How long a document of a megabyte takes from its text until every field is checked, beside
// `JSON.parse` and a check of the same written by hand. `scale.mjs` runs it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { html, withPage } from "../e2e/browser.mjs";
import { serve } from "../e2e/server.mjs";
import { reports } from "./documents.mjs";

/** The times of both ways, and what each says of documents that are spoilt in one place. */
export async function parsing(browser, { length = 1_000_000, rounds = 31 } = {}) {
  const body = readFileSync(new URL("check-by-hand.js", import.meta.url), "utf8");
  const server = await serve({ routes: { "/page": html(""), "/by-hand.js": { body } } });
  let times;
  try {
    await withPage(browser, {}, async (page) => {
      await page.goto(server.url("/page"));
      const found = await page.evaluate(measure, [JSON.stringify(reports(length)), rounds]);
      assert.deepEqual(found.good, { ours: 0, hand: 0 }, "the document is good to both");
      assert.deepEqual(found.passed, { ours: [], hand: [] }, "both refuse what is spoilt");
      times = found.times;
    });
  } finally {
    await server.close();
  }
  return times;
}

// Runs in the page.
async function measure([json, rounds]) {
  const { check } = await import("/by-hand.js");
  const { default: glue } = await import("/election-widgets-all.js");
  const { default: load, Data, validateDocument: validate } = glue((exports) => exports);
  await load({ module_or_path: "/election-widgets-all_bg.wasm" });
  const ways = {
    ours: (text) => validate("observer-map", new Data(JSON.stringify(JSON.parse(text)))),
    hand: (text) => check(JSON.parse(text)),
  };
  const faults = {
    ours: (text) => ways.ours(text).errors.length,
    hand(text) {
      try {
        return ways.hand(text).length;
      } catch {
        return 1;
      }
    },
  };
  const good = { ours: faults.ours(json), hand: faults.hand(json) };
  const spoilt = [
    ['"status":', '"statuss":'],
    ['"status":"deployed"', '"status":"there"'],
    ['"size":7,', '"size":7.5,'],
    ['"id":"m7"', '"id":"m8"'],
    ['"id":"m7"', '"id":"m 7"'],
    ['"partOf":"all"', '"partOf":"none"'],
    ['"source":"s"', '"source":"t"'],
    ['"from":"2022-11-07"', '"from":"2022-11-31"'],
    ['"name":"Place 7"', '"name":" "'],
    ['"lat":', '"lat":9'],
    ['"lon":', '"long":'],
  ];
  const passed = { ours: [], hand: [] };
  for (const way of ["ours", "hand"]) {
    for (const [right, wrong] of spoilt) {
      const text = json.replace(right, wrong);
      if (text == json || !faults[way](text)) passed[way].push(wrong);
    }
  }
  const times = { ours: [], hand: [] };
  for (let round = -5; round < rounds; round++) {
    for (const way of round % 2 ? ["ours", "hand"] : ["hand", "ours"]) {
      const began = performance.now();
      ways[way](json);
      const took = performance.now() - began;
      if (round >= 0) times[way].push(took);
      await new Promise((done) => setTimeout(done));
    }
  }
  return { good, passed, times };
}

// The script that runs in a sheet (examples/push/sheet.gs), with a stand-in for what Google gives to such scripts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const SCRIPT = readFileSync(new URL("../examples/push/sheet.gs", import.meta.url), "utf8");

/** A sheet with these cells, the answers of the server, and what was sent. */
function sheet(rows, answers) {
  const properties = { ADDRESS: "https://cdn.example.org/results.csv", TOKEN: "secret" };
  const sent = [];
  const range = { getDisplayValues: () => rows };
  const context = {
    PropertiesService: {
      getScriptProperties: () => ({ getProperty: (key) => properties[key] ?? null, setProperty: (key, value) => (properties[key] = value) }),
    },
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSheets: () => [{ getDataRange: () => range }] }) },
    UrlFetchApp: {
      fetch(address, options) {
        sent.push({ address, ...options });
        return { getResponseCode: () => answers.shift() ?? 200 };
      },
    },
  };
  runInNewContext(SCRIPT, context);
  return { push: context.push, sent, rows };
}

test("the sheet's script sends cells as they are shown, once for each change", () => {
  const { push, sent, rows } = sheet([["name", "votes"], ['Ada "North", MP', "over 81%"]], []);
  push();
  push();
  assert.equal(sent.length, 1);
  assert.equal(sent[0].payload, 'name,votes\n"Ada ""North"", MP",over 81%\n');
  assert.equal(sent[0].method, "put");
  assert.equal(sent[0].headers.Authorization, "Bearer secret");
  rows[1][1] = "over 82%";
  push();
  assert.equal(sent.length, 2);
});

test("a table that did not arrive is sent again", () => {
  const { push, sent } = sheet([["name"]], [503]);
  assert.throws(push, /the server answered 503/);
  push();
  assert.equal(sent.length, 2);
});

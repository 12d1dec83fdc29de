// The README's promises, and the tests that docs/promises.md names for each: those tests exist.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const read = (path) => readFileSync(join(ROOT, path), "utf8");

/** The rows of the table: a promise (empty if it is that of the row before), a file and the name of a test in it. */
const rows = read("docs/promises.md")
  .split("\n")
  .filter((line) => /^\| (\*\*|\|)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, promise, , file, name]) => ({
    promise: promise.replaceAll("**", ""),
    file: file.split(" ")[0],
    name: name.slice(1, -1),
  }));

/** Returns true if the text of a file has a test whose name ends so. */
function hasTest(text, name, isRust) {
  if (isRust) return new RegExp(`#\\[test\\]\\s+fn ${name}\\(`).test(text);
  return text.split("\n").some((line) => /^\s*(test|feed)\(["'`]/.test(line) && [`${name}",`, `${name}\`,`].some((end) => line.includes(end)));
}

test("each test that docs/promises.md names exists", () => {
  assert.ok(rows.length >= 20, "the table is read");
  for (const { file, name } of rows) {
    assert.ok(existsSync(join(ROOT, file)), `${file} is not there`);
    assert.ok(hasTest(read(file), name, file.endsWith(".rs")), `${file} has no test “${name}”`);
  }
});

test("each promise of the README has tests, and each with tests is in the README", () => {
  const [, section] = read("README.md").split("## Promises\n");
  const promised = [...section.split("\n## ")[0].matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, promise]) => promise);
  assert.deepEqual(promised, rows.map(({ promise }) => promise).filter(Boolean));
});

test("a test that was renamed would be found", () => {
  assert.equal(hasTest('test("a page loads", () => {});', "a page loads", false), true);
  assert.equal(hasTest('// test("a page loads", () => {});', "a page loads", false), false);
  assert.equal(hasTest('test("a page loads twice", () => {});', "a page loads", false), false);
  assert.equal(hasTest("#[test]\nfn it_loads() {}", "it_loads", true), true);
  assert.equal(hasTest("fn it_loads() {}", "it_loads", true), false);
});

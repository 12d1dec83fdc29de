// What the tarball holds, and what Node and TypeScript make of it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { ROOT, TARBALL, TOOLS, VERSION, project, run } from "./project.mjs";

const PACKAGE = `${ROOT}target/npm/`;
const GOLDEN = new URL("contents.txt", import.meta.url);
const manifest = JSON.parse(readFileSync(`${PACKAGE}package.json`));
// Scripts that a bundler or Node may import, by the name that people write.
const ENTRIES = Object.entries(manifest.exports)
  .filter(([name, target]) => typeof target == "object" && !name.includes("*"))
  .map(([name]) => name.replace(/^\./, "election-widgets"));

test("the tarball holds the files that are listed in contents.txt, and no others", () => {
  const listed = run(ROOT, "tar", "-tzf", TARBALL).trim().split("\n").map((path) => path.replace("package/", "")).sort();
  const text = `${listed.join("\n")}\n`;
  if (process.env.ELECTION_WIDGETS_WRITE) writeFileSync(GOLDEN, text);
  assert.equal(text, readFileSync(GOLDEN, "utf8"), "the tarball has other files: run `ELECTION_WIDGETS_WRITE=1 node --test tests/package/entries.test.mjs`, and read the difference");
});

test("the zip holds the same files as the tarball", () => {
  const python = `import zipfile,sys; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))`;
  const listed = run(ROOT, "python3", "-c", python, TARBALL.replace(".tgz", ".zip")).trim().split("\n");
  assert.equal(`${listed.map((path) => path.replace(`election-widgets-${VERSION}/`, "")).sort().join("\n")}\n`, readFileSync(GOLDEN, "utf8"));
});

test("integrity.json has the digest and the size of each file that a page can load", () => {
  const { version, files } = JSON.parse(readFileSync(`${PACKAGE}integrity.json`));
  assert.equal(version, VERSION);
  for (const [path, { bytes, integrity }] of Object.entries(files)) {
    const content = readFileSync(PACKAGE + path);
    assert.equal(content.length, bytes, path);
    assert.equal(integrity, `sha384-${createHash("sha384").update(content).digest("base64")}`, path);
  }
  const fetched = readdirSync(`${PACKAGE}files`, { recursive: true }).map((path) => `files/${path}`).filter((path) => statSync(PACKAGE + path).isFile());
  assert.deepEqual(fetched.filter((path) => !files[path]), []);
});

test("files.js names every file of files/ by a literal address, and only files that are there", () => {
  const text = readFileSync(`${PACKAGE}files.js`, "utf8");
  const named = [...text.matchAll(/(?:new URL|import)\("\.\/(files\/[^"]+)"/g)].map(([, path]) => path).sort();
  const there = Object.keys(JSON.parse(readFileSync(`${PACKAGE}integrity.json`)).files);
  assert.deepEqual(named, there.filter((path) => path.startsWith("files/") && path != "files/election-widgets.js").sort());
});

test("no other module of the package knows where files are", () => {
  const knowing = readdirSync(PACKAGE, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".js") && readFileSync(PACKAGE + path, "utf8").includes("import.meta.url"));
  // The element script for pages without a bundler, and the command.
  assert.deepEqual(knowing.sort(), ["cli.js", "files.js", "files/election-widgets.js", "server/files.js"]);
});

test("editors know every attribute that the elements watch, and the events", () => {
  const declared = JSON.parse(readFileSync(`${PACKAGE}custom-elements.json`)).modules.flatMap(({ declarations }) => declarations);
  const [, list] = readFileSync(`${PACKAGE}index.js`, "utf8").match(/observedAttributes = "([^"]*)"/);
  const known = new Set(declared.flatMap(({ attributes }) => attributes.map(({ name }) => name)));
  assert.deepEqual([...known].sort(), list.split(" ").sort());
  const events = ["widget-ready", "widget-update", "widget-error", "widget-select"];
  for (const { tagName, attributes, events: own } of declared) {
    assert.deepEqual(own.map(({ name }) => name), events);
    const html = JSON.parse(readFileSync(`${PACKAGE}vscode.html-custom-data.json`)).tags.find(({ name }) => name == tagName);
    const web = JSON.parse(readFileSync(`${PACKAGE}web-types.json`)).contributions.html.elements.find(({ name }) => name == tagName);
    for (const { name } of attributes) {
      assert.ok(html.attributes.some((one) => one.name == name), `VS Code lacks ${name} of ${tagName}`);
      assert.ok(web.attributes.some((one) => one.name == name), `web-types lack ${name} of ${tagName}`);
    }
  }
});

test("publint finds nothing", () => {
  assert.match(run(ROOT, `${TOOLS}publint`, "run", PACKAGE, "--strict"), /All good/);
});

test("are-the-types-wrong finds nothing in any entry", () => {
  // It ends with an error if it finds something. The package is for `import` only.
  const found = run(ROOT, `${TOOLS}attw`, TARBALL, "--profile", "esm-only", "--no-color");
  for (const entry of ENTRIES) assert.ok(found.includes(`"${entry}"`), `${entry} was not looked at`);
});

const EACH = `
  const before = Object.getOwnPropertyNames(globalThis).join();
  for (const name of ${JSON.stringify(ENTRIES)}) await import(name);
  const { ResultsChart, define, validate } = await import("election-widgets");
  define();
  const refused = await validate("results-chart", {}).catch(({ message }) => message);
  if (!/needs a browser.*npx election-widgets validate/.test(refused)) throw new Error(refused);
  for (const options of [{ prefix: "1-" }, { prefix: "Ew-" }, { tags: ["pie-chart"] }]) {
    try {
      define(options);
    } catch ({ message }) {
      if (message.includes(JSON.stringify(Object.values(options).flat()[0]))) continue;
    }
    throw new Error("define took " + JSON.stringify(options));
  }
  const after = Object.getOwnPropertyNames(globalThis).join();
  if (before != after) throw new Error("importing changed globalThis");
  if (ResultsChart.tag != "results-chart") throw new Error("no class");
`;
const RENDER = `
  import { readFileSync } from "node:fs";
  import { renderToString } from "election-widgets/server";
  import schema from "election-widgets/schema/results-chart.json" with { type: "json" };
  const data = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const map = JSON.parse(readFileSync(process.argv[3], "utf8"));
  if (!schema.$ref) throw new Error("no schema");
  console.log(renderToString("results-chart", data, { lang: "ru" }) + renderToString("observer-map", map));
`;

test("Node imports each entry without any effect, and renders on the server", () => {
  const folder = project("node", { "each.mjs": EACH, "render.mjs": RENDER });
  // The first Node is the one that runs this; others by NODES, as `make test-frameworks` has them.
  for (const node of [process.execPath, ...(process.env.NODES ?? "").split(":").filter(Boolean)]) {
    run(folder, node, "each.mjs");
    const html = run(folder, node, "render.mjs", `${ROOT}www/data/kazakhstan-2022.json`, `${ROOT}www/data/made-up-observers.json`);
    assert.match(html, /более 81/);
    assert.match(html, /ew-map-picture/);
  }
});

const TYPED = `
  import "election-widgets/auto";
  import { type Alliances, type Results, ResultsChart, configure, define, mount, validate } from "election-widgets";
  import { renderToString } from "election-widgets/server";
  import electionWidgets from "election-widgets/vite";
  define({ prefix: "ew-", tags: ["results-chart"] });
  configure({ base: "/ew/" });
  // @ts-expect-error: no such setting
  configure({ bases: "/ew/" });
  // @ts-expect-error: no such widget
  define({ tags: ["pie-chart"] });
  const chart: ResultsChart = document.createElement("results-chart");
  declare const results: Results;
  chart.data = results;
  // @ts-expect-error: a number is no document
  chart.data = 1;
  chart.addEventListener("widget-select", ({ detail }) => detail.option?.toUpperCase());
  class Mine extends ResultsChart {}
  mount("main", "results-chart", results).update(results);
  const grid: Alliances["memberships"] = { a: { "dialogue-partner": ["AZ"] } };
  const html: string = renderToString("results-chart", results, { lang: "en", static: "cms" });
  // @ts-expect-error: no such form of plain HTML
  renderToString("results-chart", results, { static: "amp" });
  validate("results-chart", html).then(({ errors }) => errors[0].path);
  export { Mine, electionWidgets, grid };
`;

test("TypeScript reads the types in each way of resolving modules, and finds mistakes", () => {
  const compilerOptions = { noEmit: true, strict: true, target: "es2022", lib: ["es2022", "dom"], types: [] };
  const folder = project("types", { "typed.ts": TYPED, "tsconfig.json": JSON.stringify({ compilerOptions, files: ["typed.ts"] }) });
  run(folder, `${TOOLS}tsc`, "--module", "nodenext");
  run(folder, `${TOOLS}tsc`, "--module", "esnext", "--moduleResolution", "bundler");
});

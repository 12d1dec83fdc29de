// The scripts in www/ import each other without cycles. Lazy imports count too.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const WWW = new URL("../www/", import.meta.url);
const COMMENTS = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm;
const IMPORTS = /(?:\bfrom|\bimport)\s*\(?\s*"\.\/([^"]+)"/g;

const withoutComments = (text) => text.replace(COMMENTS, "");
// The element script and those that it loads call each other through www/files.js.
const LOADS = /\bfiles\.load\("([a-z-]+)"\)/g;
const importsOf = (text) => {
  const code = withoutComments(text);
  const lazy = [...code.matchAll(LOADS)].map(([, name]) => `election-widgets-${name}.js`);
  return [...[...code.matchAll(IMPORTS)].map(([, name]) => name), ...lazy];
};

const sources = new Map(
  readdirSync(WWW)
    .filter((name) => name.endsWith(".js"))
    .map((name) => [name, readFileSync(new URL(name, WWW), "utf8")]),
);
const graph = new Map([...sources].map(([name, text]) => [name, importsOf(text)]));

/** Returns the first cycle below `path`, as the names along it. */
function cycleFrom(graph, path) {
  for (const name of graph.get(path.at(-1)) ?? []) {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    const cycle = cycleFrom(graph, [...path, name]);
    if (cycle) return cycle;
  }
}

const cycleIn = (graph) => [...graph.keys()].map((name) => cycleFrom(graph, [name])).find(Boolean);

/** Returns the names of all modules that a module reaches. */
function reachable(graph, name, found = new Set()) {
  for (const next of graph.get(name)) {
    if (!found.has(next)) reachable(graph, next, found.add(next));
  }
  return found;
}

/** Returns the names of all modules that esbuild puts into the same file. */
function reachableStatically(name, found = new Set()) {
  for (const [, next] of withoutComments(sources.get(name)).matchAll(IMPORTS)) {
    if (!found.has(next)) reachableStatically(next, found.add(next));
  }
  return found;
}

test("imports are found: static, lazy and of a re-export, but none in comments", () => {
  const text = `import { a } from "./a.js";
    import "./b.js";
    export { c } from "./c.js";
    const load = () => import("./d.js");
    const lazy = () => files.load("e");
    // import "./e.js";
    /** @type {import("./f.js").F} */`;
  assert.deepEqual(importsOf(text), ["a.js", "b.js", "c.js", "d.js", "election-widgets-e.js"]);
});

test("a cycle is found", () => {
  const graph = new Map([["a", ["b"]], ["b", ["c", "d"]], ["c", []], ["d", ["b"]]]);
  assert.deepEqual(cycleIn(graph), ["b", "d", "b"]);
});

test("no module of www/ imports itself, directly or through others", () => {
  assert.equal(cycleIn(graph)?.join(" -> "), undefined);
});

test("every import of www/ names a module that is there, and the element script reaches all of them", () => {
  for (const [name, imports] of graph) {
    for (const wanted of imports) assert.ok(sources.has(wanted), `${name} imports ${wanted}`);
  }
  const types = "element-state.js";
  const reached = [...reachable(graph, "election-widgets.js"), "election-widgets.js", types];
  assert.deepEqual(reached.sort(), [...sources.keys()].sort());
});

test("only the element script knows where the files are, so that `configure` moves all of them", () => {
  const knowing = [...sources].filter(([, text]) => withoutComments(text).includes("import.meta")).map(([name]) => name);
  assert.deepEqual(knowing, ["files.js"]);
  for (const name of sources.keys()) {
    if (!/^election-widgets-/.test(name)) continue;
    assert.ok(!reachableStatically(name).has("files.js"), `${name} has a copy of files.js`);
  }
});

test("only one module registers elements", () => {
  const registering = [...sources].filter(([, text]) => withoutComments(text).includes("customElements.define"));
  assert.deepEqual(registering.map(([name]) => name), ["define.js"]);
});

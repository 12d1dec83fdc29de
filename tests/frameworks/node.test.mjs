// The package in Node 22 too; `make test` runs it in the Node that runs the tests.
import { join } from "node:path";
import { test } from "node:test";
import { ROOT, project, run } from "../package/project.mjs";
import { timed } from "./app.mjs";

test("Node 22 imports each entry without any effect, and renders on the server", async (context) => {
  // The npm package `node` holds the program.
  const folder = await timed(context, "install", () => project("node22", {}, { dependencies: { node: "22.23.3" } }));
  process.env.NODES = join(folder, "node_modules/node/bin/node");
  run(folder, process.env.NODES, "-e", "if (!process.version.startsWith('v22.')) process.exit(1)");
  run(ROOT, process.execPath, "--test", "--test-name-pattern", "Node imports", "tests/package/entries.test.mjs");
});

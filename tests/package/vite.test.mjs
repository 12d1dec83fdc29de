// A bundler that follows addresses, as most do. More of them: `make test-frameworks`.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch } from "../e2e/browser.mjs";
import { BODY, ROUTES, project, run, serveFolder, showsNewData } from "./project.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("Vite 8 with the plugin carries every file of the package, and the page works under a strict policy", async () => {
  const folder = project(
    "vite",
    {
      "index.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><script type="module" src="/app.js"></script>${BODY}</html>`,
      "app.js": `import "election-widgets/results-chart";`,
      "vite.config.js": `import electionWidgets from "election-widgets/vite";\nexport default { plugins: [electionWidgets()], logLevel: "warn" };`,
    },
    { dependencies: { vite: "8.4.0" } },
  );
  // The page's own classic script is the server's.
  assert.doesNotMatch(run(folder, "npx", "vite", "build").replace(/.*\/page\.js.*/g, ""), /warn|can't be bundled/i);
  const written = readdirSync(`${folder}/dist/assets`);
  const shipped = readdirSync(`${folder}/node_modules/election-widgets/files`, { recursive: true }).map(String).filter((path) => /\.(wasm|css|txt|json)$/.test(path));
  for (const path of shipped) {
    const [name, ending] = path.split("/").at(-1).split(/\.(?=[a-z]+$)/);
    assert.ok(written.some((file) => file.startsWith(`${name}-`) && file.endsWith(`.${ending}`)), `${path} is not among ${written}`);
  }
  const server = await serveFolder(`${folder}/dist`, { routes: ROUTES });
  try {
    await showsNewData(browser, server.url("/"));
  } finally {
    await server.close();
  }
});

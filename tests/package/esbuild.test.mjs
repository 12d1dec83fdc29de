// esbuild follows no addresses: the command copies the files, and `configure` names their folder.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, withPage } from "../e2e/browser.mjs";
import { BODY, ROOT, ROUTES, project, run, serveFolder, showsNewData } from "./project.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><script type="module" src="app.js"></script>${BODY}</html>`;
const app = (base) => `import { configure, define } from "election-widgets";
configure({ base: "${base}" });
define({ tags: ["results-chart"] });`;

function built(base) {
  const folder = project("esbuild", { "app.js": app(base), "site/index.html": HTML });
  run(folder, "npx", "election-widgets", "copy", "site/ew");
  run(folder, `${ROOT}tests/node_modules/.bin/esbuild`, "app.js", "--bundle", "--minify", "--format=esm", "--outfile=site/app.js");
  return `${folder}/site`;
}

test("a bundle of esbuild finds the copied files, in a folder of the site", async () => {
  const server = await serveFolder(built("ew"), { path: "/news/assets/", routes: ROUTES });
  try {
    await showsNewData(browser, server.url("/news/assets/"));
    assert.ok(server.requests.includes("/news/assets/ew/election-widgets-results_bg.wasm"));
  } finally {
    await server.close();
  }
});

test("a wrong base is reported with the file and the place where it is not, and the fallback stays", async () => {
  const server = await serveFolder(built("/nowhere"), { routes: ROUTES });
  try {
    const expected = [/404|failed: /, /can't run here: election-widgets-(interactive|results)\.js could not be loaded from http:.*\/nowhere\/election-widgets-\1\.js/];
    await withPage(browser, { expected }, async (page) => {
      await page.goto(server.url("/"));
      await page.waitForFunction(() => window.widgetEvents.some(({ type }) => type == "widget-error"));
      assert.equal(await page.getByText("The fallback").isVisible(), true);
    });
  } finally {
    await server.close();
  }
});

// A Next.js app: a chart that the browser draws, and one that the server draws.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, withPage } from "../e2e/browser.mjs";
import { freePort } from "../e2e/server.mjs";
import { run, showsNewData } from "../package/project.mjs";
import { app, timed, withServer } from "./app.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("Next.js 16 builds with the tarball, hydrates without a mismatch, and renders charts on the server", async (context) => {
  const folder = await timed(context, "install", () => app("next"));
  await timed(context, "build", () => run(folder, "npx", "next", "build"));
  const port = String(await freePort());
  await timed(context, "pages", () =>
    withServer(folder, ["npx", "next", "start", "--hostname", "127.0.0.1", "--port", port], async (url) => {
      await showsNewData(browser, `${url}/`);
      await showsNewData(browser, `${url}/prerendered`);
      const html = await (await fetch(`${url}/prerendered`)).text();
      assert.match(html, /<results-chart lang="en"><template shadowrootmode="open">/);
      // Without scripts the chart that the server drew can be read.
      const expected = [/^failed: .*\/_next\/static\//];
      await withPage(browser, { javaScriptEnabled: false, expected }, async (page) => {
        await page.goto(`${url}/prerendered`);
        await page.locator(".ew").getByText("over 81%").locator("visible=true").first().waitFor();
      });
    }),
  );
});

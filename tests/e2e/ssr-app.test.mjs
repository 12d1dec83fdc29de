// The leptos_axum example: the server's HTML holds the chart, and the browser makes the same nodes interactive.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, withPage } from "./browser.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? `${root}target`;
const program = `${target}/debug/ssr-app`;

let server;
let browser;
let url;

before(async () => {
  assert.ok(existsSync(program), "run scripts/build-ssr-app.sh first, as `make test` does");
  const leptos = { LEPTOS_OUTPUT_NAME: "ssr-app", LEPTOS_SITE_ROOT: `${target}/site`, LEPTOS_SITE_PKG_DIR: "pkg", LEPTOS_SITE_ADDR: "127.0.0.1:0" };
  server = spawn(program, { env: { ...process.env, ...leptos }, stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  for await (const chunk of server.stdout) {
    out += chunk;
    url = out.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
    if (url) break;
  }
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.kill();
});

test("the server's HTML holds the chart with the app's attributes", async () => {
  const html = await (await fetch(url)).text();
  assert.match(html, /over 81%/);
  const [start] = html.match(/<div[^>]*id="chart"[^>]*>/) ?? [];
  assert.match(start, /class="ew wide"/);
  assert.match(html, /<style>[^<]*\.ew-bar/);
});

test("a click on the server's chart selects the option, in the nodes that the server sent", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(url);
    await page.evaluate(() => {
      window.row = document.querySelector("#chart details");
    });
    // Hydration has no event of its own: the click is repeated until the app answers.
    for (let tries = 0; tries < 100; tries++) {
      await page.click("#chart summary");
      await page.waitForTimeout(100);
      if (await page.textContent("#selected")) break;
    }
    assert.equal(await page.textContent("#selected"), "tokayev");
    assert.ok(await page.evaluate(() => window.row.isConnected && window.row === document.querySelector("#chart details")));
    assert.equal(await page.getAttribute("#chart", "class"), "ew wide");
  }));

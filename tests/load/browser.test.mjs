// A real browser follows a document of a real nginx. It needs dist/ (`make build`) and Chromium (`make setup`).
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Nginx } from "./nginx.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const DATA = "/data/night.json";
const skip = existsSync(`${DIST}election-widgets.js`) ? false : "dist/ is not there: run `make build` before";
const edition = (file) => readFileSync(new URL(`../../examples/night/${file}`, import.meta.url), "utf8");
const PAGE = `<!doctype html><html lang="en"><title>Night</title><link rel="icon" href="data:,">
<script type="module" src="/ew/0.1.0/election-widgets.js"></script><results-chart src="${DATA}" refresh="5"></results-chart></html>`;

let browser;
/** @type {Nginx} */
let nginx;
before(async () => {
  if (skip) return;
  const { launch } = await import("../e2e/browser.mjs");
  [browser, nginx] = await Promise.all([launch(), Nginx.start()]);
  nginx.copy(DIST, "ew/0.1.0");
  nginx.write("index.html", PAGE);
});
after(async () => {
  await browser?.close();
  await nginx?.end();
});

const statuses = () => nginx.answers.filter(({ path }) => path == DATA).map(({ status }) => status);
const shown = (page) => page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelector("figure").textContent);

async function until(holds) {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((done) => setTimeout(done, 100))) {
    assert.ok(Date.now() < end, `${holds}`);
  }
}

test("a browser asks nginx whether the data changed, keeps its picture through an outage and a pause, and gets the newest", { skip }, async () => {
  nginx.write(DATA, edition("03-wrong-figure.json"));
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${nginx.port}/`);
  await until(() => statuses().length >= 3);
  assert.deepEqual(statuses().slice(0, 3), [200, 304, 304]);

  nginx.write(DATA, edition("04-corrected.json"));
  await until(async () => (await shown(page)).includes("91,377"));

  await nginx.stop();
  await new Promise((done) => setTimeout(done, 8_000));
  assert.match(await shown(page), /91,377/);
  nginx.write(DATA, edition("05-lead-changes.json"));
  await nginx.run();
  await until(async () => (await shown(page)).includes("Mila Arda leads"));

  nginx.write("pause", "");
  await until(() => statuses().at(-1) == 503);
  await new Promise((done) => setTimeout(done, 15_000));
  assert.equal(statuses().filter((status) => status == 503).length, 1, "the browser waits as long as it is asked to");
  assert.match(await shown(page), /Mila Arda leads/);

  const unchanged = nginx.answers.filter(({ status, path }) => status == 304 && path == DATA);
  const code = nginx.answers.filter(({ path }) => path.startsWith("/ew/"));
  const bytes = (list) => list.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`  Chromium: ${unchanged[0].asked} bytes of a request, ${unchanged[0].bytes} of a 304; ${code.length} files of code, ${(bytes(code) / 1000).toFixed(1)} kB with gzip`);
});

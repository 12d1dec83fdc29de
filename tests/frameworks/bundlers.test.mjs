// Apps that install the tarball: typed, in development and built, under a strict policy.
import assert from "node:assert/strict";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch } from "../e2e/browser.mjs";
import { freePort } from "../e2e/server.mjs";
import { BODY, POLICY, ROUTES, run, serveFolder, showsNewData } from "../package/project.mjs";
import { app, keepsPromises, strict, timed, withServer } from "./app.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// Svelte and Vue make a policy of their own for templates. webpack loads its chunks by script elements.
const WITHOUT_TRUSTED_TYPES = POLICY.replace(/; require-trusted.*/, "");

const VITE = {
  "vite8-react": { check: ["npx", "tsc"], policy: POLICY },
  "vite7-vue": { check: ["npx", "vue-tsc"], policy: WITHOUT_TRUSTED_TYPES, mistake: ["Mistake.vue", `<template><results-chart order="sideways" /></template>`] },
  "vite8-svelte": { check: ["npx", "svelte-check"], policy: WITHOUT_TRUSTED_TYPES, mistake: ["Mistake.svelte", `<script lang="ts"></script><results-chart order="sideways"></results-chart>`] },
};

for (const [name, { check, policy, mistake }] of Object.entries(VITE)) {
  test(`${name}: types, development and build`, async (context) => {
    const folder = await timed(context, "install", () => app(name));
    await timed(context, check[1], () => run(folder, ...check));
    if (mistake) {
      const [file, text] = mistake;
      writeFileSync(`${folder}/src/${file}`, text);
      assert.throws(() => run(folder, ...check), /sideways/);
      rmSync(`${folder}/src/${file}`);
    }
    const port = String(await freePort());
    await timed(context, "development", () =>
      withServer(folder, ["npx", "vite", "--host", "127.0.0.1", "--port", port, "--strictPort", "--force"], async (url) => {
        await showsNewData(browser, url);
        await keepsPromises(browser, url);
      }),
    );
    await timed(context, "build", () => run(folder, "npx", "vite", "build"));
    assert.ok(readdirSync(`${folder}/dist/assets`).some((file) => file.endsWith(".wasm")), "Vite carries the files");
    await timed(context, "page", () => strict(browser, `${folder}/dist`, { policy }));
  });
}

test("Vite 8 without the plugin builds too, for a folder of the site, where the policy allows data: addresses", async (context) => {
  const folder = await timed(context, "install", () => app("vite8-react"));
  writeFileSync(`${folder}/bare.config.ts`, `import react from "@vitejs/plugin-react";\nexport default { plugins: [react()] };`);
  run(folder, "npx", "vite", "build", "--config", "bare.config.ts", "--base", "/news/assets/", "--outDir", "sub");
  const policy = POLICY.replace("connect-src 'self'", "connect-src 'self' data:");
  await timed(context, "page", () => strict(browser, `${folder}/sub`, { path: "/news/assets/", policy }));
});

test("webpack 5 carries the files in a folder of the site, and warns of nothing", async (context) => {
  const folder = await timed(context, "install", () => app("webpack"));
  const said = await timed(context, "build", () => run(folder, "npx", "webpack"));
  assert.doesNotMatch(said.replace(/^WARNING in (asset|entrypoint|webpack performance)[^]*?\n\n/gm, ""), /Critical dependency|WARNING in \.\//);
  writeFileSync(`${folder}/site/index.html`, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><script type="module" src="/news/assets/main.js"></script>${BODY}</html>`);
  const server = await serveFolder(`${folder}/site`, { policy: WITHOUT_TRUSTED_TYPES, routes: ROUTES });
  try {
    await showsNewData(browser, server.url("/"));
    assert.ok(server.requests.some((path) => /^\/news\/assets\/\w+\.wasm$/.test(path)));
  } finally {
    await server.close();
  }
});

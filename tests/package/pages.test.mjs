// Pages without a bundler: copied files, another origin with digests, one file with everything.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, withPage } from "../e2e/browser.mjs";
import { serve } from "../e2e/server.mjs";
import { BODY, POLICY, ROOT, ROUTES, project, run, serveFolder, showsNewData } from "./project.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const page = (head, body = BODY) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title>${head}${body}</html>`;

async function served(folder, options, use) {
  const server = await serveFolder(folder, options);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

test("the command copies the files, and a plain page loads its script from there", async () => {
  const folder = project("plain", { "site/news/index.html": page(`<script type="module" src="/static/ew/election-widgets.js"></script>`) });
  const said = run(folder, "npx", "election-widgets", "copy", "site/static/ew");
  assert.match(said, /Copied to site\/static\/ew/);
  await served(`${folder}/site`, { routes: ROUTES }, async (server) => {
    await showsNewData(browser, server.url("/news/"));
    assert.ok(server.requests.includes("/static/ew/election-widgets-first-paint-results.wasm"));
  });
});

test("the command refuses to copy to a file or without a folder, and says how to write it", () => {
  const folder = project("plain", { "a-file": "" });
  assert.throws(() => run(folder, "npx", "election-widgets", "copy"), /error: expected one folder, found nothing \(write: election-widgets copy public\/ew\)/);
  assert.throws(() => run(folder, "npx", "election-widgets", "copy", "a-file"), /error: a-file: is a file, expected a folder/);
  assert.throws(() => run(folder, "npx", "election-widgets", "integrity", "ew"), /error: expected the address of the folder files\/, found ew \(write: election-widgets integrity \/ew\/\)/);
});

test("one file with everything works alone, with a map and in Russian, also below a page's <base>", async () => {
  const folder = project("inline", {
    "site/index.html": page(`<base href="/elsewhere/"><script type="module" src="/inline.js"></script>`, `${BODY}<observer-map lang="ru" src="/map.json"></observer-map>`),
  });
  const routes = {
    ...ROUTES,
    "/inline.js": { body: readFileSync(`${folder}/node_modules/election-widgets/inline.js`) },
    "/map.json": { body: readFileSync(`${ROOT}www/data/made-up-observers.json`) },
  };
  await served(`${folder}/site`, { routes }, async (server) => {
    await showsNewData(browser, server.url("/"));
    await withPage(browser, {}, async (page) => {
      await page.goto(server.url("/"));
      await page.waitForFunction(() => document.querySelector("observer-map").shadowRoot?.querySelector("svg path"));
      assert.match(await page.$eval("observer-map", ({ shadowRoot }) => shadowRoot.textContent), /наблюдател/i);
    });
    // The browser asks for an icon, too, once.
    const asked = new Set(server.requests.filter((path) => path != "/favicon.ico"));
    assert.deepEqual([...asked].sort(), ["/", "/data.json", "/inline.js", "/map.json", "/newer.json", "/page.js"]);
  });
});

/** Serves the package as a CDN does, and a page of another origin with the lines that the command prints for it. */
async function withCdn({ change = (path, body) => body }, use) {
  const folder = `${project("cdn")}/node_modules/election-widgets`;
  const { files } = JSON.parse(readFileSync(`${folder}/integrity.json`));
  const base = "/npm/election-widgets@1/";
  const routes = Object.fromEntries(Object.keys(files).map((path) => [base + path, { body: change(path, readFileSync(`${folder}/${path}`)) }]));
  const cdn = await serve({ folder, routes, allHeaders: { "access-control-allow-origin": "*", "x-content-type-options": "nosniff" } });
  const origin = cdn.url("");
  const head = run(`${folder}/../..`, "npx", "election-widgets", "integrity", cdn.url(`${base}files`));
  const [, map] = head.match(/<script type="importmap">([^]*?)<\/script>/);
  const hash = createHash("sha256").update(map).digest("base64");
  const policy = POLICY.replace("script-src 'self'", `script-src 'self' ${origin} 'sha256-${hash}'`).replace("connect-src 'self'", `connect-src 'self' ${origin}`);
  try {
    await served(folder, { policy, routes: { ...ROUTES, "/page": { body: page(head) } } }, (server) => use(server.url("/page"), cdn));
  } finally {
    await cdn.close();
  }
}

test("another origin serves the files, each checked by its digest", () =>
  withCdn({}, async (url, cdn) => {
    await showsNewData(browser, url);
    assert.ok(cdn.requests.some((path) => path.endsWith("files/election-widgets-results_bg.wasm")));
  }));

test("a script that was changed on another origin is refused, and the fallback stays", () => {
  const change = (path, body) => (/(interactive|first-paint)\.js$/.test(path) ? Buffer.concat([body, Buffer.from("//")]) : body);
  const expected = [/Failed to find a valid digest|integrity/, /can't run here/];
  return withCdn({ change }, (url) =>
    withPage(browser, { expected }, async (page) => {
      await page.goto(url);
      await page.waitForFunction(() => window.widgetEvents.some(({ type }) => type == "widget-error"));
      assert.equal(await page.getByText("The fallback").isVisible(), true);
    }),
  );
});

test("a worker without a document imports the module", async () => {
  const folder = project("worker", {
    "site/index.html": page("", `<script type="module" src="/start.js"></script><p id="heard"></p>`),
    "site/start.js": `new Worker("/worker.js", { type: "module" }).onmessage = ({ data }) => heard.append(data);`,
    "site/worker.js": `import { ResultsChart, define } from "/ew/index.js"; define(); postMessage(ResultsChart.tag);`,
  });
  // A worker has its own policy, and is made without Trusted Types.
  const policy = POLICY.replace(/; require-trusted.*/, "");
  const ew = (name) => [`/ew/${name}`, { body: readFileSync(`${folder}/node_modules/election-widgets/${name}`) }];
  await served(`${folder}/site`, { policy, routes: { ...ROUTES, ...Object.fromEntries(["index.js", "files.js"].map(ew)) } }, (server) =>
    withPage(browser, {}, async (page) => {
      await page.goto(server.url("/"));
      await page.getByText("results-chart").waitFor();
    }),
  );
});

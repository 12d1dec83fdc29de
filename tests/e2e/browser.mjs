// Headless Chromium, and pages in which any console error, exception or failed request is a
// failure unless the test says that it expects one.
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const SHOTS = fileURLToPath(new URL("../shots/", import.meta.url));

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function options(more = []) {
  const executablePath = process.env.CHROMIUM ?? PLACES.find(existsSync);
  assert.ok(executablePath, "Chromium is missing: run `make setup`");
  return { executablePath, args: [...ARGUMENTS, ...more] };
}

export const launch = () => chromium.launch(options());

/** The same, without what works beside the page to be measured: a renderer kept ready for the next page, an address bar
 * that is a page too. */
export async function launchQuiet() {
  // Of this argument only the last one counts, so it has to say again what Playwright says.
  const server = await chromium.launchServer(options());
  const known = server.process().spawnargs.find((argument) => argument.startsWith("--disable-features="));
  await server.close();
  assert.ok(known, "Playwright turns features off by one argument");
  return chromium.launch(options([`${known},SpareRendererForSitePerProcess,WebUIOmniboxPopup`]));
}

/** What goes wrong in a page, as it comes: errors on its console, exceptions, requests that fail. */
export function complaintsOf(page) {
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() == "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  return complaints;
}

/** Runs `use` with a page. What goes wrong in it must match `expected`, each of which must happen. */
export async function withPage(browser, { expected = [], ...options }, use) {
  const context = await browser.newContext({ viewport: { width: 640, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  // The events of all widgets, from before they load.
  await page.addInitScript(() => {
    window.widgetEvents = [];
    for (const name of ["widget-ready", "widget-update", "widget-error", "widget-select"]) {
      addEventListener(name, ({ type, detail, target }) => window.widgetEvents.push({ type, detail, id: target.id }), true);
    }
  });
  try {
    await use(page);
    for (const complaint of complaints) {
      assert.ok(expected.some((pattern) => pattern.test(complaint)), `the page complained: ${complaint}`);
    }
    for (const pattern of expected) {
      assert.ok(complaints.some((complaint) => pattern.test(complaint)), `no complaint matches ${pattern}`);
    }
  } finally {
    await context.close();
  }
}

/** Waits until the page's widgets have dispatched `count` events of this type. */
export async function waitForEvents(page, type, count = 1) {
  await page.waitForFunction(
    ([type, count]) => window.widgetEvents.filter((event) => event.type == type).length >= count,
    [type, count],
  );
  return page.evaluate((type) => window.widgetEvents.filter((event) => event.type == type), type);
}

/** A page's HTML around `body`, with the element script. */
export const html = (body, head = "") => ({
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test</title><link rel="icon" href="/site/icon.svg">${head}
<script type="module" src="/election-widgets.js"></script>${body}</html>`,
});

/**
 * Runs `use` with a page of a test's own around `body`, its server, and a function that lists what the page
 * requested beyond itself, its script and its icon.
 */
export async function withBody(browser, { body, head, path = "/page", routes = {}, headers, ...options }, use) {
  const server = await serve({ routes: { "/page": html(body, head), ...routes }, headers });
  const requested = () => server.requests.filter((path) => !/^\/(page|election-widgets\.js|site\/icon\.svg)$/.test(path));
  try {
    await withPage(browser, options, async (page) => {
      await page.goto(server.url(path));
      await use(page, server, requested);
    });
  } finally {
    await server.close();
  }
}

/** Has the interactive bundle hydrate what was painted, as it does when a reader points at it. */
export const hydrate = (page) =>
  page.evaluate(async () => {
    const widgets = [...document.querySelectorAll("results-chart, observer-map, alliance-grid")];
    const isPainted = ({ shadowRoot }) => shadowRoot?.querySelector("[data-hydration-key]");
    for (const widget of widgets.filter(isPainted)) widget.dispatchEvent(new PointerEvent("pointerover"));
    while (widgets.some(isPainted)) await new Promise((done) => setTimeout(done, 5));
  });

/** The same, once the page's first widget is drawn and hydrated. */
export const withWidget = (browser, body, options, use) =>
  withBody(browser, { body, ...options }, async (page, ...rest) => {
    await waitForEvents(page, "widget-ready");
    await hydrate(page);
    await use(page, ...rest);
  });

/** Saves a picture for people to look at. */
export async function shoot(page, name) {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name}.png`, fullPage: true });
}

// Runs before the page: remembers the memories of all programs.
function rememberMemories() {
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await make.apply(WebAssembly, given);
      for (const one of Object.values((made.instance ?? made).exports)) if (one instanceof WebAssembly.Memory) memories.add(one);
      return made;
    };
  }
  window.wasmBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}

/** For the head of a page: `wasmBytes()` returns what the memories of all its programs hold. */
export const COUNTS_WASM = `<script>(${rememberMemories})()</script>`;

// What each app of projects/ is asked to do, in Chromium. All have the same buttons.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { withPage } from "../e2e/browser.mjs";
import { DATA, NEWER, ROUTES, project, serveFolder, showsNewData } from "../package/project.mjs";

const PROJECTS = fileURLToPath(new URL("projects/", import.meta.url));
const ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** Installs the project of this name with the tarball. Returns its folder. */
export const app = (name) =>
  project(name, { "src/data.json": DATA, "src/newer.json": NEWER, "public/favicon.svg": ICON, "public/favicon.ico": ICON }, { from: PROJECTS + name });

/** Runs a step of a test and says how long it took. */
export async function timed(context, name, step) {
  const start = Date.now();
  const result = await step();
  context.diagnostic(`${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/** Runs `use` with the address of a server that a command starts, and ends it. */
export async function withServer(folder, [command, ...args], use) {
  const server = spawn(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], detached: true, env: { ...process.env, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" } });
  let said = "";
  try {
    const url = await new Promise((done, failed) => {
      const hear = (text) => {
        said += text;
        const [found] = said.match(/http:\/\/(127\.0\.0\.1|localhost):\d+/) ?? [];
        if (found) done(found);
      };
      server.stdout.on("data", hear);
      server.stderr.on("data", hear);
      server.on("exit", (code) => failed(new Error(`${command} ended with ${code}: ${said}`)));
    });
    await use(url);
  } catch (error) {
    throw new Error(`${error.message}\n${said}`, { cause: error });
  } finally {
    // The command has children of its own: its group ends.
    process.kill(-server.pid);
  }
}

/** Serves a built site with the strict policy and sees its chart change there. */
export async function strict(browser, folder, { path = "/", policy } = {}) {
  const server = await serveFolder(folder, { path, policy, routes: ROUTES });
  try {
    await showsNewData(browser, server.url(path));
    await keepsPromises(browser, server.url(path));
  } finally {
    await server.close();
  }
}

/**
 * The checks of custom-elements-everywhere on our elements: children, attributes, properties with objects and texts, events,
 * and all of it again after changes.
 */
export const keepsPromises = (browser, url) =>
  withPage(browser, {}, async (page) => {
    await page.goto(url);
    const chart = page.locator("results-chart");
    const heard = (text) => page.waitForFunction((text) => document.querySelector("#heard").textContent.includes(text), text);
    const data = () => chart.evaluate(({ data }) => data);
    await heard("widget-ready");
    assert.deepEqual(await data(), JSON.parse(DATA), "an object is set as a property");
    const attribute = (name) => chart.getAttribute(name);
    assert.deepEqual([await attribute("heading-level"), await attribute("refresh"), await attribute("count"), await attribute("class"), await attribute("data")], ["2", "30", "all", "wide", null]);
    assert.equal(await chart.evaluate((chart) => chart.querySelector(":scope > p").textContent), "The fallback");
    await page.locator("#level").click();
    await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.querySelector("h3, [aria-level='3']"));
    // In this order: Vue turns `null` into "" where the property was a text.
    await page.locator("#none").click();
    await page.waitForFunction(() => document.querySelector("results-chart").data == null);
    await page.locator("#text").click();
    await page.waitForFunction(() => typeof document.querySelector("results-chart").data == "string");
    await page.locator("#newer").click();
    await page.waitForFunction(() => document.querySelector("results-chart").shadowRoot.textContent.includes("81.31%"));
    await heard("widget-update");
    await chart.locator("summary").first().click();
    await heard("widget-select:tokayev");
    await page.locator("#toggle").click();
    await page.waitForFunction(() => !document.querySelector("results-chart"));
    await page.locator("#toggle").click();
    await page.waitForFunction(() => document.querySelector("results-chart")?.shadowRoot?.textContent.includes("81.31%"));
  });

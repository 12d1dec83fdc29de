// Projects that install the npm package from its tarball, in target/projects/.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { complaintsOf } from "../e2e/browser.mjs";
import { serve } from "../e2e/server.mjs";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const VERSION = readFileSync(`${ROOT}Cargo.toml`, "utf8").match(/^version = "(.*)"/m)[1];
export const TARBALL = `${ROOT}target/election-widgets-${VERSION}.tgz`;
export const TOOLS = `${ROOT}target/package-tools/node_modules/.bin/`;

/** A document, and the same with one other figure. */
export const DATA = readFileSync(`${ROOT}www/data/kazakhstan-2022.json`, "utf8");
export const NEWER = DATA.replace('{ "over": 81 }', "81.31");

/** The policy of docs/npm.md, with Trusted Types enforced. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Runs a command in a folder; its output is shown if it fails. */
export function run(folder, command, ...args) {
  try {
    return execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "1" } });
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")}: ${error.stdout}${error.stderr}`);
  }
}

/** Makes a project of these files in which the tarball is installed, with more packages if any. Returns its folder. */
export function project(name, files = {}, { from, dependencies = {} } = {}) {
  assert.ok(existsSync(TARBALL), `${TARBALL} is missing: run \`make package\``);
  const folder = `${ROOT}target/projects/${name}`;
  mkdirSync(folder, { recursive: true });
  // Packages of an earlier run stay, except ours, which has the same version and other contents.
  rmSync(join(folder, "node_modules/election-widgets"), { recursive: true, force: true });
  if (from) cpSync(from, folder, { recursive: true });
  const given = existsSync(join(folder, "package.json")) && from ? JSON.parse(readFileSync(join(from, "package.json"))) : { type: "module", dependencies };
  given.dependencies = { ...given.dependencies, "election-widgets": `file:${TARBALL}` };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, ...given }, null, 2));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  run(folder, "npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error");
  return folder;
}

/** Serves a folder below `path` with a policy on its pages. */
export const serveFolder = (folder, { path = "/", policy = POLICY, routes = {} } = {}) =>
  serve({ folder, strip: path, routes, headers: { "content-security-policy": policy } });

/**
 * Opens a page and sees its chart, then presses `#newer`, which gives the widget newer data, and sees that. Any complaint of the
 * page fails. `#heard` is where the page writes what it heard from the widget.
 */
export async function showsNewData(browser, url, { heard = true } = {}) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const warnings = [];
    page.on("console", (message) => message.type() == "warning" && warnings.push(message.text()));
    const shows = (text) =>
      page.waitForFunction((text) => document.querySelector("results-chart")?.shadowRoot?.textContent.includes(text), text, { timeout: 20_000 });
    const step = (promise) =>
      promise.catch((error) => assert.fail(`${error.message}\n${[...complaints, ...warnings].join("\n")}`));
    await page.goto(url);
    await step(shows("over 81%"));
    await page.locator("#newer").click();
    await step(shows("81.31%"));
    if (heard) await step(page.waitForFunction(() => document.querySelector("#heard").textContent.includes("widget-update")));
    assert.deepEqual(complaints, []);
    assert.deepEqual(warnings, []);
  } finally {
    await context.close();
  }
}

/** The part of a page that gives the widget newer data and says what it heard; a script of its own, for strict policies. */
export const SCRIPT = `
const chart = document.querySelector("results-chart");
document.addEventListener("widget-ready", ({ type }) => heard.append(type, " "));
document.addEventListener("widget-update", ({ type }) => heard.append(type, " "));
newer.addEventListener("click", async () => {
  chart.data = await (await fetch("/newer.json")).json();
});
`;
export const ROUTES = {
  "/data.json": { body: DATA },
  "/newer.json": { body: NEWER },
  "/page.js": { body: SCRIPT },
  "/favicon.ico": { body: "", type: "image/svg+xml" },
};
export const BODY = `<results-chart src="/data.json"><p>The fallback</p></results-chart>
<button id="newer">Newer</button><p id="heard"></p><script src="/page.js"></script>`;

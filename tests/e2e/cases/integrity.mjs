// Cases with digests: `integrity` on the tag of the element script, an import map for every script
// that it imports (import maps stand in the page, so the policy holds the map's hash), `configure` for the wasm.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { DIST } from "../server.mjs";
import { reportedAndFellBack } from "./refused.mjs";
import { ALL_THREE, fallbacksStay } from "./widgets.mjs";

const SCRIPT = "election-widgets.js";
export const WASM = "election-widgets-all_bg.wasm";
const WRONG = digest("another file");
export const NOISE = [/integrity|digest|hash/i, /^not loaded: /, /^failed: /];

function digest(bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}

/** Every script of the build that a page can load, whatever their names. */
const scripts = readdirSync(DIST, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith(".js") && !path.startsWith("node/"));
export const digests = Object.fromEntries([...scripts, WASM].map((path) => [path, digest(readFileSync(DIST + path))]));

const element = (integrity) =>
  `<script type="module" src="/${SCRIPT}"${integrity ? ` integrity="${integrity}"` : ""}></script>`;

/** A page whose digests are the files' own but for `wrong`: those of the tag, of a path, or none. */
export function withDigests(wrong, body = ALL_THREE) {
  const of = (path) => (path == wrong ? WRONG : digests[path]);
  const setUp = `import { configure } from "./${SCRIPT}";\nconfigure({ integrity: "${of(WASM)}" });`;
  const integrity = Object.fromEntries(scripts.map((path) => [`/${path}`, of(path)]));
  return {
    body,
    head: `<script type="importmap">${JSON.stringify({ integrity })}</script>`,
    // Modules run in the page's order: what configures stands first, or a widget may be quicker. A browser
    // may ask again for a script that was refused, so nothing else asks for this one then.
    script: wrong == "tag" ? element(WRONG) : `<script type="module" src="/set-up.js" integrity="${digest(setUp)}"></script>${element(wrong == SCRIPT ? undefined : of(SCRIPT))}`,
    routes: { "/set-up.js": { body: setUp } },
  };
}

const drawn = {
  name: "with digests on every script and on the wasm, all three are drawn",
  ...withDigests(),
  act: async (page) => void (await page.waitForEvents("widget-ready", 3)),
};

const NOT_DEFINED = async (page) => {
  await page.waitFor(() => document.readyState == "complete");
  await page.waitFor(() => window.complaints.some((line) => line.startsWith("not loaded: ")));
  assert.equal(await page.evaluate(() => customElements.get("results-chart") === undefined), true);
  assert.equal(await page.evaluate(fallbacksStay), true, "the fallbacks stay");
};

const tag = {
  name: "an element script with another digest than its tag's is refused, and the fallbacks stay",
  ...withDigests("tag"),
  expected: [/^not loaded: /],
  noise: NOISE,
  act: NOT_DEFINED,
};

const wasm = {
  name: "a wasm with another digest than the one configured is refused, and the fallbacks stay",
  ...withDigests(WASM),
  expected: [/^election-widgets: the widgets can't run here: /],
  noise: NOISE,
  act: async (page) => void (await reportedAndFellBack(page)),
};

// A script that this page does not load can be wrong without harm.
const imported = scripts.map((path) => ({
  name: `${path} with another digest than the import map's is refused, and the fallbacks stay`,
  ...withDigests(path),
  noise: [...NOISE, /^election-widgets: the widgets can't run here: /],
  async act(page, server) {
    if (path == SCRIPT) return NOT_DEFINED(page);
    await page.waitFor(() => window.widgetEvents.length >= 3);
    if (server.requests.includes(`/${path}`)) await reportedAndFellBack(page);
    else assert.equal((await page.waitForEvents("widget-ready", 3)).length, 3, "it is not needed here");
  },
}));

export const INTEGRITY = [drawn, tag, wasm, ...imported];

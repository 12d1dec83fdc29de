// Pages that request what drawing takes while the element script is still on its way, by the lines of docs/loading.md.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { DIST } from "../server.mjs";
import { digests, withDigests } from "./integrity.mjs";
import { WIDGETS } from "./widgets.mjs";

const LOADING = readFileSync(new URL("../../../docs/loading.md", import.meta.url), "utf8");
const LINES = LOADING.match(/<!-- preload -->\s*```html\n(.*?)```/s)[1].replaceAll('"../', '"/');
const hrefs = (lines) => [...lines.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);

// Chromium says a few seconds after a page has come which of its preloads nobody took; others don't say it
// to their drivers.
const WARNED = 5_000;

const once = (lines) =>
  async function (page, server) {
    await page.waitForEvents("widget-ready");
    const early = await page.evaluate((paths) => {
      const entry = (path) => performance.getEntriesByName(new URL(path, location.href).href)[0];
      return paths.filter((path) => entry(path).startTime < entry("/election-widgets.js").responseEnd);
    }, hrefs(lines));
    assert.deepEqual(early, hrefs(lines), "requested before the element script was there");
    if (page.warnings) await wait(WARNED);
    assert.deepEqual(page.warnings ?? [], []);
    const fetched = hrefs(lines.split("\n").filter((line) => line.includes('as="fetch"')).join());
    for (const path of new Set(server.requests)) {
      const times = server.requests.filter((one) => one == path).length;
      const most = fetched.includes(path) && !page.handsOnPreloads ? 2 : 1;
      assert.ok(times <= most, `${path} was requested ${times} times`);
    }
  };

const SCRIPT = "/election-widgets.js";
const late = { [SCRIPT]: () => wait(500).then(() => ({ body: readFileSync(`${DIST}${SCRIPT}`) })) };

const preloading = (name, lines, body, page = {}) => ({
  name,
  ...page,
  body,
  head: (page.head ?? "") + lines,
  routes: { ...page.routes, ...late },
  act: once(lines),
});

const [chart, map] = WIDGETS.map(({ tag, src }) => `<${tag} src="${src}"></${tag}>`);
const shared = LINES.replace("-results.css", ".css").replaceAll("-results", "-all");
const digested = ["election-widgets-interactive.js", "election-widgets-all.js"]
  .map((path) => `<link rel="modulepreload" href="/${path}" integrity="${digests[path]}">`)
  .join("\n");

export const PRELOADED = [
  preloading("a page that preloads what one widget takes asks for each file once, WebKit twice for what is fetched", LINES, chart),
  preloading("a page that preloads what several widgets share asks for each file once, WebKit twice for what is fetched", shared, chart + map),
  preloading("with digests, a page that preloads scripts asks for each file once", digested, chart, withDigests(undefined, chart)),
];

// Runs a table of cases in a browser, whichever it is. A case is
//   {name, path | body, head, policy, routes, expected, noise, needs, act}
// `path` is a page of dist/, `body` and `head` make one; `policy` is its content security policy or a
// function of its text; what goes wrong in it must match `expected`, each of which must happen, or
// `noise`, which may. `act(page, server)` is the test itself.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, describe, test } from "node:test";
import { serve } from "../server.mjs";

/** The policy of docs/loading.md. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const WASM_ALLOWED = " 'wasm-unsafe-eval'";
export const NO_WASM = STRICT.replace(WASM_ALLOWED, "");

const RECORDER = { body: readFileSync(new URL("../recorder.js", import.meta.url)) };

/** The strict policy and the hashes of what stands in the page itself: styles and import maps. */
export function strictFor(html) {
  const hashes = (pattern) =>
    [...html.matchAll(pattern)].map(([, text]) => ` 'sha256-${createHash("sha256").update(text).digest("base64")}'`).join("");
  return STRICT.replace("style-src 'self'", `$&${hashes(/<style[^>]*>(.*?)<\/style>/gs)}`).replace(
    WASM_ALLOWED,
    `$&${hashes(/<script type="importmap">(.*?)<\/script>/gs)}`,
  );
}

/** The same without WebAssembly. */
export const noWasmFor = (html) => strictFor(html).replace(WASM_ALLOWED, "");

/** A page around `body`; `script` is the tag of the element script. */
const whole = (body, head = "", script = '<script type="module" src="/election-widgets.js"></script>') => ({
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><link rel="icon" href="/site/icon.svg">${head}${script}${body}</html>`,
});

/** Asks until the answer is a true one, and gives it. */
async function waitFor(page, ask, ...args) {
  const until = Date.now() + 30_000;
  for (;;) {
    const answer = await page.evaluate(ask, ...args);
    if (answer) return answer;
    assert.ok(Date.now() < until, `the page never came to: ${ask}; ${JSON.stringify(args)}; it says ${await recorded(page)}`);
    await new Promise((done) => setTimeout(done, 30));
  }
}

const recorded = (page) => page.evaluate(() => JSON.stringify([window.widgetEvents, window.complaints]));

/** Waits until the page's widgets have dispatched `count` events of this type, and returns them. */
function waitForEvents(page, type, count = 1) {
  return waitFor(page, (type, count) => {
    const events = window.widgetEvents.filter((event) => event.type == type);
    return events.length >= count && events;
  }, type, count);
}

/** Clicks, as a reader does, in the middle of the element that `find` gives. */
async function click(page, find, ...args) {
  const [x, y] = await page.evaluate(`(...args) => {
    const element = (${find})(...args);
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  }`, ...args);
  await page.clickAt(x, y);
}

async function runCase(browser, { path = "/page", body, head, script, policy = strictFor, routes = {}, expected = [], noise = [], act }) {
  const server = await serve({
    routes: { ...(body != null && { "/page": whole(body, head, script) }), "/recorder.js": RECORDER, ...routes },
    headers: (html) => ({ "content-security-policy": typeof policy == "function" ? policy(html) : policy }),
    rewrite: (html) => html.replace('<meta charset="utf-8">', '$&<script src="/recorder.js"></script>'),
  });
  try {
    const page = await browser.open(server.url(path));
    const bound = Object.entries({ waitFor, waitForEvents, click }).map(([name, act]) => [name, (...args) => act(page, ...args)]);
    await act({ ...page, ...Object.fromEntries(bound) }, server);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    const complaints = [...page.complaints, ...(await page.evaluate(() => window.complaints))];
    await page.close();
    for (const complaint of complaints) {
      assert.ok([...expected, ...noise].some((pattern) => pattern.test(complaint)), `the page complained: ${complaint}`);
    }
    for (const pattern of expected) {
      assert.ok(complaints.some((complaint) => pattern.test(complaint)), `no complaint matches ${pattern}`);
    }
  } finally {
    await server.close();
  }
}

/** What this browser does about a policy: whether it refuses markup as text, and WebAssembly. */
async function enforced(browser) {
  let found;
  await runCase(browser, {
    body: "<main></main>",
    policy: NO_WASM,
    script: "",
    noise: [/./],
    async act(page) {
      found = await page.evaluate(async () => {
        const refused = async (act) => {
          try {
            await act();
            return false;
          } catch {
            return true;
          }
        };
        return {
          trustedTypes: await refused(() => (document.querySelector("main").innerHTML = "<p>")),
          wasm: await refused(() => WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))),
        };
      });
    },
  });
  return found;
}

/** Runs each case in the browser, which says first what of a policy it enforces. */
export async function runCases(launch, cases) {
  const browser = await launch();
  const enforces = await enforced(browser);
  const types = enforces.trustedTypes ? "with Trusted Types enforced" : "which does not know Trusted Types";
  describe(`${browser.name}, ${types}`, () => {
    after(() => browser.close());
    for (const one of cases) {
      const skip = one.needs && !enforces[one.needs] && `${browser.name} does not enforce this`;
      test(one.name, { skip }, () => runCase(browser, one));
    }
  });
}

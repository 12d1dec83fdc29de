// Pages that allow little: a strict content security policy, Trusted Types, no WebAssembly.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { html, launch, told, withPage } from "./browser.mjs";
import { DIST, serve } from "./server.mjs";

const SRC = "/data/kazakhstan-2022.json";
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function open(body, policy, { expected, routes = {} }, use) {
  const server = await serve({
    routes: { "/page": html(body), ...routes },
    headers: { "content-security-policy": policy },
  });
  try {
    await withPage(browser, { expected }, async (page) => {
      await page.goto(server.url("/page"));
      await use(page, server);
    });
  } finally {
    await server.close();
  }
}

test("under a strict policy and Trusted Types the chart is drawn, updated and corrected", () => {
  const text = readFileSync(`${DIST}${SRC}`, "utf8");
  return open(
    `<results-chart id=a src="${SRC}"></results-chart>
     <results-chart id=b lang="ru"><script type="application/json">${text}</script></results-chart>`,
    STRICT,
    {},
    async (page) => {
      await told(page, "widget-ready", 2);
      await page.$eval("#a", (element) => void (element.data = { title: "x" }));
      await told(page, "widget-error");
      await page.$eval("#a", (element, data) => void (element.data = data), text.replace('{ "over": 81 }', "81.31"));
      await told(page, "widget-update");
      const [font, shown] = await page.$eval("#a", ({ shadowRoot }) => [
        getComputedStyle(shadowRoot.querySelector(".ew-title")).fontWeight,
        shadowRoot.textContent,
      ]);
      assert.equal(font, "700", "the styles are applied");
      assert.match(shown, /81\.31%/);
    },
  );
});

test("the demo's article works under the strict policy", async () => {
  const server = await serve({ headers: { "content-security-policy": STRICT } });
  try {
    await withPage(browser, {}, async (page) => {
      await page.goto(server.url("/articles/kazakhstan-2022.html"));
      await told(page, "widget-ready");
    });
  } finally {
    await server.close();
  }
});

const NO_WASM = {
  "WebAssembly is refused by the policy": [STRICT.replace(" 'wasm-unsafe-eval'", ""), {}, [/election-widgets: the widgets can't run here: .*WebAssembly/]],
  "the wasm is not there": [STRICT, { "/election-widgets-embed_bg.wasm": { status: 404, body: "" } }, [/404|_bg\.wasm/, /election-widgets: the widgets can't run here: HTTP 404/]],
  "the wasm is cut short": [
    STRICT,
    { "/election-widgets-embed_bg.wasm": () => ({ body: readFileSync(`${DIST}election-widgets-embed_bg.wasm`).subarray(0, 9000) }) },
    [/election-widgets: the widgets can't run here/],
  ],
};

for (const [name, [policy, routes, expected]] of Object.entries(NO_WASM)) {
  test(`where ${name}, the fallback stays and the page is told once a widget`, () =>
    open(
      `<results-chart src="${SRC}"><p>First fallback</p></results-chart><results-chart src="${SRC}"><p>Second fallback</p></results-chart>`,
      policy,
      { expected, routes },
      async (page) => {
        const errors = await told(page, "widget-error", 2);
        assert.match(errors[0].detail.message, /can't run here/);
        assert.match(errors[0].detail.path, /election-widgets-embed_bg\.wasm$/);
        for (const text of ["First fallback", "Second fallback"]) {
          assert.equal(await page.getByText(text).isVisible(), true);
        }
      },
    ));
}

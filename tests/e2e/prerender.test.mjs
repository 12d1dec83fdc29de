// A browser finds in prerendered pages what the command meant to put there.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, withPage } from "./browser.mjs";
import { DIST, serve } from "./server.mjs";

const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../target", import.meta.url));
const WIDGET = '<results-chart src="/data/kazakhstan-2022.json"></results-chart>';

function prerendered(page, ...options) {
  const ran = spawnSync(`${target}/command/election-widgets`, ["prerender", "--root", DIST, ...options], {
    input: page,
    encoding: "utf8",
  });
  assert.equal(ran.status, 0, ran.stderr);
  return ran;
}

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function open(text, { headers, ...options }, use) {
  const routes = {
    "/page": { type: "text/html; charset=utf-8", body: text },
    "/favicon.ico": { type: "image/svg+xml", body: "" },
  };
  const server = await serve({ routes, headers });
  try {
    await withPage(browser, options, async (page) => {
      await page.goto(server.url("/page"));
      await use(page);
    });
  } finally {
    await server.close();
  }
}

/** The widgets that a page shows: their language, and what stands beside their roots. */
const found = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("results-chart")]
      .filter((element) => element.shadowRoot)
      .map((element) => ({
        language: element.shadowRoot.querySelector(".ew").lang,
        drawn: element.shadowRoot.querySelectorAll("tbody tr[data-key]").length,
        beside: [...element.children].map((child) => child.localName).join(),
        around: element.closest("[lang]")?.lang.split("-")[0].toLowerCase() ?? "",
      })),
  );

test("the command writes root and sentences into a widget at every place of a page", async () => {
  const places = [
    "<!doctype html><p>W",
    "<p><b>W</b> more",
    "<p><button>W</button>",
    "<ul lang=ru><li lang=en>x<li>W",
    "<p lang=ru>x<p>W",
    "<table>W<tr><td>W<td lang=ru>W</table>",
    "<table><caption>W</caption></table>",
    "<svg><foreignObject><p>W</foreignObject></svg>",
    "<svg><title><p>W</title></svg>",
    "<b><p>W</b>W",
    "<a href=x>W<a>W",
    "<dl><dt>W<dd>W</dl>",
    "<details><summary>W</summary>W",
    "<select><option>x</select>W",
    "<template>W</template><noscript>W</noscript><textarea>W</textarea>W",
    "<!-- W --><script>/* W */</script><svg><style><!-- W --></style></svg>W",
    "<html lang=ru><head><title>x</title>W",
    "\r\n<body lang=RU-kz>\r\nW</body>\r\nW",
    "<form><form>W</form>W",
    "<frameset></frameset>",
    "<object>W</object><marquee><p>W</marquee>",
    "<math><mi><p>W</mi></math><h1><p>W</h1>",
  ];
  for (const place of places) {
    const page = place.replaceAll("W", WIDGET);
    const { stdout } = prerendered(page);
    const roots = stdout.split("<template shadowrootmode").length - 1;
    await open(stdout, {}, async (page) => {
      const widgets = await found(page);
      assert.equal(widgets.length, roots, place);
      for (const { language, drawn, beside, around } of widgets) {
        assert.equal(drawn, 2, place);
        assert.match(beside, /^(p|span)$/, place);
        assert.equal(language, around == "ru" ? "ru" : "en", place);
      }
    });
    assert.equal(prerendered(stdout).stdout, stdout, place);
  }
});

test("a policy with the hashes that the command prints allows the styles", async () => {
  const { stdout, stderr } = prerendered(`<!doctype html>${WIDGET}`);
  const [, hashes] = /style-src: (.*)/.exec(stderr);
  const headers = { "content-security-policy": `default-src 'none'; style-src ${hashes}` };
  await open(stdout, { headers }, async (page) => {
    const weight = await page.evaluate(
      () => getComputedStyle(document.querySelector("results-chart").shadowRoot.querySelector(".ew-title")).fontWeight,
    );
    assert.equal(weight, "700");
  });
});

test("plain HTML fits a phone, and requests nothing", async () => {
  const widgets = [
    '<results-chart src="/data/made-up-parliament.json" unit="seats"></results-chart>',
    '<observer-map src="/data/made-up-observers.json"></observer-map>',
    '<alliance-grid src="/data/alliances.json" view="alliances"></alliance-grid>',
  ];
  const { stdout } = prerendered(`<!doctype html><meta name=viewport content="width=device-width">${widgets.join("")}`, "--static");
  await open(stdout, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }, async (page) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${wide}`);
    const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.deepEqual(loaded.filter((name) => !name.endsWith("/favicon.ico")), []);
    await page.screenshot({ path: fileURLToPath(new URL("../shots/plain.png", import.meta.url)), fullPage: true });
  });
});

// What a page can do with <results-chart>, on the built dist/.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { COUNTS_WASM, hydrate, launch, waitForEvents, withBody } from "./browser.mjs";
import { DIST } from "./server.mjs";

const SRC = "/data/kazakhstan-2022.json";
const TEXT = readFileSync(`${DIST}${SRC}`, "utf8");
const EXACT = TEXT.replace('{ "over": 81 }', "81.31");
const FALLBACK = "<p>The fallback</p>";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (given, use) => withBody(browser, given, use);

const textOf = (page, selector = "results-chart") =>
  page.$eval(selector, (element) => element.shadowRoot?.querySelector(".ew")?.textContent ?? "");

/** Resolves once the page's microtasks and a frame are done. */
const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

test("a page names its data by src", () =>
  open({ body: `<results-chart src="${SRC}">${FALLBACK}</results-chart>` }, async (page) => {
    const [ready] = await waitForEvents(page, "widget-ready");
    assert.deepEqual(ready.detail, { warnings: [] });
    assert.match(await textOf(page), /Kassym-Jomart Tokayev.*over 81%/s);
    assert.equal(await page.getByText("The fallback").isVisible(), false);
  }));

test("a page holds its data in the element", () =>
  open(
    { body: `<results-chart>${FALLBACK}<script type="application/json">${TEXT}</script></results-chart>` },
    async (page) => {
      await waitForEvents(page, "widget-ready");
      assert.match(await textOf(page), /over 81%/);
    },
  ));

test("a page sets data before the element is defined, as text or as an object", () =>
  open({ body: "<results-chart id=a></results-chart><results-chart id=b></results-chart>", head: `<script>
    addEventListener("DOMContentLoaded", () => {
      a.data = ${JSON.stringify(TEXT)};
      b.data = ${TEXT};
    });
    </script>` }, async (page) => {
    await waitForEvents(page, "widget-ready", 2);
    assert.match(await textOf(page, "#a"), /over 81%/);
    assert.match(await textOf(page, "#b"), /over 81%/);
    assert.equal(await page.evaluate(() => typeof a.data + typeof b.data), "stringobject");
    assert.equal(await page.evaluate(() => Object.hasOwn(a, "data")), false);
  }));

test("new data is drawn into the nodes that are there", () =>
  open({ body: `<results-chart src="${SRC}"></results-chart>` }, async (page) => {
    await waitForEvents(page, "widget-ready");
    const row = await page.evaluateHandle(() =>
      document.querySelector("results-chart").shadowRoot.querySelector("[data-key=tokayev] bdi"),
    );
    await page.$eval("results-chart", (element, data) => void (element.data = data), EXACT);
    await waitForEvents(page, "widget-update");
    assert.match(await textOf(page), /81\.31%/);
    assert.doesNotMatch(await textOf(page), /over/);
    assert.equal(await row.evaluate((node) => node.isConnected), true);
  }));

test("a burst of changes is drawn once, with the last of them", () =>
  open({ body: "<results-chart></results-chart>" }, async (page) => {
    await page.$eval("results-chart", (element, [text, exact]) => {
      for (let round = 0; round < 20; round++) element.data = round % 2 ? text : exact;
    }, [EXACT, TEXT]);
    await waitForEvents(page, "widget-ready");
    await settle(page);
    assert.match(await textOf(page), /81\.31%/);
    assert.equal(await page.evaluate(() => window.widgetEvents.length), 1);
  }));

test("mount adds a widget to the page, updates it and removes it", () =>
  open({ body: "<main></main>" }, async (page) => {
    await page.evaluate(async ([text]) => {
      const { mount } = await import("/election-widgets.js");
      window.widget = mount("main", "results-chart", text, { lang: "ru" });
    }, [TEXT]);
    await waitForEvents(page, "widget-ready");
    assert.match(await textOf(page), /Касым-Жомарт Токаев.*более 81\u00a0%/s);
    await page.evaluate((exact) => window.widget.update(exact), EXACT);
    await waitForEvents(page, "widget-update");
    assert.match(await textOf(page), /81,31\u00a0%/);
    await page.evaluate(() => window.widget.destroy());
    assert.equal(await page.$("results-chart"), null);
  }));

test("an element that is moved keeps its picture, and one that comes back is drawn again", () =>
  open({ body: `<div><results-chart src="${SRC}"></results-chart></div><section></section>` }, async (page) => {
    await waitForEvents(page, "widget-ready");
    await hydrate(page);
    const node = await page.evaluateHandle(() => document.querySelector("results-chart").shadowRoot.querySelector("table"));
    await page.evaluate(() => document.querySelector("section").append(document.querySelector("results-chart")));
    await settle(page);
    assert.equal(await node.evaluate((table) => table.isConnected), true);

    await page.evaluate(() => {
      window.kept = document.querySelector("results-chart");
      window.kept.remove();
    });
    await settle(page);
    assert.equal(await page.evaluate(() => window.kept.shadowRoot.childElementCount), 0);
    await page.evaluate(() => document.body.append(window.kept));
    await waitForEvents(page, "widget-ready", 2);
    assert.match(await textOf(page), /over 81%/);
  }));

test("widgets that come and go leave no memory behind", () =>
  open({ body: "<main></main>", head: COUNTS_WASM }, async (page) => {
    const rounds = (count) =>
      page.evaluate(async ([count, text, exact]) => {
        const { mount } = await import("/election-widgets.js");
        const heard = (type) => new Promise((done) => addEventListener(type, done, { once: true }));
        for (let round = 0; round < count; round++) {
          const widget = mount("main", "results-chart", text);
          await heard("widget-ready");
          // The bundle draws new data: a first paint alone would leave its memory untouched.
          widget.update(exact);
          await heard("widget-update");
          widget.destroy();
          await new Promise((done) => setTimeout(done));
        }
        return window.wasmBytes();
      }, [count, TEXT, EXACT]);
    // Memory grows by pages of 64 kB, and JavaScript frees what it held a little later. One widget takes over 10 kB.
    const first = await rounds(20);
    const grown = (await rounds(200)) - first;
    assert.ok(grown <= 2 * 65_536, `200 widgets left ${grown} bytes`);
  }));

test("two widgets share one wasm, one style sheet and one request for the same data", () =>
  open({ body: `<results-chart src="${SRC}"></results-chart><results-chart src="${SRC}"></results-chart>` }, async (page, server) => {
    await waitForEvents(page, "widget-ready", 2);
    await hydrate(page);
    for (const path of [SRC, "/election-widgets-first-paint-results.wasm", "/election-widgets-first-paint.js", "/locale/en-results.txt", "/election-widgets-results_bg.wasm", "/election-widgets-results.js", "/election-widgets-results.css"]) {
      assert.equal(server.requests.filter((request) => request == path).length, 1, path);
    }
  }));

test("a widget out of view asks for nothing but its script until it comes near", () =>
  open({ body: `<div style="height: 5000px"></div><results-chart src="${SRC}"></results-chart>` }, async (page, server) => {
    await settle(page);
    assert.deepEqual(server.requests.filter((path) => /wasm|results|all|interactive|first-paint|json|css/.test(path)), []);
    await page.$eval("results-chart", (element) => element.scrollIntoView());
    await waitForEvents(page, "widget-ready");
  }));

const BAD = {
  "a 500": [{ status: 500, body: "" }, "/bad.json", /HTTP 500/, [/500|bad\.json/]],
  "a file that is not there": [{ status: 404, body: "" }, "/bad.json", /HTTP 404/, [/404|bad\.json/]],
  "HTML instead of JSON": [{ type: "text/html", body: "<!doctype html><title>Login</title>" }, "/bad.json", /expected JSON or a table, found a web page/],
  "an empty file": [{ body: "" }, "/bad.json", /expected JSON, found nothing/],
  "a broken file": [{ body: '{"title": ' }, "/bad.json", /not JSON: /],
  "a file that nests too deep": [{ body: "[".repeat(1e5) + "]".repeat(1e5) }, "/bad.json", /nested deeper than 32 levels/],
  "a file that nests a little too deep": [{ body: "[".repeat(40) + "]".repeat(40) }, "/bad.json", /nested deeper than 32 levels/],
  "a 10 MB file": [{ body: JSON.stringify("x".repeat(1e7)) }, "/bad.json", /expected at most 5 MB of JSON, found 10\.0 MB/],
  "a 10 MB file of no stated length": [
    { headers: { "transfer-encoding": "chunked" }, body: JSON.stringify("x".repeat(1e7)) },
    "/bad.json",
    /expected at most 5 MB of JSON, found 10\.0 MB/,
  ],
  "an unknown field": [{ body: TEXT.replace('"office"', '"ofice"') }, "contest.ofice", /unknown field \(did you mean "office"\?\)/],
  "a wrong type": [
    { body: TEXT.replace('{ "over": 81 }', '"81%"') },
    "counts[0].results.tokayev.percent",
    /expected a quantity, found "81%" \(write 81, or \{"over": 81\} for "over 81 %"\)/,
  ],
};

for (const [name, [answer, path, message, expected]] of Object.entries(BAD)) {
  test(`${name} is reported, its neighbour is not harmed, and the fallback stays`, () =>
    open(
      {
        body: `<results-chart id=bad src="/bad.json">${FALLBACK}</results-chart><results-chart id=good src="${SRC}"></results-chart>`,
        routes: { "/bad.json": answer },
        expected,
      },
      async (page) => {
        const [error] = await waitForEvents(page, "widget-error");
        assert.equal(error.id, "bad");
        assert.equal(error.detail.path, path);
        assert.match(error.detail.message, message);
        await waitForEvents(page, "widget-ready");
        assert.match(await textOf(page, "#good"), /over 81%/);
        assert.match(await textOf(page, "#bad"), /can’t be shown right now/);
        assert.equal(await page.getByText("The fallback").isVisible(), true);
      },
    ));
}

test("an address that does not answer is reported", () =>
  open(
    { body: `<results-chart src="http://127.0.0.1:9/none.json"></results-chart>`, expected: [/none\.json|ERR_/] },
    async (page) => {
      const [error] = await waitForEvents(page, "widget-error");
      assert.equal(error.detail.path, "http://127.0.0.1:9/none.json");
      assert.match(error.detail.message, /no answer/);
    },
  ));

test("an invalid address is reported", () =>
  open({ body: `<results-chart src="http://["></results-chart>` }, async (page) => {
    const [error] = await waitForEvents(page, "widget-error");
    assert.equal(error.detail.path, "http://[");
    await page.$eval("results-chart", (element) => element.setAttribute("src", "http://["));
    await waitForEvents(page, "widget-error", 2);
  }));

test("setting src again fetches again, and other changes do not", () =>
  open({ body: `<results-chart src="${SRC}"></results-chart>` }, async (page, server) => {
    await waitForEvents(page, "widget-ready");
    await page.$eval("results-chart", (element) => element.setAttribute("theme", "dark"));
    await waitForEvents(page, "widget-update");
    const requested = () => server.requests.filter((path) => path == SRC).length;
    assert.equal(requested(), 1);
    server.routes[SRC] = { body: EXACT };
    await page.$eval("results-chart", (element, src) => element.setAttribute("src", src), SRC);
    await waitForEvents(page, "widget-update", 2);
    assert.equal(requested(), 2);
    assert.match(await textOf(page), /81\.31%/);
  }));

test("bad data after good keeps the picture, and good data after bad clears the notice", () =>
  open({ body: `<results-chart src="${SRC}"></results-chart>` }, async (page) => {
    await waitForEvents(page, "widget-ready");
    await page.$eval("results-chart", (element) => void (element.data = { title: 7 }));
    const [error] = await waitForEvents(page, "widget-error");
    assert.deepEqual(error.detail, {
      path: "title",
      message: "expected a text, or an object with one text per language, found 7",
    });
    assert.match(await textOf(page), /The latest data can’t be shown.*over 81%/s);
    await page.$eval("results-chart", (element, data) => void (element.data = data), EXACT);
    await waitForEvents(page, "widget-update");
    assert.doesNotMatch(await textOf(page), /latest data/);
  }));

test("data that JSON can't hold is reported", () =>
  open({ body: "<results-chart></results-chart>" }, async (page) => {
    await page.$eval("results-chart", (element) => {
      const circle = {};
      circle.circle = circle;
      element.data = circle;
    });
    const [error] = await waitForEvents(page, "widget-error");
    assert.match(error.detail.message, /circular/i);
    await page.$eval("results-chart", (element) => void (element.data = () => 1));
    const [, second] = await waitForEvents(page, "widget-error", 2);
    assert.match(second.detail.message, /JSON does not hold/);
  }));

test("a page's polluted prototypes and hostile getters change nothing", () =>
  open({ body: "<results-chart></results-chart>" }, async (page) => {
    await page.evaluate((text) => {
      Object.defineProperty(Object.prototype, "note", { value: "polluted", configurable: true });
      document.querySelector("results-chart").data = JSON.parse(text);
    }, TEXT);
    await waitForEvents(page, "widget-ready");
    assert.doesNotMatch(await textOf(page), /polluted/);
    await page.evaluate(() => {
      document.querySelector("results-chart").data = {
        get title() {
          throw new Error("the getter threw");
        },
      };
    });
    const [error] = await waitForEvents(page, "widget-error");
    assert.match(error.detail.message, /the getter threw/);
    assert.match(await textOf(page), /over 81%/);
  }));

test("a reader gets their language, from the element or from around it, and English where there is none", () =>
  open(
    {
      body: `<results-chart id=own lang="ru-KZ" src="${SRC}"></results-chart>
        <div lang="ru"><results-chart id=around src="${SRC}"></results-chart></div>
        <results-chart id=none lang="tlh" src="${SRC}"></results-chart>`,
    },
    async (page, server) => {
      await waitForEvents(page, "widget-ready", 3);
      for (const id of ["#own", "#around"]) assert.match(await textOf(page, id), /Предварительные результаты/);
      assert.match(await textOf(page, "#none"), /Preliminary results/);
      assert.equal(server.requests.filter((path) => path == "/locale/ru-results.txt").length, 1);
      await page.$eval("#none", (element) => element.setAttribute("lang", "ru"));
      await waitForEvents(page, "widget-update");
      assert.match(await textOf(page, "#none"), /Предварительные результаты/);
    },
  ));

test("a theme is the page's own unless the element asks for another", () =>
  open(
    {
      body: ["", "auto", "light", "dark"]
        .map((theme) => `<results-chart id="t${theme}" theme="${theme}" src="${SRC}"></results-chart>`)
        .join(""),
      colorScheme: "dark",
    },
    async (page) => {
      await waitForEvents(page, "widget-ready", 4);
      const background = (id) =>
        page.$eval(id, (element) => getComputedStyle(element.shadowRoot.querySelector(".ew")).backgroundColor);
      const [light, dark] = ["rgb(255, 255, 255)", "rgb(23, 25, 28)"];
      assert.equal(await background("#t"), light, "a page that says nothing of schemes is light");
      assert.equal(await background("#tauto"), dark);
      assert.equal(await background("#tlight"), light);
      assert.equal(await background("#tdark"), dark);
    },
  ));

test("validate returns errors and warnings, and shows nothing", () =>
  open({ body: "" }, async (page) => {
    const diagnostics = await page.evaluate(async (text) => {
      const { validate } = await import("/election-widgets.js");
      const of = (data) => validate("results-chart", data);
      return [await of(text), await of({ title: 7 }), await of(text.replace("81", "181")), await of("{")];
    }, TEXT);
    assert.deepEqual(diagnostics[0], { errors: [], warnings: [] });
    assert.equal(diagnostics[1].errors[0].path, "title");
    assert.equal(diagnostics[2].warnings[0].path, "counts[0].results.tokayev.percent");
    assert.match(diagnostics[3].errors[0].message, /not JSON/);
  }));

test("a page whose name is taken defines the elements with a prefix", () =>
  open({ body: `<x-results-chart src="${SRC}"></x-results-chart>` }, async (page) => {
    await page.evaluate(async () => (await import("/election-widgets.js")).define({ prefix: "x-" }));
    await waitForEvents(page, "widget-ready");
    assert.match(await textOf(page, "x-results-chart"), /over 81%/);
  }));

test("a screen reader hears a table with its status, and nothing twice", () =>
  open({ body: `<results-chart src="${SRC}">${FALLBACK}</results-chart>` }, async (page) => {
    await waitForEvents(page, "widget-ready");
    const tree = await page.locator("results-chart").ariaSnapshot();
    assert.equal(
      tree,
      `- figure "Early presidential election in Kazakhstan":
  - text: Early presidential election in Kazakhstan
  - paragraph: President · Kazakhstan · 20 November 2022
  - paragraph:
    - strong: Preliminary results
    - text: as of 21 November 2022
  - paragraph: Kassym-Jomart Tokayev leads with over 81%.
  - table "Early presidential election in Kazakhstan":
    - rowgroup:
      - row "Candidate Share":
        - columnheader "Candidate"
        - columnheader "Share"
    - rowgroup:
      - row "over 81%":
        - rowheader:
          - group: Kassym-Jomart Tokayev
        - cell "over 81%"
      - row "under 10% each":
        - rowheader:
          - group: 5 other candidates not named in the source
        - cell "under 10% each"
  - paragraph: "Source:"
  - list:
    - listitem: Kazakhstan’s 2022 poll “lacked competitiveness”, agency report in a Kyiv paper, 21 November 2022
- status
- group "Download or copy":
  - button "Download CSV"
  - button "Download JSON"
  - button "Copy table"
  - button "Download PNG"
  - button "Download SVG"
  - status
  - status`,
    );
    // The browser itself names the head of a row by what it holds, and says that it opens.
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const heard = (role) => nodes.filter((node) => node.role.value == role).map((node) => node.name.value);
    const options = ["Kassym-Jomart Tokayev", "5 other candidates not named in the source"];
    assert.deepEqual(heard("rowheader"), options);
    assert.deepEqual(heard("DisclosureTriangle"), options);
  }));

test("the snippet in the README is the one in the article", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const article = readFileSync(new URL("../../www/articles/kazakhstan-2022.html", import.meta.url), "utf8");
  const snippet = readme.match(/<!-- embed -->\s*```html\n(.*?)```/s)[1];
  const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
  const [wanted, found] = [lines(snippet), lines(article)];
  const start = found.indexOf(wanted[0]);
  assert.deepEqual(found.slice(start, start + wanted.length), wanted);
});

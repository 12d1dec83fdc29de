// Live data in a browser: what only a browser can show of what tests/feed/ promises.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { hydrate, launch, waitForEvents, withBody } from "./browser.mjs";
import { DIST } from "./server.mjs";

const { renderToString } = await import(`${DIST}node/index.js`);
const COUNCIL = JSON.parse(readFileSync(`${DIST}/data/made-up-council.json`, "utf8"));
const SRC = "/data/night.json";

/** The council's count at a minute, with so many votes more for its first option. */
function edition(minute, more = 0, change = {}) {
  const data = structuredClone({ ...COUNCIL, outcomes: [], ...change });
  const count = data.counts.at(-1);
  count.status = "partial";
  count.asOf = `2030-05-12T21:${String(minute).padStart(2, "0")}+06:00`;
  const first = Object.values(count.results).find(({ votes }) => Number.isInteger(votes));
  first.votes += more;
  return JSON.stringify(data);
}
const LIVE = `<results-chart src="${SRC}" refresh="5"></results-chart>`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** A page whose server answers with `live.text` and its ETag, and counts full and unchanged answers. */
function open(body, use, text = edition(10)) {
  const live = { text, full: 0, unchanged: 0 };
  const route = ({ headers }) => {
    const etag = `"${live.text.length}-${live.text.slice(-400).replace(/\W/g, "").slice(-40)}-${/21:\d\d/.exec(live.text)}"`;
    const isKnown = headers["if-none-match"] == etag;
    live[isKnown ? "unchanged" : "full"]++;
    return { status: isKnown ? 304 : 200, body: isKnown ? "" : live.text, headers: { etag, "cache-control": "max-age=3600" } };
  };
  return withBody(browser, { body, routes: { [SRC]: route } }, (page) => use(page, live));
}

/** Waits until `holds` is true in the page or here, for at most twenty seconds. */
async function until(holds) {
  for (const end = Date.now() + 40_000; !(await holds()); await new Promise((done) => setTimeout(done, 50))) {
    assert.ok(Date.now() < end, `never: ${holds}`);
  }
}
const shown = (page) => page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelector(".ew").textContent);

// The tests wait for the feed most of the time, so they wait together.
describe("live data", { concurrency: true }, () => {
  test("the browser asks whether the data changed, and gets it again only if it did", () =>
    open(LIVE, async (page, live) => {
      await waitForEvents(page, "widget-ready");
      await until(() => live.unchanged >= 2);
      assert.equal(live.full, 1);
      live.text = edition(11, 1);
      await waitForEvents(page, "widget-update");
      assert.equal(live.full, 2);
      assert.match(await shown(page), /21:11/);
    }));

  test("an older document at its address is not drawn over a newer prerendered picture", () => {
    const picture = renderToString("results-chart", edition(20), { src: SRC, refresh: "5" });
    return open(picture, async (page, live) => {
      await until(() => live.full + live.unchanged >= 2);
      assert.match(await shown(page), /21:20/);
      live.text = edition(21, 1);
      await until(async () => /21:21/.test(await shown(page)));
    });
  });

  test("`refresh` set later starts the feed, removed it stops, and nonsense is refused by name", () =>
    open(LIVE.replace(' refresh="5"', ""), async (page, live) => {
      await waitForEvents(page, "widget-ready");
      const set = (value) => page.$eval("results-chart", (element, value) => element.setAttribute("refresh", value), value);
      await set("30s");
      const [{ detail }] = await waitForEvents(page, "widget-error");
      assert.equal(detail.path, "refresh");
      assert.match(detail.message, /such as refresh="30", found "30s"/);
      assert.equal(live.full + live.unchanged, 1);
      await set("5");
      await until(() => live.unchanged >= 1);
      await page.$eval("results-chart", (element) => element.removeAttribute("refresh"));
      await page.waitForTimeout(100);
      const asked = live.full + live.unchanged;
      await page.waitForTimeout(6_500);
      assert.equal(live.full + live.unchanged, asked);
    }));

  test("a widget that is scrolled away asks nothing, and asks at once when it is back", () =>
    open(`${LIVE}<div style="height: 3000px"></div>`, async (page, live) => {
      await waitForEvents(page, "widget-ready");
      await page.evaluate(() => scrollTo(0, 2900));
      await page.waitForTimeout(100);
      const asked = live.full + live.unchanged;
      await page.waitForTimeout(11_000);
      assert.equal(live.full + live.unchanged, asked);
      live.text = edition(12, 1);
      await page.evaluate(() => scrollTo(0, 0));
      await waitForEvents(page, "widget-update");
    }));

  test("a reader who was offline sees the newest data as soon as the line is back", () =>
    open(LIVE, async (page, live) => {
      await waitForEvents(page, "widget-ready");
      await hydrate(page);
      await page.context().setOffline(true);
      const asked = live.full + live.unchanged;
      await page.waitForTimeout(11_000);
      live.text = edition(12, 1);
      await page.context().setOffline(false);
      await waitForEvents(page, "widget-update");
      assert.equal(live.full + live.unchanged, asked + 1);
    }));

  test("widgets that come later begin with the newest data, and add no requests", () =>
    open(LIVE, async (page, live) => {
      await waitForEvents(page, "widget-ready");
      live.text = edition(12, 1);
      await waitForEvents(page, "widget-update");
      const asked = live.full + live.unchanged;
      await page.evaluate((html) => {
        for (let index = 0; index < 10; index++) document.body.insertAdjacentHTML("beforeend", html);
      }, LIVE);
      await page.waitForTimeout(1_000);
      const texts = await page.$$eval("results-chart", (all) => all.map(({ shadowRoot }) => shadowRoot?.querySelector(".ew")?.textContent ?? ""));
      assert.ok(texts.filter((text) => /21:12/.test(text)).length >= 2, "those near the window are drawn");
      assert.ok(texts.every((text) => text == "" || /21:12/.test(text)));
      assert.ok(live.full + live.unchanged <= asked + 1);
    }));

  test("the time of the data is below the picture once it changed, and moves nothing", () =>
    open(LIVE, async (page, live) => {
      await waitForEvents(page, "widget-ready");
      await hydrate(page);
      const measure = () =>
        page.$eval("results-chart", (element) => {
          const tools = element.shadowRoot.querySelector(".ew-tools");
          return [element.offsetHeight, tools.offsetHeight, tools.dataset.updated];
        });
      const [height, toolsHeight, content] = await measure();
      assert.equal(content, undefined);
      live.text = edition(12, 1);
      await waitForEvents(page, "widget-update");
      for (const width of [1200, 640, 600, 420, 330]) {
        await page.setViewportSize({ width, height: 900 });
        const [withTime] = await measure();
        const without = await page.$eval("results-chart", (element) => {
          const tools = element.shadowRoot.querySelector(".ew-tools");
          const { updated } = tools.dataset;
          delete tools.dataset.updated;
          const { offsetHeight } = element;
          tools.dataset.updated = updated;
          return offsetHeight;
        });
        assert.equal(withTime, without, `${width} pixels wide`);
        const { room, needed } = await page.$eval("results-chart .ew-tools", (tools) => {
          const style = getComputedStyle(tools, "::after");
          const context = document.createElement("canvas").getContext("2d");
          context.font = `${style.fontSize} ${style.fontFamily}`;
          return { room: parseFloat(style.width), needed: context.measureText(tools.dataset.updated).width };
        });
        assert.ok(room >= needed, `${width} pixels wide: the time has ${room} of ${needed} pixels`);
      }
      await page.setViewportSize({ width: 640, height: 900 });
      assert.deepEqual(await measure(), [height, toolsHeight, "Updated\u00a021:12"]);
      await page.$eval("results-chart", (element, data) => void (element.data = data), edition(13));
      await waitForEvents(page, "widget-update", 2);
      assert.equal((await measure())[2], undefined, "data that the page sets is no feed's");
    }));

  test("new data keeps the reader's place, focus and open rows", () =>
    open(`<div style="height: 200px"></div>${LIVE}<div style="height: 3000px"></div>`, async (page, live) => {
      await waitForEvents(page, "widget-ready");
      await hydrate(page);
      const row = page.locator("results-chart summary").first();
      await row.click();
      await row.focus();
      await page.evaluate(() => scrollTo(0, 150));
      const place = () =>
        page.$eval("results-chart", ({ shadowRoot }) => ({
          top: scrollY,
          open: [...shadowRoot.querySelectorAll("details")].filter(({ open }) => open).length,
          focused: shadowRoot.activeElement?.localName,
          height: shadowRoot.host.offsetHeight,
        }));
      const before = await place();
      assert.deepEqual([before.top, before.open, before.focused], [150, 1, "summary"]);
      live.text = edition(12, 1);
      await waitForEvents(page, "widget-update");
      assert.deepEqual(await place(), before);
    }));
});

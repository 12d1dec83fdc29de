// What every widget has to stand on pages of others: forced colours, sizes, styles that a page hands down, paper, new data.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, waitForEvents, withBody, withWidget } from "./browser.mjs";

const CHART = '<results-chart src="/data/made-up-parliament.json"></results-chart>';
const MAP = '<observer-map src="/data/made-up-observers.json"></observer-map>';
const GRID = '<alliance-grid src="/data/alliances-made-up.json"></alliance-grid>';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Runs in the page: a style of the first element in a widget that a selector finds. */
const style = (page, tag, selector, name) =>
  page.evaluate(
    ([tag, selector, name]) => getComputedStyle(document.querySelector(tag).shadowRoot.querySelector(selector))[name],
    [tag, selector, name],
  );

for (const [colorScheme, ink, ground] of [["dark", "rgb(255, 255, 255)", "rgb(0, 0, 0)"], ["light", "rgb(0, 0, 0)", "rgb(255, 255, 255)"]]) {
  test(`in forced colours, ${colorScheme}, a light-only page shows text, bars, chosen buttons and the map in the system's colours`, () =>
    withBody(browser, { body: CHART + MAP + GRID, forcedColors: "active", colorScheme }, async (page) => {
      await waitForEvents(page, "widget-ready", 3);
      for (const tag of ["results-chart", "observer-map", "alliance-grid"]) {
        assert.equal(await style(page, tag, ".ew-title", "color"), ink, tag);
      }
      assert.equal(await style(page, "results-chart", ".ew-bar", "color"), ink);
      assert.equal(await style(page, "observer-map", ".ew-map-frame", "backgroundColor"), ground);
      assert.equal(await style(page, "observer-map", ".ew-land", "stroke"), ink);
      assert.equal(await style(page, "observer-map", ".ew-missions li:not([data-lit])", "borderInlineStartColor"), ground);
      assert.equal(await style(page, "alliance-grid", '.ew-kind[data-kind="member"]', "backgroundColor"), ink);
      const same = await page.evaluate(() =>
        [...document.querySelectorAll("results-chart, observer-map, alliance-grid")].flatMap(({ shadowRoot }) => {
          const ground = (pressed) => {
            const button = shadowRoot.querySelector(`button[aria-pressed="${pressed}"]`);
            return button && getComputedStyle(button).backgroundColor;
          };
          return ground("true") && ground("true") == ground("false") ? [shadowRoot.host.localName] : [];
        }),
      );
      assert.deepEqual(same, [], "a chosen button looks unlike the others");
    }));
}

test("text is as large as the text around the widget, whatever the root of the page, or as --ew-size says", () => {
  const body = `<style>html { font-size: 62.5% } body { font-size: 16px } #own { --ew-size: 20px }</style>${CHART}${CHART.replace("src", "id=own src")}`;
  return withBody(browser, { body }, async (page) => {
    await waitForEvents(page, "widget-ready", 2);
    const sizes = await page.$$eval("results-chart", (widgets) =>
      widgets.map(({ shadowRoot }) => {
        const probe = Object.assign(document.createElement("div"), { className: "probe" });
        probe.setAttribute("style", "block-size: 1rem");
        shadowRoot.querySelector("figure").append(probe);
        return Math.round(probe.getBoundingClientRect().height);
      }),
    );
    assert.deepEqual(sizes, [16, 20]);
  });
});

const LONG = "x".repeat(200);
const HOSTILE = `white-space: nowrap; text-transform: uppercase; text-indent: 3em; font: italic small-caps 16px serif;
  text-shadow: 1px 1px red; hyphens: auto; cursor: wait; letter-spacing: 1px`;
for (const [tag, file, field] of [["results-chart", "made-up-parliament", "options"], ["observer-map", "made-up-observers", "missions"], ["alliance-grid", "alliances-made-up", "alliances"]]) {
  test(`neither long words nor the page's own styles of text widen the page of an ${tag} or change its text`, () =>
    withBody(browser, { body: `<div style="${HOSTILE}"><${tag}></${tag}></div>`, viewport: { width: 320, height: 700 } }, async (page) => {
      await page.evaluate(
        async ([tag, file, field, long]) => {
          const data = await (await fetch(`/data/${file}.json`)).json();
          data.title = data.sources[0].title = long;
          data.notes = [long];
          if (field == "options") data.options[0].name = long;
          if (field == "missions") data.missions[0].name = data.missions[0].organisation = long;
          document.querySelector(tag).data = data;
        },
        [tag, file, field, LONG],
      );
      await waitForEvents(page, "widget-ready");
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
      const wanted = { whiteSpace: "normal", textTransform: "none", textIndent: "0px", fontStyle: "normal", fontVariantCaps: "normal", textShadow: "none", letterSpacing: "1px" };
      for (const [name, value] of Object.entries(wanted)) {
        const found = await style(page, tag, ".ew-title", name);
        assert.equal(found.replace("wrap", "normal"), value, name);
      }
    }));
}

test("on paper backgrounds stay, arrows are gone, and linked sources have their addresses", () =>
  withBody(browser, { body: CHART.replace("made-up-parliament", "kazakhstan-2022") }, async (page) => {
    await waitForEvents(page, "widget-ready");
    await page.emulateMedia({ media: "print" });
    assert.equal(await style(page, "results-chart", "figure", "printColorAdjust"), "exact");
    assert.equal(await style(page, "results-chart", ".ew-title", "breakAfter"), "avoid");
    const after = (selector) =>
      page.evaluate((selector) => {
        const found = document.querySelector("results-chart").shadowRoot.querySelector(selector);
        if (!found) return "absent";
        const { content, display } = getComputedStyle(found, "::after");
        return display == "none" ? "none" : content;
      }, selector);
    assert.match(await after('.ew-foot a[href^="http"]'), /absent|http/);
    assert.match(await after("summary > bdi"), /absent|none/);
  }));

test("letters on a light --ew-bar are black, and on a dark one white", () =>
  withBody(browser, { body: `${MAP}<style>observer-map { --ew-bar: #ffd200 }</style>` }, async (page) => {
    await waitForEvents(page, "widget-ready");
    const probe = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector("observer-map");
        const probe = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
        const element = document.createElement("i");
        element.setAttribute("style", "color: var(--on-bar)");
        shadowRoot.querySelector("figure").append(element);
        probe.fillStyle = getComputedStyle(element).color;
        probe.fillRect(0, 0, 1, 1);
        return probe.getImageData(0, 0, 1, 1).data[0];
      });
    assert.equal(await probe(), 0);
    await page.addStyleTag({ content: "observer-map { --ew-bar: #2b5c8a !important }" });
    assert.equal(await probe(), 255);
  }));

test("new data is announced once and the rows that changed are marked; bad data and choices are not announced", () =>
  withWidget(browser, CHART, { expected: [] }, async (page) => {
    const news = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector("results-chart");
        const marked = [...shadowRoot.querySelectorAll("tbody tr")].filter((row) => row.getAnimations().length).length;
        return [shadowRoot.querySelector('.ew-said[role="status"]').textContent, marked];
      });
    assert.deepEqual(await news(), ["", 0]);
    await page.$eval("results-chart", (element) => element.setAttribute("unit", "seats"));
    await page.waitForTimeout(200);
    assert.deepEqual(await news(), ["", 0]);
    await page.$eval("results-chart", async (element) => {
      const data = await (await fetch("/data/made-up-parliament.json")).json();
      data.options[0].name = "Harbour and Land";
      element.data = data;
    });
    await page.waitForFunction(() => /^Updated\. /.test(document.querySelector("results-chart").shadowRoot.querySelector(".ew-said").textContent));
    assert.ok((await news())[1] >= 1, "a row is marked");
    await page.$eval("results-chart", (element) => void (element.data = { title: 7 }));
    await waitForEvents(page, "widget-error");
    const notice = page.locator("results-chart .ew-notice");
    assert.equal(await notice.getAttribute("role"), null);
    assert.equal(await notice.innerText(), "The latest data can’t be shown; what is shown is older.");
  }));

test("a heading level and a language without words reach a widget that scripts draw", () =>
  withBody(browser, { body: `<div lang="kk">${CHART.replace("src", 'heading-level="3" src')}</div>` }, async (page) => {
    await waitForEvents(page, "widget-ready");
    assert.equal(await page.getByRole("heading", { level: 3 }).count(), 1);
    assert.equal(await page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelector(".ew").lang), "ru");
  }));

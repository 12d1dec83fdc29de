// Ballots with very many options.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { html, launch, waitForEvents, withPage } from "./browser.mjs";
import { serve } from "./server.mjs";

/** A made-up document with so many options, each with fewer votes than the one before. */
function many(count) {
  const ids = Array.from({ length: count }, (_, place) => `o${place}`);
  return {
    title: "Many options (made up for tests)",
    contest: { office: "Council" },
    options: ids.map((id) => ({ id, kind: "candidate", name: `Candidate ${id}` })),
    counts: [
      {
        id: "final",
        status: "final",
        asOf: "2024",
        source: "s",
        results: Object.fromEntries(ids.map((id, place) => [id, { votes: count - place }])),
      },
    ],
    sources: [{ id: "s", title: "S", publisher: "P", date: "2024" }],
  };
}

let browser, server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve({ routes: { "/page": html("<results-chart></results-chart>") } })]);
});
after(() => Promise.all([browser.close(), server.close()]));

/** Gives the page's chart data, and attributes before that. */
const show = (page, data, attributes = {}) =>
  page.$eval(
    "results-chart",
    (element, [data, attributes]) => {
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.data = data;
    },
    [data, attributes],
  );

for (const count of [1_000, 10_000]) {
  test(`${count} options are all there, in order, and can be updated`, () =>
    withPage(browser, {}, async (page) => {
      await page.goto(server.url("/page"));
      const data = many(count);
      await show(page, data);
      await waitForEvents(page, "widget-ready");
      await page.getByRole("button", { name: "Show all" }).click();
      // What is only painted comes alive first.
      await page.getByRole("button", { name: "Show fewer" }).waitFor();
      const names = () =>
        page.$eval("results-chart", ({ shadowRoot }) => {
          const rows = [...shadowRoot.querySelectorAll("tr[data-key]")];
          return [rows.length, rows[0].dataset.key, rows.at(-1).dataset.key];
        });
      assert.deepEqual(await names(), [count, "o0", `o${count - 1}`]);
      data.counts[0].results[`o${count - 1}`].votes = 2 * count;
      await show(page, data);
      await waitForEvents(page, "widget-update");
      assert.deepEqual(await names(), [count, `o${count - 1}`, `o${count - 2}`]);
    }));
}

test("a folded chart has the same elements for a hundred options and for ten thousand, until the reader asks for more", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(server.url("/page"));
    const look = async (count) => {
      await show(page, many(count));
      await page.waitForFunction((count) => {
        const said = document.querySelector("results-chart").shadowRoot?.querySelector(".ew-rest")?.textContent ?? "";
        return said.startsWith(`${(count - 10).toLocaleString("en")} more`);
      }, count);
      return page.$eval("results-chart", ({ shadowRoot }) => [...shadowRoot.querySelectorAll(".ew *")].map(({ localName }) => localName));
    };
    const few = await look(100);
    assert.deepEqual(await look(10_000), few);
    const rows = () => page.$eval("results-chart", ({ shadowRoot }) => [...shadowRoot.querySelectorAll("tr[data-key]")].map((row) => row.dataset.key));
    const focused = () => page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.activeElement?.textContent);
    await page.locator("results-chart summary").nth(2).click();
    await page.locator("results-chart [data-key=o2] + .ew-more dt").waitFor();
    assert.equal((await rows()).length, 10);
    await page.getByRole("searchbox").fill("o999");
    assert.deepEqual(await rows(), ["o999", ...Array.from({ length: 10 }, (_, n) => `o999${n}`)]);
    await page.getByRole("searchbox").fill("");
    assert.equal((await rows()).length, 10);
    await page.getByRole("button", { name: "Show all" }).focus();
    await page.keyboard.press("Enter");
    assert.equal((await rows()).length, 10_000);
    assert.equal(await focused(), "Show fewer");
    await page.keyboard.press("Enter");
    assert.equal((await rows()).length, 10);
    assert.equal(await focused(), "Show all");
    assert.equal(await page.locator("results-chart details[open]").count(), 1, "what was open is open");
  }));

/** Runs in the page: how many rows the browser has laid out. */
const laidOut = ({ shadowRoot }) => [...shadowRoot.querySelectorAll("tr[data-key] summary")].filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length;

test("the browser lays out only the visible rows of a thousand; all others can be read aloud, found and reached", () =>
  withPage(browser, { viewport: { width: 900, height: 900 } }, async (page) => {
    await page.goto(server.url("/page"));
    const chart = page.locator("results-chart");
    await show(page, many(1_000), { fold: "none" });
    await waitForEvents(page, "widget-ready");
    assert.ok((await chart.evaluate(laidOut)) < 150);
    // A story: what hydrated a chart asked each element how far it was scrolled, for which the browser laid out each row; with
    // a thousand rows a reader's first interaction took seconds.
    await page.evaluate(() => {
      const { get } = Object.getOwnPropertyDescriptor(Element.prototype, "scrollTop");
      window.scrollsAsked = 0;
      Object.defineProperty(Element.prototype, "scrollTop", { get() { return window.scrollsAsked++, get.call(this); } });
    });
    await chart.locator("[data-key=o3] summary").click();
    await chart.locator("[data-key=o3] + .ew-more dt").waitFor();
    assert.ok((await page.evaluate(() => window.scrollsAsked)) < 20);
    const { nodes } = await (await page.context().newCDPSession(page)).send("Accessibility.getFullAXTree");
    const read = nodes.filter(({ role, ignored }) => role?.value == "row" && !ignored);
    assert.equal(read.length, 1_002, "rows that are read aloud, with the one that is open");
    await chart.locator("[data-key=o700] summary").focus();
    await page.keyboard.press("Enter");
    await chart.locator("[data-key=o700] + .ew-more dt").waitFor();
    assert.equal(await chart.locator("[data-key=o700] + .ew-more dt").evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true })), true);
    await chart.locator(".ew-table").evaluate((table) => table.scrollTo(0, table.scrollHeight));
    const [head, cell] = await Promise.all([chart.locator("thead th").nth(1).boundingBox(), chart.locator("[data-key=o999] td").boundingBox()]);
    assert.equal(cell.x, head.x, "the last row stands below the head");
    assert.ok(cell.y > head.y, "which stays in sight");
  }));

// A story: selectors such as `tr + tr > *` made Chromium restyle the whole table when a row was put into it; in a chart of a
// hundred options a reader's click took ten times as long as before.
test("an option that opens restyles rows beside it, and not the whole table", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(server.url("/page"));
    await show(page, many(150), { fold: "none" });
    await waitForEvents(page, "widget-ready");
    const click = async (place) => {
      await page.locator(`results-chart [data-key=o${place}] summary`).click();
      await page.locator(`results-chart [data-key=o${place}] + .ew-more dt`).waitFor();
    };
    // What is only painted comes alive first.
    await click(0);
    await browser.startTracing(page, { categories: ["devtools.timeline"] });
    await click(2);
    const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
    const restyled = traceEvents.filter(({ name }) => name == "UpdateLayoutTree").map(({ args }) => args.elementCount ?? 0);
    const all = await page.$eval("results-chart", ({ shadowRoot }) => shadowRoot.querySelectorAll("*").length);
    assert.ok(Math.max(...restyled) > 0, "the browser counts what it restyles");
    assert.ok(Math.max(...restyled) < all * 0.7, `${Math.max(...restyled)} of ${all} elements`);
  }));

test("in a long table each figure stands below its head, however many columns there are", () =>
  withPage(browser, { viewport: { width: 900, height: 900 } }, async (page) => {
    await page.goto(server.url("/page"));
    const chart = page.locator("results-chart");
    const edges = () =>
      chart.evaluate(({ shadowRoot }) => {
        const edgesOf = (row) => [...row.cells].map((cell) => [cell.getBoundingClientRect().left, cell.getBoundingClientRect().right].map(Math.round).join());
        return ["thead tr", "[data-key=o0]", "[data-key=o24]"].map((row) => edgesOf(shadowRoot.querySelector(row)));
      });
    const data = many(25);
    const [count] = data.counts;
    for (const [place, id] of Object.keys(count.results).entries()) Object.assign(count.results[id], { percent: 4, seats: 25 - place });
    data.options[24].name = "A candidate whose name is so long that it stands on a line of its own and on the next";
    await show(page, data, { fold: "none" });
    await waitForEvents(page, "widget-ready");
    const [head, ...rows] = await edges();
    assert.equal(head.length, 4);
    // The main figure stands in the name's line, over its bar.
    const others = (cells) => cells.slice(2);
    assert.deepEqual(rows.map(others), [others(head), others(head)]);
    data.counts.push({ ...count, id: "certified", status: "certified", asOf: "2025" });
    await show(page, data, { count: "all" });
    await waitForEvents(page, "widget-update");
    const [heads, ...both] = await edges();
    assert.equal(heads.length, 3);
    assert.deepEqual(both, [heads, heads]);
  }));

test("on paper a long folded chart says how many options it leaves out and their sum", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(server.url("/page"));
    await show(page, many(1_000));
    await waitForEvents(page, "widget-ready");
    await page.emulateMedia({ media: "print" });
    assert.match(await page.locator("results-chart .ew-rest").innerText(), /^990 more\s+The first 10 are shown\.\s+490,545 in total$/);
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByRole("button", { name: "Show fewer" }).waitFor();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("results-chart tr[data-key]").last().isVisible(), true);
    assert.equal(await page.locator("results-chart .ew-fold").isVisible(), false);
  }));

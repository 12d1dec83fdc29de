// What a reader can choose, search and download in a results chart.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, shoot, waitForEvents, withWidget } from "./browser.mjs";

const PARLIAMENT = "/data/made-up-parliament.json";
const COUNCIL = "/data/made-up-council.json";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (body, options, use) => withWidget(browser, body, options, use);

const chart = (src, more = "") => `<results-chart src="${src}" ${more}></results-chart>`;
const text = (page) => page.locator("results-chart .ew").innerText();
const focused = (page) => page.evaluate(() => document.activeElement.shadowRoot.activeElement?.textContent);
/** The names of the rows in sight. */
const names = (page) =>
  page.$eval("results-chart", ({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("tbody tr[data-key]")]
      .filter((row) => row.checkVisibility())
      .map((row) => row.querySelector("bdi").textContent),
  );

test("shares, votes and seats are switched by keyboard, and the focus stays", () =>
  open(chart(PARLIAMENT), {}, async (page) => {
    const first = () => page.locator("results-chart thead th").nth(1).innerText();
    assert.equal(await first(), "Share of valid votes");
    await page.getByRole("group", { name: "Show" }).getByRole("button", { name: "Seats" }).focus();
    await page.keyboard.press("Enter");
    assert.equal(await first(), "Seats");
    assert.equal(await focused(page), "Seats");
    assert.ok(await page.locator("results-chart .ew-circle").isVisible());
  }));

test("a coalition is added up with the keyboard and the mouse, and announced", () =>
  open(chart(PARLIAMENT, "unit=seats"), {}, async (page) => {
    // Folded, since it is no news.
    await page.locator("results-chart .ew-coalition > summary").focus();
    await page.keyboard.press("Enter");
    const group = page.getByRole("group", { name: "Build a majority" });
    await group.getByRole("button", { name: "Harbour Party" }).click();
    await group.getByRole("button", { name: "Bridge Union" }).focus();
    await page.keyboard.press("Space");
    assert.match(
      await page.locator("results-chart .ew-coalition [role=status]").innerText(),
      /54 of 100 seats, a majority \(51 needed\)\./,
    );
    assert.equal(await focused(page), "Bridge Union");
    await group.getByRole("button", { name: "Harbour Party" }).click();
    assert.match(await text(page), /19 of 100 seats, not a majority \(51 needed\)\./);
  }));

test("folded options can be shown while the focus stays in view, and searched", () =>
  open(chart(COUNCIL), {}, async (page) => {
    assert.equal((await names(page)).length, 10);
    await page.getByRole("button", { name: "Show all" }).focus();
    await page.keyboard.press("Enter");
    assert.equal((await names(page)).length, 42);
    assert.equal(await focused(page), "Show fewer");
    assert.equal(await page.getByRole("region", { name: "Scrollable table" }).count(), 0);
    const inSight = () => {
      let active = document.activeElement;
      while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const { top, bottom } = active.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    };
    assert.ok(await page.evaluate(inSight), "the focus is in sight");
    await page.getByRole("searchbox", { name: "Search" }).pressSequentially("zoya");
    assert.deepEqual(await names(page), ["Zoya Pier"]);
    assert.match(await text(page), /1 of 42 found/);
    assert.equal(await page.getByRole("searchbox").inputValue(), "zoya");
    await page.getByRole("searchbox").fill("");
    await page.getByRole("button", { name: "Show fewer" }).click();
    assert.equal((await names(page)).length, 10);
  }));

test("typed text and open rows stay while data, notices and figures change", () =>
  open(chart(COUNCIL), {}, async (page) => {
    await page.getByRole("searchbox").fill("ada");
    await page.locator("results-chart summary:visible").last().click();
    await page.waitForFunction(
      () => document.querySelector("results-chart").shadowRoot.querySelector("tr:has(details[open]) + .ew-more dt"),
    );
    const opened = () =>
      page.$eval("results-chart", ({ shadowRoot }) =>
        [...shadowRoot.querySelectorAll("details[open]")].map((one) => one.closest("tr").dataset.key),
      );
    const before = await opened();
    assert.equal(before.length, 1);
    await page.$eval("results-chart", (element) => void (element.data = "{ no json"));
    await waitForEvents(page, "widget-error");
    assert.equal(await page.getByRole("searchbox").inputValue(), "ada");
    assert.equal((await names(page)).length, 2);
    assert.deepEqual(await opened(), before);
    await page.getByRole("searchbox").fill("");
    await page.getByRole("button", { name: "Name", exact: true }).click();
    assert.deepEqual(await opened(), before);
  }));

test("an open option stays open in another order, and a closed one stays closed", () =>
  open(chart(COUNCIL), {}, async (page) => {
    const opened = () =>
      page.$eval("results-chart", ({ shadowRoot }) => [...shadowRoot.querySelectorAll("[open]")].map((one) => one.closest("tr").dataset.key));
    const toggle = async (key) => {
      const row = page.locator(`results-chart [data-key=${key}]`);
      await row.evaluate((row) => {
        const { promise, resolve } = Promise.withResolvers();
        row.querySelector("details").addEventListener("toggle", resolve, { once: true });
        row.querySelector("summary").click();
        return promise;
      });
    };
    const order = (name) => page.getByRole("button", { name }).click();
    const key = await page.locator("results-chart tr[data-key]").nth(1).getAttribute("data-key");
    await toggle(key);
    assert.deepEqual(await opened(), [key]);
    await order("Name");
    assert.deepEqual(await opened(), [key]);
    await toggle(key);
    await order("Original order");
    assert.deepEqual(await opened(), []);
  }));

test("a row opens to its figures and their sources", () =>
  open(chart(PARLIAMENT), {}, async (page) => {
    await page.locator("results-chart summary", { hasText: "Harbour Party" }).click();
    assert.match(await text(page), /Share of respondents: 30–33%[^]*An exit poll, made up/);
    const [selected] = await waitForEvents(page, "widget-select");
    assert.deepEqual(selected.detail, { option: "harbour" });
  }));

test("figures are downloaded as CSV and as JSON under a strict policy", () =>
  open(chart(PARLIAMENT), { acceptDownloads: true }, async (page) => {
    const download = async (name) => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name }).click(),
      ]);
      return [file.suggestedFilename(), readFileSync(await file.path(), "utf8")];
    };
    const [name, csv] = await download("Download CSV");
    assert.equal(name, "results-final.csv");
    assert.match(csv, /^\ufeffcount,status,asOf,/);
    assert.match(csv, /final,final,2024-05-15,harbour,Harbour Party,party,,percent,valid,,value,31\.4,,,31\.40%,/);
    const [other, json] = await download("Download JSON");
    assert.equal(other, "results-final.json");
    assert.equal(JSON.parse(json)[0].source, "Made up to show what the chart does");
  }));

test("the table is copied as a table and as text, and a message says so", () =>
  open(chart(PARLIAMENT), { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.getByRole("button", { name: "Copy table" }).click();
    await page.getByText("Copied.").waitFor();
    const read = (kind) =>
      page.evaluate(async (kind) => {
        const [item] = await navigator.clipboard.read();
        return (await item.getType(kind)).text();
      }, kind);
    assert.match(await read("text/plain"), /Harbour Party\t31\.40%\t471,000\t35\n/);
    assert.match(await read("text/html"), /<td>Harbour Party<\/td><td>31\.40%<\/td>/);
  }));

test("without a clipboard a message says that the table can't be copied", () =>
  open(`<script>Object.defineProperty(navigator, "clipboard", { value: undefined })</script>${chart(PARLIAMENT)}`, {}, async (page) => {
    await page.getByRole("button", { name: "Copy table" }).click();
    await page.getByText("The table could not be copied.").waitFor();
  }));

test("paper shows every row and no control", () =>
  open(chart(COUNCIL), {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal((await names(page)).length, 42);
    assert.ok(!(await page.getByRole("button").first().isVisible()));
    assert.ok(!(await text(page)).includes("32 more"));
  }));

test("a widget that was never in view is printed", () =>
  open(
    `${chart(PARLIAMENT)}<div style="height: 5000px"></div><results-chart id="far"><script type="application/json">${readFileSync(new URL("../data/seats.json", import.meta.url), "utf8")}</script></results-chart>`,
    {},
    async (page) => {
      const drawn = () => page.$eval("#far", (element) => Boolean(element.shadowRoot?.querySelector("tbody")));
      assert.equal(await drawn(), false);
      // Drawn before the printer asks again: in the microtasks that follow the event.
      const atOnce = await page.evaluate(
        () =>
          new Promise((resolve) => {
            dispatchEvent(new Event("beforeprint"));
            setTimeout(() => resolve(Boolean(document.querySelector("#far").shadowRoot?.querySelector("tbody"))));
          }),
      );
      assert.equal(atOnce, true);
    },
  ));

for (const [name, body] of [
  ["parliament", chart(PARLIAMENT)],
  ["parliament-seats", chart(PARLIAMENT, "unit=seats")],
  ["parliament-counts", chart(PARLIAMENT, "count=all")],
  ["council", chart(COUNCIL)],
  ["parliament-ru", chart(PARLIAMENT, "unit=seats lang=ru")],
]) {
  for (const width of [320, 640, 1200]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${name} fits ${width} px in ${colorScheme}`, () =>
        open(
          `<body style="margin: 12px; background: light-dark(white, #17191c); color-scheme: light dark">${body}`,
          { viewport: { width, height: 900 }, colorScheme },
          async (page) => {
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
            await shoot(page, `${name}-${width}-${colorScheme}`);
          },
        ));
    }
  }
}

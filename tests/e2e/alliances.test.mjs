// What a reader can do with an alliance grid.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { alliances } from "../bench/documents.mjs";
import { launch, shoot, waitForEvents, withWidget } from "./browser.mjs";

const REPORTS = "/data/alliances.json";
const MADE_UP = readFileSync(new URL("../data/alliances.json", import.meta.url), "utf8");

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (body, options, use) => withWidget(browser, body, options, use);

const grid = (more = "") => `<alliance-grid src="${REPORTS}" ${more}></alliance-grid>`;
const text = (page) => page.locator("alliance-grid .ew").innerText();
const codes = (page) =>
  page.$eval("alliance-grid", ({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("tbody tr")].map((row) => row.dataset.key),
  );

test("the day is moved with the arrow keys, and the date field follows", () =>
  open(grid(), {}, async (page) => {
    const slider = page.getByRole("slider", { name: "Day" });
    const field = page.locator("alliance-grid input[type=date]");
    assert.equal(await field.inputValue(), "2019-06-05");
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await field.inputValue(), "2022-11-21");
    assert.match(await text(page), /as of 21 November 2022/);
    assert.equal(await slider.getAttribute("aria-valuetext"), "as of 21 November 2022");
    await page.keyboard.press("Home");
    // The year in which the first alliance was founded.
    assert.match(await text(page), /as of 2001/);
  }));

test("any day is chosen in the date field, and the slider follows to the stop before it", () =>
  open(grid(), {}, async (page) => {
    await page.locator("alliance-grid input[type=date]").fill("2018-03-01");
    await page.getByRole("img", { name: "member since 2017" }).first().waitFor();
    const slider = page.getByRole("slider", { name: "Day" });
    // 2001 and 2017 are stops, and over by then.
    assert.equal(await slider.inputValue(), "2");
    assert.match(await text(page), /as of 1 March 2018/);
  }));

test("states are searched, ordered by an alliance and compared", () =>
  open(grid(), {}, async (page) => {
    await page.getByRole("searchbox").fill("stan");
    assert.deepEqual(await codes(page), ["AF", "KZ", "KG", "PK", "TJ", "UZ"]);
    await page.getByRole("searchbox").fill("");
    await page.getByRole("columnheader", { name: "SCO" }).getByRole("button").click();
    assert.deepEqual((await codes(page)).slice(0, 2), ["IN", "PK"]);
    assert.equal(await page.getByRole("columnheader", { name: "SCO" }).getAttribute("aria-sort"), "ascending");
    await page.locator("alliance-grid summary", { hasText: "India" }).click();
    const selected = await waitForEvents(page, "widget-select", 2);
    assert.deepEqual(selected.map(({ detail }) => detail), [{ alliance: "SCO" }, { state: "IN" }]);
    const [first, second] = await page.locator("alliance-grid select").all();
    await first.selectOption("KZ");
    await second.selectOption("MN");
    assert.match(await text(page), /Kazakhstan is a member and Mongolia is not: SCO\./);
    assert.equal(await first.inputValue(), "KZ");
  }));

test("the legend hides a kind", () =>
  open(grid(), {}, async (page) => {
    await page.getByRole("button", { name: "D dialogue partner" }).click();
    assert.ok(!(await codes(page)).includes("TR"));
    assert.equal(await page.getByRole("button", { name: "D dialogue partner" }).getAttribute("aria-pressed"), "false");
  }));

test("cells say in words what their marks say in shapes, and rows scroll under a head that stays", () =>
  open(grid(), { viewport: { width: 320, height: 700 } }, async (page) => {
    assert.equal(await page.getByRole("img", { name: "observer as of 5 June 2019" }).count(), 4);
    const region = page.getByRole("region", { name: "Table, scrolls" });
    await region.evaluate((box) => box.scrollTo(60, 300));
    const [box, head] = await Promise.all([
      region.boundingBox(),
      page.locator("alliance-grid thead th").first().boundingBox(),
    ]);
    assert.ok(Math.abs(head.y - box.y) < 2, "the head stays");
    assert.ok(Math.abs(head.x - box.x) < 2, "the first column stays");
  }));

test("spells are downloaded with their sources", () =>
  open(`<alliance-grid><script type="application/json">${MADE_UP}</script></alliance-grid>`, { acceptDownloads: true }, async (page) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download CSV" }).click(),
    ]);
    assert.equal(file.suggestedFilename(), "alliances-2010-01-01.csv");
    assert.match(readFileSync(await file.path(), "utf8"), /ES,Spain,one,member,1999-03,,2010-01-01,2010-01-01,yes,with a reservation,Treaty,/);
  }));

for (const [name, body] of [
  ["alliances", grid()],
  ["alliances-2017", grid('as-of="2017-06-01"')],
  ["alliances-list", grid('view="alliances" as-of="2022-11-21"')],
  ["alliances-states", grid('view="states"')],
  ["alliances-timeline", `<alliance-grid view="timeline"><script type="application/json">${MADE_UP}</script></alliance-grid>`],
  ["alliances-overlap", grid('view="overlap"')],
  ["alliances-ru", grid('lang="ru"')],
  ["alliances-made-up", `<alliance-grid><script type="application/json">${MADE_UP}</script></alliance-grid>`],
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

/** What the Tab key passes, from the first control of the grid on: each by its name. */
async function passed(page, most = 60) {
  const names = [];
  await page.evaluate(() => getSelection().removeAllRanges());
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const at = document.activeElement.shadowRoot?.activeElement;
      return at && (at.getAttribute("aria-label") ?? at.innerText ?? at.textContent);
    });
    if (name == null) break;
    names.push(name.trim());
  }
  return names;
}

const VIEWS = [
  ["Grid", ['table', 'columnheader "SCO"', 'rowheader', 'img "observer as of 5 June 2019"']],
  ["By alliance", ['term: Shanghai Cooperation Organisation', 'definition: "members: China, India']],
  ["By state", ['term: Kazakhstan', 'definition: "SCO: member as of 5 June 2019']],
  ["Timeline", ['region "Table, scrolls"', 'rowheader "India"', 'cell "SCO: member since 2017"']],
  ["In the same alliances", ['table', 'columnheader "CSTO"', /cell ".*SCO.*members?: /]],
];
for (const [name, said] of VIEWS) {
  test(`the view "${name}" is reached by keys and read aloud in full`, () =>
    open(grid(), {}, async (page) => {
      const button = page.getByRole("button", { name, exact: true });
      await button.focus();
      await page.keyboard.press("Enter");
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      const tree = await page.locator("alliance-grid").ariaSnapshot();
      for (const part of said) {
        assert.ok(part instanceof RegExp ? part.test(tree) : tree.includes(part), `${part} is not in\n${tree}`);
      }
      // The focus is where it was, and everything that can be used is passed.
      const stops = await passed(page);
      for (const wanted of ["Day", "Compare", "Download CSV"]) assert.ok(stops.includes(wanted), stops.join(" | "));
    }));
}

test("by keys a state is opened and one membership of it pointed at; each dispatches an event", () =>
  open(grid(), {}, async (page) => {
    await page.locator("alliance-grid summary", { hasText: "Kazakhstan" }).focus();
    await page.keyboard.press("Enter");
    // The browser dispatches `toggle` of an opened row a task later.
    await waitForEvents(page, "widget-select");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const selected = await waitForEvents(page, "widget-select", 2);
    assert.deepEqual(selected.map(({ detail }) => detail), [{ state: "KZ" }, { state: "KZ", alliance: "SCO" }]);
    assert.equal(await page.locator("alliance-grid td[data-chosen]").count(), 1);
    const button = page.getByRole("button", { name: "Shanghai Cooperation Organisation" });
    assert.equal(await button.getAttribute("aria-pressed"), "true");
  }));

test("paper has every row of the grid and no control", () =>
  open(grid(), { viewport: { width: 700, height: 400 } }, async (page) => {
    await page.emulateMedia({ media: "print" });
    const table = page.locator("alliance-grid .ew-table");
    const hidden = await table.evaluate((box) => box.scrollHeight - box.clientHeight);
    assert.ok(hidden <= 1, `${hidden} px of the grid are not printed`);
    for (const control of await page.locator("alliance-grid .ew-controls").all()) assert.ok(!(await control.isVisible()));
  }));

test("a page's own images stand where the codes are", () =>
  open(`<style>alliance-grid::part(code-KZ) { background: rgb(1, 2, 3); }</style>${grid()}`, {}, async (page) => {
    const chip = page.locator('alliance-grid tr[data-key="KZ"] .ew-code');
    assert.equal(await chip.evaluate((chip) => getComputedStyle(chip).backgroundColor), "rgb(1, 2, 3)");
  }));

test("two hundred states by sixty alliances are all there, and a row that is opened has its memberships", async () => {
  const data = JSON.stringify(alliances(200, 60));
  const body = `<alliance-grid></alliance-grid><script type="module">document.querySelector("alliance-grid").data = ${data};</script>`;
  await open(body, {}, async (page) => {
    assert.equal((await codes(page)).length, 200);
    assert.equal(await page.locator("alliance-grid tbody td").count(), 200 * 61);
    const row = page.locator('alliance-grid tr[data-key="AB"]');
    assert.equal(await row.locator("dt").count(), 0);
    await row.locator("summary").click();
    await row.locator("dt").first().waitFor();
    assert.equal(await row.locator("dt").count(), 20);
  });
});

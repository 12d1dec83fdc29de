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

test("the day is moved with the arrow keys between labelled ends, and the grid opens on the latest that is known", () =>
  open(grid(), {}, async (page) => {
    const slider = page.getByRole("slider", { name: "Date" });
    const said = () => slider.getAttribute("aria-valuetext");
    assert.match(await said(), /^latest known/);
    assert.match(await page.locator("alliance-grid .ew-time").innerText(), /^2001\s+latest$/);
    await page.getByRole("columnheader", { name: "CSTO 21 November 2022" }).waitFor();
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    assert.match(await text(page), /as of 21 November 2022/);
    assert.equal(await said(), "as of 21 November 2022");
    assert.equal(await page.getByRole("columnheader", { name: "CSTO" }).innerText(), "CSTO");
    await page.keyboard.press("End");
    assert.match(await said(), /^latest known/);
    await page.keyboard.press("Home");
    // The year in which the first alliance was founded.
    assert.match(await text(page), /as of 2001/);
  }));

test("a day that the page asks for is between two stops of the slider", () =>
  open(grid('as-of="2018-03-01"'), {}, async (page) => {
    await page.getByRole("img", { name: "member since 2017" }).first().waitFor();
    const slider = page.getByRole("slider", { name: "Date" });
    // 2001 and 2017 are stops, and over by then.
    assert.equal(await slider.inputValue(), "2");
    assert.match(await text(page), /as of 1 March 2018/);
  }));

test("states are searched, ordered by an alliance and compared", () =>
  open(grid(), {}, async (page) => {
    await page.getByRole("searchbox").fill("zzz");
    assert.match(await page.locator("alliance-grid tbody").innerText(), /^Nothing matches “zzz”\.$/);
    await page.getByRole("searchbox").fill("stan");
    assert.deepEqual((await codes(page)).toSorted(), ["AF", "KG", "KZ", "PK", "TJ", "UZ"]);
    await page.getByRole("searchbox").fill("");
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("SCO");
    assert.deepEqual((await codes(page)).slice(0, 2), ["IN", "PK"]);
    assert.equal(await page.getByRole("columnheader", { name: "SCO" }).getAttribute("aria-sort"), "ascending");
    await page.locator("alliance-grid summary", { hasText: "India" }).click();
    const selected = await waitForEvents(page, "widget-select", 2);
    assert.deepEqual(selected.map(({ detail }) => detail), [{ alliance: "SCO" }, { state: "IN" }]);
    await page.locator("alliance-grid summary", { hasText: "Compare" }).click();
    const first = page.getByRole("combobox", { name: "First country" });
    await first.selectOption("KZ");
    await page.getByRole("combobox", { name: "Second country" }).selectOption("MN");
    assert.match(await text(page), /Only Kazakhstan is a member of SCO \(5 June 2019\)\./);
    assert.equal(await first.inputValue(), "KZ");
  }));

test("a kind is hidden", () =>
  open(grid(), {}, async (page) => {
    const button = page.getByRole("button", { name: "dialogue partner" });
    await button.click();
    assert.ok(!(await codes(page)).includes("TR"));
    assert.equal(await button.getAttribute("aria-pressed"), "false");
  }));

test("cells say in words what their marks say in shapes, and a narrow grid grows down the page under its key", () =>
  open(grid(), { viewport: { width: 320, height: 700 } }, async (page) => {
    assert.equal(await page.getByRole("img", { name: "observer as of 5 June 2019" }).count(), 4);
    const table = page.locator("alliance-grid .ew-table");
    const hidden = await table.evaluate((box) => [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth]);
    assert.ok(hidden.every((pixels) => pixels <= 1), `${hidden} px are out of sight`);
    assert.match(await page.locator("alliance-grid .ew-legend").innerText(), /member\s+O\s+observer\s+D\s+dialogue partner/);
  }));

test("on a phone twelve alliances are in sight at once, and the first mark near the headline", async () => {
  const data = JSON.stringify(alliances(20, 12));
  const body = `<alliance-grid></alliance-grid><script type="module">document.querySelector("alliance-grid").data = ${data};</script>`;
  await open(body, { viewport: { width: 320, height: 700 } }, async (page) => {
    await page.locator("alliance-grid .ew-kind").first().waitFor();
    const table = page.locator("alliance-grid .ew-table");
    const hidden = await table.evaluate((box) => box.scrollWidth - box.clientWidth);
    assert.ok(hidden <= 1, `${hidden} px are out of sight`);
  });
  await open(grid(), { viewport: { width: 390, height: 800 } }, async (page) => {
    const [title, mark] = await Promise.all([
      page.locator("alliance-grid .ew-title").boundingBox(),
      page.locator("alliance-grid tbody .ew-kind").first().boundingBox(),
    ]);
    const between = mark.y - title.y - title.height;
    assert.ok(between < 220, `${between} px below the headline`);
  });
});

test("a kind is told apart without colour on paper and in forced colours", () =>
  open(grid(), { forcedColors: "active" }, async (page) => {
    const fill = (kind) =>
      page.locator(`alliance-grid td .ew-kind[data-kind="${kind}"]`).first().evaluate((mark) => {
        const { backgroundColor, backgroundImage, printColorAdjust } = getComputedStyle(mark);
        return [backgroundColor !== "rgba(0, 0, 0, 0)", backgroundImage !== "none", printColorAdjust].join();
      });
    assert.equal(await fill("member"), "true,false,exact");
    assert.equal(await fill("observer"), "false,true,exact");
    assert.equal(await fill("dialogue-partner"), "false,false,exact");
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
  ["Table", ['table "Who belongs', 'columnheader "SCO 5 June 2019"', "rowheader", 'img "observer as of 5 June 2019"']],
  ["By organisation", ["term: Shanghai Cooperation Organisation (5 June 2019)", 'text: "members: China, India']],
  ["By country", ["term: Kazakhstan", 'text: "SCO: member as of 5 June 2019']],
  ["Timeline", ['table "Who belongs', 'rowheader "India"', 'cell "SCO: member since 2017']],
  ["Shared memberships", ['table "Who belongs', 'columnheader "CSTO', 'img "not clear"', /rowheader ".*SCO.*\(\d+\): /]],
];
for (const [name, said] of VIEWS) {
  test(`the view "${name}" is reached by keys and read aloud in full`, () =>
    open(grid(), {}, async (page) => {
      const list = page.getByRole("combobox", { name: "View" });
      await list.focus();
      await page.keyboard.type(name);
      assert.equal(await list.inputValue(), name);
      await page.waitForFunction((name) => {
        const { shadowRoot } = document.querySelector("alliance-grid");
        return shadowRoot.querySelector("select").value === name && !shadowRoot.querySelector("[aria-busy]");
      }, name);
      const tree = await page.locator("alliance-grid").ariaSnapshot();
      for (const part of said) {
        assert.ok(part instanceof RegExp ? part.test(tree) : tree.includes(part), `${part} is not in\n${tree}`);
      }
      // The focus is where it was, and everything that can be used is passed.
      const stops = await passed(page);
      for (const wanted of ["Date", "Compare", "Download CSV"]) assert.ok(stops.includes(wanted), stops.join(" | "));
    }));
}

test("a timeline is as tall as its rows, and the day is a line on it", () =>
  open('<alliance-grid src="/data/alliances-since.json" view="timeline" as-of="2016-01-01"></alliance-grid>', {}, async (page) => {
    const table = page.locator("alliance-grid .ew-table");
    assert.ok(await table.evaluate((box) => box.scrollHeight - box.clientHeight <= 1));
    const at = () => page.locator("alliance-grid .ew-day").first().getAttribute("x1");
    const before = await at();
    await page.getByRole("slider").focus();
    await page.keyboard.press("Home");
    assert.notEqual(await at(), before);
  }));

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

test("a page can show its own images beside states", () =>
  open(`<style>alliance-grid::part(code-KZ) { background: rgb(1, 2, 3); }</style>${grid()}`, {}, async (page) => {
    const chip = page.locator('alliance-grid tr[data-key="KZ"] [part~="code"]');
    assert.equal(await chip.evaluate((chip) => getComputedStyle(chip).backgroundColor), "rgb(1, 2, 3)");
  }));

test("two hundred states by sixty alliances are all there, and a row that is opened has its memberships", async () => {
  const data = JSON.stringify(alliances(200, 60));
  const body = `<alliance-grid></alliance-grid><script type="module">document.querySelector("alliance-grid").data = ${data};</script>`;
  await open(body, {}, async (page) => {
    assert.equal((await codes(page)).length, 200);
    // A cell for each alliance, and one for how many they are.
    assert.equal(await page.locator("alliance-grid tbody td").count(), 200 * 61);
    const row = page.locator('alliance-grid tr[data-key="AB"]');
    assert.equal(await row.locator("dt").count(), 0);
    await row.locator("summary").click();
    await row.locator("dt").first().waitFor();
    assert.equal(await row.locator("dt").count(), 20);
  });
});

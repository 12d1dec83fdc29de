// What a reader can do with an observer map: by pointer, by keys, by ear.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { observers } from "../bench/documents.mjs";
import { launch, waitForEvents, withWidget } from "./browser.mjs";

const SRC = "/data/made-up-observers.json";
const WIDE = { viewport: { width: 1200, height: 900 } };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const open = (body, options, use) => withWidget(browser, body, { ...WIDE, ...options }, use);

const map = (more = "") => `<observer-map src="${SRC}" ${more}></observer-map>`;
const names = (page) =>
  page.$eval("observer-map", ({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("li .ew-row > bdi")].map((name) => name.textContent),
  );
const lit = (page) =>
  page.$eval("observer-map", ({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("[data-lit]")].map((one) => one.dataset.key ?? one.getAttribute("aria-label")),
  );
const viewBox = (page) => page.locator("observer-map svg").getAttribute("viewBox");
/** What has the focus: its name, or its role. */
const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement.shadowRoot?.activeElement;
    return at && (at.getAttribute("aria-label") ?? at.textContent);
  });

test("a mission that a reader points at in the list is marked on the map, and the other way round", () =>
  open(map(), {}, async (page) => {
    await page.locator("observer-map li", { hasText: "Mountain Union" }).first().hover();
    assert.deepEqual(await lit(page), ["Almaty area: 3 missions", "Osh: Mountain Union (E)"]);
    await page.getByRole("button", { name: "Turkmenistan: Long-term mission (D)" }).hover();
    assert.deepEqual(await lit(page), ["river-long"]);
    await page.mouse.move(5, 5);
    assert.deepEqual(await lit(page), []);
    // By keys it is the same.
    await page.getByRole("button", { name: "Osh: Mountain Union (E)" }).focus();
    assert.deepEqual(await lit(page), ["mountain"]);
  }));

test("a region that is clicked shows its missions alone, and Escape shows all again", () =>
  open(map(), {}, async (page) => {
    const region = page.getByRole("button", { name: "Kyrgyzstan: Citizens’ Monitor (G)" });
    await region.dispatchEvent("click");
    assert.deepEqual(await names(page), ["Citizens’ Monitor"]);
    assert.equal(await region.getAttribute("aria-pressed"), "true");
    await page.getByRole("status").filter({ hasText: "Showing 1 mission (Kyrgyzstan)" }).waitFor();
    await region.focus();
    await page.keyboard.press("Escape");
    assert.equal((await names(page)).length, 9);
  }));

test("with the keyboard a reader zooms and moves the map, reaches a marker, opens its missions and closes them", () =>
  open(map(), {}, async (page) => {
    const whole = await viewBox(page);
    const nearer = page.getByRole("button", { name: "Zoom in" });
    await nearer.focus();
    await page.keyboard.press("+");
    const near = await viewBox(page);
    assert.notEqual(near, whole);
    await page.keyboard.press("ArrowRight");
    assert.notEqual(await viewBox(page), near);
    await page.keyboard.press("0");
    assert.equal(await viewBox(page), whole);
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Zoom out");
    const passed = [];
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press("Tab");
      passed.push(await focused(page));
      if (passed.at(-1)?.startsWith("Almaty area")) break;
    }
    assert.deepEqual(passed.slice(0, 2), ["Turkmenistan: Long-term mission (D)", "Kyrgyzstan: Citizens’ Monitor (G)"]);
    assert.equal(passed.at(-1), "Almaty area: 3 missions");
    await page.keyboard.press("Enter");
    assert.deepEqual(await names(page), ["Southern group", "Mountain Union", "Citizens’ Monitor"]);
    // The focus stays where the reader is.
    assert.equal(await focused(page), "Almaty area: 3 missions");
    await page.keyboard.press(" ");
    assert.equal((await names(page)).length, 9);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    assert.equal((await names(page)).length, 9);
    assert.equal(await focused(page), "Almaty area: 3 missions");
  }));

test("Escape in the search field clears it where nothing else is open", () => {
  const body = `<observer-map></observer-map><script type="module">
    document.querySelector("observer-map").data = ${JSON.stringify(observers(20))};
  </script>`;
  return open(body, {}, async (page) => {
    const search = page.getByRole("searchbox", { name: "Search" });
    await search.fill("Mission 7");
    assert.deepEqual(await names(page), ["Mission 7"]);
    await search.press("Escape");
    assert.equal(await search.inputValue(), "");
    assert.equal((await names(page)).length, 20);
  });
});

test("a mission opens by Enter in the list and says what it has said, with its source", () =>
  open(map(), {}, async (page) => {
    await page.locator("observer-map summary", { hasText: "River Assembly" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByText("Voting was calm in all places visited.").waitFor();
    const [selected] = await waitForEvents(page, "widget-select");
    assert.deepEqual(selected.detail, { mission: "river" });
    // Another opens instead, and the first one's closing does not close it.
    await page.locator("observer-map summary", { hasText: "Mountain Union" }).first().click();
    await page.waitForFunction(
      () => document.querySelector("observer-map").shadowRoot.querySelectorAll("details[open]").length == 1,
    );
    const open = await page.locator("observer-map li:has(> [open])").getAttribute("data-key");
    assert.equal(open, "mountain");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("observer-map details[open]").count(), 0);
  }));

test("for screen readers the map is a group of buttons with names, and the list has every mission with its letter", () =>
  open(map(), {}, async (page) => {
    const tree = await page.locator("observer-map").ariaSnapshot();
    for (const said of [
      "figure \"Observers of an election that never happened\"",
      "combobox \"Organisation\"",
      /group "Map: Central Asia/,
      "button \"Turkmenistan: Long-term mission (D)\"",
      "button \"Almaty area: 3 missions\"",
      "button \"Zoom in\"",
      "region \"Missions\"",
    ]) {
      assert.ok(said instanceof RegExp ? said.test(tree) : tree.includes(said), `${said} is not in\n${tree}`);
    }
    assert.equal(tree.match(/- listitem/g).length, 9 + 1, tree); // missions, a source
    assert.ok(tree.includes("not on the map"));
    assert.match(tree, /A Northern group/);
  }));

test("the Tab key skips markers out of view", () =>
  open(map(), {}, async (page) => {
    const stops = () => page.locator("observer-map svg [tabindex]").count();
    const all = await stops();
    const fit = page.getByRole("button", { name: "Zoom in" });
    for (let presses = 0; presses < 4; presses++) await fit.click();
    assert.ok((await stops()) < all);
    assert.match(await page.locator("observer-map .ew-map-remarks").innerText(), /outside this view/);
    // A button that can do nothing more keeps the focus.
    for (let presses = 0; presses < 3; presses++) await fit.click();
    await fit.press("Enter");
    assert.equal(await fit.getAttribute("aria-disabled"), "true");
    assert.equal(await focused(page), "Zoom in");
    await page.getByRole("button", { name: "Reset" }).click();
    assert.equal(await stops(), all);
  }));

test("single taps and two fingers move a zoomed map, and one finger scrolls the page", () =>
  open(`${map()}<p style="height: 3000px">`, { viewport: { width: 390, height: 800 }, hasTouch: true }, async (page) => {
    await page.getByRole("button", { name: "Zoom in" }).tap();
    const left = async () => Number((await viewBox(page)).split(" ")[0]);
    const near = await left();
    await page.getByRole("button", { name: "Move left" }).tap();
    assert.ok((await left()) < near);
    const box = await page.locator("observer-map svg").boundingBox();
    const session = await page.context().newCDPSession(page);
    const touch = (type, ...touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
    const fingers = (x) => [0, 1].map((id) => ({ id, x: box.x + 120 + x + 60 * id, y: box.y + 120 }));
    const before = await left();
    await touch("touchStart", ...fingers(0));
    for (const x of [20, 40, 60, 80]) await touch("touchMove", ...fingers(-x));
    await touch("touchEnd");
    assert.ok((await left()) > before, `${await left()} is not right of ${before}`);
    const still = await viewBox(page);
    await touch("touchStart", fingers(0)[0]);
    for (const y of [20, 60, 120]) await touch("touchMove", { ...fingers(0)[0], y: box.y + 120 - y });
    await touch("touchEnd");
    await page.waitForFunction(() => scrollY > 0);
    assert.equal(await viewBox(page), still);
  }));

test("focus stays in the widget where the marker or the button that had it goes away", () =>
  open(map(), {}, async (page) => {
    const marker = page.getByRole("button", { name: "Atyrau: Western group (H)" });
    await marker.focus();
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press("+");
    assert.equal(await marker.count(), 0);
    assert.match(await focused(page), /^Map: /);
    await page.keyboard.press("0");
    await page.getByRole("button", { name: "Almaty area: 3 missions" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Show all" }).focus();
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "Missions");
  }));

for (const width of [320, 390, 1000]) {
  test(`every marker can be hit within 24 pixels at ${width} px`, () =>
    open(map(), { viewport: { width, height: 900 } }, async (page) => {
      const sizes = await page.locator("observer-map .ew-hit").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      assert.ok(sizes.length > 3 && sizes.every((size) => size >= 24), sizes.join(" "));
    }));
}

test("on a phone the first figure is within 200 pixels of the headline, and the map within 300", () =>
  open(map(), { viewport: { width: 390, height: 800 } }, async (page) => {
    const top = async (name) => (await page.locator(`observer-map ${name}`).first().boundingBox()).y;
    const title = await top(".ew-title");
    assert.ok((await top(".ew-headline")) - title < 200 && (await top("svg")) - title < 300);
  }));

test("the wheel scrolls the page, with Ctrl it zooms; a mouse drags the map, a finger the page", () =>
  open(`${map()}<p style="height: 3000px">`, {}, async (page) => {
    const whole = await viewBox(page);
    const svg = page.locator("observer-map svg");
    const box = await svg.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 60);
    await page.mouse.wheel(0, 60);
    await page.waitForFunction(() => scrollY > 0);
    assert.equal(await viewBox(page), whole);
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -60);
    await page.keyboard.up("Control");
    await page.waitForFunction((whole) => {
      const svg = document.querySelector("observer-map").shadowRoot.querySelector("svg");
      return svg.getAttribute("viewBox") != whole;
    }, whole);
    const near = await viewBox(page);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 80, box.y + 60, { steps: 4 });
    await page.mouse.up();
    const [, , , , x] = [...near.split(" "), (await viewBox(page)).split(" ")[0]];
    assert.ok(Number(x) > Number(near.split(" ")[0]));
    assert.equal(await svg.evaluate((svg) => getComputedStyle(svg).touchAction), "auto");
  }));

test("organisation, search and order are chosen once for map and list", () =>
  open(map(), {}, async (page) => {
    await page.getByRole("combobox", { name: "Organisation" }).selectOption({ label: "Mountain Union" });
    assert.deepEqual(await names(page), ["Mountain Union", "Short-term mission"]);
    const labels = await page.locator("observer-map svg [role=button]").evaluateAll((all) =>
      all.map((one) => one.getAttribute("aria-label")),
    );
    assert.ok(labels.every((label) => /Mountain Union|Short-term mission|2 missions/.test(label)), labels);
    await page.getByRole("button", { name: "Show all" }).click();
    assert.equal(await page.getByRole("combobox", { name: "Organisation" }).inputValue(), "");
    await page.$eval("observer-map", (element) => element.setAttribute("order", "size"));
    await page.getByText("Some missions cannot be ranked by size.").waitFor();
    assert.equal((await names(page))[0], "Citizens’ Monitor");
  }));

test("with a hash attribute the page's address contains the reader's choices", () =>
  open(map('hash="map"'), { path: "/page#map.select=river&other" }, async (page) => {
    assert.equal(await page.locator("observer-map li:has(> [open])").getAttribute("data-key"), "river");
    await page.getByRole("combobox", { name: "Organisation" }).selectOption({ label: "River Assembly" });
    const hash = () => page.evaluate(() => location.hash);
    assert.equal(await hash(), "#other&map.select=river&map.organisation=river");
    await page.evaluate(() => (location.hash = "#map.find=osh"));
    await page.waitForFunction(
      () => document.querySelector("observer-map").shadowRoot.querySelectorAll("li .ew-row").length == 1,
    );
    assert.deepEqual(await names(page), ["Mountain Union"]);
    assert.equal(await page.evaluate(() => history.length), 3);
  }));

test("without a hash attribute the address stays as it is", () =>
  open(map(), {}, async (page) => {
    await page.getByRole("combobox", { name: "Organisation" }).selectOption({ label: "Mountain Union" });
    assert.equal(await page.evaluate(() => location.hash), "");
  }));

const AREA = "/geo/central-asia-2018.json";
const BAD_AREAS = [
  ["is not there", { status: 404, body: "" }, /central-asia-2018\.json: HTTP 404/, [/404/, /^failed: /]],
  ["is cut short", { body: '{"format":"election-widgets area 1","id":' }, /not JSON/, []],
  ["is a page of HTML", { body: "<!doctype html>" }, /expected JSON, found HTML/, []],
  ["is another thing", { body: '{"type":"Topology"}' }, /area\.format: expected "election-widgets area 1"/, []],
  ["is another area", { body: readFileSync(new URL("../../www/geo/kyrgyzstan-before-2018.json", import.meta.url)) }, /area\.id/, []],
  ["is over-large", { body: `{"format":"${"x".repeat(6e6)}"}` }, /at most 5 MB/, []],
];
for (const [what, answer, message, expected] of BAD_AREAS) {
  test(`where the area file ${what} the list stays and it is said why there is no map`, () =>
    open(map(), { routes: { [AREA]: { type: "application/json", ...answer } }, expected }, async (page) => {
      assert.equal((await names(page)).length, 9);
      const said = await page.locator("observer-map .ew").innerText();
      assert.match(said, /The map can’t be shown\./);
      const errors = await waitForEvents(page, "widget-error");
      assert.equal(errors.length, 1);
      assert.match(`${errors[0].detail.path}: ${errors[0].detail.message}`, message);
    }));
}

test("a newsroom's own area file is fetched from where the document says", () => {
  const document = JSON.parse(readFileSync(new URL("../../www/data/made-up-observers.json", import.meta.url)));
  document.area = { url: "own/area.json", credit: "Our graphics desk" };
  const area = readFileSync(new URL("../../www/geo/central-asia-2018.json", import.meta.url));
  const routes = { "/own/area.json": { body: area }, "/data.json": { body: JSON.stringify(document) } };
  return open('<observer-map src="/data.json"></observer-map>', { routes }, async (page, server) => {
    assert.match(await page.locator("observer-map .ew-map-remarks").innerText(), /Our graphics desk/);
    assert.ok(server.requests.includes("/own/area.json"));
    assert.ok(!server.requests.includes(AREA));
  });
});

test("missions can be downloaded as GeoJSON", () =>
  open(map(), {}, async (page) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download GeoJSON" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "observers.geojson");
    const { type, features } = JSON.parse(readFileSync(await download.path(), "utf8"));
    assert.equal(type, "FeatureCollection");
    assert.equal(features.length, 9);
    assert.deepEqual(features[0].geometry.coordinates[0], [71.43, 51.13]);
  }));

test("paper has the map and every mission", () =>
  open(map(), {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("observer-map svg").isVisible());
    assert.ok(!(await page.locator("observer-map .ew-map-tools").isVisible()));
    const list = page.locator("observer-map .ew-missions");
    const hidden = await list.evaluate((list) => list.scrollHeight - list.clientHeight);
    assert.ok(hidden <= 1, `${hidden} px of the list are not printed`);
  }));

for (const [width, where] of [[1200, "beside"], [640, "over"], [320, "over"]]) {
  test(`the map stands ${where} the list at ${width} px`, () =>
    open(map(), { viewport: { width, height: 900 } }, async (page) => {
      const [map, list] = await Promise.all([".ew-map", ".ew-missions"].map((name) => page.locator(`observer-map ${name}`).boundingBox()));
      const found = list.y >= map.y + map.height ? "over" : list.x >= map.x + map.width ? "beside" : "across";
      assert.equal(found, where);
    }));
}

test("nothing in a map moves by itself, whatever the reader set for motion", () =>
  open(map(), {}, async (page) => {
    await page.getByRole("button", { name: "Zoom in" }).click();
    const moving = await page.$eval("observer-map", ({ shadowRoot }) => shadowRoot.getAnimations().length);
    assert.equal(moving, 0);
  }));

test("new data keeps what is chosen, and the focus", () =>
  open(map(), {}, async (page) => {
    const marker = page.getByRole("button", { name: "Osh: Mountain Union (E)" });
    await marker.focus();
    const document = JSON.parse(readFileSync(new URL("../../www/data/made-up-observers.json", import.meta.url)));
    document.missions.unshift({
      id: "new",
      organisation: "New",
      where: { places: [{ kind: "city", name: "Mary", lon: 61.83, lat: 37.6 }] },
    });
    await page.$eval("observer-map", (element, data) => void (element.data = data), document);
    await waitForEvents(page, "widget-update");
    assert.equal((await names(page))[0], "New");
    // The same marker; its mission is the sixth now.
    assert.equal(await focused(page), "Osh: Mountain Union (F)");
  }));

/** A map of so many made-up missions. */
const many = (count, use) =>
  open(
    `<observer-map></observer-map><script type="module">
      document.querySelector("observer-map").data = ${JSON.stringify(observers(count))};
    </script>`,
    {},
    use,
  );

test("5,000 missions are clustered, none is lost, and the list shows its first hundred until all are asked for", () =>
  many(5_000, async (page) => {
    const markers = page.locator("observer-map svg .ew-marker text");
    // A marker of several says ×58, one of a single mission the mission's number.
    const numbers = await markers.evaluateAll((all) => all.map(({ textContent: text }) => (text[0] == "×" ? Number(text.slice(1)) : 1)));
    assert.ok(numbers.length > 10 && numbers.length < 150, `${numbers.length} markers`);
    assert.equal(numbers.reduce((sum, one) => sum + one), 5_000);
    assert.equal((await names(page)).length, 100);
    await page.getByRole("button", { name: "Show all 5,000" }).click();
    assert.equal((await names(page)).length, 5_000);
  }));

test("a thousand changes of filter leave memory as it is", () =>
  many(400, async (page) => {
    const filter = (times) =>
      page.$eval(
        "observer-map",
        async ({ shadowRoot }, times) => {
          const select = shadowRoot.querySelector("select");
          const ids = [...select.options].map((option) => option.value);
          for (let turn = 0; turn < times; turn++) {
            select.value = ids[turn % ids.length];
            select.dispatchEvent(new Event("input"));
            await new Promise((done) => setTimeout(done));
          }
        },
        times,
      );
    const session = await page.context().newCDPSession(page);
    const memory = async () => {
      // What finalizers and the page's own tasks let go of is garbage only the next time.
      for (let round = 0; round < 4; round++) {
        await session.send("HeapProfiler.collectGarbage");
        await page.waitForTimeout(50);
      }
      const { embedderHeapUsedSize, usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
      return usedSize + embedderHeapUsedSize + backingStorageSize;
    };
    await filter(100);
    const early = await memory();
    await filter(1_000);
    const late = await memory();
    assert.ok(late < early * 1.05, `${early} bytes became ${late}`);
  }));

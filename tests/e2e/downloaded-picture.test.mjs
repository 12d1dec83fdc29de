// A reader takes a widget along as a picture.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, waitForEvents, withWidget } from "./browser.mjs";
import { DIST } from "./server.mjs";

const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../target", import.meta.url));
const PROGRAM = "/election-widgets-picture.wasm";

let browser, folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "picture-"));
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const chart = (name, attributes = "") => `<results-chart src="/data/${name}.json" ${attributes}></results-chart>`;
const open = (body, use, options = {}) => withWidget(browser, body, options, use);

/** Draws a document with the command. Returns the file. */
function byCommand(name, ending, ...options) {
  const file = join(folder, `${name}.${ending}`);
  execFileSync(`${target}/command/election-widgets`, ["picture", join(DIST, `data/${name}.json`), "-o", file, ...options], { stdio: "pipe" });
  return readFileSync(file);
}

/** Clicks the button of a widget. Returns the file that the browser saves, and its name. */
async function saved(page, tag, label) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(tag).getByRole("button", { name: label }).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const said = (page, text) => page.locator("results-chart .ew-tools").getByText(text).waitFor();

for (const [tag, name, lang] of [
  ["results-chart", "kazakhstan-2022-shares", "en"],
  ["results-chart", "kyrgyzstan-2015-parliament", "kk"],
  ["observer-map", "sco-2019-observers", "ru"],
  ["alliance-grid", "alliances-2026", "ru"],
]) {
  test(`a reader (${lang}) gets of ${name} the same picture as from the command, byte for byte`, () =>
    open(`<main lang="${lang}"><${tag} src="/data/${name}.json"></${tag}></main>`, async (page) => {
      const labels = lang == "en" ? ["Download PNG", "Download SVG"] : ["Скачать PNG", "Скачать SVG"];
      for (const [label, ending] of [[labels[0], "png"], [labels[1], "svg"]]) {
        const { name: file, bytes } = await saved(page, tag, label);
        assert.match(file, new RegExp(`^(results|observers|alliances)\\.${ending}$`));
        assert.ok(bytes.equals(byCommand(name, ending, "--lang", lang)), `${file} is the command's`);
      }
    }));
}

test("a chart in dark colours gives a dark picture", () =>
  open(chart("kazakhstan-2022-shares", 'theme="dark"'), async (page) => {
    const { bytes } = await saved(page, "results-chart", "Download SVG");
    assert.ok(bytes.equals(byCommand("kazakhstan-2022-shares", "svg", "--theme", "dark")));
  }));

test("the picture shows what is on show: the newest document, and after a faulty one the last good", () =>
  open(chart("kazakhstan-2022-shares"), async (page) => {
    const title = "A document that came later";
    await page.evaluate(async (title) => {
      const chart = document.querySelector("results-chart");
      chart.data = { ...(await (await fetch("/data/kazakhstan-2022-shares.json")).json()), title };
    }, title);
    await waitForEvents(page, "widget-update");
    await page.$eval("results-chart", (chart) => (chart.data = "{}"));
    await waitForEvents(page, "widget-error");
    const { bytes } = await saved(page, "results-chart", "Download SVG");
    assert.match(String(bytes), new RegExp(title));
  }, { expected: [/election-widgets/] }));

test("a picture of a rehearsal says so, and in its file's name", () =>
  open(chart("made-up-parliament"), async (page) => {
    await page.evaluate(async () => {
      const rehearsal = { ...(await (await fetch("/data/made-up-parliament.json")).json()), test: true };
      document.querySelector("results-chart").data = rehearsal;
    });
    await waitForEvents(page, "widget-update");
    const { name, bytes } = await saved(page, "results-chart", "Download SVG");
    assert.equal(name, "rehearsal-results.svg");
    assert.match(String(bytes), />[^<]*rehearsal/i);
  }));

test("a page loads nothing for pictures before a reader asks for one, and then loads it once", () =>
  open(chart("kazakhstan-2022-shares"), async (page, server, requested) => {
    const ofPictures = () => requested().filter((path) => /picture/.test(path));
    assert.deepEqual(ofPictures(), []);
    await saved(page, "results-chart", "Download PNG");
    await saved(page, "results-chart", "Download PNG");
    assert.deepEqual(ofPictures().sort(), ["/election-widgets-picture.js", PROGRAM]);
  }));

test("a widget says that there is no picture of a document without sources, and the console says why", () =>
  open(chart("kazakhstan-2022-shares"), async (page) => {
    const warned = page.waitForEvent("console", (message) => message.text().includes("no picture"));
    await page.evaluate(async () => {
      const { sources, ...rest } = await (await fetch("/data/kazakhstan-2022-shares.json")).json();
      const withoutSources = JSON.parse(JSON.stringify(rest), (key, value) => (key == "source" ? undefined : value));
      document.querySelector("results-chart").data = withoutSources;
    });
    await waitForEvents(page, "widget-update");
    await page.getByRole("button", { name: "Download PNG" }).click();
    await said(page, "The picture could not be drawn.");
    assert.match((await warned).text(), /source/);
  }));

test("a program that does not come is loaded again for the next picture", () => {
  let fails = true;
  const program = () => (fails ? { status: 503, body: "" } : { type: "application/wasm", body: readFileSync(join(DIST, PROGRAM)) });
  return open(
    chart("kazakhstan-2022-shares"),
    async (page) => {
      await page.getByRole("button", { name: "Download PNG" }).click();
      await said(page, "The picture could not be drawn.");
      fails = false;
      await saved(page, "results-chart", "Download PNG");
      assert.equal(await page.locator("results-chart .ew-tools [role=status]").last().textContent(), "");
    },
    { routes: { [PROGRAM]: program }, expected: [/503/] },
  );
});

test("the click of a reader on a painted chart gives the picture too", () =>
  withWidget(browser, chart("kazakhstan-2022-shares"), {}, async (page) => {
    await page.reload();
    await waitForEvents(page, "widget-ready");
    const { bytes } = await saved(page, "results-chart", "Download SVG");
    assert.match(String(bytes), /^<svg/);
  }));

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
// A program with the same exports, whose `call` is `unreachable`.
const STOPPING = Buffer.from("0061736d01000000010e0260027f7f017f60027f7f027f7f03030200010503010020072503066d656d6f72790200115f5f7762696e6467656e5f6d616c6c6f6300000463616c6c00010a0a02040041000b0300000b", "hex");

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
  }));

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

test("a widget says that there is no picture of letters that the font lacks, and the console names the letter and the command", () =>
  open(chart("kazakhstan-2022-shares"), async (page) => {
    const warned = page.waitForEvent("console", (message) => message.text().includes("no picture"));
    await page.evaluate(async () => {
      document.querySelector("results-chart").data = { ...(await (await fetch("/data/kazakhstan-2022-shares.json")).json()), title: "選挙" };
    });
    await waitForEvents(page, "widget-update");
    await page.getByRole("button", { name: "Download PNG" }).click();
    await said(page, "The picture could not be drawn.");
    assert.match((await warned).text(), /選.*Draw it with the command.* --font FILE\.ttf/);
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

test("a strict policy does not keep a reader from the picture", () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  return withWidget(browser, chart("kazakhstan-2022-shares"), { headers: { "content-security-policy": policy } }, async (page) => {
    const { bytes } = await saved(page, "results-chart", "Download PNG");
    assert.equal(String(bytes.subarray(1, 4)), "PNG");
  });
});

test("a program that stops gives no picture, and leaves the chart as it is", () =>
  open(
    chart("kazakhstan-2022-shares"),
    async (page) => {
      await page.getByRole("button", { name: "Download PNG" }).click();
      await said(page, "The picture could not be drawn.");
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download CSV" }).click()]);
      assert.match(file.suggestedFilename(), /csv$/);
    },
    { routes: { [PROGRAM]: { type: "application/wasm", body: STOPPING } } },
  ));

test("a text of the document is never markup in the saved SVG", () =>
  open(chart("kazakhstan-2022-shares"), async (page) => {
    const title = `</title><script>alert(1)</script>]]>&#0;" onload='alert(1)'`;
    await page.evaluate(async (title) => {
      document.querySelector("results-chart").data = { ...(await (await fetch("/data/kazakhstan-2022-shares.json")).json()), title };
    }, title);
    await waitForEvents(page, "widget-update");
    const { bytes } = await saved(page, "results-chart", "Download SVG");
    const found = await page.evaluate((svg) => {
      const tree = new DOMParser().parseFromString(svg, "image/svg+xml");
      const attributes = [...tree.querySelectorAll("*")].flatMap((one) => one.getAttributeNames());
      return { names: [...new Set([...tree.querySelectorAll("*")].map(({ localName }) => localName))], handlers: attributes.filter((name) => name.startsWith("on")), text: tree.documentElement.textContent };
    }, String(bytes));
    assert.deepEqual([found.names.filter((name) => /script|parsererror/.test(name)), found.handlers], [[], []]);
    assert.ok(found.text.includes(title), "and all of it is there as text");
  }));

test("the click of a reader on a painted chart gives the picture too", () =>
  withWidget(browser, chart("kazakhstan-2022-shares"), {}, async (page) => {
    await page.reload();
    await waitForEvents(page, "widget-ready");
    const { bytes } = await saved(page, "results-chart", "Download SVG");
    assert.match(String(bytes), /^<svg/);
  }));

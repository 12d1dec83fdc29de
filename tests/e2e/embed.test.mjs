// Embed pages in frames of other sites: their height in the words of each host, and what a sandbox leaves of them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { html, launch, withPage } from "./browser.mjs";
import { DIST, TYPES, serve } from "./server.mjs";

const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../target", import.meta.url));
const DOCUMENTS = (await readdir(join(DIST, "data"))).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));

// Other languages and views, of which the widest tables and the narrowest columns are here: document, language, attribute.
const VIEWS = [
  ["kazakhstan-2019-result", "ru", "count=all"],
  ["kazakhstan-2022-result", "uz", "count=all"],
  ["made-up-parliament", "kk", "unit=seats"],
  ["kazakhstan-2022-observers", "ky", "order=organisation"],
  ["alliances", "kk", "view=overlap"],
  ["alliances-2026", "ru", "view=timeline"],
];

/** Writes the embed files of documents to a folder of their own, and serves them at /embed/. */
async function written(names, ...more) {
  const out = await mkdtemp(join(tmpdir(), "embed-"));
  folders.push(out);
  const files = names.map((name) => join(DIST, "data", `${name}.json`));
  const bases = ["--base", server.url("/embed/"), "--widgets", server.url("/")];
  const ran = spawnSync(`${target}/command/election-widgets`, ["embed", ...files, ...bases, "--no-picture", "--rehearsal", "-o", out, ...more], { encoding: "utf8" });
  assert.equal(ran.status, 0, ran.stderr);
  for (const name of await readdir(out)) {
    server.routes[`/embed/${name}`] = { type: TYPES[extname(name)], body: await readFile(join(out, name)) };
  }
  return out;
}

let browser, server, folder;
const folders = [];
before(async () => {
  browser = await launch();
  server = await serve({ allHeaders: { "access-control-allow-origin": "*" } });
  server.routes["/favicon.ico"] = { type: "image/svg+xml", body: "" };
  folder = await written(DOCUMENTS, "--allow", server.url("/data/"));
});
after(async () => {
  await browser.close();
  await server.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

/** Opens a page with a frame in a sandbox, which gives the frame each height that it is told. */
function framed(address, use) {
  server.routes["/host"] = html(`<script>
    const messages = (window.messages = []);
    addEventListener("message", ({ data }) => {
      messages.push(data);
      if (data.type == "iframe-resized") document.querySelector("iframe").height = data.height;
    });
  </script><iframe sandbox="allow-scripts" width="600" height="150" src="${server.url(address)}"></iframe>`);
  return withPage(browser, {}, async (page) => {
    await page.goto(server.url("/host"));
    await page.waitForFunction(() => window.messages.some(({ type }) => type == "iframe-resized"));
    await use(page);
  });
}

test("a frame in a sandbox tells its height in the words of each host that asked, and comes alive", () =>
  framed("/embed/made-up-parliament.html?childId=chart-1#?secret=abc123", async (page) => {
    await page.frames()[1].waitForSelector("results-chart button");
    await page.waitForTimeout(1500);
    const messages = await page.evaluate(() => window.messages);
    const height = messages.findLast(({ type }) => type == "iframe-resized").height;
    assert.ok(height > 200, `${height}`);
    const last = (fits) => messages.findLast(fits);
    assert.deepEqual(last(({ message }) => message == "height"), { secret: "abc123", message: "height", value: height });
    assert.equal(last((data) => typeof data == "string" && data.startsWith("pym")), `pymxPYMxchart-1xPYMxheightxPYMx${height}`);
    assert.deepEqual(last(({ sentinel }) => sentinel), { sentinel: "amp", type: "embed-size", height });
    assert.deepEqual(last((data) => data["datawrapper-height"]), { "datawrapper-height": { "made-up-parliament": height } });
    const embedly = JSON.parse(last((data) => typeof data == "string" && data.startsWith("{")));
    assert.equal(embedly.context, "iframe.resize");
    assert.equal(embedly.height, height);
    // The frame has had each height that it told. Had it told that of the frame, it would have told more and more.
    const told = messages.filter(({ type }) => type == "iframe-resized").length;
    assert.ok(told <= 6, `${told}`);
    const inner = await page.frames()[1].evaluate(() => document.documentElement.scrollHeight - innerHeight);
    assert.ok(inner <= 0, `the frame hides ${inner} px`);
  }));

test("hosts that did not ask get no message in the words of WordPress and Pym", () =>
  framed("/embed/kazakhstan-2022.html", async (page) => {
    const messages = await page.evaluate(() => window.messages);
    assert.ok(!messages.some((data) => data.secret || String(data).startsWith("pym") || String(data).startsWith("[iFrame")));
  }));

/** Opens a page at 600 px, and says how the height in its oEmbed file compares with the one that it needs. */
async function compared(page, out, name, most) {
  const { height } = JSON.parse(await readFile(join(out, `${name}.oembed.json`), "utf8"));
  await page.goto(server.url(`/embed/${name}.html`));
  const { height: needed } = await page.locator("#ew-embed").boundingBox();
  return `${height >= needed && height <= needed * most ? "fits" : "WRONG"} ${name}: ${height} for ${Math.round(needed)}`;
}

/** Checks heights without scripts: the page has room for its buttons from the beginning. */
async function checked(compare) {
  const table = [];
  await withPage(browser, { viewport: { width: 600, height: 400 } }, async (page) => {
    await page.route("**/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    await compare(page, table);
  });
  const wrong = table.filter((line) => line.startsWith("WRONG"));
  assert.deepEqual(wrong, [], table.join("\n"));
}

test("the height in the oEmbed file holds each widget of the demo at 600 px, and is at most 15 % higher", () => {
  assert.ok(DOCUMENTS.length > 25, `${DOCUMENTS.length}`);
  return checked(async (page, table) => {
    for (const name of DOCUMENTS) table.push(await compared(page, folder, name, 1.15));
  });
});

test("in other languages and views too the height holds the widget, and is at most 17 % higher", () =>
  checked(async (page, table) => {
    for (const [name, lang, attribute] of VIEWS) {
      const out = await written([name], "--lang", lang, "--attribute", attribute);
      table.push(await compared(page, out, name, 1.17));
    }
  }));

test("embed.html shows a document of an allowed address, and says which they are to others", async () => {
  const open = (src, use) =>
    withPage(browser, {}, async (page) => {
      await page.goto(server.url(`/embed/embed.html?src=${encodeURIComponent(src)}`));
      await use(page);
    });
  await open("/data/kazakhstan-2022.json", (page) => page.waitForSelector("results-chart .ew-title"));
  for (const src of ["https://evil.example/data/", "/data/../embed/kazakhstan-2022.json", "/data/%2e%2e/embed/alliances.json", "javascript:1", ""]) {
    await open(src, async (page) => {
      assert.equal(await page.locator("results-chart").count(), 0, src);
      assert.match(await page.locator("main").textContent(), /from these addresses only: http:\/\/127/);
    });
  }
});

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
  ["kazakhstan-2022-shares", "en", "refresh=60"],
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

/** Opens a page with a frame in a sandbox, which gives the frame each height that it is told, and `more` pixels. */
function framed(address, use, { more = 0, sandbox = "allow-scripts" } = {}) {
  server.routes["/host"] = html(`<script>
    const messages = (window.messages = []);
    addEventListener("message", ({ data }) => {
      messages.push(data);
      if (data.type == "iframe-resized") document.querySelector("iframe").height = data.height + ${more};
    });
  </script><iframe sandbox="${sandbox}" width="600" height="150" src="${server.url(address)}"></iframe>`);
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

test("a host that gives the frame more than it needs is not told ever greater heights", () =>
  framed(
    "/embed/made-up-parliament.html?childId=chart-1",
    async (page) => {
      await page.frames()[1].waitForSelector("results-chart button");
      await page.waitForTimeout(1500);
      const heights = () => page.evaluate(() => window.messages.filter(({ type }) => type == "iframe-resized").map(({ height }) => height));
      const before = await heights();
      assert.ok(before.length <= 6, `${before}`);
      await page.waitForTimeout(1000);
      assert.deepEqual(await heights(), before);
    },
    { more: 20 },
  ));

/** Sends the frame a message, and returns what it answers within half a second. */
async function answers(page, message) {
  return page.evaluate(async (message) => {
    const before = window.messages.length;
    document.querySelector("iframe").contentWindow.postMessage(message, "*");
    await new Promise((done) => setTimeout(done, 500));
    return window.messages.slice(before);
  }, message);
}

/** A greeting of iframe-resizer 4. */
const greeting = (id) => `[iFrameSizer]${id}:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true`;

test("the script of iframe-resizer that greets the frame gets the height under the id of its first greeting", () =>
  framed("/embed/kazakhstan-2022.html", async (page) => {
    const resized = (all) => all.filter((data) => String(data).startsWith("[iFrameSizer]"));
    for (const message of ["[iFrameSizer]resize", "[iFrameSizer]message:{\"a\":true}"]) {
      assert.deepEqual(await answers(page, message), [], message);
    }
    const first = await answers(page, greeting("one"));
    const height = first.findLast(({ type }) => type == "iframe-resized").height;
    assert.deepEqual(resized(first), [`[iFrameSizer]one:${height}:600:resize`]);
    assert.deepEqual(await answers(page, "[iFrameSizer]message:two:true:true:"), []);
    assert.deepEqual(resized(await answers(page, greeting("two"))), [`[iFrameSizer]one:${height}:600:resize`]);
  }));

test("the script of open-iframe-resizer that greets the frame gets the height once more", () =>
  framed("/embed/kazakhstan-2022.html", async (page) => {
    for (const type of ["iframe-child-init", "iframe-get-child-dimensions"]) {
      const told = (await answers(page, { type })).filter((data) => data.type == "iframe-resized");
      assert.equal(told.length, 1, type);
      assert.ok(told[0].height > 100 && told[0].width == 600, JSON.stringify(told));
    }
    assert.deepEqual(await answers(page, { type: "another" }), []);
  }));

test("with the lines of docs/embed.md the frames of the code IFRAME are as high as their widgets, in a narrow column too", async () => {
  const docs = await readFile(new URL("../../docs/embed.md", import.meta.url), "utf8");
  const listener = docs.split("```js\n")[1].split("```")[0];
  const frame = async (name) => (await readFile(join(folder, `${name}.embed.txt`), "utf8")).split("\n\nIFRAME\n\n")[1].split("\n\n")[0];
  const frames = [await frame("kazakhstan-2022"), await frame("made-up-parliament")];
  server.routes["/narrow"] = html(`<script>${listener}</script><div style="width:320px">${frames.join("")}</div>`);
  await withPage(browser, {}, async (page) => {
    await page.goto(server.url("/narrow"));
    await page.waitForTimeout(2500);
    assert.equal(page.frames().length, 3);
    for (const inner of page.frames().slice(1)) {
      const [width, hidden] = await inner.evaluate(() => [innerWidth, document.documentElement.scrollHeight - innerHeight]);
      // A frame of HTML has a border unless a style or its attribute takes it away.
      assert.ok(width <= 320 && width > 300, `${width}`);
      assert.ok(hidden <= 0, `${hidden} px are hidden`);
    }
  });
});

test("a link to a source opens a tab where the sandbox allows it, and WordPress is told of links to the host of the page", async () => {
  const press = (page, address) =>
    page.frames()[1].evaluate((address) => {
      const root = document.querySelector("results-chart").shadowRoot;
      const link = Object.assign(document.createElement("a"), { href: address, textContent: "a source" });
      root.append(link);
      link.click();
    }, address);
  const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
  await framed(
    "/embed/kazakhstan-2022.html",
    async (page) => {
      const opened = page.context().waitForEvent("page");
      await press(page, server.url("/favicon.ico"));
      assert.equal((await opened).url(), server.url("/favicon.ico"));
      assert.ok(page.frames()[1].url().includes("/embed/kazakhstan-2022.html"));
    },
    { sandbox },
  );
  await framed("/embed/kazakhstan-2022.html#?secret=abc123", async (page) => {
    await press(page, server.url("/embed/alliances.html"));
    await page.waitForFunction(() => window.messages.some(({ message }) => message == "link"));
    const told = await page.evaluate(() => window.messages.find(({ message }) => message == "link"));
    assert.deepEqual(told, { secret: "abc123", message: "link", value: server.url("/embed/alliances.html") });
  });
});

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

/** Opens the page for all documents. */
const open = (src, use, { query = "", expected = [] } = {}) =>
  withPage(browser, { expected }, async (page) => {
    await page.goto(server.url(`/embed/embed.html?src=${encodeURIComponent(src)}${query}`));
    await use(page);
  });

test("embed.html shows a document of an allowed address, and says which they are to others", async () => {
  await open("/data/kazakhstan-2022.json", (page) => page.waitForSelector("results-chart .ew-title"));
  for (const src of ["https://evil.example/data/", "/data/../embed/kazakhstan-2022.json", "/data/%2e%2e/embed/alliances.json", "/data/..%2fembed/alliances.json", "/data/..%5Cembed/alliances.json", "javascript:1", ""]) {
    await open(src, async (page) => {
      assert.equal(await page.locator("results-chart").count(), 0, src);
      assert.match(await page.locator("main").textContent(), /from these addresses only: http:\/\/127/);
    });
  }
});

test("embed.html names its widgets where an address asks for another", () =>
  open(
    "/data/kazakhstan-2022.json",
    async (page) => {
      assert.match(await page.locator("main").textContent(), /no widget weather-map. Its widgets are: results-chart, /);
    },
    { query: "&widget=weather-map" },
  ));

test("embed.html follows no redirect away from the allowed addresses", async () => {
  server.routes["/data/moved.json"] = { status: 302, headers: { location: "/embed/kazakhstan-2022.json" } };
  const asked = () => server.requests.filter((path) => path == "/embed/kazakhstan-2022.json").length;
  const before = asked();
  await open(
    "/data/moved.json",
    async (page) => {
      await page.waitForFunction(() => window.widgetEvents.some(({ type }) => type == "widget-error"));
      assert.equal(await page.locator("results-chart .ew-title").count(), 0);
      assert.equal(asked(), before);
    },
    { expected: [/moved\.json|no answer|Failed to load resource/] },
  );
});

test("embed.html gives its widgets the attributes of the command", async () => {
  const out = await written([], "--allow", server.url("/data/"), "--attribute", "fold=2");
  assert.ok(out);
  await open("/data/kazakhstan-2022.json", async (page) => {
    assert.equal(await page.locator("results-chart").getAttribute("fold"), "2");
  });
});

// What happens in a page that is there: new data, many widgets, more rows. Times are to the end of style
// and layout; a canvas is still to be painted then, which is left out to its favour.
import { CONTENDERS, laboratory } from "../contenders.mjs";
import { goal, inTurn, median, slope } from "../figures.mjs";
import { serveFiles, withColdPage } from "../line.mjs";
import { results } from "../results.mjs";
import { assertSame } from "../same.js";
import { serve } from "../../e2e/server.mjs";

const SIZES = [7, 100, 1_000];
const TURNS = { 7: 19, 100: 15, 1000: 7 };
const GROWTH = [10, 100, 1_000, 10_000];
const OURS = "ours, by script";
const HAND = "by hand, the same DOM";
const PEERS = ["Chart.js", "ECharts", "Vega-Embed", "Observable Plot + d3"];

/** Runs in the page: what each measurement needs, from the moment the module is asked for. */
async function prepare(module) {
  // No count of the heap holds a wasm's memory, so whoever makes one is remembered.
  const memories = new Set();
  const remember = (made) => {
    for (const one of Object.values((made.instance ?? made).exports)) if (one instanceof WebAssembly.Memory) memories.add(one);
    return made;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = (...given) => make.apply(WebAssembly, given).then(remember);
  }
  const began = performance.now();
  const { draw, update } = await import(`/lab/${module}.js`);
  if (module == "ours") await import("/election-widgets.js");
  const sheet = module == "by-hand" && (await new CSSStyleSheet().replace(await (await fetch("/election-widgets.css")).text()));
  const laidOut = () => document.documentElement.getBoundingClientRect().height;
  window.lab = {
    began,
    laidOut,
    wasm: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    draw: (host, text, attributes) => draw(host, text, sheet || attributes),
    update,
    host() {
      const host = document.createElement("div");
      host.style.width = "600px";
      document.body.append(host);
      return host;
    },
    idle: () => new Promise((done) => requestIdleCallback(done, { timeout: 200 })),
  };
}

/** Runs in the page: how long each new document takes. */
async function updates(texts) {
  document.body.replaceChildren();
  const chart = await lab.draw(lab.host(), texts[0]);
  lab.laidOut();
  const took = [];
  for (const text of texts.slice(1)) {
    // Ours draws once a frame: of two documents within one it would draw the second later.
    await new Promise(requestAnimationFrame);
    await lab.idle();
    const began = performance.now();
    await lab.update(chart, text);
    lab.laidOut();
    took.push(performance.now() - began);
  }
  const root = chart.shadowRoot ?? chart.root;
  // What is said of new data comes seconds later.
  root?.querySelector(".ew-said")?.replaceChildren();
  return { took: took.slice(2), html: root?.innerHTML };
}

/** Runs in the page: how long fifty charts take, the script's own loading counted. */
async function fifty(texts) {
  await Promise.all(texts.map((text) => lab.draw(lab.host(), text)));
  lab.laidOut();
  return performance.now() - lab.began;
}

/** Runs in the page: how long a chart of this size takes, and one thing that a reader does with it. */
async function grown([text, attributes, keep]) {
  document.body.replaceChildren();
  const host = lab.host();
  await lab.idle();
  let began = performance.now();
  const chart = await lab.draw(host, text, attributes);
  lab.laidOut();
  const first = performance.now() - began;
  const root = chart.shadowRoot ?? chart.root;
  // A painted widget hydrates when a reader points at it, which is no part of what opens.
  await lab.idle();
  root.host.dispatchEvent(new Event("pointerover"));
  while (root.querySelector("[data-hydration-key]")) await lab.idle();
  await lab.idle();
  const settled = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
  began = performance.now();
  root.querySelector("tbody summary").click();
  await settled();
  lab.laidOut();
  const opened = performance.now() - began;
  return { first, opened, nodes: root.querySelectorAll("*").length, html: keep && root.innerHTML };
}

const withLab = (browser, server, name, options, use) =>
  withColdPage(browser, options, async (page, session) => {
    await page.goto(server.url("/lab.html"));
    await page.evaluate(prepare, CONTENDERS[name].module);
    return use(page, session);
  });

/** As many documents of this size, each with other votes. */
const documents = (size, count) => Array.from({ length: count }, (_, turn) => JSON.stringify(results(size, turn % 20)));

/** Compares ours with the page by hand after several updates, and after a reader opened an option. */
export async function compareResults(browser, sizes) {
  const names = [OURS, HAND];
  // Uncompressed: to pack the programs takes seconds.
  const routes = Object.fromEntries([...(await laboratory(names))].map(([path, body]) => [path, { body }]));
  const server = await serve({ routes });
  const found = {};
  try {
    for (const name of names) {
      found[name] = await withLab(browser, server, name, {}, async (page) => {
        const each = {};
        for (const size of sizes) {
          each[`${size} rows, updated`] = (await page.evaluate(updates, documents(size, 4))).html;
          each[`${size} rows, one opened`] = (await page.evaluate(grown, [JSON.stringify(results(size)), undefined, true])).html;
        }
        return each;
      });
    }
  } finally {
    await server.close();
  }
  for (const [when, html] of Object.entries(found[OURS])) assertSame(html, found[HAND][when], when);
}

async function measureUpdates(browser, server, rounds) {
  const html = {};
  const all = await inTurn(Object.keys(CONTENDERS), rounds, (name) =>
    withLab(browser, server, name, {}, async (page) => {
      const took = {};
      for (const size of SIZES) {
        const one = await page.evaluate(updates, documents(size, TURNS[size] + 3));
        took[size] = median(one.took);
        (html[name] ??= {})[size] = one.html;
      }
      return took;
    }),
  );
  for (const size of SIZES) assertSame(html[OURS][size], html[HAND][size], `${size} rows, updated`);
  const times = {};
  for (const [name, runs] of Object.entries(all)) times[name] = Object.fromEntries(SIZES.map((size) => [size, runs.map((run) => run[size])]));
  const middle = (name, size) => median(times[name][size]);
  const goals = SIZES.flatMap((size) => {
    const fastest = PEERS.reduce((best, name) => (middle(name, size) < middle(best, size) ? name : best));
    return [
      goal(`update of ${size.toLocaleString("en")} rows beside by hand`, middle(OURS, size), middle(HAND, size), { most: 1.3 }),
      goal(`the same beside the fastest peer (${fastest})`, middle(OURS, size), middle(fastest, size), { most: 1 }),
    ];
  });
  return { times, goals };
}

/** Runs in the page: what the pixels of canvases take, which no heap counts; four bytes each. */
const pixels = () => [...document.querySelectorAll("canvas")].reduce((sum, { width, height }) => sum + 4 * width * height, 0);

/** Memory that scripts, the DOM, buffers and a wasm hold; nothing of a canvas's pixels. */
async function heap(page, session) {
  for (let n = 0; n < 3; n++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
  return usedSize + embedderHeapUsedSize + backingStorageSize + (await page.evaluate(() => lab.wasm()));
}

async function measureMany(browser, server, rounds) {
  const texts = documents(7, 50);
  const all = await inTurn(Object.keys(CONTENDERS), rounds, (name) =>
    withLab(browser, server, name, { height: 30_000 }, async (page, session) => {
      const took = await page.evaluate(fifty, texts);
      return { took, heap: await heap(page, session), pixels: await page.evaluate(pixels) };
    }),
  );
  const of = (key) => Object.fromEntries(Object.entries(all).map(([name, runs]) => [name, runs.map((run) => run[key])]));
  const [times, heaps, canvases] = [of("took"), of("heap"), of("pixels")];
  const charts = median(heaps["Chart.js"]);
  return {
    times,
    heaps,
    canvases,
    goals: [
      goal("50 widgets: time beside by hand", median(times[OURS]), median(times[HAND]), { most: 1.5 }),
      goal("50 widgets: heap beside 50 Chart.js charts", median(heaps[OURS]), charts, { most: 1 }),
      goal("the same beside these with their pixels", median(heaps[OURS]), charts + median(canvases["Chart.js"]), { most: 1 }),
    ],
  };
}

// A size that takes longer than this is measured once.
const LONG = 3_000;

async function measureGrowth(browser, server, rounds) {
  const kinds = { "every row": [OURS, { fold: "none" }], folded: [OURS, {}], "every row, by hand": [HAND] };
  const long = new Set();
  const all = await inTurn(Object.keys(kinds), rounds, (kind) =>
    withLab(browser, server, kinds[kind][0], {}, async (page) => {
      const found = {};
      // The smallest twice: the first warms up.
      for (const size of [GROWTH[0], ...GROWTH]) {
        if (long.has(kind + size)) continue;
        found[size] = await page.evaluate(grown, [JSON.stringify(results(size)), kinds[kind][1]]);
        if (found[size].first > LONG) long.add(kind + size);
      }
      return found;
    }),
  );
  const runs = (kind, size, key) => all[kind].filter((run) => run[size]).map((run) => run[size][key]);
  const middle = (kind, size, key) => median(runs(kind, size, key));
  const line = (key, sizes) => slope(sizes.map((size) => [size, middle("every row", size, key)]));
  const most = GROWTH.at(-1);
  const tabled = (key) =>
    Object.fromEntries(Object.keys(kinds).map((kind) => [kind, Object.fromEntries(GROWTH.map((size) => [size, runs(kind, size, key)]))]));
  return {
    times: tabled("first"),
    opened: tabled("opened"),
    nodes: tabled("nodes"),
    goals: [
      goal("first paint from 10 to 10,000 rows: slope", line("first", GROWTH), 1, { most: 1.1 }),
      goal("the same from 1,000 to 10,000 rows", line("first", GROWTH.slice(-2)), 1, { most: 1.1 }),
      goal("folded: elements of 10,000 rows beside 100", middle("folded", most, "nodes"), middle("folded", 100, "nodes"), { most: 1.1 }),
      goal("folded: opening an option of 10,000 rows beside 100", middle("folded", most, "opened"), middle("folded", 100, "opened"), { most: 1.1 }),
    ],
  };
}

export async function measureLaboratory(browser, rounds) {
  const server = await serveFiles(await laboratory());
  try {
    return {
      updates: await measureUpdates(browser, server, rounds),
      many: await measureMany(browser, server, rounds),
      growth: await measureGrowth(browser, server, rounds),
    };
  } finally {
    await server.close();
  }
}

// Times of a first-paint program on a slowed processor: compiling, the first render of a chart, and the next ones. The browser
// compiles a function of a wasm when it is first called. `node tests/bench/first-render.mjs [ROUNDS]`
import { launchQuiet } from "../e2e/browser.mjs";
import { median, spread } from "./figures.mjs";
import { SLOWER, serveFiles, withColdPage } from "./line.mjs";
import { results } from "./results.mjs";

const ROUNDS = Number(process.argv[2] ?? 15);
const LATER = 5;

/** Runs in the page: how long compiling and each of the renders take. */
async function measure([data, later]) {
  const words = await (await fetch("/locale/en-results.txt")).text();
  const file = await fetch("/election-widgets-first-paint-results.wasm");
  let began = performance.now();
  const lap = () => {
    const took = performance.now() - began;
    began = performance.now();
    return took;
  };
  const module = await WebAssembly.compileStreaming(file);
  const { memory, __wbindgen_malloc: room, paint } = new WebAssembly.Instance(module).exports;
  const bytes = new TextEncoder().encode(["results-chart", words, JSON.stringify(JSON.parse(data)), ""].join("\0"));
  const compiled = lap();
  const render = () => {
    const place = room(bytes.length, 1) >>> 0;
    new Uint8Array(memory.buffer, place).set(bytes);
    paint(place, bytes.length);
    return lap();
  };
  return { compiled, first: render(), next: Array.from({ length: later }, render) };
}

const server = await serveFiles(new Map([["/empty.html", "<!doctype html><title>Empty</title>"]]));
const browser = await launchQuiet();
const runs = [];
for (let round = -1; round < ROUNDS; round++) {
  const run = await withColdPage(browser, {}, async (page, session) => {
    await page.goto(server.url("/empty.html"));
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    return page.evaluate(measure, [JSON.stringify(results(7)), LATER]);
  });
  if (round >= 0) runs.push(run); // the first compresses the files
}
await browser.close();
await server.close();
const figures = { compiling: runs.map(({ compiled }) => compiled), "first render": runs.map(({ first }) => first), "next renders": runs.flatMap(({ next }) => next) };
for (const [name, all] of Object.entries(figures)) console.log(`${name.padEnd(24)}${median(all).toFixed(1)} ±${spread(all).toFixed(1)} ms`);

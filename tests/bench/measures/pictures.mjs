// How long a PNG of a document takes, as a command that starts, reads, draws and writes, and how large it is.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { goal, inTurn, median } from "../figures.mjs";
import { results } from "../results.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const COMMAND = `${process.env.CARGO_TARGET_DIR ?? `${root}target`}/command/election-widgets`;
const PEER = fileURLToPath(new URL("../peers/picture.mjs", import.meta.url));
const OURS = "ours";
const ARTICLE = "ours, the result of Kazakhstan 2022";
const PEERS = { "ECharts, resvg": "echarts", "Vega, resvg": "vega" };
const SIGNATURE = "\x89PNG";

/** The duration of a command, and the bytes of the picture that `read` finds after it. */
function timed(command, options, read, input) {
  const began = performance.now();
  const ran = spawnSync(command, options, { input, maxBuffer: 2 ** 26 });
  const ms = performance.now() - began;
  if (ran.status !== 0) throw new Error(`${command} ${options.join(" ")}: ${ran.error ?? ran.stderr}`);
  const picture = read(ran);
  if (picture.toString("latin1", 0, SIGNATURE.length) != SIGNATURE) throw new Error(`${command} made no PNG`);
  return { ms, bytes: picture.length };
}

export async function measurePictures(rounds) {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  const [document, card] = ["result.json", "card.png"].map((name) => join(folder, name));
  const text = JSON.stringify(results(7));
  writeFileSync(document, text);
  const ours = (path) => () => timed(COMMAND, ["picture", path, "-o", card], () => readFileSync(card));
  const theirs = (name) => () => timed(process.execPath, [PEER, name], ({ stdout }) => stdout, text);
  const ways = {
    [OURS]: ours(document),
    [ARTICLE]: ours(`${root}www/data/kazakhstan-2022-result.json`),
    ...Object.fromEntries(Object.entries(PEERS).map(([name, peer]) => [name, theirs(peer)])),
  };
  let runs;
  try {
    for (const way of Object.values(ways)) way(); // warm
    runs = await inTurn(Object.keys(ways), rounds, (name) => ways[name]());
  } finally {
    rmSync(folder, { recursive: true });
  }
  const of = (key) => Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, all.map((run) => run[key])]));
  const [times, bytes] = [of("ms"), of("bytes")];
  const fastest = Math.min(...Object.keys(PEERS).map((name) => median(times[name])));
  const goals = [
    goal("a picture of an article's result, beside 200 ms", median(times[ARTICLE]), 200, { most: 1 }),
    goal("its bytes, beside 60 kB", median(bytes[ARTICLE]), 60_000, { most: 1 }),
    goal("a picture of 7 options: time beside the faster peer", median(times[OURS]), fastest, { most: 1 }),
  ];
  return { times, bytes, goals };
}

// The figures as tables for the terminal.
import { median, spread } from "./figures.mjs";

const WIDE = 72;
const line = (name, cells, width = 16) => name.padEnd(WIDE) + cells.map((cell) => cell.padStart(width)).join("");
const figure = (all, digits = 1) => (all?.length ? `${median(all).toFixed(digits)} ±${spread(all).toFixed(digits)}` : "");
const kB = (bytes) => (bytes == null ? "" : (bytes / 1000).toFixed(1));
const section = (title, heads, rows, width) => ["", line(title, heads, width), ...rows.map(([name, cells]) => line(name, cells, width))];
const number = (n) => Number(n).toLocaleString("en");

function bytesTable({ one, three, asPublished }) {
  const rows = Object.entries(one).map(([name, bytes]) => [name, [kB(bytes), kB(asPublished[name])]]);
  const all = Object.entries(three).map(([name, bytes]) => [name, [kB(bytes), kB(asPublished[name])]]);
  return [
    ...section("one results chart: kB of brotli", ["as measured", "as published"], rows),
    ...section("all three widgets with the map of Central Asia: kB of brotli", ["as measured", "as published"], all),
  ];
}

const timesTable = (title) => ({ times }) =>
  section(`${title} at 1.6 Mbit/s, 150 ms, 4x slower`, ["ms"], Object.entries(times).map(([name, all]) => [name, [figure(all, 0)]]));

function touchTables({ touches, slowest }) {
  const rows = (of) => Object.entries(of).map(([name, all]) => [name, [figure(all, 0)]]);
  const line = "at 1.6 Mbit/s, 150 ms, 4x slower";
  return [
    ...section(`a reader touches a prerendered chart ${line}`, ["ms"], rows(touches)),
    ...section(`the slowest answer to a click ${line}`, ["ms"], rows(slowest)),
  ];
}

function laboratoryTables({ updates, many, growth }) {
  const bySize = (of, digits) => Object.entries(of).map(([name, sizes]) => [name, Object.values(sizes).map((all) => figure(all, digits))]);
  const heads = (of) => Object.keys(Object.values(of)[0]).map((size) => `${number(size)} rows`);
  const MB = (all) => figure(all.map((bytes) => bytes / 1e6));
  const fifty = Object.keys(many.times).map((name) => [name, [figure(many.times[name], 0), MB(many.heaps[name]), MB(many.canvases[name])]]);
  const nodes = Object.entries(growth.nodes).map(([name, sizes]) => [name, Object.values(sizes).map((all) => number(median(all)))]);
  return [
    ...section("update of all values: ms", heads(updates.times), bySize(updates.times)),
    ...section("50 widgets on one page", ["ms", "heap MB", "pixels MB"], fifty),
    ...section("first paint as rows grow: ms", heads(growth.times), bySize(growth.times)),
    ...section("a reader opens an option: ms", heads(growth.opened), bySize(growth.opened)),
    ...section("elements in the widget", heads(growth.nodes), nodes),
  ];
}

const ratesTable = ({ rates }) =>
  section("charts prerendered per second, one core", ["charts/s"], Object.entries(rates).map(([name, all]) => [name, [figure(all, 0)]]));

function picturesTable({ times, bytes }) {
  const rows = Object.entries(times).map(([name, all]) => [name, [figure(all, 0), kB(median(bytes[name]))]]);
  return section("a picture of a chart, PNG 1200x630, by a command", ["ms", "kB"], rows);
}

/** Each goal of the project with what was reached; nothing is left out. */
function goalsTable(goals) {
  const rows = goals.map(({ what, ratio, wanted, met }) => [what, [ratio.toFixed(2), wanted, met ? "met" : "not met"]]);
  return section("goals", ["ratio", "wanted", ""], rows, 14);
}

const TABLES = {
  bytes: bytesTable,
  prerendered: timesTable("time to a prerendered chart"),
  time: timesTable("time to a chart by script"),
  touch: touchTables,
  laboratory: laboratoryTables,
  prerendering: ratesTable,
  pictures: picturesTable,
};

/** The goals of all that was measured. */
export function goalsOf({ bytes, prerendered, time, touch, laboratory, prerendering, pictures }) {
  const parts = [bytes, prerendered, time, touch, ...Object.values(laboratory ?? {}), prerendering, pictures];
  return parts.flatMap((part) => part?.goals ?? []);
}

/** Everything that was measured, as text. */
export function report(measured) {
  const lines = Object.entries(TABLES).flatMap(([name, table]) => (measured[name] ? table(measured[name]) : []));
  const skipped = Object.values(measured).flatMap((part) => part?.skipped ?? []);
  return [...lines, ...goalsTable(goalsOf(measured)), "", ...skipped.map((line) => `left out: ${line}`)].join("\n").trim();
}

// uPlot: bars over numbered places, the names as labels of the axis. It sorts nothing and writes no figures.
import uPlot from "uplot";
import { bars } from "../results.mjs";

const shape = (rows) => [rows.map((_, place) => place), rows.map(({ value }) => value)];

export function draw(host, text) {
  const rows = bars(text);
  const names = (_, places) => places.map((place) => rows[place]?.name ?? "");
  return new uPlot(
    {
      width: 600,
      height: 40 + 28 * rows.length,
      scales: { x: { time: false }, y: { range: (_, low, high) => [0, high] } },
      axes: [{ values: names }, {}],
      series: [{}, { label: "Votes", fill: rows[0].color, paths: uPlot.paths.bars({ size: [0.8] }) }],
    },
    shape(rows),
    host,
  );
}

// It draws at the end of the task; its users wait for nothing.
export const update = (chart, text) =>
  new Promise((done) => {
    chart.setData(shape(bars(text)));
    queueMicrotask(done);
  });

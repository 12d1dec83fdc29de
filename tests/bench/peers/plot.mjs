// Observable Plot with what it takes of d3. A plot is made anew for new data, as its makers say.
import { axisY, barX, plot, text as words } from "@observablehq/plot";
import { bars } from "../results.mjs";

const picture = (rows) =>
  plot({
    width: 600,
    height: 40 + 28 * rows.length,
    marginLeft: 140,
    marginRight: 80,
    y: { domain: rows.map(({ name }) => name), label: null },
    marks: [
      axisY({ label: null }),
      barX(rows, { x: "value", y: "name", fill: "color" }),
      words(rows, { x: "value", y: "name", text: (row) => `${row.value}`, textAnchor: "start", dx: 4 }),
    ],
  });

export function draw(host, text) {
  const chart = { made: picture(bars(text)) };
  host.append(chart.made);
  return chart;
}

export function update(chart, text) {
  const made = picture(bars(text));
  chart.made.replaceWith(made);
  chart.made = made;
}

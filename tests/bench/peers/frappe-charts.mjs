// Frappe Charts, without its animation.
import { Chart } from "frappe-charts";
import { bars } from "../results.mjs";

const shape = (rows) => ({ labels: rows.map(({ name }) => name), datasets: [{ name: "Votes", values: rows.map(({ value }) => value) }] });

export function draw(host, text) {
  const rows = bars(text);
  const box = document.createElement("div");
  host.append(box);
  return new Chart(box, { type: "bar", height: 300, animate: false, colors: [rows[0].color], data: shape(rows) });
}

export const update = (chart, text) => chart.update(shape(bars(text)));

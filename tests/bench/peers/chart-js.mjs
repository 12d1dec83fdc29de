// Chart.js, no more of it registered than a bar chart whose figures can be read by pointing.
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";
import { bars } from "../results.mjs";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

const shape = (rows) => ({
  labels: rows.map(({ name }) => name),
  datasets: [{ label: "Votes", data: rows.map(({ value }) => value), backgroundColor: rows.map(({ color }) => color) }],
});

export function draw(host, text) {
  const rows = bars(text);
  const box = document.createElement("div");
  box.style.height = `${40 + 28 * rows.length}px`;
  const canvas = document.createElement("canvas");
  box.append(canvas);
  host.append(box);
  return new Chart(canvas, {
    type: "bar",
    data: shape(rows),
    options: { animation: false, indexAxis: "y", maintainAspectRatio: false, scales: { x: { min: 0 } } },
  });
}

export function update(chart, text) {
  chart.data = shape(bars(text));
  chart.update("none");
}

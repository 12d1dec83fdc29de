// ECharts by its core and what a bar chart needs.
import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { bars } from "../results.mjs";
import { options } from "./echarts-options.mjs";

use([BarChart, GridComponent, CanvasRenderer]);

export function draw(host, text) {
  const rows = bars(text);
  const box = document.createElement("div");
  box.style.height = `${40 + 28 * rows.length}px`;
  host.append(box);
  const chart = init(box);
  chart.setOption(options(rows));
  chart.getZr().flush();
  return chart;
}

export function update(chart, text) {
  chart.setOption(options(bars(text)));
  chart.getZr().flush();
}

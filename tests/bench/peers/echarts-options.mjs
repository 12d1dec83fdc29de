// The chart as ECharts wants it told, in the page and on the host.
export const options = (rows) => ({
  animation: false,
  grid: { left: 140, right: 80, top: 10, bottom: 30 },
  xAxis: { type: "value", min: 0 },
  yAxis: { type: "category", inverse: true, data: rows.map(({ name }) => name) },
  series: [
    {
      type: "bar",
      data: rows.map(({ value, color }) => ({ value, itemStyle: { color } })),
      label: { show: true, position: "right", formatter: "{c}" },
    },
  ],
});

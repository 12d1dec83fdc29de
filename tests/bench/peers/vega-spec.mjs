// The chart as Vega-Lite wants it told, in the page and on the host.
const axis = { title: null };

export const spec = (rows) => ({
  width: 440,
  height: { step: 28 },
  data: { name: "rows", values: rows },
  encoding: {
    y: { field: "name", type: "nominal", sort: null, axis },
    x: { field: "value", type: "quantitative", axis },
  },
  layer: [
    { mark: "bar", encoding: { color: { field: "color", type: "nominal", scale: null } } },
    { mark: { type: "text", align: "left", dx: 4 }, encoding: { text: { field: "value", type: "quantitative", format: ",d" } } },
  ],
});

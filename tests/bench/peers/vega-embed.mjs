// Vega-Embed with a Vega-Lite chart, as its users write one.
import embed from "vega-embed";
import { bars } from "../results.mjs";

const axis = { title: null };

export async function draw(host, text) {
  const box = document.createElement("div");
  host.append(box);
  const { view } = await embed(
    box,
    {
      width: 440,
      height: { step: 28 },
      data: { name: "rows", values: bars(text) },
      encoding: {
        y: { field: "name", type: "nominal", sort: null, axis },
        x: { field: "value", type: "quantitative", axis },
      },
      layer: [
        { mark: "bar", encoding: { color: { field: "color", type: "nominal", scale: null } } },
        { mark: { type: "text", align: "left", dx: 4 }, encoding: { text: { field: "value", type: "quantitative", format: ",d" } } },
      ],
    },
    { actions: false, renderer: "canvas" },
  );
  return view;
}

export const update = (view, text) => view.data("rows", bars(text)).runAsync();

// Vega-Embed with a Vega-Lite chart, as its users write one.
import embed from "vega-embed";
import { bars } from "../results.mjs";
import { spec } from "./vega-spec.mjs";

export async function draw(host, text) {
  const box = document.createElement("div");
  host.append(box);
  const { view } = await embed(box, spec(bars(text)), { actions: false, renderer: "canvas" });
  return view;
}

export const update = (view, text) => view.data("rows", bars(text)).runAsync();

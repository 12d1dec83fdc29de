// A PNG of the chart by another library, as a command beside `election-widgets picture`: a document on standard input, the
// picture on standard output. Both libraries draw an SVG, of which resvg makes the PNG: `vg2png` needs a canvas whose program
// npm does not have.
//   node picture.mjs echarts|vega
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bars } from "../results.mjs";
import { options } from "./echarts-options.mjs";
import { spec } from "./vega-spec.mjs";

const [WIDTH, HEIGHT] = [1200, 630];
const FONT = fileURLToPath(new URL("../../../crates/picture/fonts/NotoSans-Regular.ttf", import.meta.url));
const require = createRequire(new URL("../../../target/peers/node_modules/", import.meta.url));
const load = (name) => import(pathToFileURL(require.resolve(name)));

const WAYS = {
  async echarts(rows) {
    const { init } = (await load("echarts")).default;
    const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height: HEIGHT });
    chart.setOption(options(rows));
    const svg = chart.renderToSVGString();
    chart.dispose(); // Else the program never ends.
    return svg;
  },
  async vega(rows) {
    const [vega, lite] = await Promise.all([load("vega"), load("vega-lite")]);
    const size = { width: WIDTH, height: HEIGHT, autosize: { type: "fit", contains: "padding" } };
    return new vega.View(vega.parse(lite.compile({ ...spec(rows), ...size }).spec), { renderer: "none" }).toSVG();
  },
};

const svg = await WAYS[process.argv[2]](bars(readFileSync(0, "utf8")));
const { Resvg } = (await load("@resvg/resvg-js")).default;
// As ours: one font, and none of the machine's.
const font = { loadSystemFonts: false, fontFiles: [FONT], defaultFontFamily: "Noto Sans", sansSerifFamily: "Noto Sans" };
const fit = { mode: "width", value: WIDTH };
process.stdout.write(new Resvg(svg, { font, fitTo: fit, background: "#fff" }).render().asPng());

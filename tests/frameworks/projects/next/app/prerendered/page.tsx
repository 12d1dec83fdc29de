import type { Results } from "election-widgets";
import { renderToString } from "election-widgets/server";
import first from "../../src/data.json";
import newer from "../../src/newer.json";
import { Live } from "./live";

/** A chart that the server draws, and that the browser makes interactive. */
export default function Page() {
  const html = renderToString("results-chart", first as unknown as Results, { lang: "en" });
  return (
    <main>
      <div id="chart" dangerouslySetInnerHTML={{ __html: html }} />
      <Live newer={newer as unknown as Results} />
    </main>
  );
}

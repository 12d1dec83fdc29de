"use client";

import type { Results, ResultsChart } from "election-widgets";
import "election-widgets/auto";
import "election-widgets/react";
import { useEffect, useRef, useState } from "react";

/**
 * A chart that the browser draws, with data that a server component fetched. React 19 sets neither objects nor listeners on an
 * element of the server's HTML (facebook/react#35446), so that effects do.
 */
export function Chart({ first, newer }: { first: Results; newer: Results }) {
  const [data, setData] = useState(first);
  const [heard, setHeard] = useState("");
  const chart = useRef<ResultsChart>(null);
  useEffect(() => {
    chart.current!.data = data;
  }, [data]);
  useEffect(() => {
    const element = chart.current!;
    const hear = ({ type }: Event) => setHeard(type);
    element.addEventListener("widget-update", hear);
    return () => element.removeEventListener("widget-update", hear);
  }, []);
  return (
    <main>
      <results-chart ref={chart} lang="en">
        <p>The fallback</p>
      </results-chart>
      <button id="newer" onClick={() => setData(newer)}>Newer</button>
      <p id="heard">{heard}</p>
    </main>
  );
}

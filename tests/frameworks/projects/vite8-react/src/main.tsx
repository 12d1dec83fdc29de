import type { Results, ResultsChart } from "election-widgets";
import "election-widgets/auto";
import "election-widgets/react";
import { StrictMode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import first from "./data.json";
import newer from "./newer.json";

function App() {
  const [data, setData] = useState<Results | string | null>(first as unknown as Results);
  const [level, setLevel] = useState<2 | 3>(2);
  const [shown, setShown] = useState(true);
  const [heard, setHeard] = useState("");
  const chart = useRef<ResultsChart>(null);
  const hear = ({ type }: { type: string }) => setHeard((before) => `${before} ${type}`);
  return (
    <main>
      {shown && (
        <results-chart
          ref={chart}
          data={data}
          heading-level={level}
          refresh={30}
          count="all"
          className="wide"
          onwidget-ready={hear}
          onwidget-update={hear}
          onwidget-select={({ type, detail }) => hear({ type: `${type}:${detail.option}` })}
        >
          <p>The fallback</p>
        </results-chart>
      )}
      <button id="newer" onClick={() => setData(newer as unknown as Results)}>Newer</button>
      <button id="text" onClick={() => setData(JSON.stringify(first))}>Text</button>
      <button id="none" onClick={() => setData(null)}>None</button>
      <button id="level" onClick={() => setLevel(3)}>Level</button>
      <button id="toggle" onClick={() => setShown(!shown)}>Toggle</button>
      <p id="heard">{heard}</p>
    </main>
  );
}

createRoot(document.querySelector("#root")!).render(<StrictMode><App /></StrictMode>);

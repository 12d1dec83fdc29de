"use client";

import type { Results } from "election-widgets";
import "election-widgets/auto";
import { useEffect, useState } from "react";

export function Live({ newer }: { newer: Results }) {
  const [heard, setHeard] = useState("");
  useEffect(() => {
    const hear = ({ type }: Event) => setHeard(type);
    document.addEventListener("widget-update", hear);
    return () => document.removeEventListener("widget-update", hear);
  }, []);
  const change = () => {
    document.querySelector("results-chart")!.data = newer;
  };
  return (
    <>
      <button id="newer" onClick={change}>Newer</button>
      <p id="heard">{heard}</p>
    </>
  );
}

import type { Results } from "election-widgets";
import first from "../src/data.json";
import newer from "../src/newer.json";
import { Chart } from "./chart";

export default function Page() {
  return <Chart first={first as unknown as Results} newer={newer as unknown as Results} />;
}

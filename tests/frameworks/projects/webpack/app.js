import { define } from "election-widgets";

define({ tags: ["results-chart"] });

// Defines <results-chart> and no other element.

import { define } from "./index.js";

export * from "./index.js";

define({ tags: ["results-chart"] });

// Defines <observer-map> and no other element.

import { define } from "./index.js";

export * from "./index.js";

define({ tags: ["observer-map"] });

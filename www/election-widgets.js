// The element script: registers the custom elements, and offers pages what else they can call.

import { TAGS } from "./bundles.js";
import { register } from "./define.js";
import { ElectionWidget } from "./element.js";

export { mount, validate } from "./api.js";
export { configure } from "./bundles.js";

/** Defines the elements, each name after `prefix`. */
export function define({ prefix = "" } = {}) {
  for (const tag of TAGS) register(prefix + tag, class extends ElectionWidget { static tag = tag; });
}

define();

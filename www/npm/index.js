// The main module of the npm package. Importing it registers nothing and changes nothing, also on a server.

import { validate as validateInBrowser } from "../api.js";
import { register } from "../define.js";
import { ElectionWidget } from "../element.js";

export { mount } from "../api.js";
export { configure } from "../bundles.js";

export class ResultsChart extends ElectionWidget {
  static tag = "results-chart";
}

export class ObserverMap extends ElectionWidget {
  static tag = "observer-map";
}

export class AllianceGrid extends ElectionWidget {
  static tag = "alliance-grid";
}

const CLASSES = [ResultsChart, ObserverMap, AllianceGrid];

/** Defines the elements, or those that `tags` names, each name after `prefix`. Does nothing on a server. */
export function define({ prefix = "", tags = CLASSES.map(({ tag }) => tag) } = {}) {
  if (!/^([a-z][a-z0-9._-]*)?$/.test(prefix)) {
    throw new TypeError(`prefix: expected lower-case letters, digits, "-", "." and "_", a letter first, as in "ew-"; found ${JSON.stringify(prefix)}`);
  }
  const classes = tags.map((tag) => CLASSES.find((one) => one.tag == tag) ?? unknown(tag));
  if (!globalThis.customElements) return;
  // A class can have one name only.
  for (const Widget of classes) register(prefix + Widget.tag, class extends Widget {});
}

/** Checks a document: `{errors: [{path, message}], warnings: [{path, message}]}`. */
export async function validate(tag, data) {
  if (!globalThis.document) throw new Error("validate needs a browser; on a server run `npx election-widgets validate FILE`");
  return validateInBrowser(tag, data);
}

function unknown(tag) {
  throw new TypeError(`tags: no widget is called ${JSON.stringify(tag)}; expected ${CLASSES.map(({ tag }) => tag).join(", ")}`);
}

// Registers the custom elements. A name that is taken stays with whoever took it.

import { VERSION } from "./element.js";
import { files } from "./files.js";

/** Registers a class, unless this version is there already under the name. */
export function register(name, elementClass) {
  const known = customElements.get(name);
  if (!known) customElements.define(name, elementClass);
  else if (known.version != VERSION) files.load("conflict").then(({ warn }) => warn(name, known.version, VERSION));
}

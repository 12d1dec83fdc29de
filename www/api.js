// What pages can call beside `define` and `configure`.

import { bundleOf, load } from "./bundles.js";

/** Appends a widget to `target`, an element or a selector. `options` are its attributes. */
export function mount(target, tag, data, options = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) element.setAttribute(name, value);
  element.data = data;
  (typeof target == "string" ? document.querySelector(target) : target).append(element);
  return {
    element,
    update: (data) => void (element.data = data),
    destroy: () => element.remove(),
  };
}

/** Checks a document: `{errors: [{path, message}], warnings: [{path, message}]}`. */
export async function validate(tag, data) {
  const bundle = await load(bundleOf(tag));
  // The program may have stopped at another document meanwhile.
  return bundle.validate(tag, data) ?? validate(tag, data);
}

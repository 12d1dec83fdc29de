// Hydration: makes a painted picture interactive. If the bundle would draw the same picture it hydrates the nodes, else
// it replaces them in one task. Both ways keep what the reader did before: open rows, typed text, scroll positions, the
// focus, and the click that started the hydration.

/** @typedef {import("./element-state.js").ElementState} ElementState */

/**
 * Hydrates the picture in `root`.
 * @param {ShadowRoot} root
 * @param {ElementState} state
 * @param {{ json: string, data: object, area: object, texts: string }} painted The document and the area file that the
 *   picture shows, and their texts.
 * @param {(root: ShadowRoot) => void} adoptStyles Gives `root` the styles of this build.
 */
export function hydrate(root, state, { json, data, area, texts }, adoptStyles) {
  const picture = root.querySelector("[data-hydration-key]");
  const before = save(root);
  const interactions = state.interactions.splice(0).map(([event, target]) => [event, target, locate(root, target)]);
  if (!state.handle.show(data, area.data, area.missing, area.url, texts)) return;
  state.shown = { json, area: area.json };
  if (!picture.isConnected) {
    restore(root, before);
    // The picture came from another build, with the styles of that build.
    adoptStyles(root);
  }
  dispatchMissed(root);
  for (const [event, target, location] of interactions) replay(event, target.isConnected ? target : find(root, location));
}

// The location of an element: the key of its row, and its index there among the elements of its name.
function locate(root, element) {
  const row = element.closest?.("[data-key]");
  const name = element.localName;
  return { key: row?.dataset.key, name, index: [...(row ?? root).querySelectorAll(name)].indexOf(element) };
}

function find(root, { key, name, index }) {
  const row = key == null ? root : root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  return row?.querySelectorAll(name)[index] ?? (row != root && row?.localName == name ? row : undefined);
}

function save(root) {
  const all = (selector, filter, value) =>
    [...root.querySelectorAll(selector)].filter(filter).map((element) => [locate(root, element), value(element)]);
  return {
    // Only focusable elements scroll. Asking every element of a long table would lay out each of its rows.
    scrolled: all("[tabindex]", (one) => one.scrollTop || one.scrollLeft, (one) => [one.scrollLeft, one.scrollTop]),
    opened: all("details", (one) => one.open, () => true),
    typed: all("input, select", isChanged, (one) => one.value),
    focused: root.activeElement && locate(root, root.activeElement),
  };
}

function restore(root, { scrolled, opened, typed, focused }) {
  const each = (list, act) => {
    for (const [location, value] of list) {
      const element = find(root, location);
      if (element) act(element, value);
    }
  };
  each(opened, (details) => void (details.open = true));
  each(typed, (field, value) => void (field.value = value));
  each(scrolled, (element, [left, top]) => element.scrollTo({ left, top, behavior: "instant" }));
  if (focused) find(root, focused)?.focus({ preventScroll: true });
}

const isChanged = (field) =>
  field.options
    ? field.selectedIndex != Math.max(0, [...field.options].findIndex((option) => option.defaultSelected))
    : field.value != field.defaultValue;

// Dispatches the events that happened before the bundle listened.
function dispatchMissed(root) {
  for (const details of root.querySelectorAll("details")) details.dispatchEvent(new Event("toggle"));
  for (const field of root.querySelectorAll("input, select")) {
    if (isChanged(field)) field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  }
}

// Native default actions have already happened; do not replay them.
const NATIVE = { click: "a, summary, input, select, label", keydown: "a, summary, input, select, label, button" };

function replay(event, target) {
  const native = NATIVE[event.type];
  if (native && target && !target.closest(native)) target.dispatchEvent(new event.constructor(event.type, event));
}

// How a picture that the page carries comes alive. Where the embed would draw the same it takes over the nodes that
// are there; else its own take their place in one task. Either way what a reader did meanwhile holds: what is open,
// typed, scrolled or has the focus, and the click that woke the widget.

/** Has the embed take over what `root` carries, which was made from `held`; `dress` gives a root this build's styles. */
export function takeOver(root, job, { json, data, area }, dress) {
  const picture = root.querySelector("[data-stamp]");
  const done = remember(root);
  const touches = job.touches.splice(0).map(([event, target]) => [event, target, spot(root, target)]);
  const texts = area.json == null ? json : `${json}\0${area.json}`;
  if (!job.handle.show(data, area.data, area.missing, area.url, texts)) return;
  if (!picture.isConnected) {
    redo(root, done);
    // Another build's picture came with that build's styles.
    dress(root);
  }
  tell(root);
  for (const [event, target, at] of touches) replay(event, target.isConnected ? target : found(root, at));
}

// An element by the row that it is in, and its place there among those of its name.
function spot(root, element) {
  const row = element.closest?.("[data-key]");
  const name = element.localName;
  return { key: row?.dataset.key, name, place: [...(row ?? root).querySelectorAll(name)].indexOf(element) };
}

function found(root, { key, name, place }) {
  const row = key == null ? root : root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  return row?.querySelectorAll(name)[place] ?? (row != root && row?.localName == name ? row : undefined);
}

function remember(root) {
  const all = (selector, keep, value) =>
    [...root.querySelectorAll(selector)].filter(keep).map((element) => [spot(root, element), value(element)]);
  return {
    // What scrolls can be reached by keys. Asked of any other element of a long table, this lays out each of its rows.
    scrolled: all("[tabindex]", (one) => one.scrollTop || one.scrollLeft, (one) => [one.scrollLeft, one.scrollTop]),
    opened: all("details", (one) => one.open, () => true),
    typed: all("input, select", isChanged, (one) => one.value),
    focused: root.activeElement && spot(root, root.activeElement),
  };
}

function redo(root, { scrolled, opened, typed, focused }) {
  const each = (list, act) => {
    for (const [at, value] of list) {
      const element = found(root, at);
      if (element) act(element, value);
    }
  };
  each(opened, (details) => void (details.open = true));
  each(typed, (field, value) => void (field.value = value));
  each(scrolled, (element, [left, top]) => element.scrollTo({ left, top, behavior: "instant" }));
  if (focused) found(root, focused)?.focus({ preventScroll: true });
}

const isChanged = (field) =>
  field.options
    ? field.selectedIndex != Math.max(0, [...field.options].findIndex((option) => option.defaultSelected))
    : field.value != field.defaultValue;

// What was done before anybody listened.
function tell(root) {
  for (const details of root.querySelectorAll("details")) details.dispatchEvent(new Event("toggle"));
  for (const field of root.querySelectorAll("input, select")) {
    if (isChanged(field)) field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  }
}

// What an element does by itself it has done.
const ITSELF = { click: "a, summary, input, select, label", keydown: "a, summary, input, select, label, button" };

function replay(event, target) {
  const itself = ITSELF[event.type];
  if (itself && target && !target.closest(itself)) target.dispatchEvent(new event.constructor(event.type, event));
}

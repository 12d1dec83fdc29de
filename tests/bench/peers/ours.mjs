// Ours by script alone: the element as a page uses it. Every row stands, as in the others.
export function draw(host, text, attributes = { fold: "none" }) {
  const element = document.createElement("results-chart");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const turn = {};
  turns.set(element, turn);
  for (const name of ["widget-ready", "widget-update"]) element.addEventListener(name, () => turn.done(element));
  element.addEventListener("widget-error", ({ detail }) => turn.fail(new Error(`${detail.path}: ${detail.message}`)));
  return drawn(turn, () => {
    element.data = text;
    host.append(element);
  });
}

export function update(element, text) {
  return drawn(turns.get(element), () => void (element.data = text));
}

// What waits for a chart's next picture. Listeners are added once: to add them anew for each picture takes time that isn't
// ours.
const turns = new WeakMap();
function drawn(turn, act) {
  return new Promise((done, fail) => {
    Object.assign(turn, { done, fail });
    act();
  });
}

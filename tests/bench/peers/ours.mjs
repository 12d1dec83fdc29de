// Ours by script alone: the element as a page uses it. Every row stands, as in the others.
export async function draw(host, text, attributes = { fold: "none" }) {
  const element = document.createElement("results-chart");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const drawn = told(element, "widget-ready");
  element.data = text;
  host.append(element);
  await drawn;
  return element;
}

export async function update(element, text) {
  const drawn = told(element, "widget-update");
  element.data = text;
  await drawn;
}

function told(element, name) {
  return new Promise((done, fail) => {
    element.addEventListener(name, done, { once: true });
    element.addEventListener("widget-error", ({ detail }) => fail(new Error(`${detail.path}: ${detail.message}`)), { once: true });
  });
}

// Ours and the page by hand, drawn in one page and used as a reader uses them. Runs in the page.
import { assertSame } from "/same.js";

// After every task that is due: effects are done by then.
const settled = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });

// After a frame: what the step before left to paint is not part of the next.
const painted = () => new Promise(requestAnimationFrame).then(settled);

const laidOut = (root) => root.querySelector("figure").getBoundingClientRect().height;

function choose(select, value) {
  select.value = value;
  select.dispatchEvent(new Event("input", { bubbles: true }));
}

const labelled = (root, label) => root.querySelector(`[aria-label="${label}"]`);

/** What a reader does in a step, whoever made the root: another thing each turn. */
const acts = {
  filter(root, turn) {
    const select = labelled(root, "Organisation");
    choose(select, select.options[1 + (turn % 40)].value);
  },
  select(root, turn) {
    labelled(root, "Missions").querySelectorAll("summary")[turn % 5].click();
  },
  "move the day"(root, turn) {
    const range = labelled(root, "Date");
    choose(range, range.max - turn * 9);
  },
  sort(root, turn) {
    choose(labelled(root, "Sort by"), turn % 2 ? "Name" : "Most memberships");
  },
};

/** Both ways of drawing `data`. */
async function waysOf({ tag, data, beside }) {
  const { byHand } = await import("/by-hand.js");
  const file = beside && (await (await fetch(beside)).json());
  const sheet = await new CSSStyleSheet().replace(await (await fetch("/election-widgets.css")).text());
  const json = JSON.stringify(data);
  return {
    async ours(host) {
      const element = document.createElement(tag);
      const ready = new Promise((done) => element.addEventListener("widget-ready", done, { once: true }));
      element.data = json;
      host.append(element);
      await ready;
      return element.shadowRoot;
    },
    async hand(host) {
      const element = document.createElement("div");
      const root = element.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      host.append(element);
      byHand(root, JSON.parse(json), file);
      return root;
    },
  };
}

// A painted widget hydrates when a reader points at it, which is no part of the step that follows. It takes seconds at
// most, or the run fails.
const MOST_FRAMES = 1_000;
async function hydrated(root) {
  await painted(); // It listens once it has dispatched widget-ready.
  root.host.dispatchEvent(new Event("pointerover"));
  for (let frame = 0; root.querySelector("[data-hydration-key]"); frame++) {
    if (frame == MOST_FRAMES) throw new Error("the widget does not hydrate");
    await painted();
  }
}

function box() {
  const host = document.createElement("div");
  host.style.width = "1100px";
  return host;
}

/** Draws both, does each step to both so many times and compares what is there after each. */
export async function compare({ steps, turns, ...one }) {
  const ways = await waysOf(one);
  document.body.replaceChildren();
  const roots = {};
  for (const way of ["ours", "hand"]) {
    const host = box();
    document.body.append(host);
    roots[way] = await ways[way](host);
    await hydrated(roots[way]);
  }
  const same = (when) => assertSame(roots.ours.innerHTML, roots.hand.innerHTML, when);
  same("first paint");
  for (const step of steps) {
    for (let turn = 0; turn < turns; turn++) {
      for (const root of Object.values(roots)) acts[step](root, turn);
      await settled();
      same(`${step}, turn ${turn}`);
    }
  }
}

/** How long the first paint and each step takes in both ways, in milliseconds: `{ours: {filter: [1.2]}, hand: {}}`. */
export async function measure({ steps, turns, rounds, ...one }) {
  const ways = await waysOf(one);
  const times = { ours: {}, hand: {} };
  for (let round = -1; round < rounds; round++) {
    for (const way of round % 2 ? ["ours", "hand"] : ["hand", "ours"]) {
      const took = await once(ways[way], steps, turns);
      if (round < 0) continue; // warm
      for (const [step, all] of Object.entries(took)) (times[way][step] ??= []).push(...all);
    }
  }
  return times;
}

async function once(draw, steps, turns) {
  const host = box();
  document.body.replaceChildren(host);
  await painted();
  let began = performance.now();
  const root = await draw(host);
  laidOut(root);
  const took = { "first paint": [performance.now() - began] };
  await hydrated(root);
  for (const step of steps) {
    took[step] = [];
    for (let turn = 0; turn < turns; turn++) {
      await painted();
      began = performance.now();
      acts[step](root, turn);
      await settled();
      laidOut(root);
      took[step].push(performance.now() - began);
    }
  }
  return took;
}

// Traps: a program of the interactive bundle stops by a fault of its own, and no call of its instance can be trusted
// any more. The element that it worked for fails with a message. All others are drawn again by a fresh instance.

import { guarded, stoppedAt } from "./guard.js";

/** @typedef {import("./element-state.js").ElementState} ElementState */

// After so many traps in a row of which no element is known, something stops every instance.
const MOST_UNEXPLAINED = 3;
let unexplained = 0;

/**
 * An instance of a program.
 * @typedef {object} Instance
 * @property {object} glue The module that wasm-bindgen generates, with `Data`, `createHandle` and `validateDocument`.
 * @property {boolean} isStopped True once it trapped. From then on its exports do nothing.
 * @property {Map<ElementState, HTMLElement>} drawn The elements that it draws.
 * @property {[ElementState, HTMLElement] | []} [caller] The element that it works for now; empty while the page has it check
 *   a document.
 */

/**
 * Makes an instance, not started yet.
 * @param {(guard: (exports: WebAssembly.Exports) => object) => object} makeGlue
 * @param {() => void} discard Has the next caller of the bundle start a fresh instance.
 * @returns {Instance}
 */
export function instanceOf(makeGlue, discard) {
  if (unexplained >= MOST_UNEXPLAINED) throw new Error(`the program stopped ${unexplained} times (load the page again, and report its documents)`);
  const instance = { isStopped: false, drawn: new Map() };
  instance.glue = makeGlue((exports) => guarded(exports, (error) => stop(instance, error, discard)));
  return instance;
}

/**
 * Runs `act`, which calls the instance for this caller.
 * @param {Instance} instance
 * @param {[ElementState, HTMLElement] | []} caller
 * @param {() => object} act
 */
export function callFor(instance, caller, act) {
  instance.caller = caller;
  try {
    return act();
  } finally {
    instance.caller = undefined;
  }
}

function stop(instance, error, discard) {
  const { caller, drawn } = instance;
  const elements = [...drawn];
  instance.isStopped = true;
  drawn.clear();
  discard();
  elements.forEach(([state, element]) => release(state, element));
  unexplained = caller ? 0 : unexplained + 1;
  const [culprit, element] = caller ?? [];
  for (const [state] of elements) if (state != culprit) state.reschedule();
  if (culprit) blame(culprit, element, error);
  else if (caller) throw new Error(stoppedAt(error, "Please report it with the document"));
  else {
    const names = elements.map(([, element]) => nameOf(element)).join(", ") || "the widgets";
    console.error(`election-widgets: the program of ${names} stopped (${error.message}). It starts again. Please report it with the documents`);
  }
}

function blame(culprit, element, error) {
  // No render of it that is on its way may go on.
  culprit.renderId++;
  fill(element);
  culprit.fail(errorAt(element, stoppedAt(error, "Give the element another, and please report this one")));
}

// The picture stays until another is drawn over it, as that of another build does.
function release(state, element) {
  state.handle = undefined;
  const picture = element.shadowRoot?.querySelector(".ew");
  if (!picture) return;
  picture.dataset.hydrationKey = "";
  state.readyFired = state.isReleased = true;
}

// Says in an element without picture and fallback that there is nothing. The next picture takes the place of what it says.
function fill(element) {
  const root = element.shadowRoot ?? (element.innerText.trim() ? undefined : element.attachShadow({ mode: "open" }));
  if (!root || root.querySelector(".ew")) return;
  const notice = Object.assign(document.createElement("p"), { className: "ew", lang: "en", textContent: "The data can’t be shown right now." });
  notice.dataset.hydrationKey = "";
  root.append(notice);
}

const nameOf = ({ localName, id }) => `<${localName}${id && ` id="${id}"`}>`;

/** Makes an error of one element, which it names. The bundle goes on with all others. */
export const errorAt = (element, message) => Object.assign(new Error(message), { element: nameOf(element) });

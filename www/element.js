// The class of the custom elements. Importing it registers none and changes nothing, also on a server.

import { sourceUrl } from "./addresses.js";
import { bundleOf, kinds, load, paintFirst, settings, wasmUrl } from "./bundles.js";
import { files } from "./files.js";
import { stopWatching, watchView } from "./readiness.js";
import { fetchOnce, readBody } from "./requests.js";

// An element this near to the window is drawn.
const MARGIN_PX = 400;

// The interactions that hydrate a painted element. A screen reader may move a slider without pointer or key.
const INTERACTIONS = "keydown pointerover pointerdown click input focusin".split(" ");

// The elements that wait to come near the window, each with its callback. The callback is no method, since pages
// could call that. Printing has no window, so it calls all of them.
const waiting = new Map();

// The elements that have a part in the URL's hash, each with its callback.
const hashed = new Map();

// The observer of all elements, from the first that connects.
let observer;

function watchPage() {
  addEventListener("beforeprint", () => waiting.forEach((onVisible) => onVisible()));
  addEventListener("hashchange", () => hashed.forEach((onChange) => onChange()));
  return new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.();
    },
    { rootMargin: `${MARGIN_PX}px` },
  );
}

// IntersectionObserver reports after the next frame, which is too late for the first paint. In a frame only the
// observer knows whether the frame itself is in view.
function isNear(element) {
  const box = self == top && element.getClientRects().length && element.getBoundingClientRect();
  return box && box.bottom > -MARGIN_PX && box.top < innerHeight + MARGIN_PX;
}

// True once the console has the error of a bundle that can't run. One line per page is enough.
let errorLogged;

/** The version of the widgets: the build writes it here. */
export const VERSION = globalThis.ELECTION_WIDGETS_VERSION;

/** A widget on a page. Its attributes and its `data` say what it shows. */
export class ElectionWidget extends (globalThis.HTMLElement ?? class {}) {
  static version = VERSION;
  static observedAttributes = "src lang theme heading-level hash refresh count unit order fold as-of view select organisation find".split(" ");
  /** @type {import("./element-state.js").ElementState} */
  #state = {
    phase: "idle",
    renderId: 0,
    interactions: [],
    reschedule: () => this.#requestRender(),
    fail: (error) => this.#fail(error),
  };

  get data() {
    return this.#state.data;
  }

  set data(data) {
    Object.assign(this.#state, { data, dataPainted: false });
    this.#requestRender();
  }

  connectedCallback() {
    kinds.add((this.#state.tag = this.constructor.tag));
    if (this.#isPainted) this.#watchView();
    else this.#awaitInteraction();
    // Data that the page set before the element was defined hides the property.
    if (Object.hasOwn(this, "data")) {
      const { data } = this;
      delete this.data;
      this.data = data;
    }
    waiting.set(this, () => this.#onVisible());
    (observer ??= watchPage()).observe(this);
    // A painted element has its picture. Asking for its position would delay the page's first frame.
    if (!this.#isPainted) queueMicrotask(() => isNear(this) && waiting.get(this)?.());
    if (this.hasAttribute("hash")) {
      hashed.set(this, () => {
        if (!this.#isPainted || this.#isInHash) this.#requestRender();
      });
    }
    if (this.#state.requested) this.#requestRender();
  }

  disconnectedCallback() {
    this.#stopWaiting();
    stopWatching(this);
    queueMicrotask(() => {
      if (this.isConnected) return; // moved
      const state = this.#state;
      state.follow?.();
      hashed.delete(this);
      state.renderId++;
      state.handle?.free();
      state.handle = undefined;
      if (!this.#isPainted) this.#enter("idle");
    });
  }

  adoptedCallback() {
    this.#state.restyle?.();
  }

  attributeChangedCallback(name, old, now) {
    if (name == "src") {
      if (old == now) this.#state.refetch = true;
      this.#state.text = undefined;
    }
    this.#requestRender();
  }

  get #isPainted() {
    return this.#state.phase == "painted";
  }

  get #isInHash() {
    return this.hasAttribute("hash") && location.hash.includes(`${this.getAttribute("hash")}.`);
  }

  // The picture in the shadow root, if it is not interactive.
  get #picture() {
    return this.shadowRoot?.querySelector("[data-hydration-key]");
  }

  // The only place that changes the phase. A painted element listens for the interaction that hydrates it, and is
  // hydrated without one once it was in view for a while.
  #enter(phase) {
    Object.assign(this.#state, { phase, requested: false });
    stopWatching(this);
    if (this.#isPainted) this.#watchView();
    else this.#state.busy?.removeAttribute("aria-busy");
    const change = this.#isPainted ? "addEventListener" : "removeEventListener";
    for (const type of INTERACTIONS) this[change](type, this.#onInteraction, { capture: true, passive: true });
  }

  // Leaves a prerendered picture, or one of the first paint, as it is until something needs more.
  #awaitInteraction() {
    const state = this.#state;
    if (state.handle || !this.#picture) return;
    state.paintedText ??= state.text = this.shadowRoot.querySelector("script")?.textContent;
    this.#enter("painted");
  }

  // An error of the bundle changes nothing here: the reader's touch tries again, and reports it.
  #watchView() {
    const state = this.#state;
    watchView(this, () => {
      const pending = load((state.bundle ??= bundleOf(state.tag)), "low");
      pending.then(() => this.#isPainted && this.#requestRender(), () => {});
    });
  }

  #onInteraction = (event) => {
    if (this.#state.handle) return; // Already interactive; ignore the replayed event.
    const target = event.composedPath()[0];
    if (event.isTrusted) this.#state.interactions.push([event, target]);
    // Rows and links open without the bundle; everything else waits for it.
    if (event.type == "input" || (event.type == "click" && !target.closest("summary, a"))) {
      this.#state.busy = this.#picture;
      this.#state.busy?.setAttribute("aria-busy", "true");
    }
    this.#requestRender();
  };

  #onVisible() {
    this.#stopWaiting();
    this.#follow();
    if (this.#state.phase == "idle") this.#enter("visible");
    if (!this.#isPainted || this.#isInHash) this.#requestRender();
  }

  // The feed loads with the first `refresh`. From then on it reads itself what the page asks for.
  #follow() {
    const state = this.#state;
    if (state.follow) state.follow();
    else if (this.hasAttribute("refresh")) {
      files.load("feed").then(
        ({ watch }) => watch(this, state, files),
        (error) => this.#fail(error),
      );
    }
  }

  #stopWaiting() {
    observer.unobserve(this);
    waiting.delete(this);
  }

  // Schedules one render for all changes of a task. An idle or disconnected element keeps the request.
  #requestRender() {
    const state = this.#state;
    state.requested = true;
    if (state.phase != "idle" && !state.scheduled && this.isConnected) {
      state.scheduled = true;
      queueMicrotask(() => {
        state.scheduled = false;
        if (this.isConnected) this.#render();
      });
    }
  }

  // Requests the data together with the code. Reads it at once, since browsers drop responses that nobody reads.
  async #prefetch() {
    const state = this.#state;
    if (state.data != null || state.text != null || !this.hasAttribute("src")) return;
    const url = sourceUrl(this);
    if (state.refetch) files.responses.delete(url);
    state.refetch = false;
    await readBody(await fetchOnce(files.responses, url));
  }

  async #render() {
    const state = this.#state;
    const renderId = ++state.renderId;
    const isCurrent = () => renderId == state.renderId && this.isConnected;
    this.#follow();
    // Whoever reads the data reports the error.
    this.#prefetch().catch(() => {});
    try {
      state.bundle ??= bundleOf(state.tag);
      // The bundle draws what the first paint refuses, or says what is wrong with it.
      const isFirst = !state.handle && !this.#isPainted && !this.#isInHash && !settings;
      if (isFirst && (await paintFirst(state.bundle, this, state, isCurrent).catch(() => {}))) return this.#awaitInteraction();
      const bundle = await load(state.bundle);
      await bundle.draw(this, state, isCurrent);
      if (state.handle) this.#enter("interactive");
    } catch (error) {
      if (renderId == state.renderId) this.#fail(error);
    }
  }

  // Keeps what the page shows, and marks a picture so that it hides its controls.
  #fail({ message: reason, element }) {
    const state = this.#state;
    const message = element ? reason : `the widgets can't run here: ${reason}`;
    if (element || !errorLogged) console.error(`election-widgets: ${element ? `${element}: ` : ""}${message}`);
    errorLogged ||= !element;
    this.#picture?.setAttribute("data-inert", "");
    this.#enter("failed");
    if (!element && state.errorFired) return;
    state.errorFired = true;
    const detail = { path: element ?? wasmUrl(state.bundle), message };
    this.dispatchEvent(new CustomEvent("widget-error", { bubbles: true, composed: true, detail }));
  }
}

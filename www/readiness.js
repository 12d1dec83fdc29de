// Makes painted widgets interactive before the reader touches them, once the page has nothing else to do.

// How long a widget is in view before its bundle is requested.
const VIEW_MS = 1_000;

// Safari knows no idle callbacks.
const whenIdle = (callback) => (self.requestIdleCallback ? requestIdleCallback(callback) : setTimeout(callback, 200));

const savesData = () => navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;

// The painted elements, each with its callback and, while it is in view, its timer.
const painted = new Map();

// The observer of all elements, from the first that is watched.
let observer;

function onChange(entries) {
  for (const { isIntersecting, target } of entries) {
    const one = painted.get(target);
    clearTimeout(one?.timer);
    if (one && isIntersecting) one.timer = setTimeout(prepare, VIEW_MS, target, one);
  }
}

function prepare(element, one) {
  if (document.readyState != "complete") one.timer = setTimeout(prepare, VIEW_MS, element, one);
  else whenIdle(() => painted.get(element) == one && stopWatching(element) && one.onReady());
}

/** Calls `onReady` once the element was in view for a while and the page is idle; never for readers who save data. */
export function watchView(element, onReady) {
  if (savesData()) return;
  painted.set(element, { onReady });
  (observer ??= new IntersectionObserver(onChange)).observe(element);
}

/** Forgets an element. Returns true if it was watched. */
export function stopWatching(element) {
  observer?.unobserve(element);
  clearTimeout(painted.get(element)?.timer);
  return painted.delete(element);
}

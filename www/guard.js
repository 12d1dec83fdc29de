// A guard around an instance of WebAssembly, in pages and in Node.

/**
 * Guards the exports of an instance. wasm-bindgen throws the errors that Rust returns outside the exports: what comes through an
 * export is a trap, or an error of JavaScript's own in the middle of Rust. No call can be trusted after it, so from then on
 * the exports do nothing.
 * @param {WebAssembly.Exports} exports
 * @param {(error: Error) => void} onTrap Is called with the first error. What it throws is thrown in its place.
 */
export function guarded(exports, onTrap) {
  let isStopped = false;
  const guard = (run) => (...given) => {
    if (isStopped) return;
    try {
      return run(...given);
    } catch (error) {
      if (!isStopped) {
        isStopped = true;
        onTrap(error);
      }
      throw error;
    }
  };
  const entries = Object.entries(exports).map(([name, value]) => [name, typeof value == "function" ? guard(value) : value]);
  return Object.fromEntries(entries);
}

/** Says that a program stopped at a document. */
export const stoppedAt = ({ message }, advice) => `the program stopped (${message}) at this document. ${advice}`;

// One file with everything, for systems that take only one script: the program of all widgets, styles, maps and words.

import { configure, define } from "./index.js";

export * from "./index.js";

// One program serves every widget, and there is no first paint.
if (globalThis.document) configure({ wasmUrl: "inline:election-widgets-all_bg.wasm" });
define();

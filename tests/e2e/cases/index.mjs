// Every case that holds in each browser.
import { DRAWN } from "./drawn.mjs";
import { FAILED } from "./failed.mjs";
import { INTEGRITY } from "./integrity.mjs";
import { PRELOADED } from "./preload.mjs";
import { PRERENDERED } from "./prerendered.mjs";
import { REFUSED } from "./refused.mjs";
import { WIDE } from "./width.mjs";

// A page of dist/ has a `path`, one of a case's own a `body`, with what `prerender` wrote too; `strictFor`
// allows the styles that stand in it.
export const CASES = [...DRAWN, ...REFUSED, ...INTEGRITY, ...FAILED, ...PRERENDERED, ...PRELOADED, ...WIDE];

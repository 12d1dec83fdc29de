// Every case that holds in each browser.
import { DRAWN } from "./drawn.mjs";
import { INTEGRITY } from "./integrity.mjs";
import { REFUSED } from "./refused.mjs";

// Cases on prerendered pages have their place in a file of their own beside these: a page of dist/ by
// its `path`, or `body` with what `prerender` wrote; `strictFor` allows the styles that stand in it.
export const CASES = [...DRAWN, ...REFUSED, ...INTEGRITY];

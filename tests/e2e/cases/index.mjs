// Every case that holds in each browser.
import { WOKEN } from "./carried.mjs";
import { DRAWN } from "./drawn.mjs";
import { INTEGRITY } from "./integrity.mjs";
import { PRELOADED } from "./preload.mjs";
import { REFUSED } from "./refused.mjs";
import { STILL } from "./still.mjs";

// A page of dist/ has a `path`, one of a case's own a `body`, with what `prerender` wrote too; `strictFor`
// allows the styles that stand in it.
export const CASES = [...DRAWN, ...REFUSED, ...INTEGRITY, ...STILL, ...WOKEN, ...PRELOADED];

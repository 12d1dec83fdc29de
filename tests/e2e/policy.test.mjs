// Pages that allow little: a strict content security policy, Trusted Types, no WebAssembly, digests.
import { CASES } from "./cases/index.mjs";
import { runCases } from "./cases/run.mjs";
import { launch } from "./chromium.mjs";

await runCases(launch, CASES);

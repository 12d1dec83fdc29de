// Takes what crates/node/js/index.js does not call out of wasm-bindgen's glue of the module for Node, and makes a module of it
// that makes instances: `node scripts/node-glue.mjs FOLDER`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { OF_NODE, bundled, factory } from "./glue.mjs";

const [folder] = process.argv.slice(2);
const script = "election-widgets-node.js";
writeFileSync(join(folder, script), factory(script, bundled(folder, script, OF_NODE)));

// Where the files are that the module reads, in dist/. The npm package has its own form of this module.
import { existsSync } from "node:fs";

export const program = () => new URL("./election-widgets-node_bg.wasm", import.meta.url);

/** The address of a file of dist/; undefined if there is none. */
export function file(path) {
  const url = new URL(`../${path}`, import.meta.url);
  return existsSync(url) ? url : undefined;
}

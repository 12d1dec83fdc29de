// WebAssembly programs that take one text and answer with one, without wasm-bindgen's own script.

/** @typedef {import("./files.js").Files} Files */

/**
 * Compiles a program. A server that gives it another type stops nothing. The page is warned once.
 * @param {Files} files
 * @param {Promise<Response>} program
 */
export const compile = (files, program) =>
  WebAssembly.compileStreaming(program).catch(async ({ message }) => {
    const response = await program;
    const bytes = await response.arrayBuffer();
    console.warn(`election-widgets: ${response.url}: ${message}`);
    files.typeWarned = true;
    return WebAssembly.compile(bytes);
  });

/**
 * Calls a program with a text. Returns the text that it answers with.
 * @param {WebAssembly.Exports} exports
 * @param {string} input
 */
export const call = (exports, input) => new TextDecoder().decode(callForBytes(exports, input));

/**
 * Calls a program with a text. Returns the bytes that it answers with, which lie in its memory.
 * @param {WebAssembly.Exports} exports
 * @param {string} input
 */
export function callForBytes({ memory, __wbindgen_malloc: allocate, call: answer }, input) {
  const bytes = new TextEncoder().encode(input);
  const address = allocate(bytes.length, 1) >>> 0;
  new Uint8Array(memory.buffer, address).set(bytes);
  const [start, length] = answer(address, bytes.length);
  return new Uint8Array(memory.buffer, start >>> 0, length);
}

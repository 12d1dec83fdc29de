//! The renderer for Node: a binary over the library's public API whose exports `index.js` calls. It
//! writes what the command line writes, by the same code.

#[cfg(target_arch = "wasm32")]
mod exports;

fn main() {}

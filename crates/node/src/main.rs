//! The module for Node: `js/index.js` calls its exports. It renders by the same code as the command.

#[cfg(target_arch = "wasm32")]
mod exports;

fn main() {}

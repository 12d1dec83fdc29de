//! The embed: a binary over the library's public API whose exports the element script calls.

#[cfg(target_arch = "wasm32")]
pub use election_widgets::browser::{Data, Handle, validate};

fn main() {}

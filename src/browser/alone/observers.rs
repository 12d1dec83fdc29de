//! The embed of the observer map alone: built without the features of the others.

#[cfg(target_arch = "wasm32")]
pub use election_widgets::browser::{Handle, validate};

fn main() {}

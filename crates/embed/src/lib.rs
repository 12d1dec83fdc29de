//! The programs that a page loads: interactive bundles and first paint.
//!
//! Each program in `src/bin` is one macro with the list of its widgets. Their exports are called by the page's script
//! (`www/`). This crate and `crates/node` are the only ones that export anything to JavaScript.
#![cfg(target_arch = "wasm32")]

mod data;
mod element;
mod event;
mod hash;
mod hydrate;
mod programs;

pub use data::Data;
pub use element::{Handle, validate};

/// Used by the macros.
#[doc(hidden)]
pub mod exports {
    pub use js_sys::Function;
    pub use lol_alloc::{AssumeSingleThreaded, LeakingAllocator};
    pub use wasm_bindgen::prelude::*;
    pub use web_sys::HtmlElement;
}

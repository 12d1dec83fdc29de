//! The interactive bundles that a page loads.
//!
//! Each program in `src/bin` is one macro with the list of its widgets. Their exports are called by the page's script
//! (`www/`).
#![cfg(target_arch = "wasm32")]

mod data;
mod element;
mod event;
mod hash;
mod hydrate;
mod programs;

pub use data::Data;
pub use element::{Handle, validate};

/// Used by the macro.
#[doc(hidden)]
pub mod exports {
    pub use js_sys::Function;
    pub use wasm_bindgen::prelude::*;
    pub use web_sys::HtmlElement;
}

//! The lowest room: calls to the platform, in the terms of what is drawn.
//!
//! On the host these compile and are never called, but for [`canonical_json`], which both sides have.

#[cfg(feature = "leptos")]
mod export;
pub(crate) mod gesture;
mod json;

#[cfg(feature = "leptos")]
pub(crate) use export::{copy, download};
pub(crate) use json::canonical_json;
pub(crate) use wasm_bindgen::JsValue as PageEvent;
pub(crate) use web_sys::Element as PageElement;

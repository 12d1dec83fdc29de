//! The lowest layer: calls to the browser, and what replaces them on the host.
//!
//! On the host these compile and are never called, but for [`canonical_json`]. A program without leptos must not even
//! name js-sys or web-sys: wasm-bindgen exports what these crates hold, and what is exported is never dropped.

#[cfg(not(feature = "leptos"))]
mod absent;
#[cfg(feature = "leptos")]
mod export;
#[cfg(feature = "leptos")]
pub(crate) mod gesture;
#[cfg(not(all(target_arch = "wasm32", feature = "leptos")))]
mod json;
#[cfg(all(target_arch = "wasm32", feature = "leptos"))]
mod json_web;

#[cfg(not(feature = "leptos"))]
pub(crate) use absent::{PageElement, PageEvent, gesture};
#[cfg(feature = "leptos")]
pub(crate) use export::{copy, download};
#[cfg(not(all(target_arch = "wasm32", feature = "leptos")))]
pub(crate) use json::canonical_json;
#[cfg(all(target_arch = "wasm32", feature = "leptos"))]
pub(crate) use json_web::canonical_json;
#[cfg(feature = "leptos")]
pub(crate) use wasm_bindgen::JsValue as PageEvent;
#[cfg(feature = "leptos")]
pub(crate) use web_sys::Element as PageElement;

//! The page's side: the only room that knows wasm-bindgen, web-sys and js-sys.
//!
//! The embed (`src/browser/main.rs`) exports what is here to the element script.

mod data;
mod document;
mod event;
#[cfg(feature = "observers")]
pub(crate) mod gesture;
mod handle;
mod hash;
mod take_along;
mod taken;

pub use data::Data;
pub(crate) use document::shortest;
pub use document::{parse, read};
pub use handle::{Handle, validate};
pub use take_along::{copy, download};

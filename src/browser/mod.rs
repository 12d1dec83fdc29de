//! The page's side: the only room that knows wasm-bindgen, web-sys and js-sys.
//!
//! The embed (`src/browser/main.rs`) exports what is here to the element script. The renderer for Node takes the
//! reading of JSON alone.

#[cfg(feature = "csr")]
mod data;
mod document;
#[cfg(feature = "csr")]
mod event;
#[cfg(all(feature = "csr", feature = "observers"))]
pub(crate) mod gesture;
#[cfg(feature = "csr")]
mod handle;
#[cfg(feature = "csr")]
mod hash;
#[cfg(feature = "csr")]
mod take_along;
#[cfg(feature = "csr")]
mod taken;

pub(crate) use document::shortest;
pub use document::{parse, read};

#[cfg(feature = "csr")]
pub use data::Data;
#[cfg(feature = "csr")]
pub use handle::{Handle, validate};
#[cfg(feature = "csr")]
pub use take_along::{copy, download};

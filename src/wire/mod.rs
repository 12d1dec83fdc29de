//! The published JSON: read, checked and turned into the [model](crate::model).
//!
//! The platform's own JSON parser reads a text first; then one reader walks the [`Document`] and names the place of
//! whatever does not fit. It refuses unknown fields with a suggestion, so that a slip of the pen can't lose a figure.
//!
//! ```
//! use election_widgets::wire;
//! # #[cfg(not(target_arch = "wasm32"))] {
//! let error = wire::parse(r#"{"title": "Poll", "sources": [], "contest": {"ofice": "President"}}"#)
//!     .and_then(|document| wire::read_results(&document))
//!     .expect_err("the field is misspelt");
//! assert_eq!(
//!     error.to_string(),
//!     r#"contest.ofice: unknown field (did you mean "office"?)"#
//! );
//! # }
//! ```

mod alliances;
mod area;
mod check;
mod document;
mod error;
mod fields;
mod index;
mod json_index;
mod kinds;
mod observers;
mod path;
mod quantity;
mod reader;
mod record;
mod results;
mod scalars;
mod scanner;
pub mod schema;
mod states;
mod text;
mod threshold;

pub use alliances::read_alliances;
pub use area::read_area;
pub use document::{Document, MAX_BYTES, MAX_DEPTH, parse};
pub use error::{Abort, DataError, Diagnostics, Explain, Message, Warning};
pub use observers::{PRESETS, read_observers};
pub use reader::MAX_TEXT;
pub use results::read_results;

pub(crate) use alliances::{read_alliances_as, shape as alliances_shape};
pub(crate) use area::{read_area_as, shape as area_shape};
pub(crate) use check::{check_area, check_places};
pub(crate) use observers::{read_observers_as, shape as observers_shape};
pub(crate) use results::{read_results_as, shape as results_shape};

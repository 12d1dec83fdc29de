//! The published JSON: read, checked and turned into the [model](crate::model).
//!
//! A document is first a tree ([`Document`]), read from the text as it came (the platform's own JSON
//! parser reads what is out of the ordinary in it); one reader walks it and names the place of whatever does not fit. Fields that it does not know are
//! refused with a suggestion, so that a slip of the pen can't lose a figure.
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

#[cfg(feature = "alliances")]
mod alliances;
#[cfg(feature = "observers")]
mod area;
#[cfg(feature = "results")]
mod check;
mod document;
mod error;
mod fields;
mod index;
mod leaf;
#[cfg(feature = "observers")]
mod observers;
#[cfg(feature = "observers")]
mod parts;
#[cfg_attr(feature = "sketch", path = "silent.rs")]
mod path;
#[cfg(feature = "observers")]
mod places;
mod quantity;
mod reader;
mod record;
#[cfg(feature = "results")]
mod results;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "alliances")]
mod spells;
mod token;
mod written;

#[cfg(feature = "alliances")]
pub use alliances::read_alliances;
#[cfg(feature = "observers")]
pub use area::read_area;
pub use document::{Document, MAX_DEPTH, parse};
pub use error::{DataError, Warning};
#[cfg(feature = "observers")]
pub use observers::{PRESETS, read_observers};
#[cfg(feature = "observers")]
pub use places::{check_area, check_places};
pub use reader::MAX_TEXT;
#[cfg(feature = "results")]
pub use results::read_results;

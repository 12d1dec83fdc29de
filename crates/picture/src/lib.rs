//! Election widgets as pictures, for places that take no HTML: previews in social networks, messages, print.
//!
//! [`compose`] writes an SVG from the same layouts that the widgets are drawn from. It measures text by the font that
//! comes with the crate, so that no text leaves its place or meets another. With the feature `png`, which is on by
//! default, [`png()`] draws that SVG. Nothing here reads a file or asks the system for fonts, so the same document
//! gives the same bytes on every machine.
//!
//! ```
//! use election_widgets::locale::Locale;
//! use election_widgets_picture::{Fonts, Request, Size, Theme, compose};
//!
//! let picture = compose(&Request {
//!     tag: "results-chart",
//!     data: include_str!("../../../www/data/kazakhstan-2022-result.json"),
//!     attributes: &[],
//!     area: None,
//!     locale: &Locale::english(),
//!     size: Size::OG,
//!     theme: Theme::Light,
//!     fonts: &Fonts::bundled()?,
//!     logo: None,
//! })?;
//! assert!(picture.svg.contains(">81.31%</text>"));
//! assert!(picture.alternative.starts_with("Kazakhstan’s presidential election of 2022."));
//! # Ok::<(), election_widgets_picture::PictureError>(())
//! ```
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

mod bar;
mod columns;
mod compose;
mod drawing;
mod error;
mod font;
mod frame;
mod grid;
mod house;
mod legend;
#[cfg(feature = "logos")]
mod logo;
mod map;
mod mark;
mod observers;
mod outline;
mod page;
mod palette;
#[cfg(feature = "png")]
mod raster;
mod results;
mod rows;
mod size;
mod text;

use compose::Content;
pub use compose::{Picture, Request, compose};
pub use error::PictureError;
pub use font::Fonts;
pub use outline::outlined;
pub use palette::Theme;
#[cfg(feature = "png")]
pub use raster::png;
pub use size::Size;

/// A logo that was read and checked: SVG without texts, and without anything from elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    svg: String,
    width: f64,
    height: f64,
}

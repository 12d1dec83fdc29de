//! Domain types, valid by construction: what a source says about a contest, and nothing more.
//!
//! The types here are made by [`crate::wire`] out of a document and read by [`crate::layout`].
//! They know neither JSON nor pixels nor the words of any language.

#[cfg(feature = "alliances")]
mod alliances;
#[cfg(feature = "observers")]
mod area;
#[cfg(feature = "results")]
mod contradiction;
#[cfg(feature = "results")]
mod count;
mod decimal;
mod head;
mod id;
#[cfg(feature = "observers")]
mod observers;
mod quantity;
#[cfg(feature = "results")]
mod results;
mod source;
#[cfg(feature = "alliances")]
mod spell;
mod text;
mod when;

#[cfg(feature = "alliances")]
pub use alliances::*;
#[cfg(feature = "observers")]
pub use area::{
    Area, Around as AreaAround, Outline, Position, Projection, ProjectionKind, Shape, Spot,
};
#[cfg(feature = "results")]
pub use contradiction::{Contradiction, ContradictionKind};
#[cfg(feature = "results")]
pub use count::*;
pub use decimal::{Decimal, Decimals, MAX_SCALE, NotADecimal, Whole, digits};
pub use head::Head;
pub use id::Id;
#[cfg(feature = "observers")]
pub use observers::*;
pub use quantity::{Amount, Bound, Claim, Interval, Quantity};
#[cfg(feature = "results")]
pub use results::*;
pub use source::{Source, SourceRef, Sources};
#[cfg(feature = "alliances")]
pub use spell::{Around, Day, Holds, Standing};
pub use text::{Color, LanguageTag, Link, Place, Text};
pub use when::{Date, Moment, NotADate, When};

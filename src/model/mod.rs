//! Domain types, valid by construction: what a source says about a contest, and nothing more.
//!
//! The types here are made by [`crate::wire`] out of a document and read by [`crate::layout`].
//! They know neither JSON nor pixels nor the words of any language.

mod alliances;
mod area;
mod area_bounds;
mod contradiction;
mod count;
mod country;
mod day;
mod decimal;
mod decimal_text;
mod head;
mod id;
mod interval;
mod observers;
mod quantity;
mod results;
mod share;
mod sorting;
mod source;
mod spell;
mod standing;
mod text;
mod when;

pub use alliances::*;
pub use area::{
    Area, Neighbour as AreaNeighbour, Outline, Position, Projection, ProjectionKind, Shape, Spot,
};
pub use contradiction::{Contradiction, ContradictionKind};
pub use count::*;
pub use country::{country_codes, is_country};
pub use day::{DateRange, Day};
pub use decimal::{Decimal, Decimals, MAX_SCALE, Whole};
pub use decimal_text::{ParseDecimalError, digits};
pub use head::Head;
pub use id::Id;
pub use interval::Interval;
pub use observers::*;
pub use quantity::{Amount, Bound, Claim, Quantity};
pub use results::*;
pub use share::share;
pub(crate) use sorting::places_in_order;
pub use source::{Source, SourceRef, Sources};
pub use spell::Holds;
pub use standing::{IsMember, Said, Standing};
pub use text::{Color, LanguageTag, Link, Place, Text, is_unseen};
pub use when::{Date, Moment, ParseDateError, When};

//! Observers: entries of any table or map, joined into missions.

mod entry;
mod join;
#[cfg(feature = "every-format")]
mod swapped;
mod words;

pub(crate) use entry::{Entry, Spot, position, read_grid};
pub(crate) use join::{Event, join};
pub(crate) use words::{guess, is_header};

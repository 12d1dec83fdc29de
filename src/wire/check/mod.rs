//! Checks of a whole document, once each of its parts is read.

mod alliance_life;
mod alliances;
mod area;
mod figures;
mod observers;
mod outcomes;
mod results;

pub(super) use alliances::check as check_alliances;
pub(crate) use area::{check_area, check_places};
pub(super) use observers::{check as check_observers, index as index_groups};
pub(super) use results::check as check_results;

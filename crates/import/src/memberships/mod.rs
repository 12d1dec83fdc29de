//! Memberships: long tables, matrices, matrices a year, and results of Wikidata queries.

mod long;
mod matrix;
mod spell;
mod state;
mod words;
// Only the command reads these: the files are larger than what a page takes, and it has no list of their states.
#[cfg(feature = "every-format")]
mod yearly;

pub(crate) use long::read_long;
pub(crate) use spell::{Spell, Spells};

use crate::context::Context;
use crate::draft::Head;
use crate::formats::plain_words;
use crate::grid::Grid;
use crate::refused::Refused;
use serde_json::Value;

/// Returns true of a row that is certainly the header of a table of memberships.
pub(crate) fn is_header(cells: &[String]) -> bool {
    let found: Vec<_> = cells.iter().filter_map(|cell| words::guess(cell)).collect();
    let has = |field: &str| found.contains(&field);
    let is_long = has("state") && has("alliance") && (has("kind") || has("from") || has("to"));
    is_long || is_yearly(cells)
}

/// Returns true of the header of a matrix a year: a year, a state with its number, and organisations.
fn is_yearly(cells: &[String]) -> bool {
    let has = |name: &str| cells.iter().any(|cell| plain_words(cell) == name);
    has("year") && has("ccode") && (has("state") || has("stateabb"))
}

/// Reads a table of memberships in any of its forms. `None` while a question is open.
///
/// # Errors
/// A cell that is no state, kind or day.
pub(crate) fn read(
    grid: &Grid,
    head: Head,
    as_of: Option<Value>,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    if is_yearly(&grid.header) {
        #[cfg(feature = "every-format")]
        return yearly::read(grid, head, context);
        #[cfg(not(feature = "every-format"))]
        return Err(Refused::new(
            "a matrix a year of the Correlates of War project: import it, and name the document here",
        ));
    }
    let has_alliance = grid
        .header
        .iter()
        .any(|cell| words::guess(cell) == Some("alliance"));
    if has_alliance
        || context
            .answers()
            .pairs("map")
            .iter()
            .any(|(field, _)| field == "alliance")
    {
        read_long(grid, head, as_of, context)
    } else {
        matrix::read(grid, head, as_of, context)
    }
}

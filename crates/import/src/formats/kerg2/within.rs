//! Areas within the one that the document shows: together they can't have more than it has.

use super::{Area, Columns};
use crate::context::Context;
use crate::formats::doubts::Parts;
use crate::formats::rows::{Row, Rows};
use crate::refused::Refused;
use std::collections::HashMap;

/// The kind and name of a group, and its vote.
type Group<'r> = (&'r str, &'r str, &'r str);

/// Warns of groups of which the areas directly within `area` have more than it has itself.
pub(super) fn check(
    rows: &Rows,
    columns: &Columns,
    area: &Area,
    vote: &str,
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    // The columns go on to be named as unused.
    let outer = rows.peek(&["UegGebietsart", "UegGebietsnummer"]);
    let [kind, number] = outer.as_slice() else {
        return Ok(());
    };
    // The file writes "Bund" for the area and "BUND" for what lies in it.
    let is_within = |row: &&Row| {
        row.text(*kind).eq_ignore_ascii_case(&area.kind) && row.text(*number) == area.number
    };
    let mut parts: HashMap<Group<'_>, Parts<'_>> = HashMap::new();
    for row in rows.rows.iter().filter(is_within) {
        let key = group_of(row, columns);
        let parts = parts.entry(key).or_default();
        parts.add(row.text(columns.name), row.whole(columns.count)?);
    }
    for row in rows.rows.iter().filter(|row| area.has(row, columns)) {
        let of = row.text(columns.vote);
        if !of.is_empty() && of != vote {
            continue;
        }
        let own = row.whole(columns.count)?;
        if let Some(parts) = parts.get(&group_of(row, columns)) {
            parts.warn_above(row.text(columns.group), (own, &area.name), context);
        }
    }
    Ok(())
}

fn group_of<'r>(row: &'r Row, columns: &Columns) -> Group<'r> {
    let text = |column| row.text(column);
    (
        text(columns.group_kind),
        text(columns.group),
        text(columns.vote),
    )
}

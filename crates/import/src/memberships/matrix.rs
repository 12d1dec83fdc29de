//! Matrices: states down, alliances across; a cell is a kind, a year, a range of years or a mark.

use super::long::{kind, moment};
use super::spell::{Spell, Spells};
use super::state::States;
use super::words;
use crate::context::Context;
use crate::draft::Head;
use crate::formats::{is_no, is_yes};
use crate::grid::Grid;
use crate::quantity::{is_dash, is_missing};
use crate::question::Question;
use crate::refused::{Place, Refused};
use serde_json::{Map, Value};

/// Reads a matrix. `None` while a question is open.
///
/// # Errors
/// A cell that is no kind, year, range or mark.
pub(super) fn read(
    grid: &Grid,
    head: Head,
    as_of: Option<Value>,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let state_column = grid
        .header
        .iter()
        .position(|cell| matches!(words::guess(cell), Some("state" | "code")))
        .unwrap_or_default();
    let wanted = context.answers().list("alliances");
    if wanted.is_empty() {
        let others = grid
            .header
            .iter()
            .enumerate()
            .filter(|(column, cell)| *column != state_column && !cell.is_empty());
        let names: Vec<_> = others.map(|(_, cell)| format!("\"{cell}\"")).collect();
        context.ask(
            Question::new(
                "alliances",
                format!(
                    "Which columns are an alliance each? The columns are {}",
                    names.join(", ")
                ),
            )
            .at(Place::line(grid.header_line)),
        );
        return Ok(None);
    }
    let mut columns = Vec::new();
    for name in &wanted {
        let column = grid.named("alliances", name)?;
        context.column(grid.place(column), name, "an alliance");
        columns.push((column, name));
    }
    for (column, name) in grid.header.iter().enumerate() {
        if column == state_column {
            context.column(grid.place(column), name, "state");
        } else if !name.is_empty() && !wanted.contains(name) {
            context.left_out(
                grid.place(column),
                format!("the column \"{name}\""),
                "it is none of the alliances",
            );
        }
    }
    let mut states = States::new(
        context.answers(),
        grid.rows.iter().map(|row| row.cell(state_column)),
    );
    let mut spells = Spells::default();
    for row in &grid.rows {
        let (text, place) = (row.cell(state_column), row.place(state_column));
        if text.is_empty() {
            context.left_out(
                place,
                format!("\"{}\"", row.cells.join(" | ")),
                "it names no state",
            );
            continue;
        }
        let Some(state) = states.code(text, place, context)? else {
            continue;
        };
        for (column, alliance) in &columns {
            for (kind, fields) in cell(row.cell(*column), row.place(*column), context)? {
                spells.add(Spell {
                    state: state.clone(),
                    alliance: (*alliance).clone(),
                    kind,
                    fields,
                });
            }
        }
    }
    spells.finish(head, as_of, context)
}

/// A kind of membership and the fields of its spell.
type KindAndFields = (String, Map<String, Value>);

/// The spells of a cell, parted by semicolons: `member 2001-2010; observer since 2012`.
fn cell(
    text: &str,
    place: Place,
    context: &mut Context<'_>,
) -> Result<Vec<KindAndFields>, Refused> {
    let parts = text
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let mut found = Vec::new();
    for part in parts {
        if is_dash(part) || is_missing(part) || is_no(part) {
            context.left_out(
                place,
                format!("\"{part}\""),
                "no membership is stated; that there is none would need a complete list",
            );
            continue;
        }
        let (word, years) = word_and_years(part);
        let is_mark = word.is_empty() || is_yes(word) || matches!(word, "•" | "●");
        let kind = kind(if is_mark { "" } else { word }, place, context)?;
        let mut fields = Map::new();
        let (from, to) = years.map_or(("", ""), ends);
        for (field, date) in [("from", from), ("to", to)] {
            if let Some(date) = moment((date, place), "")? {
                fields.insert(field.to_owned(), date);
            }
        }
        found.push((kind, fields));
    }
    Ok(found)
}

/// The word that a cell begins with, and the years behind it.
fn word_and_years(text: &str) -> (&str, Option<&str>) {
    let start = text.find(|letter: char| letter.is_ascii_digit());
    let Some((word, years)) = start.and_then(|start| text.split_at_checked(start)) else {
        return (text, None);
    };
    let word = word.trim().trim_end_matches(['(', ',', ':']).trim_end();
    let words = ["since", "from", "seit", "depuis", "с", "жылдан"];
    let word = words
        .iter()
        .find_map(|since| word.strip_suffix(since))
        .unwrap_or(word)
        .trim_end();
    (
        word.trim_end_matches(['(', ',', ':']).trim_end(),
        Some(years.trim_end_matches(')').trim_end()),
    )
}

/// The ends of a range: `2001–2010`, `2001-`, `2001`.
fn ends(years: &str) -> (&str, &str) {
    let ranges = ["–", "—", " - ", " to ", " bis "]
        .iter()
        .find_map(|mark| years.split_once(mark));
    // A hyphen parts years of four digits; within a day it does not.
    let hyphen = || {
        let (from, to) = years.split_once('-')?;
        (from.trim().len() == 4 && matches!(to.trim().len(), 0 | 4)).then_some((from, to))
    };
    let (from, to) = ranges.or_else(hyphen).unwrap_or((years, ""));
    (from.trim(), to.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_a_word_a_year_or_a_range() {
        assert_eq!(
            word_and_years("member 2001–2010"),
            ("member", Some("2001–2010"))
        );
        assert_eq!(
            word_and_years("observer (since 2012)"),
            ("observer", Some("2012"))
        );
        assert_eq!(word_and_years("2001"), ("", Some("2001")));
        assert_eq!(word_and_years("x"), ("x", None));
        assert_eq!(ends("2001-2010"), ("2001", "2010"));
        assert_eq!(ends("2001-"), ("2001", ""));
        assert_eq!(ends("2001-06-15"), ("2001-06-15", ""));
        assert_eq!(ends("2001-06-15 – 2003"), ("2001-06-15", "2003"));
    }
}

//! Rows and elements that a file has twice, and rows of two elections: their figures would be added to each other.

use super::rows::{Col, Row};
use crate::refused::Refused;
use crate::tree::Element;
use std::collections::HashMap;

/// Refuses a second row with the same texts in `columns`.
///
/// # Errors
/// The place of that row.
pub(crate) fn no_row<'r>(
    rows: impl IntoIterator<Item = &'r Row>,
    columns: &[Col],
    what: &str,
) -> Result<(), Refused> {
    let mut known: HashMap<Vec<&str>, u64> = HashMap::new();
    for row in rows {
        let key: Vec<&str> = columns.iter().map(|column| row.text(*column)).collect();
        let shown = key.join(" ");
        if let (Some(first), Some(column)) = (known.insert(key, row.line()), columns.first()) {
            return Err(Refused::at(
                row.place(*column),
                format!(
                    "{what} \"{}\" has a row before this one (line {first}): take one of them out",
                    shown.trim()
                ),
            ));
        }
    }
    Ok(())
}

/// Refuses a second element with the same key. Elements without one are not compared.
///
/// # Errors
/// The place of that element, where its file has places.
pub(crate) fn no_element<'e>(
    elements: impl IntoIterator<Item = &'e Element>,
    key: impl Fn(&'e Element) -> Option<&'e str>,
    what: &str,
) -> Result<(), Refused> {
    let mut known: HashMap<&str, &Element> = HashMap::new();
    for element in elements {
        let Some(key) = key(element).filter(|key| !key.is_empty()) else {
            continue;
        };
        if let Some(first) = known.insert(key, element) {
            let other = first.place();
            let other = other.map_or_else(String::new, |place| format!(", also at {place}"));
            return Err(element.refused(format!(
                "{what} \"{key}\" is in the file twice{other}: take one of them out"
            )));
        }
    }
    Ok(())
}

/// Refuses rows that differ in a column which says the same of the whole file. `how` is the way out.
///
/// # Errors
/// The place of the first cell that differs.
pub(crate) fn no_other(rows: &[&Row], column: Col, name: &str, how: &str) -> Result<(), Refused> {
    let first = rows.first().map(|row| row.text(column)).unwrap_or_default();
    match rows.iter().find(|row| row.text(column) != first) {
        Some(other) => Err(Refused::at(
            other.place(column),
            format!(
                "{name} is \"{}\" here and \"{first}\" in the first row: {how}",
                other.text(column)
            ),
        )),
        None => Ok(()),
    }
}

/// The way out where a file holds two elections.
pub(crate) const SPLIT: &str =
    "the file holds two elections or states of one: leave the rows of one in it";

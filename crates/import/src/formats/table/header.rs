//! The header of a table: columns by name and by pattern, and how a header is known.

use super::fields::{self, BALLOTS, FIGURES, plain};
use super::words::{is_outcome, status};
use crate::context::Context;
use crate::refused::{Place, Refused};

/// The header of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Header {
    pub(super) cells: Vec<String>,
    pub(super) line: u64,
    /// The first rows below it.
    pub(super) below: Vec<Vec<String>>,
}

impl Header {
    /// The column with a header: as written, or in the form in which headers are compared.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let exact = self
            .cells
            .iter()
            .position(|cell| cell.trim() == name.trim());
        exact.or_else(|| {
            self.cells
                .iter()
                .position(|cell| plain(cell) == plain(name))
        })
    }

    /// The columns of one name, or of several joined by ` + `.
    pub(super) fn find_all(&self, names: &str) -> Option<Vec<usize>> {
        match self.find(names) {
            Some(column) => Some(vec![column]),
            None => names.split(" + ").map(|name| self.find(name)).collect(),
        }
    }

    /// The columns that a pattern with one `*` fits, by what stands for the `*`.
    pub(super) fn matching(&self, pattern: &str) -> Vec<(String, usize)> {
        let Some((before, after)) = pattern.split_once('*') else {
            return Vec::new();
        };
        let cells = self.cells.iter().enumerate();
        let found = cells.filter_map(|(column, cell)| {
            let rest = cell.trim().strip_prefix(before)?;
            let star = rest.strip_suffix(after)?.trim();
            (!star.is_empty()).then(|| (star.to_owned(), column))
        });
        found.collect()
    }

    /// True of a column whose first cells say which options won, and no status of a count: `Elected`, `Lost`.
    pub(super) fn says_outcomes(&self, column: usize) -> bool {
        let cells = || self.below.iter().filter_map(|row| row.get(column));
        cells().any(|cell| is_outcome(cell)) && !cells().any(|cell| status(cell).is_some())
    }

    /// True of a column whose first cells are numbers, which are no names. One row tells too little.
    pub(super) fn has_only_numbers(&self, column: usize) -> bool {
        let cells = self.below.iter().filter_map(|row| row.get(column));
        let given: Vec<&String> = cells.filter(|cell| !cell.is_empty()).collect();
        let is_digit =
            |byte: u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'.' | b',' | b'%');
        given.len() > 1 && given.iter().all(|cell| cell.bytes().all(is_digit))
    }

    pub(super) fn place(&self, column: usize) -> Place {
        Place::new(self.line, column as u64 + 1)
    }

    pub(super) fn name(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    pub(super) fn unknown(&self, key: &str, name: &str) -> Refused {
        Refused::at(
            Place::line(self.line),
            format!(
                "{key}: no column is called \"{name}\"; the columns are {}",
                quoted(&self.cells)
            ),
        )
    }
}

/// The cells that are not empty, each in quotation marks.
pub(super) fn quoted(cells: &[String]) -> String {
    let given = cells.iter().filter(|cell| !cell.is_empty());
    let quoted: Vec<String> = given.map(|cell| format!("\"{cell}\"")).collect();
    quoted.join(", ")
}

/// The pairs of the answer `map` that are about results, each a known field.
pub(super) fn mapped(context: &Context<'_>) -> Result<Vec<(&'static str, String)>, Refused> {
    let pairs = context.answers().pairs("map").into_iter();
    let known = pairs.map(|(field, column)| {
        fields::known()
            .find(|known| *known == field)
            .map(|known| (known, column))
            .ok_or_else(|| {
                let known: Vec<_> = fields::known().collect();
                Refused::new(format!(
                    "map: \"{field}\" is no field of results; the fields are {}",
                    known.join(", ")
                ))
            })
    });
    known.collect()
}

/// The score of a row as a header: the number of fields that its cells name. Zero where it can't be one.
///
/// Where a person names columns (`wanted`), the header is the row that has them all.
pub(super) fn score(cells: &[String], wanted: &[String]) -> usize {
    let header = Header {
        cells: cells.to_vec(),
        ..Header::default()
    };
    if !wanted.is_empty() {
        let has = |name: &str| header.find_all(name).is_some() || !header.matching(name).is_empty();
        return if wanted.iter().all(|name| has(name)) {
            1000
        } else {
            0
        };
    }
    let mut found: Vec<&str> = cells
        .iter()
        .filter_map(|cell| fields::guess_column(cell))
        .collect();
    found.sort_unstable();
    found.dedup();
    let has_figure = found
        .iter()
        .any(|field| FIGURES.contains(field) || BALLOTS.contains(field));
    let has_name = found
        .iter()
        .any(|field| field.starts_with("name") || *field == "party" || *field == "area");
    if has_figure && has_name || found.len() >= 3 {
        found.len()
    } else {
        0
    }
}

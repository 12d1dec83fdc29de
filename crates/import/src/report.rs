//! The report: what was understood, what was left out, what looks wrong.

use crate::refused::Place;
use serde::Serialize;
use std::fmt;

/// Most lines of a list that are kept; those beyond it are counted.
const MOST_LINES: usize = 2_000;

/// A line of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The place in the file, where it is one place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
    /// The part of the file: a column's name, a cell's text.
    pub what: String,
    /// The field or quantity that it became, or why it was left out.
    pub said: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.at {
            write!(f, "{place}: ")?;
        }
        write!(f, "{} -> {}", self.what, self.said)
    }
}

/// A column of a table that became a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name of the column, as the header has it.
    pub name: String,
    /// The field that it became: `votes`.
    pub field: String,
}

/// The report of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Parts of the file, each with the field or the quantity that it became.
    pub understood: Vec<Line>,
    /// Parts of the file that the document does not have, each with the reason.
    pub left_out: Vec<Line>,
    /// The columns that were read, which are among what was understood.
    #[serde(skip)]
    pub columns: Vec<Column>,
    /// Doubts: cells that may be dates, figures that contradict each other.
    pub warnings: Vec<String>,
    /// The number of lines that did not fit into `understood`.
    #[serde(skip_serializing_if = "is_zero")]
    pub more_understood: u64,
    /// The number of lines that did not fit into `left_out`.
    #[serde(skip_serializing_if = "is_zero")]
    pub more_left_out: u64,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Report {
    /// Adds to the list of what was understood.
    pub fn understood(
        &mut self,
        at: Option<Place>,
        what: impl Into<String>,
        became: impl Into<String>,
    ) {
        keep(
            &mut self.understood,
            &mut self.more_understood,
            at,
            what.into(),
            became.into(),
        );
    }

    /// Adds a column that became a field.
    pub fn column(&mut self, at: Place, name: &str, field: &str) {
        self.understood(Some(at), name, field);
        self.columns.push(Column {
            name: name.to_owned(),
            field: field.to_owned(),
        });
    }

    /// Adds to the list of what was left out.
    pub fn left_out(&mut self, at: Option<Place>, what: impl Into<String>, why: impl Into<String>) {
        keep(
            &mut self.left_out,
            &mut self.more_left_out,
            at,
            what.into(),
            why.into(),
        );
    }

    /// Adds a warning that is not there yet.
    pub fn warn(&mut self, message: impl Into<String>) {
        let message = message.into();
        if !self.warnings.contains(&message) && self.warnings.len() < MOST_LINES {
            self.warnings.push(message);
        }
    }
}

fn keep(list: &mut Vec<Line>, more: &mut u64, at: Option<Place>, what: String, said: String) {
    if list.len() < MOST_LINES {
        list.push(Line { at, what, said });
    } else {
        *more += 1;
    }
}

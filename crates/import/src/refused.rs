//! Refusals: a file that can't be read, with its place.

use serde::Serialize;
use std::fmt;
use std::ops::Deref;

/// A place in a file. Lines and columns are counted from 1.
///
/// In a table a column is a column of cells; in other text it is a character of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The line of the file.
    pub line: u64,
    /// The column in that line, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u64>,
}

impl Place {
    /// A whole line of the file.
    pub fn line(line: u64) -> Place {
        Place { line, column: None }
    }

    /// A column of a line.
    pub fn new(line: u64, column: u64) -> Place {
        Place {
            line,
            column: Some(column),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column {
            Some(column) => write!(f, "line {}, column {column}", self.line),
            None => write!(f, "line {}", self.line),
        }
    }
}

/// The reason why an import ended without a document. It is as small as an address: each step of an import may end in one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Refused(Box<Reason>);

/// Place and text of a [`Refused`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The place in the file, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
    /// Text that says what was found, what was expected, and how to write it.
    pub message: String,
}

impl Refused {
    /// A refusal without a place: of the file as a whole, or of an answer.
    pub fn new(message: impl Into<String>) -> Refused {
        refused(None, message.into())
    }

    /// The same refusal with the name of what it is about, where the file has no places, as JSON has none.
    #[must_use]
    pub(crate) fn about(self, name: &str) -> Refused {
        match self.at {
            Some(_) => self,
            None => Refused::new(format!("{name}: {}", self.message)),
        }
    }

    /// A refusal at a place, if it is known.
    pub fn at(place: impl Into<Option<Place>>, message: impl Into<String>) -> Refused {
        refused(place.into(), message.into())
    }
}

// Not inlined: it stands behind each message.
#[cold]
#[inline(never)]
fn refused(at: Option<Place>, message: String) -> Refused {
    Refused(Box::new(Reason { at, message }))
}

impl Deref for Refused {
    type Target = Reason;

    fn deref(&self) -> &Reason {
        &self.0
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some(place) => write!(f, "{place}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for Refused {}

//! Errors that stop the work, and warnings that do not.

use std::fmt;

/// Why no area file could be made: where, what is wrong, what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(String);

impl Problem {
    /// A problem with no place of its own.
    pub(super) fn new(what: impl Into<String>) -> Problem {
        Problem(what.into())
    }

    /// A problem at a place.
    pub(super) fn at(place: impl fmt::Display, what: impl fmt::Display) -> Problem {
        Problem(format!("{place}: {what}"))
    }

    /// The same problem, with a wider place said first.
    pub(super) fn within(self, place: impl fmt::Display) -> Problem {
        Problem(format!("{place}: {}", self.0))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

/// Warnings that do not stop the work.
#[derive(Debug, Default)]
pub(super) struct Warnings(Vec<String>);

impl Warnings {
    /// More than this nobody reads.
    const SHOWN: usize = 20;

    /// Notes a warning about a place.
    pub(super) fn add(&mut self, place: impl fmt::Display, what: impl fmt::Display) {
        self.0.push(format!("{place}: {what}"));
    }

    /// Takes over the warnings about a file.
    pub(super) fn take_from(&mut self, file: &str, warnings: Warnings) {
        let within = |warning| format!("{file}: {warning}");
        self.0.extend(warnings.0.into_iter().map(within));
    }

    /// The warnings to show; where there are many, the first of them and how many more.
    pub(super) fn shown(mut self) -> Vec<String> {
        let more = self.0.len().saturating_sub(Self::SHOWN);
        self.0.truncate(Self::SHOWN);
        if more > 0 {
            self.0.push(format!("and {more} more like these"));
        }
        self.0
    }
}

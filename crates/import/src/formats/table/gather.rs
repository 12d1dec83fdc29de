//! The figures of a table by count and option.

use super::stats::Stats;
use super::sum::Sum;
use crate::index::Index;
use crate::refused::Place;

/// The figures of a table by count and option.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) counts: Vec<CountRows>,
    pub(super) options: Vec<OptionRow>,
    /// The cells of each column of figures, by its place in the table.
    pub(super) stats: Vec<Option<Stats>>,
}

/// The rows of one count.
#[derive(Debug, Default)]
pub(super) struct CountRows {
    /// The cells that tell the count apart, by field.
    pub(super) values: Vec<(&'static str, String)>,
    pub(super) line: u64,
    /// The figures of the papers, by their place in [`Columns::ballots`].
    pub(super) ballots: Vec<Figure>,
    /// The figures of each option, by its place in [`Gathered::options`] and its block's figures.
    pub(super) results: Vec<Vec<Figure>>,
    /// The cells of outcomes, by option.
    pub(super) outcomes: Vec<(usize, String, Place)>,
    /// The areas that have given their papers already.
    pub(super) areas: Index,
    /// The papers of each.
    pub(super) papers: Vec<Vec<u8>>,
}

/// An option as its first row describes it.
#[derive(Debug)]
pub(super) struct OptionRow {
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) values: Vec<(&'static str, String)>,
    pub(super) block: usize,
    pub(super) line: u64,
}

/// The use of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// An option, of a kind of its own where its name tells it.
    Option(Option<&'static str>),
    /// A figure of the papers: "Invalid votes".
    Ballots(&'static str),
    /// A sum of the rows.
    Total,
}

/// A figure of a count.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Figure {
    #[default]
    Absent,
    /// One cell as it is written.
    Cell(String, Place),
    /// The sum of several areas.
    Sum(Sum),
}

impl Gathered {
    /// True of an option that has a figure in a count.
    pub(super) fn has_figure(&self, option: usize) -> bool {
        let mut figures = self
            .counts
            .iter()
            .filter_map(|count| count.results.get(option));
        figures.any(|figures| figures.iter().any(|figure| *figure != Figure::Absent))
    }

    /// The cells of a column of figures.
    pub(super) fn stats_of(&mut self, column: usize) -> Option<&mut Stats> {
        self.stats.get_mut(column)?.as_mut()
    }
}

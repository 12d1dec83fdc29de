//! What the results chart shows of a document.

mod order;
mod plan;
mod row;
mod sentence;
mod status;

use super::bar::Bar;
use super::color::Paint;
use super::frame::{Frame, Phrase, Writer};
use crate::locale::{Locale, Precision};
use crate::model::{Count, Id, Results};
use plan::{Figure, Plan};

/// What the reader chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultsState {
    /// The count on show; the last where it names none of the document's.
    pub count: Option<Id>,
}

/// A results chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultsLayout {
    /// Title, notes, sources.
    pub frame: Frame,
    /// Office, place and date of the contest.
    pub contest: Vec<Phrase>,
    /// How far the count has come.
    pub status: StatusBand,
    /// The chart in a few sentences, to stand beside its status.
    pub summary: String,
    /// The chart in words alone, status and date among them.
    pub alternative: String,
    /// The head of the first column.
    pub option_label: String,
    /// The columns of figures.
    pub columns: Vec<Column>,
    /// A row an option.
    pub rows: Vec<Row>,
    /// What is to be said of the order.
    pub order_note: Option<String>,
}

/// How far the count on show has come, and who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusBand {
    /// The status's name in the contract, which style sheets go by.
    pub name: &'static str,
    /// The status in words.
    pub word: String,
    /// When.
    pub as_of: String,
    /// How much of it has come in.
    pub reported: Option<String>,
    /// A remark on the count.
    pub note: Option<Phrase>,
}

/// A column of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The figure's name in the contract: `percent`, `votes`, `seats`.
    pub name: &'static str,
    /// Its head.
    pub label: String,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The option's id.
    pub key: String,
    /// Its name.
    pub name: Phrase,
    /// Its party, its members, remarks.
    pub details: Vec<Phrase>,
    /// What was decided of it.
    pub outcome: Option<Line>,
    /// Its colour, where the data gives one.
    pub paint: Option<Paint>,
    /// A bar a claim of the figure that the options are ordered by.
    pub bars: Vec<Bar>,
    /// A cell a column.
    pub cells: Vec<Cell>,
}

/// A figure: a line a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is said.
    pub lines: Vec<Line>,
    /// That the sources differ, where they do.
    pub disputed: Option<String>,
}

/// A piece of text with the number of the source that says so, where that is not the count's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// The source's number, and how it is read out.
    pub source: Option<(String, String)>,
}

/// The layout of a results document, as the reader chose to see it, in the reader's language.
///
/// A document read by [`crate::wire::read_results`] always has a count; for one made by hand
/// without any there is nothing to lay out.
pub fn results(results: &Results, state: &ResultsState, locale: &Locale) -> Option<ResultsLayout> {
    let count = chosen(results, state)?;
    let given = |figure: &Figure| {
        count
            .results
            .iter()
            .any(|(_, result)| figure.of(&result.figures).is_some())
    };
    let figures: Vec<Figure> = Figure::ALL.into_iter().filter(given).collect();
    let plan = Plan {
        results,
        count,
        writer: Writer::new(&results.head, locale),
        main: figures.first().copied(),
        precision: count
            .decimals
            .map_or(Precision::Published, Precision::Fixed),
    };
    let ranked = plan.ranked();
    let decided = order::is_decided(&ranked);
    let summary = sentence::summary(&plan, &ranked);
    Some(ResultsLayout {
        frame: plan.writer.frame(&results.head),
        contest: plan.contest(),
        status: plan.status(),
        alternative: sentence::alternative(&plan, &summary),
        summary,
        option_label: locale.word("column.option").to_owned(),
        columns: figures
            .iter()
            .map(|figure| figure.column(count, locale))
            .collect(),
        rows: ranked
            .iter()
            .map(|option| plan.row(option, &figures))
            .collect(),
        order_note: (!decided).then(|| locale.word("order.undecided").to_owned()),
    })
}

fn chosen<'a>(results: &'a Results, state: &ResultsState) -> Option<&'a Count> {
    let wanted = state.count.as_ref();
    results
        .counts
        .iter()
        .find(|count| Some(&count.id) == wanted)
        .or_else(|| results.counts.last())
}

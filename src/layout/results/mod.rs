//! What the results chart shows of a document.

mod facts;
mod order;
mod plan;
mod row;
mod sentence;
mod status;
mod threshold;
mod unit;

use super::bar::Bar;
use super::color::Paint;
use super::frame::{Frame, Phrase, Writer};
use crate::locale::Locale;
use crate::model::{Count, Id, Results};
use plan::{ColumnPlan, Plan};

/// What the reader chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultsState {
    /// Which counts are on show.
    pub count: CountChoice,
}

/// Which of a contest's counts are on show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CountChoice {
    /// The last of the document.
    #[default]
    Last,
    /// This one; the last where the document has none of that id.
    One(Id),
    /// All of them, side by side.
    All,
}

impl CountChoice {
    /// What the `count` attribute asks for: an id, or `all`.
    pub fn new(attribute: Option<&str>) -> CountChoice {
        match attribute {
            Some("all") => CountChoice::All,
            Some(id) => Id::new(id).map_or(CountChoice::Last, CountChoice::One),
            None => CountChoice::Last,
        }
    }
}

/// What a reader can do to a results chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResultsAction {
    /// Shows these counts.
    ShowCount(CountChoice),
}

impl ResultsState {
    /// The choice after the reader did something.
    pub fn apply(&mut self, action: ResultsAction) {
        match action {
            ResultsAction::ShowCount(count) => self.count = count,
        }
    }
}

/// A results chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultsLayout {
    /// Title, notes, sources.
    pub frame: Frame,
    /// Office, place and date of the contest.
    pub contest: Vec<Phrase>,
    /// The counts that the reader can choose from; none where there is but one.
    pub picks: Vec<Pick>,
    /// What the group of choices is called.
    pub picks_label: String,
    /// How far each of the counts on show has come.
    pub statuses: Vec<StatusBand>,
    /// The chart in a few sentences, to stand beside its status.
    pub summary: String,
    /// The head of the first column.
    pub option_label: String,
    /// The columns of figures.
    pub columns: Vec<Column>,
    /// A row an option.
    pub rows: Vec<Row>,
    /// Shares, votes or seats that decide something, and who has them.
    pub thresholds: Vec<ThresholdText>,
    /// How many voted, and how validly.
    pub ballots: Vec<Fact>,
    /// What is to be said of the table: that its order is not decided, what changes are against.
    pub remarks: Vec<String>,
    /// What was put right after publication.
    pub corrections: Vec<Line>,
}

/// A choice of the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its label.
    pub label: String,
    /// What it does.
    pub action: ResultsAction,
    /// Whether it is on show.
    pub pressed: bool,
}

/// A threshold in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThresholdText {
    /// What it is and asks for.
    pub label: Line,
    /// Who has reached it, who has not, of whom that can't be said.
    pub verdicts: Vec<String>,
}

/// A labelled figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The figure: a line a claim.
    pub lines: Vec<Line>,
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
    pub reported: Option<Line>,
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
    /// Its second line: the date of the count, where each column is one.
    pub below: Option<Line>,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The option's id.
    pub key: String,
    /// Its name.
    pub name: Phrase,
    /// The mark of the source that names it, where that is another than the count's.
    pub source: Option<(String, String)>,
    /// Its party, its members, remarks.
    pub details: Vec<Phrase>,
    /// What was decided of it.
    pub outcomes: Vec<Line>,
    /// Its colour, where the data gives one.
    pub paint: Option<Paint>,
    /// Its picture.
    pub photo: Option<String>,
    /// A cell a column.
    pub cells: Vec<Cell>,
}

/// A figure: a line a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is said.
    pub lines: Vec<Line>,
    /// Whether the document says anything.
    pub stated: bool,
    /// How much more or less than in what the count is compared to.
    pub change: Option<String>,
    /// That the sources differ, where they do.
    pub disputed: Option<String>,
    /// The column's head again, for where heads are out of sight.
    pub label: String,
    /// The name of its count's status, which style sheets draw bars by.
    pub status: &'static str,
    /// A bar a claim, where the column has bars.
    pub bars: Vec<Bar>,
}

/// A piece of text with the number of the source that says so, where the chart does not say that
/// elsewhere.
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
    let writer = Writer::new(&results.head, locale);
    let counts = chosen(results, &state.count);
    let plans: Vec<Plan<'_>> = plan::plans(results, &counts, writer);
    let plan = plans.last()?;
    let columns = plan::columns(&plans);
    let ranked = plan::fullest(&plans)?.ranked();
    Some(ResultsLayout {
        frame: writer.frame(&results.head),
        contest: plan.contest(),
        picks: picks(results, &counts, &writer),
        picks_label: locale.word("counts").to_owned(),
        statuses: plans
            .iter()
            .map(Plan::status)
            // Side by side, the columns' heads say the rest.
            .filter(|band| plans.len() == 1 || band.reported.is_some() || band.note.is_some())
            .collect(),
        summary: sentence::summary(&plans, &ranked),
        option_label: locale.word("column.option").to_owned(),
        columns: columns.iter().map(ColumnPlan::head).collect(),
        rows: ranked
            .iter()
            .map(|option| plan.row(option, &columns))
            .collect(),
        thresholds: plan.thresholds(&ranked),
        ballots: plan.ballots(),
        remarks: plan.remarks(&ranked),
        corrections: plans.iter().flat_map(Plan::corrections).collect(),
    })
}

fn chosen<'a>(results: &'a Results, choice: &CountChoice) -> Vec<&'a Count> {
    let one = match choice {
        CountChoice::All => return results.counts.iter().collect(),
        CountChoice::One(id) => results.counts.iter().find(|count| &count.id == id),
        CountChoice::Last => None,
    };
    one.or_else(|| results.counts.last()).into_iter().collect()
}

/// A choice a count, and one of all; none where there is nothing to choose.
fn picks(results: &Results, shown: &[&Count], writer: &Writer<'_>) -> Vec<Pick> {
    if results.counts.len() < 2 {
        return Vec::new();
    }
    let all = shown.len() > 1;
    let locale = writer.locale;
    let one = results.counts.iter().map(|count| Pick {
        label: locale.word(status::status_names(count.status).1).to_owned(),
        action: ResultsAction::ShowCount(CountChoice::One(count.id.clone())),
        pressed: !all && shown.iter().any(|on| on.id == count.id),
    });
    one.chain(std::iter::once(Pick {
        label: locale.word("counts.all").to_owned(),
        action: ResultsAction::ShowCount(CountChoice::All),
        pressed: all,
    }))
    .collect()
}

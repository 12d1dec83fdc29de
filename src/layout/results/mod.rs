//! The layout of the results chart.

mod coalition;
mod context;
mod decision;
mod detail;
mod export;
mod facts;
mod house;
mod lead;
mod names;
mod order;
mod outcomes;
mod precision;
mod row;
mod sentence;
mod status;
mod sum;
mod threshold;
mod unit;
mod verdict;
mod view_state;
mod visible_rows;

use super::bar::{Bar, Fraction, MarkKind, Shade};
use super::choice::{Choice, Find, MOST_CARRIED, Pick};
use super::color::Paint;
use super::frame::{Figures, Frame, Line, Phrase, Writer};
use crate::layout::collect_compact::CollectCompact as _;
use crate::locale::Locale;
use crate::model::{Count, Id, OptionRef, Results};
pub use coalition::Coalition;
use context::{ColumnPlan, CountContext};
pub use export::results_export;
pub use house::{Block, Certainty, Circle, HouseLayout};
pub use view_state::{CountChoice, Fold, OrderChoice, ResultsAction, ResultsViewState};
use visible_rows::Listing;

/// A results chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultsLayout {
    /// Title, notes and sources.
    pub frame: Frame,
    /// Office, place and date of the contest.
    pub contest: Vec<Phrase>,
    /// The question that was put.
    pub question: Option<Phrase>,
    /// The counts and units that the reader can choose; empty if there is only one.
    pub choices: Vec<Choice<ResultsAction>>,
    /// How far each of the counts on show has come.
    pub statuses: Vec<StatusBand>,
    /// The chart in a few sentences, to stand beside its status.
    pub summary: String,
    /// The house, where seats are what is shown.
    pub house: Option<HouseLayout>,
    /// In which order the reader can have the options; `None` if they are too few.
    pub order: Option<Choice<ResultsAction>>,
    /// The search, where the options are many.
    pub find: Option<Find>,
    /// The accessible name of a table that scrolls inside the chart; `None` if it is short enough.
    pub scrolls: Option<String>,
    /// The head of the first column.
    pub option_label: String,
    /// The lines across the bars of a single count, each with what is needed there.
    pub lines: Vec<(Fraction, String)>,
    /// The words for the marks of bars, where there are others than figures that are sure.
    pub key: Option<[String; 3]>,
    /// The columns of figures.
    pub columns: Vec<Column>,
    /// One row per option. In a long folded document only visible options have rows.
    pub rows: Vec<Row>,
    /// The row of those that are folded, and how many rows stand before it.
    pub fold: Option<(usize, FoldRow)>,
    /// Shares, votes or seats that decide something, and who has them.
    pub thresholds: Vec<ThresholdText>,
    /// The facts about the whole: outcome, turnout, valid papers.
    pub facts: Vec<Fact>,
    /// The remarks about the table: an undecided order, the contest that changes refer to.
    pub remarks: Vec<String>,
    /// The corrections made after publication.
    pub corrections: Vec<Line>,
}

/// The row that stands for folded options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldRow {
    /// How many they are.
    pub name: String,
    /// By what rule they were folded.
    pub rule: String,
    /// The button that unfolds them or folds them again.
    pub button: Pick<ResultsAction>,
    /// True if they are on show.
    pub open: bool,
    /// True if the folded rows are not in the DOM, so print shows this row instead.
    pub alone: bool,
    /// The sum of the folded options, one cell per column.
    pub cells: Vec<Cell>,
}

/// The reason why a row is hidden. In print and without scripts no row is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// It is folded with others.
    Folded,
    /// It is not what the reader looks for.
    Unmatched,
}

/// A threshold in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThresholdText {
    /// The name of the rule and the number that it asks for.
    pub label: Line,
    /// The options that have reached it, those that have not, and those that are undecided.
    pub verdicts: Vec<String>,
}

/// A fact with a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The label of the fact.
    pub label: String,
    /// The figure, one line per claim.
    pub lines: Vec<Line>,
}

/// How far the count on show has come, and who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusBand {
    /// The status's name in the contract, which style sheets go by.
    pub name: &'static str,
    /// The status in words.
    pub word: String,
    /// The date of the count.
    pub as_of: String,
    /// How much of it has come in.
    pub reported: Option<Line>,
    /// A remark on the count.
    pub note: Option<Phrase>,
}

impl ResultsLayout {
    /// The chart in sentences.
    pub fn sentences(&self) -> Vec<String> {
        let status = |band: &StatusBand| format!("{}, {}", band.word, band.as_of);
        let statuses = self.statuses.iter().map(status);
        let question = self.question.iter().map(|question| question.text.clone());
        let said = question.chain(statuses);
        self.frame.sentences(said.chain([self.summary.clone()]))
    }
}

/// A column of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The figure's name in the contract: `percent`, `votes`, `seats`.
    pub name: &'static str,
    /// The head of the column.
    pub label: String,
    /// Its second line: the date of the count, where each column is one.
    pub below: Option<Line>,
}

/// The row of one option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The id of the option.
    pub id: Id,
    /// The name of the option.
    pub name: Phrase,
    /// The mark of the source that names it, where that is another than the count's.
    pub source: Option<(String, String)>,
    /// Its party, its members, remarks.
    pub details: Vec<Phrase>,
    /// The outcomes of the option.
    pub outcomes: Vec<OutcomeMark>,
    /// Its colour, where the data gives one.
    pub paint: Option<Paint>,
    /// Its shade of the common colour, where a half circle tells options apart by it.
    pub shade: Option<Shade>,
    /// True if it is a part of the option in a row above it.
    pub is_part: bool,
    /// The reason why the row is hidden, if it is.
    pub hidden: Option<Hidden>,
    /// True if its figures and sources are open.
    pub open: bool,
    /// All of its figures with their sources; empty where rows are many and this one is closed,
    /// `None` if it has none.
    pub figures: Option<Vec<Figures>>,
    /// The address of its picture.
    pub photo: Option<String>,
    /// One cell per column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Tells whether any of its bars says what is not sure.
    fn leaves_open(&self) -> bool {
        let bars = self.cells.iter().flat_map(|cell| &cell.bars).flatten();
        let mut marks = bars.flat_map(|bar| &bar.marks);
        marks.any(|mark| !matches!(mark.kind, MarkKind::Solid | MarkKind::Threshold))
    }
}

/// The mark of an option's outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeMark {
    /// In words, with its date and source.
    pub line: Line,
    /// True if the option won.
    pub won: bool,
}

/// A figure, one line per claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The lines of the cell.
    pub lines: Vec<Line>,
    /// True if the document states a figure.
    pub stated: bool,
    /// How much more or less than in what the count is compared to.
    pub change: Option<String>,
    /// That the sources differ, where they do.
    pub disputed: Option<String>,
    /// The head of the column again, for layouts without visible heads.
    pub label: String,
    /// The name of its count's status, which style sheets draw bars by.
    pub status: &'static str,
    /// One bar per claim, if the column has bars. A claim that the figure is missing has none.
    pub bars: Vec<Option<Bar>>,
}

/// The layout of a results document, as the reader chose to see it, in the reader's language.
///
/// A document read by [`crate::wire::read_results`] always has a count; for one made by hand
/// without any there is nothing to lay out.
pub fn results(
    results: &Results,
    state: &ResultsViewState,
    locale: &Locale,
) -> Option<ResultsLayout> {
    let writer = Writer::new(&results.head, locale);
    let counts = chosen(results, &state.count);
    let plans: Vec<CountContext<'_>> = context::plans(results, &counts, state.unit, writer);
    let context = plans.last()?;
    let columns = context::columns(&plans);
    let ranked = context::fullest(&plans)?.ranked();
    let listing = Listing::new(context, &ranked, state);
    let rows = rows(&listing, context, &columns, state);
    Some(ResultsLayout {
        frame: writer.frame(&results.head),
        contest: context.contest(),
        question: context.question(),
        choices: choices(&counts, context),
        statuses: plans.iter().map(CountContext::status).collect_compact(),
        summary: sentence::summary(&plans, &ranked),
        house: (plans.len() == 1).then(|| context.house(state)).flatten(),
        order: (results.options.len() >= LEAST_ORDERED).then(|| order_choice(state, locale)),
        find: listing.find(context),
        scrolls: listing
            .scrolls(state)
            .then(|| locale.word("scroll").to_owned()),
        option_label: locale.word(context.options_head()).to_owned(),
        columns: columns.iter().map(ColumnPlan::head).collect_compact(),
        lines: match plans.len() {
            1 => context.lines_across(),
            _ => Vec::new(),
        },
        key: rows.iter().any(Row::leaves_open).then(|| {
            ["key.certain", "key.possible", "key.most"].map(|key| locale.word(key).to_owned())
        }),
        rows,
        fold: listing.fold(context, &columns, state),
        thresholds: threshold::thresholds(&plans),
        facts: facts::facts(&plans),
        remarks: facts::remarks(&plans, &ranked, state.order),
        corrections: facts::corrections(&plans),
    })
}

/// Fewer options than this need no other order.
const LEAST_ORDERED: usize = 8;

fn rows(
    listing: &Listing<'_>,
    context: &CountContext<'_>,
    columns: &[ColumnPlan<'_, '_>],
    state: &ResultsViewState,
) -> Vec<Row> {
    let all: Vec<&Count> = context.results.counts.iter().collect_compact();
    let counts = context::plans(context.results, &all, None, context.writer);
    let carried = listing.rows().count() <= MOST_CARRIED;
    let row = |(option, hidden): &(order::Ranked<'_>, Option<Hidden>)| {
        let open = state.open.contains(&option.option.id);
        let place = OptionRef(option.place);
        let given = all.iter().any(|count| count.results.get(place).is_some());
        let figures = given.then(|| match open || carried {
            true => detail::figures(&counts, place),
            false => Vec::new(),
        });
        context.row(option, *hidden, (open, figures), columns)
    };
    listing.rows().map(row).collect_compact()
}

fn chosen<'a>(results: &'a Results, choice: &CountChoice) -> Vec<&'a Count> {
    let one = match choice {
        CountChoice::All => return results.counts.iter().collect_compact(),
        CountChoice::One(id) => results.counts.iter().find(|count| &count.id == id),
        CountChoice::Last => None,
    };
    one.or_else(|| results.counts.last())
        .into_iter()
        .collect_compact()
}

/// The counts and units that the reader can choose; empty if there is only one.
fn choices(shown: &[&Count], context: &CountContext<'_>) -> Vec<Choice<ResultsAction>> {
    let locale = context.writer.locale;
    let counts = (context.results.counts.len() > 1).then(|| count_choice(shown, context));
    let units = context::units(shown);
    let units = (units.len() > 1).then(|| Choice {
        label: locale.word("units").to_owned(),
        picks: units
            .into_iter()
            .map(|unit| Pick {
                label: context.plain_unit_name(unit),
                action: ResultsAction::ShowUnit(unit),
                pressed: context.main == Some(unit),
            })
            .collect_compact(),
    });
    let mut choices = Vec::new();
    if let Some(counts) = counts {
        choices.push(counts);
    }
    if let Some(units) = units {
        choices.push(units);
    }
    choices
}

/// One choice per count, and one for all counts.
fn count_choice(shown: &[&Count], context: &CountContext<'_>) -> Choice<ResultsAction> {
    let all = shown.len() > 1;
    let locale = context.writer.locale;
    let one = context.results.counts.iter().map(|count| Pick {
        label: context.name_of_count(count),
        action: ResultsAction::ShowCount(CountChoice::One(count.id.clone())),
        pressed: !all && shown.iter().any(|on| on.id == count.id),
    });
    let mut picks = one.collect_compact();
    picks.push(Pick {
        label: locale.word("counts.all").to_owned(),
        action: ResultsAction::ShowCount(CountChoice::All),
        pressed: all,
    });
    Choice {
        label: locale.word("counts").to_owned(),
        picks,
    }
}

fn order_choice(state: &ResultsViewState, locale: &Locale) -> Choice<ResultsAction> {
    let orders = [
        (OrderChoice::Value, "order.value"),
        (OrderChoice::Document, "order.document"),
        (OrderChoice::Name, "order.name"),
    ];
    Choice::of_words("order", &orders, locale, &state.order, ResultsAction::Order)
}

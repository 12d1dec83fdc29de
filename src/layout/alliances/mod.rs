//! The layout of the alliance grid.

mod cell;
mod compare;
mod context;
mod export;
mod kinds;
mod overlap;
mod rows;
mod tally;
mod time;
mod timeline;
mod view_state;

use super::bar::Fraction;
use super::choice::{Choice, Find, Pick};
use super::frame::{Figures, Frame, Line, Phrase, Writer};
use crate::locale::Locale;
use crate::model::{Alliances, MembershipKind};
use context::GridContext;
pub use export::alliances_export;
pub use view_state::{AlliancesAction, AlliancesViewState, GridView, StateOrder};

/// An alliance grid, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlliancesLayout {
    /// Title, notes and sources.
    pub frame: Frame,
    /// The grid in a few sentences.
    pub summary: String,
    /// The choice of the view.
    pub views: Choice<AlliancesAction>,
    /// The day that is shown, and those on which something changes.
    pub time: Time,
    /// In which order states can stand, in a view that has them in an order.
    pub order: Option<Choice<AlliancesAction>>,
    /// The signs of the kinds that the document has, with their names.
    pub key: Vec<Mark>,
    /// The kinds that the reader can show and hide; `None` if the view does not distinguish kinds.
    pub kinds: Option<Choice<AlliancesAction>>,
    /// The view that is on show.
    pub content: Content,
    /// Two states beside each other.
    pub compare: Compare,
    /// How many took part in something.
    pub participation: Vec<Line>,
}

impl AlliancesLayout {
    /// The grid in sentences, as of the day that it shows.
    pub fn sentences(&self) -> Vec<String> {
        let line = |line: &Line| line.text.clone();
        let said = [self.time.shown.clone(), self.summary.clone()].into_iter();
        self.frame
            .sentences(said.chain(self.participation.iter().map(line)))
    }
}

/// The view that is on show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// States as rows, alliances as columns.
    Grid(Box<Grid>),
    /// The states of each alliance: one group per alliance.
    Alliances(Vec<Figures>),
    /// The alliances of each state: one group per state.
    States(Vec<Figures>),
    /// Spells along a line of time.
    Timeline(Timeline),
    /// States that are in exactly the same alliances.
    Overlap(Overlap),
}

/// Which states are in exactly the same alliances.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The alliances' short names, with the day of each where they differ.
    pub heads: Vec<AllianceColumn>,
    /// The head of the last column.
    pub last_head: String,
    /// One row per set of alliances, the largest groups of states first.
    pub rows: Vec<OverlapRow>,
}

/// A set of alliances with the states that are in exactly these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlapRow {
    /// In which alliances they are members, in the alliances' order: `None` where that is unclear, and each in words.
    pub shared: Vec<(Option<bool>, String)>,
    /// The row in a sentence.
    pub text: String,
}

/// Spells along a line of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The heads of the columns.
    pub heads: [String; 2],
    /// The years that are written above the line, each at its place.
    pub ticks: Vec<(Fraction, String)>,
    /// The shapes other than a sure spell that stand in it, with what they mean.
    pub shapes: Vec<(TimelineShape, String)>,
    /// The place of the day that is shown, where the line has it.
    pub day: Option<Fraction>,
    /// One row per state.
    pub rows: Vec<TimelineRow>,
}

/// A state along a line of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// The name of the state.
    pub state: Phrase,
    /// One lane per alliance.
    pub lanes: Vec<Lane>,
}

/// The spells of a state in one alliance along the time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The alliance, how and when.
    pub text: String,
    /// The spells as they are drawn.
    pub spells: Vec<TimelineSpell>,
}

/// A part of a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineSpell {
    /// The known kind that it is of, or means.
    pub kind: MembershipKind,
    /// The shape that shows what is known.
    pub shape: TimelineShape,
    /// The position of its beginning.
    pub from: Fraction,
    /// The position of its end.
    pub to: Fraction,
}

/// The certainty of a part of a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineShape {
    /// The spell surely holds.
    Sure,
    /// A spell may hold here.
    Perhaps,
    /// One day is all that is known.
    Point,
    /// The gap between two spells of one kind, about which no source says anything.
    Joined,
}

/// The table with states as rows and alliances as columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The search for states.
    pub find: Option<Find>,
    /// The head of the first column.
    pub state_label: String,
    /// The head of the last column, which is left out where every number in it would be a least one.
    pub total_label: Option<String>,
    /// One column per alliance.
    pub columns: Vec<AllianceColumn>,
    /// The signs of cells without a mark that stand in the grid, with what they mean.
    pub signs: Vec<(&'static str, String)>,
    /// One row per state.
    pub rows: Vec<StateRow>,
    /// The message for an empty table.
    pub nothing: String,
}

/// The head of an alliance's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllianceColumn {
    /// The short name of the alliance.
    pub short: Phrase,
    /// Its name, where that is another.
    pub name: Option<Phrase>,
    /// The day that it is shown on, where others are shown on other days.
    pub date: Option<String>,
    /// True if the states are ordered by it.
    pub orders: bool,
    /// The numbers of states that belong to it, one line per kind.
    pub totals: Vec<String>,
}

/// A state with its memberships.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateRow {
    /// The code of the state.
    pub code: String,
    /// The name of the state.
    pub name: Phrase,
    /// One cell per alliance.
    pub cells: Vec<StandingCell>,
    /// The number of alliances that it is a member of.
    pub total: StandingCell,
    /// True if its memberships are open.
    pub open: bool,
    /// Its memberships with their sources, alliance by alliance; `None` if none is known.
    /// In a long grid only a row that is open carries them.
    pub memberships: Option<Vec<Membership>>,
}

/// The statements about a state in one alliance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The button with the alliance's name that points at it.
    pub pick: Pick<AlliancesAction>,
    /// The statements with their sources.
    pub said: Figures,
}

/// How a state stands to an alliance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingCell {
    /// One mark per kind; several if sources disagree.
    pub marks: Vec<Mark>,
    /// The text of a cell without a mark; empty if marks are hidden.
    pub text: String,
    /// The sign that stands for it, if any.
    pub symbol: &'static str,
    /// True if the reader points at it.
    pub chosen: bool,
}

/// The mark of a kind of membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The kind's name in the contract, which style sheets go by.
    pub kind: &'static str,
    /// The letter of the mark.
    pub letter: String,
    /// True if the kind is the document's own, so that its letter distinguishes it.
    pub own: bool,
    /// The spoken text, with its dates.
    pub spoken: String,
    /// True if it surely holds on the day that is shown.
    pub sure: bool,
}

/// The day that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The label of the slider.
    pub label: String,
    /// The day in words.
    pub shown: String,
    /// The first and the last stop in words.
    pub ends: [String; 2],
    /// The days on which something changes, in order: what a slider stops at. The last is `None` where the latest that
    /// is known of each alliance is of several days.
    pub stops: Vec<Option<crate::model::Date>>,
    /// At which of them it stands.
    pub stop: usize,
    /// The changes since the stop before.
    pub changes: Vec<String>,
}

/// Two states beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The label of the choice.
    pub label: String,
    /// The labels of the first list and of the second.
    pub labels: [String; 2],
    /// The first entry, for no choice.
    pub none: String,
    /// Every state: its code and its name.
    pub states: Vec<(String, String)>,
    /// The two that are chosen.
    pub chosen: (String, String),
    /// The memberships that they share and those that they do not.
    pub sentences: Vec<String>,
}

/// The layout of an alliances document, as the reader chose to see it, in the reader's language.
pub fn alliances(
    document: &Alliances,
    state: &AlliancesViewState,
    locale: &Locale,
) -> Option<AlliancesLayout> {
    let writer = Writer::new(&document.head, locale);
    let context = GridContext::new(document, state, writer);
    Some(AlliancesLayout {
        frame: writer.frame(&document.head),
        summary: context.summary(),
        views: views(state, locale),
        time: context.time(),
        order: match state.view {
            GridView::Alliances | GridView::Overlap => None,
            _ => Some(context.order(state)),
        },
        key: match state.view {
            GridView::Grid | GridView::Timeline => context.key(),
            _ => Vec::new(),
        },
        kinds: (state.view != GridView::Overlap).then(|| context.legend(state)),
        content: match state.view {
            GridView::Grid => Content::Grid(Box::new(context.grid(state))),
            GridView::Alliances => Content::Alliances(context.by_alliance(state)),
            GridView::States => Content::States(context.by_state(state)),
            GridView::Timeline => Content::Timeline(context.timeline(state)),
            GridView::Overlap => Content::Overlap(context.overlap()),
        },
        compare: context.compare(state),
        participation: context.participation(),
    })
}

fn views(state: &AlliancesViewState, locale: &Locale) -> Choice<AlliancesAction> {
    let views = [
        (GridView::Grid, "view.grid"),
        (GridView::Alliances, "view.alliances"),
        (GridView::States, "view.states"),
        (GridView::Timeline, "view.timeline"),
        (GridView::Overlap, "view.overlap"),
    ];
    Choice::of_words("view", &views, locale, &state.view, AlliancesAction::Show)
}

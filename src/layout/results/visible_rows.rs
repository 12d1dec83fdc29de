//! Which options stand in the table, in which order, and which of them are folded.

use super::context::{ColumnPlan, CountContext};
use super::order::{Ranked, with_parts};
use super::view_state::{Fold, OrderChoice, ResultsAction, ResultsViewState};
use super::{FoldRow, Hidden};
use crate::layout::choice::{Find, MOST_CARRIED, Pick, count, holds};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::sorting::{sort_by_name, sorted};
use crate::model::{OptionKind, OptionRef};
use std::cmp::Ordering;

/// Fewer than this are not worth folding.
const LEAST_FOLDED: usize = 3;

/// More than this scroll inside the chart.
const MOST_UNSCROLLED: usize = 200;

/// The options in the order that the reader chose.
pub(super) struct Listing<'a> {
    /// Every option of the document, each with the reason if it is hidden.
    pub options: Vec<(Ranked<'a>, Option<Hidden>)>,
    /// True if hidden options have rows all the same, for print and for pages without script. In a long folded
    /// document they have none, so that only visible rows cost anything.
    whole: bool,
    /// True if the reader is searching.
    finding: bool,
}

impl<'a> Listing<'a> {
    /// `ranked` stand as their figures have it.
    pub(super) fn new(
        context: &CountContext<'_>,
        ranked: &[Ranked<'a>],
        state: &ResultsViewState,
    ) -> Listing<'a> {
        let options = match state.order {
            OrderChoice::Value => ranked.to_vec(),
            OrderChoice::Document => sorted(ranked, &|one, other| one.place.cmp(&other.place)),
            OrderChoice::Name => by_name(context, ranked),
        };
        let options = with_parts(options);
        let shown = first_shown(&options, state);
        let wanted = context.writer.locale.collation_key(&state.find);
        let mut singles = 0;
        let options = options.into_iter().map(|option| {
            singles += usize::from(is_single(&option));
            let hidden = if !wanted.is_empty() {
                (!context.holds(&option, &wanted)).then_some(Hidden::Unmatched)
            } else {
                let folded = is_single(&option) && shown.is_some_and(|shown| singles > shown);
                folded.then_some(Hidden::Folded)
            };
            (option, hidden)
        });
        let options = options.collect_compact();
        Listing {
            whole: options.len() <= MOST_CARRIED || shown.is_none() || state.unfolded,
            options,
            finding: !wanted.is_empty(),
        }
    }

    /// The options that have a row.
    pub(super) fn rows(&self) -> impl Iterator<Item = &(Ranked<'a>, Option<Hidden>)> {
        let whole = self.whole;
        let has_row = move |(_, hidden): &&(_, Option<Hidden>)| whole || hidden.is_none();
        self.options.iter().filter(has_row)
    }

    fn with(&self, hidden: Option<Hidden>) -> impl Iterator<Item = &Ranked<'a>> {
        self.options
            .iter()
            .filter(move |(_, found)| *found == hidden)
            .map(|(option, _)| option)
    }

    /// The row of those that are folded, and how many rows stand before it. Where they are on show it stands
    /// where it stood, so that the focus stays in sight and the next key leads to what has come.
    pub(super) fn fold(
        &self,
        context: &CountContext<'_>,
        columns: &[ColumnPlan<'_, '_>],
        state: &ResultsViewState,
    ) -> Option<(usize, FoldRow)> {
        let mut hidden = self.options.iter().map(|(_, hidden)| *hidden);
        let before = hidden.position(|hidden| hidden == Some(Hidden::Folded))?;
        let folded: Vec<OptionRef> = self
            .with(Some(Hidden::Folded))
            .map(|option| OptionRef(option.place))
            .collect_compact();
        let locale = context.writer.locale;
        let many = count(folded.len());
        let shown = self.with(None).filter(|option| is_single(option)).count();
        let n = locale.whole(many);
        let row = FoldRow {
            name: locale.plural("fold.others", many, &[("n", &n)]),
            rule: locale.plural(
                "fold.rule",
                count(shown),
                &[("n", &locale.whole(count(shown)))],
            ),
            button: Pick {
                label: locale
                    .word(if state.unfolded {
                        "fold.hide"
                    } else {
                        "fold.show"
                    })
                    .to_owned(),
                action: ResultsAction::Unfold(!state.unfolded),
                pressed: state.unfolded,
            },
            open: state.unfolded,
            alone: !self.whole,
            cells: columns
                .iter()
                .map(|column| column.together(&folded))
                .collect_compact(),
        };
        Some((before, row))
    }

    /// The reader's search; `None` if all options are visible at once.
    pub(super) fn find(&self, context: &CountContext<'_>) -> Option<Find> {
        let found = self.finding.then(|| self.with(None).count());
        Find::new(self.options.len(), found, context.writer.locale)
    }

    /// Returns true if there are so many rows in view that they scroll inside the chart.
    pub(super) fn scrolls(&self, state: &ResultsViewState) -> bool {
        let folded = self.with(Some(Hidden::Folded)).count();
        self.with(None).count() + if state.unfolded { folded } else { 0 } > MOST_UNSCROLLED
    }
}

impl CountContext<'_> {
    /// Returns true if an option's name, party or members contain these letters.
    fn holds(&self, option: &Ranked<'_>, wanted: &[u32]) -> bool {
        let option = option.option;
        let mut said = self.details(option, None);
        said.push(self.name(option));
        said.iter()
            .any(|phrase| holds(&self.writer.locale.collation_key(&phrase.text), wanted))
    }
}

/// By name in the reader's language; groups stand last.
fn by_name<'a>(context: &CountContext<'_>, options: &[Ranked<'a>]) -> Vec<Ranked<'a>> {
    let letters = |option: &Ranked<'_>| {
        let name = context.name(option.option).text;
        (
            !is_single(option),
            context.writer.locale.collation_key(&name),
        )
    };
    sort_by_name(options, letters)
}

/// Returns true if an option stands for itself only. Groups and "against all" are never folded.
fn is_single(option: &Ranked<'_>) -> bool {
    matches!(
        option.option.kind,
        OptionKind::Candidate | OptionKind::Party | OptionKind::Bloc | OptionKind::Answer
    )
}

/// How many options stand before the fold: as many as asked for, and all that may have as much as
/// the last of them. Nothing where none is folded.
fn first_shown(options: &[Ranked<'_>], state: &ResultsViewState) -> Option<usize> {
    let Fold::After(wanted) = state.fold else {
        return None;
    };
    let singles: Vec<&Ranked<'_>> = options
        .iter()
        .filter(|option| is_single(option))
        .collect_compact();
    let mut shown = usize::try_from(wanted).unwrap_or(usize::MAX).max(1);
    if state.order == OrderChoice::Value {
        let decided = |one: &Ranked<'_>, next: &Ranked<'_>| {
            !next.competes() || one.order(next) == Some(Ordering::Greater)
        };
        while let (Some(last), Some(next)) = (singles.get(shown - 1), singles.get(shown)) {
            if decided(last, next) {
                break;
            }
            shown += 1;
        }
    }
    (singles.len() >= shown.saturating_add(LEAST_FOLDED)).then_some(shown)
}

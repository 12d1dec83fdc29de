//! The order of options, and whether the figures decide it.

use crate::layout::sorting::{higher_first, sorted};
use crate::model::{
    BallotOption, Decimal, Interval, Members, OptionKind, OptionRef, OptionResult, Quantity, Unit,
};
use std::cmp::Ordering;

/// An option with the figure that it is ordered by.
#[derive(Clone, Copy)]
pub(super) struct Ranked<'a> {
    /// Its place in the document.
    pub place: usize,
    /// The option that is ranked.
    pub option: &'a BallotOption,
    /// The range of its figure; `None` if it has none.
    pub interval: Option<Interval>,
    /// The range of its figure as far as its source states it.
    pub bounds: Option<Interval>,
    /// Its votes, where the figure is a share: they decide where shares are equal.
    pub votes: Option<Interval>,
    /// True if its sources give different figures.
    pub is_disputed: bool,
    /// True if the figure is a share, and therefore rounded.
    pub is_share: bool,
    /// How many options it stands for; `None` where the document does not say.
    pub many: Option<u32>,
    /// True if the figure belongs to several together. It is not compared with a single option's figure.
    pub together: bool,
}

impl<'a> Ranked<'a> {
    pub(super) fn new(
        place: usize,
        option: &'a BallotOption,
        result: Option<&OptionResult>,
        main: Option<Unit>,
    ) -> Ranked<'a> {
        let figure = |unit| result.and_then(|result| result.figures.get(unit));
        let main_figure = main.and_then(figure);
        let is_share = main == Some(Unit::Percent);
        let each = result.is_some_and(|result| result.each);
        let group = matches!(option.kind, OptionKind::Other | OptionKind::Unnamed);
        let many = match &option.members {
            Some(Members::Number(number)) => Some(number.0),
            Some(Members::Names(names)) => u32::try_from(names.len()).ok(),
            None => (!group).then_some(1),
        };
        Ranked {
            place,
            option,
            interval: main_figure.and_then(Quantity::interval),
            bounds: main_figure.and_then(Quantity::bounds),
            votes: figure(Unit::Votes)
                .filter(|_| is_share)
                .and_then(Quantity::interval),
            is_disputed: main_figure.is_some_and(Quantity::is_disputed),
            is_share,
            many,
            together: group && !each && many != Some(1),
        }
    }

    /// How it stands to another, or `None` if that is not decided: votes decide where shares do
    /// not, and nothing is decided where the two contradict each other.
    pub(super) fn order(&self, other: &Ranked<'_>) -> Option<Ordering> {
        let by_figure = self.interval?.order(&other.interval?);
        let by_votes = self.votes.zip(other.votes);
        match (
            by_figure,
            by_votes.and_then(|(one, other)| one.order(&other)),
        ) {
            (Some(Ordering::Equal) | None, Some(votes)) => Some(votes),
            (Some(figure), Some(votes)) if figure != votes && votes != Ordering::Equal => None,
            (figure, _) => figure,
        }
    }

    /// Returns true if the option is part of the order.
    pub(super) fn competes(&self) -> bool {
        self.interval.is_some() && !self.together
    }

    /// The least that its source says it has.
    pub(super) fn least(&self) -> Option<Decimal> {
        self.bounds?.low
    }

    /// The least that those have together that it stands for.
    pub(super) fn least_together(&self) -> Option<Decimal> {
        match self.together {
            true => self.least(),
            false => self.least()?.times(self.many.unwrap_or(1)),
        }
    }
}

/// By lower bound, by upper bound, by votes, by the document: options without a figure and sums of
/// several stand last.
pub(super) fn by_figures<'a>(options: &[Ranked<'a>]) -> Vec<Ranked<'a>> {
    let higher = |one: Option<Interval>, other: Option<Interval>| match (one, other) {
        (Some(one), Some(other)) => higher_first(one, other),
        _ => Ordering::Equal,
    };
    sorted(options, &|one, other| {
        other
            .competes()
            .cmp(&one.competes())
            .then_with(|| one.together.cmp(&other.together))
            .then_with(|| higher(one.interval, other.interval))
            .then_with(|| higher(one.votes, other.votes))
    })
}

/// The same options, each followed by those that are a part of it: a whole stands where the first of
/// its parts would.
pub(super) fn with_parts<'a>(options: Vec<Ranked<'a>>) -> Vec<Ranked<'a>> {
    if options.iter().all(|option| option.option.within.is_none()) {
        return options;
    }
    let mut placed: Vec<Ranked<'a>> = Vec::with_capacity(options.len());
    for option in &options {
        let root = root_of(&options, option);
        if placed.iter().all(|one| one.place != root.place) {
            place_with_parts(&options, root, &mut placed);
        }
    }
    placed
}

fn root_of<'r, 'a>(options: &'r [Ranked<'a>], option: &'r Ranked<'a>) -> &'r Ranked<'a> {
    let above = option.option.within;
    let above = above.and_then(|above| options.iter().find(|one| one.place == above.0));
    above.map_or(option, |above| root_of(options, above))
}

fn place_with_parts<'a>(options: &[Ranked<'a>], option: &Ranked<'a>, placed: &mut Vec<Ranked<'a>>) {
    placed.push(*option);
    let within = Some(OptionRef(option.place));
    for part in options.iter().filter(|one| one.option.within == within) {
        place_with_parts(options, part, placed);
    }
}

/// Returns true if the figures decide the order of every two options in it. The options must be sorted by their lower
/// ends: then an option that overlaps any other also overlaps its neighbour.
pub(super) fn is_decided(sorted: &[Ranked<'_>]) -> bool {
    sorted
        .iter()
        .zip(sorted.iter().skip(1))
        .filter(|(_, next)| next.competes())
        // Votes may say that the next one is before it.
        .all(|(one, next)| one.order(next).is_some_and(Ordering::is_ge))
}

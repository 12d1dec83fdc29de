//! The option that is first in a count, as far as its figures decide that.

use super::context::CountContext;
use super::order::Ranked;
use super::sum::Rounding;
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::{Decimal, Interval, OptionKind, OptionRef, Unit};
use std::cmp::Ordering;

/// The option or options in first place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// This option, by its place in the document.
    First(usize),
    /// These, by their places: their exact votes or seats are equal, and above all others.
    Level(Vec<usize>),
    /// The figures do not decide it.
    Undecided,
}

impl CountContext<'_> {
    /// Returns who is first. An option without a figure may have everything that the others leave. So may an option
    /// in a group, and one that the document does not list.
    pub(super) fn lead(&self, ranked: &[Ranked<'_>]) -> Lead {
        let rivals = self.rivals(ranked);
        let Some(first) = rivals.iter().find(|rival| rival.can_lead()) else {
            return Lead::Undecided;
        };
        let pool = Pool::new(self, &rivals, first);
        if pool.unlisted().is_some_and(|most| !is_above(first, most)) {
            return Lead::Undecided;
        }
        let mut level = vec![first.place];
        // A whole is no rival of its own parts.
        let above = self.results.ancestors(OptionRef(first.place));
        let above = above.unwrap_or_default();
        let is_other = |rival: &&&Ranked<'_>| {
            rival.place != first.place && !above.contains(&OptionRef(rival.place))
        };
        for rival in rivals.iter().filter(is_other) {
            if rival.can_lead() && first.is_level_with(rival) {
                level.push(rival.place);
            } else if !is_before(first, rival, &pool) {
                return Lead::Undecided;
            }
        }
        match level.as_slice() {
            // Nobody has the most who has nothing.
            [_] if first.has_nothing() => Lead::Undecided,
            [first] => Lead::First(*first),
            _ => Lead::Level(level),
        }
    }

    /// The options that stand against each other: none that is in another's figure, none that is out
    /// and has no figure.
    fn rivals<'r, 'a>(&self, ranked: &'r [Ranked<'a>]) -> Vec<&'r Ranked<'a>> {
        let Some(main) = self.main else {
            return Vec::new();
        };
        ranked
            .iter()
            .filter(|rival| {
                let option = OptionRef(rival.place);
                self.results.is_counted(self.count, option, main)
                    && (rival.interval.is_some() || !self.is_out(option))
            })
            .collect_compact()
    }
}

impl Ranked<'_> {
    fn can_lead(&self) -> bool {
        let single = !matches!(self.option.kind, OptionKind::Other | OptionKind::Unnamed);
        self.competes() && (single || self.many == Some(1))
    }

    fn has_nothing(&self) -> bool {
        // A share of 0 may be rounded: votes say whether there are any.
        let figure = self.votes.or(self.interval);
        figure.and_then(|figure| figure.high) == Some(Decimal::ZERO)
    }

    /// Returns true if both have exactly the same number, not only the same rounded share.
    fn is_level_with(&self, other: &Ranked<'_>) -> bool {
        let equal = |one: Option<Interval>, other: Option<Interval>| {
            one.zip(other)
                .is_some_and(|(one, other)| one.order(&other) == Some(Ordering::Equal))
        };
        match self.votes {
            Some(_) => equal(self.votes, other.votes),
            None => !self.is_share && equal(self.interval, other.interval),
        }
    }
}

/// Returns true if the first is certainly ahead of the rival.
fn is_before(first: &Ranked<'_>, rival: &Ranked<'_>, pool: &Pool<'_>) -> bool {
    let by_votes = first.votes.zip(rival.votes);
    let by_votes = by_votes.and_then(|(first, rival)| first.order(&rival));
    let by_figure = first.interval.zip(rival.interval);
    let by_figure = by_figure.and_then(|(first, rival)| first.order(&rival));
    match (by_votes, by_figure) {
        (Some(Ordering::Less), _) | (_, Some(Ordering::Less)) => false,
        (Some(Ordering::Greater), _) => true,
        // Rounded shares that are equal say nothing of the votes.
        (_, Some(Ordering::Greater)) => !rival.together || is_above(first, pool.most(rival)),
        _ => is_above(first, pool.most(rival)),
    }
}

/// Returns true if the least of one option is above the most of another. An open end may be any number.
fn is_above(first: &Ranked<'_>, most: Option<(Decimal, bool)>) -> bool {
    let (Some(interval), Some((most, below))) = (first.interval, most) else {
        return false;
    };
    interval
        .low
        .is_some_and(|low| low > most || (low == most && (interval.above_low || below)))
}

/// The total of a unit, and the rest that is not taken.
struct Pool<'p> {
    /// The most that all options without a figure can have together; `None` if no total is stated.
    left: Option<Decimal>,
    /// The most that one option can have.
    each: Option<Decimal>,
    /// True if there were options that the document does not list.
    is_open: bool,
    /// The rivals that are a part of others, with those.
    parts: Vec<(&'p Ranked<'p>, Vec<OptionRef>)>,
}

impl<'p> Pool<'p> {
    fn new(
        context: &CountContext<'_>,
        rivals: &'p [&'p Ranked<'p>],
        first: &Ranked<'_>,
    ) -> Pool<'p> {
        let taken = rivals
            .iter()
            .filter_map(|rival| rival.least_together())
            .try_fold(Decimal::ZERO, Decimal::plus);
        let voted = context.results.contest.votes_allowed;
        let (each, all) = context.whole(voted.map_or(1, |votes| votes.0));
        let left = all.zip(taken).and_then(|(all, taken)| all.minus(taken));
        let left = left.and_then(|left| left.plus(context.rounding(rivals, first)?));
        Pool {
            left: left.filter(|left| !left.is_negative()),
            each,
            is_open: context.results.options_complete == Some(false),
            parts: context.parts(rivals),
        }
    }

    /// The most that a rival can have, and whether it must be less than that.
    fn most(&self, rival: &Ranked<'_>) -> Option<(Decimal, bool)> {
        let own = rival
            .interval
            .and_then(|interval| interval.high.map(|high| (high, interval.below_high)));
        // Sources that differ on it differ on what is left for it, too.
        let left = self
            .left
            .filter(|_| !rival.is_disputed)
            .and_then(|left| left.plus(rival.least().unwrap_or(Decimal::ZERO)))
            .and_then(|left| left.plus(self.least_of_parts(rival)?))
            .map(|left| (self.each.map_or(left, |each| left.min(each)), false));
        match (own, left) {
            (Some(own), Some(left)) if own.0 <= left.0 => Some(own),
            (own, None) => own,
            (_, left) => left,
        }
    }

    /// Returns the least that an option has according to its parts, where the option itself has no such figure.
    fn least_of_parts(&self, whole: &Ranked<'_>) -> Option<Decimal> {
        let parts = self.parts.iter();
        let inside = parts.filter(|(_, above)| above.contains(&OptionRef(whole.place)));
        inside
            .filter_map(|(part, _)| part.least_together())
            .try_fold(Decimal::ZERO, Decimal::plus)
    }

    /// The most that an option can have that is not listed: `None` where there is no such option,
    /// no number inside where nobody says how much there is.
    fn unlisted(&self) -> Option<Option<(Decimal, bool)>> {
        self.is_open.then(|| self.left.map(|left| (left, false)))
    }
}

impl CountContext<'_> {
    /// How far what is left of a hundred may be off, since shares are rounded, and with it the share of
    /// the first.
    fn rounding(&self, rivals: &[&Ranked<'_>], first: &Ranked<'_>) -> Option<Decimal> {
        let mut rounding = Rounding::default();
        for rival in rivals.iter().chain(std::iter::once(&first)) {
            let times = if rival.together {
                1
            } else {
                rival.many.unwrap_or(1)
            };
            let result = self.count.results.get(OptionRef(rival.place));
            let share = result.and_then(|result| result.figures.percent.as_ref());
            rounding.add(share.filter(|_| rival.is_share), times);
        }
        rounding.most()
    }

    /// The rivals that are a part of others, with those.
    fn parts<'p>(&self, rivals: &'p [&'p Ranked<'p>]) -> Vec<(&'p Ranked<'p>, Vec<OptionRef>)> {
        rivals
            .iter()
            .filter(|rival| rival.option.within.is_some())
            .map(|rival| {
                let above = self.results.ancestors(OptionRef(rival.place));
                (*rival, above.unwrap_or_default())
            })
            .collect_compact()
    }

    /// The most of the main figure that one option can have, and that all can have together.
    fn whole(&self, votes_allowed: u32) -> (Option<Decimal>, Option<Decimal>) {
        let times = |each: Option<Decimal>| (each, each.and_then(|each| each.times(votes_allowed)));
        let seats = |total: u32| (Some(Decimal::from(total)), Some(Decimal::from(total)));
        let most = |paper: Option<&crate::model::Quantity>| paper?.bounds()?.high;
        match self.main {
            None => (None, None),
            Some(Unit::Percent) => times(Some(Decimal::HUNDRED)),
            Some(Unit::Votes) => {
                let ballots = self.count.ballots.as_ref();
                times(ballots.and_then(|ballots| {
                    most(ballots.continuing.as_ref())
                        .or_else(|| most(ballots.valid.as_ref()))
                        .or_else(|| most(ballots.cast.as_ref()))
                }))
            }
            Some(Unit::Seats) => self
                .results
                .seats
                .map_or((None, None), |house| seats(house.total.0)),
            Some(Unit::Own) => self
                .results
                .own_unit
                .as_ref()
                .and_then(|unit| unit.total)
                .map_or((None, None), |total| seats(total.0)),
        }
    }
}

//! Which outcomes hold in a count: each belongs to its count and its day.

use super::context::CountContext;
use crate::model::{Count, Date, OptionRef, Outcome, OutcomeKind, Results, Status};

/// The validity of an outcome in the count on show.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Validity {
    /// The outcome is valid here.
    Holds,
    /// An exit poll or a projection says so: nothing is decided.
    Projected,
    /// It was taken back on this day.
    Revoked(Date),
    /// The count that it follows from was annulled.
    Void,
}

impl CountContext<'_> {
    /// The outcomes that belong to this count or an earlier one, each with what it is worth here.
    pub(super) fn outcomes(&self) -> impl Iterator<Item = (&Outcome, Validity)> {
        let outcomes = self.results.outcomes.iter();
        outcomes.filter_map(|outcome| Some((outcome, self.validity(outcome)?)))
    }

    /// Those of an option, or of the question and the seat.
    pub(super) fn outcomes_of(
        &self,
        option: Option<OptionRef>,
    ) -> impl Iterator<Item = (&Outcome, Validity)> {
        let own = move |outcome: &&Outcome| outcome.option == option;
        let outcomes = self.results.outcomes.iter().filter(own);
        outcomes.filter_map(|outcome| Some((outcome, self.validity(outcome)?)))
    }

    /// The worth of an outcome in this count; `None` where it belongs to a later one.
    fn validity(&self, outcome: &Outcome) -> Option<Validity> {
        let home = home(self.results, outcome);
        let since = self.results.counts.get(home.unwrap_or(0)..=self.place)?;
        let is_reckoned = reckoned(since.first()?) && home.is_some();
        Some(match outcome.revoked {
            Some(day) => Validity::Revoked(day),
            None if since.iter().any(|count| count.status == Status::Annulled) => Validity::Void,
            None if is_reckoned => Validity::Projected,
            None => Validity::Holds,
        })
    }

    /// Returns true if the option cannot win any more, so that a missing figure needs no text.
    pub(super) fn is_out(&self, option: OptionRef) -> bool {
        self.is_gone(option) || self.is_said(option, OutcomeKind::is_out)
    }

    /// Returns true if neither the option nor a part of it is in this round of ranked choice.
    pub(super) fn is_gone(&self, option: OptionRef) -> bool {
        let is_it = |one: &OptionRef| {
            let above = self.results.ancestors(*one).unwrap_or_default();
            *one == option || above.contains(&option)
        };
        self.count
            .continuing
            .as_ref()
            .is_some_and(|continuing| !continuing.iter().any(is_it))
    }

    /// Returns true if a source says that the option has won.
    pub(super) fn has_won(&self, option: OptionRef) -> bool {
        self.is_said(option, OutcomeKind::is_won)
    }

    fn is_said(&self, option: OptionRef, fits: fn(OutcomeKind) -> bool) -> bool {
        self.results
            .outcomes
            .iter()
            .filter(|outcome| outcome.option == Some(option) && fits(outcome.kind))
            .any(|outcome| self.validity(outcome) == Some(Validity::Holds))
    }
}

fn reckoned(count: &Count) -> bool {
    matches!(count.status, Status::ExitPoll | Status::Projection)
}

/// The count that an outcome follows from: the one that it names; else its source's of the same day, or
/// the last one that is not later; else, where it has no date, the last of its source, or of all. `None` where
/// it was decided before any count.
fn home(results: &Results, outcome: &Outcome) -> Option<usize> {
    let last = |fits: &dyn Fn(&Count) -> bool| results.counts.iter().rposition(fits);
    if let Some(count) = outcome.count {
        return Some(count.0);
    }
    let own = |count: &Count| count.source == outcome.source;
    match outcome.at {
        Some(at) => last(&|count| own(count) && same_day(count.as_of, at))
            .or_else(|| last(&|count| is_not_after(count.as_of, at))),
        None => last(&own).or_else(|| results.counts.len().checked_sub(1)),
    }
}

/// Returns true if both dates are the same day, as far as both are precise.
fn same_day(one: Date, other: Date) -> bool {
    is_not_after(one.without_time(), other.without_time())
        && is_not_after(other.without_time(), one.without_time())
}

/// Returns true if a date is not after another, as far as both are precise.
fn is_not_after(one: Date, other: Date) -> bool {
    let parts = |date: Date| {
        [
            Some(date.year()),
            date.month().map(u16::from),
            date.day().map(u16::from),
        ]
    };
    for (one, other) in parts(one).into_iter().zip(parts(other)) {
        match (one, other) {
            (Some(one), Some(other)) if one != other => return one < other,
            (Some(_), Some(_)) => {}
            _ => return true,
        }
    }
    true
}

//! The order of options, and whether the figures decide it.

use crate::layout::sorting::{higher_first, sorted};
use crate::model::{BallotOption, Interval, OptionKind, Quantity};
use std::cmp::Ordering;

/// An option with the figure that it is ordered by.
#[derive(Clone, Copy)]
pub(super) struct Ranked<'a> {
    /// Its place in the document.
    pub place: usize,
    /// The option.
    pub option: &'a BallotOption,
    /// Where its figure may lie; nothing where it has none.
    pub interval: Option<Interval>,
    /// Whether the figure is that of several together, which no single option is compared with.
    pub together: bool,
}

impl<'a> Ranked<'a> {
    pub(super) fn new(
        place: usize,
        option: &'a BallotOption,
        figure: Option<&Quantity>,
        each: bool,
    ) -> Ranked<'a> {
        let group = matches!(option.kind, OptionKind::Other | OptionKind::Unnamed);
        Ranked {
            place,
            option,
            interval: figure.and_then(Quantity::interval),
            together: group && !each,
        }
    }

    /// How it stands to another, or nothing where that is not decided.
    pub(super) fn order(&self, other: &Ranked<'_>) -> Option<Ordering> {
        self.interval?.order(&other.interval?)
    }

    /// Whether it stands in the order at all.
    pub(super) fn competes(&self) -> bool {
        self.interval.is_some() && !self.together
    }
}

/// By lower bound, by upper bound, by the document: options without a figure and sums of several
/// stand last.
pub(super) fn by_figures<'a>(options: &[Ranked<'a>]) -> Vec<Ranked<'a>> {
    sorted(options, &|one, other| {
        other
            .competes()
            .cmp(&one.competes())
            .then_with(|| one.together.cmp(&other.together))
            .then_with(|| match (one.interval, other.interval) {
                (Some(one), Some(other)) => higher_first(one, other),
                _ => Ordering::Equal,
            })
    })
}

/// Whether the figures decide the order of every two options that stand in it. The options are
/// sorted by their lower ends, so that whatever overlaps overlaps with its neighbour too.
pub(super) fn is_decided(sorted: &[Ranked<'_>]) -> bool {
    sorted
        .iter()
        .zip(sorted.iter().skip(1))
        .filter(|(_, next)| next.competes())
        .all(|(one, next)| one.order(next).is_some())
}

/// Whether the first option is before every other, for certain.
pub(super) fn first_is_decided(sorted: &[Ranked<'_>]) -> bool {
    let Some((first, others)) = sorted.split_first() else {
        return false;
    };
    first.competes()
        && others
            .iter()
            .filter(|other| other.competes())
            .all(|other| first.order(other) == Some(Ordering::Greater))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Amount, Bound, Claim, Decimal, Id, Quantity};

    fn option(kind: OptionKind) -> BallotOption {
        BallotOption {
            id: Id::new("x").unwrap(),
            kind,
            name: None,
            party: None,
            color: None,
            photo: None,
            members: None,
            note: None,
            source: None,
        }
    }

    fn bound(text: &str) -> Bound {
        Bound::from(text.parse::<Decimal>().unwrap())
    }

    /// The places of candidates with these amounts, in order; whether all and the first are decided.
    fn ordered(amounts: &[Amount]) -> (Vec<usize>, bool, bool) {
        let candidate = option(OptionKind::Candidate);
        let figures: Vec<Quantity> = amounts
            .iter()
            .map(|amount| {
                Quantity::new(Claim {
                    amount: amount.clone(),
                    source: None,
                })
            })
            .collect();
        let ranked: Vec<Ranked<'_>> = figures
            .iter()
            .enumerate()
            .map(|(place, figure)| Ranked::new(place, &candidate, Some(figure), false))
            .collect();
        let ranked = by_figures(&ranked);
        let places = ranked.iter().map(|option| option.place).collect();
        (places, is_decided(&ranked), first_is_decided(&ranked))
    }

    #[test]
    fn over_81_stands_before_five_under_10_and_that_is_decided() {
        let (places, all, first) =
            ordered(&[Amount::Under(bound("10")), Amount::Over(bound("81"))]);
        assert_eq!((places, all, first), (vec![1, 0], true, true));
    }

    #[test]
    fn between_82_and_over_81_nobody_is_first() {
        let exact = Amount::Exact("82".parse().unwrap());
        let (places, all, first) = ordered(&[Amount::Over(bound("81")), exact]);
        assert_eq!((places, all, first), (vec![1, 0], false, false));
    }

    #[test]
    fn a_first_that_a_wide_range_may_overtake_is_not_decided() {
        let exact = |text: &str| Amount::Exact(text.parse().unwrap());
        let (places, all, first) =
            ordered(&[exact("82"), exact("60"), Amount::AtMost(bound("90"))]);
        assert_eq!((places, all, first), (vec![0, 1, 2], false, false));
    }

    #[test]
    fn a_sum_of_several_is_compared_with_nobody() {
        let (candidate, others) = (option(OptionKind::Candidate), option(OptionKind::Other));
        let figure = |text: &str| {
            Quantity::new(Claim {
                amount: Amount::Exact(text.parse().unwrap()),
                source: None,
            })
        };
        let (many, few) = (figure("70"), figure("30"));
        let ranked = vec![
            Ranked::new(0, &others, Some(&many), false),
            Ranked::new(1, &candidate, Some(&few), false),
        ];
        let ranked = by_figures(&ranked);
        assert_eq!(ranked[0].place, 1);
        assert!(is_decided(&ranked) && first_is_decided(&ranked));
    }
}

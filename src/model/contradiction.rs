//! Figures of one count that can't all be right.

use super::{Count, Decimal, OptionResult, Quantity, Results, Unit};

/// More of something than there is, in one count: the source contradicts itself, or was copied
/// wrongly. It is told of and shown as it stands, never repaired.
///
/// Only what no rounding explains counts: sums of bounds are the least that they can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// What is too much.
    pub kind: ContradictionKind,
    /// How much of it is said, at least.
    pub said: Decimal,
    /// How much there is, at most.
    pub there_is: Decimal,
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContradictionKind {
    /// The options' percentages together, against a hundred.
    Percent,
    /// The options' seats together, against the house.
    Seats,
    /// The options' votes together, against the valid ones.
    Votes,
    /// Valid and invalid papers together, against those cast.
    Papers,
    /// Votes cast, against those who may vote.
    Cast,
    /// What is reported, against what there is to report.
    Reported,
}

impl Results {
    /// What can't all be right in a count of this document.
    pub fn contradictions(&self, count: &Count) -> Vec<Contradiction> {
        use ContradictionKind::{Cast, Papers, Percent, Reported, Seats, Votes};
        let ballots = count.ballots.as_ref();
        let paper = |quantity: Option<&Quantity>| quantity.and_then(low);
        let valid = ballots.and_then(|ballots| ballots.valid.as_ref());
        let cast = ballots.and_then(|ballots| ballots.cast.as_ref());
        let invalid = ballots.and_then(|ballots| ballots.invalid.as_ref());
        let eligible = ballots.and_then(|ballots| ballots.eligible.as_ref());
        let reported = count.reported.as_ref();
        let house = self.seats.map(|house| Decimal::from(house.total.0));
        [
            // Each figure may be rounded by half a unit of its last place.
            (
                Percent,
                least_together(count, Unit::Percent),
                Decimal::HUNDRED.plus(Decimal::from(1)),
            ),
            (Seats, least_together(count, Unit::Seats), house),
            (
                Votes,
                least_together(count, Unit::Votes),
                valid.and_then(high),
            ),
            (
                Papers,
                paper(valid)
                    .zip(paper(invalid))
                    .and_then(|(one, other)| one.plus(other)),
                cast.and_then(high),
            ),
            (Cast, paper(cast), eligible.and_then(high)),
            (
                Reported,
                reported
                    .and_then(|reported| reported.done.as_ref())
                    .and_then(low),
                reported
                    .and_then(|reported| reported.total.as_ref())
                    .and_then(high),
            ),
        ]
        .into_iter()
        .filter_map(|(kind, said, most)| {
            let (said, most) = (said?, most?);
            let there_is = if kind == Percent {
                Decimal::HUNDRED
            } else {
                most
            };
            (said > most).then_some(Contradiction {
                kind,
                said,
                there_is,
            })
        })
        .collect()
    }
}

fn low(quantity: &Quantity) -> Option<Decimal> {
    quantity.interval()?.low
}

fn high(quantity: &Quantity) -> Option<Decimal> {
    quantity.interval()?.high
}

/// The least that the options can have together; what holds for each of several is left out.
fn least_together(count: &Count, unit: Unit) -> Option<Decimal> {
    let lows = |result: &OptionResult| {
        result
            .figures
            .get(unit)
            .filter(|_| !result.each)
            .and_then(low)
    };
    count
        .results
        .iter()
        .filter_map(|(_, result)| lows(result))
        .try_fold(Decimal::ZERO, Decimal::plus)
}

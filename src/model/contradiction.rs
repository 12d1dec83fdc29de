//! Figures of one count that can't all be right.

use super::sorting::places_in_order;
use super::{
    Ballots, Count, Decimal, Members, OptionRef, OptionResult, PercentOf, Quantity, Results, Unit,
};

/// Figures of one count that do not fit each other: the source contradicts itself, or was copied
/// wrongly. It is reported and shown unchanged, never repaired.
///
/// Only what no rounding explains counts: sums of bounds are the least that they can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The kind of contradiction found.
    pub kind: ContradictionKind,
    /// The least amount that the figures state.
    pub said: Decimal,
    /// The largest amount that is possible.
    pub there_is: Decimal,
    /// True if no reading of the figures is consistent. Otherwise only the editor sees the warning, because the
    /// document may leave out an explanation.
    pub is_certain: bool,
}

/// The figures that do not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContradictionKind {
    /// The options' percentages together, against a hundred.
    Percent,
    /// The options' seats together, against the house.
    Seats,
    /// The options' votes together, against the valid ones.
    Votes,
    /// An option's percentage, against its votes.
    Share,
    /// An option's votes, against those of one with a smaller percentage.
    Order,
    /// Valid and invalid papers together, against those cast.
    Papers,
    /// Votes cast, against those who may vote.
    Cast,
    /// The turnout, against the votes cast.
    Turnout,
    /// More units reported than there are to report.
    Reported,
}

impl Results {
    /// Returns the statements of a count that cannot all be right, whatever the document leaves out.
    pub fn contradictions(&self, count: &Count) -> Vec<Contradiction> {
        let mut found = self.doubts(count);
        found.retain(|contradiction| contradiction.is_certain);
        found
    }

    /// Returns the statements of a count that cannot all be right, or that need an explanation which the document
    /// does not give: several votes per voter, or more seats than the house usually has.
    pub fn doubts(&self, count: &Count) -> Vec<Contradiction> {
        let mut found = Vec::new();
        let mut add = |doubt: Option<Contradiction>| found.extend(doubt);
        add(self.percentages(count));
        add(self.seats_together(count));
        add(self.votes_together(count));
        add(self.shares(count));
        add(order(count));
        papers(count, &mut add);
        found
    }

    fn votes_allowed(&self) -> u32 {
        self.contest.votes_allowed.map_or(1, |votes| votes.0)
    }

    fn percentages(&self, count: &Count) -> Option<Contradiction> {
        let said = self.least_together(count, Unit::Percent)?;
        let most = Decimal::HUNDRED.times(self.votes_allowed())?;
        // Each figure may be rounded by half a unit of its last place.
        let exact = |result: &OptionResult| result.figures.percent.as_ref()?.exact();
        let rounding = count
            .results
            .iter()
            .filter_map(|(_, result)| exact(result))
            .filter_map(|number| Decimal::new(5, number.scale() + 1))
            .try_fold(Decimal::ZERO, Decimal::plus)?;
        (said > most.plus(rounding)?).then_some(Contradiction {
            kind: ContradictionKind::Percent,
            said,
            there_is: most,
            is_certain: self.contest.votes_allowed.is_some(),
        })
    }

    /// More seats than the house has may be overhang: only the editor gets a warning.
    fn seats_together(&self, count: &Count) -> Option<Contradiction> {
        let house = Decimal::from(self.seats?.total.0);
        let said = self.least_together(count, Unit::Seats)?;
        more(ContradictionKind::Seats, Some(said), Some(house), false)
    }

    fn votes_together(&self, count: &Count) -> Option<Contradiction> {
        let valid = count.ballots.as_ref()?.valid.as_ref().and_then(high)?;
        let most = valid.times(self.votes_allowed())?;
        let said = self.least_together(count, Unit::Votes);
        let stated = self.contest.votes_allowed.is_some();
        more(ContradictionKind::Votes, said, Some(most), stated)
    }

    /// The first option whose percentage is not that of its votes: against the base that the count
    /// names, else against any base that there can be.
    fn shares(&self, count: &Count) -> Option<Contradiction> {
        let both = || count.results.iter().filter_map(|(_, result)| pair(result));
        if let Some(of) = count.percent_of {
            let base = count.base(of)?.exact()?;
            return both()
                .find_map(|(percent, votes)| off(ContradictionKind::Share, percent, votes, base));
        }
        let valid = count.base(PercentOf::Valid).and_then(Quantity::exact);
        let eligible = count.base(PercentOf::Eligible).and_then(Quantity::exact);
        // The one with the most votes gives the base away most precisely.
        let most = both().max_by_key(|(_, votes)| *votes)?;
        both().find_map(|(percent, votes)| {
            let found = |base| off(ContradictionKind::Share, percent, votes, base);
            let by_other = (!fit((percent, votes), most)).then(|| Contradiction {
                kind: ContradictionKind::Share,
                said: percent,
                there_is: in_base_of(votes, most),
                is_certain: true,
            });
            // No base is smaller than the valid papers, and none larger than those who may vote.
            let by_valid = valid.and_then(found);
            let too_large = by_valid.filter(|found| found.said > found.there_is);
            let too_small = eligible
                .and_then(found)
                .filter(|found| found.said < found.there_is);
            let editors = by_valid.map(|found| Contradiction {
                is_certain: false,
                ..found
            });
            by_other.or(too_large).or(too_small).or(editors)
        })
    }

    /// The seats that the options are said to have together, at least.
    pub fn least_seats(&self, count: &Count) -> Option<Decimal> {
        self.least_together(count, Unit::Seats)
    }

    /// The least that the options can have together; what is in another's figure is left out.
    fn least_together(&self, count: &Count, unit: Unit) -> Option<Decimal> {
        let least = |(option, result): (OptionRef, &OptionResult)| {
            let figure = result.figures.get(unit)?.bounds()?.low?;
            let counted = self.is_counted(count, option, unit);
            let many = if result.each { self.members(option) } else { 1 };
            counted.then(|| figure.times(many)).flatten()
        };
        count
            .results
            .iter()
            .filter_map(least)
            .try_fold(Decimal::ZERO, Decimal::plus)
    }

    /// How many an option stands for, at least.
    pub fn members(&self, option: OptionRef) -> u32 {
        match self.options.get(option.0).map(|option| &option.members) {
            Some(Some(Members::Number(number))) => number.0,
            Some(Some(Members::Names(names))) => u32::try_from(names.len()).unwrap_or(u32::MAX),
            _ => 1,
        }
    }
}

/// An option's exact percentage and votes, where it has both for itself.
fn pair(result: &OptionResult) -> Option<(Decimal, Decimal)> {
    let figures = &result.figures;
    let percent = figures.percent.as_ref()?.exact()?;
    let votes = figures.votes.as_ref()?.exact()?;
    (!result.each).then_some((percent, votes))
}

/// Returns true if two shares can belong to their votes in one base, however they were rounded or cut off.
fn fit(one: (Decimal, Decimal), other: (Decimal, Decimal)) -> bool {
    let at_most = |(percent, votes): (Decimal, Decimal), (by, with): (Decimal, Decimal)| {
        let least = percent.minus(percent.last_place());
        let most = by.plus(by.last_place());
        let order = least.zip(most);
        let order = order.and_then(|(least, most)| least.compare_products(with, most, votes));
        order != Some(std::cmp::Ordering::Greater)
    };
    at_most(one, other) && at_most(other, one)
}

/// The percentage that votes would be in the base that another option's share gives away.
fn in_base_of(votes: Decimal, (percent, others): (Decimal, Decimal)) -> Decimal {
    let base = others.percent_of(percent).map(|(base, _)| base.rounded(0));
    let share = base.and_then(|base| votes.percent_of(base));
    share.map_or(Decimal::ZERO, |(share, _)| share.rounded(2))
}

/// The first option that has a higher percentage than another and fewer votes.
fn order(count: &Count) -> Option<Contradiction> {
    let both: Vec<(Decimal, Decimal)> = count
        .results
        .iter()
        .filter_map(|(_, result)| pair(result))
        .collect();
    let at = |place: usize| both.get(place);
    let sorted = places_in_order(both.len(), &|one, other| at(one).cmp(&at(other)));
    // The most votes of all with a smaller percentage, while going up.
    let (mut below, mut same) = (None, None::<(Decimal, Decimal)>);
    for (percent, votes) in sorted.into_iter().filter_map(at).copied() {
        if same.is_some_and(|(earlier, _)| earlier < percent) {
            below = below.max(same.map(|(_, votes)| votes));
            same = None;
        }
        if let Some(most) = below.filter(|most| votes < *most) {
            return Some(Contradiction {
                kind: ContradictionKind::Order,
                said: votes,
                there_is: most,
                is_certain: true,
            });
        }
        same = Some((percent, same.map_or(votes, |(_, most)| most.max(votes))));
    }
    None
}

/// Adds the contradictions among the ballot papers and the reported units.
fn papers(count: &Count, add: &mut dyn FnMut(Option<Contradiction>)) {
    if let Some(ballots) = &count.ballots {
        let (cast, eligible) = (ballots.cast.as_ref(), ballots.eligible.as_ref());
        let filled = ballots.valid.as_ref().and_then(low);
        let filled = filled.zip(ballots.invalid.as_ref().and_then(low));
        let filled = filled.and_then(|(one, other)| one.plus(other));
        let most = cast.and_then(high);
        add(more(ContradictionKind::Papers, filled, most, true));
        let least = cast.and_then(low);
        let all = eligible.and_then(high);
        add(more(ContradictionKind::Cast, least, all, true));
        add(turnout(ballots));
    }
    if let Some(reported) = &count.reported {
        let done = reported.done.as_ref().and_then(low);
        let total = reported.total.as_ref().and_then(high);
        add(more(ContradictionKind::Reported, done, total, true));
    }
}

/// A turnout that is not that of the votes cast.
fn turnout(ballots: &Ballots) -> Option<Contradiction> {
    let exact = |quantity: &Option<Quantity>| quantity.as_ref()?.exact();
    off(
        ContradictionKind::Turnout,
        exact(&ballots.turnout)?,
        exact(&ballots.cast)?,
        exact(&ballots.eligible)?,
    )
}

fn more(
    kind: ContradictionKind,
    said: Option<Decimal>,
    there_is: Option<Decimal>,
    is_certain: bool,
) -> Option<Contradiction> {
    let (said, there_is) = (said?, there_is?);
    (said > there_is).then_some(Contradiction {
        kind,
        said,
        there_is,
        is_certain,
    })
}

/// A percentage that is further from that of its number than rounding or cutting off explains.
fn off(
    kind: ContradictionKind,
    percent: Decimal,
    number: Decimal,
    base: Decimal,
) -> Option<Contradiction> {
    let (there_is, _) = number.percent_of(base)?;
    (there_is.distance(percent)? > percent.last_place()).then_some(Contradiction {
        kind,
        said: percent,
        there_is: there_is.rounded(2),
        is_certain: true,
    })
}

fn low(quantity: &Quantity) -> Option<Decimal> {
    quantity.bounds()?.low
}

fn high(quantity: &Quantity) -> Option<Decimal> {
    quantity.bounds()?.high
}

//! The reader's own coalitions in a house of seats.

use super::super::bar::{Bar, Mark, MarkKind, Shade};
use super::super::color::Paint;
use super::context::CountContext;
use super::house::least;
use super::sum::{Addend, together};
use super::verdict::Verdict;
use super::view_state::{ResultsAction, ResultsViewState};
use crate::layout::choice::{Choice, Pick};
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::{BallotOption, Decimal, Needs, Quantity, Unit};

/// Options that the reader adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coalition {
    /// The colour or the shade of each.
    pub paints: Vec<(Option<Paint>, Option<Shade>)>,
    /// The options to pick from.
    pub choice: Choice<ResultsAction>,
    /// The sum of the picked options, and whether it is a majority.
    pub verdict: String,
    /// Their seats against the majority.
    pub bar: Option<Bar>,
    /// The certain part of each option, with the index of its colour in `paints`.
    pub parts: Vec<(usize, Mark)>,
}

impl CountContext<'_> {
    /// The coalition of the options that the reader picked; `None` where there is nothing to try.
    pub(super) fn coalition(
        &self,
        majority: Needs,
        total: u32,
        state: &ResultsViewState,
    ) -> Option<Coalition> {
        let locale = self.writer.locale;
        let seated: Vec<(usize, &BallotOption)> = self
            .results
            .options
            .iter()
            .enumerate()
            .filter(|(place, _)| self.seats(*place).is_some())
            .collect_compact();
        // Two options leave nothing to try out, and neither does an option with a majority.
        let alone = seated.iter().any(|(place, _)| {
            let bounds = self.seats(*place).and_then(Quantity::bounds);
            Verdict::new(majority, bounds) == Verdict::Reached
        });
        if seated.len() < 3 || alone {
            return None;
        }
        let joined = |option: &BallotOption| state.coalition.contains(&option.id);
        let picks = seated.iter().map(|(_, option)| Pick {
            label: self.told_name(option),
            action: ResultsAction::Join(option.id.clone(), !joined(option)),
            pressed: joined(option),
        });
        let members: Vec<(usize, &BallotOption)> = seated
            .iter()
            .filter(|(_, option)| joined(option))
            .copied()
            .collect_compact();
        let (verdict, bar) = self.verdict_on(&members, majority, total);
        let paint = |(place, option): &(usize, &BallotOption)| {
            (option.color.map(Paint::new), self.shade(*place))
        };
        let (mut sum, mut parts) = (Decimal::ZERO, Vec::new());
        for (at, (place, option)) in seated.iter().enumerate() {
            let least = self.seats(*place).and_then(|seats| seats.bounds()?.low);
            let Some(end) = least.and_then(|least| sum.plus(least)) else {
                continue;
            };
            if joined(option) {
                let (from, to) = (self.scale.at(sum), self.scale.at(end));
                let kind = MarkKind::Solid;
                parts.push((at, Mark { kind, from, to }));
                sum = end;
            }
        }
        Some(Coalition {
            paints: seated.iter().map(paint).collect_compact(),
            parts,
            choice: Choice {
                label: locale.word("coalition").to_owned(),
                picks: picks.collect_compact(),
            },
            verdict,
            bar,
        })
    }

    /// Returns the sum of these options, and whether it is a majority.
    fn verdict_on(
        &self,
        members: &[(usize, &BallotOption)],
        majority: Needs,
        total: u32,
    ) -> (String, Option<Bar>) {
        let locale = self.writer.locale;
        if members.is_empty() {
            return (locale.word("coalition.none").to_owned(), None);
        }
        let addends = members.iter().map(|(place, _)| Addend {
            figure: self.seats(*place),
            many: Some(1),
        });
        let sum = together(&addends.collect_compact(), Unit::Seats);
        let names: Vec<String> = members
            .iter()
            .map(|(_, option)| self.told_name(option))
            .collect_compact();
        let key = match Verdict::new(majority, sum.interval) {
            Verdict::Reached => "coalition.reached",
            Verdict::Missed => "coalition.missed",
            Verdict::Open => "coalition.open",
        };
        let seats = match &sum.amount {
            Some(amount) => self.figure(Unit::Seats, amount, false),
            None => locale.word("not-stated").to_owned(),
        };
        let text = locale.plural(
            key,
            total,
            &[
                ("names", &locale.list(&names)),
                ("n", &seats),
                ("total", &locale.whole(total)),
                ("majority", &locale.whole(least(majority))),
            ],
        );
        let line = self.scale.at(majority.number());
        let bar = sum
            .amount
            .map(|amount| Bar::new(&amount, self.scale).with_thresholds(&[line]));
        (text, bar)
    }
}

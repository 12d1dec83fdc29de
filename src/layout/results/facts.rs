//! What stands below the chart's table: ballots, changes, corrections, remarks.

use super::order::{self, Ranked};
use super::plan::{Figure, Plan};
use super::{Fact, Line};
use crate::locale::{Precision, Unit};
use crate::model::{Amount, CountRef, Decimal, Quantity};

impl Plan<'_> {
    /// How many voted, and how validly; only what the count says.
    pub(super) fn ballots(&self) -> Vec<Fact> {
        let Some(ballots) = &self.count.ballots else {
            return Vec::new();
        };
        let given = [
            ("ballots.turnout", &ballots.turnout, Unit::Percent),
            ("ballots.eligible", &ballots.eligible, Unit::Number),
            ("ballots.cast", &ballots.cast, Unit::Number),
            ("ballots.valid", &ballots.valid, Unit::Number),
            ("ballots.blank", &ballots.blank, Unit::Number),
            ("ballots.invalid", &ballots.invalid, Unit::Number),
        ];
        given
            .into_iter()
            .filter_map(|(key, quantity, unit)| {
                let quantity = quantity.as_ref()?;
                Some(Fact {
                    label: self.writer.locale.word(key).to_owned(),
                    lines: self.lines(quantity, ballots.source, |amount| {
                        self.writer.amount(amount, unit, self.precision)
                    }),
                })
            })
            .collect()
    }

    /// A change in words: exact ones with their sign, shares in points.
    pub(super) fn change(&self, figure: Figure, change: &Quantity) -> String {
        let locale = self.writer.locale;
        let amount = &change.first().amount;
        let text = self
            .writer
            .amount(amount, Unit::Number, Precision::Published);
        let text = match amount {
            Amount::Exact(number) if *number > Decimal::ZERO => format!("+{text}"),
            _ => text,
        };
        match figure.unit() {
            Unit::Percent => locale.fill("change.points", &[("n", &text)]),
            Unit::Number => text,
        }
    }

    /// What must be said of the table as a whole.
    pub(super) fn remarks(&self, ranked: &[Ranked<'_>]) -> Vec<String> {
        let locale = self.writer.locale;
        let undecided =
            (!order::is_decided(ranked)).then(|| locale.word("order.undecided").to_owned());
        let against = self.count.compared_to.as_ref().map(|text| {
            let text = self.writer.phrase(text).text;
            locale.fill("change.against", &[("text", &text)])
        });
        undecided.into_iter().chain(against).collect()
    }

    /// What was put right in this count.
    pub(super) fn corrections(&self) -> Vec<Line> {
        let place = self
            .results
            .counts
            .iter()
            .position(|count| count.id == self.count.id);
        self.results
            .corrections
            .iter()
            .filter(|correction| Some(correction.count) == place.map(CountRef))
            .map(|correction| {
                let locale = self.writer.locale;
                let option = correction
                    .option
                    .and_then(|option| self.results.options.get(option.0));
                let text = self.writer.phrase(&correction.text).text;
                let text = match option {
                    Some(option) => format!("{}: {text}", self.name(option).text),
                    None => text,
                };
                let date = locale.date(correction.at);
                Line {
                    text: locale.fill("correction", &[("date", &date), ("text", &text)]),
                    source: self.foreign_mark(correction.source),
                }
            })
            .collect()
    }
}

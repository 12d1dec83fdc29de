//! The facts below the chart's table: ballots, changes, corrections, remarks.

use super::Fact;
use super::context::CountContext;
use super::order::{self, Ranked};
use super::precision;
use super::unit::each_claim;
use super::view_state::OrderChoice;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Line;
use crate::locale::{Precision, Sign};
use crate::model::{Amount, Contradiction, ContradictionKind, Correction, Decimal, Quantity, Unit};

/// Returns the outcome of the contest as a whole, and the ballot papers of each count on show.
pub(super) fn facts(plans: &[CountContext<'_>]) -> Vec<Fact> {
    let several = plans.len() > 1;
    let mut facts = Vec::new();
    if let Some(decisions) = plans.last().and_then(CountContext::decisions) {
        facts.push(decisions);
    }
    for context in plans {
        for mut fact in context.ballots() {
            if several {
                fact.label = [&fact.label, " (", &context.count_name(), ")"].concat();
            }
            facts.push(fact);
        }
    }
    facts
}

/// The corrections of the counts on show.
pub(super) fn corrections(plans: &[CountContext<'_>]) -> Vec<Line> {
    let mut lines = Vec::new();
    for context in plans {
        for correction in &context.results.corrections {
            if correction.count.0 == context.place {
                lines.push(context.correction(correction));
            }
        }
    }
    lines
}

/// Returns the remarks about the table as a whole, or about one count in it.
pub(super) fn remarks(
    plans: &[CountContext<'_>],
    ranked: &[Ranked<'_>],
    order: OrderChoice,
) -> Vec<String> {
    let mut remarks = Vec::new();
    for context in plans {
        remarks.append(&mut context.named_among(plans.len(), context.doubts()));
    }
    if let Some(last) = plans.last() {
        last.remark_on_table(ranked, order, &mut remarks);
    }
    remarks
}

impl CountContext<'_> {
    /// How many voted, and how validly; only what the count says.
    fn ballots(&self) -> Vec<Fact> {
        let Some(ballots) = &self.count.ballots else {
            return Vec::new();
        };
        let given = [
            ("ballots.turnout", &ballots.turnout, Sign::Percent),
            ("ballots.eligible", &ballots.eligible, Sign::Plain),
            ("ballots.cast", &ballots.cast, Sign::Plain),
            ("ballots.valid", &ballots.valid, Sign::Plain),
            ("ballots.blank", &ballots.blank, Sign::Plain),
            ("ballots.invalid", &ballots.invalid, Sign::Plain),
            ("ballots.continuing", &ballots.continuing, Sign::Plain),
            ("ballots.exhausted", &ballots.exhausted, Sign::Plain),
        ];
        let turnout = precision::of_column(
            &ballots.turnout.iter().collect_compact(),
            &self.judged_at(Unit::Percent),
            self.count.decimals,
        );
        let mut facts = Vec::new();
        for (key, quantity, sign) in &given {
            if let Some(quantity) = quantity {
                facts.push(Fact {
                    label: self.writer.locale.word(key).to_owned(),
                    lines: self.lines(quantity, ballots.source, &|amount| {
                        self.writer.amount(amount, *sign, turnout)
                    }),
                });
            }
        }
        facts
    }

    /// A change in words, every claim of it: exact ones with their sign, shares in points.
    pub(super) fn change(&self, unit: Unit, change: &Quantity) -> String {
        each_claim(change, &|amount| self.change_of(unit, amount))
    }

    pub(super) fn change_of(&self, unit: Unit, amount: &Amount) -> String {
        let text = self
            .writer
            .amount(amount, Sign::Plain, Precision::Published);
        let text = match amount {
            Amount::Exact(number) if *number > Decimal::ZERO => ["+", &text].concat(),
            _ => text,
        };
        match (super::unit::sign(unit), amount) {
            (Sign::Percent, Amount::Missing(_)) | (Sign::Plain, _) => text,
            (Sign::Percent, _) => self.in_points(amount, &text),
        }
    }

    /// A difference of two shares, in points.
    pub(super) fn points(&self, amount: &Amount) -> String {
        let text = self
            .writer
            .amount(amount, Sign::Plain, Precision::Published);
        self.in_points(amount, &text)
    }

    fn in_points(&self, amount: &Amount, text: &str) -> String {
        self.writer.locale.plural(
            "change.points",
            self.writer.locale.plural_number(amount),
            &[("n", text)],
        )
    }

    /// That figures of the count do not fit each other, or need a word to be understood.
    fn doubts(&self) -> Vec<String> {
        let contradictions = self.results.contradictions(self.count);
        let mut doubts: Vec<String> = contradictions
            .iter()
            .map(|found| self.contradiction(found))
            .collect_compact();
        if let Some(overhang) = self.overhang() {
            doubts.push(overhang);
        }
        doubts
    }

    fn remark_on_table(
        &self,
        ranked: &[Ranked<'_>],
        order: OrderChoice,
        remarks: &mut Vec<String>,
    ) {
        let locale = self.writer.locale;
        if order == OrderChoice::Value && !order::is_decided(ranked) {
            remarks.push(locale.word("order.undecided").to_owned());
        }
        if self.results.options_complete == Some(false) {
            remarks.push(locale.word("options.incomplete").to_owned());
        }
        if let Some(text) = &self.count.compared_to {
            let text = self.writer.phrase(text).text;
            remarks.push(locale.fill("change.against", &[("text", &text)]));
        }
    }

    /// That more seats were won than the house usually has.
    fn overhang(&self) -> Option<String> {
        let house = self.results.seats?.total.0;
        let won = self.results.least_seats(self.count)?;
        let more = won.minus(Decimal::from(house))?;
        let locale = self.writer.locale;
        let text = |number: Decimal| locale.number(number, 0);
        (more > Decimal::ZERO).then(|| {
            let values = [
                ("won", &*text(won)),
                ("n", &*text(more)),
                ("total", &*locale.whole(house)),
            ];
            locale.fill("house.overhang", &values)
        })
    }

    /// That figures of the count can't all be right.
    fn contradiction(&self, found: &Contradiction) -> String {
        let locale = self.writer.locale;
        let key = match found.kind {
            ContradictionKind::Percent => "contradiction.percent",
            ContradictionKind::Seats => "contradiction.seats",
            ContradictionKind::Votes => "contradiction.votes",
            ContradictionKind::Share => "contradiction.share",
            ContradictionKind::Order => "contradiction.order",
            ContradictionKind::Turnout => "contradiction.turnout",
            ContradictionKind::Papers => "contradiction.papers",
            ContradictionKind::Cast => "contradiction.cast",
            ContradictionKind::Reported => "contradiction.reported",
        };
        let (said, there_is) = (
            locale.number(found.said, 0),
            locale.number(found.there_is, 0),
        );
        locale.fill(key, &[("said", &said), ("all", &there_is)])
    }

    fn correction(&self, correction: &Correction) -> Line {
        let locale = self.writer.locale;
        let option = correction
            .option
            .and_then(|option| self.results.options.get(option.0));
        let text = self.writer.phrase(&correction.text).text;
        let text = match option {
            Some(option) => {
                let name = self.name(option).text;
                locale.fill("figures.line", &[("label", &name), ("n", &text)])
            }
            None => text,
        };
        let date = locale.date(correction.at);
        Line {
            text: locale.fill("correction", &[("date", &date), ("text", &text)]),
            source: self.foreign_mark(correction.source),
        }
    }
}

//! The unit of figures, as the chart shows it.

use super::context::CountContext;
use crate::locale::Sign;
use crate::model::{Amount, PercentOf, Quantity, Unit};

/// The units, the one that charts are drawn by first where nothing else is asked for.
pub(super) const ALL: [Unit; 4] = [Unit::Percent, Unit::Votes, Unit::Seats, Unit::Own];

/// Returns the sign after figures of the unit.
pub(super) fn sign(unit: Unit) -> Sign {
    match unit {
        Unit::Percent => Sign::Percent,
        Unit::Votes | Unit::Seats | Unit::Own => Sign::Plain,
    }
}

/// The key of a column's head in the words: a share says what it is a share of.
pub(super) fn key(unit: Unit, of: Option<PercentOf>) -> &'static str {
    match (unit, of) {
        (Unit::Percent, None) => "column.percent",
        (Unit::Percent, Some(PercentOf::Valid)) => "column.percent.valid",
        (Unit::Percent, Some(PercentOf::Cast)) => "column.percent.cast",
        (Unit::Percent, Some(PercentOf::Eligible)) => "column.percent.eligible",
        (Unit::Percent, Some(PercentOf::Respondents)) => "column.percent.respondents",
        (Unit::Percent, Some(PercentOf::Continuing)) => "column.percent.continuing",
        (Unit::Votes, _) => "column.votes",
        (Unit::Seats, _) => "column.seats",
        (Unit::Own, _) => "column.own",
    }
}

/// The name of a change in the unit, in downloads.
pub(super) fn change_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "change.percent",
        Unit::Votes => "change.votes",
        Unit::Seats => "change.seats",
        Unit::Own => "change.own",
    }
}

impl CountContext<'_> {
    /// The head of a column of this unit: a share says what it is a share of.
    pub(super) fn unit_name(&self, unit: Unit) -> String {
        self.named(unit, self.count.percent_of)
    }

    /// The name of a unit where several counts may have it, of several bases.
    pub(super) fn plain_unit_name(&self, unit: Unit) -> String {
        self.named(unit, None)
    }

    fn named(&self, unit: Unit, of: Option<PercentOf>) -> String {
        match (unit, &self.results.own_unit) {
            (Unit::Own, Some(own)) => self.writer.phrase(&own.name).text,
            _ => self.writer.locale.word(key(unit, of)).to_owned(),
        }
    }

    /// A figure with its unit behind it, in the form that goes with its number: "1 vote", "538
    /// electoral votes"; `text` is the figure in words.
    pub(super) fn counted(&self, unit: Unit, amount: &Amount, text: &str) -> String {
        let locale = self.writer.locale;
        let number = locale.plural_number(amount);
        let own = self.results.own_unit.as_ref();
        match unit {
            Unit::Percent => text.to_owned(),
            Unit::Votes => locale.plural("summary.votes", number, &[("n", text)]),
            Unit::Seats => locale.plural("summary.seats-alone", number, &[("n", text)]),
            Unit::Own => match own.and_then(|own| own.forms.as_ref()) {
                Some(forms) => {
                    let forms = self.writer.phrase(forms);
                    let word = locale.form(&forms.text, number, forms.lang.is_none());
                    [text, " ", word].concat()
                }
                None => [text, " (", &self.unit_name(unit), ")"].concat(),
            },
        }
    }

    /// The form of a key that goes with an amount, which is filled in.
    pub(super) fn plural(&self, key: &str, amount: &Amount) -> String {
        let text = self
            .writer
            .amount(amount, Sign::Plain, crate::locale::Precision::EXACT);
        let locale = self.writer.locale;
        locale.plural(key, locale.plural_number(amount), &[("n", &text)])
    }
}

/// Every claim of a figure in words: "45% / 52.3%".
pub(super) fn each_claim(quantity: &Quantity, text: &dyn Fn(&Amount) -> String) -> String {
    let mut said = String::new();
    for claim in quantity.claims() {
        if !said.is_empty() {
            said.push_str(" / ");
        }
        said.push_str(&text(&claim.amount));
    }
    said
}

//! Sizes in words: what is counted, how many, and on which day.

use super::context::MissionsContext;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Line;
use crate::locale::{Precision, Sign};
use crate::model::{
    Amount, Counted, Date, Mission, Quantity, SizeClaim, Sizes, SourceRef, WholeRef,
};

impl MissionsContext<'_> {
    /// A number with what it counts: "25 observers", "over 1,000 reports".
    pub(super) fn number_of(&self, counted: &Counted, amount: &Amount) -> String {
        let own = match counted {
            Counted::Observers => return self.counted("observers", amount),
            Counted::Reports => return self.counted("counted.reports", amount),
            Counted::Stations => return self.counted("counted.stations", amount),
            Counted::Calls => return self.counted("counted.calls", amount),
            Counted::Own(own) => own,
        };
        let said = self.said(amount);
        if let Amount::Missing(_) = amount {
            return said;
        }
        match &own.forms {
            Some(forms) => {
                let forms = self.writer.phrase(forms);
                let locale = self.writer.locale;
                let word = locale.form(
                    &forms.text,
                    locale.plural_number(amount),
                    forms.lang.is_none(),
                );
                [&*said, " ", word].concat()
            }
            None => [&*said, " (", &self.writer.phrase(&own.name).text, ")"].concat(),
        }
    }

    /// The heading over what is counted.
    pub(super) fn counted_name(&self, counted: &Counted) -> String {
        let key = match counted {
            Counted::Observers => "mission.size",
            Counted::Reports => "counted.reports-name",
            Counted::Stations => "counted.stations-name",
            Counted::Calls => "counted.calls-name",
            Counted::Own(own) => return self.writer.phrase(&own.name).text,
        };
        self.writer.locale.word(key).to_owned()
    }

    /// An amount with the form of a key that goes with it: "2 cities not named".
    pub(super) fn counted(&self, key: &str, amount: &Amount) -> String {
        let said = self.said(amount);
        match amount {
            Amount::Missing(_) => said,
            _ => self.writer.locale.plural(
                key,
                self.writer.locale.plural_number(amount),
                &[("n", &said)],
            ),
        }
    }

    /// Returns the claims of all sources about a number, in the form of the key that fits.
    pub(super) fn claims(&self, key: &str, number: &Quantity) -> String {
        let claims = number.claims();
        let claims = claims.map(|claim| self.counted(key, &claim.amount));
        claims.collect_compact().join(" / ")
    }

    fn said(&self, amount: &Amount) -> String {
        self.writer
            .amount(amount, Sign::Plain, Precision::Published)
    }

    /// The size of a mission, one text per claim with its source.
    pub(super) fn size_texts(
        &self,
        place: usize,
        mission: &Mission,
    ) -> Vec<(String, Option<SourceRef>)> {
        let counted = self.observers.counted_of(WholeRef::Mission(place));
        let claims = mission.sizes.claims();
        claims
            .map(|claim| {
                let text = self.number_of(counted, claim.amount);
                (self.on_its_day(text, &mission.sizes, claim), claim.source)
            })
            .collect_compact()
    }

    /// The size of a mission, one line per claim.
    pub(super) fn sizes(&self, place: usize, mission: &Mission) -> Vec<Line> {
        let texts = self.size_texts(place, mission);
        let several = texts.len() > 1;
        let line = |(text, source): (String, Option<SourceRef>)| Line {
            text,
            source: source
                .or(mission.source.filter(|_| several))
                .map(|source| self.writer.mark(source)),
        };
        texts.into_iter().map(line).collect_compact()
    }

    /// A number with its day. Of several that have none each has the day on which its source was published, where these
    /// differ.
    pub(super) fn on_its_day(&self, text: String, sizes: &Sizes, claim: SizeClaim<'_>) -> String {
        let locale = self.writer.locale;
        let with = |key: &str, date: Date| {
            locale.fill(key, &[("text", &text), ("date", &locale.date(date))])
        };
        if let Some(day) = claim.as_of {
            return with("size.as-of", day);
        }
        let published = |claim: SizeClaim<'_>| {
            let source = self.observers.head.sources.get(claim.source?)?;
            Some(source.date)
        };
        match published(claim) {
            Some(date) if sizes.claims().any(|other| published(other) != Some(date)) => {
                with("size.published", date)
            }
            _ => text,
        }
    }
}

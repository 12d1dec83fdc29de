//! Every figure of one option with its source, to be opened row by row.

use super::context::CountContext;
use super::unit::{self, each_claim};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Figures;
use crate::model::{OptionRef, OptionResult, Quantity, ResultPart, SourceRef, Unit};

/// Every figure of an option, a group a count.
pub(super) fn figures(plans: &[CountContext<'_>], option: OptionRef) -> Vec<Figures> {
    plans
        .iter()
        .filter_map(|context| Some(context.figures(context.count.results.get(option)?)))
        .collect_compact()
}

impl CountContext<'_> {
    fn figures(&self, result: &OptionResult) -> Figures {
        let mut said: Vec<(String, Option<SourceRef>)> = Vec::new();
        for unit in unit::ALL {
            let Some(quantity) = result.figures.get(unit) else {
                continue;
            };
            for claim in quantity.claims() {
                let source = claim.source.or(result.source).unwrap_or(self.count.source);
                let text = self.figure(unit, &claim.amount, result.each);
                said.push((self.labelled(unit, &text), Some(source)));
            }
        }
        let source = result.source.unwrap_or(self.count.source);
        for part in &result.parts {
            for text in self.part(part) {
                said.push((text, Some(source)));
            }
        }
        let date = self.writer.locale.date(self.count.as_of);
        let mut label = self.count_name();
        if !label.ends_with(&date) {
            label = [&label, ", ", &date].concat();
        }
        self.writer.figures(&self.results.head, label, said)
    }

    /// The figures of one kind of votes or seats, which are in the option's own already.
    fn part(&self, part: &ResultPart) -> Vec<String> {
        let name = self.writer.phrase(&part.name).text;
        let given = unit::ALL
            .into_iter()
            .filter_map(|unit| Some((unit, part.figures.get(unit)?)));
        let text = |(unit, quantity): (Unit, &Quantity)| {
            let figures = each_claim(quantity, &|amount| {
                let text = self.figure(unit, amount, false);
                self.counted(unit, amount, &text)
            });
            let values = [("label", &*name), ("n", &*figures)];
            self.writer.locale.fill("figures.line", &values)
        };
        given.map(text).collect_compact()
    }

    fn labelled(&self, unit: Unit, figure: &str) -> String {
        let label = self.unit_name(unit);
        let values = [("label", &*label), ("n", figure)];
        self.writer.locale.fill("figures.line", &values)
    }
}

//! Every figure of one option with its source, to be opened row by row.

use super::context::CountContext;
use super::status::status_key;
use super::unit;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Figures;
use crate::model::{OptionRef, OptionResult, SourceRef, Unit};

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
            let quantity = result.figures.get(unit);
            for claim in quantity.into_iter().flat_map(|quantity| quantity.claims()) {
                let source = claim.source.or(result.source).unwrap_or(self.count.source);
                let text = self.figure(unit, &claim.amount, result.each);
                said.push((self.labelled(unit, &text), Some(source)));
            }
        }
        let locale = self.writer.locale;
        let status = locale.word(status_key(self.count.status));
        let label = [status, ", ", &locale.date(self.count.as_of)].concat();
        self.writer.figures(&self.results.head, label, said)
    }

    fn labelled(&self, unit: Unit, figure: &str) -> String {
        let locale = self.writer.locale;
        let label = locale.word(unit::key(unit, self.count.percent_of));
        locale.fill("figures.line", &[("label", label), ("n", figure)])
    }
}

//! Every figure of one option with its source, to be opened row by row.

use super::plan::Plan;
use super::status::status_key;
use super::unit;
use crate::layout::frame::{Figures, Line};
use crate::model::{OptionRef, OptionResult, SourceRef, Unit};

/// More rows than this carry their figures only once they are opened.
pub(super) const MOST_CARRIED: usize = 60;

/// Every figure of an option, a group a count.
pub(super) fn figures(plans: &[Plan<'_>], option: OptionRef) -> Vec<Figures> {
    plans
        .iter()
        .filter_map(|plan| Some(plan.figures(plan.count.results.get(option)?)))
        .collect()
}

impl Plan<'_> {
    fn figures(&self, result: &OptionResult) -> Figures {
        let mut cited: Vec<SourceRef> = Vec::new();
        let mut said: Vec<(String, SourceRef)> = Vec::new();
        for unit in unit::ALL {
            let quantity = result.figures.get(unit);
            for claim in quantity.into_iter().flat_map(|quantity| quantity.claims()) {
                let source = claim.source.or(result.source).unwrap_or(self.count.source);
                if !cited.contains(&source) {
                    cited.push(source);
                }
                let text = self.figure(unit, &claim.amount, result.each);
                said.push((self.labelled(unit, &text), source));
            }
        }
        let several = cited.len() > 1;
        let locale = self.writer.locale;
        Figures {
            label: format!(
                "{}, {}",
                locale.word(status_key(self.count.status)),
                locale.date(self.count.as_of)
            ),
            lines: said
                .into_iter()
                .map(|(text, source)| Line {
                    text,
                    source: several.then(|| self.mark(source)),
                })
                .collect(),
            sources: self.writer.cited(&self.results.head, cited),
        }
    }

    fn labelled(&self, unit: Unit, figure: &str) -> String {
        let locale = self.writer.locale;
        let label = locale.word(unit::key(unit, self.count.percent_of));
        locale.fill("figures.line", &[("label", label), ("n", figure)])
    }
}

//! Outcomes in words: beside the options that they are of, and below the chart.

use super::context::CountContext;
use super::outcomes::Validity;
use super::{Fact, OutcomeMark};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Line;
use crate::model::{OptionRef, Outcome, OutcomeKind};

impl CountContext<'_> {
    /// The outcomes of an option.
    pub(super) fn outcome_marks(&self, option: OptionRef) -> Vec<OutcomeMark> {
        self.outcomes_of(Some(option))
            .map(|(outcome, validity)| OutcomeMark {
                won: outcome.kind.is_won() && validity == Validity::Holds,
                line: self.outcome_line(outcome, validity),
            })
            .collect_compact()
    }

    /// The outcomes of the question or of the seat.
    pub(super) fn decisions(&self) -> Option<Fact> {
        let lines: Vec<Line> = self
            .outcomes_of(None)
            .map(|(outcome, validity)| self.outcome_line(outcome, validity))
            .collect_compact();
        (!lines.is_empty()).then(|| Fact {
            label: self.writer.locale.word("outcome").to_owned(),
            lines,
        })
    }

    fn outcome_line(&self, outcome: &Outcome, validity: Validity) -> Line {
        let locale = self.writer.locale;
        let word = self.outcome_word(outcome, validity);
        let text = match outcome.at {
            Some(at) => [&word, ", ", &locale.date(at)].concat(),
            None => word,
        };
        let text = match validity {
            Validity::Holds | Validity::Projected => text,
            Validity::Revoked(day) => {
                let day = locale.date(day);
                locale.fill("outcome.revoked", &[("text", &text), ("date", &day)])
            }
            Validity::Void => locale.fill("outcome.void", &[("text", &text)]),
        };
        Line {
            text,
            source: self.foreign_mark(Some(outcome.source)),
        }
    }

    fn outcome_word(&self, outcome: &Outcome, validity: Validity) -> String {
        let locale = self.writer.locale;
        let is_projected = validity == Validity::Projected;
        let key = match outcome.kind {
            OutcomeKind::Elected if is_projected => "outcome.projected",
            OutcomeKind::Runoff if is_projected => "outcome.projected-runoff",
            OutcomeKind::Elected => "outcome.elected",
            OutcomeKind::ElectedByLot => "outcome.by-lot",
            OutcomeKind::Runoff => "outcome.runoff",
            OutcomeKind::Unopposed => "outcome.unopposed",
            OutcomeKind::Eliminated => "outcome.eliminated",
            OutcomeKind::Withdrawn => "outcome.withdrawn",
            OutcomeKind::Disqualified => "outcome.disqualified",
            OutcomeKind::VotesVoid => "outcome.votes-void",
            OutcomeKind::Died => "outcome.died",
            OutcomeKind::Accepted => "outcome.accepted",
            OutcomeKind::Rejected => "outcome.rejected",
            OutcomeKind::Invalid => "outcome.invalid",
            OutcomeKind::Vacant => "outcome.vacant",
            OutcomeKind::Merged => {
                let into = outcome
                    .into
                    .and_then(|into| self.results.options.get(into.0));
                let name = into.map_or_else(String::new, |into| self.told_name(into));
                return locale.fill("outcome.merged", &[("name", &name)]);
            }
        };
        match is_projected
            && outcome.kind != OutcomeKind::Elected
            && outcome.kind != OutcomeKind::Runoff
        {
            true => locale.fill("outcome.projection", &[("text", locale.word(key))]),
            false => locale.word(key).to_owned(),
        }
    }
}

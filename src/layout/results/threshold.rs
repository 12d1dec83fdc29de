//! Thresholds: where they stand, and who has reached them as far as the figures say.

use super::super::bar::{Fraction, Scale};
use super::ThresholdText;
use super::context::CountContext;
use super::order::Ranked;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Line;
use crate::locale::{Precision, Sign};
use crate::model::{
    Amount, Decimal, Interval, Needs, OptionKind, OptionRef, PercentOf, Quantity, Threshold,
    ThresholdKind, Unit,
};

/// Whether a threshold is reached.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Reached,
    Missed,
    /// The figures do not say.
    Open,
}

impl Verdict {
    const ALL: [(Verdict, &'static str); 3] = [
        (Verdict::Reached, "threshold.reached"),
        (Verdict::Missed, "threshold.missed"),
        (Verdict::Open, "threshold.open"),
    ];

    pub(super) fn new(needs: Needs, value: Option<Interval>) -> Verdict {
        let Some(value) = value else {
            return Verdict::Open;
        };
        let (needed, itself) = match needs {
            Needs::Over(needed) => (needed, false),
            Needs::AtLeast(needed) => (needed, true),
        };
        let reached = value
            .low
            .is_some_and(|low| low > needed || (low == needed && (itself || value.above_low)));
        let missed = value
            .high
            .is_some_and(|high| high < needed || (high == needed && (!itself || value.below_high)));
        match (reached, missed) {
            (true, _) => Verdict::Reached,
            (_, true) => Verdict::Missed,
            _ => Verdict::Open,
        }
    }
}

pub(super) fn needed(needs: Needs) -> Decimal {
    match needs {
        Needs::Over(needed) | Needs::AtLeast(needed) => needed,
    }
}

/// How many are named of each verdict.
const MOST_NAMED: usize = 6;

impl CountContext<'_> {
    /// Every threshold in words.
    pub(super) fn thresholds(&self, ranked: &[Ranked<'_>]) -> Vec<ThresholdText> {
        self.results
            .thresholds
            .iter()
            .map(|threshold| ThresholdText {
                label: Line {
                    text: self.threshold_label(threshold),
                    source: self.foreign_mark(threshold.source),
                },
                verdicts: match threshold.kind {
                    _ if self.main.is_none() => Vec::new(),
                    ThresholdKind::Quorum => vec![self.quorum(threshold)],
                    ThresholdKind::Majority | ThresholdKind::Entry => {
                        self.verdicts(threshold, ranked)
                    }
                },
            })
            .collect_compact()
    }

    /// Where thresholds that hold for an option stand on its bar.
    pub(super) fn threshold_marks(&self, option: OptionRef, scale: Scale) -> Vec<Fraction> {
        self.results
            .thresholds
            .iter()
            .filter(|threshold| threshold.kind != ThresholdKind::Quorum)
            .filter(|threshold| self.main == Some(threshold.unit))
            .filter(|threshold| holds_for(threshold, option))
            .map(|threshold| scale.at(needed(threshold.needs)))
            .collect_compact()
    }

    fn threshold_label(&self, threshold: &Threshold) -> String {
        let locale = self.writer.locale;
        let amount = match threshold.needs {
            Needs::Over(needed) => Amount::Over(needed.into()),
            Needs::AtLeast(needed) => Amount::AtLeast(needed.into()),
        };
        let number = u32::try_from(needed(threshold.needs).whole()).unwrap_or(u32::MAX);
        let plain = |key| {
            let text = self
                .writer
                .amount(&amount, Sign::Plain, Precision::Published);
            locale.plural(key, number, &[("n", &text)])
        };
        let text = match (threshold.unit, threshold.of) {
            (Unit::Votes, _) => plain("threshold.votes"),
            (Unit::Seats, _) => plain("threshold.seats"),
            (Unit::Percent, of) => {
                let text = self
                    .writer
                    .amount(&amount, Sign::Percent, Precision::Published);
                match of {
                    None | Some(PercentOf::Respondents) => text,
                    Some(PercentOf::Valid) => locale.fill("threshold.of-valid", &[("n", &text)]),
                    Some(PercentOf::Cast) => locale.fill("threshold.of-cast", &[("n", &text)]),
                    Some(PercentOf::Eligible) => {
                        locale.fill("threshold.of-eligible", &[("n", &text)])
                    }
                }
            }
        };
        let key = match threshold.kind {
            ThresholdKind::Majority => "threshold.majority",
            ThresholdKind::Entry => "threshold.entry",
            ThresholdKind::Quorum => "threshold.quorum",
        };
        locale.fill(key, &[("n", &text)])
    }

    fn verdicts(&self, threshold: &Threshold, ranked: &[Ranked<'_>]) -> Vec<String> {
        let judged: Vec<(Verdict, String)> = ranked
            .iter()
            .filter(|option| holds_for(threshold, OptionRef(option.place)))
            .filter(|option| option.option.kind != OptionKind::AgainstAll)
            .filter_map(|option| {
                let verdict = self.verdict(threshold, option)?;
                Some((verdict, self.name(option.option).text))
            })
            .collect_compact();
        let locale = self.writer.locale;
        Verdict::ALL
            .into_iter()
            .filter_map(|(verdict, key)| {
                let names: Vec<String> = judged
                    .iter()
                    .filter(|(found, _)| *found == verdict)
                    .map(|(_, name)| name.clone())
                    .collect_compact();
                let some = locale.list_some(&names, MOST_NAMED);
                (!names.is_empty()).then(|| locale.fill(key, &[("names", &some)]))
            })
            .collect_compact()
    }

    /// What the figures say of one option; nothing of a sum of several that reaches it together,
    /// since it says nothing of each.
    fn verdict(&self, threshold: &Threshold, ranked: &Ranked<'_>) -> Option<Verdict> {
        let result = self.count.results.get(OptionRef(ranked.place));
        let quantity = result.and_then(|result| result.figures.get(threshold.unit));
        let other_base = matches!(
            (threshold.of, self.count.percent_of),
            (Some(asked), Some(given)) if asked != given
        );
        let interval = quantity
            .filter(|_| !other_base)
            .and_then(Quantity::interval);
        let verdict = Verdict::new(threshold.needs, interval);
        (!ranked.together || verdict == Verdict::Missed).then_some(verdict)
    }

    fn quorum(&self, threshold: &Threshold) -> String {
        let ballots = self.count.ballots.as_ref();
        let quantity = ballots.and_then(|ballots| match threshold.unit {
            Unit::Percent => ballots.turnout.as_ref(),
            Unit::Votes => ballots.cast.as_ref(),
            Unit::Seats => None,
        });
        let verdict = Verdict::new(threshold.needs, quantity.and_then(Quantity::interval));
        let key = match verdict {
            Verdict::Reached => "quorum.reached",
            Verdict::Missed => "quorum.missed",
            Verdict::Open => "quorum.open",
        };
        self.writer.locale.word(key).to_owned()
    }
}

fn holds_for(threshold: &Threshold, option: OptionRef) -> bool {
    threshold.options.is_empty() || threshold.options.contains(&option)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(needs: Needs, amount: &Amount) -> &'static str {
        match Verdict::new(needs, amount.interval()) {
            Verdict::Reached => "reached",
            Verdict::Missed => "missed",
            Verdict::Open => "open",
        }
    }

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_threshold_is_reached_only_where_every_possible_value_reaches_it() {
        let over = Needs::Over(number("50"));
        let at_least = Needs::AtLeast(number("50"));
        let exact = Amount::Exact(number("50"));
        assert_eq!(verdict(over, &exact), "missed");
        assert_eq!(verdict(at_least, &exact), "reached");
        let above = Amount::Over(number("50").into());
        assert_eq!(verdict(over, &above), "reached");
        assert_eq!(verdict(over, &Amount::AtLeast(number("50").into())), "open");
        assert_eq!(
            verdict(at_least, &Amount::Under(number("50").into())),
            "missed"
        );
        assert_eq!(
            verdict(at_least, &Amount::AtMost(number("50").into())),
            "open"
        );
        assert_eq!(
            verdict(over, &Amount::AtMost(number("50").into())),
            "missed"
        );
        assert_eq!(verdict(over, &Amount::About(number("51"))), "open");
    }
}

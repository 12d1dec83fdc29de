//! The verdicts on rules, as far as the figures and the sources decide them.

use super::context::CountContext;
use super::sum::{Addend, together};
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::{
    Decimal, Interval, Measure, Needs, OptionRef, PercentOf, Quantity, Rule, Stated, Threshold,
    Unit, share,
};

/// The verdict on whether a threshold is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Reached,
    Missed,
    /// The figures do not say.
    Open,
}

impl Verdict {
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

/// `common` where all verdicts are that, `decisive` where one is that, else open.
fn all_or(verdicts: impl Iterator<Item = Verdict>, common: Verdict, decisive: Verdict) -> Verdict {
    let mut found = common;
    for verdict in verdicts {
        if verdict == decisive {
            return decisive;
        }
        if verdict == Verdict::Open {
            found = Verdict::Open;
        }
    }
    found
}

impl Threshold {
    /// The verdict on all of its rules together.
    fn judge(&self, verdict: impl Fn(&Rule) -> Verdict) -> Verdict {
        let rules = self.rules();
        // One of several rules is enough, or all of them must be met.
        let (common, decisive) = match self.and.is_empty() {
            true => (Verdict::Missed, Verdict::Reached),
            false => (Verdict::Reached, Verdict::Missed),
        };
        all_or(rules.iter().map(|rule| verdict(rule)), common, decisive)
    }
}

impl CountContext<'_> {
    /// Returns the verdict on whether an option meets a threshold.
    pub(super) fn verdict(&self, threshold: &Threshold, option: OptionRef) -> Verdict {
        threshold.judge(|rule| match rule {
            Rule::Measured(measure) => self.measured(measure, option),
            Rule::Stated(stated) => stated_of(stated, option),
        })
    }

    /// Returns the verdict on a quorum, by the votes of the options that it names, else by the turnout or the papers
    /// that it names.
    pub(super) fn quorum_verdict(&self, threshold: &Threshold) -> Verdict {
        threshold.judge(|rule| match rule {
            Rule::Measured(measure) if threshold.options.is_empty() => self.turnout(measure),
            Rule::Measured(measure) => self.votes_of(measure, &threshold.options),
            Rule::Stated(stated) => match stated.met {
                Some(true) => Verdict::Reached,
                Some(false) => Verdict::Missed,
                None => Verdict::Open,
            },
        })
    }

    /// Returns true if percentages of this count have the base that the rule names.
    pub(super) fn has_base(&self, measure: &Measure) -> bool {
        measure.of.is_none() || measure.of == self.count.percent_of
    }

    fn measured(&self, measure: &Measure, option: OptionRef) -> Verdict {
        let result = self.count.results.get(option);
        let figure = |unit| result.and_then(|result| result.figures.get(unit));
        let stated = figure(measure.unit);
        if measure.unit != Unit::Percent {
            return Verdict::new(measure.needs, stated.and_then(Quantity::bounds));
        }
        let stated = stated.filter(|_| self.has_base(measure));
        self.share_verdict(
            measure,
            stated.and_then(Quantity::bounds),
            figure(Unit::Votes).and_then(Quantity::bounds),
        )
    }

    /// The verdict on a share that the source gives, and on the one that its votes come to: exact
    /// votes decide where rounding hides the answer, and nothing is decided where the two differ by
    /// more than rounding.
    fn share_verdict(
        &self,
        measure: &Measure,
        stated: Option<Interval>,
        votes: Option<Interval>,
    ) -> Verdict {
        // A rule that names no base is one on the count's own percentages.
        let base = measure.of.or(self.count.percent_of);
        let base = base.and_then(|of| self.count.base(of)?.bounds());
        let computed = votes.zip(base).map(|(votes, base)| share(&votes, &base));
        let by_share = Verdict::new(measure.needs, stated);
        let by_votes = Verdict::new(measure.needs, computed);
        match (by_share, by_votes) {
            (one, other) if one == other => one,
            (one, Verdict::Open) => one,
            (Verdict::Open, other) => other,
            (_, other) if is_rounding(stated, computed) => other,
            _ => Verdict::Open,
        }
    }

    fn votes_of(&self, measure: &Measure, options: &[OptionRef]) -> Verdict {
        let sum = |unit| together(&self.addends(options, unit), unit).interval;
        if measure.unit != Unit::Percent {
            return Verdict::new(measure.needs, sum(measure.unit));
        }
        let stated = sum(Unit::Percent).filter(|_| self.has_base(measure));
        self.share_verdict(measure, stated, sum(Unit::Votes))
    }

    fn turnout(&self, measure: &Measure) -> Verdict {
        let ballots = self.count.ballots.as_ref();
        let cast = ballots.and_then(|ballots| ballots.cast.as_ref()?.bounds());
        match (measure.unit, measure.of) {
            (Unit::Percent, Some(PercentOf::Eligible)) => {
                let stated = ballots.and_then(|ballots| ballots.turnout.as_ref()?.bounds());
                self.share_verdict(measure, stated, cast)
            }
            (Unit::Votes, Some(of @ (PercentOf::Cast | PercentOf::Valid))) => {
                let papers = self.count.base(of).and_then(Quantity::bounds);
                Verdict::new(measure.needs, papers)
            }
            _ => Verdict::Open,
        }
    }

    /// The figures that options have together: each option counts once, and no part beside its whole.
    pub(super) fn addends(&self, options: &[OptionRef], unit: Unit) -> Vec<Addend<'_>> {
        let mut named: Vec<bool> = vec![false; self.results.options.len()];
        for option in options {
            if let Some(named) = named.get_mut(option.0) {
                *named = true;
            }
        }
        let is_named = |option: &OptionRef| named.get(option.0) == Some(&true);
        let is_given = |above: &OptionRef| {
            let result = self.count.results.get(*above);
            is_named(above) && result.is_some_and(|result| result.figures.get(unit).is_some())
        };
        let is_part = |option: &OptionRef| {
            let above = self.results.ancestors(*option).unwrap_or_default();
            above.iter().any(is_given)
        };
        (0..named.len())
            .map(OptionRef)
            .filter(|option| is_named(option) && !is_part(option))
            .map(|option| self.addend(option, unit))
            .collect_compact()
    }

    fn addend(&self, option: OptionRef, unit: Unit) -> Addend<'_> {
        let result = self.count.results.get(option);
        let given = self.results.options.get(option.0);
        let several = result.is_some_and(|result| result.each);
        Addend {
            figure: result.and_then(|result| result.figures.get(unit)),
            many: match several {
                false => Some(1),
                true => given
                    .and_then(|option| option.members.as_ref())
                    .map(|_| self.results.members(option)),
            },
        }
    }
}

fn stated_of(stated: &Stated, option: OptionRef) -> Verdict {
    if stated.reached_by.contains(&option) {
        Verdict::Reached
    } else if stated.missed_by.contains(&option) {
        Verdict::Missed
    } else {
        Verdict::Open
    }
}

/// Returns true if a share differs from the computed one by no more than its last decimal.
fn is_rounding(stated: Option<Interval>, computed: Option<Interval>) -> bool {
    let near = |one: Option<Decimal>, other: Option<Decimal>| {
        let (one, other) = (one?, other?);
        Some(one.distance(other)? <= one.last_place())
    };
    let pair = stated.zip(computed);
    pair.is_some_and(|(one, other)| {
        near(one.low, other.low) == Some(true) && near(one.high, other.high) == Some(true)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Amount;

    fn verdict(needs: Needs, amount: &Amount) -> Verdict {
        Verdict::new(needs, amount.bounds())
    }

    #[test]
    fn a_threshold_is_reached_only_where_every_possible_value_reaches_it() {
        use Verdict::{Missed, Open, Reached};
        let number = Decimal::from(50);
        let (over, at_least) = (Needs::Over(number), Needs::AtLeast(number));
        let exact = Amount::Exact(number);
        assert_eq!(verdict(over, &exact), Missed);
        assert_eq!(verdict(at_least, &exact), Reached);
        assert_eq!(verdict(over, &Amount::Over(number.into())), Reached);
        assert_eq!(verdict(over, &Amount::AtLeast(number.into())), Open);
        assert_eq!(verdict(at_least, &Amount::Under(number.into())), Missed);
        assert_eq!(verdict(at_least, &Amount::AtMost(number.into())), Open);
        assert_eq!(verdict(over, &Amount::AtMost(number.into())), Missed);
        // "About" is no bound, however far it is.
        assert_eq!(verdict(over, &Amount::About(Decimal::from(90))), Open);
    }
}

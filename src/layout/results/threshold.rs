//! Thresholds in words, and where they stand on bars.

use super::super::bar::{Fraction, Scale};
use super::ThresholdText;
use super::context::CountContext;
use super::order::Ranked;
use super::verdict::Verdict;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Line;
use crate::locale::{Precision, Sign};
use crate::model::{
    Amount, Measure, Needs, OptionKind, OptionRef, OptionResult, PercentOf, Rule, Threshold,
    ThresholdKind, Unit,
};

/// How many are named of each verdict.
const MOST_NAMED: usize = 6;

/// Every threshold in words, with the verdict of each count on show.
pub(super) fn thresholds(plans: &[CountContext<'_>]) -> Vec<ThresholdText> {
    let Some(last) = plans.last() else {
        return Vec::new();
    };
    let thresholds = last.results.thresholds.iter();
    thresholds
        .map(|threshold| ThresholdText {
            label: Line {
                text: last.threshold_label(threshold),
                source: last.foreign_mark(threshold.source),
            },
            verdicts: verdicts(plans, threshold),
        })
        .collect_compact()
}

/// The verdict of each count on show that can judge by the threshold.
fn verdicts(plans: &[CountContext<'_>], threshold: &Threshold) -> Vec<String> {
    let mut said = Vec::new();
    for context in plans {
        if plans.len() == 1 || context.tells_of(threshold) {
            let verdicts = context.verdicts_on(threshold);
            if !verdicts.is_empty() {
                said.push([&context.count_name(), ": ", &verdicts.join("; "), "."].concat());
            }
        }
    }
    said
}

impl CountContext<'_> {
    fn verdicts_on(&self, threshold: &Threshold) -> Vec<String> {
        match threshold.kind {
            ThresholdKind::Quorum if self.has_figures() => vec![self.quorum(threshold)],
            ThresholdKind::Majority | ThresholdKind::Entry if self.main.is_some() => {
                self.verdicts(threshold, &self.ranked())
            }
            _ => Vec::new(),
        }
    }

    /// Returns true if the count has any figure by which the threshold can be judged.
    fn tells_of(&self, threshold: &Threshold) -> bool {
        let is_open = |option: usize| self.verdict(threshold, OptionRef(option)) == Verdict::Open;
        match threshold.kind {
            ThresholdKind::Quorum => self.quorum_verdict(threshold) != Verdict::Open,
            ThresholdKind::Majority | ThresholdKind::Entry => {
                !(0..self.results.options.len()).all(is_open)
            }
        }
    }

    /// Sentences on one count, the first of them with its name where others stand beside it.
    pub(super) fn named_among(&self, counts: usize, mut said: Vec<String>) -> Vec<String> {
        if let Some(first) = said.first_mut().filter(|_| counts > 1) {
            *first = [&self.count_name(), ": ", first].concat();
        }
        said
    }

    fn has_figures(&self) -> bool {
        self.main.is_some() || self.count.ballots.is_some()
    }

    /// Thresholds that bars can be held against: none that is of another base, and no majority of seats,
    /// which the half circle shows.
    fn drawn(&self) -> impl Iterator<Item = (&Threshold, &Measure)> {
        self.results.thresholds.iter().filter_map(|threshold| {
            let measure = threshold.rule.measure()?;
            let drawn = match (threshold.kind, measure.unit) {
                (ThresholdKind::Quorum, _) | (ThresholdKind::Majority, Unit::Seats) => false,
                (_, Unit::Percent) => self.has_base(measure),
                _ => true,
            };
            (drawn && self.main == Some(measure.unit)).then_some((threshold, measure))
        })
    }

    /// Returns the marks on an option's bar of the thresholds that hold for it.
    pub(super) fn threshold_marks(&self, option: OptionRef, scale: Scale) -> Vec<Fraction> {
        self.drawn()
            .filter(|(threshold, _)| holds_for(threshold, option))
            .map(|(_, measure)| scale.at(measure.needs.number()))
            .collect_compact()
    }

    /// Every line that bars are held against, with what it asks for. What a share is taken of stands in the column's
    /// head.
    pub(super) fn lines_across(&self) -> Vec<(Fraction, String)> {
        let label = |measure: &Measure| match measure.unit {
            Unit::Percent => self.needed(measure, Sign::Percent),
            _ => self.measure(measure),
        };
        self.drawn()
            .map(|(_, measure)| (self.scale.at(measure.needs.number()), label(measure)))
            .collect_compact()
    }

    fn threshold_label(&self, threshold: &Threshold) -> String {
        let locale = self.writer.locale;
        let key = match threshold.kind {
            ThresholdKind::Majority => "threshold.majority",
            ThresholdKind::Entry => "threshold.entry",
            ThresholdKind::Quorum => "threshold.quorum",
        };
        let (others, joint) = match threshold.or.as_slice() {
            [] => (&threshold.and, "threshold.and"),
            _ => (&threshold.or, "threshold.or"),
        };
        let mut text = self.rule(&threshold.rule);
        for rule in others {
            text = locale.fill(joint, &[("one", &text), ("other", &self.rule(rule))]);
        }
        if threshold.kind == ThresholdKind::Quorum && !threshold.options.is_empty() {
            let names: Vec<String> = threshold
                .options
                .iter()
                .filter_map(|option| self.results.options.get(option.0))
                .map(|option| self.told_name(option))
                .collect_compact();
            let names = locale.list(&names);
            text = locale.fill("threshold.counting", &[("n", &text), ("names", &names)]);
        }
        locale.fill(key, &[("n", &text)])
    }

    fn rule(&self, rule: &Rule) -> String {
        match rule {
            Rule::Measured(measure) => self.measure(measure),
            Rule::Stated(stated) => self.writer.phrase(&stated.text).text,
        }
    }

    /// Returns what a measure asks for, unrounded: figures are judged against it.
    fn needed(&self, measure: &Measure, sign: Sign) -> String {
        self.writer
            .amount(&amount_of(measure), sign, Precision::EXACT)
    }

    fn measure(&self, measure: &Measure) -> String {
        let locale = self.writer.locale;
        let amount = amount_of(measure);
        let text = |sign| self.needed(measure, sign);
        let of = |key| locale.fill(key, &[("n", &text(Sign::Percent))]);
        match (measure.unit, measure.of) {
            (Unit::Own, _) => self.counted(Unit::Own, &amount, &text(Sign::Plain)),
            (Unit::Votes, Some(PercentOf::Cast)) => self.plural("threshold.votes-cast", &amount),
            (Unit::Votes, Some(PercentOf::Valid)) => self.plural("threshold.votes-valid", &amount),
            (Unit::Votes, _) => self.plural("threshold.votes", &amount),
            (Unit::Seats, _) => self.plural("threshold.seats", &amount),
            (Unit::Percent, None | Some(PercentOf::Respondents)) => text(Sign::Percent),
            (Unit::Percent, Some(PercentOf::Valid)) => of("threshold.of-valid"),
            (Unit::Percent, Some(PercentOf::Cast)) => of("threshold.of-cast"),
            (Unit::Percent, Some(PercentOf::Eligible)) => of("threshold.of-eligible"),
            (Unit::Percent, Some(PercentOf::Continuing)) => of("threshold.of-continuing"),
        }
    }

    /// Returns the verdicts on the options that a threshold holds for. Options that are out of the contest, or in by
    /// another rule, are left out.
    fn verdicts(&self, threshold: &Threshold, ranked: &[Ranked<'_>]) -> Vec<String> {
        let judged: Vec<(Verdict, &Ranked<'_>)> = ranked
            .iter()
            .filter(|option| self.is_judged(threshold, option))
            .filter_map(|option| {
                let verdict = self.verdict(threshold, OptionRef(option.place));
                // What several have together says nothing of each, unless it is too little.
                let tells = !option.together || verdict == Verdict::Missed;
                tells.then_some((verdict, option))
            })
            .filter(|(verdict, option)| {
                *verdict == Verdict::Reached || !self.is_in(threshold, OptionRef(option.place))
            })
            .filter(|(verdict, option)| {
                *verdict != Verdict::Open || !self.is_told_by_parts(OptionRef(option.place))
            })
            .collect_compact();
        let of = |verdict: Verdict| {
            let found = judged.iter().filter(move |(found, _)| *found == verdict);
            let names: Vec<String> = found
                .map(|(_, ranked)| self.told_name(ranked.option))
                .collect_compact();
            names
        };
        let (reached, missed) = (of(Verdict::Reached), of(Verdict::Missed));
        let open = of(Verdict::Open);
        let is_majority = threshold.kind == ThresholdKind::Majority;
        if is_majority && reached.is_empty() && open.is_empty() && missed.len() > 1 {
            let key = self.nobody(threshold, &judged);
            return vec![self.writer.locale.word(key).to_owned()];
        }
        let missed = match is_majority && !reached.is_empty() {
            true => Vec::new(),
            false => missed,
        };
        let said = [
            ("threshold.reached", reached),
            ("threshold.missed", missed),
            ("threshold.open", open),
        ];
        said.iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(key, names)| {
                let names = self.writer.locale.list_some(names, MOST_NAMED);
                self.writer.locale.fill(key, &[("names", &names)])
            })
            .collect_compact()
    }

    fn is_judged(&self, threshold: &Threshold, ranked: &Ranked<'_>) -> bool {
        let option = OptionRef(ranked.place);
        let named = threshold.options.contains(&option);
        let unit = threshold
            .rule
            .measure()
            .map_or(Unit::Votes, |rule| rule.unit);
        let counted = self.results.is_counted(self.count, option, unit);
        (named || (threshold.options.is_empty() && counted))
            && ranked.option.kind != OptionKind::AgainstAll
            && !self.is_out(option)
    }

    /// Returns true if the count has figures only for parts of the option.
    fn is_told_by_parts(&self, option: OptionRef) -> bool {
        let results = &self.count.results;
        let is_part = |(part, _): (OptionRef, &OptionResult)| {
            let above = self.results.ancestors(part).unwrap_or_default();
            above.contains(&option)
        };
        results.get(option).is_none() && results.iter().any(is_part)
    }

    /// Returns true if an option is in already by another rule.
    fn is_in(&self, threshold: &Threshold, option: OptionRef) -> bool {
        let seats = self
            .count
            .results
            .get(option)
            .and_then(|result| result.figures.seats.as_ref()?.bounds()?.low);
        let seated = seats.is_some_and(|seats| seats > crate::model::Decimal::ZERO);
        self.has_won(option) || (threshold.kind == ThresholdKind::Entry && seated)
    }

    /// How it is said that nobody has a majority: of all parties or candidates only where the
    /// document lists them all.
    fn nobody(&self, threshold: &Threshold, judged: &[(Verdict, &Ranked<'_>)]) -> &'static str {
        let all = |kinds: &[OptionKind]| {
            threshold.options.is_empty()
                && self.results.options_complete != Some(false)
                && judged
                    .iter()
                    .all(|(_, ranked)| kinds.contains(&ranked.option.kind))
        };
        if all(&[OptionKind::Party, OptionKind::Bloc]) {
            "threshold.no-party"
        } else if all(&[OptionKind::Candidate]) {
            "threshold.no-candidate"
        } else {
            "threshold.nobody"
        }
    }

    fn quorum(&self, threshold: &Threshold) -> String {
        let key = match self.quorum_verdict(threshold) {
            Verdict::Reached => "quorum.reached",
            Verdict::Missed => "quorum.missed",
            Verdict::Open => "quorum.open",
        };
        self.writer.locale.word(key).to_owned()
    }

    /// Every number that a figure of this unit is judged against.
    pub(super) fn judged_at(&self, unit: Unit) -> Vec<crate::model::Decimal> {
        let mut numbers = Vec::new();
        for threshold in &self.results.thresholds {
            for rule in threshold.rules() {
                if let Some(measure) = rule.measure().filter(|measure| measure.unit == unit) {
                    numbers.push(measure.needs.number());
                }
            }
        }
        numbers
    }
}

fn amount_of(measure: &Measure) -> Amount {
    match measure.needs {
        Needs::Over(needed) => Amount::Over(needed.into()),
        Needs::AtLeast(needed) => Amount::AtLeast(needed.into()),
    }
}

fn holds_for(threshold: &Threshold, option: OptionRef) -> bool {
    threshold.options.is_empty() || threshold.options.contains(&option)
}

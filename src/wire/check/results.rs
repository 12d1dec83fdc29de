//! Checks between the parts of a results document, once each of them is read.
//!
//! A contradiction that can be shown is shown unchanged, with a warning. The reader repairs nothing.

use super::figures::{self, NO_OWN_UNIT};
use super::outcomes;
use crate::model::{
    ContradictionKind, Count, OptionKind, OptionRef, Results, Rule, Threshold, Unit,
};
use crate::wire::error::{Diagnostics, ReadError, message};
use crate::wire::path::Path;
use crate::wire::reader::ReadContext;

/// Thresholds of a document: each is judged for each option, and is a line on each bar.
pub const MAX_THRESHOLDS: usize = 20;
/// Rules that a threshold has besides its first.
pub const MAX_RULES: usize = 20;
/// Outcomes of a document.
pub const MAX_OUTCOMES: usize = 5_000;
/// Levels of options that are parts of others.
pub const MAX_LEVELS: usize = 8;

fn at_most<D: Diagnostics>(
    most: usize,
    what: &str,
    found: usize,
    path: &Path<'_, D>,
) -> Result<(), ReadError<D>> {
    if found > most {
        return Err(path.error(message!("expected at most {most} {what}, found {found}")));
    }
    Ok(())
}

/// Checks a results document as a whole.
pub(in crate::wire) fn check<D: Diagnostics>(
    results: &Results,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let root = Path::<D>::ROOT;
    options_of(results, &root.key("options"))?;
    let counts = root.key("counts");
    for (place, count) in results.counts.iter().enumerate() {
        let path = counts.index(place);
        figures::check(count, results, &path, scope)?;
        rounds_of(results, place, &path, scope)?;
        contradictions_of(count, results, &path, scope);
    }
    let thresholds = root.key("thresholds");
    at_most(
        MAX_THRESHOLDS,
        "thresholds",
        results.thresholds.len(),
        &thresholds,
    )?;
    for (place, threshold) in results.thresholds.iter().enumerate() {
        threshold_of(threshold, results, &thresholds.index(place), scope)?;
    }
    let outcomes = root.key("outcomes");
    at_most(MAX_OUTCOMES, "outcomes", results.outcomes.len(), &outcomes)?;
    outcomes::check(results, &outcomes, scope)
}

fn options_of<D: Diagnostics>(
    results: &Results,
    options: &Path<'_, D>,
) -> Result<(), ReadError<D>> {
    for (place, option) in results.options.iter().enumerate() {
        let needs_name = matches!(
            option.kind,
            OptionKind::Candidate | OptionKind::Party | OptionKind::Bloc | OptionKind::Answer
        );
        if needs_name && option.name.is_none() {
            return Err(options.index(place).error(
                "the field \"name\" is missing (only against-all, other and unnamed can do without)",
            ));
        }
        let path = options.index(place);
        let within = path.key("within");
        match results.ancestors(OptionRef(place)) {
            None => return Err(within.error("an option can't be a part of itself")),
            Some(levels) if levels.len() > MAX_LEVELS => {
                return Err(within.error(message!(
                    "expected at most {MAX_LEVELS} levels of options that are parts of others"
                )));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

fn threshold_of<D: Diagnostics>(
    threshold: &Threshold,
    results: &Results,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let joint = if threshold.or.is_empty() { "and" } else { "or" };
    let rules = threshold.or.len() + threshold.and.len();
    at_most(MAX_RULES, "rules", rules, &path.key(joint))?;
    for rule in threshold.rules() {
        match rule {
            Rule::Measured(measure) => {
                let needed = measure.needs.number();
                if measure.unit == Unit::Seats && needed.whole() >= i64::from(u32::MAX) {
                    return Err(path
                        .key("needs")
                        .error(message!("expected a number of seats, found {needed}")));
                }
                if measure.unit == Unit::Own && results.own_unit.is_none() {
                    return Err(path.key("unit").error(NO_OWN_UNIT));
                }
            }
            Rule::Stated(stated) => {
                let twice = |option: &&OptionRef| stated.missed_by.contains(option);
                if stated.reached_by.iter().any(|option| twice(&option)) {
                    return Err(path
                        .key("missedBy")
                        .error("an option of \"reachedBy\" is here too"));
                }
            }
        }
    }
    let of = threshold.rule.measure().and_then(|measure| measure.of);
    if of.is_some()
        && threshold
            .rule
            .measure()
            .is_some_and(|measure| measure.unit == Unit::Seats)
    {
        scope.warn(&path.key("of"), "a number of seats has no base");
    }
    Ok(())
}

/// Rounds of ranked choice go up, and who is out stays out.
fn rounds_of<D: Diagnostics>(
    results: &Results,
    place: usize,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) -> Result<(), ReadError<D>> {
    let Some((count, before)) = results.counts.get(..=place).and_then(<[Count]>::split_last) else {
        return Ok(());
    };
    let Some(round) = count.round else {
        return Ok(());
    };
    if round.0 == 0 {
        return Err(path.key("round").error("expected a round from 1, found 0"));
    }
    let Some(earlier) = before.iter().rev().find(|count| count.round.is_some()) else {
        return Ok(());
    };
    let last = earlier.round.map_or(0, |round| round.0);
    if round.0 < last {
        return Err(path.key("round").error(message!(
            "round {} comes after round {} (put the oldest count first)",
            round.0,
            last
        )));
    }
    let back = count.continuing.iter().flatten().find(|option| {
        let earlier = earlier.continuing.as_ref();
        earlier.is_some_and(|earlier| !earlier.contains(option))
    });
    if let Some(option) = back.and_then(|option| results.options.get(option.0)) {
        scope.warn(
            &path.key("continuing"),
            message!(
                "\"{}\" is in this round again, after a round without it",
                option.id.as_str()
            ),
        );
    }
    Ok(())
}

/// Warns of figures that can't all be right.
fn contradictions_of<D: Diagnostics>(
    count: &Count,
    results: &Results,
    path: &Path<'_, D>,
    scope: &mut ReadContext,
) {
    for found in results.doubts(count) {
        let (field, what, most) = match found.kind {
            ContradictionKind::Percent => ("results", "the percentages add up to", "more than"),
            ContradictionKind::Seats => {
                ("results", "the seats add up to", "more than the house of")
            }
            ContradictionKind::Votes => (
                "results",
                "the votes add up to",
                "more than the valid votes,",
            ),
            ContradictionKind::Share => (
                "results",
                "a percentage is",
                "but its votes divided by the base are",
            ),
            ContradictionKind::Order => (
                "results",
                "an option with a higher percentage has",
                "fewer votes than another with",
            ),
            ContradictionKind::Papers => (
                "ballots",
                "valid and invalid votes add up to",
                "more than the votes cast,",
            ),
            ContradictionKind::Cast => (
                "ballots",
                "the votes cast are",
                "more than the eligible voters,",
            ),
            ContradictionKind::Turnout => (
                "ballots",
                "the turnout is",
                "but the votes cast divided by the eligible voters are",
            ),
            ContradictionKind::Reported => ("reported", "\"done\" is", "more than \"total\","),
        };
        scope.warn(
            &path.key(field),
            message!("{what} {}, {most} {}", found.said, found.there_is),
        );
    }
}

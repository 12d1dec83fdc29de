//! The reporting units within the one that the document shows: together they can't have more than it has.

use super::race;
use crate::context::Context;
use crate::formats::doubts::Parts;
use crate::refused::Refused;
use crate::tree::Element;

/// Warns of units of one level whose votes or precincts come to more than those of `whole`, and of candidates whom it lacks.
pub(super) fn check(
    units: &[&Element],
    whole: &Element,
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    let level = |unit: &Element| unit.peek("level").unwrap_or_default().to_owned();
    let others = || units.iter().filter(|unit| !std::ptr::eq(**unit, whole));
    let mut levels: Vec<String> = Vec::new();
    for unit in others() {
        // Counties and the townships in them hold the same votes.
        if !levels.contains(&level(unit)) {
            levels.push(level(unit));
        }
    }
    for of_level in &levels {
        let within = others().filter(|unit| level(unit) == *of_level);
        let within: Vec<_> = within.map(|unit| (name(unit), *unit)).collect();
        votes(&within, whole, context)?;
        if whole.peek("precinctsReporting").is_some() {
            precincts(&within, whole, context)?;
        }
    }
    Ok(())
}

fn precincts(
    within: &[(&str, &Element)],
    whole: &Element,
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    for field in ["precinctsReporting", "precinctsTotal"] {
        let mut parts = Parts::default();
        for (name, unit) in within {
            parts.add(name, number(unit, field, name)?);
        }
        parts.warn_above(field, (whole.whole_of(field)?, name(whole)), context);
    }
    Ok(())
}

fn votes(
    within: &[(&str, &Element)],
    whole: &Element,
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    let all: Vec<_> = whole.all("candidates").collect();
    for candidate in &all {
        let mut parts = Parts::default();
        for (name, unit) in within {
            for same in unit.all("candidates").filter(|one| is_same(one, candidate)) {
                parts.add(name, number(same, "voteCount", name)?);
            }
        }
        let own = candidate.whole_of("voteCount")?;
        parts.warn_above(&race::name(candidate), (own, name(whole)), context);
    }
    for (unit_name, unit) in within {
        for other in unit.all("candidates") {
            if !all.iter().any(|candidate| is_same(other, candidate)) {
                context.warn(format!(
                    "{} is a candidate in {unit_name} and not in {}",
                    race::name(other),
                    name(whole)
                ));
            }
        }
    }
    Ok(())
}

/// The number in a field of a unit within.
fn number(of: &Element, field: &str, name: &str) -> Result<Option<u64>, Refused> {
    of.whole_of(field).map_err(|refused| refused.about(name))
}

fn is_same(one: &Element, other: &Element) -> bool {
    match (one.peek("candidateID"), other.peek("candidateID")) {
        (Some(one), Some(other)) => one == other,
        _ => race::name(one) == race::name(other),
    }
}

/// The name of a unit for people.
pub(super) fn name(unit: &Element) -> &str {
    let fields = ["reportingunitName", "stateName", "statePostal", "level"];
    let mut names = fields.iter().filter_map(|field| unit.peek(field));
    names
        .find(|name| !name.is_empty())
        .unwrap_or("without a name")
}

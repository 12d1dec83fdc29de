//! The papers and voters of a contest's own district, and how many of its units have reported.

use super::feed::{Feed, members};
use crate::context::Context;
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The fields of each count that the contest and its district give: what is reported, and the voters.
pub(super) fn fields(
    feed: &Feed<'_>,
    contest: &Element,
    district: Option<&str>,
    context: &mut Context<'_>,
) -> Result<Map<String, Value>, Refused> {
    let unit = district.and_then(|id| feed.units.get(id));
    let mut fields = Map::new();
    if let Some(reported) = reported(contest, unit, context)? {
        fields.insert("reported".to_owned(), reported);
    }
    if let Some(unit) = unit
        && let Some(voters) = unit.whole_of("VotersRegistered")?
    {
        fields.insert("ballots".to_owned(), json!({ "eligible": voters }));
        context.understood(None, "GpUnit VotersRegistered", "ballots.eligible");
    }
    Ok(fields)
}

/// The units that have reported: of the contest, else of its district. The total alone says nothing of the count.
fn reported(
    contest: &Element,
    unit: Option<&Element>,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    for element in [Some(contest), unit].into_iter().flatten() {
        let Some(done) = element.whole_of("SubUnitsReported")? else {
            continue;
        };
        let Some(total) = element.whole_of("TotalSubUnits")? else {
            context.understood(None, "SubUnitsReported", "reported: done");
            return Ok(Some(json!({ "done": done })));
        };
        context.understood(
            None,
            "SubUnitsReported, TotalSubUnits",
            "reported: done, total",
        );
        return Ok(Some(json!({ "done": done, "total": total })));
    }
    Ok(None)
}

/// The papers that were cast in a round, from the first part of the file that has them, with its name. Warns where another part
/// differs.
pub(super) fn cast(
    feed: &Feed<'_>,
    (election, contest): (&Element, &Element),
    district: Option<&str>,
    round: Option<u64>,
    context: &mut Context<'_>,
) -> Result<Option<(&'static str, u64)>, Refused> {
    let unit = district.and_then(|id| feed.units.get(id));
    let is_ours = |one: &&Element| one.peek("GpUnitId").is_none_or(|id| Some(id) == district);
    let of_district = |one: &&Element| district.is_some() && one.peek("GpUnitId") == district;
    let in_contest = members(contest, "SummaryCounts").filter(is_ours);
    let in_unit = unit
        .into_iter()
        .flat_map(|unit| members(unit, "SummaryCounts"));
    let in_election = members(election, "BallotCounts").filter(of_district);
    let participated = match unit {
        Some(unit) => unit.whole_of("VotersParticipated")?,
        None => None,
    };
    let found = [
        (
            "SummaryCounts BallotsCast",
            papers(in_contest, round, context)?,
        ),
        (
            "GpUnit SummaryCounts BallotsCast",
            papers(in_unit, round, context)?,
        ),
        (
            "BallotCounts BallotsCast",
            papers(in_election, round, context)?,
        ),
        ("GpUnit VotersParticipated", participated),
    ];
    let mut found = found
        .into_iter()
        .filter_map(|(name, number)| Some((name, number?)));
    let first = found.next();
    if let Some((name, cast)) = first {
        for (other, number) in found.filter(|(_, number)| *number != cast) {
            context.warn(format!("{other} is {number}, and {name} is {cast}"));
        }
    }
    Ok(first)
}

/// The papers of one unit: the total, or the sum of the kinds. Those of a round stand before those of no round.
fn papers<'e>(
    all: impl Iterator<Item = &'e Element>,
    round: Option<u64>,
    context: &mut Context<'_>,
) -> Result<Option<u64>, Refused> {
    let mut entries = Vec::new();
    for element in all {
        // The filter of the unit has read it.
        element.text_of("GpUnitId");
        entries.push((element.whole_of("Round")?, element));
    }
    let has_round = entries.iter().any(|(of, _)| of.is_some() && *of == round);
    entries.retain(|(of, _)| *of == round.filter(|_| has_round));
    let (mut total, mut kinds) = (None, None);
    let mut totals = BTreeSet::new();
    for (_, element) in entries {
        let Some(cast) = element.whole_of("BallotsCast")? else {
            continue;
        };
        let device = element.first("DeviceClass").map(|device| {
            device.pass();
            device.peek("Type").unwrap_or_default()
        });
        let sum = match element.text_of("Type") {
            Some("total") | None => {
                if device.is_none() && !totals.insert(()) {
                    return Err(element.refused(format!(
                        "the {} have a total of this unit before: take one of them out",
                        element.name()
                    )));
                }
                &mut total
            }
            Some(_) => &mut kinds,
        };
        *sum = Some(sum.unwrap_or(0_u64).saturating_add(cast));
    }
    if let (Some(total), Some(kinds)) = (total, kinds)
        && kinds > total
    {
        context.warn(format!(
            "the kinds of BallotsCast come to {kinds}, their total is {total}"
        ));
    }
    Ok(total.or(kinds))
}

//! The options of a contest: candidates, parties or answers, with their names by reference.

use super::feed::{Feed, id, is_true, kind, members, references};
use super::people::{candidate_name, named, party_name};
use super::text::{plain, text};
use crate::context::Context;
use crate::draft::Results;
use crate::formats::twice::no_element;
use crate::ids::Ids;
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// A selection of a contest, with the id of its option.
pub(super) struct Choice<'e> {
    pub(super) option: String,
    pub(super) selection: &'e Element,
    pub(super) name: String,
}

/// Adds the options and the outcomes that the file states, and returns the selections in order.
pub(super) fn options<'e>(
    feed: &Feed<'e>,
    contest: &'e Element,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<Vec<Choice<'e>>, Refused> {
    let lang = results.head.lang.clone();
    let selections = in_order(contest)?;
    no_element(selections.iter().copied(), id, "the selection")?;
    let mut ids = Ids::default();
    let mut choices = Vec::new();
    let mut known = HashMap::new();
    for selection in selections {
        let mut option = option(feed, selection, lang.as_deref())?;
        let name = option.get("name").map(shown).unwrap_or_default();
        warn_of_twice(selection, &name, &mut known, context);
        let own = id(selection).and_then(|id| ids.take(id));
        let option_id = own.unwrap_or_else(|| ids.of(&name, "option"));
        option.shift_insert(0, "id".to_owned(), json!(option_id));
        results.options.push(option);
        outcomes(feed, selection, &option_id, context, results)?;
        choices.push(Choice {
            option: option_id,
            selection,
            name,
        });
    }
    if choices.is_empty() {
        return Err(
            contest.refused("the contest has no selection (ContestSelection or BallotSelection)")
        );
    }
    context.understood(
        None,
        format!("{} selections, with names by reference", choices.len()),
        "options: name, party, color",
    );
    Ok(choices)
}

/// Warns of a candidate of an earlier selection: one of several parties may have votes under each of them.
fn warn_of_twice<'e>(
    selection: &'e Element,
    name: &str,
    known: &mut HashMap<&'e str, String>,
    context: &mut Context<'_>,
) {
    for (id, from) in references(selection, &["CandidateIds", "CandidateId"]) {
        let place = from.place();
        let place = place.map_or_else(String::new, |place| format!("{place}: "));
        if let Some(earlier) = known.insert(id, name.to_owned()) {
            context.warn(format!(
                "{place}the candidate \"{id}\" of {name} is in an earlier selection ({earlier}) too; their votes are not added up"
            ));
        }
    }
}

/// The selections by `SequenceOrder`, as far as all have one.
fn in_order(contest: &Element) -> Result<Vec<&Element>, Refused> {
    let selections =
        members(contest, "ContestSelection").chain(members(contest, "BallotSelection"));
    let mut ordered = Vec::new();
    for selection in selections {
        ordered.push((selection.whole_of("SequenceOrder")?, selection));
    }
    if ordered.iter().all(|(order, _)| order.is_some()) {
        ordered.sort_by_key(|(order, _)| *order);
    }
    Ok(ordered
        .into_iter()
        .map(|(_, selection)| selection)
        .collect())
}

fn option(
    feed: &Feed<'_>,
    selection: &Element,
    lang: Option<&str>,
) -> Result<Map<String, Value>, Refused> {
    let mut option = Map::new();
    let candidates = references(selection, &["CandidateIds", "CandidateId"]);
    let parties = references(selection, &["PartyIds", "PartyId"]);
    let answer = selection
        .first("Selection")
        .and_then(|answer| text(answer, lang));
    let is_write_in = is_true(selection, "IsWriteIn");
    if let Some(answer) = answer {
        option.insert("kind".to_owned(), json!("answer"));
        option.insert("name".to_owned(), answer);
    } else if !candidates.is_empty() {
        candidate(feed, selection, &candidates, lang, &mut option)?;
    } else if !parties.is_empty() {
        option.insert("kind".to_owned(), json!("party"));
        let party = named(&parties, |id, from| party_name(feed, id, from, lang))?;
        put(&mut option, "name", party);
        put(&mut option, "color", color(feed, &parties));
    } else if is_write_in {
        // Votes for names that voters wrote, without a name: a sum of several.
        option.insert("kind".to_owned(), json!("other"));
        option.insert("name".to_owned(), json!({ "en": "Write-in votes" }));
    } else {
        return Err(selection.refused(format!(
            "the selection names no candidate, party or answer (its type is {})",
            kind(selection).unwrap_or("not given")
        )));
    }
    Ok(option)
}

fn candidate(
    feed: &Feed<'_>,
    selection: &Element,
    candidates: &[(&str, &Element)],
    lang: Option<&str>,
    option: &mut Map<String, Value>,
) -> Result<(), Refused> {
    option.insert("kind".to_owned(), json!("candidate"));
    let name = named(candidates, |id, from| {
        candidate_name(feed, id, from, lang).map(Some)
    })?;
    let name = name.ok_or_else(|| selection.refused("the selection names no candidate"))?;
    option.insert("name".to_owned(), name);
    let mut parties = references(selection, &["EndorsementPartyIds", "EndorsementPartyId"]);
    if parties.is_empty()
        && let Some((id, from)) = candidates.first()
    {
        parties = references(feed.candidates.find(id, from)?, &["PartyId"]);
    }
    let party = named(&parties, |id, from| party_name(feed, id, from, lang))?;
    put(option, "party", party);
    put(option, "color", color(feed, &parties));
    Ok(())
}

fn color(feed: &Feed<'_>, parties: &[(&str, &Element)]) -> Option<Value> {
    let party = feed.parties.get(parties.first()?.0)?;
    let written = party.first("Color")?;
    let hex = written.said()?.trim_start_matches('#');
    let is_hex = hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| json!(format!("#{}", hex.to_ascii_lowercase())))
}

fn outcomes(
    feed: &Feed<'_>,
    selection: &Element,
    option: &str,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    for (id, from) in references(selection, &["CandidateIds", "CandidateId"]) {
        let candidate = feed.candidates.find(id, from)?;
        for element in ["PostElectionStatus", "PreElectionStatus"] {
            let Some(status) = candidate.first(element) else {
                continue;
            };
            let said = status.said().unwrap_or_default();
            let (kind, is_projected) = match said {
                "winner" => ("elected", false),
                "projected-winner" => ("elected", true),
                "advanced-to-runoff" => ("runoff", false),
                "withdrawn" => ("withdrawn", false),
                _ => {
                    context.left_out(
                        status.place(),
                        format!("{element} {said}"),
                        "documents have no outcome for it",
                    );
                    continue;
                }
            };
            let mut outcome = Map::new();
            outcome.insert("kind".to_owned(), json!(kind));
            outcome.insert("option".to_owned(), json!(option));
            if is_projected {
                outcome.insert("count".to_owned(), json!(super::votes::PROJECTION));
            }
            context.understood(
                status.place(),
                format!("{element} {said}"),
                format!("outcome: {kind}"),
            );
            if !results.outcomes.contains(&outcome) {
                results.outcomes.push(outcome);
            }
        }
    }
    Ok(())
}

pub(super) fn shown(name: &Value) -> String {
    match name {
        Value::Object(texts) => texts.values().next().map(shown).unwrap_or_default(),
        other => other.as_str().unwrap_or_default().to_owned(),
    }
}

fn put(map: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        map.insert(key.to_owned(), value);
    }
}

/// The plain name of a unit, for the report.
pub(super) fn unit_name(feed: &Feed<'_>, id: &str) -> String {
    let name = feed.units.get(id).and_then(name_of_unit);
    name.and_then(plain).unwrap_or_else(|| id.to_owned())
}

/// The element that names a unit.
pub(super) fn name_of_unit(unit: &Element) -> Option<&Element> {
    unit.first("InternationalizedName")
        .or_else(|| unit.first("Name"))
}

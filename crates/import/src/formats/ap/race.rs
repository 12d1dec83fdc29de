//! One race: its candidates and the votes in its largest unit.

use super::units;
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::doubts::{percentage, warn_of_percent};
use crate::formats::flag::flag;
use crate::formats::moment::{Moment, moment_of};
use crate::formats::twice::no_element;
use crate::ids::Ids;
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Map, Value, json};

/// The form of days and moments that the shape has.
const DAY: &str = "day or moment such as 2030-11-05";

/// Reads a race from its largest unit.
pub(super) fn read(
    root: &Element,
    race: &Element,
    context: &mut Context<'_>,
) -> Result<Results, Refused> {
    let units: Vec<_> = race.all("reportingUnits").collect();
    let of_level = |level: &str| {
        let is_it = |unit: &&&Element| unit.text_of("level") == Some(level);
        units.iter().filter(is_it).collect::<Vec<_>>()
    };
    let national = of_level("national");
    let largest = if national.is_empty() {
        of_level("state")
    } else {
        national
    };
    if largest.len() > 1 {
        return Err(Refused::new(format!(
            "the race has {} reporting units of its highest level, and the document would show one: leave one in it",
            largest.len()
        )));
    }
    let unit = largest.first().copied();
    let only = units.first().filter(|_| units.len() == 1);
    let Some(unit) = unit.or(only) else {
        return Err(Refused::new(
            "the race has no reporting unit of the level national or state",
        ));
    };
    let mut results = head(root, race, unit, context)?;
    let mut count = Count {
        id: "count".to_owned(),
        ..Count::default()
    };
    if let Some(moment) = moment_of(unit, "lastUpdated", Moment::iso, DAY, context) {
        count.as_of = Some(moment.reported(context, None, "lastUpdated"));
        context.understood(None, "lastUpdated", "asOf");
    }
    candidates(race, unit, context, (&mut results, &mut count))?;
    reported(unit, context, &mut count)?;
    results.counts.push(count);
    units::check(&units, unit, context)?;
    let mut others = 0;
    for other in units.iter().filter(|other| !std::ptr::eq(**other, *unit)) {
        other.pass();
        others += 1;
    }
    if others > 0 {
        context.left_out(
            None,
            format!("reporting units within ({others})"),
            "the document has the whole race",
        );
    }
    Ok(results)
}

/// The state of a race, from its first unit where the race itself does not say it.
pub(super) fn state(race: &Element) -> Option<&str> {
    let own = race.text_of("statePostal");
    own.or_else(|| race.first("reportingUnits")?.text_of("statePostal"))
}

fn head(
    root: &Element,
    race: &Element,
    unit: &Element,
    context: &mut Context<'_>,
) -> Result<Results, Refused> {
    let mut results = Results::default();
    results.head.lang = Some("en".to_owned());
    results.head.test = flag(race, "test")? == Some(true);
    if results.head.test {
        context.understood(None, "test", "test: true");
    }
    let names = [race.text_of("officeName"), race.text_of("seatName")];
    let names: Vec<_> = names.into_iter().flatten().collect();
    let office = names.join(", ");
    let place = unit.text_of("stateName");
    if !office.is_empty() {
        let title = [Some(office.as_str()), place].into_iter().flatten();
        results.head.title = Some(json!(title.collect::<Vec<_>>().join(", ")));
        results.office = Some(json!(office));
        context.understood(
            None,
            "officeName, seatName, stateName",
            "title, contest.office",
        );
    }
    results.place = place.map(|place| json!({ "name": place }));
    if let Some(day) = moment_of(root, "electionDate", Moment::iso, DAY, context) {
        results.date = Some(json!(day.written));
        context.understood(None, "electionDate", "contest.date");
    }
    Ok(results)
}

fn reported(unit: &Element, context: &mut Context<'_>, count: &mut Count) -> Result<(), Refused> {
    let mut reported = Map::new();
    let done = unit.whole_of("precinctsReporting")?;
    let total = match done {
        Some(_) => unit.whole_of("precinctsTotal")?,
        None => None,
    };
    match (done, total) {
        (Some(done), Some(total)) => {
            reported.insert("done".to_owned(), json!(done));
            reported.insert("total".to_owned(), json!(total));
            reported.insert("of".to_owned(), json!("stations"));
            context.understood(
                None,
                "precinctsReporting, precinctsTotal",
                "reported: done, total of stations",
            );
            status((done, total), context, count);
            if let Some(percent) = unit.peek("precinctsReportingPct") {
                warn_of_percent("precinctsReportingPct", percent, (done, total), context);
            }
        }
        (Some(done), None) => {
            reported.insert("done".to_owned(), json!(done));
            reported.insert("of".to_owned(), json!("stations"));
            context.understood(None, "precinctsReporting", "reported: done of stations");
        }
        (None, _) => percent(unit, context, &mut reported)?,
    }
    if !reported.is_empty() {
        count
            .fields
            .insert("reported".to_owned(), Value::Object(reported));
    }
    Ok(())
}

/// Takes the share that is counted, where the file has no number of precincts.
fn percent(
    unit: &Element,
    context: &mut Context<'_>,
    reported: &mut Map<String, Value>,
) -> Result<(), Refused> {
    for (field, of) in [
        ("precinctsReportingPct", "stations"),
        ("eevp", "expected-votes"),
    ] {
        let Some(said) = unit.text_of(field) else {
            continue;
        };
        let percent = percentage(said, field, None)?;
        reported.insert("percent".to_owned(), json!(percent));
        reported.insert("of".to_owned(), json!(of));
        context.understood(None, field, format!("reported: percent of {of}"));
        break;
    }
    Ok(())
}

fn status((done, total): (u64, u64), context: &mut Context<'_>, count: &mut Count) {
    // Nothing is counted before the first precinct, and a person knows whether the polls are open.
    let status = match (done, total) {
        (0, _) => return,
        (done, total) if done >= total => "preliminary",
        _ => "partial",
    };
    count.status = Some(status.to_owned());
    context.understood(
        None,
        format!("{done} of {total} precincts"),
        format!("status: {status}"),
    );
}

fn candidates(
    race: &Element,
    unit: &Element,
    context: &mut Context<'_>,
    (results, count): (&mut Results, &mut Count),
) -> Result<(), Refused> {
    let is_question = race.text_of("raceType") == Some("Ballot Issue");
    number_elected(race, unit, context, results)?;
    let is_unopposed = flag(race, "uncontested")? == Some(true);
    let all: Vec<_> = unit.all("candidates").collect();
    if is_unopposed && all.len() > 1 {
        context.warn(format!(
            "the race is uncontested, and has {} candidates",
            all.len()
        ));
    }
    let id = |candidate| Element::peek(candidate, "candidateID");
    no_element(all.iter().copied(), id, "the candidateID")?;
    if all.is_empty() {
        return Err(Refused::new(format!(
            "the reporting unit {} has no candidates, which would be the options",
            units::name(unit)
        )));
    }
    let mut ids = Ids::default();
    let nothing_counted = unit.whole_of("precinctsReporting")? == Some(0);
    for candidate in &all {
        let name = name(candidate);
        if name.is_empty() {
            let id = candidate
                .peek("candidateID")
                .unwrap_or("without candidateID");
            return Err(Refused::new(format!(
                "the candidate {id} has no name (last)"
            )));
        }
        let id = ids.of(&name, "candidate");
        results
            .options
            .push(option(candidate, &id, &name, is_question));
        let votes = candidate.whole_of("voteCount");
        match votes.map_err(|refused| refused.about(&name))? {
            // Before the first precinct 0 stands for "not counted yet".
            Some(0) if nothing_counted || is_unopposed => {
                context.left_out(None, format!("voteCount 0 of {name}"), "nothing is counted");
            }
            Some(votes) => {
                count.results.insert(id.clone(), json!({ "votes": votes }));
            }
            None => {}
        }
        let kind = match candidate.text_of("winner") {
            _ if is_unopposed && all.len() == 1 => Some("unopposed"),
            Some("X") if is_question => None,
            Some("X") => Some("elected"),
            Some("R") => Some("runoff"),
            _ => None,
        };
        match kind {
            Some(kind) => {
                results.outcomes.push(outcome(kind, &id));
                context.understood(
                    None,
                    format!("winner or uncontested: {name}"),
                    format!("outcome: {kind}"),
                );
            }
            None => verdict(candidate, &name, is_question, context, results),
        }
    }
    context.understood(
        None,
        "candidates: first, last, party, voteCount",
        "options, votes",
    );
    Ok(())
}

/// Takes the number of seats, and warns of several winners where the file gives none: it then is one seat.
fn number_elected(
    race: &Element,
    unit: &Element,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    if let Some(winners) = race.whole_of("numWinners")? {
        results
            .contest
            .insert("numberElected".to_owned(), json!(winners));
        context.understood(None, "numWinners", "contest.numberElected");
        return Ok(());
    }
    let has_won = |candidate: &&Element| candidate.peek("winner") == Some("X");
    let winners: Vec<_> = unit.all("candidates").filter(has_won).map(name).collect();
    if winners.len() > 1 {
        context.warn(format!(
            "{} are winners, and the race has no numWinners: it would elect one",
            winners.join(" and ")
        ));
    }
    Ok(())
}

/// The verdict on a question, whose winner is "Yes" or "No".
fn verdict(
    candidate: &Element,
    name: &str,
    is_question: bool,
    context: &mut Context<'_>,
    results: &mut Results,
) {
    let Some(winner) = candidate.text_of("winner") else {
        return;
    };
    let kind = match (winner, name) {
        ("X", "Yes") if is_question => "accepted",
        ("X", "No") if is_question => "rejected",
        _ => {
            context.left_out(
                None,
                format!("winner {winner} of {name}"),
                "documents have no outcome for it",
            );
            return;
        }
    };
    let mut outcome = Map::new();
    outcome.insert("kind".to_owned(), json!(kind));
    results.outcomes.push(outcome);
    context.understood(None, format!("winner: {name}"), format!("outcome: {kind}"));
}

fn outcome(kind: &str, option: &str) -> Map<String, Value> {
    let mut outcome = Map::new();
    outcome.insert("kind".to_owned(), json!(kind));
    outcome.insert("option".to_owned(), json!(option));
    outcome
}

pub(super) fn name(candidate: &Element) -> String {
    let parts = ["first", "middle", "last", "suffix"];
    let parts = parts.iter().filter_map(|part| candidate.text_of(part));
    parts.collect::<Vec<_>>().join(" ")
}

fn option(candidate: &Element, id: &str, name: &str, is_question: bool) -> Map<String, Value> {
    let is_none = ["no preference", "none of these candidates", "none of these"];
    let kind = if is_question {
        "answer"
    } else if is_none.contains(&name.to_ascii_lowercase().as_str()) {
        "against-all"
    } else {
        "candidate"
    };
    let mut option = Map::new();
    option.insert("id".to_owned(), json!(id));
    option.insert("kind".to_owned(), json!(kind));
    option.insert("name".to_owned(), json!(name));
    // Of a question the party repeats the answer.
    let party = candidate
        .text_of("party")
        .filter(|party| !party.is_empty() && *party != name);
    if let Some(party) = party {
        option.insert("party".to_owned(), json!(party));
    }
    option
}

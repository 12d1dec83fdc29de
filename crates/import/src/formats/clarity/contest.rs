//! One contest of a Clarity file: its choices, votes and precincts.

use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::twice::no_element;
use crate::ids::Ids;
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Map, Value, json};

/// Adds the options and the count.
pub(super) fn add(
    contest: &Element,
    as_of: Option<String>,
    ballots: Map<String, Value>,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    let mut count = Count {
        id: "count".to_owned(),
        as_of,
        ..Count::default()
    };
    if let Some(allowed @ 1..) = contest.whole_attribute("voteFor")? {
        results
            .contest
            .insert("votesAllowed".to_owned(), json!(allowed));
        context.understood(contest.place(), "voteFor", "contest.votesAllowed");
    }
    reported(contest, context, &mut count)?;
    if !ballots.is_empty() {
        count
            .fields
            .insert("ballots".to_owned(), Value::Object(ballots));
    }
    let is_question = contest.attribute("isQuestion") == Some("true");
    no_element(
        contest.all("Choice"),
        |choice| choice.attribute("key"),
        "the Choice",
    )?;
    let mut ids = Ids::default();
    for choice in contest.all("Choice") {
        let name = choice.attribute("text").unwrap_or_default();
        if name.is_empty() {
            return Err(choice.refused("the Choice has no text, which is its name"));
        }
        let id = ids.of(name, "choice");
        results.options.push(option(choice, &id, name, is_question));
        let Some(votes) = choice.whole_attribute("totalVotes")? else {
            continue;
        };
        let mut figure = Map::new();
        figure.insert("votes".to_owned(), json!(votes));
        let parts = parts(choice, votes, context)?;
        if parts.len() > 1 {
            figure.insert("parts".to_owned(), Value::Array(parts));
        }
        count.results.insert(id, Value::Object(figure));
    }
    if results.options.is_empty() {
        return Err(contest.refused("the contest has no Choice"));
    }
    context.understood(
        None,
        "Choice text, party, totalVotes, VoteType",
        "options, votes, parts",
    );
    results.counts.push(count);
    Ok(())
}

fn reported(
    contest: &Element,
    context: &mut Context<'_>,
    count: &mut Count,
) -> Result<(), Refused> {
    // Some files write precinctsReporting for precinctsReported.
    let (name, done) = match contest.whole_attribute("precinctsReported")? {
        Some(done) => ("precinctsReported", Some(done)),
        None => (
            "precinctsReporting",
            contest.whole_attribute("precinctsReporting")?,
        ),
    };
    let Some(done) = done else {
        return Ok(());
    };
    let mut reported = Map::new();
    reported.insert("done".to_owned(), json!(done));
    if let Some(total) = contest.whole_attribute("precinctsParticipating")? {
        reported.insert("total".to_owned(), json!(total));
    }
    reported.insert("of".to_owned(), json!("stations"));
    count
        .fields
        .insert("reported".to_owned(), Value::Object(reported));
    context.understood(
        contest.place(),
        format!("{name}, precinctsParticipating"),
        "reported: done, total of stations",
    );
    Ok(())
}

fn option(choice: &Element, id: &str, name: &str, is_question: bool) -> Map<String, Value> {
    // The key orders the choices of the file.
    let _ = choice.attribute("key");
    let is_sum = name.to_ascii_lowercase().starts_with("write-in");
    let kind = match (is_question, is_sum) {
        (true, _) => "answer",
        (false, true) => "other",
        (false, false) => "candidate",
    };
    let mut option = Map::new();
    option.insert("id".to_owned(), json!(id));
    option.insert("kind".to_owned(), json!(kind));
    option.insert("name".to_owned(), json!(name));
    if let Some(party) = choice.attribute("party").filter(|party| !party.is_empty()) {
        option.insert("party".to_owned(), json!(party));
    }
    option
}

/// The kinds of votes of a choice, with a warning where they do not add up to its total.
fn parts(choice: &Element, total: u64, context: &mut Context<'_>) -> Result<Vec<Value>, Refused> {
    let mut parts = Vec::new();
    let mut sum = 0_u64;
    for kind in choice.all("VoteType") {
        let (Some(name), Some(votes)) = (kind.attribute("name"), kind.whole_attribute("votes")?)
        else {
            return Err(kind.refused("the VoteType has no name or no votes"));
        };
        sum = sum.saturating_add(votes);
        parts.push(json!({ "name": name, "votes": votes }));
    }
    if !parts.is_empty() && sum != total {
        let name = choice.attribute("text").unwrap_or_default();
        context.warn(format!(
            "{name}: the kinds of votes come to {sum}, totalVotes is {total}"
        ));
    }
    Ok(parts)
}

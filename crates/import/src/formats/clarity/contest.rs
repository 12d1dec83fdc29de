//! One contest of a Clarity file: its choices, votes and precincts.

use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::doubts::{Parts, percentage, warn_of_percent};
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
    match contest.whole_attribute("voteFor")? {
        Some(0) => {
            let why = "files have 0 for a number that is not known";
            context.left_out(contest.place(), "voteFor 0", why);
        }
        Some(allowed) => {
            results
                .contest
                .insert("votesAllowed".to_owned(), json!(allowed));
            context.understood(contest.place(), "voteFor", "contest.votesAllowed");
        }
        None => {}
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
    for kind in contest.all("VoteType") {
        let name = kind.peek_attribute("name").unwrap_or_default();
        let votes = kind.peek_attribute("votes");
        let votes = votes.and_then(|votes| votes.parse().ok());
        warn_of_counties(kind, "votes", name, (votes, "the contest"), context);
    }
    let mut ids = Ids::default();
    for choice in contest.all("Choice") {
        let name = choice.attribute("text").unwrap_or_default();
        if name.is_empty() {
            return Err(choice.refused("the Choice has no text, which is its name"));
        }
        let id = ids.of(name, "choice");
        results.options.push(option(choice, &id, name, is_question));
        let total = choice.whole_attribute("totalVotes")?;
        let (parts, sum) = parts(choice, total, context)?;
        let Some(votes) = total.or(sum) else {
            continue;
        };
        let mut figure = Map::new();
        figure.insert("votes".to_owned(), json!(votes));
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
    let mut reported = Map::new();
    match done {
        Some(done) => {
            reported.insert("done".to_owned(), json!(done));
            let total = contest.whole_attribute("precinctsParticipating")?;
            if let Some(total) = total {
                reported.insert("total".to_owned(), json!(total));
            }
            context.understood(
                contest.place(),
                format!("{name}, precinctsParticipating"),
                "reported: done, total of stations",
            );
            warn_of_precincts(contest, (name, done), total, context);
        }
        None => percent(contest, context, &mut reported)?,
    }
    if !reported.is_empty() {
        reported.insert("of".to_owned(), json!("stations"));
        count
            .fields
            .insert("reported".to_owned(), Value::Object(reported));
    }
    Ok(())
}

/// Takes the share of precincts, where the file has no number of those that have reported.
fn percent(
    contest: &Element,
    context: &mut Context<'_>,
    reported: &mut Map<String, Value>,
) -> Result<(), Refused> {
    let said = contest.attribute(PERCENT).filter(|said| !said.is_empty());
    let Some(said) = said else {
        return Ok(());
    };
    let percent = percentage(said, PERCENT, contest.place())?;
    reported.insert("percent".to_owned(), json!(percent));
    context.understood(contest.place(), PERCENT, "reported: percent of stations");
    Ok(())
}

/// The attribute with the share of precincts.
const PERCENT: &str = "precinctsReportingPercent";

/// Warns of counties with more precincts than the contest, and of a share that is not that of the numbers.
fn warn_of_precincts(
    contest: &Element,
    (name, done): (&str, u64),
    total: Option<u64>,
    context: &mut Context<'_>,
) {
    for within in contest.all("ParticipatingCounties") {
        let of = "the contest";
        warn_of_counties(within, name, name, (Some(done), of), context);
        let participating = "precinctsParticipating";
        warn_of_counties(within, participating, participating, (total, of), context);
    }
    if let (Some(percent), Some(total)) = (contest.peek_attribute(PERCENT), total) {
        warn_of_percent(PERCENT, percent, (done, total), context);
    }
}

/// Warns of counties or precincts in an element with more of something, in an attribute, than the whole.
pub(super) fn warn_of_counties(
    of: &Element,
    attribute: &str,
    what: &str,
    whole: (Option<u64>, &str),
    context: &mut Context<'_>,
) {
    for kind in ["County", "Precinct"] {
        let direct = of.all(kind);
        let collected = of.all("Counties").flat_map(|counties| counties.all(kind));
        let mut parts = Parts::default();
        for part in direct.chain(collected) {
            let name = part.peek_attribute("name").unwrap_or("without a name");
            let number = part.peek_attribute(attribute);
            parts.add(name, number.and_then(|number| number.parse().ok()));
        }
        parts.warn_above(what, whole, context);
    }
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

/// The kinds of votes of a choice and their sum, with a warning where that is not the total.
fn parts(
    choice: &Element,
    total: Option<u64>,
    context: &mut Context<'_>,
) -> Result<(Vec<Value>, Option<u64>), Refused> {
    let name = |kind| Element::peek_attribute(kind, "name");
    no_element(choice.all("VoteType"), name, "the VoteType")?;
    let mut parts = Vec::new();
    let mut sum = 0_u64;
    for kind in choice.all("VoteType") {
        let (Some(name), Some(votes)) = (kind.attribute("name"), kind.whole_attribute("votes")?)
        else {
            return Err(kind.refused("the VoteType has no name or no votes"));
        };
        let choice = choice.attribute("text").unwrap_or_default();
        warn_of_counties(kind, "votes", choice, (Some(votes), name), context);
        sum = sum.saturating_add(votes);
        parts.push(json!({ "name": name, "votes": votes }));
    }
    let sum = (!parts.is_empty()).then_some(sum);
    let name = choice.attribute("text").unwrap_or_default();
    match (sum, total) {
        (Some(sum), Some(total)) if sum != total => context.warn(format!(
            "{name}: the kinds of votes come to {sum}, totalVotes is {total}"
        )),
        (Some(sum), None) => {
            let what = format!("{name}: kinds of votes without totalVotes");
            context.understood(choice.place(), what, format!("votes {sum}, added up"));
        }
        _ => {}
    }
    Ok((parts, sum))
}

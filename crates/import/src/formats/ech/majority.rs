//! Elections by majority: the votes of candidates.

use super::election::Election;
use super::texts;
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::twice::no_element;
use crate::ids::Ids;
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Map, Value, json};

const KIND: &str = "majorityElection";

/// Adds candidates, their votes, who is elected, and the absolute majority.
pub(super) fn add(
    election: &Election<'_>,
    context: &mut Context<'_>,
    (results, count): (&mut Results, &mut Count),
) -> Result<(), Refused> {
    if let Some(mandates) = election.mandates {
        results
            .contest
            .insert("numberElected".to_owned(), json!(mandates));
        context.understood(None, "numberOfMandates", "contest.numberElected");
    }
    let mut ids = Ids::default();
    let mut on_papers = Some(0_u64);
    let mut add_up = |votes: Option<u64>| {
        on_papers = on_papers.and_then(|sum| sum.checked_add(votes?));
    };
    for candidate in election.names.information.all("candidate") {
        let key = candidate
            .text_of("candidateIdentification")
            .unwrap_or_default();
        let name = name(candidate)?;
        let id = ids.of(&name, "candidate");
        results.options.push(option(candidate, &id, &name));
        let mut figures = Vec::new();
        for circle in election.figures(KIND) {
            figures.push(votes_of(circle, key)?);
        }
        let sum = election.votes(&name, &figures, context);
        add_up(sum.whole());
        if let Some(votes) = sum.quantity() {
            count.results.insert(id.clone(), json!({ "votes": votes }));
        }
        if let Some(kind) = elected_as(election, key) {
            results.outcomes.push(Map::from_iter([
                ("kind".to_owned(), json!(kind)),
                ("option".to_owned(), json!(id)),
            ]));
            let became = format!("outcome: {kind}");
            context.understood(None, format!("electedCandidate {name}"), became);
        }
    }
    check_candidates(election)?;
    no_candidate_twice(election)?;
    context.understood(
        None,
        "countOfVotesTotal, added up by candidateIdentification",
        "votes",
    );
    let total = |name| election.circles.sum(&["electionResult", KIND, name]);
    let others = total("countOfIndividualVotesTotal")?;
    add_up(others.whole());
    if let Some(votes) = others.quantity().filter(|votes| *votes != json!(0)) {
        results.options.push(individual());
        count.results.insert(
            ids.of("individual", "individual"),
            json!({ "votes": votes }),
        );
        context.understood(
            None,
            "countOfIndividualVotesTotal",
            "votes of all others together",
        );
    }
    for name in ["countOfInvalidVotesTotal", "countOfBlankVotesTotal"] {
        let sum = total(name)?;
        add_up(sum.whole());
        if sum.quantity().is_none() {
            continue;
        }
        context.left_out(
            None,
            name,
            "they are votes on papers; the document has the papers",
        );
    }
    election.votes_allowed(on_papers, context, (results, count));
    absolute_majority(election, context, results)
}

/// The name of a candidate: that of politics before that of the register.
fn name(candidate: &Element) -> Result<String, Refused> {
    let said = |names: [&str; 2]| {
        names
            .iter()
            .filter_map(|name| candidate.text_of(name))
            .next()
    };
    let first = candidate
        .text_of("callName")
        .or_else(|| said(["politicalFirstName", "firstName"]));
    let family = said(["politicalFamilyName", "familyName"]);
    let names: Vec<_> = first.into_iter().chain(family).collect();
    if names.is_empty() {
        return Err(candidate.refused("the candidate has no name"));
    }
    Ok(names.join(" "))
}

fn option(candidate: &Element, id: &str, name: &str) -> Map<String, Value> {
    let mut option = Map::new();
    option.insert("id".to_owned(), json!(id));
    option.insert("kind".to_owned(), json!("candidate"));
    option.insert("name".to_owned(), json!(name));
    let party = candidate.first("partyAffiliation").and_then(|party| {
        texts::text(
            party.all("partyAffiliationInfo"),
            &["partyAffiliationShort", "partyAffiliationLong"],
        )
    });
    if let Some(party) = party {
        option.insert("party".to_owned(), party);
    }
    option
}

/// Votes for people who were not proposed, which the delivery has as one number.
fn individual() -> Map<String, Value> {
    let name = json!({
        "en": "Others", "de": "Vereinzelte", "fr": "Voix éparses", "it": "Voti sparsi",
    });
    Map::from_iter([
        ("id".to_owned(), json!("individual")),
        ("kind".to_owned(), json!("other")),
        ("name".to_owned(), name),
    ])
}

/// The id of the candidate that an element names.
fn candidate_of(element: &Element) -> Option<&str> {
    let named = element.first("candidateOrWriteInCandidate");
    if let Some(reference) = named.and_then(|named| named.first("candidateReference")) {
        reference.pass();
    }
    named.unwrap_or(element).text_of("candidateIdentification")
}

fn votes_of(circle: &Element, key: &str) -> Result<Option<u64>, Refused> {
    let mut own = circle
        .all("candidateResult")
        .filter(|result| candidate_of(result) == Some(key));
    match own.next() {
        Some(result) => result.whole_of("countOfVotesTotal"),
        None => Ok(None),
    }
}

/// The outcome of an elected candidate.
fn elected_as(election: &Election<'_>, key: &str) -> Option<&'static str> {
    let own = election.elected?.first(KIND)?;
    let mut elected = own.all("electedCandidate");
    let elected = elected.find(|elected| candidate_of(elected) == Some(key))?;
    Some(match elected.text_of("isElectedByDraw") {
        Some("true" | "1") => "elected-by-lot",
        _ => "elected",
    })
}

/// Refuses a candidate who stands twice in the names, in the results of a circle or among the elected.
fn no_candidate_twice(election: &Election<'_>) -> Result<(), Refused> {
    let what = "the candidate";
    let names = election.names.information.all("candidate");
    no_element(names, |one| one.text_of("candidateIdentification"), what)?;
    for circle in election.figures(KIND) {
        no_element(circle.all("candidateResult"), candidate_of, what)?;
    }
    let own = election.elected.and_then(|elected| elected.first(KIND));
    let elected = own.into_iter().flat_map(|own| own.all("electedCandidate"));
    no_element(elected, candidate_of, what)
}

/// Refuses votes or a seat of somebody whom the names do not hold.
fn check_candidates(election: &Election<'_>) -> Result<(), Refused> {
    let known: Vec<_> = election
        .names
        .information
        .all("candidate")
        .filter_map(|candidate| candidate.text_of("candidateIdentification"))
        .collect();
    let own = election.elected.and_then(|elected| elected.first(KIND));
    let elected = own.into_iter().flat_map(|own| own.all("electedCandidate"));
    let results = election
        .figures(KIND)
        .flat_map(|circle| circle.all("candidateResult"));
    for result in results.chain(elected) {
        match candidate_of(result) {
            Some(key) if known.contains(&key) => {}
            found => {
                return Err(result.refused(format!(
                    "the names have no candidate {}",
                    found.unwrap_or("without candidateIdentification (a write-in)")
                )));
            }
        }
    }
    Ok(())
}

fn absolute_majority(
    election: &Election<'_>,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    let Some(own) = election.elected.and_then(|elected| elected.first(KIND)) else {
        return Ok(());
    };
    if let Some(majority @ 1..) = own.whole_of("absoluteMajority")? {
        results
            .thresholds
            .push(json!({ "kind": "majority", "needs": { "atLeast": majority }, "unit": "votes" }));
        context.understood(own.place(), "absoluteMajority", "threshold in votes");
    }
    Ok(())
}

//! Elections by proportion: the votes and seats of lists.

use super::election::Election;
use super::texts;
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::twice::no_element;
use crate::ids::Ids;
use crate::refused::Refused;
use crate::tree::Element;
use serde_json::{Map, json};

const KIND: &str = "proportionalElection";

/// Adds lists, their votes and seats.
pub(super) fn add(
    election: &Election<'_>,
    context: &mut Context<'_>,
    (results, count): (&mut Results, &mut Count),
) -> Result<(), Refused> {
    let mut ids = Ids::default();
    let seats = election.elected.and_then(|elected| elected.first(KIND));
    let mut on_papers = blank_votes(election)?;
    for list in election.names.information.all("list") {
        let key = list.text_of("listIdentification").unwrap_or_default();
        // Papers without a list's name, which no list wins votes by.
        if list.text_of("isEmptyList") == Some("true") {
            list.pass();
            continue;
        }
        let name = list.first("listDescription").and_then(|description| {
            texts::text(
                description.all("listDescriptionInfo"),
                &["listDescription", "listDescriptionShort"],
            )
        });
        let name = name.ok_or_else(|| list.refused("the list has no listDescription"))?;
        let plain = texts::plain(&name).unwrap_or_default();
        let id = ids.of(&plain, "list");
        results.options.push(Map::from_iter([
            ("id".to_owned(), json!(id)),
            ("kind".to_owned(), json!("party")),
            ("name".to_owned(), name),
        ]));
        let mut figures = Vec::new();
        for circle in election.figures(KIND) {
            figures.push(votes_of(circle, key)?);
        }
        let sum = election.votes(&plain, &figures, context);
        on_papers = on_papers.and_then(|votes| votes.checked_add(sum.whole()?));
        let mut figure = Map::new();
        if let Some(votes) = sum.quantity() {
            figure.insert("votes".to_owned(), votes);
        }
        if let Some(seats) = seats {
            figure.insert("seats".to_owned(), json!(seats_of(seats, key)));
        }
        if !figure.is_empty() {
            count.results.insert(id, figure.into());
        }
    }
    check_lists(election)?;
    no_list_twice(election)?;
    context.understood(
        None,
        "countOfCandidateVotes and countOfAdditionalVotes, added up by listIdentification",
        "votes",
    );
    let Some(mandates) = election.mandates else {
        return Ok(());
    };
    if seats.is_some() {
        results
            .more
            .insert("seats".to_owned(), json!({ "total": mandates }));
        context.understood(None, "electedCandidate of each list", "seats");
        context.understood(None, "numberOfMandates", "seats.total");
    } else {
        context.left_out(
            None,
            format!("numberOfMandates {mandates}"),
            "no list has a seat yet",
        );
    }
    election.votes_allowed(on_papers, context, (results, count));
    Ok(())
}

/// Votes that papers without a list's name leave open.
fn blank_votes(election: &Election<'_>) -> Result<Option<u64>, Refused> {
    let name = "countOfBlankVotesOfChangedBallotsWithoutListDesignation";
    let sum = election.circles.sum(&["electionResult", KIND, name])?;
    Ok(sum.whole())
}

fn votes_of(circle: &Element, key: &str) -> Result<Option<u64>, Refused> {
    let mut own = circle
        .all("listResults")
        .filter(|result| result.text_of("listIdentification") == Some(key));
    let Some(result) = own.next() else {
        return Ok(None);
    };
    if let Some(number) = result.first("listIndentureNumber") {
        number.pass();
    }
    let candidates = result.whole_of("countOfCandidateVotes")?;
    let additional = result.whole_of("countOfAdditionalVotes")?;
    Ok(candidates
        .zip(additional)
        .and_then(|(votes, more)| votes.checked_add(more)))
}

fn seats_of(elected: &Element, key: &str) -> usize {
    let own = elected
        .all("list")
        .filter(|list| list.text_of("listIdentification") == Some(key));
    own.map(|list| {
        list.all("electedCandidate")
            .inspect(|one| one.pass())
            .count()
    })
    .sum()
}

/// Refuses votes of a list that the names do not hold, and passes over papers without a list's name.
fn check_lists(election: &Election<'_>) -> Result<(), Refused> {
    let lists = || election.names.information.all("list");
    let find = |key: Option<&str>| lists().find(|list| list.text_of("listIdentification") == key);
    let own = election.elected.and_then(|elected| elected.first(KIND));
    let elected = own.into_iter().flat_map(|own| own.all("list"));
    let results = election
        .figures(KIND)
        .flat_map(|circle| circle.all("listResults"));
    for result in results.chain(elected) {
        let key = result.text_of("listIdentification");
        match key.and_then(|_| find(key)) {
            Some(list) if list.text_of("isEmptyList") == Some("true") => result.pass(),
            Some(_) => {}
            None => {
                return Err(result.refused(format!(
                    "the names have no list {}",
                    key.unwrap_or("without listIdentification")
                )));
            }
        }
    }
    Ok(())
}

/// Refuses a list that stands twice in the names, in the results of a circle or among the elected.
fn no_list_twice(election: &Election<'_>) -> Result<(), Refused> {
    fn id(list: &Element) -> Option<&str> {
        list.text_of("listIdentification")
    }
    no_element(election.names.information.all("list"), id, "the list")?;
    for circle in election.figures(KIND) {
        no_element(circle.all("listResults"), id, "the list")?;
    }
    let own = election.elected.and_then(|elected| elected.first(KIND));
    let elected = own.into_iter().flat_map(|own| own.all("list"));
    no_element(elected, id, "the list")
}

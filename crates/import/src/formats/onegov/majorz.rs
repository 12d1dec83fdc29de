//! Elections by majority: the votes of candidates.

use super::election::{Election, grouped};
use super::is_true;
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::flag;
use crate::formats::rows::Row;
use crate::ids::Ids;
use crate::refused::Refused;
use serde_json::{Map, json};

/// Adds candidates, their votes, who is elected, and the absolute majority.
pub(super) fn add(
    election: &Election<'_>,
    first: &Row,
    context: &mut Context<'_>,
    (results, count): (&mut Results, &mut Count),
) -> Result<(), Refused> {
    let rows = election.rows;
    let id = rows.column("candidate_id")?;
    let votes = rows.column("candidate_votes")?;
    let elected = rows.column("candidate_elected")?;
    let names = [
        rows.column("candidate_first_name")?,
        rows.column("candidate_family_name")?,
    ];
    let party = rows.optional("candidate_party");
    let color = rows.optional("candidate_party_color");
    let of_candidate = [
        (names[0], "candidate_first_name"),
        (names[1], "candidate_family_name"),
        (elected, "candidate_elected"),
    ];
    rules(election, first, context, results)?;
    let mut ids = Ids::default();
    for (_, own) in grouped(&election.counted, id) {
        let Some(one) = own.first() else { continue };
        for (column, field) in of_candidate {
            election.warn_of_difference(&own, column, field, context);
        }
        let said = one.text(elected);
        if !said.is_empty() && flag::parse(said).is_none() {
            let place = one.place(elected);
            context.warn(format!(
                "{place}: candidate_elected is \"{said}\", neither True nor False: nobody is elected by it"
            ));
        }
        let name = names.map(|column| one.text(column));
        let name = name.join(" ").trim().to_owned();
        if name.is_empty() {
            return Err(one.refused(names[1], "the name of a candidate"));
        }
        let option_id = ids.of(&name, "candidate");
        let mut option = Map::new();
        option.insert("id".to_owned(), json!(option_id));
        option.insert("kind".to_owned(), json!("candidate"));
        option.insert("name".to_owned(), json!(name));
        for (field, column) in [("party", party), ("color", color)] {
            let said = column.map(|column| one.text(column)).unwrap_or_default();
            if !said.is_empty() {
                option.insert(field.to_owned(), json!(said));
            }
        }
        results.options.push(option);
        if let Some(votes) = election.votes(&name, &own, votes, context)? {
            count
                .results
                .insert(option_id.clone(), json!({ "votes": votes }));
        }
        if own.iter().any(|row| is_true(row, elected)) {
            let mut outcome = Map::new();
            outcome.insert("kind".to_owned(), json!("elected"));
            outcome.insert("option".to_owned(), json!(option_id));
            results.outcomes.push(outcome);
            context.understood(
                None,
                format!("candidate_elected of {name}"),
                "outcome: elected",
            );
        }
    }
    context.understood(None, "candidate_votes, added up by candidate_id", "votes");
    Ok(())
}

fn rules(
    election: &Election<'_>,
    first: &Row,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    let rows = election.rows;
    let mandates = rows.column("election_mandates")?;
    if let Some(mandates) = first.whole(mandates)? {
        results
            .contest
            .insert("numberElected".to_owned(), json!(mandates));
        context.understood(None, "election_mandates", "contest.numberElected");
    }
    let Some(column) = rows.optional("election_absolute_majority") else {
        return Ok(());
    };
    if let Some(majority @ 1..) = first.whole(column)? {
        results
            .thresholds
            .push(json!({ "kind": "majority", "needs": { "atLeast": majority }, "unit": "votes" }));
        context.understood(
            first.place(column),
            "election_absolute_majority",
            "threshold in votes",
        );
    }
    Ok(())
}

//! Elections by proportion: the votes and seats of lists.

use super::election::{Election, firsts, grouped};
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::rows::Row;
use crate::ids::Ids;
use crate::refused::Refused;
use serde_json::{Map, json};

/// Adds lists, their votes and seats.
pub(super) fn add(
    election: &Election<'_>,
    first: &Row,
    context: &mut Context<'_>,
    (results, count): (&mut Results, &mut Count),
) -> Result<(), Refused> {
    let rows = election.rows;
    let id = rows.column("list_id")?;
    let name = rows.column("list_name")?;
    let votes = rows.column("list_votes")?;
    let seats = rows.column("list_number_of_mandates")?;
    let color = rows.optional("list_color");
    let lists = grouped(&election.counted, id);
    let has_seats = election
        .counted
        .iter()
        .any(|row| !matches!(row.text(seats), "" | "0"));
    let mut ids = Ids::default();
    for (key, own) in &lists {
        let Some(one) = own.first() else { continue };
        let list_name = one.text(name);
        let list_name = if list_name.is_empty() {
            *key
        } else {
            list_name
        };
        let option_id = ids.of(list_name, "list");
        let mut option = Map::new();
        option.insert("id".to_owned(), json!(option_id));
        option.insert("kind".to_owned(), json!("party"));
        option.insert("name".to_owned(), json!(list_name));
        if let Some(color) = color
            .map(|column| one.text(column))
            .filter(|color| !color.is_empty())
        {
            option.insert("color".to_owned(), json!(color));
        }
        results.options.push(option);
        let mut figure = Map::new();
        // Each candidate's row repeats the votes that the list has in the municipality.
        for (_, municipality) in grouped(own, election.entity) {
            election.warn_of_difference(&municipality, votes, list_name, context);
        }
        let municipalities = firsts(own.iter().copied(), election.entity);
        if let Some(votes) = election.votes(list_name, &municipalities, votes, context)? {
            figure.insert("votes".to_owned(), votes);
        }
        election.warn_of_difference(own, seats, list_name, context);
        election.warn_of_difference(own, name, "list_name", context);
        if let Some(seats) = one.whole(seats)?.filter(|_| has_seats) {
            figure.insert("seats".to_owned(), json!(seats));
        }
        count.results.insert(option_id, figure.into());
    }
    context.understood(None, "list_votes, added up by list_id", "votes");
    let mandates = rows.column("election_mandates")?;
    if has_seats {
        context.understood(None, "list_number_of_mandates", "seats");
        if let Some(total) = first.whole(mandates)? {
            results
                .more
                .insert("seats".to_owned(), json!({ "total": total }));
            context.understood(None, "election_mandates", "seats.total");
        }
    } else {
        context.left_out(None, "list_number_of_mandates", "no list has a seat yet");
    }
    let candidates = grouped(&election.counted, rows.column("candidate_id")?);
    rows.pass("candidate_");
    context.left_out(
        None,
        format!("{} candidates", candidates.len()),
        "the document has the lists that they stand on",
    );
    // Only elections by majority have one; here it is 0.
    if let Some(column) = rows.peek(&["election_absolute_majority"]).first()
        && matches!(first.text(*column), "" | "0")
    {
        rows.pass("election_absolute_majority");
    }
    Ok(())
}

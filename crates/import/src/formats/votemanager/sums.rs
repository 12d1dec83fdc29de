//! Sums over areas, in which an empty cell is "not reported" and never zero.

use super::names::Named;
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::rows::{Col, Row, Rows, sum};
use crate::ids::Ids;
use crate::refused::Refused;
use serde_json::{Map, Value, json};

/// Adds the options and the count.
pub(super) fn add(
    rows: &Rows,
    ours: &[&Row],
    names: &[Named],
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    let mut count = Count {
        id: "count".to_owned(),
        ..Count::default()
    };
    let valid = rows.optional("D");
    let is_reported = |row: &&&Row| {
        let has = |column: Col| !row.text(column).is_empty();
        valid.is_some_and(has) || names.iter().any(|named| has(named.column))
    };
    let reported: Vec<&Row> = ours.iter().filter(is_reported).copied().collect();
    let is_complete = stations(rows, ours, reported.len(), context, &mut count)?;
    if !is_complete {
        count.status = Some("partial".to_owned());
        context.understood(
            None,
            "stations or areas that have not reported",
            "status: partial",
        );
    }
    let mut ids = Ids::default();
    for named in names {
        let id = ids.of(&named.name, "option");
        let mut option = Map::new();
        option.insert("id".to_owned(), json!(id));
        option.insert("name".to_owned(), json!(named.name));
        results.options.push(option);
        if let Some(votes) = sum(&reported, named.column)? {
            if votes.get("atLeast").is_some() {
                context.warn(format!(
                    "{}: not all areas that have reported give votes",
                    named.name
                ));
            }
            count.results.insert(id, json!({ "votes": votes }));
        }
    }
    ballots(rows, ours, &reported, context, &mut count)?;
    results.counts.push(count);
    Ok(())
}

/// Adds what is reported, and returns false where something is not.
fn stations(
    rows: &Rows,
    ours: &[&Row],
    reported: usize,
    context: &mut Context<'_>,
    count: &mut Count,
) -> Result<bool, Refused> {
    let (done, total) = (
        rows.column("anz-schnellmeldungen")?,
        rows.column("max-schnellmeldungen")?,
    );
    let mut sums = (0, 0);
    let mut contradicting = 0;
    for row in ours {
        let (Some(done), Some(total)) = (row.whole(done)?, row.whole(total)?) else {
            return Ok(reported == ours.len());
        };
        sums = (sums.0 + done, sums.1 + total);
        let is_empty = rows
            .optional("D")
            .is_some_and(|valid| row.text(valid).is_empty());
        contradicting += usize::from(done > 0 && is_empty);
    }
    count.fields.insert(
        "reported".to_owned(),
        json!({ "done": sums.0, "total": sums.1, "of": "stations" }),
    );
    context.understood(
        None,
        "anz-schnellmeldungen, max-schnellmeldungen",
        "reported: done, total of stations",
    );
    if contradicting > 0 {
        context.warn(format!(
            "{contradicting} areas say that stations have reported, and their cells are empty"
        ));
    }
    Ok(reported == ours.len() && sums.0 == sums.1)
}

fn ballots(
    rows: &Rows,
    ours: &[&Row],
    reported: &[&Row],
    context: &mut Context<'_>,
    count: &mut Count,
) -> Result<(), Refused> {
    let mut ballots = Map::new();
    for (column, field) in [
        ("A", "eligible"),
        ("B", "cast"),
        ("C", "invalid"),
        ("D", "valid"),
    ] {
        let Some(column_index) = rows.optional(column) else {
            continue;
        };
        // Voters are known before the count: an area without them leaves the sum open even if it has not reported.
        let of = if column == "A" { ours } else { reported };
        if let Some(sum) = sum(of, column_index)? {
            ballots.insert(field.to_owned(), sum);
            context.understood(None, format!("column {column}"), format!("ballots.{field}"));
        }
    }
    if !ballots.is_empty() {
        count
            .fields
            .insert("ballots".to_owned(), Value::Object(ballots));
    }
    for row in reported {
        warn_of_papers(rows, row, context)?;
    }
    Ok(())
}

/// Warns of an area whose voters are not those with valid and with invalid papers.
fn warn_of_papers(rows: &Rows, row: &Row, context: &mut Context<'_>) -> Result<(), Refused> {
    let columns = ["B", "C", "D"].map(|name| rows.optional(name));
    let [Some(cast), Some(invalid), Some(valid)] = columns else {
        return Ok(());
    };
    let papers = (row.whole(cast)?, row.whole(invalid)?, row.whole(valid)?);
    if let (Some(cast_papers), Some(invalid), Some(valid)) = papers
        && invalid.saturating_add(valid) != cast_papers
    {
        let (place, sum) = (row.place(cast), invalid.saturating_add(valid));
        context.warn(format!(
            "{place}: column B is {cast_papers}, and C and D come to {sum}"
        ));
    }
    Ok(())
}

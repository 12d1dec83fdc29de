//! Sums over areas, in which an empty cell is "not reported" and never zero.

use super::areas;
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
    areas::check(rows, ours, &reported, names, context)?;
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
    let columns = (
        rows.column("anz-schnellmeldungen")?,
        rows.column("max-schnellmeldungen")?,
    );
    let (mut done, mut total) = (0_u64, 0_u64);
    let mut without = 0;
    for row in ours {
        if let (Some(own), Some(of)) = (row.whole(columns.0)?, row.whole(columns.1)?) {
            (done, total) = (done.saturating_add(own), total.saturating_add(of));
        } else {
            without += 1;
        }
    }
    areas::warn_of_stations(rows, ours, columns, context)?;
    let is_complete = reported == ours.len();
    if without > 0 {
        if without < ours.len() {
            context.left_out(
                None,
                format!("anz-schnellmeldungen, max-schnellmeldungen: {done} of {total}"),
                format!("{without} of {} areas do not give both", ours.len()),
            );
        }
        return Ok(is_complete);
    }
    count.fields.insert(
        "reported".to_owned(),
        json!({ "done": done, "total": total, "of": "stations" }),
    );
    context.understood(
        None,
        "anz-schnellmeldungen, max-schnellmeldungen",
        "reported: done, total of stations",
    );
    Ok(is_complete && done == total)
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
    Ok(())
}

//! Votes on questions: a row for each municipality.

use super::{
    check_flags, either, is_true, leave_areas, leave_uncounted, one_election, status, text, why,
};
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::choice::{Item, choose};
use crate::formats::moment::Moment;
use crate::formats::rows::{Row, Rows, sum};
use crate::formats::twice::no_row;
use crate::refused::Refused;
use serde_json::{Map, Value, json};

/// Reads a vote. `None` while it is asked which of several ballots is meant.
pub(super) fn read(rows: &Rows, context: &mut Context<'_>) -> Result<Option<Results>, Refused> {
    let kind = rows.column("type")?;
    let mut items: Vec<Item> = Vec::new();
    for row in &rows.rows {
        let value = row.text(kind);
        if !items.iter().any(|item| item.value == value) {
            items.push(Item {
                value: value.to_owned(),
                label: value.to_owned(),
            });
        }
    }
    let Some(chosen) = choose(
        context,
        "vote",
        "Which ballot shall the document show?",
        &items,
    )?
    else {
        return Ok(None);
    };
    let chosen = items
        .get(chosen)
        .map(|item| item.value.as_str())
        .unwrap_or_default();
    let ours: Vec<&Row> = rows
        .rows
        .iter()
        .filter(|row| row.text(kind) == chosen)
        .collect();
    let Some(first) = ours.first() else {
        return Err(Refused::new("the table has no rows"));
    };
    one_election(rows, &ours, "title", &["date", "status"])?;
    let entity = rows.peek(&["entity_id"]);
    no_row(ours.iter().copied(), &entity, "the municipality")?;
    let others = rows.rows.len() - ours.len();
    if others > 0 {
        context.left_out(
            None,
            format!("other ballots ({others} rows)"),
            "a document shows one: choose it with --vote",
        );
    }
    let mut results = Results::default();
    results.head.title = text(rows, first, "title");
    results.contest.extend(
        results
            .head
            .title
            .clone()
            .map(|title| ("question".to_owned(), title)),
    );
    context.understood(None, "title", "title, contest.question");
    let date = rows.column("date")?;
    let moment = Moment::iso(first.text(date))
        .ok_or_else(|| first.refused(date, "a day such as 2030-04-12"))?;
    results.date = Some(json!(moment.written));
    context.understood(first.place(date), "date", "contest.date");
    count(rows, &ours, first, context, &mut results)?;
    leave_areas(ours.len(), context);
    rows.report_unused(context, ours.iter().copied(), why);
    Ok(Some(results))
}

fn count(
    rows: &Rows,
    ours: &[&Row],
    first: &Row,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    let is_counted = rows.column("counted")?;
    check_flags(ours.iter().copied(), is_counted)?;
    let counted: Vec<&Row> = ours
        .iter()
        .filter(|row| is_true(row, is_counted))
        .copied()
        .collect();
    let others = ours.iter().filter(|row| !is_true(row, is_counted));
    leave_uncounted(
        rows,
        others.copied(),
        &["yeas", "nays", "invalid", "empty"],
        context,
    );
    let uncounted = ours.len() - counted.len();
    let mut count = Count {
        id: "count".to_owned(),
        status: status(first, rows.column("status")?, uncounted, context),
        ..Count::default()
    };
    count.fields.insert(
        "reported".to_owned(),
        json!({ "done": counted.len(), "total": ours.len(), "of": "districts" }),
    );
    context.understood(None, "counted", "reported: done, total of districts");
    let mut ballots = Map::new();
    for (field, column, misspelt) in [
        ("eligible", "eligible_voters", "elegible_voters"),
        ("blank", "empty", ""),
        ("invalid", "invalid", ""),
    ] {
        let Some(index) = either(rows, column, misspelt) else {
            continue;
        };
        if let Some(sum) = sum(&counted, index)? {
            ballots.insert(field.to_owned(), sum);
            context.understood(None, format!("column {column}"), format!("ballots.{field}"));
        }
    }
    if !ballots.is_empty() {
        count
            .fields
            .insert("ballots".to_owned(), Value::Object(ballots));
    }
    for row in &counted {
        warn_of_voters(rows, row, context)?;
    }
    results.add_yes_and_no();
    for (id, column) in [("yes", "yeas"), ("no", "nays")] {
        if let Some(votes) = sum(&counted, rows.column(column)?)? {
            if votes.get("atLeast").is_some() {
                context.warn(format!(
                    "{column}: not all municipalities that are counted have it"
                ));
            }
            count
                .results
                .insert(id.to_owned(), json!({ "votes": votes }));
        }
        context.understood(
            None,
            format!("column {column}"),
            format!("votes of \"{id}\""),
        );
    }
    results.counts.push(count);
    Ok(())
}

/// Warns of a municipality with more papers than voters.
fn warn_of_voters(rows: &Rows, row: &Row, context: &mut Context<'_>) -> Result<(), Refused> {
    let Some(eligible) = either(rows, "eligible_voters", "elegible_voters") else {
        return Ok(());
    };
    let mut papers = 0_u64;
    for column in rows.peek(&["yeas", "nays", "invalid", "empty"]) {
        papers = papers.saturating_add(row.whole(column)?.unwrap_or(0));
    }
    if let Some(voters) = row.whole(eligible)?.filter(|voters| *voters < papers) {
        let place = row.place(eligible);
        context.warn(format!(
            "{place}: {papers} papers of {voters} eligible voters"
        ));
    }
    Ok(())
}

//! Results of parties: a row for each party and year.

use super::{text, why};
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::choice::{Item, choose};
use crate::formats::rows::{Col, Row, Rows};
use crate::formats::twice::no_row;
use crate::ids::Ids;
use crate::refused::Refused;
use serde_json::{Map, json};

/// Reads the parties of one year. `None` while the year or the area is asked for.
pub(super) fn read(rows: &Rows, context: &mut Context<'_>) -> Result<Option<Results>, Refused> {
    let year = rows.column("year")?;
    let all: Vec<&Row> = rows.rows.iter().collect();
    let Some(ours) = chosen(
        &all,
        year,
        ("contest", "The parties of which year?"),
        context,
    )?
    else {
        return Ok(None);
    };
    let ours = match rows.optional("domain_segment") {
        None => ours,
        Some(segment) => match chosen(
            &ours,
            segment,
            ("area", "The parties of which area?"),
            context,
        )? {
            None => return Ok(None),
            Some(ours) => ours,
        },
    };
    let others = all.len() - ours.len();
    if others > 0 {
        context.left_out(
            None,
            format!("{others} rows of other years or areas"),
            "a document is one election",
        );
    }
    let mut results = Results::default();
    if let Some(first) = ours.first() {
        results.date = Some(json!(first.text(year)));
        context.understood(first.place(year), "year", "contest.date");
    }
    figures(rows, &ours, context, &mut results)?;
    let panachage = rows.pass("panachage_");
    if panachage > 0 {
        context.left_out(
            None,
            format!("panachage ({panachage} columns)"),
            "documents do not say from which lists votes came",
        );
    }
    rows.report_unused(context, ours.iter().copied(), |column| match column {
        "total_votes" => "it is the sum of the votes",
        "id" => "documents name nothing by identifiers of others",
        other => why(other),
    });
    Ok(Some(results))
}

fn figures(
    rows: &Rows,
    ours: &[&Row],
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    let (votes, seats, total) = (
        rows.column("votes")?,
        rows.column("mandates")?,
        rows.column("total_votes")?,
    );
    let color = rows.optional("color");
    let mut ids = Ids::default();
    let mut count = Count {
        id: "count".to_owned(),
        ..Count::default()
    };
    no_row(ours.iter().copied(), &rows.peek(&["id"]), "the party")?;
    let mut added = 0_u64;
    for row in ours {
        let name = text(rows, row, "name")
            .ok_or_else(|| Refused::at(row.place(votes), "the party has no name"))?;
        let plain = name
            .as_str()
            .or_else(|| name.as_object()?.values().next()?.as_str());
        let id = ids.of(plain.unwrap_or_default(), "party");
        let mut option = Map::new();
        option.insert("id".to_owned(), json!(id));
        option.insert("kind".to_owned(), json!("party"));
        option.insert("name".to_owned(), name);
        if let Some(color) = color
            .map(|column| row.text(column))
            .filter(|color| !color.is_empty())
        {
            option.insert("color".to_owned(), json!(color));
        }
        results.options.push(option);
        let mut figure = Map::new();
        for (field, column) in [("votes", votes), ("seats", seats)] {
            if let Some(number) = row.whole(column)? {
                figure.insert(field.to_owned(), json!(number));
            }
        }
        added = row.whole(votes)?.unwrap_or_default().saturating_add(added);
        count.results.insert(id, figure.into());
    }
    context.understood(None, "votes, mandates, color", "votes, seats, color");
    let mut known = None;
    for row in ours {
        let Some(said) = row.whole(total)? else {
            continue;
        };
        let first = *known.get_or_insert(said);
        if said != first {
            let place = row.place(total);
            context.warn(format!(
                "{place}: total_votes is {said} here and {first} before"
            ));
        }
    }
    if let Some(total) = known {
        context.left_out(
            None,
            format!("total_votes {total}"),
            "documents have papers, and no total of votes",
        );
        if added != total {
            context.warn(format!(
                "the votes of the parties come to {added}, total_votes is {total}"
            ));
        }
    }
    results.counts.push(count);
    Ok(())
}

/// The rows of the chosen value of a column; all of them where they have one value.
fn chosen<'r>(
    rows: &[&'r Row],
    column: Col,
    (key, question): (&str, &str),
    context: &mut Context<'_>,
) -> Result<Option<Vec<&'r Row>>, Refused> {
    let mut items: Vec<Item> = Vec::new();
    for row in rows {
        let value = row.text(column);
        if !items.iter().any(|item| item.value == value) {
            items.push(Item {
                value: value.to_owned(),
                label: value.to_owned(),
            });
        }
    }
    let index = choose(context, key, question, &items)?;
    let item = index.and_then(|index| items.get(index));
    Ok(item.map(|item| {
        let ours = rows.iter().filter(|row| row.text(column) == item.value);
        ours.copied().collect()
    }))
}

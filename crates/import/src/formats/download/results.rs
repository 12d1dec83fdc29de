//! The download of a results chart.

use super::record::{Record, Records, claim};
use crate::context::Context;
use crate::draft::{Count, Head, Results};
use crate::nested::{within, within_item};
use crate::question::Question;
use crate::refused::Refused;
use serde_json::{Map, Value, json};

/// Reads the download of a results chart. `None` while a question is open.
///
/// # Errors
/// A row that is not as the download has it.
pub(super) fn read(records: &Records, context: &mut Context<'_>) -> Result<Option<Value>, Refused> {
    let mut draft = Results {
        head: Head {
            test: records.test,
            sources: records.sources(),
            ..Head::default()
        },
        ..Results::default()
    };
    let mut outcomes: Vec<Shown> = Vec::new();
    let own = own_sources(records);
    for record in records.iter() {
        add_option(&mut draft, record);
        let place = count_of(&mut draft, record, &own);
        if let Some(count) = draft.counts.get_mut(place) {
            add_figure(count, record, context)?;
        }
        note_outcomes(&mut outcomes, place, record);
    }
    if records
        .iter()
        .any(|record| record.text("figure").ends_with("own"))
    {
        let question = Question::new(
            "ownUnit",
            "What is the unit called in which the figures \"own\" are? Such as Electoral votes",
        );
        if let Some(name) = context.settle(question)? {
            draft
                .more
                .insert("ownUnit".to_owned(), json!({ "name": name }));
        }
    }
    draft.outcomes = decided(&outcomes, &draft, context)?;
    draft.finish(context)
}

fn add_option(draft: &mut Results, record: Record<'_>) {
    let id = record.text("option");
    let is_known =
        |option: &Map<String, Value>| option.get("id").and_then(Value::as_str) == Some(id);
    if id.is_empty() || draft.options.iter().any(is_known) {
        return;
    }
    let mut option = Map::new();
    for (field, column) in [("id", "option"), ("kind", "kind"), ("name", "name")] {
        if !record.text(column).is_empty() {
            option.insert(field.to_owned(), json!(record.text(column)));
        }
    }
    draft.options.push(option);
}

/// The source of each count that a row without a figure cites: such a row has no other.
fn own_sources(records: &Records) -> Vec<(String, Option<String>)> {
    let bare = records
        .iter()
        .filter(|record| record.text("figure").is_empty());
    bare.map(|record| (record.text("count").to_owned(), record.source()))
        .collect()
}

/// The count of a row. Without a source of its own, its first row's is that of what names no other.
fn count_of(draft: &mut Results, record: Record<'_>, own: &[(String, Option<String>)]) -> usize {
    let id = record.text("count");
    if let Some(place) = draft.counts.iter().position(|count| count.id == id) {
        return place;
    }
    draft.counts.push(Count {
        id: id.to_owned(),
        status: Some(record.text("status").to_owned()),
        as_of: Some(record.text("asOf").to_owned()),
        source: own
            .iter()
            .find(|(count, _)| count == id)
            .map_or_else(|| record.source(), |(_, source)| source.clone()),
        ..Count::default()
    });
    draft.counts.len() - 1
}

fn add_figure(
    count: &mut Count,
    record: Record<'_>,
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    let percent_of = record.text("percentOf");
    if !percent_of.is_empty() {
        count
            .fields
            .insert("percentOf".to_owned(), json!(percent_of));
    }
    let Some(quantity) = record.quantity()? else {
        return Ok(());
    };
    // A lone quantity of the count's own source names it too: it stays right if a claim of another source joins it.
    let source = record.source();
    let figure = record.text("figure");
    let option = record.text("option");
    if figure == "margin" {
        return add_margin(count, record, quantity, context);
    }
    if option.is_empty() {
        match figure.strip_prefix("reported.") {
            Some(part) => within(&mut count.fields, "reported", |map| {
                claim(map, part, quantity, source)
            }),
            None => within(&mut count.fields, "ballots", |map| {
                claim(map, figure, quantity, source)
            }),
        }
        return Ok(());
    }
    within(&mut count.results, option, |result| {
        if record.text("each") == "true" {
            result.insert("each".to_owned(), Value::Bool(true));
        }
        let part = record.text("part");
        if !part.is_empty() {
            let named =
                |map: &Map<String, Value>| map.get("name").and_then(Value::as_str) == Some(part);
            let new = || Map::from_iter([("name".to_owned(), json!(part))]);
            return within_item(result, "parts", named, new, |map| {
                claim(map, figure, quantity, source)
            });
        }
        match figure.strip_prefix("change.") {
            Some(unit) => within(result, "change", |map| claim(map, unit, quantity, source)),
            None => claim(result, figure, quantity, source),
        }
    });
    Ok(())
}

/// A lead: the download does not say of what it is.
fn add_margin(
    count: &mut Count,
    record: Record<'_>,
    quantity: Map<String, Value>,
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    let text = record.text("text");
    let question = Question::new(
        format!("margin.{}.unit", count.id),
        format!(
            "The lead of {} is \"{text}\". Of what?",
            record.text("name")
        ),
    )
    .at(record.line());
    let question = ["votes", "percent", "seats", "own"]
        .into_iter()
        .fold(question, |question, unit| question.choice(unit, unit));
    if let Some(unit) = context.settle(question)? {
        within(&mut count.fields, "margin", |margin| {
            margin.insert("option".to_owned(), json!(record.text("option")));
            claim(margin, &unit, quantity, record.source());
        });
    }
    Ok(())
}

/// An outcome as a count shows it.
#[derive(PartialEq)]
struct Shown {
    count: usize,
    option: String,
    kind: String,
}

fn note_outcomes(outcomes: &mut Vec<Shown>, count: usize, record: Record<'_>) {
    for kind in record.text("outcome").split_whitespace() {
        let shown = Shown {
            count,
            option: record.text("option").to_owned(),
            kind: kind.to_owned(),
        };
        if !outcomes.contains(&shown) {
            outcomes.push(shown);
        }
    }
}

/// The outcomes by the first count that shows each. Later counts show it by themselves.
fn decided(
    shown: &[Shown],
    draft: &Results,
    context: &mut Context<'_>,
) -> Result<Vec<Map<String, Value>>, Refused> {
    let mut outcomes = Vec::new();
    for one in shown {
        let is_same = |other: &&Shown| other.option == one.option && other.kind == one.kind;
        let first = shown.iter().filter(is_same).map(|other| other.count).min();
        if first != Some(one.count) {
            continue;
        }
        let Some(count) = draft.counts.get(one.count) else {
            continue;
        };
        let mut outcome = Map::new();
        if !one.option.is_empty() {
            outcome.insert("option".to_owned(), json!(one.option));
        }
        outcome.insert("kind".to_owned(), json!(one.kind));
        if one.kind == "merged" {
            let into = merged_into(&one.option, draft, context)?;
            outcome.insert("into".to_owned(), json!(into));
        }
        outcome.insert("count".to_owned(), json!(count.id));
        if let Some(source) = &count.source {
            outcome.insert("source".to_owned(), json!(source));
        }
        outcomes.push(outcome);
    }
    if !outcomes.is_empty() {
        context.left_out(
            None,
            "the sources and days of outcomes",
            "a download has none; each has its count's source",
        );
    }
    Ok(outcomes)
}

/// The option that another is a part of now, which a download does not say.
fn merged_into(
    option: &str,
    draft: &Results,
    context: &mut Context<'_>,
) -> Result<Option<String>, Refused> {
    let text = format!("The option \"{option}\" has merged into another. Into which?");
    let mut question = Question::new(format!("merged.{option}"), text);
    for known in &draft.options {
        let text = |field: &str| known.get(field).and_then(Value::as_str).unwrap_or_default();
        if text("id") != option {
            question = question.choice(text("id"), text("name"));
        }
    }
    context.settle(question)
}

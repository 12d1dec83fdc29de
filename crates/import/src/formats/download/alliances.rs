//! The download of an alliance grid.

use super::record::{Record, Records};
use crate::context::Context;
use crate::draft::{Alliances, Head};
use crate::nested::{push, within};
use crate::refused::Refused;
use serde_json::{Map, Value, json};

/// Reads the download of an alliance grid. `None` while a question is open.
///
/// # Errors
/// A row that is not as the download has it.
pub(super) fn read(records: &Records, context: &mut Context<'_>) -> Result<Option<Value>, Refused> {
    let mut draft = Alliances {
        head: Head {
            test: records.test,
            sources: records.sources(),
            ..Head::default()
        },
        ..Alliances::default()
    };
    for record in records.iter() {
        add_alliance(&mut draft, record);
        add_state(&mut draft, record);
        add_spell(&mut draft, record);
    }
    context.left_out(
        None,
        "the names of alliances",
        "a download has their ids only",
    );
    context.left_out(
        None,
        "which lists are complete",
        "a download does not say it",
    );
    draft.finish(context)
}

fn text(map: &mut Map<String, Value>, field: &str, text: &str) {
    if !text.is_empty() {
        map.insert(field.to_owned(), json!(text));
    }
}

/// A date, or one that the download writes as `before 2001`.
fn when(text: &str) -> Value {
    match text.split_once(' ') {
        Some((word @ ("before" | "after" | "about"), date)) => json!({ word: date }),
        _ => json!(text),
    }
}

fn add_alliance(draft: &mut Alliances, record: Record<'_>) {
    let id = record.text("alliance");
    if draft
        .alliances
        .iter()
        .any(|alliance| alliance.get("id").and_then(Value::as_str) == Some(id))
    {
        return;
    }
    let mut alliance = Map::new();
    text(&mut alliance, "id", id);
    text(&mut alliance, "name", id);
    for life in ["founded", "dissolved"] {
        if !record.text(life).is_empty() {
            alliance.insert(life.to_owned(), when(record.text(life)));
        }
    }
    draft.alliances.push(alliance);
}

fn add_state(draft: &mut Alliances, record: Record<'_>) {
    let code = record.text("state");
    if draft.states.iter().any(|state| state["code"] == code) {
        return;
    }
    let mut state = Map::new();
    text(&mut state, "code", code);
    text(&mut state, "name", record.text("name"));
    text(&mut state, "kind", record.text("stateKind"));
    draft.states.push(Value::Object(state));
}

fn add_spell(draft: &mut Alliances, record: Record<'_>) {
    let (kind, means) = (record.text("kind"), record.text("means"));
    if kind != means && !means.is_empty() {
        draft
            .kinds
            .entry(kind)
            .or_insert_with(|| json!({ "name": kind, "means": means }));
    }
    let mut spell = Map::new();
    text(&mut spell, "state", record.text("state"));
    for end in ["from", "to"] {
        if !record.text(end).is_empty() {
            spell.insert(end.to_owned(), when(record.text(end)));
        }
    }
    text(&mut spell, "asOf", record.text("asOf"));
    text(&mut spell, "source", &record.source().unwrap_or_default());
    text(&mut spell, "note", record.text("note"));
    within(
        &mut draft.memberships,
        record.text("alliance"),
        |alliance| {
            push(alliance, kind, Value::Object(spell));
        },
    );
}

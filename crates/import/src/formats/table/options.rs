//! The options of a table: their ids, kinds and texts.

use super::columns::Columns;
use super::gather::{Gathered, OptionRow, Role};
use super::row_names::{doubt, is_seat_note};
use super::words;
use crate::context::Context;
use crate::draft::Results;
use crate::formats::plain_words;
use crate::ids::Ids;
use crate::object::Put;
use crate::question::Question;
use crate::refused::{Place, Refused};
use serde_json::{Map, Value};

/// Adds the options, and returns the id of each row that is one.
pub(super) fn options(
    gathered: &Gathered,
    columns: &Columns,
    draft: &mut Results,
    context: &mut Context<'_>,
) -> Result<Vec<Option<String>>, Refused> {
    let mut ids = Ids::default();
    let mut given = Vec::new();
    for (place, option) in gathered.options.iter().enumerate() {
        let (at, row) = (
            Place::line(option.line),
            format!("the row \"{}\"", option.name),
        );
        let left_out = match option.role {
            Role::Option(_) if is_seat_note(&option.name) && !gathered.has_figure(place) => {
                "it says who holds the seat"
            }
            Role::Option(kind) => {
                let id = if is_option(option, context)? {
                    let made = option_of(option, kind, columns, &mut ids, context)?;
                    let id = made.get("id").and_then(Value::as_str).map(str::to_owned);
                    draft.options.push(made);
                    id
                } else {
                    None
                };
                given.push(id);
                continue;
            }
            Role::Ballots(field) => {
                context.understood(at, row, format!("ballots.{field}"));
                given.push(None);
                continue;
            }
            Role::Total => "a sum of the rows",
        };
        context.left_out(at, row, left_out);
        given.push(None);
    }
    place_within(gathered, &given, draft)?;
    warn_of_gaps(gathered, &given, context);
    Ok(given)
}

/// Warns of options without any figure.
fn warn_of_gaps(gathered: &Gathered, ids: &[Option<String>], context: &mut Context<'_>) {
    for (place, (option, id)) in gathered.options.iter().zip(ids).enumerate() {
        if id.is_some() && !gathered.has_figure(place) {
            context.warn(format!(
                "line {}: \"{}\" has no figure; it is among the options all the same",
                option.line, option.name
            ));
        }
    }
}

/// Asks what a row such as "Abstentions" or "Majority" is: an option, or something that is said of them.
fn is_option(option: &OptionRow, context: &mut Context<'_>) -> Result<bool, Refused> {
    let OptionRow { name, line, .. } = option;
    let Some(meaning) = doubt(name) else {
        return Ok(true);
    };
    let key = format!("rows.{name}");
    let question = format!("Is \"{name}\" an option, or {meaning}?");
    let question = Question::new(key, question).at(Place::line(*line));
    let leave_out = format!("{meaning}: leave the row out");
    let question = question
        .choice("option", "an option, such as an answer in a vote")
        .choice("leave-out", leave_out);
    let is_option = context.settle(question)?.as_deref() != Some("leave-out");
    if !is_option {
        let what = format!("the row \"{name}\"");
        context.left_out(Place::line(*line), what, meaning);
    }
    Ok(is_option)
}

/// Puts each option with a cell `within` into the option that the cell names, by its id or its name.
fn place_within(
    gathered: &Gathered,
    ids: &[Option<String>],
    draft: &mut Results,
) -> Result<(), Refused> {
    let rows = || gathered.options.iter().zip(ids);
    for (option, id) in rows() {
        let within = option.values.iter().find(|(field, _)| *field == "within");
        let (Some((_, name)), Some(id)) = (within, id) else {
            continue;
        };
        let is_named = |option: &OptionRow, id: &str| {
            id == name || plain_words(&option.name) == plain_words(name)
        };
        let mut named = rows().filter_map(|(other, other_id)| {
            let other_id = other_id.as_ref()?;
            (other_id != id && is_named(other, other_id)).then_some(other_id)
        });
        let outer = named.next().ok_or_else(|| {
            Refused::at(
                Place::line(option.line),
                format!("within: no other row has the id or the name \"{name}\""),
            )
        })?;
        let made = draft.options.iter_mut();
        for one in made.filter(|one| one.get("id").and_then(Value::as_str) == Some(id)) {
            one.put("within", outer.as_str());
        }
    }
    Ok(())
}

fn option_of(
    option: &OptionRow,
    kind: Option<&'static str>,
    columns: &Columns,
    ids: &mut Ids,
    context: &mut Context<'_>,
) -> Result<Map<String, Value>, Refused> {
    let value = |field: &str| {
        option
            .values
            .iter()
            .find(|(known, _)| *known == field)
            .map(|(_, cell)| cell.as_str())
    };
    let id = value("id")
        .and_then(|id| ids.take(id))
        .unwrap_or_else(|| ids.of(&option.name, "option"));
    let mut map = Map::new();
    map.put("id", id);
    let kind = match value("kind") {
        Some(word) => Some(kind_of(word, option.line, context)?),
        None => kind
            .map(str::to_owned)
            .or_else(|| context.answers().text("kind"))
            .or(columns.kind.map(str::to_owned)),
    };
    if let Some(kind) = kind {
        map.put("kind", kind);
    }
    if !option.name.is_empty() {
        map.put("name", option.name.as_str());
    }
    for field in ["party", "color", "note"] {
        if let Some(cell) = value(field) {
            map.put(field, cell);
        }
    }
    Ok(map)
}

fn kind_of(word: &str, line: u64, context: &mut Context<'_>) -> Result<String, Refused> {
    if let Some(kind) = words::kind(word) {
        return Ok(kind.to_owned());
    }
    let question = Question::new(
        format!("kinds.{word}"),
        format!("Which kind of option is \"{word}\"?"),
    )
    .at(Place::line(line));
    let question =
        words::option_kinds().fold(question, |question, kind| question.choice(kind, kind));
    Ok(context.settle(question)?.unwrap_or_default())
}

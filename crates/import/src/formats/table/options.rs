//! The options of a table: their ids, kinds and texts.

use super::columns::Columns;
use super::gather::{Figure, Gathered, OptionRow, Role};
use super::row_names::is_abstention;
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
    for option in &gathered.options {
        given.push(match option.role {
            Role::Option(_) if !is_option(option, context)? => None,
            Role::Option(kind) => {
                let made = option_of(option, kind, columns, &mut ids, context)?;
                let id = made.get("id").and_then(Value::as_str).map(str::to_owned);
                draft.options.push(made);
                id
            }
            Role::Ballots(field) => {
                context.understood(
                    Place::line(option.line),
                    format!("the row \"{}\"", option.name),
                    format!("ballots.{field}"),
                );
                None
            }
            Role::Total => {
                context.left_out(
                    Place::line(option.line),
                    format!("the row \"{}\"", option.name),
                    "a sum of the rows",
                );
                None
            }
        });
    }
    place_within(gathered, &given, draft)?;
    for (place, option) in gathered.options.iter().enumerate() {
        let has_figure = gathered.counts.iter().any(|count| {
            count
                .results
                .get(place)
                .is_some_and(|figures| figures.iter().any(|figure| *figure != Figure::Absent))
        });
        if !has_figure && matches!(option.role, Role::Option(_)) {
            context.warn(format!(
                "line {}: \"{}\" has no figure; it is among the options all the same",
                option.line, option.name
            ));
        }
    }
    Ok(given)
}

/// Asks what a row such as "Abstentions" is: people who did not vote, or an answer that was given.
fn is_option(option: &OptionRow, context: &mut Context<'_>) -> Result<bool, Refused> {
    let OptionRow { name, line, .. } = option;
    if !is_abstention(name) {
        return Ok(true);
    }
    let key = format!("rows.{name}");
    let question = format!("Is \"{name}\" an option, or the people who did not vote?");
    let question = Question::new(key, question).at(Place::line(*line));
    let question = question.choices(&[
        ("option", "an option, such as an answer in a vote"),
        ("leave-out", "people who did not vote: leave them out"),
    ]);
    let is_option = context.settle(question)?.as_deref() != Some("leave-out");
    if !is_option {
        let what = format!("the row \"{name}\"");
        context.left_out(Place::line(*line), what, "people who did not vote");
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

//! Long tables: a row for each membership.

use super::spell::{Spell, Spells};
use super::state::States;
use super::words;
use crate::context::Context;
use crate::draft::Head;
use crate::formats::day;
use crate::grid::{Grid, Row};
use crate::object::{Put, object};
use crate::question::Question;
use crate::refused::{Place, Refused};
use serde_json::{Map, Value};

/// The columns of a long table by field.
type Columns = Vec<(&'static str, usize)>;

/// Reads a table with a row for each membership. `None` while a question is open.
///
/// # Errors
/// A cell that is no state, kind or day.
pub(crate) fn read_long(
    grid: &Grid,
    mut head: Head,
    as_of: Option<Value>,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let columns = columns(grid, context)?;
    let mut states = States::new(
        context.answers(),
        grid.rows.iter().map(|row| cell(row, &columns, "state").0),
    );
    let mut spells = Spells::default();
    for row in &grid.rows {
        let cell = |field: &str| cell(row, &columns, field);
        let (text, place) = match cell("code").0 {
            "" => cell("state"),
            _ => cell("code"),
        };
        let alliance = cell("alliance").0;
        if text.is_empty() || alliance.is_empty() {
            let said = row.cells.join(" | ");
            context.left_out(
                Place::line(row.line),
                format!("\"{said}\""),
                "it names no state or no alliance",
            );
            continue;
        }
        let Some(state) = states.code(text, place, context)? else {
            continue;
        };
        let mut fields = Map::new();
        for (field, precision) in [("from", "fromPrecision"), ("to", "toPrecision")] {
            if let Some(date) = moment(cell(field), cell(precision).0)? {
                fields.put(field, date);
            }
        }
        if let Some(date) = moment(cell("asOf"), "")? {
            fields.put("asOf", date);
        }
        if let Some(id) = source(row, &columns, &mut head)? {
            fields.put("source", id);
        }
        if !cell("note").0.is_empty() {
            fields.put("note", cell("note").0);
        }
        let kind = kind(cell("kind").0, cell("kind").1, context)?;
        spells.add(Spell {
            state,
            alliance: alliance.to_owned(),
            kind,
            fields,
        });
    }
    spells.finish(head, as_of, context)
}

fn cell<'r>(row: &'r Row, columns: &Columns, field: &str) -> (&'r str, Place) {
    let column = columns
        .iter()
        .find(|(known, _)| *known == field)
        .map(|(_, column)| *column);
    column.map_or(("", Place::line(row.line)), |column| {
        (row.cell(column), row.place(column))
    })
}

fn columns(grid: &Grid, context: &mut Context<'_>) -> Result<Columns, Refused> {
    let mut columns: Columns = Vec::new();
    let pairs = context.answers().pairs("map");
    for (field, name) in pairs.iter().filter(|(_, name)| !name.is_empty()) {
        let known = words::known().find(|known| known == field);
        let known = known.ok_or_else(|| {
            let known: Vec<_> = words::known().collect();
            Refused::new(format!(
                "map: \"{field}\" is no field of memberships; the fields are {}",
                known.join(", ")
            ))
        })?;
        let column = grid.named("map", name)?;
        columns.push((known, column));
    }
    for (column, header) in grid.header.iter().enumerate() {
        let is_mapped = |field: &str| pairs.iter().any(|(known, _)| known == field);
        let is_taken = |field: &str| {
            columns
                .iter()
                .any(|(known, taken)| *known == field || *taken == column)
        };
        match words::guess(header).filter(|field| !is_taken(field) && !is_mapped(field)) {
            Some(field) => columns.push((field, column)),
            None if columns.iter().any(|(_, taken)| *taken == column) || header.is_empty() => {}
            None => context.left_out(
                grid.place(column),
                format!("the column \"{header}\""),
                "no field is known for it (name one with --map)",
            ),
        }
    }
    for (field, column) in &columns {
        let name = grid.header.get(*column).map_or("", String::as_str);
        context.column(grid.place(*column), name, field);
    }
    Ok(columns)
}

/// The kind of membership that a cell says; the answer `kind`, or `unspecified`, where it says none.
pub(super) fn kind(text: &str, place: Place, context: &mut Context<'_>) -> Result<String, Refused> {
    if text.is_empty() {
        return Ok(context
            .answers()
            .text("kind")
            .unwrap_or_else(|| "unspecified".to_owned()));
    }
    let key = format!("kinds.{text}");
    if context.answers().get(&key).is_none()
        && let Some(kind) = words::kind(text)
    {
        return Ok(kind.to_owned());
    }
    let question = Question::new(key, format!("Which kind of membership is \"{text}\"?")).at(place);
    let question = words::kinds().fold(question, |question, kind| question.choice(kind, kind));
    Ok(context.settle(question)?.unwrap_or_default())
}

/// A day as precise as it is written. A time of Wikidata is as precise as the column beside it says.
pub(super) fn moment(
    (text, place): (&str, Place),
    precision: &str,
) -> Result<Option<Value>, Refused> {
    if text.is_empty() {
        return Ok(None);
    }
    if let Some((word @ ("before" | "after" | "about"), date)) = text.split_once(' ') {
        let date = day(date).ok_or_else(|| Refused::at(place, format!("\"{text}\" is no day")))?;
        return Ok(Some(object!({ word: date })));
    }
    let is_wikidata = text.ends_with("T00:00:00Z");
    if !is_wikidata {
        let date = day(text).ok_or_else(|| {
            Refused::at(place, format!("\"{text}\" is no day that can be read for certain (write 2001, 2001-06 or 2001-06-15)"))
        })?;
        return Ok(Some(Value::from(date)));
    }
    let date = text.trim_start_matches('+');
    let length = match precision {
        "9" => 4,
        "10" => 7,
        "11" => 10,
        "" => {
            return Err(Refused::at(
                place,
                format!(
                    "\"{text}\" has no precision: a year would become 1 January. Ask for wikibase:timePrecision too, as fromPrecision and toPrecision"
                ),
            ));
        }
        other => {
            return Err(Refused::at(
                place,
                format!(
                    "\"{text}\" has the precision {other}: only years (9), months (10) and days (11) can be shown"
                ),
            ));
        }
    };
    let date = date.get(..length).and_then(day);
    let date =
        date.ok_or_else(|| Refused::at(place, format!("\"{text}\" is no time of Wikidata")))?;
    Ok(Some(Value::from(date)))
}

/// The source of a row, where its columns describe one.
fn source(row: &Row, columns: &Columns, head: &mut Head) -> Result<Option<String>, Refused> {
    let [title, publisher, published, url] =
        ["source", "publisher", "published", "url"].map(|field| cell(row, columns, field).0);
    if title.is_empty() {
        return Ok(None);
    }
    let publisher = if publisher.is_empty() {
        title
    } else {
        publisher
    };
    let date = day(published).ok_or_else(|| {
        let (_, place) = cell(row, columns, "source");
        Refused::at(
            place,
            format!("the source \"{title}\" needs its day in a column \"published\""),
        )
    })?;
    let is_same = |source: &&Value| {
        source["title"] == title
            && source["publisher"] == publisher
            && source["date"] == date.as_str()
    };
    if let Some(known) = head.sources.iter().find(is_same) {
        return Ok(known["id"].as_str().map(str::to_owned));
    }
    let id = format!("source-{}", head.sources.len() + 1);
    let mut source = Map::new();
    source.put("id", id.as_str());
    source.put("title", title);
    source.put("publisher", publisher);
    if !url.is_empty() {
        source.put("url", url);
    }
    source.put("date", date);
    head.sources.push(Value::Object(source));
    Ok(Some(id))
}

//! The figures of one area and one vote.

use super::Columns;
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::formats::doubts::warn_of_percent;
use crate::formats::rows::{Col, Row};
use crate::formats::twice::no_row;
use crate::ids::Ids;
use crate::refused::Refused;
use serde_json::{Map, Value, json};

/// Adds the options and the count of one vote from the rows of one area.
pub(super) fn add<'r>(
    ours: impl Iterator<Item = &'r Row>,
    columns: &Columns,
    vote: &str,
    context: &mut Context<'_>,
    results: &mut Results,
) -> Result<(), Refused> {
    let is_ours = |row: &&Row| matches!(row.text(columns.vote), of if of.is_empty() || of == vote);
    let ours: Vec<&Row> = ours.filter(is_ours).collect();
    let own = [columns.group_kind, columns.group];
    no_row(ours.iter().copied(), &own, "the group")?;
    let mut ballots = Map::new();
    let mut groups = Vec::new();
    let mut papers = Vec::new();
    for row in ours {
        match (row.text(columns.group_kind), row.text(columns.group)) {
            ("System-Gruppe", "Übrige") => groups.push(row),
            ("System-Gruppe", name) => {
                papers.push(row);
                system(row, name, columns, context, &mut ballots)?;
            }
            _ => groups.push(row),
        }
    }
    if groups.iter().any(|row| order(row, columns).is_some()) {
        groups.sort_by_key(|row| order(row, columns).unwrap_or(i64::MAX));
    }
    let mut count = Count {
        id: "count".to_owned(),
        ..Count::default()
    };
    // Empty cells are "did not stand" in an area that is counted, and "not yet" in one that is not.
    let is_counted = ballots.contains_key("valid");
    let mut ids = Ids::default();
    let mut without = 0;
    for row in &groups {
        warn_of_points(row, columns, context)?;
    }
    for row in groups {
        without += usize::from(!group(
            row,
            columns,
            is_counted,
            (&mut ids, &mut count, results),
        )?);
    }
    if without > 0 {
        let plural = if without == 1 { "" } else { "s" };
        context.left_out(
            None,
            format!("{without} group{plural} without a number in this area and vote"),
            "the file gives valid votes, and none to them",
        );
    }
    warn_of_shares(&papers, columns, context)?;
    count.fields.insert("percentOf".to_owned(), json!("valid"));
    count
        .fields
        .insert("ballots".to_owned(), Value::Object(ballots));
    let has_change = |result: &Value| result.get("change").is_some();
    if count.results.values().any(has_change) {
        // The column of changes is against the previous period (Vorperiode), whose day the file does not give.
        count.fields.insert(
            "comparedTo".to_owned(),
            json!({ "de": "der vorigen Wahl", "en": "the previous election" }),
        );
        context.understood(
            None,
            "DiffProzentPkt",
            "change.percent, compared to the previous election",
        );
    }
    context.understood(
        None,
        "Anzahl, Prozent of groups",
        "votes, percent of valid votes",
    );
    results.counts.push(count);
    Ok(())
}

fn order(row: &Row, columns: &Columns) -> Option<i64> {
    row.text(columns.order?).parse().ok()
}

/// Adds a row of voters and papers.
fn system(
    row: &Row,
    name: &str,
    columns: &Columns,
    context: &mut Context<'_>,
    ballots: &mut Map<String, Value>,
) -> Result<(), Refused> {
    let field = match name {
        "Wahlberechtigte" => "eligible",
        "Wählende" | "Wähler" => "cast",
        "Ungültige" => "invalid",
        "Gültige" => "valid",
        _ => {
            context.left_out(
                row.place(columns.group),
                format!("System-Gruppe {name}"),
                "it is no group that the format has",
            );
            return Ok(());
        }
    };
    if let Some(number) = row.whole(columns.count)? {
        ballots.insert(field.to_owned(), json!(number));
        context.understood(
            row.place(columns.count),
            format!("{name} {number}"),
            format!("ballots.{field}"),
        );
    }
    if let Some(points) = columns
        .points
        .filter(|points| !row.text(*points).is_empty())
    {
        context.left_out(
            row.place(points),
            format!("{name}: change of {} points", row.text(points)),
            "documents have the change of options alone",
        );
    }
    let percent = row.decimal_comma(columns.percent)?;
    match (field, percent) {
        (_, None) => {}
        ("cast", Some(percent)) => {
            context.understood(
                row.place(columns.percent),
                format!("{name} {percent} %"),
                "ballots.turnout",
            );
            ballots.insert("turnout".to_owned(), percent);
        }
        (_, Some(percent)) => context.left_out(
            row.place(columns.percent),
            format!("{name} {percent} %"),
            "it is a share of the papers cast, which the document has as numbers",
        ),
    }
    Ok(())
}

/// Warns of valid or invalid papers whose share is not that of the papers cast.
fn warn_of_shares(
    papers: &[&Row],
    columns: &Columns,
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    let is_cast = |row: &&&Row| matches!(row.text(columns.group), "Wählende" | "Wähler");
    let cast = papers.iter().find(is_cast);
    let Some(cast) = cast
        .map(|row| row.whole(columns.count))
        .transpose()?
        .flatten()
    else {
        return Ok(());
    };
    for row in papers.iter().filter(|row| !is_cast(row)) {
        let (name, percent) = (row.text(columns.group), row.text(columns.percent));
        if let Some(number) = row.whole(columns.count)? {
            let place = row.place(columns.percent);
            let percent = percent.replace(',', ".");
            let what = format!("{place}: the share of {name}");
            warn_of_percent(&what, &percent, (number, cast), context);
        }
    }
    Ok(())
}

/// Warns of a change in points that is not the difference of the two shares.
fn warn_of_points(row: &Row, columns: &Columns, context: &mut Context<'_>) -> Result<(), Refused> {
    let number = |column: Option<Col>| -> Result<Option<f64>, Refused> {
        let number = column.map(|column| row.decimal_comma(column)).transpose()?;
        Ok(number.flatten().and_then(|number| number.as_f64()))
    };
    let (Some(share), Some(before), Some(points), Some(at)) = (
        number(Some(columns.percent))?,
        number(columns.previous)?,
        number(columns.points)?,
        columns.points,
    ) else {
        return Ok(());
    };
    // The file rounds each of the three to six places.
    if (share - before - points).abs() > 0.000_01 {
        context.warn(format!(
            "{}: {} has a change of {} points, and its shares are {} now and {} before",
            row.place(at),
            row.text(columns.group),
            row.text(at),
            row.text(columns.percent),
            columns
                .previous
                .map(|column| row.text(column))
                .unwrap_or_default()
        ));
    }
    Ok(())
}

/// Adds an option. Returns false where a counted area has no number for it.
fn group(
    row: &Row,
    columns: &Columns,
    is_counted: bool,
    (ids, count, results): (&mut Ids, &mut Count, &mut Results),
) -> Result<bool, Refused> {
    let name = row.text(columns.group);
    if name.is_empty() {
        return Err(row.refused(columns.group, "the name of a group"));
    }
    let votes = row.whole(columns.count)?;
    let percent = row.decimal_comma(columns.percent)?;
    if row.text(columns.percent).starts_with('-') {
        return Err(row.refused(
            columns.percent,
            "a percentage of zero or more, such as 12,5",
        ));
    }
    let is_sum = row.text(columns.group_kind) == "System-Gruppe";
    let is_empty = votes.is_none() && percent.is_none();
    if is_empty && (is_counted || is_sum) {
        return Ok(false);
    }
    let kind = match (row.text(columns.group_kind), name) {
        ("System-Gruppe", _) => "other",
        // In the federation and the states all of them are added up in one row.
        ("Einzelbewerber/Wählergruppe", "Einzelbewerber/Wählergruppe") => "other",
        ("Einzelbewerber/Wählergruppe", _) => "candidate",
        _ => "party",
    };
    let id = ids.of(name, "group");
    results.options.push(option(&id, kind, name));
    if is_empty {
        return Ok(true);
    }
    let mut figure = Map::new();
    if let Some(votes) = votes {
        figure.insert("votes".to_owned(), json!(votes));
    }
    if let Some(percent) = percent {
        figure.insert("percent".to_owned(), percent);
    }
    let points = columns
        .points
        .map(|column| row.decimal_comma(column))
        .transpose()?;
    if let Some(points) = points.flatten() {
        figure.insert("change".to_owned(), json!({ "percent": points }));
    }
    count.results.insert(id.clone(), Value::Object(figure));
    Ok(true)
}

fn option(id: &str, kind: &str, name: &str) -> Map<String, Value> {
    let mut option = Map::new();
    option.insert("id".to_owned(), json!(id));
    option.insert("kind".to_owned(), json!(kind));
    option.insert("name".to_owned(), json!(name));
    option
}

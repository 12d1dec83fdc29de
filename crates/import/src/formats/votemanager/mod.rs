//! Germany's municipal results: the open data of votemanager, a row for each area or polling station.

mod areas;
mod names;
mod sums;

use super::Format;
use super::choice::{Item, choose};
use super::doubts;
use super::moment::Moment;
use super::rows::{Row, Rows, has_head};
use super::twice::{no_other, no_row};
use crate::context::Context;
use crate::draft::Results;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use serde_json::{Value, json};

/// The columns by which the format is known.
const HEAD: [&str; 5] = [
    "datum",
    "wahl",
    "gebiet-name",
    "max-schnellmeldungen",
    "anz-schnellmeldungen",
];

/// The value that stands for all areas of a file.
const ALL: &str = "all";

/// The format of the open data that votemanager publishes for municipalities.
#[derive(Clone, Copy, Debug)]
pub struct Votemanager;

impl Format for Votemanager {
    fn name(&self) -> &'static str {
        "votemanager"
    }

    fn title(&self) -> &'static str {
        "Germany's municipal results (votemanager, CSV)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        !sniff.is_json() && !sniff.is_markup() && has_head(&sniff.text, &HEAD)
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let text = source.text(context.answers())?;
        let rows = Rows::read(&text, &HEAD)?;
        drop(text);
        let Some(area) = area(&rows, context)? else {
            return Ok(None);
        };
        let ours: Vec<&Row> = match area {
            Some(index) => rows.rows.iter().skip(index).take(1).collect(),
            None => rows.rows.iter().collect(),
        };
        let own = rows.peek(&["gebiet-nr", "gebiet-name"]);
        no_row(ours.iter().copied(), &own, "the area")?;
        let Some(names) = names::names(&rows, &ours, source, context)? else {
            return Ok(None);
        };
        let mut results = head(&rows, &ours, area.is_some(), context)?;
        sums::add(&rows, &ours, &names, context, &mut results)?;
        if ours.len() < rows.rows.len() {
            let others = rows.rows.len() - ours.len();
            context.left_out(
                None,
                format!("{others} other areas"),
                "--area all adds all areas up",
            );
        } else if ours.len() > 1 {
            let number = ours.len();
            context.left_out(
                None,
                format!("the figures of {number} areas each"),
                "the document has their sums",
            );
        }
        rows.report_unused(context, ours.iter().copied(), why);
        doubts::finish(results, context)
    }
}

fn why(column: &str) -> &'static str {
    match column {
        "A1" | "A2" | "A3" => "it is a part of column A",
        "B1" => "it is a part of column B",
        "ags" | "gebiet-nr" => "documents name nothing by identifiers of others",
        _ => "documents have no field for it",
    }
}

/// The index of the chosen row; `Some(None)` for all of them, `None` while that is asked.
#[expect(
    clippy::option_option,
    reason = "one is a question, the other a choice"
)]
fn area(rows: &Rows, context: &mut Context<'_>) -> Result<Option<Option<usize>>, Refused> {
    let name = rows.column("gebiet-name")?;
    let number = rows.optional("gebiet-nr");
    let items = rows.rows.iter().map(|row| {
        let number = number.map(|column| row.text(column)).unwrap_or_default();
        let name = row.text(name);
        Item {
            value: if number.is_empty() { name } else { number }.to_owned(),
            label: name.to_owned(),
        }
    });
    let mut items: Vec<_> = items.collect();
    if items.len() == 1 {
        return Ok(Some(Some(0)));
    }
    items.push(Item {
        value: ALL.to_owned(),
        label: "all of them, added up".to_owned(),
    });
    let question = "Which area shall the document show (all adds them up)?";
    let chosen = choose(context, "area", question, &items)?;
    Ok(chosen.map(|index| (index < rows.rows.len()).then_some(index)))
}

fn head(
    rows: &Rows,
    ours: &[&Row],
    is_one_area: bool,
    context: &mut Context<'_>,
) -> Result<Results, Refused> {
    let mut results = Results::default();
    results.head.lang = Some("de".to_owned());
    let (day, election, name) = (
        rows.column("datum")?,
        rows.column("wahl")?,
        rows.column("gebiet-name")?,
    );
    let Some(first) = ours.first() else {
        return Ok(results);
    };
    let how = "name one area with --area";
    no_other(ours, day, "datum", how)?;
    no_other(ours, election, "wahl", how)?;
    let written = first.text(day);
    let moment =
        Moment::dotted(written).ok_or_else(|| first.refused(day, "a day such as 23.02.2025"))?;
    context.understood(first.place(day), format!("datum {written}"), "contest.date");
    results.date = Some(json!(moment.written));
    let election_name = first.text(election);
    if !election_name.is_empty() {
        context.understood(
            first.place(election),
            format!("wahl {election_name}"),
            "title",
        );
        results.head.title = Some(json!(election_name));
    }
    if is_one_area {
        let name = first.text(name);
        context.understood(None, format!("gebiet-name {name}"), "contest.place");
        results.place = Some(json!({ "name": name }));
    }
    Ok(results)
}

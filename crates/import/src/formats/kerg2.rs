//! Germany's federal results: `kerg2`, a row for each area, group and vote.

mod figures;
mod within;

use super::Format;
use super::choice::{Item, choose};
use super::doubts;
use super::moment::Moment;
use super::rows::{Col, Row, Rows, has_head};
use super::twice::{SPLIT, no_other};
use crate::context::Context;
use crate::draft::{Results, place};
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use serde_json::{Map, Value, json};

/// The columns by which the format is known.
const HEAD: [&str; 6] = [
    "Wahltag",
    "Gebietsart",
    "Gebietsnummer",
    "Gruppenart",
    "Gruppenname",
    "Stimme",
];

/// The format of the results that Germany's Federal Returning Officer publishes.
#[derive(Clone, Copy, Debug)]
pub struct Kerg2;

impl Format for Kerg2 {
    fn name(&self) -> &'static str {
        "kerg2"
    }

    fn title(&self) -> &'static str {
        "Germany's federal results (kerg2, CSV)"
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
        let columns = Columns::of(&rows)?;
        let areas = Area::all(&rows, &columns);
        let votes = votes(&rows, &columns);
        let area = choose(
            context,
            "area",
            "Which area shall the document show?",
            &items(&areas),
        )?;
        let vote = choose(
            context,
            "vote",
            "Which vote shall the document show?",
            &votes,
        )?;
        let (Some(area), Some(vote)) = (area.and_then(|index| areas.get(index)), vote) else {
            return Ok(None);
        };
        let vote = votes
            .get(vote)
            .map(|item| item.value.as_str())
            .unwrap_or_default();
        let results = document(&rows, &columns, area, vote, context)?;
        left_out(&rows, &columns, area, (areas.len(), votes.len()), context);
        doubts::finish(results, context)
    }
}

/// The columns that become fields.
struct Columns {
    day: Col,
    kind: Col,
    number: Col,
    name: Col,
    group_kind: Col,
    group: Col,
    vote: Col,
    order: Option<Col>,
    count: Col,
    percent: Col,
    points: Option<Col>,
    previous: Option<Col>,
    election: Option<Col>,
}

impl Columns {
    fn of(rows: &Rows) -> Result<Columns, Refused> {
        Ok(Columns {
            day: rows.column("Wahltag")?,
            kind: rows.column("Gebietsart")?,
            number: rows.column("Gebietsnummer")?,
            name: rows.column("Gebietsname")?,
            group_kind: rows.column("Gruppenart")?,
            group: rows.column("Gruppenname")?,
            vote: rows.column("Stimme")?,
            order: rows.optional("Gruppenreihenfolge"),
            count: rows.column("Anzahl")?,
            percent: rows.column("Prozent")?,
            points: rows.optional("DiffProzentPkt"),
            // The document does not take it: it stays among what is left out.
            previous: rows.peek(&["VorpProzent"]).first().copied(),
            election: rows.optional("Wahlart"),
        })
    }
}

/// An area of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Area {
    kind: String,
    number: String,
    name: String,
}

impl Area {
    fn of(row: &Row, columns: &Columns) -> Area {
        Area {
            kind: row.text(columns.kind).to_owned(),
            number: row.text(columns.number).to_owned(),
            name: row.text(columns.name).to_owned(),
        }
    }

    /// The areas of a file in its order.
    fn all(rows: &Rows, columns: &Columns) -> Vec<Area> {
        let mut areas: Vec<Area> = Vec::new();
        let mut known = std::collections::HashSet::new();
        for row in &rows.rows {
            let key = (row.text(columns.kind), row.text(columns.number));
            if known.insert(key) {
                areas.push(Area::of(row, columns));
            }
        }
        areas
    }

    fn has(&self, row: &Row, columns: &Columns) -> bool {
        row.text(columns.kind) == self.kind && row.text(columns.number) == self.number
    }
}

fn items(areas: &[Area]) -> Vec<Item> {
    let items = areas.iter().map(|area| {
        let same = areas.iter().filter(|other| other.number == area.number);
        let is_unique = same.count() == 1;
        Item {
            value: if is_unique {
                area.number.clone()
            } else {
                format!("{} {}", area.kind, area.number)
            },
            label: area.name.clone(),
        }
    });
    items.collect()
}

fn votes(rows: &Rows, columns: &Columns) -> Vec<Item> {
    let mut votes: Vec<Item> = Vec::new();
    for row in &rows.rows {
        let vote = row.text(columns.vote);
        if !vote.is_empty() && !votes.iter().any(|item| item.value == vote) {
            let label = match vote {
                "1" => "Erststimmen",
                "2" => "Zweitstimmen",
                other => other,
            };
            votes.push(Item {
                value: vote.to_owned(),
                label: label.to_owned(),
            });
        }
    }
    votes.sort_by(|one, other| one.value.cmp(&other.value));
    votes
}

fn document(
    rows: &Rows,
    columns: &Columns,
    area: &Area,
    vote: &str,
    context: &mut Context<'_>,
) -> Result<Results, Refused> {
    let mut results = Results::default();
    results.head.lang = Some("de".to_owned());
    let is_federal = area.kind.eq_ignore_ascii_case("Bund");
    results.place = Some(place(if is_federal { "DE" } else { &area.name }));
    context.understood(
        None,
        format!("{} {}", area.kind, area.name),
        "contest.place",
    );
    let ours = rows.rows.iter().filter(|row| area.has(row, columns));
    if let Some(row) = ours.clone().next() {
        let day = row.text(columns.day);
        let rows: Vec<&Row> = ours.clone().collect();
        no_other(&rows, columns.day, "Wahltag", SPLIT)?;
        let how = "the number stands for two areas";
        no_other(&rows, columns.name, "Gebietsname", how)?;
        let moment = Moment::dotted(day)
            .ok_or_else(|| row.refused(columns.day, "a day such as 23.02.2025"))?;
        context.understood(
            row.place(columns.day),
            format!("Wahltag {day}"),
            "contest.date",
        );
        results.date = Some(json!(moment.written));
    }
    if let Some(election) = columns.election {
        office(ours.clone(), election, context, &mut results);
    }
    figures::add(ours.clone(), columns, vote, context, &mut results)?;
    within::check(rows, columns, area, vote, context)?;
    if vote == "1"
        && let (Some(row), Some(elected)) = (ours.clone().next(), rows.optional("Gewählt"))
    {
        let rows: Vec<&Row> = ours.clone().collect();
        no_other(&rows, elected, "Gewählt", "one group wins a constituency")?;
        winner(row, elected, context, &mut results);
    }
    Ok(results)
}

/// Takes the house from the kind of election, and warns of rows that name another.
fn office<'r>(
    ours: impl Iterator<Item = &'r Row> + Clone,
    election: Col,
    context: &mut Context<'_>,
    results: &mut Results,
) {
    let is_federal = |row: &&Row| row.text(election) == "BT";
    let Some(row) = ours.clone().find(is_federal) else {
        return;
    };
    results.office = Some(json!("Deutscher Bundestag"));
    context.understood(row.place(election), "Wahlart BT", "contest.office");
    for row in ours.filter(|row| !is_federal(row)) {
        let found = row.text(election);
        let place = row.place(election);
        context.warn(format!(
            "{place}: the Wahlart is \"{found}\", in other rows of the area \"BT\""
        ));
    }
}

/// Takes the group whose candidate won the constituency. A dash says that nobody did.
fn winner(row: &Row, elected: Col, context: &mut Context<'_>, results: &mut Results) {
    let said = row.text(elected);
    if matches!(said, "" | "-" | "–") {
        return;
    }
    let is_it = |option: &&Map<String, Value>| option.get("name") == Some(&json!(said));
    let id = results
        .options
        .iter()
        .find(is_it)
        .and_then(|option| option.get("id"))
        .cloned();
    let Some(id) = id else {
        context.left_out(
            row.place(elected),
            format!("Gewählt {said}"),
            "no group of the area is called so",
        );
        return;
    };
    let mut outcome = Map::new();
    outcome.insert("kind".to_owned(), json!("elected"));
    outcome.insert("option".to_owned(), id);
    results.outcomes.push(outcome);
    context.understood(
        row.place(elected),
        format!("Gewählt {said}"),
        "outcome: elected",
    );
}

fn left_out(
    rows: &Rows,
    columns: &Columns,
    area: &Area,
    (areas, votes): (usize, usize),
    context: &mut Context<'_>,
) {
    let others = rows
        .rows
        .iter()
        .filter(|row| !area.has(row, columns))
        .count();
    if others > 0 {
        let areas = areas.saturating_sub(1);
        let plural = if areas == 1 { "" } else { "s" };
        context.left_out(
            None,
            format!("{areas} other area{plural} ({others} rows)"),
            "a document shows one area: choose another with --area",
        );
    }
    if votes > 1 {
        context.left_out(
            None,
            "the other vote of the area",
            "a document shows one vote: choose it with --vote",
        );
    }
    let ours = rows.rows.iter().filter(|row| area.has(row, columns));
    rows.report_unused(context, ours, |column| match column {
        "VorpAnzahl" | "VorpProzent" => {
            "it is of the previous election, which is a document of its own"
        }
        "DiffProzent" => {
            "it is the change of the count in percent; the document has that of the share in points"
        }
        "UegGebietsart" | "UegGebietsnummer" => "it says in which area the area lies",
        "Gewählt" => "it names who won the constituency, which the first votes decide",
        _ => "documents have no field for it",
    });
}

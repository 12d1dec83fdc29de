//! Gathered rows as a results document.

use super::columns::{Assigned, Columns};
use super::fields::is_share;
use super::figures::Judged;
use super::gather::{CountRows, Figure, Gathered, OptionRow, Role};
use super::head::Head;
use super::options::options;
use super::papers::{add_ballots, put_ballots};
use super::words;
use crate::context::Context;
use crate::draft::{Count, Results};
use crate::ids::Ids;
use crate::object::{Put, object};
use crate::question::Question;
use crate::refused::{Place, Refused};
use serde_json::{Map, Value};

/// Makes the document. `None` while a question is open.
///
/// # Errors
/// A cell that is no quantity, or an answer that does not fit.
pub(super) fn finish(
    columns: &Columns,
    mut gathered: Gathered,
    head: Head,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    if gathered.options.is_empty() {
        return Err(Refused::at(
            Place::line(columns.header.line),
            "no row below the header has a name",
        ));
    }
    let judged = Judged::new(columns, &mut gathered, context)?;
    let mut draft = contest(&head, context)?;
    let ids = options(&gathered, columns, &mut draft, context)?;
    let is_sum = !columns.areas.is_empty();
    if is_sum {
        say_shares(columns, context);
    }
    let mut counts = Counts {
        columns,
        gathered: &gathered,
        judged,
        ids,
        head: &head,
        count_ids: Ids::default(),
    };
    for rows in &gathered.counts {
        counts.add(rows, &mut draft, context)?;
    }
    draft.head = head.draft;
    draft.finish(context)
}

/// The contest and what else the head says of the whole.
fn contest(head: &Head, context: &mut Context<'_>) -> Result<Results, Refused> {
    let mut draft = Results {
        office: head.value("office"),
        place: head.value("place"),
        date: head.text("date").and_then(words::date).map(Value::from),
        ..Results::default()
    };
    if let (Some(date), None) = (head.text("date"), &draft.date) {
        let question = Question::new("date", format!("Which day is \"{date}\"? Write 2030-04-12"));
        draft.date = context.settle(question)?.map(Value::from);
    }
    for (key, field) in [
        ("question", "question"),
        ("votesAllowed", "votesAllowed"),
        ("numberElected", "numberElected"),
    ] {
        let value = if key == "question" {
            head.value(key)
        } else {
            head.quantity(key)?
        };
        if let Some(value) = value {
            draft.contest.put(field, value);
        }
    }
    if let Some(total) = head.quantity("seats")? {
        draft.more.put("seats", object!({ "total": total }));
    }
    draft.thresholds = head.thresholds()?;
    Ok(draft)
}

fn say_shares(columns: &Columns, context: &mut Context<'_>) {
    for (field, column) in columns.figures() {
        if is_share(field) {
            let name = columns.header.name(column);
            context.left_out(
                columns.header.place(column),
                format!("the figures of \"{name}\""),
                "shares of areas can't be added up",
            );
        }
    }
}

/// The counts that are being made.
struct Counts<'t> {
    columns: &'t Columns,
    gathered: &'t Gathered,
    judged: Judged,
    ids: Vec<Option<String>>,
    head: &'t Head,
    count_ids: Ids,
}

impl Counts<'_> {
    fn add(
        &mut self,
        rows: &CountRows,
        draft: &mut Results,
        context: &mut Context<'_>,
    ) -> Result<(), Refused> {
        let mut count = self.begin(rows, context)?;
        let is_partial = self.is_partial(&count, context);
        let mut ballots = self.ballots(rows, is_partial, context)?;
        let mut outcomes = Vec::new();
        let mut totals = Vec::new();
        for (place, figures) in rows.results.iter().enumerate() {
            let Some(option) = self.gathered.options.get(place) else {
                continue;
            };
            let block = self.columns.blocks.get(option.block);
            let assigned = block.map_or(&[] as &[Assigned], |block| &block.figures);
            let result = self.result(assigned, figures, is_partial, context)?;
            let id = self.ids.get(place).cloned().flatten();
            let is_unopposed = assigned
                .iter()
                .zip(figures)
                .any(|((_, column), figure)| self.judged.is_unopposed(figure, *column));
            if let Some(id) = id.clone().filter(|_| is_unopposed) {
                outcomes.push((id, "unopposed".to_owned()));
            }
            match (&option.role, id) {
                (Role::Ballots(field), _) => {
                    add_ballots(&mut ballots, field, option, result, context);
                }
                (Role::Total, _) => totals.push((option, result)),
                (Role::Option(_), Some(id)) if !result.is_empty() => {
                    count.results.insert(id, Value::Object(result));
                }
                _ => {}
            }
        }
        for (place, cell, at) in &rows.outcomes {
            let id = self.ids.get(*place).cloned().flatten();
            if let (Some(id), Some(kind)) = (id, outcome(cell, *at, context)?) {
                outcomes.push((id, kind));
            }
        }
        for (option, total) in totals {
            check_total(option, &total, &count, &ballots, context);
        }
        put_ballots(&mut count, ballots);
        for (id, kind) in outcomes {
            let mut outcome = Map::new();
            outcome.put("option", id);
            outcome.put("kind", kind);
            outcome.put("count", count.id.as_str());
            draft.outcomes.push(outcome);
        }
        draft.counts.push(count);
        Ok(())
    }

    /// The count with what its cells and the head say of it.
    fn begin(&mut self, rows: &CountRows, context: &mut Context<'_>) -> Result<Count, Refused> {
        let cell = |field: &str| {
            let found = rows.values.iter().find(|(known, _)| *known == field);
            found
                .map(|(_, cell)| cell.as_str())
                .filter(|cell| !cell.is_empty())
        };
        let named = cell("count")
            .or(cell("status"))
            .or(cell("asOf"))
            .or(self.head.text("label"));
        let id = self.count_ids.of(named.unwrap_or("count"), "count");
        let mut count = Count {
            id,
            ..Count::default()
        };
        let at = Place::line(rows.line);
        // A count that is called "Exit poll" is one.
        let label = cell("count").filter(|label| words::status(label).is_some());
        let word = cell("status").or(label).or(self.head.text("status"));
        if let Some(word) = word {
            count.status = status(word, at, context)?;
        }
        if let Some(text) = cell("asOf").or(self.head.text("asOf")) {
            count.as_of = words::date(text);
            if count.as_of.is_none() {
                context.warn(format!("{at}: \"{text}\" is no day that can be read for certain (write 2030-04-12, or with time and offset 2030-04-12T21:00+06:00)"));
            }
        }
        if let Some(label) = cell("count").or(self.head.text("label")) {
            count.fields.put("label", label);
        }
        for key in ["percentOf", "comparedTo"] {
            if let Some(value) = self.head.value(key) {
                count.fields.insert(key.to_owned(), value);
            }
        }
        let base = self.columns.percent_of;
        if let (Some(base), None) = (base, count.fields.get("percentOf")) {
            count.fields.put("percentOf", base);
        }
        Ok(count)
    }

    fn is_partial(&self, count: &Count, context: &Context<'_>) -> bool {
        let several = self.gathered.counts.len() > 1;
        let key = if several {
            format!("count.{}.status", count.id)
        } else {
            "status".to_owned()
        };
        let status = context
            .answers()
            .text(&key)
            .or_else(|| count.status.clone());
        matches!(status.as_deref(), Some("partial" | "voting"))
    }

    fn ballots(
        &self,
        rows: &CountRows,
        is_partial: bool,
        context: &mut Context<'_>,
    ) -> Result<Map<String, Value>, Refused> {
        let mut ballots = Map::new();
        for field in ["eligible", "cast", "valid", "blank", "invalid", "turnout"] {
            if let Some(value) = self.head.quantity(field)? {
                ballots.put(field, value);
            }
        }
        if let Some(reported) = self.head.reported()? {
            ballots.put("reported", reported);
        }
        for ((field, column), figure) in self.columns.ballots.iter().zip(&rows.ballots) {
            if let Some(value) = self.judged.value(figure, *column, is_partial, context)? {
                ballots.insert((*field).to_owned(), value);
            }
        }
        Ok(ballots)
    }

    fn result(
        &self,
        assigned: &[Assigned],
        figures: &[Figure],
        is_partial: bool,
        context: &mut Context<'_>,
    ) -> Result<Map<String, Value>, Refused> {
        let mut result = Map::new();
        let mut change = Map::new();
        for ((field, column), figure) in assigned.iter().zip(figures) {
            let Some(value) = self.judged.value(figure, *column, is_partial, context)? else {
                continue;
            };
            match field.strip_prefix("change.") {
                Some(unit) => change.insert(unit.to_owned(), value),
                None => result.insert((*field).to_owned(), value),
            };
        }
        if !change.is_empty() {
            result.put("change", change);
        }
        Ok(result)
    }
}

/// Warns of a sum of votes that the rows do not add up to, with invalid and blank papers or without them. Only exact figures
/// are added up.
fn check_total(
    option: &OptionRow,
    total: &Map<String, Value>,
    count: &Count,
    ballots: &Map<String, Value>,
    context: &mut Context<'_>,
) {
    let votes = |result: &Value| result.get("votes")?.as_u64();
    let added: Option<u64> = count.results.values().map(votes).sum();
    let (Some(total), Some(added)) = (total.get("votes").and_then(Value::as_u64), added) else {
        return;
    };
    let papers = |field: &str| ballots.get(field).and_then(Value::as_u64).unwrap_or(0);
    let fits = [
        added,
        added + papers("invalid"),
        added + papers("blank"),
        added + papers("invalid") + papers("blank"),
    ];
    if !fits.contains(&total) {
        context.warn(format!(
            "line {}: \"{}\" is {total} votes, and the rows add up to {added}",
            option.line, option.name
        ));
    }
}

fn status(word: &str, at: Place, context: &mut Context<'_>) -> Result<Option<String>, Refused> {
    if context.answers().get(&format!("statuses.{word}")).is_none()
        && let Some(status) = words::status(word)
    {
        return Ok(Some(status.to_owned()));
    }
    let question = Question::new(
        format!("statuses.{word}"),
        format!("Which status is \"{word}\"?"),
    )
    .at(at);
    let question =
        words::statuses().fold(question, |question, status| question.choice(status, status));
    context.settle(question)
}

fn outcome(word: &str, at: Place, context: &mut Context<'_>) -> Result<Option<String>, Refused> {
    if let Some(known) = words::outcome(word) {
        if known.is_none() {
            context.left_out(at, format!("\"{word}\""), "no outcome");
        }
        return Ok(known.map(str::to_owned));
    }
    let question = Question::new(
        format!("outcomes.{word}"),
        format!("Which outcome is \"{word}\"?"),
    )
    .at(at);
    let question =
        words::outcome_kinds().fold(question, |question, kind| question.choice(kind, kind));
    let answer = context.settle(question.choice("none", "no outcome"))?;
    Ok(answer.filter(|answer| answer != "none"))
}

//! Swiss results: the CSV files of OneGov's election day, of elections, votes and parties.

mod election;
mod entities;
mod majorz;
mod parties;
mod proporz;
mod vote;

use super::Format;
use super::rows::{Col, Row, Rows, has_head};
use super::twice::{SPLIT, no_other};
use super::{doubts, flag};
use crate::context::Context;
use crate::refused::Refused;
use crate::source::{Sniff, Source};
use serde_json::{Map, Value};

const ELECTION: [&str; 5] = [
    "election_date",
    "election_type",
    "entity_id",
    "candidate_id",
    "candidate_votes",
];
const VOTE: [&str; 6] = ["date", "type", "entity_id", "counted", "yeas", "nays"];
const PARTIES: [&str; 5] = ["year", "id", "total_votes", "mandates", "votes"];

/// The format of the results that Swiss cantons publish with OneGov.
#[derive(Clone, Copy, Debug)]
pub struct Onegov;

impl Format for Onegov {
    fn name(&self) -> &'static str {
        "onegov"
    }

    fn title(&self) -> &'static str {
        "Swiss results (OneGov: majorz, proporz, vote, parties; CSV)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        let has = |columns: &[&str]| has_head(&sniff.text, columns);
        !sniff.is_json() && !sniff.is_markup() && (has(&ELECTION) || has(&VOTE) || has(&PARTIES))
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let text = source.text(context.answers())?;
        let results = if has_head(&text, &VOTE) {
            vote::read(&Rows::read(&text, &VOTE)?, context)?
        } else if has_head(&text, &PARTIES) {
            parties::read(&Rows::read(&text, &PARTIES)?, context)?
        } else {
            Some(election::read(&Rows::read(&text, &ELECTION)?, context)?)
        };
        match results {
            Some(results) => doubts::finish(results, context),
            None => Ok(None),
        }
    }
}

/// The reason why a column is in no field of the document.
fn why(column: &str) -> &'static str {
    match column {
        "election_domain" | "domain" => {
            "it says whether the federation, the canton or a municipality votes"
        }
        "shortcode" => "it orders the votes of a day in the publisher's own pages",
        "list_connection" | "list_connection_parent" => {
            "documents do not say how seats are allotted"
        }
        "entity_unaccounted_ballots" => "it is the sum of blank and invalid papers",
        "entity_blank_votes" | "entity_invalid_votes" | "entity_accounted_votes" => {
            "they are votes on papers; the document has the papers"
        }
        "turnout" | "entity_turnout" => "the document has the sums of voters and papers",
        "entity_id" | "entity_name" | "name" | "district" | "group" | "entity_district" => {
            "the document has the sum of all of them"
        }
        _ => "documents have no field for it",
    }
}

/// The number of areas and their rows, of which the document has the sums.
fn leave_areas(areas: usize, context: &mut Context<'_>) {
    if areas > 1 {
        context.left_out(
            None,
            format!("the figures of {areas} municipalities each"),
            "the document has their sums",
        );
    }
}

/// Names the municipalities that are not counted and have figures nevertheless, in one of `columns`.
fn leave_uncounted<'r>(
    rows: &Rows,
    uncounted: impl Iterator<Item = &'r Row>,
    columns: &[&str],
    context: &mut Context<'_>,
) {
    let columns = rows.peek(columns);
    let has_figure = |row: &&Row| {
        let mut cells = columns.iter().map(|column| row.text(*column));
        cells.any(|cell| !matches!(cell, "" | "0"))
    };
    let with_figures = uncounted.filter(has_figure).count();
    if with_figures > 0 {
        context.left_out(
            None,
            format!("the figures of municipalities that are not counted ({with_figures} rows)"),
            "they may be a part of what is cast there",
        );
    }
}

/// The text of a column or of its translations: `title`, or `title_de_CH` and others.
fn text(rows: &Rows, row: &Row, name: &str) -> Option<Value> {
    let own = rows.optional(name).map(|column| row.text(column));
    if let Some(own) = own
        && !own.is_empty()
    {
        return Some(Value::from(own));
    }
    let prefix = format!("{name}_");
    let mut texts = Map::new();
    let columns: Vec<_> = rows.columns().collect();
    for (column, column_name) in columns {
        let Some(locale) = column_name.strip_prefix(&prefix) else {
            continue;
        };
        let language = locale.split('_').next().unwrap_or_default();
        let said = row.text(column);
        let is_language = matches!(language.len(), 2 | 3)
            && language.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_language && !said.is_empty() {
            rows.column(column_name).ok()?;
            texts.insert(language.to_owned(), Value::from(said));
        }
    }
    (!texts.is_empty()).then_some(Value::Object(texts))
}

/// Refuses rows that differ in what is the same of a whole election: the columns `names`, and titles in any language.
fn one_election(rows: &Rows, ours: &[&Row], title: &str, names: &[&str]) -> Result<(), Refused> {
    let is_one = |name: &str| {
        let rest = name.strip_prefix(title);
        names.contains(&name) || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    };
    for (column, name) in rows.columns() {
        if is_one(name) {
            no_other(ours, column, name, SPLIT)?;
        }
    }
    Ok(())
}

/// A column in one of its two spellings.
fn either(rows: &Rows, name: &str, misspelt: &str) -> Option<Col> {
    rows.optional(name).or_else(|| rows.optional(misspelt))
}

/// True of a cell that says so.
fn is_true(row: &Row, column: Col) -> bool {
    flag::parse(row.text(column)) == Some(true)
}

/// Refuses cells that say neither yes nor no: a municipality that is counted must not be left out.
fn check_flags<'r>(rows: impl Iterator<Item = &'r Row>, column: Col) -> Result<(), Refused> {
    for row in rows {
        let text = row.text(column);
        if !text.is_empty() && flag::parse(text).is_none() {
            return Err(row.refused(column, "True or False"));
        }
    }
    Ok(())
}

/// The status that a file gives, or `partial` where areas are not counted.
fn status(row: &Row, column: Col, uncounted: usize, context: &mut Context<'_>) -> Option<String> {
    let said = row.text(column);
    let status = match said {
        "interim" => "partial",
        "final" if uncounted == 0 => "final",
        _ if uncounted > 0 => "partial",
        _ => return None,
    };
    if said == "final" && uncounted > 0 {
        context.warn(format!(
            "the status is final, and {uncounted} municipalities are not counted"
        ));
    }
    context.understood(
        row.place(column),
        format!("status {said}, municipalities not counted: {uncounted}"),
        format!("status: {status}"),
    );
    Some(status.to_owned())
}

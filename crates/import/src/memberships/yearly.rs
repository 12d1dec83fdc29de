//! Matrices a year, as the Correlates of War project publishes them: a row for each state and year, a column for each
//! organisation, and 0 none, 1 full, 2 associate, 3 observer, -9 missing, -1 not in the system.

use super::spell::{Spell, Spells};
use super::state::States;
use crate::context::Context;
use crate::country_codes::from_cow;
use crate::draft::Head;
use crate::formats::plain_words;
use crate::grid::Grid;
use crate::object::{Put, object};
use crate::refused::{Place, Refused};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Columns that are no organisation.
const OTHERS: [&str; 5] = ["ccode", "year", "state", "stateabb", "version"];

/// Years by state and organisation, each with its value.
type Years = BTreeMap<(String, usize), BTreeMap<i64, i64>>;

/// Reads such a matrix. `None` while a question is open.
///
/// # Errors
/// A cell that is none of the six numbers, or a year that is none.
pub(super) fn read(
    grid: &Grid,
    head: Head,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let find = |name: &str| {
        grid.header
            .iter()
            .position(|cell| plain_words(cell) == name)
    };
    let year_column = find("year").unwrap_or_default();
    let state_column = find("state").or(find("stateabb")).unwrap_or_default();
    let wanted = context.answers().list("alliances");
    let is_wanted = |name: &String| {
        !OTHERS.contains(&plain_words(name).as_str())
            && (wanted.is_empty() || wanted.contains(name))
    };
    let organisations: Vec<usize> = (0..grid.header.len())
        .filter(|column| grid.header.get(*column).is_some_and(is_wanted))
        .collect();
    for (column, name) in grid.header.iter().enumerate() {
        if organisations.contains(&column) {
            context.column(grid.place(column), name, "an alliance");
        } else if column == year_column || column == state_column {
            context.column(
                grid.place(column),
                name,
                if column == year_column {
                    "year"
                } else {
                    "state"
                },
            );
        } else {
            context.left_out(
                grid.place(column),
                format!("the column \"{name}\""),
                "it is none of the alliances",
            );
        }
    }
    let mut states = States::new(
        context.answers(),
        grid.rows.iter().map(|row| row.cell(state_column)),
    );
    let mut numbered = BTreeSet::new();
    let mut years: Years = BTreeMap::new();
    let mut last = i64::MIN;
    for row in &grid.rows {
        let year: i64 = row.cell(year_column).parse().map_err(|_| {
            Refused::at(
                row.place(year_column),
                format!("\"{}\" is no year", row.cell(year_column)),
            )
        })?;
        last = last.max(year);
        let text = row.cell(state_column);
        let is_answered = context.answers().get(&format!("states.{text}")).is_some();
        let by_number = find("ccode").and_then(|column| from_cow(row.cell(column)));
        let state = match by_number.filter(|_| !is_answered) {
            Some(code) => {
                if numbered.insert(code) {
                    context.understood(
                        row.place(state_column),
                        text,
                        format!("state {code}, by its ccode"),
                    );
                }
                Some(code.to_owned())
            }
            None => states.code(text, row.place(state_column), context)?,
        };
        let Some(state) = state else {
            continue;
        };
        for column in &organisations {
            let value = value(row.cell(*column), row.place(*column))?;
            years
                .entry((state.clone(), *column))
                .or_default()
                .insert(year, value);
        }
    }
    let mut spells = Spells::default();
    for ((state, column), years) in &years {
        let alliance = grid.header.get(*column).cloned().unwrap_or_default();
        for (kind, fields) in runs(years, &alliance, context) {
            spells.add(Spell {
                state: state.clone(),
                alliance: alliance.clone(),
                kind: kind.to_owned(),
                fields,
            });
        }
    }
    context.left_out(None, "0 and -1", "that a state is no member is said of complete lists only, and no column says that a list is");
    spells.finish(
        head,
        (last > i64::MIN).then(|| Value::from(last.to_string())),
        context,
    )
}

fn value(text: &str, place: Place) -> Result<i64, Refused> {
    let value = text
        .parse()
        .ok()
        .filter(|value| [-9, -1, 0, 1, 2, 3].contains(value));
    value.ok_or_else(|| {
        Refused::at(place, format!("\"{text}\" is none of 0 (none), 1 (full), 2 (associate), 3 (observer), -9 (missing), -1 (not in the system)"))
    })
}

fn kind(value: i64) -> Option<&'static str> {
    match value {
        1 => Some("member"),
        2 => Some("associate"),
        3 => Some("observer"),
        _ => None,
    }
}

/// The runs of years of one kind, as spells of the precision of a year.
///
/// A run that begins with the first year of the state is older: it began before the next year. One that is followed by
/// another value ended in its last year; one that is followed by no value, or by a missing one, is known up to it.
fn runs(
    years: &BTreeMap<i64, i64>,
    alliance: &str,
    context: &mut Context<'_>,
) -> Vec<(&'static str, Map<String, Value>)> {
    let mut found: Vec<(&'static str, Map<String, Value>)> = Vec::new();
    let years: Vec<(i64, i64)> = years.iter().map(|(year, value)| (*year, *value)).collect();
    let mut start = 0;
    while let Some((first, value)) = years.get(start).copied() {
        let mut end = start;
        while years.get(end + 1).is_some_and(|(year, next)| {
            *next == value && years.get(end).is_some_and(|(before, _)| year - before == 1)
        }) {
            end += 1;
        }
        let last = years.get(end).map_or(first, |(year, _)| *year);
        if let Some(kind) = kind(value) {
            let before = start.checked_sub(1).and_then(|place| years.get(place));
            let after = years.get(end + 1);
            let is_known = |neighbour: Option<&(i64, i64)>, year: i64| {
                neighbour.is_some_and(|(at, value)| *at == year && *value != -9)
            };
            let mut fields = Map::new();
            let from = if is_known(before, first - 1) {
                Value::from(first.to_string())
            } else {
                object!({ "before": (first + 1).to_string() })
            };
            fields.put("from", from);
            if is_known(after, last + 1) {
                fields.put("to", last.to_string());
            } else {
                fields.put("asOf", last.to_string());
            }
            found.push((kind, fields));
        } else if value == -9 {
            context.left_out(
                None,
                format!("{alliance}, {first} to {last}"),
                "missing in the file (-9)",
            );
        }
        start = end + 1;
    }
    found
}

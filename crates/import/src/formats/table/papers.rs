//! The figures of the papers, from rows and columns, in a count.

use super::gather::OptionRow;
use super::row_names::is_turnout_too;
use crate::context::Context;
use crate::draft::Count;
use crate::object::{Put, written};
use crate::refused::Place;
use serde_json::{Map, Value};

/// Adds the figure of a row such as "Invalid votes" to the papers, and says which other figures of the row have no place
/// there.
pub(super) fn add_ballots(
    ballots: &mut Map<String, Value>,
    field: &str,
    option: &OptionRow,
    mut result: Map<String, Value>,
    context: &mut Context<'_>,
) {
    let wanted = if field == "turnout" {
        "percent"
    } else {
        "votes"
    };
    let mut say = |unit: &str, value: &Value, why: String| {
        let what = format!("{unit} {} of \"{}\"", written(value), option.name);
        context.left_out(Place::line(option.line), what, why);
    };
    let mut put = |field: &str, unit: &str, result: &mut Map<String, Value>| {
        let Some(value) = result.shift_remove(unit) else {
            return;
        };
        match ballots.get(field) {
            Some(known) => say(
                unit,
                &value,
                format!("{field} is {} already", written(known)),
            ),
            None => ballots.put(field, value),
        }
    };
    let first = result.keys().next().cloned().unwrap_or_default();
    let unit = if result.contains_key(wanted) {
        wanted
    } else {
        &first
    };
    put(field, unit, &mut result);
    if is_turnout_too(&option.name) {
        put("turnout", "percent", &mut result);
    }
    for (unit, value) in &result {
        say(unit, value, "papers have one figure".to_owned());
    }
}

/// Moves the papers and the reported part into the count, in the contract's order.
pub(super) fn put_ballots(count: &mut Count, mut ballots: Map<String, Value>) {
    let mut reported = match ballots.shift_remove("reported") {
        Some(Value::Object(map)) => map,
        _ => Map::new(),
    };
    for part in ["done", "total"] {
        if let Some(value) = ballots.shift_remove(&format!("reported.{part}")) {
            reported.insert(part.to_owned(), value);
        }
    }
    if !reported.is_empty() {
        count.fields.put("reported", reported);
    }
    if !ballots.is_empty() {
        count.fields.put("ballots", ballots);
    }
}

//! The names of options, which the file itself does not hold.

use crate::context::Context;
use crate::formats::rows::{Col, Row, Rows, separator};
use crate::question::Question;
use crate::refused::Refused;
use crate::source::Source;

/// An option: the column of its votes, and its name.
pub(super) struct Named {
    pub(super) column: Col,
    pub(super) name: String,
}

/// The endings of columns that hold the sum of an option, by the version of the scheme.
const SUMS: [&str; 3] = ["", "_summe_liste_kandidaten", "_4"];

/// The options with their names from the answer `names` or a second file. `None` notes the question.
pub(super) fn names(
    rows: &Rows,
    ours: &[&Row],
    source: &Source<'_>,
    context: &mut Context<'_>,
) -> Result<Option<Vec<Named>>, Refused> {
    let columns = columns(rows);
    let given = given(source, context)?;
    let mut named = Vec::new();
    let mut missing = Vec::new();
    for (id, column) in columns {
        match given.iter().find(|(key, _)| key.eq_ignore_ascii_case(&id)) {
            Some((_, name)) => named.push(Named {
                column,
                name: name.clone(),
            }),
            None if ours.iter().all(|row| row.text(column).is_empty()) => {}
            None => missing.push(id),
        }
    }
    for (key, _) in &given {
        let is_known = columns_named(rows, key).is_some();
        if !is_known {
            return Err(Refused::new(format!(
                "names: the file has no column {key} of votes"
            )));
        }
    }
    if missing.is_empty() && !named.is_empty() {
        for one in &named {
            if let Some((_, column)) = rows.columns().find(|(column, _)| *column == one.column) {
                rows.column(column)?;
            }
        }
        context.understood(
            None,
            format!("names of {} options", named.len()),
            "options: name",
        );
        return Ok(Some(named));
    }
    let (what, example) = match missing.as_slice() {
        [] => ("any option".to_owned(), "D1"),
        [first, ..] => (missing.join(", "), first.as_str()),
    };
    context.ask(Question::new(
        "names",
        format!("The file has no names of options. What are the names of {what}? Write {example}=Ada Park,… or name a file with --with"),
    ));
    Ok(None)
}

/// The columns of votes: `D1`, `D2` …, or those of sums where the scheme has several for each option.
fn columns(rows: &Rows) -> Vec<(String, Col)> {
    let numbers = 1..=999;
    let ids = numbers.map(|number| format!("D{number}"));
    let found = ids.map_while(|id| {
        let column = columns_named(rows, &id)?;
        Some((id, column))
    });
    found.collect()
}

fn columns_named(rows: &Rows, id: &str) -> Option<Col> {
    let is_option = id
        .get(1..)
        .is_some_and(|number| number.parse::<u16>().is_ok());
    let names = SUMS.iter().map(|ending| format!("{id}{ending}"));
    let mut found = names.filter_map(|name| {
        let is_it = |(_, column): &(Col, &str)| column.eq_ignore_ascii_case(&name);
        rows.columns().find(is_it).map(|(column, _)| column)
    });
    found.next().filter(|_| is_option)
}

/// The names that a person gave, by `D1`, `D2` …
fn given(source: &Source<'_>, context: &mut Context<'_>) -> Result<Vec<(String, String)>, Refused> {
    let mut given = context.answers().pairs("names");
    if given.is_empty() {
        for file in source.beside() {
            let text = std::str::from_utf8(&file.bytes)
                .map_err(|_| Refused::new(format!("{}: is not UTF-8", file.name)))?;
            given.extend(
                pairs(text).map_err(|refused| Refused::new(format!("{}: {refused}", file.name)))?,
            );
        }
    }
    for (key, _) in &mut given {
        if key.bytes().all(|byte| byte.is_ascii_digit()) {
            key.insert(0, 'D');
        }
    }
    for (place, (key, name)) in given.iter().enumerate() {
        let mut before = given.iter().take(place);
        if let Some((_, first)) = before.find(|(other, _)| other.eq_ignore_ascii_case(key)) {
            return Err(Refused::new(format!(
                "names: {key} is \"{name}\" and \"{first}\": leave one of them"
            )));
        }
        if name.is_empty() {
            return Err(Refused::new(format!("names: {key} has no name")));
        }
    }
    Ok(given)
}

/// The rows of a table of two columns: `D1;Ada Park` or `1;Ada Park`. A head without a number is skipped.
fn pairs(text: &str) -> Result<Vec<(String, String)>, Refused> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(first))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut pairs = Vec::new();
    for (number, record) in reader.records().enumerate() {
        let record = record.map_err(|error| Refused::new(error.to_string()))?;
        let (key, name) = (
            record.get(0).unwrap_or_default(),
            record.get(1).unwrap_or_default(),
        );
        let is_key = key.trim_start_matches(['D', 'd']).parse::<u16>().is_ok();
        match (is_key, number) {
            (true, _) if !name.is_empty() => pairs.push((key.to_owned(), name.to_owned())),
            (false, 0) => {}
            _ if key.is_empty() && name.is_empty() => {}
            _ => {
                return Err(Refused::new(format!(
                    "line {}: expected the column and then its name, such as D1;Ada Park",
                    number + 1
                )));
            }
        }
    }
    Ok(pairs)
}

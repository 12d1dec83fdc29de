//! Rows of official CSV files, whose columns are known by name.
//!
//! What a format did not ask for by the end is named in the report.

use crate::context::Context;
use crate::refused::{Place, Refused};
use csv::{ReaderBuilder, StringRecord, Trim};
use serde_json::{Number, Value, json};
use std::cell::Cell;

/// The rows of a file, after a head that names the columns.
#[derive(Debug)]
pub(crate) struct Rows {
    columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    /// The lines before the head, each with its number.
    before: Vec<(u64, String)>,
}

#[derive(Debug)]
struct Column {
    name: String,
    is_used: Cell<bool>,
}

/// A row of cells.
#[derive(Debug)]
pub(crate) struct Row {
    line: u64,
    cells: StringRecord,
}

/// The index of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Col(usize);

/// The separator of a line: the one of `;`, tab and `,` that it has most of.
pub(crate) fn separator(line: &str) -> u8 {
    let number = |separator: u8| line.bytes().filter(|byte| *byte == separator).count();
    let most = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|separator| (number(*separator), *separator == b';'));
    most.unwrap_or(b',')
}

/// True of a line that names all of these columns.
pub(crate) fn is_head(line: &str, columns: &[&str]) -> bool {
    let separator = char::from(separator(line));
    let cells: Vec<_> = line.split(separator).map(bare).collect();
    columns
        .iter()
        .all(|column| cells.iter().any(|cell| cell.eq_ignore_ascii_case(column)))
}

/// The first line in a text that names all of these columns.
pub(crate) fn has_head(text: &str, columns: &[&str]) -> bool {
    text.lines().take(60).any(|line| is_head(line, columns))
}

fn bare(cell: &str) -> &str {
    cell.trim_matches(['\u{feff}', ' ', '"', '\r', '\n'])
}

impl Rows {
    /// The rows after the first line that names all of `columns`.
    ///
    /// # Errors
    /// A file without such a line, or a row that can't be read, with its line.
    pub(crate) fn read(text: &str, columns: &[&str]) -> Result<Rows, Refused> {
        let mut start = 0;
        let mut before = Vec::new();
        let mut found = None;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            if is_head(line, columns) {
                found = Some((number as u64, line));
                break;
            }
            start += line.len();
            if !line.trim().is_empty() {
                before.push((number as u64 + 1, line.trim().to_owned()));
            }
        }
        let Some((lines_before, head)) = found else {
            return Err(Refused::new(format!(
                "no line names the columns {}",
                columns.join(", ")
            )));
        };
        let table = text.get(start..).unwrap_or_default();
        let (columns, rows) = records(table, separator(head), lines_before)?;
        if rows.is_empty() {
            return Err(Refused::at(
                Place::line(lines_before + 1),
                "the table has no rows below its head",
            ));
        }
        Ok(Rows {
            columns,
            rows,
            before,
        })
    }

    /// A column by its name, and marks it as used.
    ///
    /// # Errors
    /// A name that no column has.
    pub(crate) fn column(&self, name: &str) -> Result<Col, Refused> {
        self.optional(name)
            .ok_or_else(|| Refused::new(format!("the file has no column {name}")))
    }

    /// A column by its name where there is one, and marks it as used.
    pub(crate) fn optional(&self, name: &str) -> Option<Col> {
        let is_it = |column: &Column| column.name.eq_ignore_ascii_case(name);
        let index = self.columns.iter().position(is_it)?;
        self.columns.get(index)?.is_used.set(true);
        Some(Col(index))
    }

    /// The columns with these names, as far as there are such, without marking them.
    pub(crate) fn peek(&self, names: &[&str]) -> Vec<Col> {
        let found = self.columns().filter(|(_, name)| names.contains(name));
        found.map(|(column, _)| column).collect()
    }

    /// All columns in order, without marking them.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (Col, &str)> {
        let columns = self.columns.iter().enumerate();
        columns.map(|(index, column)| (Col(index), column.name.as_str()))
    }

    /// Marks the columns with a prefix as used, and returns how many of them say something.
    pub(crate) fn pass(&self, prefix: &str) -> usize {
        let mut said = 0;
        for (index, column) in self.columns.iter().enumerate() {
            if column.name.starts_with(prefix) {
                column.is_used.set(true);
                let says = |row: &Row| !row.text(Col(index)).is_empty();
                said += usize::from(self.rows.iter().any(says));
            }
        }
        said
    }

    /// Names the columns that were not used and say something in `rows`, and the lines before the head.
    pub(crate) fn report_unused<'r>(
        &self,
        context: &mut Context<'_>,
        rows: impl Iterator<Item = &'r Row> + Clone,
        why: impl Fn(&str) -> &'static str,
    ) {
        for (index, column) in self.columns.iter().enumerate() {
            if column.is_used.get() {
                continue;
            }
            // A dash says that there is nothing to say.
            let says = |row: &&Row| !matches!(row.text(Col(index)), "" | "-" | "–");
            let cells = rows.clone().filter(says);
            let cells = cells.count();
            if cells > 0 {
                let name = &column.name;
                let plural = if cells == 1 { "" } else { "s" };
                context.left_out(
                    None,
                    format!("column {name} ({cells} cell{plural})"),
                    why(name),
                );
            }
        }
        for (line, text) in &self.before {
            let shown: String = text.chars().take(80).collect();
            context.left_out(Place::line(*line), shown, "it stands before the table");
        }
    }
}

/// The columns and rows of a table, whose first line is its head.
fn records(
    table: &str,
    separator: u8,
    lines_before: u64,
) -> Result<(Vec<Column>, Vec<Row>), Refused> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(table.as_bytes());
    let broken = |error: csv::Error| match error.position() {
        Some(position) => Refused::at(
            Place::line(position.line() + lines_before),
            error.to_string(),
        ),
        None => Refused::new(error.to_string()),
    };
    let head = reader.headers().map_err(broken)?.clone();
    let columns = head.iter().map(|name| Column {
        name: bare(name).to_owned(),
        is_used: Cell::new(false),
    });
    let mut rows = Vec::new();
    for record in reader.records() {
        let cells = record.map_err(broken)?;
        let line = cells.position().map_or(0, csv::Position::line) + lines_before;
        if cells.iter().all(str::is_empty) {
            continue;
        }
        if cells.len() != head.len() {
            return Err(Refused::at(
                Place::line(line),
                format!(
                    "the row has {} cells and the head has {}: is a quotation mark or a separator missing?",
                    cells.len(),
                    head.len()
                ),
            ));
        }
        rows.push(Row { line, cells });
    }
    Ok((columns.collect(), rows))
}

impl Row {
    /// The text of a cell; empty where there is none.
    pub(crate) fn text(&self, column: Col) -> &str {
        self.cells.get(column.0).unwrap_or_default()
    }

    /// The line on which the row begins.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// The place of a cell.
    pub(crate) fn place(&self, column: Col) -> Place {
        Place::new(self.line, column.0 as u64 + 1)
    }

    /// The whole number in a cell. `None` where it is empty.
    ///
    /// # Errors
    /// A text that is no whole number, with its place.
    pub(crate) fn whole(&self, column: Col) -> Result<Option<u64>, Refused> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse()
            .map(Some)
            .map_err(|_| self.refused(column, "a whole number without separators, such as 1250"))
    }

    /// The number with a decimal comma in a cell. `None` where it is empty.
    ///
    /// # Errors
    /// A text that is no such number, with its place.
    pub(crate) fn decimal_comma(&self, column: Col) -> Result<Option<Value>, Refused> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        let with_point = text.replace(',', ".");
        let is_plain = !text.contains('.')
            && with_point
                .bytes()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        let number: Option<Number> = is_plain.then(|| with_point.parse().ok()).flatten();
        number
            .map(|number| Some(Value::Number(number)))
            .ok_or_else(|| self.refused(column, "a number with a decimal comma, such as 12,5"))
    }

    /// A refusal of a cell, with its place.
    pub(crate) fn refused(&self, column: Col, expected: &str) -> Refused {
        let shown: String = self.text(column).chars().take(40).collect();
        Refused::at(
            self.place(column),
            format!("expected {expected}, found \"{shown}\""),
        )
    }
}

/// The sum of a column: "at least" where a row has no number, and `None` where none has.
pub(crate) fn sum(rows: &[&Row], column: Col) -> Result<Option<Value>, Refused> {
    let mut sum: Option<u64> = None;
    let mut is_open = false;
    for row in rows {
        match row.whole(column)? {
            Some(number) => sum = Some(sum.unwrap_or(0).saturating_add(number)),
            None => is_open = true,
        }
    }
    Ok(sum.map(|sum| {
        if is_open {
            json!({ "atLeast": sum })
        } else {
            json!(sum)
        }
    }))
}

//! The rows of a download: cells by name, quantities, sources.

use crate::context::Context;
use crate::grid::{Grid, Row};
use crate::missing::reason;
use crate::quantity::json_number;
use crate::refused::{Place, Refused};
use election_widgets::layout::is_formula;
use serde_json::{Map, Value, json};

/// The rows of a download, and the sources that they cite.
pub(super) struct Records {
    grid: Grid,
    sources: Vec<[String; 4]>,
    /// True of the download of a rehearsal.
    pub(super) test: bool,
}

/// A row of a download.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    records: &'a Records,
    row: &'a Row,
}

/// The columns that say who says so.
const CITED: [&str; 4] = ["source", "publisher", "published", "url"];

impl Records {
    /// The rows of a download. Its columns are understood by their names.
    ///
    /// # Errors
    /// A row that cites a source without its title, publisher or day.
    pub(super) fn new(mut grid: Grid, context: &mut Context<'_>) -> Result<Records, Refused> {
        for cell in grid.rows.iter_mut().flat_map(|row| &mut row.cells) {
            // The download put the apostrophe there, so that no spreadsheet runs the text as a formula.
            let formula = cell.strip_prefix('\'').filter(|rest| is_formula(rest));
            if let Some(rest) = formula {
                *cell = rest.to_owned();
            }
        }
        for (column, name) in grid.header.iter().enumerate() {
            if matches!(name.as_str(), "text" | "shown" | "holds" | "absent") {
                let why = "words and verdicts of the widget, which it makes again from the figures";
                context.left_out(grid.place(column), format!("the column \"{name}\""), why);
            } else {
                context.understood(
                    grid.place(column),
                    name.as_str(),
                    "as the download means it",
                );
            }
        }
        let mut records = Records {
            grid,
            sources: Vec::new(),
            test: false,
        };
        let mut sources: Vec<[String; 4]> = Vec::new();
        for record in records.iter() {
            let cited = CITED.map(|name| record.text(name).to_owned());
            if cited.iter().any(|cell| !cell.is_empty()) && !sources.contains(&cited) {
                if cited.iter().take(3).any(String::is_empty) {
                    return Err(Refused::at(
                        record.line(),
                        "the source of the row needs a title, a publisher and a day",
                    ));
                }
                sources.push(cited);
            }
        }
        records.sources = sources;
        let is_test = records
            .iter()
            .any(|record| record.text("rehearsal") == "true");
        records.test = is_test;
        Ok(records)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Record<'_>> {
        self.grid
            .rows
            .iter()
            .map(|row| Record { records: self, row })
    }

    /// The sources as the contract has them.
    pub(super) fn sources(&self) -> Vec<Value> {
        let sources = (1..).zip(&self.sources);
        let sources = sources.map(|(number, [title, publisher, date, url]): (u64, _)| {
            let mut map = Map::new();
            map.insert("id".to_owned(), json!(format!("source-{number}")));
            map.insert("title".to_owned(), json!(title));
            map.insert("publisher".to_owned(), json!(publisher));
            if !url.is_empty() {
                map.insert("url".to_owned(), json!(url));
            }
            map.insert("date".to_owned(), json!(date));
            Value::Object(map)
        });
        sources.collect()
    }
}

impl<'a> Record<'a> {
    /// The cell of a column; empty where there is none.
    pub(super) fn text(self, name: &str) -> &'a str {
        self.records
            .grid
            .column(name)
            .map_or("", |column| self.row.cell(column))
    }

    pub(super) fn line(self) -> Place {
        Place::line(self.row.line)
    }

    /// The id of the source that the row cites.
    pub(super) fn source(self) -> Option<String> {
        let cited = CITED.map(|name| self.text(name).to_owned());
        let place = self
            .records
            .sources
            .iter()
            .position(|known| *known == cited)?;
        Some(format!("source-{}", place + 1))
    }

    /// The quantity of the row. `None` where its source says nothing.
    ///
    /// # Errors
    /// A word in `says` that is none of the contract's.
    pub(super) fn quantity(self) -> Result<Option<Map<String, Value>>, Refused> {
        let number = |name: &str| {
            Some(self.text(name))
                .filter(|text| !text.is_empty())
                .map(json_number)
        };
        let bound = |end: &str| match (number("low"), number("high")) {
            (Some(low), Some(high)) => Some(json!([low, high])),
            _ => number(end),
        };
        let says = self.text("says");
        let mut map = Map::new();
        let mut put = |key: &str, value: Option<Value>| {
            let value = value.filter(|value| !value.is_null());
            let value = value.ok_or_else(|| {
                Refused::at(
                    self.line(),
                    format!("a row that says \"{says}\" has no number for it"),
                )
            });
            value.map(|value| map.insert(key.to_owned(), value))
        };
        let text = match self.text("text") {
            "" => "the download gives no reason",
            text => text,
        };
        match says {
            "" => return Ok(None),
            "value" | "about" => put(says, number("value"))?,
            "over" | "atLeast" => put(says, bound("low"))?,
            "under" | "atMost" => put(says, bound("high"))?,
            "range" => {
                put("from", number("low"))?;
                put("to", number("high"))?
            }
            "missing" => put("missing", Some(json!(reason(text).unwrap_or(text))))?,
            _ => {
                return Err(Refused::at(
                    self.line(),
                    format!(
                        "says: expected value, over, atLeast, under, atMost, about, range or missing, found \"{says}\""
                    ),
                ));
            }
        };
        Ok(Some(map))
    }
}

/// Adds a claim to what `map` says under `key`: the first stands alone, further ones beside it.
pub(super) fn claim(
    map: &mut Map<String, Value>,
    key: &str,
    quantity: Map<String, Value>,
    source: Option<String>,
) {
    let mut quantity = quantity;
    if let Some(source) = source {
        quantity.insert("source".to_owned(), json!(source));
    }
    let quantity = Value::Object(quantity);
    match map.get_mut(key) {
        None => {
            map.insert(key.to_owned(), quantity);
        }
        Some(Value::Object(known)) if known.contains_key("claims") => {
            if let Some(Value::Array(claims)) = known.get_mut("claims") {
                claims.push(quantity);
            }
        }
        Some(known) => *known = json!({ "claims": [known.take(), quantity] }),
    }
}

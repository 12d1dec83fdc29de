//! Small tables held as a whole: downloads, observers, memberships. Results are read row by row instead.

use crate::object::written;
use crate::refused::{Place, Refused};
use crate::source::{Bytes, unreadable};
use crate::tree::parse_json;
use csv::{ByteRecord, ReaderBuilder};
use serde_json::Value;

/// Most rows of a table that is held as a whole. A page's program frees no memory, and stops its page while it reads.
const MOST_ROWS: usize = if cfg!(feature = "every-format") {
    200_000
} else {
    20_000
};

/// A reader of rows.
pub(crate) type CsvReader<'s> = csv::Reader<Bytes<'s>>;

/// A reader of the rows of a text without a header, of any number of cells each.
pub(crate) fn csv_reader(delimiter: u8, text: Bytes<'_>) -> CsvReader<'_> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(128 * 1024)
        .from_reader(text)
}

/// The cells of a row as texts without spaces around them.
pub(crate) fn texts(record: &ByteRecord) -> Vec<String> {
    record.iter().map(|cell| text(cell).to_owned()).collect()
}

/// The text of a cell without spaces around it.
pub(crate) fn text(cell: &[u8]) -> &str {
    std::str::from_utf8(cell).unwrap_or_default().trim()
}

/// The refusal of rows that can't be read.
pub(crate) fn refused(error: csv::Error) -> Refused {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => unreadable(error),
        _ => Refused::new("cannot be read as rows"),
    }
}

/// A table with a header.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Grid {
    pub(crate) header: Vec<String>,
    pub(crate) header_line: u64,
    pub(crate) rows: Vec<Row>,
    /// The rows above the header.
    pub(crate) above: Vec<Row>,
}

/// A row of a table, its cells without spaces around them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Row {
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
}

impl Grid {
    /// The table of a text whose header is below `above` rows.
    ///
    /// # Errors
    /// More rows than a document could hold.
    pub(crate) fn of_csv(text: &str, delimiter: u8, above: usize) -> Result<Grid, Refused> {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv_reader(delimiter, Bytes::of(text.as_bytes()));
        let mut rows = Vec::new();
        let mut lines = Lines::new(text);
        for record in reader.byte_records() {
            let record = record.map_err(refused)?;
            if rows.len() == MOST_ROWS {
                return Err(Refused::at(
                    Place::line(lines.line),
                    format!("more than {MOST_ROWS} rows"),
                ));
            }
            let start = record.position().map_or(0, csv::Position::byte);
            let line = lines.at(usize::try_from(start).unwrap_or(usize::MAX));
            let cells = texts(&record);
            rows.push(Row { line, cells });
        }
        let mut below = rows.split_off(above.min(rows.len()));
        let header = if below.is_empty() {
            Row::default()
        } else {
            below.remove(0)
        };
        below.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        Ok(Grid {
            header: header.cells,
            header_line: header.line,
            rows: below,
            above: rows,
        })
    }

    /// The table of a JSON list with an object for each row.
    ///
    /// # Errors
    /// Text that is no such list.
    pub(crate) fn of_json(text: &str) -> Result<Grid, Refused> {
        let value = parse_json(text)?;
        let Value::Array(items) = value else {
            return Err(Refused::new("expected a list of objects"));
        };
        let mut grid = Grid::default();
        for (number, item) in (1..).zip(&items) {
            let Value::Object(map) = item else {
                return Err(Refused::new(format!(
                    "item {number} of the list is no object"
                )));
            };
            grid.push(
                number,
                map.iter().map(|(key, value)| (key.clone(), plain(value))),
            );
        }
        Ok(grid)
    }

    /// Adds a row of named cells. New names become columns.
    pub(crate) fn push(&mut self, line: u64, cells: impl Iterator<Item = (String, String)>) {
        let mut row = vec![String::new(); self.header.len()];
        for (key, value) in cells {
            let column = self
                .header
                .iter()
                .position(|known| *known == key)
                .unwrap_or_else(|| {
                    self.header.push(key);
                    self.header.len() - 1
                });
            row.resize(self.header.len(), String::new());
            if let Some(cell) = row.get_mut(column) {
                *cell = value;
            }
        }
        self.rows.push(Row { line, cells: row });
    }

    /// The column with a header as it is written.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|cell| cell == name)
    }

    /// The column that an answer names.
    ///
    /// # Errors
    /// A name that no header has, with those that there are.
    pub(crate) fn named(&self, key: &str, name: &str) -> Result<usize, Refused> {
        self.column(name).ok_or_else(|| {
            Refused::at(
                Place::line(self.header_line),
                format!(
                    "{key}: no column is called \"{name}\"; the columns are {}",
                    self.header.join(", ")
                ),
            )
        })
    }

    /// The place of a header's cell.
    pub(crate) fn place(&self, column: usize) -> Place {
        Place::new(self.header_line, column as u64 + 1)
    }
}

impl Row {
    /// A cell; empty where the row is shorter.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The place of a cell.
    pub(crate) fn place(&self, column: usize) -> Place {
        Place::new(self.line, column as u64 + 1)
    }
}

/// A value of JSON as the text of a cell.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        other => written(other),
    }
}

/// The lines of a text by their bytes. Asked in rising order.
struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: u64,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Lines<'t> {
        Lines {
            text: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line of the first character at or after `start` that ends no line: the reader's position is before empty lines.
    fn at(&mut self, start: usize) -> u64 {
        let is_end = |place: usize| matches!(self.text.get(place), Some(b'\n' | b'\r'));
        let mut start = start;
        while is_end(start) {
            start += 1;
        }
        let passed = self.text.get(self.at..start).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', passed).count() as u64;
        self.at = start.max(self.at);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_their_lines_with_empty_lines_and_line_breaks_in_cells() {
        for end in ["\n", "\r\n"] {
            let text = format!("h,k{end}{end}a,\"x{end}y\"{end}{end}b,1{end}");
            let grid = Grid::of_csv(&text, b',', 0).unwrap();
            let lines: Vec<u64> = grid.rows.iter().map(|row| row.line).collect();
            assert_eq!((grid.header_line, lines), (1, vec![3, 6]), "{end:?}");
        }
    }
}

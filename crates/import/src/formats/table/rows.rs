//! The rows of a table, one at a time, each with its line.

use crate::answers::Answers;
use crate::grid::{self, CsvReader, csv_reader};
use crate::refused::{Place, Refused};
use crate::source::{Bytes, Progress, Source};
use csv::ByteRecord;
use std::io::Read;

/// The longest line of a table, in bytes.
const LONGEST_LINE: u64 = 1_000_000;

/// The longest row, in bytes: a quotation mark that is never closed makes one.
const LONGEST_ROW: usize = 1_000_000;

/// Most columns of a table.
const MOST_COLUMNS: usize = 5_000;

/// The last row of every file. A file that ends within quotation marks swallows it.
const END: &str = "\n\u{1}end-of-table\u{1}";
/// The same for a file whose lines end in a carriage return and a line feed.
const END_CRLF: &str = "\r\n\u{1}end-of-table\u{1}";
const END_CELL: &[u8] = "\u{1}end-of-table\u{1}".as_bytes();

/// Rows between two reports of progress.
const REPORTED_EVERY: u64 = 16_384;

/// The rows of a table.
pub(super) struct Rows<'s> {
    reader: CsvReader<'s>,
    record: ByteRecord,
    is_crlf: bool,
    /// The line that the reader had reached after the row before.
    line_after: u64,
    number: u64,
    progress: Option<Progress<'s>>,
}

impl<'s> Rows<'s> {
    /// The rows of a source, cut at `delimiter`.
    ///
    /// # Errors
    /// An answer `encoding` that names none.
    pub(super) fn new(
        source: &'s mut Source<'_>,
        delimiter: u8,
        answers: &Answers,
    ) -> Result<Rows<'s>, Refused> {
        let progress = source.take_progress();
        let is_crlf = source.sniff(answers).text.contains("\r\n");
        let text = source.decoded(answers, LONGEST_LINE)?;
        let end = if is_crlf { END_CRLF } else { END };
        let reader = csv_reader(delimiter, Bytes::of(text.chain(end.as_bytes())));
        Ok(Rows {
            reader,
            record: ByteRecord::new(),
            is_crlf,
            line_after: 0,
            number: 0,
            progress,
        })
    }

    /// Reads the next row, and returns its line. `None` at the end of the table.
    ///
    /// # Errors
    /// Bytes that are no text, or a quotation mark that is never closed.
    pub(super) fn advance(&mut self) -> Result<Option<u64>, Refused> {
        let read = self
            .reader
            .read_byte_record(&mut self.record)
            .map_err(grid::refused)?;
        let line = self.line();
        let last = self
            .record
            .get(self.record.len().saturating_sub(1))
            .unwrap_or_default();
        if last.ends_with(END_CELL) {
            return match (self.record.len(), last.len() == END_CELL.len()) {
                (1, true) => Ok(None),
                // No line feed ends the row that the mark at the file's end is in.
                _ => Err(self.unclosed(line + u64::from(!self.is_crlf))),
            };
        }
        if !read || self.record.as_slice().len() > LONGEST_ROW {
            return Err(self.unclosed(line));
        }
        if self.record.len() > MOST_COLUMNS {
            return Err(Refused::at(
                Place::line(line),
                format!(
                    "{} cells in one row: a table has at most {MOST_COLUMNS} columns",
                    self.record.len()
                ),
            ));
        }
        self.number += 1;
        if let Some(progress) = self
            .progress
            .as_mut()
            .filter(|_| self.number.is_multiple_of(REPORTED_EVERY))
        {
            progress(self.number);
        }
        Ok(Some(line))
    }

    /// The line on which the row begins.
    ///
    /// The reader's own position is where the row before ended, which empty lines part from this one. Of CRLF it has
    /// not read the line feed yet.
    fn line(&mut self) -> u64 {
        let after = self.reader.position().line();
        let is_next = after == self.line_after + 1;
        self.line_after = after;
        // One line feed since the row before: there is none within the row.
        let inside = if is_next {
            0
        } else {
            memchr::memchr_iter(b'\n', self.record.as_slice()).count() as u64
        };
        after
            .saturating_sub(inside + u64::from(!self.is_crlf))
            .max(1)
    }

    fn unclosed(&self, line: u64) -> Refused {
        let cells = self.record.iter();
        let breaks = cells.map(|cell| cell.contains(&b'\n') || cell.ends_with(END_CELL));
        let column = breaks
            .enumerate()
            .find_map(|(column, has)| has.then_some(column as u64 + 1));
        Refused::at(
            Place { line, column },
            "a quotation mark opens here and is never closed (a mark that belongs to the text is written twice, within marks)",
        )
    }

    /// The number of cells of the row.
    pub(super) fn len(&self) -> usize {
        self.record.len()
    }

    /// The bytes of a cell; none where the row is shorter.
    pub(super) fn bytes(&self, column: usize) -> &[u8] {
        self.record.get(column).unwrap_or_default()
    }

    /// The text of a cell without spaces around it; empty where the row is shorter.
    pub(super) fn cell(&self, column: usize) -> &str {
        grid::text(self.bytes(column))
    }

    /// All cells of the row as texts without spaces around them.
    pub(super) fn cells(&self) -> Vec<String> {
        grid::texts(&self.record)
    }
}

/// The delimiter of a text: the one that cuts most of its first lines into equally many cells.
pub(super) fn delimiter(text: &str, answers: &Answers) -> Result<u8, Refused> {
    if let Some(answer) = answers.text("delimiter") {
        let byte = match answer.as_str() {
            "tab" | "\t" => Some(b'\t'),
            other => other
                .bytes()
                .next()
                .filter(|byte| other.len() == 1 && byte.is_ascii_punctuation()),
        };
        return byte.ok_or_else(|| {
            Refused::new(format!(
                "delimiter: expected one mark or tab, found \"{answer}\""
            ))
        });
    }
    // The last line of a piece of a file may be cut off.
    let whole = text
        .rfind('\n')
        .filter(|_| text.len() > 60_000)
        .map_or(text, |end| text.get(..end).unwrap_or(text));
    let scored = b"\t;,|"
        .iter()
        .map(|delimiter| (score(whole, *delimiter), *delimiter));
    // The first of equals wins.
    let best = scored.rev().max_by_key(|(score, _)| *score);
    Ok(best.map_or(
        b',',
        |(score, delimiter)| if score == (0, 0) { b',' } else { delimiter },
    ))
}

/// The number of rows of the most frequent length, and that length; zero where rows have one cell.
fn score(text: &str, delimiter: u8) -> (usize, usize) {
    let mut reader = csv_reader(delimiter, Bytes::of(text.as_bytes()));
    let records = reader.byte_records().take(200).map_while(Result::ok);
    let lengths: Vec<usize> = records.map(|record| record.len()).collect();
    let of_length = |length| lengths.iter().filter(|other| **other == length).count();
    let rows = lengths.iter().filter(|length| **length > 1);
    let most = rows.map(|length| (of_length(*length), *length)).max();
    most.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, String)> {
        let mut source = Source::new("", text.as_bytes()).unwrap();
        let mut rows = Rows::new(&mut source, b',', &Answers::default()).unwrap();
        let mut found = Vec::new();
        while let Some(line) = rows.advance().unwrap() {
            found.push((line, rows.cell(0).to_owned()));
        }
        found
    }

    #[test]
    fn each_row_has_the_line_on_which_it_begins() {
        for text in [
            "a,1\n\n\nb,2\n\"c\nc\",3\nd,4",
            "a,1\r\n\r\n\r\nb,2\r\n\"c\nc\",3\r\nd,4",
            "a,1\n\n\nb,2\n\"c\nc\",3\nd,4\n\n",
        ] {
            let lines: Vec<u64> = lines(text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, [1, 4, 5, 7], "{text:?}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_named_with_its_line_and_column() {
        let text = "a,1\nb,\"2\nc,3\n";
        let mut source = Source::new("", text.as_bytes()).unwrap();
        let mut rows = Rows::new(&mut source, b',', &Answers::default()).unwrap();
        assert_eq!(rows.advance().unwrap(), Some(1));
        let refused = rows.advance().unwrap_err();
        assert_eq!(refused.at, Some(Place::new(2, 2)), "{refused}");
    }

    fn cut(text: &str) -> char {
        char::from(delimiter(text, &Answers::default()).unwrap())
    }

    #[test]
    fn the_mark_between_cells_is_told_from_the_one_before_decimals() {
        assert_eq!(cut("Name;Anteil\nA;7,5\nB;12,25\n"), ';');
        assert_eq!(cut("Name\tShare\nA, B\t7,5\n"), '\t');
        assert_eq!(cut("name,votes\n\"A; B\",1\n\"C; D\",2\n"), ',');
        assert_eq!(cut("one column\nof text\n"), ',');
    }
}

//! Tables: CSV, TSV, semicolons, pasted cells. Long, wide, or one row per area.

mod aside;
mod cells;
mod columns;
mod fields;
mod figures;
mod gather;
mod gathering;
mod head;
mod header;
mod options;
mod papers;
mod people;
mod results;
mod row_names;
mod rows;
mod stats;
mod sum;
mod threshold;
mod words;

pub(crate) use fields::plain as plain_words;
pub(crate) use head::{is_no, is_yes};
pub(crate) use row_names::is_sum;
pub(crate) use words::date as day;

use super::Format;
use crate::answers::Answers;
use crate::context::Context;
use crate::grid::{csv_reader, texts};
use crate::question::Question;
use crate::refused::{Place, Refused};
use crate::source::{Bytes, Sniff, Source};
use columns::Columns;
use gathering::Gathering;
use head::Head;
use header::{Header, quoted};
use rows::Rows;
use serde_json::Value;

/// Most rows above the header.
const MOST_ABOVE: usize = 100;

/// The format of every table that no other format recognises.
#[derive(Clone, Copy, Debug)]
pub struct Table(Reader);

/// Reader of a table of one kind: the delimiter and the first rows are known.
type Reader =
    fn(&mut Source<'_>, u8, Vec<Vec<String>>, &mut Context<'_>) -> Result<Option<Value>, Refused>;

// A program that names one kind links no other.
impl Table {
    /// Tables of the kind that the answer `widget` or the words of a header tell.
    pub const ANY: Table = Table(any);
    /// Tables of results alone.
    pub const RESULTS: Table = Table(results);
    /// Tables of observers alone.
    pub const OBSERVERS: Table = Table(people::observers);
    /// Tables of memberships alone.
    pub const ALLIANCES: Table = Table(people::alliances);
}

impl Format for Table {
    fn name(&self) -> &'static str {
        "table"
    }

    fn title(&self) -> &'static str {
        "a table (CSV, TSV, semicolons, pasted cells)"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        !sniff.is_json() && !sniff.is_markup()
    }

    fn answers(&self, source: &Source<'_>, answers: &Answers) -> Answers {
        let start = source.sniff(answers).text;
        let rows = rows::delimiter(&start, answers).map(|delimiter| first_rows(&start, delimiter));
        head::answers(&rows.unwrap_or_default(), answers)
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let answers = context.answers();
        source.check_head(answers)?;
        let start = source.sniff(answers).text;
        let delimiter = rows::delimiter(&start, answers)?;
        let first_rows = first_rows(&start, delimiter);
        (self.0)(source, delimiter, first_rows, context)
    }
}

fn any(
    source: &mut Source<'_>,
    delimiter: u8,
    first_rows: Vec<Vec<String>>,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let read = match people::Kind::of(&first_rows, context.answers())? {
        None => results,
        Some(people::Kind::Observers) => people::observers,
        Some(people::Kind::Alliances) => people::alliances,
    };
    read(source, delimiter, first_rows, context)
}

fn results(
    source: &mut Source<'_>,
    delimiter: u8,
    first_rows: Vec<Vec<String>>,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let answers = context.answers();
    let mapped = header::mapped(context)?;
    let named = mapped.iter().map(|(_, name)| name.clone());
    let wanted: Vec<String> = named
        .chain(answers.list("options"))
        .filter(|name| !name.is_empty())
        .collect();
    let above = header_row(first_rows, &wanted);
    let mut rows = Rows::new(source, delimiter, answers)?;
    read_results(&mut rows, above, &mapped, context)
}

/// The first rows of a text, their cells without spaces around them.
fn first_rows(start: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv_reader(delimiter, Bytes::of(start.as_bytes()));
    let records = reader.byte_records().take(MOST_ABOVE);
    records
        .map_while(Result::ok)
        .map(|record| texts(&record))
        .collect()
}

/// The number of rows above the header and the first rows below it, or the first rows of a table without one.
type Above = Result<(usize, Vec<Vec<String>>), Vec<Vec<String>>>;

/// Finds the header among the first rows.
fn header_row(mut rows: Vec<Vec<String>>, wanted: &[String]) -> Above {
    let scored = rows
        .iter()
        .enumerate()
        .map(|(place, cells)| (header::score(cells, wanted), place));
    // The first of equals: a header that is repeated further down is the same header.
    match scored.rev().max_by_key(|(score, _)| *score) {
        Some((score, place)) if score > 0 => {
            let below = rows.split_off(place + 1);
            Ok((place, below))
        }
        _ => Err(rows),
    }
}

fn read_results(
    rows: &mut Rows<'_>,
    above: Above,
    mapped: &[(&'static str, String)],
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let (above, below) = match above {
        Ok(found) => found,
        Err(first_rows) => return no_header(&first_rows, mapped, context),
    };
    let mut head = Head::default();
    for _ in 0..above {
        if let Some(line) = rows.advance()? {
            head.take(&rows.cells(), line, context)?;
        }
    }
    let Some(line) = rows.advance()? else {
        return Err(Refused::new("the table has no header"));
    };
    let header = Header {
        cells: rows.cells(),
        line,
        below,
    };
    let columns = Columns::assign(header, mapped, context)?;
    if !has_options(&columns, context) {
        return Ok(None);
    }
    let mut gathering = Gathering::new(&columns, context);
    while let Some(line) = rows.advance()? {
        if !gathering.take(rows, line, context)? {
            return Ok(None);
        }
    }
    let gathered = gathering.end(context);
    results::finish(&columns, gathered, head, context)
}

/// Asks for columns where no row looks like a header.
fn no_header(
    first_rows: &[Vec<String>],
    mapped: &[(&'static str, String)],
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let widest = first_rows
        .iter()
        .rev()
        .max_by_key(|cells| cells.iter().filter(|cell| !cell.is_empty()).count());
    let cells = quoted(widest.map_or(&[], Vec::as_slice));
    let named = mapped.iter().map(|(_, name)| name.clone());
    let named: Vec<_> = named.chain(context.answers().list("options")).collect();
    let named = quoted(&named);
    if !named.is_empty() {
        return Err(Refused::new(format!(
            "no row has all of the columns {named}; the widest row is {cells}"
        )));
    }
    context.ask(Question::new(
        "map",
        format!("No row is known as the header. Which columns are which? Such as name=Candidate,votes=Votes (of observers organisation=Who,size=Number; of memberships state=State,alliance=Group). The widest row is {cells}"),
    ));
    Ok(None)
}

/// True of a table whose options are known. Asks for them otherwise.
fn has_options(columns: &Columns, context: &mut Context<'_>) -> bool {
    let header = &columns.header;
    let has_names = columns
        .blocks
        .iter()
        .all(|block| !block.name.is_empty() || block.fixed_name.is_some());
    let has_figures = columns.blocks.iter().any(|block| !block.figures.is_empty());
    if has_names && (has_figures || !columns.ballots.is_empty()) {
        return true;
    }
    let cells = quoted(&header.cells);
    let question = if has_names {
        Question::new(
            "map",
            format!(
                "Which column has the figures? Write votes=…, percent=… or seats=…. The columns are {cells}"
            ),
        )
    } else {
        Question::new(
            "options",
            format!(
                "No column has names. Which columns are an option each (or which has the names: --map name=…)? The columns are {cells}"
            ),
        )
    };
    context.ask(question.at(Place::line(header.line)));
    false
}

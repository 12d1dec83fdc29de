//! Tables of observers and of memberships, which are held as a whole.

use super::aside::NOTE;
use super::head::{Head, is_remark};
use super::words::date;
use crate::answers::Answers;
use crate::context::Context;
use crate::grid::Grid;
use crate::refused::{Place, Refused};
use crate::source::Source;
use crate::{memberships, missions};
use serde_json::Value;

/// The kind of a table that is no table of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Missions, their sizes and places.
    Observers,
    /// Memberships of states in alliances.
    Alliances,
}

impl Kind {
    /// The kind that the answer `widget` or the words of a header tell. `None` of a table of results.
    ///
    /// # Errors
    /// An answer that names no widget.
    pub(super) fn of(
        first_rows: &[Vec<String>],
        answers: &Answers,
    ) -> Result<Option<Kind>, Refused> {
        match answers.text("widget").as_deref() {
            Some("results-chart") => return Ok(None),
            Some("observer-map") => return Ok(Some(Kind::Observers)),
            Some("alliance-grid") => return Ok(Some(Kind::Alliances)),
            Some(other) => {
                return Err(Refused::new(format!(
                    "widget: expected results-chart, observer-map or alliance-grid, found \"{other}\""
                )));
            }
            None => {}
        }
        let mapped = answers.pairs("map");
        let maps = |field: &str| mapped.iter().any(|(known, _)| known == field);
        let is_guessed = |is_header: fn(&[String]) -> bool| {
            mapped.is_empty() && first_rows.iter().any(|row| is_header(row))
        };
        Ok(if maps("organisation") {
            Some(Kind::Observers)
        } else if maps("state") || is_guessed(memberships::is_header) {
            Some(Kind::Alliances)
        } else {
            is_guessed(missions::is_header).then_some(Kind::Observers)
        })
    }
}

/// The number of rows above the header: the first that fits, else that with the most cells.
fn above(first_rows: &[Vec<String>], is_header: fn(&[String]) -> bool, answers: &Answers) -> usize {
    let mapped = answers.pairs("map").into_iter().map(|(_, name)| name);
    let named: Vec<String> = mapped
        .chain(answers.list("alliances"))
        .filter(|name| !name.is_empty())
        .collect();
    let has_mapped =
        |row: &Vec<String>| !named.is_empty() && named.iter().all(|name| row.contains(name));
    let given = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    let by_map = first_rows.iter().position(has_mapped);
    let by_words = || first_rows.iter().position(|row| is_header(row));
    let widest = || {
        let rows = first_rows.iter().enumerate().rev();
        rows.max_by_key(|(_, row)| given(row))
            .map(|(place, _)| place)
    };
    by_map.or_else(by_words).or_else(widest).unwrap_or_default()
}

/// Reads a table of observers. `None` while a question is open.
///
/// # Errors
/// The place where the table does not fit.
pub(super) fn observers(
    source: &mut Source<'_>,
    delimiter: u8,
    first_rows: Vec<Vec<String>>,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let above = above(&first_rows, missions::is_header, context.answers());
    let (grid, head) = whole(source, delimiter, above, context)?;
    let entries = missions::read_grid(&grid, context)?;
    let event = missions::Event {
        name: head.value("event").or(head.value("office")),
        place: head.value("place"),
        date: head.text("date").and_then(date).map(Value::from),
        area: head.value("area"),
    };
    missions::join(&entries, head.draft, event, context)
}

/// Reads a table of memberships. `None` while a question is open.
///
/// # Errors
/// The place where the table does not fit.
pub(super) fn alliances(
    source: &mut Source<'_>,
    delimiter: u8,
    first_rows: Vec<Vec<String>>,
    context: &mut Context<'_>,
) -> Result<Option<Value>, Refused> {
    let above = above(&first_rows, memberships::is_header, context.answers());
    let (grid, head) = whole(source, delimiter, above, context)?;
    let as_of = head.text("asOf").and_then(date).map(Value::from);
    memberships::read(&grid, head.draft, as_of, context)
}

fn whole(
    source: &mut Source<'_>,
    delimiter: u8,
    above: usize,
    context: &mut Context<'_>,
) -> Result<(Grid, Head), Refused> {
    let text = source.text(context.answers())?;
    let mut grid = Grid::of_csv(&text, delimiter, above)?;
    grid.rows.retain(|row| {
        let mut given = row.cells.iter().filter(|cell| !cell.is_empty());
        match (given.next(), given.next()) {
            (Some(only), None) if is_remark(only) => {
                context.left_out(Place::line(row.line), format!("\"{only}\""), NOTE);
                false
            }
            _ => true,
        }
    });
    let mut head = Head::default();
    for row in &grid.above {
        head.take(&row.cells, row.line, context)?;
    }
    Ok((grid, head))
}

//! Warnings of areas whose own figures contradict each other, which their sums may hide.

use super::names::Named;
use crate::context::Context;
use crate::formats::rows::{Col, Row, Rows};
use crate::refused::Refused;

/// Checks each area: its voters, and its papers and votes where it has reported.
pub(super) fn check(
    rows: &Rows,
    ours: &[&Row],
    reported: &[&Row],
    names: &[Named],
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    for row in ours {
        warn_of_entitled(&Cells { rows, row }, context)?;
    }
    for row in reported {
        warn_of_voters(&Cells { rows, row }, context)?;
        warn_of_papers(&Cells { rows, row }, context)?;
    }
    warn_of_votes(rows, reported, names, context)
}

/// Warns of areas with more stations than they have, and of those whose stations and cells do not agree on whether they have
/// reported.
pub(super) fn warn_of_stations(
    rows: &Rows,
    ours: &[&Row],
    (done, total): (Col, Col),
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    let (mut empty, mut early) = (0, 0);
    for row in ours {
        let place = row.place(done);
        let Some(done) = row.whole(done)? else {
            continue;
        };
        if let Some(total) = row.whole(total)?.filter(|total| *total < done) {
            context.warn(format!(
                "{place}: anz-schnellmeldungen is {done}, more than max-schnellmeldungen, {total}"
            ));
        }
        if let Some(valid) = rows.optional("D") {
            let is_empty = row.text(valid).is_empty();
            empty += usize::from(done > 0 && is_empty);
            early += usize::from(done == 0 && !is_empty);
        }
    }
    if empty > 0 {
        context.warn(format!(
            "{empty} areas say that stations have reported, and their cells are empty"
        ));
    }
    if early > 0 {
        context.warn(format!(
            "areas with valid votes of which no station has reported: {early}"
        ));
    }
    Ok(())
}

/// A row whose cells are read by the names of their columns.
struct Cells<'r> {
    rows: &'r Rows,
    row: &'r Row,
}

impl Cells<'_> {
    /// The number in a column. `None` where there is no such column, or the cell is empty.
    fn number(&self, name: &str) -> Result<Option<u64>, Refused> {
        match self.rows.peek(&[name]).first() {
            Some(column) => self.row.whole(*column),
            None => Ok(None),
        }
    }

    /// The beginning of a warning: the place in a column.
    fn at(&self, name: &str) -> String {
        let column = self.rows.peek(&[name]);
        let place = column.first().map(|column| self.row.place(*column));
        place.map_or_else(String::new, |place| format!("{place}: "))
    }
}

/// Warns of entitled voters that are not the sum of their parts: by register, with a polling card, by special entry.
fn warn_of_entitled(cells: &Cells<'_>, context: &mut Context<'_>) -> Result<(), Refused> {
    let names = ["A1", "A2", "A3"];
    let names: Vec<&str> = names
        .into_iter()
        .filter(|name| !cells.rows.peek(&[name]).is_empty())
        .collect();
    let mut parts = Vec::new();
    for name in &names {
        parts.push(cells.number(name)?);
    }
    let Some(all) = cells.number("A")?.filter(|_| !names.is_empty()) else {
        return Ok(());
    };
    let given = parts.iter().copied().flatten();
    let sum = given.fold(0, u64::saturating_add);
    let is_complete = parts.iter().all(Option::is_some);
    if sum > all || (is_complete && sum < all) {
        context.warn(format!(
            "{}column A is {all}, and {} come to {sum}",
            cells.at("A"),
            names.join(", ")
        ));
    }
    Ok(())
}

/// Warns of more voters than are entitled. Those with a polling card may come from another area, and areas of postal votes
/// have 0 entitled voters.
fn warn_of_voters(cells: &Cells<'_>, context: &mut Context<'_>) -> Result<(), Refused> {
    let (voters, with_card) = (cells.number("B")?, cells.number("B1")?);
    let Some(voters) = voters else { return Ok(()) };
    let with_card = with_card.unwrap_or(0);
    if with_card > voters {
        context.warn(format!(
            "{}column B1 is {with_card}, more than column B, {voters}",
            cells.at("B1")
        ));
    }
    let from_here = voters.saturating_sub(with_card);
    if let Some(entitled @ 1..) = cells.number("A")?
        && from_here > entitled
    {
        context.warn(format!(
            "{}column B less B1 is {from_here}, more than column A, {entitled}",
            cells.at("B")
        ));
    }
    Ok(())
}

/// Warns of voters who are not those with valid and with invalid papers.
fn warn_of_papers(cells: &Cells<'_>, context: &mut Context<'_>) -> Result<(), Refused> {
    let papers = (cells.number("B")?, cells.number("C")?, cells.number("D")?);
    if let (Some(cast), Some(invalid), Some(valid)) = papers {
        let sum = invalid.saturating_add(valid);
        if sum != cast {
            context.warn(format!(
                "{}column B is {cast}, and C and D come to {sum}",
                cells.at("B")
            ));
        }
    }
    Ok(())
}

/// Warns of areas with more votes than valid papers, where the sums of all areas hide it. Where voters have several votes, every
/// area may have more.
fn warn_of_votes(
    rows: &Rows,
    reported: &[&Row],
    names: &[Named],
    context: &mut Context<'_>,
) -> Result<(), Refused> {
    let mut sums = (0_u64, 0_u64);
    let mut warnings = Vec::new();
    for row in reported {
        let cells = Cells { rows, row };
        let Some(valid) = cells.number("D")? else {
            continue;
        };
        let mut votes = 0_u64;
        for named in names {
            votes = votes.saturating_add(row.whole(named.column)?.unwrap_or(0));
        }
        sums = (sums.0.saturating_add(votes), sums.1.saturating_add(valid));
        if votes > valid {
            warnings.push(format!(
                "{}column D is {valid}, and the votes of the options come to {votes}",
                cells.at("D")
            ));
        }
    }
    if sums.0 <= sums.1 {
        for warning in warnings {
            context.warn(warning);
        }
    }
    Ok(())
}

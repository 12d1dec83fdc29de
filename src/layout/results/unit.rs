//! What figures are measured in, as the chart shows it.

use crate::locale::Sign;
use crate::model::{PercentOf, Unit};

/// The units, the one that charts are drawn by first where nothing else is asked for.
pub(super) const ALL: [Unit; 3] = [Unit::Percent, Unit::Votes, Unit::Seats];

/// What stands after figures of the unit.
pub(super) fn sign(unit: Unit) -> Sign {
    match unit {
        Unit::Percent => Sign::Percent,
        Unit::Votes | Unit::Seats => Sign::Plain,
    }
}

/// The key of a column's head in the words: a share says what it is a share of.
pub(super) fn key(unit: Unit, of: Option<PercentOf>) -> &'static str {
    match (unit, of) {
        (Unit::Percent, None) => "column.percent",
        (Unit::Percent, Some(PercentOf::Valid)) => "column.percent.valid",
        (Unit::Percent, Some(PercentOf::Cast)) => "column.percent.cast",
        (Unit::Percent, Some(PercentOf::Eligible)) => "column.percent.eligible",
        (Unit::Percent, Some(PercentOf::Respondents)) => "column.percent.respondents",
        (Unit::Votes, _) => "column.votes",
        (Unit::Seats, _) => "column.seats",
    }
}

/// The name of a change in the unit, in what a reader takes along.
pub(super) fn change_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "change.percent",
        Unit::Votes => "change.votes",
        Unit::Seats => "change.seats",
    }
}

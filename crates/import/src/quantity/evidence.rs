//! Evidence of a column's mark before decimals, gathered cell by cell.

use super::number::{Decimals, is_within};
use super::{Reading, read_times};
use crate::refused::Place;
use election_widgets::model::Decimal;

/// The cells of a column, as far as they tell which mark stands before decimals.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The zeros that the header adds to each number: three of "Votes (thousands)".
    pub(crate) zeros: usize,
    /// The first cell that is no quantity with a point before decimals.
    not_point: Option<(Place, String)>,
    /// The first cell that is no quantity with a comma before decimals.
    not_comma: Option<(Place, String)>,
    /// The first cell that is a different number under each mark.
    differs: Option<(Place, String)>,
    /// True where a cell is not whole, or above a hundred, under a mark.
    point: Shape,
    comma: Shape,
    /// True where a cell has a percent sign.
    pub has_percent: bool,
}

#[derive(Clone, Copy, Debug, Default)]
struct Shape {
    has_decimals: bool,
    is_above_100: bool,
}

/// Why a column has no mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undecided {
    /// A cell that fits one mark while another cell fits the other: the places and texts of both.
    Mixed([(Place, String); 2]),
    /// A cell that may be thousands or decimals, and no other that tells which.
    Ambiguous(Place, String),
}

impl Evidence {
    /// Reads a cell of the column.
    pub(crate) fn read(&self, text: &str, decimals: Decimals) -> Option<Reading> {
        read_times(text, decimals, self.zeros)
    }

    /// Adds a cell that is not empty and no dash. Returns how it reads with a point and with a comma before decimals;
    /// a text that is no quantity at all tells nothing of the mark.
    pub fn add(&mut self, text: &str, place: Place) -> [Option<Reading>; 2] {
        let point = self.read(text, Decimals::Point);
        let comma = self.read(text, Decimals::Comma);
        if point.is_none() && comma.is_none() {
            return [None, None];
        }
        note(&mut self.not_point, point.is_none(), text, place);
        note(&mut self.not_comma, comma.is_none(), text, place);
        if let (Some(point), Some(comma)) = (&point, &comma) {
            note(&mut self.differs, point.value != comma.value, text, place);
        }
        for (reading, shape) in [(&point, &mut self.point), (&comma, &mut self.comma)] {
            let Some(reading) = reading else { continue };
            self.has_percent |= reading.is_percent;
            for number in reading.numbers() {
                shape.has_decimals |= !number.is_whole();
                shape.is_above_100 |= !is_within(number, Decimal::HUNDRED);
            }
        }
        [point, comma]
    }

    /// The mark before decimals. `is_whole` where the column counts things, `is_share` where it holds percentages.
    ///
    /// # Errors
    /// The cells that leave it open.
    pub fn decide(&self, is_whole: bool, is_share: bool) -> Result<Decimals, Undecided> {
        match (&self.not_point, &self.not_comma) {
            (None, Some(_)) => return Ok(Decimals::Point),
            (Some(_), None) => return Ok(Decimals::Comma),
            (Some(point), Some(comma)) => {
                return Err(Undecided::Mixed([point.clone(), comma.clone()]));
            }
            (None, None) => {}
        }
        let Some((place, text)) = &self.differs else {
            return Ok(Decimals::Point);
        };
        // A number of votes has no decimals, and a share is not above 100: often one reading alone is possible.
        let point_fits =
            !(is_whole && self.point.has_decimals || is_share && self.point.is_above_100);
        let comma_fits =
            !(is_whole && self.comma.has_decimals || is_share && self.comma.is_above_100);
        match (point_fits, comma_fits) {
            (true, false) => Ok(Decimals::Point),
            (false, true) => Ok(Decimals::Comma),
            _ => Err(Undecided::Ambiguous(*place, text.clone())),
        }
    }
}

impl Undecided {
    /// The place and the message for a person, with the column's name.
    pub fn message(&self, column: &str) -> (Place, String) {
        match self {
            Undecided::Mixed([(place, one), (other_place, other)]) => (
                *place,
                format!(
                    "\"{one}\" has a comma before its decimals and \"{other}\" ({other_place}) a point: one column \"{column}\" needs one mark"
                ),
            ),
            Undecided::Ambiguous(place, text) => (
                *place,
                format!(
                    "\"{text}\" in the column \"{column}\" may be thousands or decimals, and no other cell tells which"
                ),
            ),
        }
    }
}

fn note(first: &mut Option<(Place, String)>, is_so: bool, text: &str, place: Place) {
    if is_so && first.is_none() {
        *first = Some((place, text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(cells: &[&str], is_whole: bool, is_share: bool) -> Result<Decimals, Undecided> {
        let mut evidence = Evidence::default();
        for (line, cell) in (1..).zip(cells) {
            evidence.add(cell, Place::new(line, 2));
        }
        evidence.decide(is_whole, is_share)
    }

    #[test]
    fn one_cell_decides_for_its_whole_column() {
        assert_eq!(
            decided(&["1.234", "1.234.567"], false, false),
            Ok(Decimals::Comma)
        );
        assert_eq!(
            decided(&["1.234", "12.5"], false, false),
            Ok(Decimals::Point)
        );
        assert_eq!(
            decided(&["12,345", "7,5"], false, true),
            Ok(Decimals::Comma)
        );
        assert_eq!(decided(&["12", "over 7"], false, true), Ok(Decimals::Point));
    }

    #[test]
    fn a_vote_has_no_decimals_and_a_share_is_not_above_a_hundred() {
        assert_eq!(decided(&["1.234", "900"], true, false), Ok(Decimals::Comma));
        assert_eq!(decided(&["1,234", "900"], true, false), Ok(Decimals::Point));
        assert_eq!(decided(&["12,345", "7"], false, true), Ok(Decimals::Comma));
        assert_eq!(
            decided(&["1,234"], false, false),
            Err(Undecided::Ambiguous(Place::new(1, 2), "1,234".to_owned()))
        );
    }

    #[test]
    fn a_column_with_both_marks_or_with_a_word_names_the_cell() {
        let mixed = decided(&["7,5", "12.5"], false, true).unwrap_err();
        assert_eq!(
            mixed,
            Undecided::Mixed([
                (Place::new(1, 2), "7,5".to_owned()),
                (Place::new(2, 2), "12.5".to_owned())
            ])
        );
        let (place, message) = mixed.message("%");
        assert_eq!(place, Place::new(1, 2));
        assert!(
            message.contains("\"12.5\" (line 2, column 2) a point"),
            "{message}"
        );
    }
}

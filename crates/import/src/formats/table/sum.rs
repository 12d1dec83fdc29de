//! Sums of whole numbers over areas, which say no more than their cells.

use crate::object::object;
use crate::quantity::{Decimals, Reading};
use serde_json::Value;

/// A sum of cells.
///
/// The mark before decimals is not known until the last row, so cells that depend on it are added under both.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sum {
    plain: u64,
    known: u64,
    /// Cells without a figure.
    unknown: u64,
    odd: Option<Box<[Ends; 2]>>,
}

/// The ends between which a sum lies.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Ends {
    low: u64,
    high: u64,
    is_open: bool,
    is_about: bool,
}

impl Sum {
    /// Adds a plain whole number.
    pub(super) fn add(&mut self, number: u64) {
        self.plain = self.plain.saturating_add(number);
        self.known += 1;
    }

    /// Adds a cell without a figure.
    pub(super) fn add_unknown(&mut self) {
        self.unknown += 1;
    }

    /// Adds a quantity as it reads with a point and with a comma before decimals. Returns false where neither is whole.
    pub(super) fn add_readings(
        &mut self,
        point: Option<&Reading>,
        comma: Option<&Reading>,
    ) -> bool {
        let read = [point, comma].map(|reading| reading.and_then(ends));
        if read.iter().all(Option::is_none) {
            return false;
        }
        self.known += 1;
        let odd = self.odd.get_or_insert_default();
        for (sum, ends) in odd.iter_mut().zip(read) {
            let ends = ends.unwrap_or_default();
            sum.low = sum.low.saturating_add(ends.low);
            sum.high = sum.high.saturating_add(ends.high);
            sum.is_open |= ends.is_open;
            sum.is_about |= ends.is_about;
        }
        true
    }

    /// The sum as a quantity. `None` where no cell had a figure.
    ///
    /// A cell without a figure leaves the sum open above, unless the count is partial: then it is what is counted so far.
    pub(super) fn value(&self, decimals: Decimals, is_partial: bool) -> Option<Value> {
        if self.known == 0 {
            return None;
        }
        let odd = self.odd.as_deref().map(|[point, comma]| match decimals {
            Decimals::Point => *point,
            Decimals::Comma => *comma,
        });
        let odd = odd.unwrap_or_default();
        let low = self.plain.saturating_add(odd.low);
        let high = self.plain.saturating_add(odd.high);
        let is_open = odd.is_open || (self.unknown > 0 && !is_partial);
        Some(match (odd.is_about, is_open) {
            (true, true) => object!({ "missing": "some areas have no exact figure" }),
            (true, false) => object!({ "about": low }),
            (false, true) => object!({ "atLeast": low }),
            (false, false) if low == high => Value::from(low),
            (false, false) => object!({ "from": low, "to": high }),
        })
    }
}

/// The ends of a quantity of whole things. `None` where it is not whole, or missing.
fn ends(reading: &Reading) -> Option<Ends> {
    let exact = |low, high| Ends {
        low,
        high,
        ..Ends::default()
    };
    let open = |low| Ends {
        low,
        is_open: true,
        ..Ends::default()
    };
    let Value::Object(map) = &reading.value else {
        let number = reading.value.as_u64()?;
        return Some(exact(number, number));
    };
    let number = |key: &str| {
        let value = map.get(key)?;
        value.as_u64().or_else(|| {
            value
                .get(usize::from(key == "atMost" || key == "under"))?
                .as_u64()
        })
    };
    let over = || number("over").map(|over| open(over + 1));
    let at_least = || number("atLeast").map(open);
    let under = || number("under").map(|under| exact(0, under.saturating_sub(1)));
    let at_most = || number("atMost").map(|most| exact(0, most));
    let about = || {
        let about = number("about")?;
        Some(Ends {
            is_about: true,
            ..exact(about, about)
        })
    };
    let range = || Some(exact(number("from")?, number("to")?));
    over()
        .or_else(at_least)
        .or_else(under)
        .or_else(at_most)
        .or_else(about)
        .or_else(range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::read;
    use serde_json::json;

    fn sum(cells: &[&str]) -> Sum {
        let mut sum = Sum::default();
        for cell in cells {
            match cell.parse() {
                Ok(number) => sum.add(number),
                Err(_) if cell.is_empty() => sum.add_unknown(),
                Err(_) => {
                    let point = read(cell, Decimals::Point);
                    let comma = read(cell, Decimals::Comma);
                    assert!(sum.add_readings(point.as_ref(), comma.as_ref()), "{cell}");
                }
            }
        }
        sum
    }

    #[test]
    fn a_sum_says_no_more_than_its_cells() {
        let value = |cells: &[&str]| sum(cells).value(Decimals::Point, false);
        assert_eq!(value(&["1", "2", "1,234"]), Some(json!(1237)));
        assert_eq!(value(&["1", "over 5"]), Some(json!({"atLeast": 7})));
        assert_eq!(value(&["10", "<5"]), Some(json!({"from": 10, "to": 14})));
        assert_eq!(value(&["10", "2-3"]), Some(json!({"from": 12, "to": 13})));
        assert_eq!(value(&["10", "~400"]), Some(json!({"about": 410})));
        assert_eq!(value(&["10", ""]), Some(json!({"atLeast": 10})));
        assert_eq!(value(&["", ""]), None);
    }

    #[test]
    fn an_area_without_a_figure_is_not_yet_counted_in_a_partial_count() {
        assert_eq!(
            sum(&["10", ""]).value(Decimals::Point, true),
            Some(json!(10))
        );
    }

    #[test]
    fn the_mark_before_decimals_may_be_decided_after_the_last_row() {
        let sum = sum(&["1.234", "7"]);
        assert_eq!(sum.value(Decimals::Comma, false), Some(json!(1241)));
    }
}

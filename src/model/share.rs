//! Arithmetic that never rounds without saying so.

use super::{Decimal, Interval};
use std::cmp::Ordering;

/// How many decimals a computed share has: more than any threshold is written with.
const SHARE_DECIMALS: u8 = 9;

impl Decimal {
    /// The difference; `None` where it is out of range.
    pub fn minus(self, other: Decimal) -> Option<Decimal> {
        self.plus(other.negated())
    }

    /// The product; `None` where it is out of range.
    pub fn times(self, factor: u32) -> Option<Decimal> {
        Decimal::new(self.units().checked_mul(i64::from(factor))?, self.scale())
    }

    /// One unit of its last decimal: 0.01 of 4.98.
    pub fn last_place(self) -> Decimal {
        Decimal::new(1, self.scale()).unwrap_or(Decimal::ZERO)
    }

    /// The distance from another number; `None` where it is out of range.
    pub fn distance(self, other: Decimal) -> Option<Decimal> {
        let difference = self.minus(other)?;
        Some(if difference.is_negative() {
            difference.negated()
        } else {
            difference
        })
    }

    /// How `self` x `by` stands to `other` x `with`; `None` where a product is out of range.
    pub(super) fn compare_products(
        self,
        by: Decimal,
        other: Decimal,
        with: Decimal,
    ) -> Option<Ordering> {
        let product = |one: Decimal, two: Decimal, scale: u8| {
            let units = i128::from(one.units()).checked_mul(i128::from(two.units()))?;
            units.checked_mul(10_i128.checked_pow(u32::from(scale))?)
        };
        let scale = |one: Decimal, two: Decimal| one.scale().checked_add(two.scale());
        let left = product(self, by, scale(other, with)?)?;
        let right = product(other, with, scale(self, by)?)?;
        Some(left.cmp(&right))
    }

    /// The percentage that this is of `base`, and whether it is less than the true one.
    fn percent_of(self, base: Decimal) -> Option<(Decimal, bool)> {
        if base <= Decimal::ZERO || self.is_negative() {
            return None;
        }
        let scaled = |number: Decimal, by: u8| {
            i128::from(number.units()).checked_mul(10_i128.checked_pow(u32::from(by))?)
        };
        let part = scaled(self, base.scale().checked_add(SHARE_DECIMALS + 2)?)?;
        let whole = scaled(base, self.scale())?;
        let units = i64::try_from(part / whole).ok()?;
        Some((Decimal::new(units, SHARE_DECIMALS)?, part % whole != 0))
    }
}

/// The percentage that a number is of another, as far as their bounds say.
///
/// ```
/// use election_widgets::model::{Amount, Decimal, share};
/// let exact = |number: u32| Amount::Exact(Decimal::from(number)).bounds().unwrap();
/// assert_eq!(share(&exact(1), &exact(4)).low, Some(Decimal::from(25)));
/// let third = share(&exact(1), &exact(3));
/// assert!(third.low < third.high && third.above_low && third.below_high);
/// ```
pub fn share(number: &Interval, base: &Interval) -> Interval {
    let low = number.low.zip(base.high);
    let low = low.and_then(|(number, base)| number.percent_of(base));
    let high = number.high.zip(base.low);
    let high = high.and_then(|(number, base)| number.percent_of(base));
    Interval {
        low: low.map(|(percent, _)| percent),
        above_low: low.is_some_and(|(_, more)| more) || number.above_low || base.below_high,
        high: high.and_then(|(percent, more)| match more {
            true => percent.plus(Decimal::new(1, SHARE_DECIMALS)?),
            false => Some(percent),
        }),
        below_high: high.is_some_and(|(_, more)| more) || number.below_high || base.above_low,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_an_unknown_base_may_be_anything() {
        let one = Decimal::from(1);
        let point = Interval {
            low: Some(one),
            high: Some(one),
            ..Interval::ANYTHING
        };
        let share = share(&point, &Interval::ANYTHING);
        assert_eq!((share.low, share.high), (None, None));
    }
}

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

    /// How `self` x `by` stands to `other` x `with`; `None` where they have too many decimals.
    pub(super) fn compare_products(
        self,
        by: Decimal,
        other: Decimal,
        with: Decimal,
    ) -> Option<Ordering> {
        let (one, other) = self.in_one_scale(other)?;
        let (by, with) = by.in_one_scale(with)?;
        let product = |one: i64, other: i64| i128::from(one) * i128::from(other);
        Some(product(one, by).cmp(&product(other, with)))
    }

    /// The units of both in the scale of the one with more decimals.
    fn in_one_scale(self, other: Decimal) -> Option<(i64, i64)> {
        let scale = self.scale().max(other.scale());
        Some((self.scaled_to(scale)?, other.scaled_to(scale)?))
    }

    /// The percentage that this is of `base`, cut off, and whether it is less than the true one.
    ///
    /// A division as by hand, digit by digit: one of 128 bits weighs a kilobyte in the browser.
    pub(super) fn percent_of(self, base: Decimal) -> Option<(Decimal, bool)> {
        let (part, base) = self.in_one_scale(base)?;
        if base <= 0 || part < 0 || base > i64::MAX / 10 {
            return None;
        }
        let (mut units, mut rest) = (part / base, part % base);
        for _ in 0..SHARE_DECIMALS + 2 {
            rest *= 10;
            units = units.checked_mul(10)?.checked_add(rest / base)?;
            rest %= base;
        }
        Some((Decimal::new(units, SHARE_DECIMALS)?, rest != 0))
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

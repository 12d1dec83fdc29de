//! The range in which a figure may lie.

use super::Decimal;
use std::cmp::Ordering;

/// The range in which the true value may lie. An end that is `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lowest value that it may have.
    pub low: Option<Decimal>,
    /// The highest value that it may have.
    pub high: Option<Decimal>,
    /// True if the value is above [`low`](Self::low), not equal to it ("over").
    pub above_low: bool,
    /// True if the value is below [`high`](Self::high), not equal to it ("under").
    pub below_high: bool,
}

impl Interval {
    /// Any number at all.
    pub const ANYTHING: Interval = Interval {
        low: None,
        high: None,
        above_low: false,
        below_high: false,
    };

    /// How two values stand to each other: `None` if their intervals overlap, so that their
    /// order is not decided.
    pub fn order(&self, other: &Interval) -> Option<Ordering> {
        if self.is_point() && self == other {
            return Some(Ordering::Equal);
        }
        if self.is_below(other) {
            Some(Ordering::Less)
        } else if other.is_below(self) {
            Some(Ordering::Greater)
        } else {
            None
        }
    }

    /// Returns the range of the sum of two values. An end whose sum is out of range is open.
    pub fn plus(&self, other: &Interval) -> Interval {
        let sum = |one: Option<Decimal>, other: Option<Decimal>| one?.plus(other?);
        Interval {
            low: sum(self.low, other.low),
            high: sum(self.high, other.high),
            above_low: self.above_low || other.above_low,
            below_high: self.below_high || other.below_high,
        }
    }

    /// The smallest interval that holds both.
    pub(super) fn joined(&self, other: &Interval) -> Interval {
        let (low, above_low) = match (self.low, other.low) {
            (Some(a), Some(b)) if a < b => (Some(a), self.above_low),
            (Some(a), Some(b)) if b < a => (Some(b), other.above_low),
            (Some(a), Some(_)) => (Some(a), self.above_low && other.above_low),
            _ => (None, false),
        };
        let (high, below_high) = match (self.high, other.high) {
            (Some(a), Some(b)) if a > b => (Some(a), self.below_high),
            (Some(a), Some(b)) if b > a => (Some(b), other.below_high),
            (Some(a), Some(_)) => (Some(a), self.below_high && other.below_high),
            _ => (None, false),
        };
        Interval {
            low,
            high,
            above_low,
            below_high,
        }
    }

    fn is_point(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }

    fn is_below(&self, other: &Interval) -> bool {
        match (self.high, other.low) {
            (Some(high), Some(low)) => {
                high < low || (high == low && (self.below_high || other.above_low))
            }
            _ => false,
        }
    }
}

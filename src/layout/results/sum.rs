//! The sum of several options, as far as their figures say.

use crate::model::{Amount, Decimal, Interval, Quantity, Unit};

/// A sum of figures and what is known of it.
pub(super) struct Sum {
    /// The sum; `None` if no figure says anything.
    pub amount: Option<Amount>,
    /// The range of the sum.
    pub interval: Option<Interval>,
}

/// One figure of a sum.
#[derive(Clone, Copy)]
pub(super) struct Addend<'a> {
    /// The figure, where it is given.
    pub figure: Option<&'a Quantity>,
    /// How many times it counts: once, or for each of those that the option stands for; `None` where
    /// the document does not say how many those are.
    pub many: Option<u32>,
}

/// Adds figures up; one that is not given may be anything from zero. A sum of several percentages is
/// about what it comes to, since each is rounded, and so is a sum with an "about" in it. Where such a sum
/// has bounds, they are wider by what rounding may hide.
pub(super) fn together(addends: &[Addend<'_>], unit: Unit) -> Sum {
    let (mut sum, mut nominal) = (ZERO, Some(Decimal::ZERO));
    let (mut given, mut all, mut is_about) = (0_u32, 0_u32, false);
    let mut rounding = Rounding::default();
    for Addend { figure, many } in addends.iter().copied() {
        all += many.unwrap_or(2);
        let bounds = figure.and_then(Quantity::bounds);
        given += u32::from(bounds.is_some());
        sum = sum.plus(&at_least_zero(bounds.unwrap_or(Interval::ANYTHING), many));
        rounding.add(figure, many.unwrap_or(0));
        let number = figure.and_then(single).and_then(|(number, about)| {
            is_about |= about;
            number.times(many?)
        });
        nominal = nominal
            .zip(number)
            .and_then(|(sum, number)| sum.plus(number));
    }
    if given == 0 {
        return Sum {
            amount: None,
            interval: None,
        };
    }
    let rounded = unit == Unit::Percent && all > 1;
    if rounded {
        sum = rounding.widened(sum);
    }
    let amount = match nominal {
        Some(number) if is_about || rounded => Some(Amount::About(number)),
        _ => Amount::within(sum),
    };
    Sum {
        amount,
        interval: Some(sum),
    }
}

/// How far rounded figures may be off: by half of the last decimal that any of them has.
#[derive(Default)]
pub(super) struct Rounding {
    /// The number of rounded figures.
    many: u32,
    /// The most decimals that any of them has.
    scale: u8,
}

impl Rounding {
    /// Adds a figure that counts so many times; a bound is not rounded.
    pub(super) fn add(&mut self, figure: Option<&Quantity>, times: u32) {
        let Some(figure) = figure else {
            return;
        };
        let mut is_rounded = false;
        for claim in figure.claims() {
            if let Amount::Exact(number) = claim.amount {
                is_rounded = true;
                self.scale = self.scale.max(number.scale());
            }
        }
        if is_rounded {
            self.many = self.many.saturating_add(times);
        }
    }

    /// The most that the figures may be off together; `None` where that is out of range.
    pub(super) fn most(&self) -> Option<Decimal> {
        Decimal::new(5, self.scale.checked_add(1)?)?.times(self.many)
    }

    /// The sum with as much more room to either side; never less than zero.
    fn widened(&self, sum: Interval) -> Interval {
        let slack = self.most();
        let low = sum.low.zip(slack).and_then(|(low, slack)| low.minus(slack));
        Interval {
            low: low
                .map(|low| low.max(Decimal::ZERO))
                .or(Some(Decimal::ZERO)),
            high: sum
                .high
                .zip(slack)
                .and_then(|(high, slack)| high.plus(slack)),
            ..sum
        }
    }
}

/// The one number that a figure is, and whether it is that only about.
fn single(figure: &Quantity) -> Option<(Decimal, bool)> {
    match figure.first().amount {
        _ if figure.is_disputed() => None,
        Amount::Exact(number) => Some((number, false)),
        Amount::About(number) => Some((number, true)),
        _ => None,
    }
}

/// Returns the range of the sum of `many` figures of this range, none less than zero.
fn at_least_zero(each: Interval, many: Option<u32>) -> Interval {
    let times = |number: Option<Decimal>| number?.times(many?);
    Interval {
        low: times(each.low).or(Some(Decimal::ZERO)),
        high: times(each.high),
        ..each
    }
}

const ZERO: Interval = Interval {
    low: Some(Decimal::ZERO),
    high: Some(Decimal::ZERO),
    above_low: false,
    below_high: false,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bound, Claim};

    fn figure(amount: Amount) -> Quantity {
        Quantity::new(Claim {
            amount,
            source: None,
        })
    }

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn sum(amounts: &[Option<Amount>], unit: Unit) -> Option<Amount> {
        let figures: Vec<Option<Quantity>> = amounts
            .iter()
            .map(|amount| amount.clone().map(figure))
            .collect();
        let addends = figures.iter().map(|figure| Addend {
            figure: figure.as_ref(),
            many: Some(1),
        });
        together(&addends.collect::<Vec<_>>(), unit).amount
    }

    #[test]
    fn a_sum_says_no_more_than_its_figures() {
        let exact = |text: &str| Some(Amount::Exact(number(text)));
        let bound = |text: &str| Bound::from(number(text));
        assert_eq!(sum(&[exact("40"), exact("21")], Unit::Seats), exact("61"));
        assert_eq!(
            sum(&[exact("4.1"), exact("2.3")], Unit::Percent),
            Some(Amount::About(number("6.4")))
        );
        assert_eq!(
            sum(&[exact("40"), Some(Amount::Over(bound("20")))], Unit::Seats),
            Some(Amount::Over(bound("60")))
        );
        assert_eq!(
            sum(
                &[exact("40"), Some(Amount::Under(bound("20")))],
                Unit::Seats
            ),
            Some(Amount::Range(
                Bound::new(number("40"), number("60")).unwrap()
            ))
        );
        assert_eq!(
            sum(&[exact("40"), None], Unit::Seats),
            Some(Amount::AtLeast(bound("40")))
        );
        assert_eq!(sum(&[None, None], Unit::Seats), None);
        let about = Some(Amount::About(number("10")));
        assert_eq!(
            sum(&[about.clone(), exact("5"), exact("4")], Unit::Percent),
            Some(Amount::About(number("19")))
        );
        assert_eq!(
            sum(&[about, Some(Amount::Over(bound("20")))], Unit::Seats),
            Some(Amount::Over(bound("20")))
        );
    }
}

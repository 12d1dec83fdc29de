//! What several options have together, as far as their figures say.

use crate::model::{Amount, Decimal, Interval, Quantity, Unit};

/// A sum of figures and what is known of it.
pub(super) struct Sum {
    /// The sum; nothing where no figure says anything.
    pub amount: Option<Amount>,
    /// Where it may lie.
    pub interval: Option<Interval>,
}

/// Adds figures up; one that is not given may be anything from nought. A sum of several
/// percentages is about what it comes to: each is rounded.
pub(super) fn together<'a>(figures: impl Iterator<Item = Option<&'a Quantity>>, unit: Unit) -> Sum {
    let mut sum = NOUGHT;
    let (mut given, mut all) = (0_u32, 0_u32);
    for figure in figures {
        all += 1;
        match figure.and_then(Quantity::interval) {
            Some(interval) => {
                sum = sum.plus(&interval);
                given += 1;
            }
            None => sum = sum.plus(&ANYTHING),
        }
    }
    if given == 0 {
        return Sum {
            amount: None,
            interval: None,
        };
    }
    let amount = match Amount::within(sum) {
        Some(Amount::Exact(number)) if unit == Unit::Percent && all > 1 => {
            Some(Amount::About(number))
        }
        amount => amount,
    };
    Sum {
        amount,
        interval: Some(sum),
    }
}

const NOUGHT: Interval = Interval {
    low: Some(Decimal::ZERO),
    high: Some(Decimal::ZERO),
    above_low: false,
    below_high: false,
};

const ANYTHING: Interval = Interval {
    high: None,
    ..NOUGHT
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
        together(figures.iter().map(Option::as_ref), unit).amount
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
    }
}

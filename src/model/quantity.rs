//! Figures that never say more than their source.

use super::{Decimal, Interval, SourceRef, Text};
use std::cmp::Ordering;

/// A bound that a source gives: a number, or a range itself ("none above 2-3 %").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    low: Decimal,
    high: Decimal,
}

impl Bound {
    /// The bound from `low` to `high`, or `None` if they run backwards.
    pub fn new(low: Decimal, high: Decimal) -> Option<Bound> {
        (low <= high).then_some(Bound { low, high })
    }

    /// The lower of the two numbers.
    pub fn low(self) -> Decimal {
        self.low
    }

    /// The higher of the two numbers.
    pub fn high(self) -> Decimal {
        self.high
    }
}

impl From<Decimal> for Bound {
    fn from(number: Decimal) -> Self {
        Bound {
            low: number,
            high: number,
        }
    }
}

/// The statement of one source about one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Exactly this number, as stated.
    Exact(Decimal),
    /// More than this number.
    Over(Bound),
    /// This number or more.
    AtLeast(Bound),
    /// Less than this number.
    Under(Bound),
    /// This number or less.
    AtMost(Bound),
    /// Approximately this number, as stated.
    About(Decimal),
    /// From the first to the second; never backwards, since [`Bound`] is not.
    Range(Bound),
    /// The source does not say; why.
    Missing(Text),
}

impl Amount {
    /// Returns the range in which the true value may lie, or `None` if the figure is missing.
    ///
    /// "About x" spans x plus and minus a tenth. This convention only decides the order and who leads, and is never shown. A tenth
    /// of zero says nothing, so "about 0" may be any number.
    pub fn interval(&self) -> Option<Interval> {
        let closed = |low, high| Interval {
            low,
            high,
            above_low: false,
            below_high: false,
        };
        Some(match self {
            Amount::Exact(number) => closed(Some(*number), Some(*number)),
            Amount::Over(bound) => Interval {
                above_low: true,
                ..closed(Some(bound.low), None)
            },
            Amount::AtLeast(bound) => closed(Some(bound.low), None),
            Amount::Under(bound) => Interval {
                below_high: true,
                ..closed(Some(Decimal::ZERO), Some(bound.high))
            },
            Amount::AtMost(bound) => closed(Some(Decimal::ZERO), Some(bound.high)),
            Amount::About(number) if number.tenth() == Decimal::ZERO => Interval::ANYTHING,
            Amount::About(number) => {
                let (low, high) = around(*number);
                closed(low, high)
            }
            Amount::Range(bound) => closed(Some(bound.low), Some(bound.high)),
            Amount::Missing(_) => return None,
        })
    }

    /// The bounds that the source vouches for; `None` where it gives no figure.
    ///
    /// Unlike [`interval`](Self::interval) this makes nothing of "about x": it may be any number.
    pub fn bounds(&self) -> Option<Interval> {
        match self {
            Amount::About(_) => Some(Interval::ANYTHING),
            amount => amount.interval(),
        }
    }

    /// The amount that says no more than that the value lies in `interval`; `None` if that says
    /// nothing.
    pub fn within(interval: Interval) -> Option<Amount> {
        let bound = |number: Decimal| Bound::from(number);
        Some(match (interval.low, interval.high) {
            (Some(low), Some(high)) if low == high => Amount::Exact(low),
            (Some(Decimal::ZERO) | None, Some(high)) if interval.below_high => {
                Amount::Under(bound(high))
            }
            (Some(Decimal::ZERO) | None, Some(high)) => Amount::AtMost(bound(high)),
            (Some(low), Some(high)) => Amount::Range(Bound::new(low, high)?),
            (Some(low), None) if interval.above_low => Amount::Over(bound(low)),
            (Some(low), None) => Amount::AtLeast(bound(low)),
            (None, None) => return None,
        })
    }

    /// Every number that the amount is made of, for checks of each.
    pub fn numbers(&self) -> impl Iterator<Item = Decimal> {
        let (first, second) = match self {
            Amount::Exact(number) | Amount::About(number) => (Some(*number), None),
            Amount::Over(bound)
            | Amount::AtLeast(bound)
            | Amount::Under(bound)
            | Amount::AtMost(bound)
            | Amount::Range(bound) => (Some(bound.low), Some(bound.high)),
            Amount::Missing(_) => (None, None),
        };
        first.into_iter().chain(second)
    }
}

/// `number` less and more a tenth of it.
fn around(number: Decimal) -> (Option<Decimal>, Option<Decimal>) {
    let tenth = number.tenth();
    let (one, other) = (number.plus(tenth.negated()), number.plus(tenth));
    if number.is_negative() {
        (other, one)
    } else {
        (one, other)
    }
}

/// An amount with the source that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The amount that is stated.
    pub amount: Amount,
    /// The source, if it differs from the source of the whole item.
    pub source: Option<SourceRef>,
}

/// A figure: one claim, or several of different sources, which then stand side by side.
///
/// It is never sorted, summed or compared as if exact: [`order`](Self::order) answers only where
/// every claim agrees on the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity(Claims);

/// One claim stands without a list: most figures have one source. The first of several stands beside
/// their list, so that it is there without a question.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Claims {
    One(Claim),
    Several(Claim, Vec<Claim>),
}

impl Quantity {
    /// A figure that one source gives.
    pub fn new(claim: Claim) -> Quantity {
        Quantity(Claims::One(claim))
    }

    /// A figure of several sources, or `None` if there is none.
    pub fn from_claims(claims: Vec<Claim>) -> Option<Quantity> {
        match claims.first()?.clone() {
            only if claims.len() == 1 => Some(Quantity::new(only)),
            first => Some(Quantity(Claims::Several(first, claims))),
        }
    }

    /// The claims, in the document's order; at least one.
    pub fn claims(&self) -> std::slice::Iter<'_, Claim> {
        match &self.0 {
            Claims::One(claim) => std::slice::from_ref(claim).iter(),
            Claims::Several(_, claims) => claims.iter(),
        }
    }

    /// The highest number in any of its claims; zero if there is none.
    pub fn highest(&self) -> Decimal {
        let mut highest = Decimal::ZERO;
        for claim in self.claims() {
            for number in claim.amount.numbers() {
                highest = highest.max(number);
            }
        }
        highest
    }

    /// The first claim: what is drawn where there is room for one.
    pub fn first(&self) -> &Claim {
        let (Claims::One(first) | Claims::Several(first, _)) = &self.0;
        first
    }

    /// Returns true if the sources state different amounts.
    pub fn is_disputed(&self) -> bool {
        let first = &self.first().amount;
        self.claims().any(|claim| claim.amount != *first)
    }

    /// Returns the range in which the true value may lie if any of the claims is right, or `None` if one is missing.
    pub fn interval(&self) -> Option<Interval> {
        self.hull(Amount::interval)
    }

    /// The bounds that all of its sources vouch for together; `None` where one gives no figure.
    pub fn bounds(&self) -> Option<Interval> {
        self.hull(Amount::bounds)
    }

    fn hull(&self, interval: fn(&Amount) -> Option<Interval>) -> Option<Interval> {
        let mut hull = interval(&self.first().amount)?;
        for claim in self.claims() {
            hull = hull.joined(&interval(&claim.amount)?);
        }
        Some(hull)
    }

    /// The number, where all sources give the same exact one.
    pub fn exact(&self) -> Option<Decimal> {
        match self.first().amount {
            Amount::Exact(number) if !self.is_disputed() => Some(number),
            _ => None,
        }
    }

    /// How it stands to `other`, or `None` if that is not decided.
    pub fn order(&self, other: &Quantity) -> Option<Ordering> {
        self.interval()?.order(&other.interval()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn order(a: &Amount, b: &Amount) -> Option<Ordering> {
        a.interval()?.order(&b.interval()?)
    }

    #[test]
    fn over_81_and_82_may_not_be_ranked() {
        let over = Amount::Over(number("81").into());
        assert_eq!(order(&over, &Amount::Exact(number("82"))), None);
        assert_eq!(
            order(&over, &Amount::Exact(number("81"))),
            Some(Ordering::Greater)
        );
        assert_eq!(
            order(
                &Amount::AtLeast(number("81").into()),
                &Amount::Exact(number("81"))
            ),
            None
        );
    }

    #[test]
    fn a_ceiling_stands_below_a_floor_that_it_does_not_reach() {
        let under = Amount::Under(number("10").into());
        let over = Amount::Over(number("81").into());
        assert_eq!(order(&under, &over), Some(Ordering::Less));
        assert_eq!(
            order(&under, &Amount::Exact(number("10"))),
            Some(Ordering::Less)
        );
        assert_eq!(
            order(
                &Amount::AtMost(number("10").into()),
                &Amount::Exact(number("10"))
            ),
            None
        );
    }

    #[test]
    fn about_spans_a_tenth_to_either_side() {
        let about = Amount::About(number("400"));
        assert_eq!(order(&about, &Amount::Exact(number("440"))), None);
        assert_eq!(
            order(&about, &Amount::Exact(number("441"))),
            Some(Ordering::Less)
        );
        let falling = Amount::About(number("-2")).interval().unwrap();
        assert_eq!(
            (falling.low, falling.high),
            (Some(number("-2.2")), Some(number("-1.8")))
        );
    }

    #[test]
    fn what_is_missing_has_no_place_in_any_order() {
        let missing = Amount::Missing(Text::plain("not published"));
        assert_eq!(order(&missing, &Amount::Exact(number("0"))), None);
    }

    #[test]
    fn sources_that_disagree_decide_nothing_that_only_one_of_them_decides() {
        let claim = |text: &str| Claim {
            amount: Amount::Exact(number(text)),
            source: None,
        };
        let disputed = Quantity::from_claims(vec![claim("40"), claim("60")]).unwrap();
        assert!(disputed.is_disputed());
        assert_eq!(disputed.order(&Quantity::new(claim("50"))), None);
        assert_eq!(
            disputed.order(&Quantity::new(claim("61"))),
            Some(Ordering::Less)
        );
    }
}

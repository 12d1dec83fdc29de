//! Exact decimal numbers, so that a published figure is shown as it was published.

use std::cmp::Ordering;

/// The most digits after the point that a [`Decimal`] holds.
pub const MAX_SCALE: u8 = 18;

/// The largest whole number that every JSON reader gives back unchanged (2^53 - 1).
const MAX_WHOLE: i64 = 9_007_199_254_740_991;

/// A decimal number, exact: `81.3` is 813 tenths and never 81.299999.
///
/// It is read from the shortest text that stands for a JSON number and keeps no trailing zeros,
/// so `81.0` and `81` are one number.
///
/// Errors: parsing fails where the text is no number, where its whole part is beyond 2^53 - 1
/// (no JSON reader would give it back unchanged) or where it has more than [`MAX_SCALE`] decimals.
///
/// ```
/// use election_widgets::model::Decimal;
/// let share: Decimal = "81.30".parse()?;
/// assert_eq!(share.to_string(), "81.3");
/// assert!(share > Decimal::from(81));
/// # Ok::<(), election_widgets::model::ParseDecimalError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i64,
    scale: u8,
}

impl Decimal {
    /// The number zero, without decimals.
    pub const ZERO: Decimal = Decimal { units: 0, scale: 0 };

    /// A hundred, the end of every percent bar.
    pub const HUNDRED: Decimal = Decimal {
        units: 100,
        scale: 0,
    };

    /// The number that is `units` of 10^-`scale`, or `None` if it is out of range.
    pub fn new(mut units: i64, mut scale: u8) -> Option<Decimal> {
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        let decimal = Decimal { units, scale };
        (scale <= MAX_SCALE && decimal.whole().abs() <= MAX_WHOLE).then_some(decimal)
    }

    /// The part before the point, with the sign.
    pub fn whole(self) -> i64 {
        self.units / power_of_ten(self.scale)
    }

    /// The part after the point in units of 10^-18, with the sign.
    fn fraction(self) -> i64 {
        self.units % power_of_ten(self.scale) * power_of_ten(MAX_SCALE - self.scale)
    }

    /// The number in units of 10^-[`scale`](Self::scale).
    pub fn units(self) -> i64 {
        self.units
    }

    /// How many digits stand after the point.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// Returns true if the number has no decimals.
    pub fn is_whole(self) -> bool {
        self.scale == 0
    }

    /// Returns true if it is less than zero.
    pub fn is_negative(self) -> bool {
        self.units < 0
    }

    /// Rounds to at most `scale` decimals. A half is rounded away from zero.
    pub fn rounded(self, scale: u8) -> Decimal {
        self.cut(scale, |rest, step| rest.abs() * 2 >= step)
    }

    /// The nearest number with at most `scale` decimals that is not more.
    pub fn floor(self, scale: u8) -> Decimal {
        self.cut(scale, |rest, _| rest < 0)
    }

    /// The nearest number with at most `scale` decimals that is not less.
    pub fn ceil(self, scale: u8) -> Decimal {
        self.cut(scale, |rest, _| rest > 0)
    }

    fn cut(self, scale: u8, away: impl Fn(i64, i64) -> bool) -> Decimal {
        if scale >= self.scale {
            return self;
        }
        let step = power_of_ten(self.scale - scale);
        let rest = self.units % step;
        let mut units = self.units / step;
        if away(rest, step) {
            units += self.units.signum();
        }
        Decimal::new(units, scale).unwrap_or(self)
    }

    /// The sum, or `None` if it is out of range.
    pub fn plus(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale.max(other.scale);
        let units = self
            .scaled_to(scale)?
            .checked_add(other.scaled_to(scale)?)?;
        Decimal::new(units, scale)
    }

    /// Returns a tenth of the number, or zero if the tenth has too many decimals.
    pub fn tenth(self) -> Decimal {
        Decimal::new(self.units, self.scale + 1).unwrap_or(Decimal::ZERO)
    }

    /// The same number with the other sign.
    pub fn negated(self) -> Decimal {
        Decimal {
            units: -self.units,
            scale: self.scale,
        }
    }

    pub(super) fn scaled_to(self, scale: u8) -> Option<i64> {
        self.units.checked_mul(power_of_ten(scale - self.scale))
    }

    /// The number as a float, only for geometry. A published figure is never converted to a float.
    pub fn to_f64(self) -> f64 {
        self.units as f64 / power_of_ten(self.scale) as f64
    }
}

/// Ten to the power of `exponent`, which is at most [`MAX_SCALE`].
pub(super) fn power_of_ten(exponent: u8) -> i64 {
    const POWERS: [i64; MAX_SCALE as usize + 1] = [
        1,
        10,
        100,
        1000,
        10_000,
        100_000,
        1_000_000,
        10_000_000,
        100_000_000,
        1_000_000_000,
        10_000_000_000,
        100_000_000_000,
        1_000_000_000_000,
        10_000_000_000_000,
        100_000_000_000_000,
        1_000_000_000_000_000,
        10_000_000_000_000_000,
        100_000_000_000_000_000,
        1_000_000_000_000_000_000,
    ];
    let [.., most] = POWERS;
    POWERS.get(usize::from(exponent)).copied().unwrap_or(most)
}

impl From<u32> for Decimal {
    fn from(whole: u32) -> Self {
        Decimal {
            units: i64::from(whole),
            scale: 0,
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let whole = self.whole().cmp(&other.whole());
        whole.then_with(|| self.fraction().cmp(&other.fraction()))
    }
}

/// A whole number of zero or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whole(pub u32);

/// How many decimals percentages are shown with: 0 to [`Decimals::MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimals(u8);

impl Decimals {
    /// The most decimals that a percentage is shown with.
    pub const MOST: u8 = 6;

    /// So many decimals, or `None` if they are too many.
    pub fn new(decimals: u8) -> Option<Decimals> {
        (decimals <= Decimals::MOST).then_some(Decimals(decimals))
    }

    /// Returns the number of decimals.
    pub fn get(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse()
            .unwrap_or_else(|_| panic!("{text} is a decimal"))
    }

    #[test]
    fn numbers_of_different_precision_are_compared_exactly() {
        assert!(decimal("81.3") > decimal("81.29999999999999"));
        assert!(decimal("-0.5") < decimal("-0.25"));
        assert!(decimal("-1") < decimal("0.5"));
        assert_eq!(decimal("2.50").cmp(&decimal("2.5")), Ordering::Equal);
        assert!(decimal("9007199254740991") > decimal("9007199254740990.9"));
    }

    #[test]
    fn rounding_goes_to_the_nearest_or_to_the_side_asked_for() {
        assert_eq!(decimal("81.36").rounded(1).to_string(), "81.4");
        assert_eq!(decimal("81.35").rounded(1).to_string(), "81.4");
        assert_eq!(decimal("81.34").rounded(1).to_string(), "81.3");
        assert_eq!(decimal("-2.5").rounded(0).to_string(), "-3");
        assert_eq!(decimal("81.36").floor(1).to_string(), "81.3");
        assert_eq!(decimal("9.01").ceil(1).to_string(), "9.1");
        assert_eq!(decimal("9").ceil(1).to_string(), "9");
        assert_eq!(decimal("-1.236").floor(2).to_string(), "-1.24");
        assert_eq!(decimal("-1.236").ceil(2).to_string(), "-1.23");
        assert_eq!(
            decimal("33.333333333333336").rounded(2).to_string(),
            "33.33"
        );
    }

    #[test]
    fn sums_are_exact_or_not_given() {
        assert_eq!(decimal("0.1").plus(decimal("0.2")), Some(decimal("0.3")));
        assert_eq!(decimal("9007199254740991").plus(decimal("1")), None);
    }
}

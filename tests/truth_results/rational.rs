//! Fractions, so that the oracle rounds nothing.

use std::cmp::Ordering;

/// A fraction with a positive denominator, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rational {
    over: i128,
    under: i128,
}

impl Rational {
    pub const ZERO: Rational = Rational { over: 0, under: 1 };

    pub fn new(over: i128, under: i128) -> Rational {
        assert!(under > 0, "a denominator is positive");
        let shared = divisor(over.abs(), under);
        Rational {
            over: over / shared,
            under: under / shared,
        }
    }

    pub const fn whole(number: i64) -> Rational {
        Rational {
            over: number as i128,
            under: 1,
        }
    }

    /// The number that JSON text stands for.
    pub fn parse(text: &str) -> Rational {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{fraction}");
        let over = digits
            .parse()
            .unwrap_or_else(|_| panic!("{text} is a plain number"));
        Rational::new(over, ten_to(fraction.len()))
    }

    pub fn plus(self, other: Rational) -> Rational {
        Rational::new(
            self.over * other.under + other.over * self.under,
            self.under * other.under,
        )
    }

    pub fn minus(self, other: Rational) -> Rational {
        self.plus(other.times(-1, 1))
    }

    /// The product with a fraction.
    pub fn times(self, over: i128, under: i128) -> Rational {
        Rational::new(self.over * over, self.under * under)
    }

    /// The quotient; `None` where the divisor is not positive.
    pub fn per(self, other: Rational) -> Option<Rational> {
        (other.over > 0).then(|| self.times(other.under, other.over))
    }

    pub fn distance(self, other: Rational) -> Rational {
        let difference = self.minus(other);
        if difference < Rational::ZERO {
            difference.times(-1, 1)
        } else {
            difference
        }
    }

    /// One unit of its last decimal: 1/100 of 4.98. A number without an end has none.
    pub fn last_place(self) -> Rational {
        let decimals = (0..30).find(|many| ten_to(*many) % self.under == 0);
        decimals.map_or(Rational::ZERO, |many| Rational::new(1, ten_to(many)))
    }

    /// The nearest whole number; a half goes up.
    pub fn rounded(self) -> i64 {
        self.plus(Rational::new(1, 2)).floor()
    }

    pub fn floor(self) -> i64 {
        i64::try_from(self.over.div_euclid(self.under)).unwrap_or(i64::MAX)
    }

    pub fn ceil(self) -> i64 {
        -self.times(-1, 1).floor()
    }

    /// The number as a float, to compare with what is drawn.
    pub fn to_f64(self) -> f64 {
        self.over as f64 / self.under as f64
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }
}

fn divisor(one: i128, other: i128) -> i128 {
    match other {
        0 => one.max(1),
        _ => divisor(other, one % other),
    }
}

fn ten_to(exponent: usize) -> i128 {
    10_i128.pow(u32::try_from(exponent).unwrap_or(30))
}

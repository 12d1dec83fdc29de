//! Figures in words: a number, a bound, a range, and what to say of none.

use super::Locale;
use crate::model::{Amount, Bound, Decimal, Decimals, MAX_SCALE, digits};

/// The sign that follows a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The percent sign of a share.
    Percent,
    /// No sign: votes, seats, people.
    Plain,
}

/// How many decimals figures are shown with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// As they were published, and at most two.
    Published,
    /// This number of decimals; exact figures are padded with zeros.
    Fixed(Decimals),
    /// From the first to the second: exact figures are filled up to the first.
    Between(u8, u8),
}

impl Precision {
    /// Every decimal that there is.
    pub const EXACT: Precision = Precision::Between(0, MAX_SCALE);

    const MOST_PUBLISHED: u8 = 2;

    /// The most decimals that a figure is shown with.
    pub fn most(self) -> u8 {
        match self {
            Precision::Published => Precision::MOST_PUBLISHED,
            Precision::Fixed(decimals) => decimals.get(),
            Precision::Between(_, most) => most,
        }
    }

    /// Returns the smallest number of decimals.
    pub fn least(self) -> u8 {
        match self {
            Precision::Published => 0,
            Precision::Fixed(decimals) => decimals.get(),
            Precision::Between(least, _) => least,
        }
    }
}

impl Locale {
    /// A number in the language's digits, with at least `least_decimals` decimals.
    pub fn number(&self, number: Decimal, least_decimals: u8) -> String {
        let mut text = String::new();
        if number.is_negative() {
            text.push_str(self.word("number.minus"));
        }
        text.push_str(&grouped(
            number.whole().unsigned_abs(),
            self.word("number.group"),
        ));
        let mut fraction = number.fraction_digits();
        while fraction.len() < usize::from(least_decimals) {
            fraction.push('0');
        }
        if !fraction.is_empty() {
            text.push_str(self.word("number.decimal"));
            text.push_str(&fraction);
        }
        text
    }

    /// The number that the form of a word goes with; a fraction has the form of many.
    pub fn plural_number(&self, amount: &Amount) -> u32 {
        let last = amount.numbers().last().unwrap_or(Decimal::ZERO);
        if !last.is_whole() {
            return 0;
        }
        let number = u32::try_from(last.whole().unsigned_abs() % 1_000_000_000).unwrap_or(0);
        match amount {
            Amount::Exact(_) | Amount::Range(_) => number,
            _ => self.rule.after_bound(number),
        }
    }

    /// A plain whole number.
    pub fn whole(&self, number: u32) -> String {
        self.number(Decimal::from(number), 0)
    }

    fn with_sign(&self, text: &str, sign: Sign) -> String {
        match sign {
            Sign::Percent => self.fill("percent", &[("n", text)]),
            Sign::Plain => text.to_owned(),
        }
    }

    /// An amount in words: "over 81%", "2–3%", "about 400".
    ///
    /// A bound is rounded to the side on which it stays true. An exact share that would round to
    /// zero or to a hundred without being it reads "<0.1%", ">99.9%", ">100%".
    ///
    /// ```
    /// use election_widgets::locale::{Locale, Precision, Sign};
    /// use election_widgets::model::{Amount, Decimal};
    /// let over = Amount::Over(Decimal::from(81).into());
    /// let english = Locale::english();
    /// assert_eq!(english.amount(&over, Sign::Percent, Precision::Published, None), "over 81%");
    /// ```
    pub fn amount(
        &self,
        amount: &Amount,
        sign: Sign,
        precision: Precision,
        reason: Option<&str>,
    ) -> String {
        let most = precision.most();
        let shown = |number: Decimal| self.number(number, 0);
        let low =
            |bound: Bound| self.bound(bound.low().floor(most), bound.high().floor(most), sign);
        let high = |bound: Bound| self.bound(bound.low().ceil(most), bound.high().ceil(most), sign);
        let (key, text) = match amount {
            Amount::Exact(number) => return self.exact(*number, sign, precision),
            Amount::Over(bound) => ("over", low(*bound)),
            Amount::AtLeast(bound) => ("at-least", low(*bound)),
            Amount::Under(bound) => ("under", high(*bound)),
            Amount::AtMost(bound) => ("at-most", high(*bound)),
            Amount::About(number) => ("about", self.with_sign(&shown(number.rounded(most)), sign)),
            Amount::Range(bound) => {
                return self.bound(bound.low().floor(most), bound.high().ceil(most), sign);
            }
            Amount::Missing(_) => {
                return self.fill("missing", &[("why", reason.unwrap_or_default())]);
            }
        };
        self.fill(key, &[("n", &text)])
    }

    fn bound(&self, low: Decimal, high: Decimal, sign: Sign) -> String {
        let text = if low == high {
            self.number(low, 0)
        } else {
            self.fill(
                "range",
                &[
                    ("from", &self.number(low, 0)),
                    ("to", &self.number(high, 0)),
                ],
            )
        };
        self.with_sign(&text, sign)
    }

    fn exact(&self, number: Decimal, sign: Sign, precision: Precision) -> String {
        if sign == Sign::Plain {
            return self.number(number, 0);
        }
        let (least, most) = (precision.least(), precision.most());
        let rounded = number.rounded(most);
        let (key, rounded) = if rounded == Decimal::ZERO && number > Decimal::ZERO {
            ("rounded-from-below", number.ceil(most))
        } else if rounded == Decimal::HUNDRED && number != Decimal::HUNDRED {
            ("rounded-from-above", number.floor(most))
        } else {
            return self.with_sign(&self.number(rounded, least), sign);
        };
        self.fill(
            key,
            &[("n", &self.with_sign(&self.number(rounded, least), sign))],
        )
    }
}

/// Digits in groups of three.
fn grouped(number: u64, separator: &str) -> String {
    let digits = digits(number, 1);
    let mut text = String::with_capacity(digits.len() + 8);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    fn share(amount: &Amount, precision: Precision) -> String {
        Locale::english().amount(amount, Sign::Percent, precision, None)
    }

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn fixed(decimals: u8) -> Precision {
        Precision::Fixed(Decimals::new(decimals).unwrap())
    }

    #[test]
    fn every_kind_of_quantity_is_worded_as_what_it_is() {
        let pair = Bound::new(number("2"), number("3")).unwrap();
        let published = |amount| share(&amount, Precision::Published);
        assert_eq!(published(Amount::Exact(number("81.3"))), "81.3%");
        assert_eq!(published(Amount::Over(number("81").into())), "over 81%");
        assert_eq!(
            published(Amount::AtLeast(number("81").into())),
            "at least 81%"
        );
        assert_eq!(published(Amount::Under(number("10").into())), "under 10%");
        assert_eq!(published(Amount::AtMost(pair)), "at most 2–3%");
        assert_eq!(published(Amount::About(number("62"))), "about 62%");
        assert_eq!(published(Amount::Range(pair)), "2–3%");
        assert_eq!(
            Locale::english().amount(
                &Amount::Missing(Text::plain("not published")),
                Sign::Percent,
                Precision::Published,
                Some("not published")
            ),
            "no figure (not published)"
        );
    }

    #[test]
    fn rounding_never_lies() {
        let exact = |text| share(&Amount::Exact(number(text)), fixed(1));
        assert_eq!(exact("0.04"), "<0.1%");
        assert_eq!(exact("0"), "0.0%");
        assert_eq!(exact("99.96"), ">99.9%");
        assert_eq!(exact("100"), "100.0%");
        assert_eq!(exact("100.04"), ">100.0%");
        assert_eq!(exact("81"), "81.0%");
        assert_eq!(
            share(&Amount::Over(number("81.36").into()), fixed(1)),
            "over 81.3%"
        );
        assert_eq!(
            share(&Amount::Under(number("9.91").into()), fixed(1)),
            "under 10%"
        );
        assert_eq!(
            share(
                &Amount::Exact(number("41.23076923076923")),
                Precision::Published
            ),
            "41.23%"
        );
    }

    #[test]
    fn large_numbers_are_grouped() {
        let english = Locale::english();
        assert_eq!(english.whole(6_456_392), "6,456,392");
        assert_eq!(english.whole(999), "999");
        assert_eq!(english.number(number("-1234.5"), 0), "−1,234.5");
    }
}

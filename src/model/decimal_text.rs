//! The text of a decimal number, read and written.

use super::decimal::{Decimal, MAX_SCALE, power_of_ten};
use std::fmt;
use std::str::FromStr;

/// The error for a text that is no [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseDecimalError;

impl fmt::Display for ParseDecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a decimal number within range")
    }
}

impl std::error::Error for ParseDecimalError {}

impl Decimal {
    /// The digits after the point, without trailing zeros.
    pub fn fraction_digits(self) -> String {
        if self.scale() == 0 {
            return String::new();
        }
        let rest = (self.units() % power_of_ten(self.scale())).unsigned_abs();
        digits(rest, usize::from(self.scale()))
    }

    /// The number in digits, with a point: what its `Display` writes, without what formatting weighs.
    pub fn written(self) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let whole = digits(self.whole().unsigned_abs(), 1);
        let point = if self.scale() == 0 { "" } else { "." };
        [sign, &whole, point, &self.fraction_digits()].concat()
    }
}

/// Returns a whole number in at least `least` digits, with leading zeros. `format!` would bring all of Rust's
/// formatting into a first-paint program.
///
/// ```
/// use election_widgets::model::digits;
/// assert_eq!(digits(2_022, 1), "2022");
/// assert_eq!(digits(5, 2), "05");
/// ```
pub fn digits(number: u64, least: usize) -> String {
    fn write(number: u64, least: usize, text: &mut String) {
        if number >= 10 || least > 1 {
            write(number / 10, least.saturating_sub(1), text);
        }
        text.push(char::from(b'0' + (number % 10) as u8));
    }
    let mut text = String::new();
    write(number, least, &mut text);
    text
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    /// Reads what `JSON.stringify` writes for a number: digits, a point, an exponent.
    fn from_str(text: &str) -> Result<Self, ParseDecimalError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mut units, mut places, mut exponent) = (0_i64, 0_i32, 0_i32);
        let (mut after_point, mut zeros) = (false, 0_i32);
        for (place, byte) in digits.bytes().enumerate() {
            match byte {
                b'.' if !after_point && place > 0 => after_point = true,
                b'e' | b'E' if place > 0 => {
                    let rest = digits.get(place + 1..).unwrap_or_default();
                    exponent = rest.parse().map_err(|_| ParseDecimalError)?;
                    break;
                }
                // At the end they hold no value, and a float's full text may have hundreds of them.
                b'0' if after_point => zeros += 1,
                b'0'..=b'9' => {
                    let steps = std::mem::take(&mut zeros);
                    for _ in 0..steps {
                        units = with_digit(units, 0)?;
                    }
                    units = with_digit(units, byte - b'0')?;
                    places += if after_point { steps + 1 } else { 0 };
                }
                _ => return Err(ParseDecimalError),
            }
        }
        if digits.is_empty() {
            return Err(ParseDecimalError);
        }
        let units = if negative { -units } else { units };
        shifted(units, places.saturating_sub(exponent)).ok_or(ParseDecimalError)
    }
}

/// `units` with one more digit at the end.
fn with_digit(units: i64, digit: u8) -> Result<i64, ParseDecimalError> {
    // What one more digit fits to, whichever it is: a multiplication that checks is slow in wasm.
    const ROOM: i64 = (i64::MAX - 9) / 10;
    if units > ROOM {
        return Err(ParseDecimalError);
    }
    Ok(units * 10 + i64::from(digit))
}

/// Returns `units` of 10^-`places`. `places` may be negative.
fn shifted(units: i64, places: i32) -> Option<Decimal> {
    if units == 0 {
        return Some(Decimal::ZERO);
    }
    if places >= 0 {
        return Decimal::new(
            units,
            u8::try_from(places).ok().filter(|p| *p <= MAX_SCALE)?,
        );
    }
    let factor = 10_i64.checked_pow(places.unsigned_abs())?;
    Decimal::new(units.checked_mul(factor)?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse()
            .unwrap_or_else(|_| panic!("{text} is a decimal"))
    }

    #[test]
    fn a_figure_is_kept_as_it_was_published() {
        for (text, shown) in [
            ("81.3", "81.3"),
            ("81.30", "81.3"),
            ("-0.05", "-0.05"),
            ("-0", "0"),
            ("1e-7", "0.0000001"),
            ("1.5e+3", "1500"),
            ("9007199254740991", "9007199254740991"),
            ("33.333333333333336", "33.333333333333336"),
            ("0.30000000000000004", "0.30000000000000004"),
        ] {
            assert_eq!(decimal(text).to_string(), shown, "{text}");
        }
    }

    #[test]
    fn a_number_that_json_readers_change_is_refused() {
        for text in [
            "9007199254740992",
            "1e308",
            "1e+21",
            "5e-324",
            "",
            "-",
            ".5",
            "81%",
            "1e",
            "NaN",
            "--1",
        ] {
            assert_eq!(text.parse::<Decimal>(), Err(ParseDecimalError), "{text}");
        }
        let long = format!("1{}", "0".repeat(308));
        assert_eq!(long.parse::<Decimal>(), Err(ParseDecimalError));
    }
}

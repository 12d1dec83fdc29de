//! Plain numbers with marks between groups of digits and before decimals.

use election_widgets::model::Decimal;
use serde_json::Value;

/// The mark before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimals {
    /// A point stands before decimals: `1,234.5`.
    Point,
    /// A comma stands before decimals: `1.234,5`.
    Comma,
}

impl Decimals {
    pub(super) fn mark(self) -> char {
        match self {
            Decimals::Point => '.',
            Decimals::Comma => ',',
        }
    }

    pub(super) fn group_mark(self) -> char {
        match self {
            Decimals::Point => ',',
            Decimals::Comma => '.',
        }
    }
}

/// Most digits before and after the mark that the contract holds exactly.
const MOST_WHOLE: usize = 16;
const MOST_DECIMALS: usize = 18;

/// The number in its plainest form: digits, perhaps a minus before them and a point within. `None` where the text is no
/// number under this mark.
pub fn number(text: &str, decimals: Decimals) -> Option<String> {
    let (is_negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = match digits.split_once(decimals.mark()) {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (digits, ""),
    };
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || fraction.len() > MOST_DECIMALS {
        return None;
    }
    let whole = match (whole, fraction) {
        ("", "") => return None,
        ("", _) => "0".to_owned(),
        _ => ungrouped(whole, decimals)?,
    };
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    if whole.len() > MOST_WHOLE {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    let is_zero = whole == "0" && fraction.is_empty();
    let mut plain = String::new();
    if is_negative && !is_zero {
        plain.push('-');
    }
    plain.push_str(whole);
    if !fraction.is_empty() {
        plain.push('.');
        plain.push_str(fraction);
    }
    Some(plain)
}

/// The digits of a whole number without the marks between its groups.
///
/// Groups are of three digits, or of two before a last one of three as in India. One mark separates them all, and the
/// first group does not begin with a zero: `0,125` is no thousand.
fn ungrouped(text: &str, decimals: Decimals) -> Option<String> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text.to_owned());
    }
    let mark = text.chars().find(|letter| !letter.is_ascii_digit())?;
    let is_mark = mark == decimals.group_mark()
        || matches!(
            mark,
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\'' | '\u{2019}'
        );
    if !is_mark {
        return None;
    }
    let groups: Vec<&str> = text.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let in_threes = middle.iter().all(|group| group.len() == 3);
    let in_twos = middle.iter().all(|group| group.len() == 2) && first.len() <= 2;
    let fits = last.len() == 3
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && (in_threes || in_twos)
        && groups
            .iter()
            .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    fits.then(|| groups.concat())
}

/// Most digits that every float holds. A page keeps numbers as decimals and the command as floats: of more digits the two
/// would read a cell differently.
const MOST_DIGITS: usize = 15;

/// A plain number as JSON, its decimals rounded to [`MOST_DIGITS`] digits in all.
pub fn json_number(plain: &str) -> Value {
    let rounded = rounded(plain);
    let number = rounded.as_deref().unwrap_or(plain).parse();
    number.map_or(Value::Null, Value::Number)
}

/// The number with fewer decimals. `None` where it has few digits.
fn rounded(plain: &str) -> Option<String> {
    let (whole, fraction) = plain.split_once('.')?;
    let zeros = ['-', '0', '.'];
    let digits = plain.trim_start_matches(zeros).replace('.', "").len();
    let beyond = digits
        .checked_sub(MOST_DIGITS)
        .filter(|beyond| *beyond > 0)?;
    let scale = fraction.len().saturating_sub(beyond);
    // A decimal holds three digits more.
    let end = whole.len() + 1 + fraction.len().min(scale + 3);
    let decimal: Option<Decimal> = plain.get(..end).and_then(|plain| plain.parse().ok());
    Some(decimal.map_or_else(
        || whole.to_owned(),
        |decimal| decimal.rounded(scale as u8).to_string(),
    ))
}

/// A number of JSON as a decimal. `None` of any other value.
pub fn decimal(value: &Value) -> Option<Decimal> {
    value.as_number()?.to_string().parse().ok()
}

/// True of a number that lies between `-most` and `most`.
pub fn is_within(number: Decimal, most: Decimal) -> bool {
    (most.negated()..=most).contains(&number)
}

/// A plain number times 100, by moving its point: no rounding.
pub fn times_100(plain: &str) -> String {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let padded = format!("{fraction}00");
    let (moved, rest) = padded.split_at_checked(2).unwrap_or((&padded, ""));
    let text = format!("{whole}{moved}.{}0", rest.trim_end_matches('0'));
    number(&text, Decimals::Point).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(text: &str) -> Option<String> {
        number(text, Decimals::Point)
    }

    fn comma(text: &str) -> Option<String> {
        number(text, Decimals::Comma)
    }

    #[test]
    fn thousands_are_read_with_any_mark_between_groups() {
        for text in [
            "1234567",
            "1,234,567",
            "1 234 567",
            "1\u{a0}234\u{202f}567",
            "1'234'567",
            "12,34,567",
        ] {
            let read = point(text);
            let mixed = text.contains('\u{a0}');
            assert_eq!(read.as_deref(), (!mixed).then_some("1234567"), "{text}");
        }
        assert_eq!(comma("1.234.567").as_deref(), Some("1234567"));
        assert_eq!(comma("1.234,50").as_deref(), Some("1234.5"));
        assert_eq!(point("1,234.50").as_deref(), Some("1234.5"));
        assert_eq!(point(".2").as_deref(), Some("0.2"));
        assert_eq!(point("\u{2212}3.10").as_deref(), Some("-3.1"));
    }

    #[test]
    fn digits_in_groups_of_other_lengths_are_no_number() {
        for text in [
            "1,23", "1,2345", "0,125", "1,,234", ",123", "1 2", "5.", "1.2.3", "٣", "1e5", "--1",
            "",
        ] {
            assert_eq!(point(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_has_at_most_fifteen_digits_unless_it_is_whole() {
        for (plain, read) in [
            ("81.3", "81.3"),
            ("66.6666666666666667", "66.6666666666667"),
            ("-0.30000000000000004", "-0.3"),
            ("0.00000000000012345", "1.2345e-13"),
            ("1234567890123456.75", "1234567890123457"),
            ("9007199254740991", "9007199254740991"),
            ("9999999999999999.5", "9999999999999999"),
        ] {
            assert_eq!(json_number(plain).to_string(), read, "{plain}");
        }
        assert_eq!(
            decimal(&json_number("0.0000001")).unwrap().to_string(),
            "0.0000001"
        );
    }

    #[test]
    fn a_fraction_becomes_a_percentage_without_rounding() {
        assert_eq!(times_100("0.075"), "7.5");
        assert_eq!(times_100("1"), "100");
        assert_eq!(times_100("0.4137"), "41.37");
        assert_eq!(times_100("-0.005"), "-0.5");
        assert_eq!(times_100("0"), "0");
    }
}

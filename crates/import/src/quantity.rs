//! Quantities as people write them: `over 81 %`, `81+`, `~400`, `2–3 %`, `более 81 %`, `1 234,5`.
//!
//! ```
//! use election_widgets_import::quantity::{Decimals, read};
//! use serde_json::json;
//! let quantity = |text| read(text, Decimals::Comma).map(|read| read.value);
//! assert_eq!(quantity("более 81,5 %"), Some(json!({ "over": 81.5 })));
//! assert_eq!(quantity("1.234.567"), Some(json!(1_234_567)));
//! assert_eq!(quantity("нет данных"), Some(json!({ "missing": "нет данных" })));
//! assert_eq!(quantity("81 votes or so"), None);
//! ```
//!
//! The mark before decimals is a property of a column, not of a cell: [`Evidence`] gathers what each cell of a column
//! allows, and decides once.

mod evidence;
mod number;
mod words;

pub use evidence::{Evidence, Undecided};
pub use number::{Decimals, decimal, is_within, json_number, number, times_100};
pub use words::{is_dash, is_missing, looks_like_date};

use crate::object::object;
use serde_json::Value;

/// A quantity that was read from a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The quantity as the contract has it: a number, or an object such as `{"over": 81}`.
    pub value: Value,
    /// True where the text has a percent sign or its word.
    pub is_percent: bool,
    /// The mark of a footnote behind the number, such as `*`.
    pub footnote: Option<String>,
}

impl Reading {
    /// True of a plain number, which says exactly what it says.
    pub fn is_exact(&self) -> bool {
        self.value.is_number()
    }
}

/// Reads a quantity. `None` where the text is none, is empty, or is a dash alone, which only a person can interpret.
pub fn read(text: &str, decimals: Decimals) -> Option<Reading> {
    let text = text.trim();
    if let Some(digits) = number(text, decimals) {
        return Some(exact(&digits));
    }
    if text.is_empty() || is_dash(text) {
        return None;
    }
    if is_missing(text) {
        return Some(Reading {
            value: object!({ "missing": text }),
            is_percent: false,
            footnote: None,
        });
    }
    let (bare, footnote) = words::without_footnote(text);
    let (bare, is_percent) = words::without_units(&bare);
    let value = plain(&bare, decimals).or_else(|| bounded(&bare, decimals))?;
    Some(Reading {
        value,
        is_percent,
        footnote,
    })
}

fn exact(digits: &str) -> Reading {
    Reading {
        value: json_number(digits),
        is_percent: false,
        footnote: None,
    }
}

fn plain(text: &str, decimals: Decimals) -> Option<Value> {
    number(text, decimals).map(|digits| json_number(&digits))
}

/// A bound, an estimate or a range.
fn bounded(text: &str, decimals: Decimals) -> Option<Value> {
    if let Some((field, rest)) = words::bound(text) {
        let bound = plain(rest, decimals).or_else(|| {
            let (low, high) = range(rest, decimals)?;
            (field != "about").then(|| Value::from(vec![low, high]))
        })?;
        return Some(object!({ field: bound }));
    }
    let (low, high) = range(text, decimals)?;
    Some(object!({ "from": low, "to": high }))
}

/// The ends of a range, the lower first.
fn range(text: &str, decimals: Decimals) -> Option<(Value, Value)> {
    words::range_ends(text).into_iter().find_map(|(low, high)| {
        let low = plain(low.trim(), decimals)?;
        let high = plain(high.trim(), decimals)?;
        (decimal(&low)? <= decimal(&high)?).then_some((low, high))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn value(text: &str) -> Option<Value> {
        read(text, Decimals::Point).map(|reading| reading.value)
    }

    #[test]
    fn a_bound_is_read_as_its_source_words_it_in_each_language() {
        for (text, expected) in [
            ("over 81%", json!({"over": 81})),
            (">81", json!({"over": 81})),
            ("более 81 %", json!({"over": 81})),
            ("свыше 81%", json!({"over": 81})),
            ("81%-дан астам", json!({"over": 81})),
            ("81-ден астам", json!({"over": 81})),
            ("81 foizdan ortiq", json!({"over": 81})),
            ("81 % ашык", json!({"over": 81})),
            ("mehr als 81 %", json!({"over": 81})),
            ("plus de 81 %", json!({"over": 81})),
            ("81+", json!({"atLeast": 81})),
            ("81 %+", json!({"atLeast": 81})),
            ("at least 81", json!({"atLeast": 81})),
            ("не менее 81 %", json!({"atLeast": 81})),
            ("mindestens 81", json!({"atLeast": 81})),
            ("au moins 81 %", json!({"atLeast": 81})),
            ("кемінде 81", json!({"atLeast": 81})),
            ("<10", json!({"under": 10})),
            ("less than 10 %", json!({"under": 10})),
            ("менее 10%", json!({"under": 10})),
            ("weniger als 10", json!({"under": 10})),
            ("moins de 10 %", json!({"under": 10})),
            ("≤ 10", json!({"atMost": 10})),
            ("не более 2-3 %", json!({"atMost": [2, 3]})),
            ("up to 10", json!({"atMost": 10})),
            ("до 10 %", json!({"atMost": 10})),
            ("höchstens 10", json!({"atMost": 10})),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn an_estimate_and_a_range_stay_what_they_are() {
        for (text, expected) in [
            ("~400", json!({"about": 400})),
            ("≈ 400", json!({"about": 400})),
            ("about 6", json!({"about": 6})),
            ("ca. 400", json!({"about": 400})),
            ("около 400", json!({"about": 400})),
            ("шамамен 400", json!({"about": 400})),
            ("etwa 6 %", json!({"about": 6})),
            ("2–3 %", json!({"from": 2, "to": 3})),
            ("2-3", json!({"from": 2, "to": 3})),
            ("2% - 3%", json!({"from": 2, "to": 3})),
            ("2 to 3", json!({"from": 2, "to": 3})),
            ("от 2 до 3", json!({"from": 2, "to": 3})),
            ("between 2 and 3", json!({"from": 2, "to": 3})),
            ("2 bis 3", json!({"from": 2, "to": 3})),
            ("de 2 à 3 %", json!({"from": 2, "to": 3})),
            ("2-ден 3-ке дейін", json!({"from": 2, "to": 3})),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
        assert_eq!(value("3-2"), None, "a range runs upwards");
    }

    #[test]
    fn words_for_no_figure_are_missing_as_written_and_other_words_are_no_quantity() {
        for text in [
            "n/a",
            "N/A",
            "..",
            "нет данных",
            "н/д",
            "деректер жоқ",
            "keine Angabe",
        ] {
            assert_eq!(value(text), Some(json!({"missing": text})), "{text}");
        }
        for text in [
            "", "-", "—", "many", "81 or so", "8l", "1,2,3", "1 23", "12-", "over", "%",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn a_footnote_mark_behind_a_number_is_told_apart_from_it() {
        let reading = read("4 478**", Decimals::Point).unwrap();
        assert_eq!(
            (reading.value, reading.footnote.as_deref()),
            (json!(4478), Some("**"))
        );
        let reading = read("12.5 %¹", Decimals::Point).unwrap();
        assert_eq!((reading.value, reading.is_percent), (json!(12.5), true));
    }
}

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

mod aside;
mod digits;
mod evidence;
mod magnitude;
mod number;
mod words;

pub use aside::{Aside, Kind as AsideKind};
pub use digits::is_zero;
pub use evidence::{Evidence, Undecided};
pub(crate) use magnitude::of_header as magnitude_of_header;
pub use number::{Decimals, decimal, is_within, json_number, number, times_100};
pub use words::{is_dash, is_missing, looks_like_date};

use crate::object::object;
use election_widgets::model::Decimal;
use serde_json::Value;

/// A quantity that was read from a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The quantity as the contract has it: a number, or an object such as `{"over": 81}`.
    pub value: Value,
    /// True where the text has a percent sign or its word.
    pub is_percent: bool,
    /// The parts behind the figure, such as `*` or `(+2.1)`.
    pub asides: Vec<Aside>,
}

impl Reading {
    fn new(value: Value) -> Reading {
        Reading {
            value,
            is_percent: false,
            asides: Vec::new(),
        }
    }

    /// True of a plain number, which says exactly what it says.
    pub fn is_exact(&self) -> bool {
        self.value.is_number()
    }

    /// Every number that the quantity is made of.
    pub fn numbers(&self) -> Vec<Decimal> {
        let one = |value: &Value| match value {
            Value::Array(ends) => ends.iter().filter_map(decimal).collect(),
            value => decimal(value).into_iter().collect::<Vec<_>>(),
        };
        match &self.value {
            Value::Object(map) => map.values().flat_map(one).collect(),
            value => one(value),
        }
    }
}

/// Reads a quantity. `None` where the text is none, is empty, or is a dash alone, which only a person can interpret.
pub fn read(text: &str, decimals: Decimals) -> Option<Reading> {
    read_times(text, decimals, 0)
}

/// Reads a quantity of a column whose header has `zeros`, as "Votes (thousands)" has three.
pub(crate) fn read_times(text: &str, decimals: Decimals, zeros: usize) -> Option<Reading> {
    let written = text.trim();
    let text = &*digits::western(written, decimals)?;
    let text = text.trim();
    let scale = Scale { decimals, zeros };
    if let Some(value) = scale.plain(text) {
        return Some(Reading::new(value));
    }
    if text.is_empty() || is_dash(text) {
        return None;
    }
    if is_missing(text) {
        return Some(Reading::new(object!({ "missing": written })));
    }
    let (bare, asides) = aside::split(text, decimals);
    if aside::may_be_change(bare) {
        return None;
    }
    let (bare, is_percent) = words::without_units(bare);
    let value = scale.plain(&bare).or_else(|| scale.bounded(&bare))?;
    Some(Reading {
        value,
        is_percent,
        asides,
    })
}

/// The marks and the factor by which numbers are read.
#[derive(Clone, Copy)]
struct Scale {
    decimals: Decimals,
    zeros: usize,
}

impl Scale {
    /// A number, with the zeros of a word such as "million" behind it; without one it has `zeros`.
    fn number(self, text: &str, zeros: usize) -> Option<Value> {
        let (digits, own) = magnitude::split(text);
        let zeros = if own == 0 { zeros } else { own };
        let plain = magnitude::times(digits, self.decimals, zeros)?;
        Some(json_number(&plain))
    }

    /// A number alone. One that is written in thousands or millions is rounded.
    fn plain(self, text: &str) -> Option<Value> {
        let value = self.number(text, self.zeros)?;
        let is_rounded = self.zeros > 0 || magnitude::split(text).1 > 0;
        Some(if is_rounded && value != 0 {
            object!({ "about": value })
        } else {
            value
        })
    }

    /// A bound, an estimate or a range.
    fn bounded(self, text: &str) -> Option<Value> {
        if let Some((field, rest)) = words::bound(text) {
            let bound = self.number(rest, self.zeros).or_else(|| {
                let (low, high) = self.range(rest)?;
                (field != "about").then(|| Value::from(vec![low, high]))
            })?;
            return Some(object!({ field: bound }));
        }
        let (low, high) = self.range(text)?;
        Some(object!({ "from": low, "to": high }))
    }

    /// The ends of a range, the lower first. "1.2 to 1.5 million" has the factor of both at its end.
    fn range(self, text: &str) -> Option<(Value, Value)> {
        words::range_ends(text).into_iter().find_map(|(low, high)| {
            let high = high.trim();
            let zeros = match magnitude::split(high).1 {
                0 => self.zeros,
                own => own,
            };
            let low = self.number(low.trim(), zeros)?;
            let high = self.number(high, self.zeros)?;
            (decimal(&low)? <= decimal(&high)?).then_some((low, high))
        })
    }
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
            ("60 % кем емес", json!({"atLeast": 60})),
            ("60 %-дан аз емес", json!({"atLeast": 60})),
            ("60 %дан кем эмес", json!({"atLeast": 60})),
            ("60 dan kam emas", json!({"atLeast": 60})),
            ("60 %-дан көп емес", json!({"atMost": 60})),
            ("60 % ашпайт", json!({"atMost": 60})),
            ("60 foizdan koʻp emas", json!({"atMost": 60})),
            ("just under 60 %", json!({"under": 60})),
            ("knapp 60 %", json!({"under": 60})),
            ("чуть менее 60 %", json!({"under": 60})),
            ("knapp über 60 %", json!({"over": 60})),
            ("un peu plus de 60 %", json!({"over": 60})),
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
            ("nearly 60 %", json!({"about": 60})),
            ("almost 60", json!({"about": 60})),
            ("fast 60 %", json!({"about": 60})),
            ("presque 60 %", json!({"about": 60})),
            ("почти 60 %", json!({"about": 60})),
            ("60 % дерлік", json!({"about": 60})),
            ("60-қа жуық", json!({"about": 60})),
            ("60 пайызга жакын", json!({"about": 60})),
            ("qariyb 60 %", json!({"about": 60})),
            ("60 foizga yaqin", json!({"about": 60})),
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
    fn a_number_with_a_word_that_multiplies_it_has_all_its_zeros_and_is_rounded() {
        for (text, expected) in [
            ("1.2 million", json!({"about": 1_200_000})),
            ("1.2m", json!({"about": 1_200_000})),
            ("2 Mio. Stimmen", json!({"about": 2_000_000})),
            ("12.3 млн", json!({"about": 12_300_000})),
            ("450 тыс. голосов", json!({"about": 450_000})),
            ("5 thousand", json!({"about": 5000})),
            ("3 mln", json!({"about": 3_000_000})),
            ("350 ming", json!({"about": 350_000})),
            ("12 миң", json!({"about": 12_000})),
            ("12 мың", json!({"about": 12_000})),
            ("350 Tsd.", json!({"about": 350_000})),
            ("2 millions de voix", json!({"about": 2_000_000})),
            ("450 mille", json!({"about": 450_000})),
            ("12 lakh", json!({"about": 1_200_000})),
            ("over 1.2 million", json!({"over": 1_200_000})),
            ("450 мыңнан астам", json!({"over": 450_000})),
            (
                "1.2 to 1.5 million",
                json!({"from": 1_200_000, "to": 1_500_000}),
            ),
            (
                "600 тыс. – 1 млн",
                json!({"from": 600_000, "to": 1_000_000}),
            ),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
        for text in [
            "12 m",
            "1.2345678 million",
            "900-1.2 million",
            "1.2 (million)",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
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
    fn a_mark_or_a_change_behind_a_number_is_told_apart_from_it() {
        for (text, number, behind, kind) in [
            ("4 478**", json!(4478), "**", AsideKind::Note),
            ("12.5 %¹", json!(12.5), "¹", AsideKind::Note),
            ("120 [a]", json!(120), "[a]", AsideKind::Note),
            ("120 1)", json!(120), "1)", AsideKind::Note),
            ("120 (1)", json!(120), "(1)", AsideKind::NoteOrFigure),
            ("60.0 (+2.1)", json!(60), "(+2.1)", AsideKind::Change),
            (
                "60.0 % (−2.1 pp)",
                json!(60),
                "(−2.1 pp)",
                AsideKind::Change,
            ),
            ("60.0 ▲2.1", json!(60), "▲2.1", AsideKind::Change),
            ("60.0 +2.1", json!(60), "+2.1", AsideKind::Change),
            ("120 (60 %)", json!(120), "(60 %)", AsideKind::Figure),
        ] {
            let reading = read(text, Decimals::Point).unwrap();
            assert_eq!(reading.value, number, "{text}");
            let asides: Vec<_> = reading
                .asides
                .iter()
                .map(|one| (&*one.text, one.kind))
                .collect();
            assert_eq!(asides, [(behind, kind)], "{text}");
        }
        for text in [
            "1.5 -2.1",
            "60 ±2",
            "60 (±2)",
            "(120)",
            "120 (est.)",
            "1.2 (000)",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}

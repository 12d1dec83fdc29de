//! Thresholds as the head of a sheet writes them: `majority over 50 % of valid`.

use super::head::quantity;
use crate::formats::plain_words;
use crate::object::Put;
use serde_json::{Map, Value};

/// The way to write a threshold, for messages.
pub(super) const HOW: &str = "write its kind (majority, entry or quorum), \"over\" or \"at least\", and the number: majority over 50 % of valid, entry at least 5 % of valid, quorum at least 25 % of eligible, majority at least 76 seats";

/// Words for each kind, the first of them the contract's.
const KINDS: [(&str, &[&str]); 3] = [
    ("majority", &["majority", "большинство"]),
    ("entry", &["entry", "барьер"]),
    ("quorum", &["quorum", "кворум"]),
];

/// Words for each base of percentages, the first of them the contract's.
const BASES: [(&str, &[&str]); 4] = [
    ("valid", &["valid", "valid votes", "valid ballots"]),
    ("cast", &["cast", "votes cast", "ballots cast"]),
    (
        "eligible",
        &["eligible", "eligible voters", "registered voters"],
    ),
    ("continuing", &["continuing", "continuing ballots"]),
];

/// The threshold that a text says. `None` where it says none, or leaves open whether the number itself is enough.
pub(super) fn read(text: &str) -> Option<Value> {
    let text = text.replace('|', " ");
    let (kind, rest) = text.trim().split_once(char::is_whitespace)?;
    let kind = word(&KINDS, &plain_words(kind))?;
    let (needs, of) = match rest.split_once(" of ") {
        Some((needs, of)) => (needs, Some(word(&BASES, &plain_words(of))?)),
        None => (rest, None),
    };
    let (number, unit) = unit(needs.trim())?;
    let needs = quantity(number)?;
    let needs = needs.as_object()?;
    let is_bound =
        needs.len() == 1 && (needs.contains_key("over") || needs.contains_key("atLeast"));
    // A number of seats has no base.
    if !is_bound || (unit == "seats" && of.is_some()) {
        return None;
    }
    let mut threshold = Map::new();
    threshold.put("kind", kind);
    threshold.put("needs", needs.clone());
    threshold.put("unit", unit);
    if let Some(of) = of {
        threshold.put("of", of);
    }
    Some(Value::Object(threshold))
}

fn word(words: &[(&'static str, &[&str])], text: &str) -> Option<&'static str> {
    let found = words.iter().find(|(_, words)| words.contains(&text));
    found.map(|(word, _)| *word)
}

/// The number with its bound, and the contract's unit.
fn unit(text: &str) -> Option<(&str, &'static str)> {
    let units = [
        ("%", "percent"),
        ("percent", "percent"),
        ("votes", "votes"),
        ("seats", "seats"),
    ];
    units.iter().find_map(|(word, unit)| {
        let number = text.strip_suffix(word)?;
        Some((number.trim_end(), *unit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn thresholds_of_each_unit_are_read() {
        assert_eq!(
            read("majority over 50 % of valid"),
            Some(
                json!({"kind": "majority", "needs": {"over": 50}, "unit": "percent", "of": "valid"})
            )
        );
        assert_eq!(
            read("entry | at least 5 % | of valid votes"),
            Some(
                json!({"kind": "entry", "needs": {"atLeast": 5}, "unit": "percent", "of": "valid"})
            )
        );
        assert_eq!(
            read("majority at least 76 seats"),
            Some(json!({"kind": "majority", "needs": {"atLeast": 76}, "unit": "seats"}))
        );
    }

    #[test]
    fn a_number_alone_does_not_say_whether_it_is_enough() {
        for text in [
            "majority 50 %",
            "majority about 50 %",
            "over 50 %",
            "majority over 50",
            "majority over 50 % of Kazakhstan",
            "majority over 76 seats of valid",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

//! Snapshots of all messages about bad data, each with its path.
#![allow(clippy::expect_used, clippy::panic)]

use election_widgets::wire;
use serde_json::Value;
use std::fmt::Write as _;

/// A good document, in which each case below spoils one thing.
const GOOD: &str = r##"{
  "title": "T",
  "contest": { "office": "President", "place": "KZ", "date": "2022-11-20" },
  "options": [
    { "id": "a", "kind": "candidate", "name": "A", "color": "#08f" },
    { "id": "b", "kind": "candidate", "name": "B" },
    { "id": "none", "kind": "against-all" }
  ],
  "counts": [{
    "id": "one", "status": "final", "asOf": "2022-11-21", "source": "s",
    "results": { "a": { "percent": 81.3, "votes": 10 }, "b": { "percent": { "atMost": [2, 3] } } }
  }],
  "outcomes": [{ "option": "a", "kind": "elected", "source": "s" }],
  "sources": [{ "id": "s", "title": "S", "publisher": "P", "url": "https://s.example/", "date": "2022" }]
}"##;

/// Pairs of a text in the document and its bad replacement.
const CASES: &[(&str, &str)] = &[
    (r#""title": "T""#, r#""title": "T", "test": "yes""#),
    (r#""title": "T""#, r#""title": "T", "sequence": 1.5"#),
    (r#""name": "A""#, "\"name\": \"\\u200b\u{3164}\u{2800} \""),
    (r#""name": "A""#, r#""name": "A\u0000B""#),
    (r#""name": "A""#, r#""name": "A\u001b[2J""#),
    (
        r#""office": "President""#,
        r#""office": "President", "votesAllowed": "two""#,
    ),
    (
        r#""id": "b", "kind""#,
        r#""id": "b", "within": "c", "kind""#,
    ),
    (
        r#""id": "b", "kind""#,
        r#""id": "b", "within": "b", "kind""#,
    ),
    (r#""status": "final""#, r#""status": "final", "label": """#),
    (r#""status": "final""#, r#""status": "final", "round": 0"#),
    (
        r#""status": "final""#,
        r#""status": "final", "continuing": ["c"]"#,
    ),
    (
        r#""status": "final""#,
        r#""status": "final", "margin": { "option": "a" }"#,
    ),
    (r#""votes": 10"#, r#""own": 10"#),
    (r#""votes": 10"#, r#""votes": { "under": 0 }"#),
    (
        r#""votes": 10"#,
        r#""votes": 10, "parts": [{ "votes": 4 }]"#,
    ),
    (r#""kind": "elected""#, r#""kind": "accepted""#),
    (r#""kind": "elected""#, r#""kind": "merged""#),
    (r#""kind": "elected""#, r#""kind": "merged", "into": "a""#),
    (r#""kind": "elected""#, r#""kind": "elected", "into": "b""#),
    (
        r#""kind": "elected""#,
        r#""kind": "elected", "count": "two""#,
    ),
    (
        r#""kind": "elected""#,
        r#""kind": "elected", "revoked": "May""#,
    ),
    (
        r#"{ "option": "a", "kind": "elected""#,
        r#"{ "kind": "elected""#,
    ),
    (
        r#""outcomes": ["#,
        r#""outcomes": [{ "kind": "accepted", "source": "s" }, { "kind": "rejected", "source": "s" },"#,
    ),
    (
        r#""outcomes""#,
        r#""thresholds": [{ "kind": "entry" }], "outcomes""#,
    ),
    (
        r#""outcomes""#,
        r#""thresholds": [{ "kind": "entry", "needs": { "over": -1 }, "unit": "percent" }], "outcomes""#,
    ),
    (
        r#""outcomes""#,
        r#""thresholds": [{ "kind": "entry", "needs": { "over": 5 }, "unit": "percent", "text": "five" }], "outcomes""#,
    ),
    (
        r#""outcomes""#,
        r#""thresholds": [{ "kind": "entry", "needs": { "over": 5 }, "unit": "percent", "reachedBy": ["a"] }], "outcomes""#,
    ),
    (
        r#""outcomes""#,
        r#""thresholds": [{ "kind": "entry", "text": "a seat", "reachedBy": ["a"], "missedBy": ["a"] }], "outcomes""#,
    ),
    (
        r#""outcomes""#,
        r#""thresholds": [{ "kind": "majority", "needs": { "over": 4294967295 }, "unit": "seats" }], "outcomes""#,
    ),
    (r#""office""#, r#""ofice""#),
    (r#""status": "final""#, r#""status": "finall""#),
    (r#""status": "final""#, r#""status": "done""#),
    (r#""status": "final", "#, ""),
    ("81.3", r#""81%""#),
    ("81.3", r#""81,3""#),
    ("81.3", r#""many""#),
    ("81.3", "null"),
    ("81.3", "[81]"),
    ("81.3", "1e308"),
    ("81.3", "-1"),
    ("81.3", r#"{ "over": 81, "under": 90 }"#),
    ("81.3", r#"{ "ovr": 81 }"#),
    ("81.3", r#"{ "from": 9, "to": 8 }"#),
    ("81.3", r#"{ "over": [3, 2] }"#),
    ("81.3", r#"{ "over": [2] }"#),
    ("81.3", r#"{}"#),
    ("81.3", r#"{ "claims": [{ "value": 1 }] }"#),
    ("81.3", r#"{ "claims": [] }"#),
    ("81.3", r#"{ "value": 1, "source": "x" }"#),
    (r#""votes": 10"#, r#""votes": -10"#),
    (r#""votes": 10"#, r#""votes": 10.5"#),
    (r#""votes": 10"#, r#""vote": 10"#),
    (r#""id": "b""#, r#""id": "a""#),
    (r#""id": "b""#, r#""id": "b b""#),
    (r#""b": { "percent""#, r#""bb": { "percent""#),
    (r#""name": "B""#, r#""name": """#),
    (r#", "name": "B""#, ""),
    (r##""#08f""##, r#""blue""#),
    (r#""place": "KZ""#, r#""place": "Kazakhstan""#),
    (r#""2022-11-20""#, r#""2022-02-30""#),
    (r#""2022-11-20""#, r#""20.11.2022""#),
    (
        r#""2022-11-20""#,
        r#"{ "before": "2022", "after": "2020" }"#,
    ),
    (r#""option": "a""#, r#""option": "c""#),
    (r#""option": "a""#, r#""option": "none""#),
    (r#""source": "s" }]"#, r#""source": "t" }]"#),
    ("https://s.example/", "javascript:alert(1)"),
    (r#""title": "T""#, r#""title": { "english!": "T" }"#),
    (r#""title": "T""#, r#""title": {}"#),
    (
        r#""title": "T""#,
        r#""title": "T", "lang": "Kazakh language""#,
    ),
    (r#""title": "T""#, r#""title": "T", "extra": 1"#),
];

fn said_of(text: &str) -> String {
    match wire::parse(text).and_then(|document| wire::read_results(&document)) {
        Ok((_, warnings)) if warnings.is_empty() => "fine".to_owned(),
        Ok((_, warnings)) => {
            let said: Vec<String> = warnings.iter().map(ToString::to_string).collect();
            format!("warning: {}", said.join("; "))
        }
        Err(error) => error.to_string(),
    }
}

#[test]
fn every_mistake_is_reported_with_its_path_and_what_was_expected() {
    assert_eq!(said_of(GOOD), "fine");
    let mut table = String::new();
    for (good, bad) in CASES {
        assert!(GOOD.contains(good), "{good} is not in the good document");
        let said = said_of(&GOOD.replacen(good, bad, 1));
        assert_ne!(said, "fine", "{bad}");
        let _ = writeln!(table, "{good} -> {bad}\n    {said}");
    }
    insta::with_settings!({
        snapshot_path => "snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true
    }, {
        insta::assert_snapshot!("errors", table);
    });
}

#[test]
fn a_contradiction_is_shown_with_a_warning() {
    let beyond = GOOD.replacen("81.3", "140", 1);
    assert_eq!(
        said_of(&beyond),
        "warning: counts[0].results.a.percent: 140 percent is more than all there is; \
         counts[0].results: the percentages add up to 140, more than 100"
    );
    let unseen = GOOD.replacen(r#""name": "B""#, "\"name\": \"B\u{202e}\"", 1);
    assert_eq!(
        said_of(&unseen),
        "warning: options[1].name: holds the unseen character U+202E"
    );
    // A file in Latin-1, and half a surrogate pair.
    for name in ["Ren\u{fffd}", "Ren\\ud83d"] {
        let damaged = GOOD.replacen(r#""name": "B""#, &format!(r#""name": "{name}""#), 1);
        assert_eq!(
            said_of(&damaged),
            "warning: options[1].name: a character was lost (save the file as UTF-8)"
        );
    }
}

#[test]
fn a_name_of_two_megabytes_is_refused_by_its_length() {
    let long = GOOD.replacen(
        r#""name": "B""#,
        &format!(r#""name": "{}""#, "B".repeat(2_000_000)),
        1,
    );
    assert_eq!(
        said_of(&long),
        "options[1].name: expected a text of at most 4000 characters, found 2000000"
    );
}

#[test]
fn what_is_judged_for_each_option_has_a_limit() {
    let threshold = r#"{ "kind": "entry", "needs": { "over": 5 }, "unit": "percent" }"#;
    let with = |count: usize, or: usize| {
        let rules = vec![r#"{ "needs": { "over": 5 }, "unit": "percent" }"#; or].join(",");
        let one = threshold.replacen('}', &format!("}}, \"or\": [{rules}]"), 1);
        let all = vec![one; count].join(",");
        let field = format!(r#""outcomes": [], "thresholds": [{all}], "notes""#);
        GOOD.replacen(
            r#""title": "T""#,
            &format!(r#""title": "T", {field}: []"#),
            1,
        )
        .replacen(r#""outcomes": [{"#, r#""x-outcomes": [{"#, 1)
    };
    assert_eq!(said_of(&with(20, 20)), "fine");
    assert_eq!(
        said_of(&with(21, 1)),
        "thresholds: expected at most 20 thresholds, found 21"
    );
    assert_eq!(
        said_of(&with(1, 21)),
        "thresholds[0].or: expected at most 20 rules, found 21"
    );
}

#[test]
fn options_are_parts_of_others_on_few_levels() {
    let nested = |levels: usize| {
        let option = |level: usize| {
            format!(
                r#"{{ "id": "p{level}", "kind": "party", "name": "P", "within": "{}" }},"#,
                match level {
                    0 => "a".to_owned(),
                    _ => format!("p{}", level - 1),
                }
            )
        };
        let options: String = (0..levels).map(option).collect();
        GOOD.replacen(r#""options": ["#, &format!(r#""options": [{options}"#), 1)
    };
    assert_eq!(said_of(&nested(8)), "fine");
    assert_eq!(
        said_of(&nested(9)),
        "options[8].within: expected at most 8 levels of options that are parts of others"
    );
}

#[test]
fn text_that_is_not_json_gets_an_error_with_its_position() {
    for text in ["", " \n", "\u{feff}"] {
        assert_eq!(said_of(text), "expected JSON, found nothing");
    }
    assert_eq!(said_of("\n<!doctype html>"), "expected JSON, found HTML");
    for text in ["{", "{\"title\": }", "undefined"] {
        assert!(
            said_of(text).starts_with("not JSON: "),
            "{text}: {}",
            said_of(text)
        );
    }
    assert_eq!(
        said_of("[]"),
        "expected a results document (an object), found a list"
    );
}

#[test]
fn dollar_schema_and_x_fields_are_ignored() {
    let free = GOOD.replacen(
        '{',
        r#"{ "$schema": "results-chart.json", "x-desk": { "any": [1] },"#,
        1,
    );
    assert_eq!(said_of(&free), "fine");
}

#[test]
fn no_document_however_broken_makes_the_reader_panic() {
    // Every part of a good document in turn is replaced by every kind of value.
    let good: Value = serde_json::from_str(GOOD).expect("the good document is JSON");
    let values = [
        "null",
        "true",
        "-1",
        "1e308",
        "\"\"",
        "[]",
        "{}",
        "[[]]",
        "{\"a\": {}}",
    ];
    let mut tried = 0;
    for value in values {
        let value: Value = serde_json::from_str(value).expect("JSON");
        let mut place = 0;
        while let Some(spoilt) = replaced(&good, &value, &mut place.clone()) {
            let _ = said_of(&spoilt.to_string());
            place += 1;
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
}

/// The document with its part number `place` replaced, counting depth first.
fn replaced(document: &Value, value: &Value, place: &mut usize) -> Option<Value> {
    if *place == 0 {
        return Some(value.clone());
    }
    *place -= 1;
    match document {
        Value::Array(items) => items.iter().enumerate().find_map(|(index, item)| {
            let mut items = items.clone();
            *items.get_mut(index)? = replaced(item, value, place)?;
            Some(Value::Array(items))
        }),
        Value::Object(entries) => entries.iter().find_map(|(key, item)| {
            let mut entries = entries.clone();
            entries.insert(key.clone(), replaced(item, value, place)?);
            Some(Value::Object(entries))
        }),
        _ => None,
    }
}

//! Changes to a document at a place in it.

use proptest::prelude::*;
use serde_json::{Value, json};

/// A change and its place: the how-manieth value of the document, counted from its beginning.
#[derive(Clone, Debug)]
pub struct Change {
    place: prop::sample::Index,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Replace(Value),
    Delete,
    Double,
    Rename(String),
    Wrap,
}

impl Arbitrary for Change {
    type Parameters = ();
    type Strategy = BoxedStrategy<Change>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let what = prop_oneof![
            4 => prop::sample::select(odd_values()).prop_map(What::Replace),
            2 => Just(What::Delete),
            1 => Just(What::Double),
            1 => prop::sample::select(odd_texts()).prop_map(|name| What::Rename(name.to_owned())),
            1 => Just(What::Wrap),
        ];
        (any::<prop::sample::Index>(), what)
            .prop_map(|(place, what)| Change { place, what })
            .boxed()
    }
}

/// Texts that break programs: markup, quotation marks, marks that nobody sees, long ones, formulas.
fn odd_texts() -> Vec<&'static str> {
    vec![
        "",
        " ",
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "\"><svg onload=alert(1)>",
        "' onclick='alert(1)",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "{{7*7}}${7*7}",
        "&lt;b&gt;&amp;",
        "\u{202e}txet\u{202c}",
        "\u{200b}",
        "\u{0}",
        "e\u{301}\u{301}\u{301}\u{301}\u{301}",
        "👩‍👩‍👧‍👦",
        "__proto__",
        "constructor",
        "=HYPERLINK(\"http://a.example\")",
        "10",
        "2",
        "2022-02-30",
        "9999-12-31",
        "kazakhstan-before-2018",
        "KZ",
    ]
}

fn odd_values() -> Vec<Value> {
    let texts = odd_texts().into_iter().map(Value::from);
    let numbers = [
        "0",
        "-1",
        "-0.0",
        "1e308",
        "1e-308",
        "9007199254740993",
        "18446744073709551615",
        "0.1",
        "100.00000001",
        "101",
    ];
    let numbers = numbers
        .into_iter()
        .filter_map(|number| serde_json::from_str(number).ok());
    let others = [
        Value::Null,
        json!(true),
        json!([]),
        json!({}),
        json!([[[[]]]]),
        json!({ "over": 81 }),
        json!({ "from": 9, "to": 3 }),
        json!({ "missing": "<b>not</b> given" }),
        json!({ "en": "Text", "ru": "Текст", "<i>": "x" }),
        json!("x".repeat(5_000)),
    ];
    texts.chain(numbers).chain(others).collect()
}

/// The document with a change.
pub fn changed(mut document: Value, change: &Change) -> Value {
    let count = values(&document);
    let mut left = change.place.index(count);
    apply(&mut document, &mut left, &change.what);
    document
}

/// The number of values in a document.
fn values(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(values).sum(),
        Value::Object(fields) => fields.values().map(values).sum::<usize>(),
        _ => 0,
    }
}

/// Changes the value with the number `left`, counted from `value`. True once that is done.
fn apply(value: &mut Value, left: &mut usize, what: &What) -> bool {
    if *left == 0 {
        match what {
            What::Replace(other) => *value = other.clone(),
            What::Wrap => *value = json!([value.take()]),
            // These need what the value stands in; of the whole document there is nothing around it.
            What::Delete | What::Double | What::Rename(_) => {}
        }
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(items) => in_list(items, left, what),
        Value::Object(fields) => in_object(fields, left, what),
        _ => false,
    }
}

fn in_list(items: &mut Vec<Value>, left: &mut usize, what: &What) -> bool {
    for place in 0..items.len() {
        if *left == 0 {
            match what {
                What::Delete => drop(items.remove(place)),
                What::Double => items.insert(place, items[place].clone()),
                What::Rename(_) => items.reverse(),
                What::Replace(_) | What::Wrap => return apply(&mut items[place], left, what),
            }
            return true;
        }
        if apply(&mut items[place], left, what) {
            return true;
        }
    }
    false
}

fn in_object(fields: &mut serde_json::Map<String, Value>, left: &mut usize, what: &What) -> bool {
    let names: Vec<String> = fields.keys().cloned().collect();
    for name in names {
        if *left == 0 {
            match what {
                What::Delete => drop(fields.shift_remove(&name)),
                What::Double => drop(fields.insert(format!("{name}2"), fields[&name].clone())),
                What::Rename(other) => {
                    let value = fields.shift_remove(&name).unwrap_or_default();
                    fields.insert(other.clone(), value);
                }
                What::Replace(_) | What::Wrap => return apply(&mut fields[&name], left, what),
            }
            return true;
        }
        if apply(&mut fields[&name], left, what) {
            return true;
        }
    }
    false
}

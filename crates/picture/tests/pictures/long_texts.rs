//! Tests of pictures whose texts are longer than any picture: none leaves it or meets another, and none is lost.

use crate::support::{Ink, documents, faults, locale, options, picture, texts};
use election_widgets_picture::{Picture, PictureError, Size, Theme};
use serde_json::{Map, Value};

/// Keys whose texts readers see.
const TEXTS: [&str; 15] = [
    "title",
    "name",
    "note",
    "notes",
    "party",
    "organisation",
    "publisher",
    "head",
    "label",
    "short",
    "text",
    "question",
    "office",
    "event",
    "comparedTo",
];

/// Makes a text of about 300 letters, or a word of 200, that begins with a number.
type Long = fn(usize) -> String;

const LONG: [(&str, Long); 3] = [
    ("kazakh", |number| {
        sentence(
            number,
            "Қазақстан халқының әділет пен өркендеу үшін күресетін бірлігі ",
        )
    }),
    ("uzbek", |number| {
        sentence(
            number,
            "Oʻzbekiston xalqining adolat va taraqqiyot uchun birlashgan harakati ",
        )
    }),
    ("word", |number| {
        format!("{number}{}", "Wahlgemeinschaft".repeat(13))
    }),
];

fn sentence(number: usize, words: &str) -> String {
    let long: String = words.chars().cycle().take(296).collect();
    format!("{number} {}", long.trim_end())
}

/// Replaces each text that readers see.
fn lengthen(value: &mut Value, long: &mut dyn FnMut() -> String, is_text: bool) {
    match value {
        Value::String(text) if is_text => *text = long(),
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| lengthen(item, long, is_text)),
        Value::Object(fields) => lengthen_fields(fields, long, is_text),
        _ => {}
    }
}

fn lengthen_fields(
    fields: &mut Map<String, Value>,
    long: &mut dyn FnMut() -> String,
    is_text: bool,
) {
    for (key, value) in fields {
        let is_language = is_text && key.len() == 2;
        lengthen(value, long, is_language || TEXTS.contains(&key.as_str()));
    }
}

/// The document with long texts, in which no two are equal.
fn lengthened(data: &str, long: Long) -> Value {
    let mut document: Value = serde_json::from_str(data).unwrap();
    let mut number = 0;
    let mut next = || {
        number += 1;
        long(number)
    };
    lengthen(&mut document, &mut next, false);
    document
}

/// Documents of each kind, with what has room least: many columns, many sources, a half circle, a map.
const DOCUMENTS: [&str; 8] = [
    "alliances-2026.json",
    "alliances-made-up.json",
    "alliances-region.json",
    "kazakhstan-2022-result.json",
    "kazakhstan-2023-majilis.json",
    "kyrgyzstan-2015-parliament.json",
    "made-up-observers.json",
    "made-up-rounds.json",
];

/// Calls `check` with the description, the kind, the document and its picture, for each text and two sizes.
fn each(mut check: impl FnMut(&str, &Value, Result<Picture, PictureError>, Size)) {
    let english = locale("en");
    for (name, tag, data) in documents() {
        if !DOCUMENTS.contains(&name.as_str()) {
            continue;
        }
        for (kind, long) in LONG {
            let data = lengthened(&data, long);
            for size in [Size::OG, Size::PORTRAIT] {
                let made = picture((tag, &data.to_string()), &english, size, Theme::Light);
                check(&format!("{name} {kind} {size}"), &data, made, size);
            }
        }
    }
}

/// The names of options that stand neither in the picture nor in its count of others.
fn dropped(data: &Value, found: &[Ink]) -> Vec<String> {
    let Some(options) = data["options"].as_array() else {
        return Vec::new();
    };
    let names = options.iter().filter_map(|option| {
        let name = option.get("name")?;
        name.get("en").unwrap_or(name).as_str().map(str::to_owned)
    });
    let start = |text: &str| text.chars().take(8).collect::<String>();
    let is_drawn = |name: &String| found.iter().any(|ink| start(&ink.text) == start(name));
    let missing: Vec<String> = names.filter(|name| !is_drawn(name)).collect();
    let others = found.iter().find_map(|ink| ink.text.strip_suffix(" more"));
    // Among the others may be options without a name, or with one that is drawn in another place.
    match others.map_or(0, |others| others.parse().unwrap()) {
        counted if counted >= missing.len() => Vec::new(),
        _ => missing,
    }
}

/// The shortened texts that do not stand whole in the alternative.
fn lost(data: &Value, made: &Picture, found: &[Ink]) -> Vec<String> {
    let document = data.to_string();
    let shortened = found.iter().filter_map(|ink| ink.text.strip_suffix('…'));
    let is_lost = |text: &&str| {
        let whole = made
            .alternative
            .split(['"', '.'])
            .any(|said| said.contains(text));
        document.contains(text) && !whole
    };
    shortened.filter(is_lost).map(str::to_owned).collect()
}

#[test]
fn texts_longer_than_the_picture_neither_leave_it_nor_meet_others_nor_get_lost() {
    let (options, mut wrong, mut refused) = (options(), Vec::new(), Vec::new());
    each(|what, data, made, size| match made {
        Ok(made) => {
            let found = texts(&made.svg, &options);
            let faults = faults(&found, size).into_iter();
            let all = faults
                .chain(dropped(data, &found))
                .chain(lost(data, &made, &found));
            wrong.extend(all.map(|fault| format!("{what}: {fault}")));
        }
        Err(why) => refused.push(format!("{what}: {why}")),
    });
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    // Twenty-five sources of 300 letters leave no row on the lowest size.
    for (error, text) in refused.iter().zip(["kazakh", "word"]) {
        let said = format!("alliances-region.json {text} 1200x630: 1200x630 is too small");
        assert!(
            error.starts_with(&said) && error.ends_with("or shorter texts"),
            "{error}"
        );
    }
    assert_eq!(refused.len(), 2);
}

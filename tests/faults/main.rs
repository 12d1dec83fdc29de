//! Documents with faults: each is read and drawn, or refused with its place. None stops the program, and no text of a
//! document becomes markup.
//!
//! The documents are those of the demo and of the tests, among them some with every field (tests/payloads), each with a few changes: fields that are gone, doubled, renamed or hold
//! something else. A failing case prints its changes, the fewest that still fail, and the seed. `PROPTEST_CASES` sets the number
//! of cases; `make fuzz` runs many.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod change;
mod markup;
mod seed;

use change::{Change, changed};
use election_widgets::locale::Locale;
use election_widgets::model::LanguageTag;
use election_widgets::prerender::{Request, Style, area_file, inside, prerender};
use election_widgets::wire::DataError;
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// A valid document with the tag of its widget.
struct Original {
    name: String,
    tag: &'static str,
    document: Value,
}

static ORIGINALS: LazyLock<Vec<Original>> = LazyLock::new(|| {
    let folders = ["www/data", "tests/data", "tests/payloads"]
        .map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let entries = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| original(path)).collect()
});

fn original(path: &Path) -> Option<Original> {
    let text = std::fs::read_to_string(path).ok()?;
    let document: Value = serde_json::from_str(&text).ok()?;
    let tags = [
        ("options", "results-chart"),
        ("missions", "observer-map"),
        ("alliances", "alliance-grid"),
    ];
    let (_, tag) = tags
        .into_iter()
        .find(|(key, _)| document.get(key).is_some())?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    Some(Original {
        name,
        tag,
        document,
    })
}

/// The HTML of a document, or why it is refused.
fn drawn(tag: &str, data: &str, language: &str) -> Result<String, DataError> {
    let locale =
        LanguageTag::new(language).map_or_else(Locale::english, |tag| Locale::for_language(&tag));
    let area = area_file(tag, data).map(|_| Err(DataError::new("area", "the file did not come")));
    let made = prerender(&Request {
        tag,
        attribute: &|_| None,
        locale: Arc::new(locale),
        data,
        inline: false,
        area,
        style: Style::Link("sheet.css"),
    })?;
    Ok(inside(&made, Some("p")))
}

#[test]
fn every_document_is_drawn_as_it_is() {
    assert!(ORIGINALS.len() > 30);
    for Original {
        name,
        tag,
        document,
    } in ORIGINALS.iter()
    {
        let drawn = drawn(tag, &document.to_string(), "en");
        assert!(drawn.is_ok(), "{name}: {drawn:?}");
    }
}

proptest! {
    #![proptest_config(seed::config())]

    #[test]
    fn a_changed_document_is_drawn_without_markup_of_its_own_or_refused_with_its_place(
        chosen in any::<prop::sample::Index>(),
        changes in prop::collection::vec(any::<Change>(), 1..5),
        language in prop::sample::select(vec!["en", "ru", "ar", "kk"]),
    ) {
        let original = chosen.get(&ORIGINALS);
        let document = changes.iter().fold(original.document.clone(), changed);
        let data = document.to_string();
        match drawn(original.tag, &data, language) {
            Ok(html) => {
                let found = markup::foreign(&html);
                prop_assert!(found.is_none(), "{}: {found:?} in the HTML of {data}", original.name);
            }
            Err(error) => {
                prop_assert!(!error.message.is_empty());
                prop_assert!(error.path.is_empty() || leads_into(&document, &error.path), "{}: no such place: {} ({})", original.name, error.path, error.message);
            }
        }
    }

    #[test]
    fn a_text_that_is_cut_or_patched_is_drawn_or_refused(
        chosen in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        length in 0..40_usize,
        patch in prop::sample::select(vec!["", "{", "}", "]", "\"", ",", "\\", "\\ud800", "1e999", "-0", "\u{0}", "\u{feff}", "null", "[[[[[[[[[["]),
    ) {
        let original = chosen.get(&ORIGINALS);
        let text = original.document.to_string();
        let letters: Vec<char> = text.chars().collect();
        let start = at.index(letters.len());
        let end = (start + length).min(letters.len());
        let data: String = letters[..start].iter().copied().chain(patch.chars()).chain(letters[end..].iter().copied()).collect();
        if let Err(error) = drawn(original.tag, &data, "en") {
            prop_assert!(!error.message.is_empty());
        }
    }
}

/// True of a path whose steps are in the document, but for the last one: an error may name a field that is missing.
fn leads_into(document: &Value, path: &str) -> bool {
    let steps = steps(path);
    let Some((_, before)) = steps.split_last() else {
        return true;
    };
    let found = before.iter().try_fold(document, |value, step| match value {
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        other => other.get(step),
    });
    found.is_some()
}

/// The steps of a path such as `counts[0].results["a b"]`.
fn steps(path: &str) -> Vec<String> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let (step, after) = if let Some(quoted) = rest.strip_prefix("[\"") {
            let end = quoted.find("\"]").expect("a quoted step ends");
            let text = format!("\"{}\"", &quoted[..end]);
            (
                serde_json::from_str(&text).unwrap_or(text),
                &quoted[end + 2..],
            )
        } else if let Some(number) = rest.strip_prefix('[') {
            let (number, after) = number.split_once(']').expect("a number ends");
            (number.to_owned(), after)
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            (rest[..end].to_owned(), &rest[end..])
        };
        steps.push(step);
        rest = after.strip_prefix('.').unwrap_or(after);
    }
    steps
}

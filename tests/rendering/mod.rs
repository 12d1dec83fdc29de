//! Documents as HTML, for tests to read.
#![allow(clippy::expect_used, clippy::panic, dead_code)]

use election_widgets::layout::ResultsViewState;
use election_widgets::locale::Locale;
use election_widgets::model::{LanguageTag, Results};
use election_widgets::widget::ResultsWidget;
use election_widgets::widget::{AreaInput, RenderInput, Widget, to_html};
use election_widgets::wire;
use std::fs;
use std::path::Path;
use std::sync::Arc;

pub fn document(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Makes each replacement in a good document and lists it with the error or the warnings that follow.
pub fn answers(
    good: &str,
    replacements: &[(&str, &str)],
    read: impl Fn(&wire::Document) -> Result<Vec<wire::Warning>, wire::DataError>,
) -> String {
    let mut table = String::new();
    for (old, new) in replacements {
        assert!(good.contains(old), "{old} is not in the good document");
        let bad = wire::parse(&good.replacen(old, new, 1)).expect("JSON");
        let answer = match read(&bad) {
            Ok(warnings) => {
                let warnings: Vec<_> = warnings.iter().map(ToString::to_string).collect();
                warnings.join("; ")
            }
            Err(error) => error.to_string(),
        };
        assert!(!answer.is_empty(), "{new}");
        table.push_str(&format!("{old} -> {new}\n    {answer}\n"));
    }
    table
}

pub fn read(text: &str) -> Results {
    let (results, warnings) = wire::parse(text)
        .and_then(|document| ResultsWidget::read(&document, AreaInput::Absent))
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(warnings.is_empty(), "{warnings:?}");
    results
}

pub fn input(path: &str) -> RenderInput<ResultsWidget> {
    RenderInput::with_model(read(&document(path)))
}

pub fn in_language(tag: &str, input: RenderInput<ResultsWidget>) -> RenderInput<ResultsWidget> {
    let tag = LanguageTag::new(tag).expect("a tag");
    RenderInput {
        locale: Arc::new(Locale::for_language(&tag)),
        ..input
    }
}

/// The document as the element's attributes ask for it: `unit=seats order=name`.
pub fn asked(attributes: &str, input: RenderInput<ResultsWidget>) -> RenderInput<ResultsWidget> {
    let value = |name: &str| {
        let given = attributes.split(' ').filter_map(|one| one.split_once('='));
        let mut named = given.filter(|(known, _)| *known == name);
        named.next().map(|(_, value)| value.to_owned())
    };
    RenderInput {
        state: ResultsViewState::initial(&value),
        ..input
    }
}

/// The text of a document's chart, a line an element.
pub fn text_of(input: RenderInput<ResultsWidget>) -> String {
    text(&to_html(input))
}

/// The text in HTML, a line an element.
pub fn text(html: &str) -> String {
    let pieces = html.split('<').filter_map(|piece| piece.split_once('>'));
    let texts = pieces
        .map(|(_, text)| text.trim())
        .filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n")
}

/// One element a line, so that a person can read a difference.
pub fn lines(html: &str) -> String {
    let mut out = String::new();
    for (index, piece) in html.split('<').enumerate() {
        if index == 0 {
            continue;
        }
        if !piece.starts_with('/') || piece.starts_with("/t") || piece.starts_with("/d") {
            out.push('\n');
        }
        out.push('<');
        out.push_str(piece);
    }
    out.lines()
        .filter(|line| !line.trim().is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

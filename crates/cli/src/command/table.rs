//! Tables in the place of documents, as at a widget's `src`.

use election_widgets_import::formats::FORMATS;
use election_widgets_import::{Answers, Source, read};
use std::path::Path;

/// True of a text that is a table and not JSON, as www/documents.js tells them apart: it is no file of JSON by its name, and
/// begins with none of `{`, `[` and `<`.
pub(super) fn is_table(name: &Path, text: &str) -> bool {
    let first = text.trim_start().chars().next();
    let is_json = name
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    !is_json && first.is_some_and(|first| !['{', '[', '<'].contains(&first))
}

/// The JSON of the document in a file, which may be a table.
///
/// # Errors
/// Where the table is wrong, or what it leaves open.
pub(super) fn json_of(path: &Path, text: String, widget: Option<&str>) -> Result<String, String> {
    if is_table(path, &text) {
        document_of(&text, widget)
    } else {
        Ok(text)
    }
}

/// The JSON of the document that a table is: a sheet with a head of keys and values.
///
/// # Errors
/// Where the table is wrong, or what it leaves open.
pub(super) fn document_of(text: &str, widget: Option<&str>) -> Result<String, String> {
    let mut answers = Answers::default();
    answers.set("format", "table");
    if let Some(tag) = widget {
        answers.set("widget", tag);
    }
    let source = Source::new("", text.as_bytes());
    let read = source
        .and_then(|mut source| read(FORMATS, &mut source, &answers))
        .map_err(|refused| refused.to_string())?;
    read.document_or_open().map(ToString::to_string)
}

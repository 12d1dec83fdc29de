//! The library's own check of an imported document.

use crate::answers::Answers;
use crate::refused::Refused;
use crate::report::Report;
use election_widgets::widget::{AllWidgets, AreaInput, Visit, Widget, WidgetSet as _};
use election_widgets::wire::{self, DataError, Document, Warning};
use serde_json::Value;

/// Reads the document as its widget does, adds the warnings to the report and returns the widget's tag.
///
/// # Errors
/// A document that the widget refuses, or a rehearsal without the answer `rehearsal`.
pub(crate) fn validate(
    document: &Value,
    answers: &Answers,
    report: &mut Report,
) -> Result<&'static str, Refused> {
    let text = document.to_string();
    if text.len() > wire::MAX_BYTES {
        return Err(Refused::new(format!(
            "the document would have {} MB, and widgets read at most {}: choose a part of the file (--where), or sum rows (--sum-over)",
            text.len() / 1_000_000,
            wire::MAX_BYTES / 1_000_000
        )));
    }
    let named = AllWidgets::names();
    let named = named
        .iter()
        .find(|name| document.get(name.document_key).is_some())
        .ok_or_else(|| Refused::new("the file gave no options, missions or alliances"))?;
    let refused = |error: DataError| {
        let flag = if error.path == "area" {
            " (choose one with --area)"
        } else {
            ""
        };
        Refused::new(format!(
            "the widget would refuse the document: {error}{flag}"
        ))
    };
    let parsed = wire::parse(&text).map_err(refused)?;
    let read = AllWidgets::visit(named.tag, Check(&parsed)).unwrap_or_else(|| Ok(Vec::new()));
    for warning in read.map_err(refused)? {
        report.warn(format!("{}: {}", warning.path, warning.message));
    }
    if document.get("test") == Some(&Value::Bool(true)) && !answers.is_true("rehearsal") {
        return Err(Refused::new(
            "the file says that it is a test: import it with --rehearsal, and the document will say so too",
        ));
    }
    Ok(named.tag)
}

struct Check<'a>(&'a Document);

impl Visit for Check<'_> {
    type Output = Result<Vec<Warning>, DataError>;

    fn visit<W: Widget>(self) -> Self::Output {
        W::read(self.0, AreaInput::Absent).map(|(_, warnings)| warnings)
    }
}

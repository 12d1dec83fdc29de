//! Small documents, and what is said of them.

use crate::rendering::text;
use election_widgets::layout::{Export, results_export};
use election_widgets::locale::Locale;
use election_widgets::widget::{AreaInput, RenderInput, ResultsWidget, Widget, to_html};
use election_widgets::wire;
use serde_json::{Value, json};

/// A document of candidates by id, with the results of its only count.
pub fn document(results: Value) -> Value {
    let ids = results.as_object().expect("an object").keys();
    let options: Vec<Value> = ids
        .map(|id| json!({"id": id, "kind": "candidate", "name": id.to_uppercase()}))
        .collect();
    json!({
        "title": "T", "contest": {"office": "Mayor"}, "options": options,
        "counts": [{"id": "c", "status": "final", "asOf": "2024-05-02", "source": "s", "results": results}],
        "sources": [{"id": "s", "title": "S", "publisher": "P", "date": "2024"}, {"id": "t", "title": "T", "publisher": "Q", "date": "2024"}],
    })
}

/// The document with another value at a JSON pointer; the last part may be new.
pub fn set(mut document: Value, pointer: &str, value: Value) -> Value {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = document.pointer_mut(parent).expect("a parent");
    match parent {
        Value::Array(items) => items.push(value),
        _ => parent[key] = value,
    }
    document
}

pub fn read(document: &Value) -> (RenderInput<ResultsWidget>, Vec<String>) {
    let (results, warnings) = wire::parse(&document.to_string())
        .and_then(|document| ResultsWidget::read(&document, AreaInput::Absent))
        .unwrap_or_else(|error| panic!("{error}: {document}"));
    let warnings = warnings.iter().map(|warning| warning.message.clone());
    (RenderInput::with_model(results), warnings.collect())
}

pub fn refused(document: &Value) -> String {
    wire::parse(&document.to_string())
        .and_then(|document| ResultsWidget::read(&document, AreaInput::Absent))
        .expect_err("refused")
        .to_string()
}

pub fn html(document: &Value) -> String {
    to_html(read(document).0)
}

pub fn said(document: &Value) -> String {
    text(&html(document))
}

pub fn says(document: &Value, expected: &[&str], never: &[&str]) {
    let text = said(document);
    for expected in expected {
        assert!(text.contains(expected), "{expected:?} is missing: {text}");
    }
    for never in never {
        assert!(!text.contains(never), "{never:?} is said: {text}");
    }
}

pub fn exported(document: &Value) -> Export {
    let input = read(document).0;
    let model = input.model.expect("a model");
    results_export(&model, &input.state, &Locale::english()).expect("an export")
}

pub const UNDECIDED: &str = "These figures do not show who is ahead.";
pub fn with_entry(results: Value, rule: Value) -> Value {
    set(document(results), "/thresholds", json!([rule]))
}

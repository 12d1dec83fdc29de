//! Documents with changes, view states after actions, and the names in the table.

use crate::rendering::{document, read};
use election_widgets::layout::ResultsAction;
use election_widgets::model::Id;
use election_widgets::widget::ResultsWidget;
use election_widgets::widget::{AreaInput, RenderInput, Widget, to_html};
use election_widgets::wire;

pub const PARLIAMENT: &str = "www/data/made-up-parliament.json";
pub const COUNCIL: &str = "www/data/made-up-council.json";
pub const SEATS: &str = "www/data/kyrgyzstan-2017-seats.json";
pub const COUNTS: &str = "www/data/kazakhstan-2022-counts.json";
pub const FULL: &str = "tests/data/full-count.json";

/// A document in which something is replaced.
pub fn with(path: &str, old: &str, new: &str) -> RenderInput<ResultsWidget> {
    let text = document(path);
    assert!(text.contains(old), "{path} lacks {old}");
    RenderInput::with_model(read(&text.replace(old, new)))
}

/// The same, whatever warnings that brings.
pub fn contradicting(path: &str, old: &str, new: &str) -> RenderInput<ResultsWidget> {
    let text = document(path).replace(old, new);
    let document = wire::parse(&text).expect("JSON");
    let (results, warnings) = ResultsWidget::read(&document, AreaInput::Absent).expect("readable");
    assert!(!warnings.is_empty(), "no warning of {new}");
    RenderInput::with_model(results)
}

pub fn after(
    actions: &[ResultsAction],
    input: RenderInput<ResultsWidget>,
) -> RenderInput<ResultsWidget> {
    let mut state = input.state.clone();
    for action in actions {
        state.apply(action.clone());
    }
    RenderInput { state, ..input }
}

/// The action that opens an option's row.
pub fn open(option: &str) -> ResultsAction {
    ResultsAction::Toggle {
        option: id(option),
        open: true,
        rendered: false,
    }
}

pub fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

/// The names in the table, in order, of the rows that are in sight.
pub fn names(input: RenderInput<ResultsWidget>) -> Vec<String> {
    let html = to_html(input);
    let rows = html.split("<tr").filter(|row| row.contains("data-key"));
    let shown = rows.filter(|row| !row.contains("ew-folded") && !row.contains("ew-unmatched"));
    let name = |row: &str| {
        let name = row.split("<bdi>").nth(1)?;
        Some(name.split('<').next()?.to_owned())
    };
    shown.filter_map(name).collect()
}

/// A document of so many candidates, each with a vote less than the one before, and votes against all.
pub fn candidates(number: usize) -> RenderInput<ResultsWidget> {
    let options: Vec<String> = (0..number)
        .map(|place| format!(r#"{{ "id": "o{place}", "kind": "candidate", "name": "N{place}" }}"#))
        .collect();
    let votes: Vec<String> = (0..number)
        .map(|place| format!(r#""o{place}": {{ "votes": {} }}"#, 1000 - place))
        .collect();
    let text = format!(
        r#"{{ "title": "T", "contest": {{ "office": "O" }}, "sources": [{{ "id": "s", "title": "S", "publisher": "P", "date": "2024" }}],
        "options": [{}, {{ "id": "no", "kind": "against-all" }}],
        "counts": [{{ "id": "c", "status": "final", "asOf": "2024", "source": "s", "results": {{ {}, "no": {{ "votes": 0 }} }} }}] }}"#,
        options.join(","),
        votes.join(",")
    );
    RenderInput::with_model(read(&text))
}

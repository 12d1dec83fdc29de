//! Documents on a day or in a view, and the text of single cells.

use crate::rendering::{document, lines};
use election_widgets::layout::{AlliancesAction, AlliancesViewState};
use election_widgets::widget::AlliancesWidget;
use election_widgets::widget::{AreaInput, RenderInput, Widget, to_html};
use election_widgets::wire;

pub const REPORTS: &str = "www/data/alliances.json";
pub const MADE_UP: &str = "tests/data/alliances.json";

pub fn read(text: &str) -> RenderInput<AlliancesWidget> {
    let (model, warnings) = wire::parse(text)
        .and_then(|document| AlliancesWidget::read(&document, AreaInput::Absent))
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(warnings.is_empty(), "{warnings:?}");
    RenderInput::with_model(model)
}

pub fn input(path: &str) -> RenderInput<AlliancesWidget> {
    read(&document(path))
}

pub fn on(day: &str, path: &str) -> RenderInput<AlliancesWidget> {
    RenderInput {
        state: AlliancesViewState::initial(&|name| (name == "as-of").then(|| day.to_owned())),
        ..input(path)
    }
}

pub fn after(
    actions: &[AlliancesAction],
    input: RenderInput<AlliancesWidget>,
) -> RenderInput<AlliancesWidget> {
    let mut state = input.state.clone();
    for action in actions {
        state.apply(action.clone());
    }
    RenderInput { state, ..input }
}

/// Returns the text of the cell of a state in a zero-based column.
pub fn cell(input: RenderInput<AlliancesWidget>, code: &str, column: usize) -> String {
    let html = to_html(input);
    let row = html
        .split("<tr")
        .find(|row| row.contains(&format!("data-key=\"{code}\"")))
        .unwrap_or_else(|| panic!("no row of {code}"));
    let cell = row.split("<td").nth(column + 1).expect("the column");
    let labels = cell.split("aria-label=\"").skip(1);
    labels
        .filter_map(|label| label.split('"').next())
        .collect::<Vec<_>>()
        .join(" / ")
}

pub fn codes(input: RenderInput<AlliancesWidget>) -> Vec<String> {
    let html = to_html(input);
    let keys = html.split("data-key=\"").skip(1);
    keys.filter_map(|key| key.split('"').next())
        .map(str::to_owned)
        .collect()
}

pub fn viewed(view: &str, path: &str) -> String {
    let state = AlliancesViewState::initial(&|name| (name == "view").then(|| view.to_owned()));
    lines(&to_html(RenderInput {
        state,
        ..input(path)
    }))
}

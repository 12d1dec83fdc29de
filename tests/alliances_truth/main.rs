//! Tests that the alliance grid says no more than its data. Each document was once described wrongly.
#![allow(clippy::expect_used, clippy::panic)]

mod contract;
mod memberships;
#[path = "../rendering/mod.rs"]
mod rendering;
mod time;

use election_widgets::layout::{AlliancesAction, AlliancesViewState, alliances_export};
use election_widgets::locale::Locale;
use election_widgets::model::{Alliances, LanguageTag};
use election_widgets::widget::{AlliancesWidget, AreaInput, RenderInput, Widget, to_html};
use election_widgets::wire;
use rendering::text;
use std::sync::Arc;

/// A document on 1 January 2020 of these alliances, states and memberships.
fn document(alliances: &str, states: &str, memberships: &str) -> String {
    format!(
        r#"{{ "title": "T", "asOf": "2020-01-01", "alliances": [{alliances}], "states": [{states}], "memberships": {{ {memberships} }},
        "sources": [{{ "id": "a", "title": "A", "publisher": "A", "date": "2020" }}, {{ "id": "b", "title": "B", "publisher": "B", "date": "2020" }}] }}"#
    )
}

/// A document of one alliance, "one", called "One".
fn of_one(fields: &str, memberships: &str) -> String {
    document(
        &format!(r#"{{ "id": "one", "name": "One" {fields} }}"#),
        "",
        &format!(r#""one": {{ {memberships} }}"#),
    )
}

fn read(text: &str) -> (Alliances, Vec<String>) {
    let (model, warnings) = wire::parse(text)
        .and_then(|document| AlliancesWidget::read(&document, AreaInput::Absent))
        .unwrap_or_else(|error| panic!("{error}\n{text}"));
    (model, warnings.iter().map(ToString::to_string).collect())
}

fn html(document: &str, attributes: &[(&str, &str)], actions: &[AlliancesAction]) -> String {
    let mut state = AlliancesViewState::initial(&|name| {
        let mut given = attributes.iter().filter(|(known, _)| *known == name);
        given.next().map(|(_, value)| (*value).to_owned())
    });
    for action in actions {
        state.apply(action.clone());
    }
    to_html(RenderInput {
        state,
        ..RenderInput::<AlliancesWidget>::with_model(read(document).0)
    })
}

fn on(day: &str, document: &str) -> String {
    text(&html(document, &[("as-of", day)], &[]))
}

fn viewed(view: &str, day: &str, document: &str) -> String {
    html(document, &[("as-of", day), ("view", view)], &[])
}

/// Returns the text of the first cell of a state's row on a day.
fn cell(document: &str, day: &str, code: &str) -> String {
    let html = html(document, &[("as-of", day)], &[]);
    let key = format!("data-key=\"{code}\"");
    let row = html.split("<tr").find(|row| row.contains(&key));
    let cell = row.expect("the row").split("<td").nth(1).expect("a cell");
    let cell = cell.split("</td").next().expect("its end");
    let labels = cell.split("aria-label=\"").skip(1);
    let labels: Vec<&str> = labels.filter_map(|label| label.split('"').next()).collect();
    labels.join(" / ")
}

/// Returns the text of the last cell of a state's row.
fn total(document: &str, code: &str) -> String {
    let html = html(document, &[], &[]);
    let key = format!("data-key=\"{code}\"");
    let row = html.split("<tr").find(|row| row.contains(&key));
    let row = row.and_then(|row| row.split("</tr").next());
    text(&format!("<{}", row.expect("the row")))
        .lines()
        .last()
        .expect("a line")
        .to_owned()
}

fn compared(document: &str, one: &str, other: &str) -> String {
    let actions = [
        AlliancesAction::Compare(one.to_owned()),
        AlliancesAction::CompareTo(other.to_owned()),
    ];
    text(&html(document, &[], &actions))
}

fn assert_says(text: &str, sentence: &str) {
    assert!(text.contains(sentence), "{sentence}\nis not in\n{text}");
}

fn assert_silent(text: &str, sentence: &str) {
    assert!(!text.contains(sentence), "{sentence}\nis in\n{text}");
}

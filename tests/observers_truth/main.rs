//! Tests that the observer map says no more than its data. Each document was once described wrongly.
#![allow(clippy::expect_used, clippy::panic)]

macro_rules! snapshot {
    ($name:literal, $text:expr) => {
        insta::with_settings!({
            snapshot_path => "../snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true
        }, {
            insta::assert_snapshot!($name, $text);
        });
    };
}

mod contract;
mod presence;
#[path = "../rendering/mod.rs"]
mod rendering;

use election_widgets::layout::{
    MapLayout, MissionOrder, ObserversAction, ObserversLayout, ObserversViewState, PlacedMissions,
    ShapeKind, observer_map, observers, observers_export,
};
use election_widgets::locale::Locale;
use election_widgets::model::LanguageTag;
use election_widgets::widget::{AreaInput, ObserversWidget, RenderInput, Widget, to_html};
use election_widgets::wire;
use rendering::{lines, text};
use std::sync::Arc;

const COUNTED: &str = "www/data/made-up-counted-observers.json";

/// A document of these missions on the map of Kazakhstan.
fn document(missions: &str) -> String {
    format!(
        r#"{{ "title": "T", "event": {{ "name": "E" }}, "area": "kazakhstan-before-2018", "missions": [{missions}],
        "sources": [{{ "id": "a", "title": "A", "publisher": "A", "date": "2019-05-12" }}, {{ "id": "b", "title": "B", "publisher": "B", "date": "2019-06-09" }}] }}"#
    )
}

fn placed_on(text: &str, area: &str) -> PlacedMissions {
    let tree = wire::parse(text).expect("JSON");
    let (read, _) = wire::read_observers(&tree).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let area = rendering::document(&format!("www/geo/{area}.json"));
    let area = wire::read_area(&wire::parse(&area).expect("JSON")).expect("an area");
    PlacedMissions::new(Arc::new(read), Some(Arc::new(area)))
}

fn placed(text: &str) -> PlacedMissions {
    placed_on(text, "kazakhstan-before-2018")
}

fn map(text: &str) -> MapLayout {
    let state = ObserversViewState::default();
    observer_map(&placed(text), &state, &Locale::english()).expect("a map")
}

fn list(text: &str) -> ObserversLayout {
    observers(
        &placed(text),
        &ObserversViewState::default(),
        &Locale::english(),
    )
}

fn html(document: &str, tag: &str) -> String {
    let tree = wire::parse(document).expect("JSON");
    let area = rendering::document("www/geo/kazakhstan-before-2018.json");
    let area = AreaInput::Read(wire::parse(&area).expect("JSON"));
    let (model, warnings) =
        ObserversWidget::read(&tree, area).unwrap_or_else(|error| panic!("{error}"));
    assert!(warnings.is_empty(), "{warnings:?}");
    let tag = LanguageTag::new(tag).expect("a tag");
    to_html(RenderInput {
        locale: Arc::new(Locale::for_language(&tag)),
        ..RenderInput::<ObserversWidget>::with_model(model)
    })
}

fn assert_says(text: &str, sentence: &str) {
    assert!(text.contains(sentence), "{sentence}\nis not in\n{text}");
}

fn assert_silent(text: &str, sentence: &str) {
    assert!(!text.contains(sentence), "{sentence}\nis in\n{text}");
}

const AKMOLA: &str =
    r#""where": { "places": [{ "kind": "region", "id": "KZ-AKM", "name": "Akmola" }] }"#;

//! Documents, area files and layouts for the tests.

use crate::rendering::{document, lines};
use election_widgets::layout::{
    MapLayout, ObserversAction, ObserversLayout, ObserversViewState, PlacedMissions, observer_map,
    observers,
};
use election_widgets::locale::Locale;
use election_widgets::model::{Area, AreaChoice, Id, LanguageTag, Observers};
use election_widgets::widget::{AreaInput, RenderInput, Widget};
use election_widgets::widget::{ObserversWidget, PlacedObservers};
use election_widgets::wire;
use std::sync::Arc;

pub const SCO: &str = "www/data/sco-2019-observers.json";
pub const FOREIGN: &str = "www/data/kazakhstan-2019-observers.json";
pub const OSCE: &str = "www/data/kazakhstan-2022-observers.json";
pub const MADE_UP: &str = "tests/data/observers.json";

/// The observers of the document `text`, on the map that it names.
pub fn observed(text: &str) -> PlacedObservers {
    let tree = wire::parse(text).expect("JSON");
    let (read, _) = wire::read_observers(&tree).unwrap_or_else(|error| panic!("{error}"));
    let beside = match &read.area {
        Some(AreaChoice::Preset(id)) => AreaInput::Read(wire::parse(&preset(id)).expect("JSON")),
        Some(AreaChoice::File { .. }) => panic!("a preset is named here"),
        None => AreaInput::Absent,
    };
    let (observed, warnings) =
        ObserversWidget::read(&tree, beside).unwrap_or_else(|error| panic!("{error}"));
    assert!(warnings.is_empty(), "{warnings:?}");
    assert_eq!(observed.problem(), None);
    observed
}

pub fn preset(id: &Id) -> String {
    document(&format!("www/geo/{}.json", id.as_str()))
}

pub fn area_text() -> String {
    preset(&id("kazakhstan-before-2018"))
}

pub fn area() -> Area {
    wire::read_area(&wire::parse(&area_text()).expect("JSON")).expect("an area")
}

pub fn made_up() -> Observers {
    let tree = wire::parse(&document(MADE_UP)).expect("JSON");
    wire::read_observers(&tree).expect("observers").0
}

pub fn placed(area: Option<Area>) -> PlacedMissions {
    PlacedMissions::new(Arc::new(made_up()), area.map(Arc::new))
}

pub fn input(path: &str, state: ObserversViewState) -> RenderInput<ObserversWidget> {
    RenderInput {
        state,
        ..RenderInput::with_model(observed(&document(path)))
    }
}

pub fn in_russian(input: RenderInput<ObserversWidget>) -> RenderInput<ObserversWidget> {
    let tag = LanguageTag::new("ru").expect("a tag");
    RenderInput {
        locale: Arc::new(Locale::for_language(&tag)),
        ..input
    }
}

pub fn laid_out(state: &ObserversViewState) -> ObserversLayout {
    observers(&placed(Some(area())), state, &Locale::english())
}

pub fn map_of(state: &ObserversViewState) -> MapLayout {
    observer_map(&placed(Some(area())), state, &Locale::english()).expect("a map")
}

pub fn after(actions: Vec<ObserversAction>) -> ObserversViewState {
    let mut state = ObserversViewState::default();
    for action in actions {
        state.apply(action);
    }
    state
}

pub fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

pub fn names(layout: &ObserversLayout) -> Vec<String> {
    let rows = layout.rows.iter().flat_map(|group| &group.rows);
    rows.map(|row| row.name.text.clone()).collect()
}

/// A document of so many missions.
pub fn listed(missions: usize) -> String {
    let missions: Vec<String> = (0..missions)
        .map(|n| format!(r#"{{ "id": "m{n}", "organisation": "Organisation {n}", "note": "N" }}"#))
        .collect();
    format!(
        r#"{{ "title": "T", "event": {{ "name": "E" }}, "sources": [], "missions": [{}] }}"#,
        missions.join(",")
    )
}

/// HTML in which outlines are cut short, so that a person can read it.
pub fn short(html: &str) -> String {
    let cut = |line: &str| match line.split_once(" d=\"") {
        Some((before, path)) => {
            let (path, after) = path.split_once('"').expect("an end");
            let path: String = path.chars().take(16).collect();
            format!("{before} d=\"{path}…\"{after}")
        }
        None => line.to_owned(),
    };
    lines(html).lines().map(cut).collect::<Vec<_>>().join("\n")
}

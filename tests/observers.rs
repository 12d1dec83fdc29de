//! What a reader gets of an observer map: the list alone says everything, the map mirrors it.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod rendering;

use election_widgets::layout::{
    MapLayout, MissionOrder, ObserversAction, ObserversLayout, ObserversViewState, PlaceKey,
    PlacedMissions, ShapeKind, observer_map, observers, observers_export,
};
use election_widgets::locale::Locale;
use election_widgets::model::{Area, AreaChoice, Id, LanguageTag, Observers, Position};
use election_widgets::widget::{AreaInput, RenderInput, Widget, to_html};
use election_widgets::widget::{ObserversWidget, PlacedObservers};
use election_widgets::wire;
use rendering::{document, lines, text};
use std::sync::Arc;

const SCO: &str = "www/data/sco-2019-observers.json";
const FOREIGN: &str = "www/data/kazakhstan-2019-observers.json";
const OSCE: &str = "www/data/kazakhstan-2022-observers.json";
const MADE_UP: &str = "tests/data/observers.json";

macro_rules! snapshot {
    ($name:literal, $text:expr) => {
        insta::with_settings!({
            snapshot_path => "snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true
        }, {
            insta::assert_snapshot!($name, $text);
        });
    };
}

/// The observers that `text` tells of, on the map that they name.
fn observed(text: &str) -> PlacedObservers {
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

fn preset(id: &Id) -> String {
    document(&format!("www/geo/{}.json", id.as_str()))
}

fn area_text() -> String {
    preset(&id("kazakhstan-before-2018"))
}

fn area() -> Area {
    wire::read_area(&wire::parse(&area_text()).expect("JSON")).expect("an area")
}

fn made_up() -> Observers {
    let tree = wire::parse(&document(MADE_UP)).expect("JSON");
    wire::read_observers(&tree).expect("observers").0
}

fn placed(area: Option<Area>) -> PlacedMissions {
    PlacedMissions::new(Arc::new(made_up()), area.map(Arc::new))
}

fn input(path: &str, state: ObserversViewState) -> RenderInput<ObserversWidget> {
    RenderInput {
        state,
        ..RenderInput::with_model(observed(&document(path)))
    }
}

fn in_russian(input: RenderInput<ObserversWidget>) -> RenderInput<ObserversWidget> {
    let tag = LanguageTag::new("ru").expect("a tag");
    RenderInput {
        locale: Arc::new(Locale::for_language(&tag)),
        ..input
    }
}

fn laid_out(state: &ObserversViewState) -> ObserversLayout {
    observers(&placed(Some(area())), state, &Locale::english())
}

fn map_of(state: &ObserversViewState) -> MapLayout {
    observer_map(&placed(Some(area())), state, &Locale::english()).expect("a map")
}

fn after(actions: Vec<ObserversAction>) -> ObserversViewState {
    let mut state = ObserversViewState::default();
    for action in actions {
        state.apply(action);
    }
    state
}

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

fn names(layout: &ObserversLayout) -> Vec<String> {
    let rows = layout.rows.iter().flat_map(|group| &group.rows);
    rows.map(|row| row.name.text.clone()).collect()
}

/// A document of so many missions.
fn listed(missions: usize) -> String {
    let missions: Vec<String> = (0..missions)
        .map(|n| format!(r#"{{ "id": "m{n}", "organisation": "Organisation {n}" }}"#))
        .collect();
    format!(
        r#"{{ "title": "T", "event": {{ "name": "E" }}, "sources": [], "missions": [{}] }}"#,
        missions.join(",")
    )
}

/// HTML in which outlines are cut short, so that a person can read it.
fn short(html: &str) -> String {
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

#[test]
fn the_scos_mission_is_told_of_in_two_ways_and_both_stand() {
    let html = to_html(input(SCO, ObserversViewState::default()));
    snapshot!("observers-sco", short(&html));
    let open = input(SCO, after(vec![ObserversAction::Select(id("sco"), true)]));
    snapshot!("observers-sco-open", text(&to_html(in_russian(open))));
}

#[test]
fn every_document_of_the_demo_is_read_without_a_warning_in_every_language() {
    for path in [SCO, FOREIGN, OSCE, "www/data/made-up-observers.json"] {
        for language in Locale::languages() {
            let tag = LanguageTag::new(language).expect("a tag");
            let input = RenderInput {
                locale: Arc::new(Locale::for_language(&tag)),
                ..input(path, ObserversViewState::default())
            };
            assert!(to_html(input).contains("<li data-key"), "{path}");
        }
    }
}

#[test]
fn the_osces_mission_appears_with_its_verdict() {
    let open = after(vec![ObserversAction::Select(id("osce"), true)]);
    let said = text(&to_html(input(OSCE, open)));
    assert!(said.contains("has reported"), "{said}");
    assert!(
        said.contains("in an environment lacking competitiveness"),
        "{said}"
    );
}

#[test]
fn without_script_a_mission_of_a_short_list_opens_to_all_that_is_said_of_it() {
    let html = to_html(input(OSCE, ObserversViewState::default()));
    assert!(!html.contains("<details open"));
    assert!(html.contains("in an environment lacking competitiveness"));
    let list = |missions: usize| {
        let layout = |state: &ObserversViewState| {
            observers(
                observed(&listed(missions)).placed(),
                state,
                &Locale::english(),
            )
        };
        let opened = layout(&after(vec![ObserversAction::Select(id("m7"), true)]));
        let layout = layout(&ObserversViewState::default());
        let held = |layout: &ObserversLayout| {
            let rows = layout.rows.iter().flat_map(|group| &group.rows);
            rows.filter(|row| row.opened.is_some()).count()
        };
        (held(&layout), held(&opened))
    };
    assert_eq!(list(60), (60, 60));
    assert_eq!(list(61), (0, 1));
}

#[test]
fn missions_without_places_stay_in_the_list_and_there_is_no_map() {
    let html = to_html(input(FOREIGN, ObserversViewState::default()));
    snapshot!("observers-foreign", text(&html));
    assert!(!html.contains("<svg"));
}

#[test]
fn every_kind_of_figure_place_and_claim_of_a_mission() {
    let open = |mission| after(vec![ObserversAction::Select(id(mission), true)]);
    let html = to_html(input(MADE_UP, open("north")));
    snapshot!("observers-made-up", short(&html));
}

#[test]
fn a_total_says_no_more_than_its_source_and_a_part_stands_as_one() {
    let layout = laid_out(&ObserversViewState::default());
    let said: Vec<&str> = layout
        .totals
        .iter()
        .map(|line| line.text.as_str())
        .collect();
    assert_eq!(
        said,
        ["All observers: over 1,000", "Foreign: about 400 of them"]
    );
    assert_eq!(
        layout.summary,
        "5 missions are named. 1 of them names no place that the map can show."
    );
}

#[test]
fn by_size_missions_stand_by_what_is_sure_and_it_is_said_that_the_rest_is_open() {
    let layout = laid_out(&after(vec![ObserversAction::Order(MissionOrder::Size)]));
    assert_eq!(
        names(&layout),
        [
            "Long-term mission",
            "Eastern League",
            "Southern Union",
            "Women’s mission",
            "Western Assembly"
        ]
    );
    assert_eq!(
        layout.remarks,
        ["The numbers do not decide the order of all missions."]
    );
}

#[test]
fn by_size_missions_of_no_number_stand_last_wherever_the_document_has_them() {
    let mut document = made_up();
    document.missions.reverse();
    let placed = PlacedMissions::new(Arc::new(document), None);
    let state = after(vec![ObserversAction::Order(MissionOrder::Size)]);
    let layout = observers(&placed, &state, &Locale::english());
    assert_eq!(
        names(&layout)[2..],
        ["Southern Union", "Western Assembly", "Women’s mission"]
    );
}

#[test]
fn a_mission_that_closes_because_another_opened_does_not_close_that_one() {
    let state = after(vec![
        ObserversAction::Select(id("east"), true),
        ObserversAction::Select(id("north"), true),
        ObserversAction::Select(id("east"), false),
    ]);
    assert_eq!(state.selected, Some(id("north")));
}

#[test]
fn by_organisation_the_list_has_headings() {
    let layout = laid_out(&after(vec![ObserversAction::Order(
        MissionOrder::Organisation,
    )]));
    let headings: Vec<(String, usize)> = layout
        .rows
        .iter()
        .map(|group| {
            let heading = group.heading.as_ref().map(|heading| heading.text.clone());
            (heading.unwrap_or_default(), group.rows.len())
        })
        .collect();
    assert_eq!(
        headings,
        [
            ("Eastern League".to_owned(), 1),
            ("Northern Council".to_owned(), 1),
            ("Southern Union".to_owned(), 2),
            ("Western Assembly".to_owned(), 1)
        ]
    );
}

#[test]
fn a_filter_holds_for_the_list_and_the_map_alike() {
    let layout = laid_out(&after(vec![ObserversAction::Organisation(
        "south".to_owned(),
    )]));
    assert_eq!(names(&layout), ["Southern Union", "Women’s mission"]);
    let map = map_of(&after(vec![ObserversAction::Organisation(
        "south".to_owned(),
    )]));
    let missions: Vec<&str> = map
        .shapes
        .iter()
        .filter(|shape| shape.kind != ShapeKind::Empty)
        .map(|shape| shape.missions.as_str())
        .chain(map.markers.iter().map(|marker| marker.missions.as_str()))
        .collect();
    assert_eq!(missions, ["south-women", "south"]);
    let (said, all) = layout.shown.expect("it is said");
    assert_eq!(said, "Shown: 2 missions (Southern Union)");
    let mut state = after(vec![ObserversAction::Organisation("south".to_owned())]);
    state.apply(all.action);
    assert_eq!(names(&laid_out(&state)).len(), 5);
}

#[test]
fn a_search_finds_missions_by_name_organisation_head_and_place() {
    let found = |text: &str| {
        names(&laid_out(&after(vec![ObserversAction::Find(
            text.to_owned(),
        )])))
    };
    assert_eq!(found("almaty"), ["Eastern League"]);
    assert_eq!(found("example"), ["Long-term mission"]);
    assert_eq!(found("women"), ["Women’s mission"]);
    assert_eq!(found("southern"), ["Southern Union", "Women’s mission"]);
    assert!(found("nobody").is_empty());
}

#[test]
fn a_region_that_only_one_of_two_accounts_names_is_marked_so() {
    let map = map_of(&ObserversViewState::default());
    let kind = |missions: &str| {
        let found = map.shapes.iter().find(|shape| shape.missions == missions);
        found.expect("a shape").kind
    };
    // Both accounts name Akmola; Astana stands in one of them alone.
    assert_eq!(kind("north east"), ShapeKind::Named);
    let marker = |missions: &str| {
        let found = map.markers.iter().find(|one| one.missions == missions);
        found.expect("a marker").disputed
    };
    assert!(marker("north"));
    assert!(!marker("east south"));
}

#[test]
fn missions_in_one_region_are_told_apart_by_letters() {
    let map = map_of(&ObserversViewState::default());
    let keys: Vec<String> = map
        .shapes
        .iter()
        .filter_map(|shape| shape.key.as_ref())
        .map(|(_, text)| text.clone())
        .collect();
    assert_eq!(keys, ["A B", "D"]);
    let html = to_html(input(MADE_UP, ObserversViewState::default()));
    assert!(html.contains(r#"aria-label="Akmola: 2 missions""#));
}

#[test]
fn points_close_to_each_other_are_one_marker_with_a_name_and_a_number() {
    let map = map_of(&ObserversViewState::default());
    let marker = map.markers.iter().find(|one| one.several).expect("one");
    assert_eq!(marker.text, "2");
    assert_eq!(marker.pick.label, "Almaty and nearby: 2 missions");
    let state = after(vec![marker.pick.action.clone()]);
    let chosen = laid_out(&state);
    assert_eq!(names(&chosen), ["Eastern League", "Southern Union"]);
    let (said, _) = chosen.shown.expect("it is said");
    assert_eq!(said, "Shown: 2 missions (Almaty and nearby)");
    let pressed = map_of(&state).markers;
    assert!(pressed.iter().any(|marker| marker.pick.pressed));
}

#[test]
fn zoomed_in_points_part_and_what_is_out_of_sight_has_no_marker_and_is_counted() {
    let area = area();
    let almaty = area.spot(Position {
        lon_deg: 76.95,
        lat_deg: 43.25,
    });
    let almaty = almaty.expect("it is on the map");
    let part = |at: i32, side: u32| at * 1_000 / i32::try_from(side).expect("small");
    let (right, down) = (part(almaty.x, area.width), part(almaty.y, area.height));
    let mut state = ObserversViewState::default();
    for _ in 0..7 {
        let viewport = map_of(&state).viewport;
        // Almaty lies at the same part of what is in view at every step.
        state.apply(ObserversAction::Look(viewport.zoomed(true, right, down)));
    }
    let map = map_of(&state);
    let missions: Vec<&str> = map
        .markers
        .iter()
        .map(|one| one.missions.as_str())
        .collect();
    assert_eq!(missions, ["east", "south"]);
    let reachable = map.shapes.iter().filter(|shape| shape.pick.is_some());
    assert_eq!(reachable.count(), 0);
    let remarks: Vec<&str> = map.remarks.iter().map(|one| one.text.as_str()).collect();
    assert!(
        remarks.contains(&"4 places lie outside of what is in view."),
        "{remarks:?}"
    );
}

#[test]
fn the_map_says_of_when_it_is_by_which_rule_and_whose() {
    let map = map_of(&ObserversViewState::default());
    let area = area();
    let (english, _) = area.vintage.pick(&LanguageTag::english(), None);
    let remarks: Vec<&str> = map.remarks.iter().map(|one| one.text.as_str()).collect();
    assert!(remarks.contains(&english), "{remarks:?}");
    assert!(remarks.iter().any(|text| text.contains("Natural Earth")));
}

#[test]
fn escape_closes_the_mission_first_and_then_the_choice_of_a_place() {
    let mut state = after(vec![
        ObserversAction::Place(Some(PlaceKey::Shape(id("KZ-AKM")))),
        ObserversAction::Select(id("north"), true),
    ]);
    state.apply(ObserversAction::Close);
    assert_eq!(
        (state.selected.is_none(), state.place.is_some()),
        (true, true)
    );
    state.apply(ObserversAction::Close);
    assert_eq!(state, ObserversViewState::default());
}

#[test]
fn what_is_chosen_can_be_asked_for_again() {
    let state = after(vec![
        ObserversAction::Select(id("east"), true),
        ObserversAction::Organisation("south".to_owned()),
        ObserversAction::Find("al maty".to_owned()),
        ObserversAction::Order(MissionOrder::Size),
    ]);
    let asked = state.to_attributes();
    let again = ObserversViewState::initial(&|name| {
        let found = asked.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone())
    });
    assert_eq!(again, state);
}

#[test]
fn what_is_taken_along_has_every_figure_and_place_with_its_source() {
    let locale = Locale::english();
    let state = ObserversViewState::default();
    let sheets = observers_export(&placed(Some(area())), &state, &locale).expect("sheets");
    snapshot!("observers-csv", sheets.data.csv());
    snapshot!("observers-geojson", sheets.geo.expect("GeoJSON"));
    snapshot!("observers-table", sheets.shown.tabbed());
}

#[test]
fn geojson_is_json_and_makes_no_place_up() {
    let sheets = observers_export(
        &placed(None),
        &ObserversViewState::default(),
        &Locale::english(),
    );
    let json = sheets.and_then(|sheets| sheets.geo).expect("GeoJSON");
    assert!(wire::parse(&json).is_ok());
    assert_eq!(json.matches("\"geometry\": null").count(), 2);
}

#[test]
fn a_long_list_shows_its_beginning_and_the_mission_that_is_open() {
    let text = listed(5_000);
    let open = after(vec![ObserversAction::Select(id("m4999"), true)]);
    let layout =
        |state: &ObserversViewState| observers(observed(&text).placed(), state, &Locale::english());
    let rows = names(&layout(&open));
    assert_eq!((rows.len(), rows[100].as_str()), (101, "Organisation 4999"));
    let more = layout(&open).more.expect("a button");
    assert_eq!(more.label, "Show all 5,000");
    let mut all = open;
    all.apply(more.action);
    assert_eq!(names(&layout(&all)).len(), 5_000);
}

/// What is replaced by what in the made-up document.
const BAD: &[(&str, &str)] = &[
    (r#""id": "east""#, r#""id": "north""#),
    (r#""id": "east""#, r#""id": "foreign""#),
    (r#""id": "all""#, r#""id": "foreign""#),
    (r#""partOf": "all""#, r#""partOf": "foreign""#),
    (r#""partOf": "south""#, r#""partOf": "souht""#),
    (
        r#""id": "south","#,
        r#""id": "south", "partOf": "south-women","#,
    ),
    (
        r#""lon": 76.95, "lat": 43.25"#,
        r#""lon": 43.25, "lat": 76.95"#,
    ),
    (
        r#""lon": 76.95, "lat": 43.25"#,
        r#""lon": 43.25, "lat": 176.95"#,
    ),
    (
        r#""lon": 76.95, "lat": 43.25"#,
        r#""lon": 576.95, "lat": 43.25"#,
    ),
    (r#""lon": 76.95, "lat": 43.25"#, r#""lon": 76.95"#),
    (
        r#""lon": 76.95, "lat": 43.25"#,
        r#""lon": "76.95", "lat": 43.25"#,
    ),
    (r#", "lon": 77.24, "lat": 43.3"#, ""),
    (r#""id": "KZ-YUZ""#, r#""id": "KZ-YUS""#),
    (r#""kind": "point""#, r#""kind": "spot""#),
    (r#""size": 12"#, r#""size": 12.5"#),
    (r#""size": 12"#, r#""size": "12""#),
    (r#""region": 2"#, r#""region": -2"#),
    (r#""region": 2"#, r#""regions": 2"#),
    (r#""status": "announced""#, r#""status": "coming""#),
    (r#""organisation": "Western Assembly", "#, ""),
    (r#""kazakhstan-before-2018""#, r#""kazakhstan""#),
    (r#""kazakhstan-before-2018""#, r#""world-2018""#),
    (
        r#""kazakhstan-before-2018""#,
        r#"{ "url": "javascript:x", "credit": "C" }"#,
    ),
    (r#""kazakhstan-before-2018""#, r#"{ "url": "a.json" }"#),
    (r#""about": 400"#, r#""atLeast": 400"#),
    (r#"{ "over": 1000 }"#, "300"),
    (
        r#""unnamed": { "city": { "over": 3 } }, "source": "b""#,
        r#""unnamed": { "city": { "over": 3 } }"#,
    ),
];

#[test]
fn every_slip_is_answered_with_its_place_and_what_was_expected() {
    let good = document(MADE_UP);
    let mut table = String::new();
    for (old, new) in BAD {
        assert!(good.contains(old), "{old} is not in the good document");
        let spoilt = wire::parse(&good.replacen(old, new, 1)).expect("JSON");
        let area = AreaInput::Read(wire::parse(&area_text()).expect("JSON"));
        let said = match ObserversWidget::read(&spoilt, area) {
            Ok((observed, warnings)) => {
                let problem = observed.problem().map(ToString::to_string);
                let warnings = warnings.iter().map(ToString::to_string);
                warnings.chain(problem).collect::<Vec<_>>().join("; ")
            }
            Err(error) => error.to_string(),
        };
        let said = if said.is_empty() { "fine" } else { &said };
        table.push_str(&format!("{old} -> {new}\n    {said}\n"));
    }
    snapshot!("observers-errors", table);
}

/// What is replaced by what in an area file.
const BAD_AREA: &[(&str, &str)] = &[
    (r#""election-widgets area 1""#, r#""topology""#),
    (r#""width":"#, r#""width":0,"x-width":"#),
    (r#""width":"#, r#""width":2.5,"x-width":"#),
    (r#""kind":"equal-area""#, r#""kind":"mercator""#),
    (r#""KZ-AKM""#, r#""KZ-AKT""#),
    (r#""path":"m"#, r#""path":"javascript:m"#),
    (r#""path":"m"#, r#""path":"m1e999 "#),
    (r#""path":"m"#, r#""paths":"m"#),
    (r#""at":["#, r#""at":[0.5,"#),
];

#[test]
fn a_damaged_area_file_is_told_of_with_its_place_and_the_list_stays() {
    let (good, text) = (area_text(), document(SCO));
    let mut table = String::new();
    for (old, new) in BAD_AREA {
        assert!(good.contains(old), "{old} is not in the good file");
        let area = wire::parse(&good.replacen(old, new, 1)).expect("JSON");
        let tree = wire::parse(&text).expect("JSON");
        let read = ObserversWidget::read(&tree, AreaInput::Read(area)).expect("the list is there");
        let problem = read.0.problem().expect("a problem").clone();
        table.push_str(&format!("{old} -> {new}\n    {problem}\n"));
        let html = to_html(RenderInput::<ObserversWidget>::with_model(read.0));
        assert!(html.contains("The map can’t be shown") && html.contains("25 observers"));
    }
    snapshot!("observers-area-errors", table);
}

#[test]
fn the_presets_that_documents_may_name_are_the_files_that_come_along() {
    for preset in wire::PRESETS {
        let text = document(&format!("www/geo/{preset}.json"));
        let area = wire::read_area(&wire::parse(&text).expect("JSON"));
        let area = area.unwrap_or_else(|error| panic!("{preset}: {error}"));
        assert_eq!(area.id.as_str(), preset);
    }
}

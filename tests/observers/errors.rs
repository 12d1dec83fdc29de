//! Error messages for documents and area files, and the map when its area file is damaged.

use crate::rendering::document;
use crate::support::{MADE_UP, SCO, area_text};
use election_widgets::widget::{AreaInput, ObserversWidget, RenderInput, Widget, to_html};
use election_widgets::wire;

/// Pairs of a text in the made-up document and its bad replacement.
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
fn every_mistake_is_reported_with_its_path_and_what_was_expected() {
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

/// Pairs of a text in an area file and its bad replacement.
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
fn a_damaged_area_file_is_reported_with_its_path_and_the_list_stays() {
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
fn every_built_in_map_has_its_file() {
    for preset in wire::PRESETS {
        let text = document(&format!("www/geo/{preset}.json"));
        let area = wire::read_area(&wire::parse(&text).expect("JSON"));
        let area = area.unwrap_or_else(|error| panic!("{preset}: {error}"));
        assert_eq!(area.id.as_str(), preset);
    }
}

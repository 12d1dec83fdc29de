//! Shapes, markers and remarks of the map.

use crate::support::{MADE_UP, after, area, input, laid_out, map_of, names};
use election_widgets::layout::{ObserversAction, ObserversViewState, ShapeKind};
use election_widgets::model::{LanguageTag, Position};
use election_widgets::widget::to_html;

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

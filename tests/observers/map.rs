//! Shapes, markers and remarks of the map.

use crate::support::{MADE_UP, OSCE, SCO, after, area, input, laid_out, map_of, names};
use election_widgets::layout::{MapName, ObserversAction, ObserversViewState, ShapeKind};
use election_widgets::model::{LanguageTag, Position};
use election_widgets::widget::to_html;

#[test]
fn a_region_that_only_one_of_two_sources_names_is_marked_as_disputed() {
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
    // Who hears the map and who sees it can talk about the same.
    assert!(html.contains(r#"aria-label="Akmola: 2 missions (A B)""#));
}

#[test]
fn points_close_to_each_other_are_one_marker_with_a_name_and_a_number() {
    let map = map_of(&ObserversViewState::default());
    let marker = map.markers.iter().find(|one| one.several).expect("one");
    assert_eq!(marker.text, "2");
    assert_eq!(marker.pick.label, "Almaty area: 2 missions");
    let state = after(vec![marker.pick.action.clone()]);
    let chosen = laid_out(&state);
    assert_eq!(names(&chosen), ["Eastern League", "Southern Union"]);
    let (said, _) = chosen.shown.expect("it is said");
    assert_eq!(said, "Showing 2 missions (Almaty area)");
    let pressed = map_of(&state).markers;
    assert!(pressed.iter().any(|marker| marker.pick.pressed));
}

#[test]
fn zooming_in_separates_points_and_points_out_of_view_are_counted() {
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
        state.apply(ObserversAction::Look(Some(
            viewport.zoomed(true, right, down),
        )));
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
        remarks.contains(&"4 places are outside this view."),
        "{remarks:?}"
    );
}

#[test]
fn the_map_states_its_date_its_rule_of_borders_and_its_maker() {
    let map = map_of(&ObserversViewState::default());
    let area = area();
    let (english, _) = area.vintage.pick(&LanguageTag::english(), None);
    let remarks: Vec<&str> = map.remarks.iter().map(|one| one.text.as_str()).collect();
    assert!(remarks.contains(&english), "{remarks:?}");
    assert!(remarks.iter().any(|text| text.contains("Natural Earth")));
}

#[test]
fn a_map_of_one_mission_has_no_letters_and_the_names_of_its_places() {
    let html = to_html(input(SCO, ObserversViewState::default()));
    assert!(!html.contains("ew-key") && !html.contains("ew-letter"));
    for place in ["Akmola", "Karaganda", "Turkestan"] {
        assert!(html.contains(&format!(">{place}</text>")), "{place}");
    }
}

#[test]
fn places_that_sources_disagree_on_are_hatched_and_a_key_says_so() {
    let html = to_html(input(SCO, ObserversViewState::default()));
    let hatched = html.matches(r##"fill="url(#ew-hatch)""##).count();
    assert_eq!(hatched, 6);
    assert!(html.contains(r#"<b class="ew-unsure" aria-hidden="true"></b>"#));
    let sure = to_html(input(OSCE, ObserversViewState::default()));
    assert!(!sure.contains("ew-hatch") && !sure.contains("ew-map-key"));
}

#[test]
fn no_two_names_on_a_map_collide_and_fewer_are_on_a_narrow_one() {
    let map = map_of(&ObserversViewState::default());
    let seen = map.viewport.view_box();
    let size = seen.width / 50;
    let ends = |name: &MapName| {
        let half = i32::try_from(name.name.text.chars().count()).expect("few") * size * 3 / 10;
        (name.at.x - half, name.at.x + half)
    };
    for (place, one) in map.names.iter().enumerate() {
        for other in &map.names[place + 1..] {
            let ((left, right), (start, end)) = (ends(one), ends(other));
            let apart = (one.at.y - other.at.y).abs() >= size;
            assert!(apart || right <= start || end <= left, "{one:?} {other:?}");
        }
    }
    let narrow = map.names.iter().filter(|name| name.narrow).count();
    assert!(0 < narrow && narrow < map.names.len(), "{:?}", map.names);
}

#[test]
fn a_moved_map_has_buttons_that_move_it_further_and_reset_it() {
    let labels = |state: &ObserversViewState| {
        let tools = map_of(state).tools;
        let labels = tools.into_iter().map(|tool| tool.label);
        labels.collect::<Vec<String>>()
    };
    let mut state = ObserversViewState::default();
    assert_eq!(labels(&state), ["Zoom in", "Zoom out"]);
    let first = map_of(&state).view_box;
    let press = |state: &mut ObserversViewState, label: &str| {
        let mut tools = map_of(state).tools.into_iter();
        let tool = tools.find(|tool| tool.label == label).expect("a button");
        state.apply(tool.action.expect("it does something"));
        map_of(state).viewport.view_box()
    };
    let near = press(&mut state, "Zoom in");
    let moves = ["Move left", "Move up", "Move down", "Move right", "Reset"];
    assert_eq!(labels(&state)[2..], moves);
    let right = press(&mut state, "Move right");
    assert!(right.x > near.x && (right.y, right.width) == (near.y, near.width));
    let down = press(&mut state, "Move down");
    assert!(down.y > right.y && down.x == right.x);
    press(&mut state, "Reset");
    assert_eq!(map_of(&state).view_box, first);
}

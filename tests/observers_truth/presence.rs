//! Tests of presence and absence, numbers on the map, sizes with their days and units.

use super::*;

#[test]
fn a_place_where_nobody_is_never_looks_like_one_with_observers() {
    for absent in [
        r#""size": 0"#,
        r#""status": "declined""#,
        r#""status": "refused", "by": "the Central Election Commission""#,
        r#""status": "absent""#,
        r#""sizes": [{ "asOf": "2019", "size": 5 }, { "asOf": "2020", "size": 0 }]"#,
    ] {
        let document = document(&format!(
            r#"{{ "id": "a", "organisation": "A", {absent}, {AKMOLA} }}"#
        ));
        let map = map(&document);
        let shapes: Vec<_> = map
            .shapes
            .iter()
            .filter(|shape| shape.kind != ShapeKind::Empty)
            .collect();
        assert_eq!(shapes.len(), 1, "{absent}");
        let shape = shapes.first().expect("a shape");
        assert_eq!(shape.kind, ShapeKind::Absent, "{absent}");
        assert_eq!(
            shape.key.as_ref().map(|(_, text)| text.as_str()),
            Some("–"),
            "{absent}"
        );
        assert_says(
            &shape.pick.as_ref().expect("a pick").label,
            "Akmola: not there: A",
        );
        let list = list(&document);
        assert_says(&list.summary, "One of them is not present.");
        let row = &list
            .rows
            .first()
            .expect("a group")
            .rows
            .first()
            .expect("a row");
        assert_eq!(row.letter, None, "{absent}");
        let details: Vec<&str> = row
            .details
            .iter()
            .map(|phrase| phrase.text.as_str())
            .collect();
        assert_silent(&details.join(", "), "not given");
        assert!(!details.is_empty(), "{absent}");
    }
}

#[test]
fn a_point_where_nobody_is_is_hollow_and_not_counted_with_those_beside_it() {
    let at = r#""where": { "places": [{ "kind": "city", "name": "Almaty", "lon": 76.95, "lat": 43.25 }] }"#;
    let map = map(&document(&format!(
        r#"{{ "id": "a", "organisation": "A", {at} }}, {{ "id": "b", "organisation": "B", "size": 0, {at} }}"#
    )));
    let markers: Vec<(&str, bool)> = map
        .markers
        .iter()
        .map(|marker| (&*marker.text, marker.absent))
        .collect();
    assert_eq!(markers, [("A", false), ("–", true)]);
}

#[test]
fn a_shape_with_present_and_absent_missions_names_both() {
    let map = map(&document(&format!(
        r#"{{ "id": "a", "organisation": "A", {AKMOLA} }}, {{ "id": "b", "organisation": "B", "status": "declined", {AKMOLA} }}"#
    )));
    let shape = map
        .shapes
        .iter()
        .find(|shape| shape.kind == ShapeKind::Named)
        .expect("a shape");
    assert_eq!(
        shape.pick.as_ref().expect("a pick").label,
        "Akmola: A; not there: B (A)"
    );
    assert_eq!(shape.key.as_ref().map(|(_, text)| text.as_str()), Some("A"));
}

#[test]
fn sources_that_disagree_about_anybody_being_there_leave_the_mission_there() {
    let size =
        r#""size": { "claims": [{ "value": 0, "source": "a" }, { "value": 5, "source": "b" }] }"#;
    let map = map(&document(&format!(
        r#"{{ "id": "a", "organisation": "A", {size}, {AKMOLA} }}"#
    )));
    assert!(
        map.shapes
            .iter()
            .all(|shape| shape.kind != ShapeKind::Absent)
    );
}

#[test]
fn more_missions_than_letters_have_numbers_on_the_map_and_in_the_list() {
    let missions: Vec<String> = (0..27)
        .map(|n| {
            let place = if n < 4 { AKMOLA.to_owned() } else {
                format!(r#""where": {{ "places": [{{ "kind": "point", "name": "P", "lon": {}, "lat": 47.5 }}] }}"#, 50 + n)
            };
            format!(r#"{{ "id": "m{n}", "organisation": "O {n}", {place} }}"#)
        })
        .collect();
    let document = document(&missions.join(","));
    let rows = list(&document).rows;
    let letters: Vec<String> = rows
        .iter()
        .flat_map(|group| &group.rows)
        .filter_map(|row| row.letter.clone())
        .collect();
    let numbers: Vec<String> = (1..=27).map(|n: usize| n.to_string()).collect();
    assert_eq!(letters, numbers);
    let map = map(&document);
    assert!(map.markers.iter().all(|marker| !marker.text.is_empty()));
    for marker in map.markers.iter().filter(|marker| marker.several) {
        assert!(marker.text.starts_with('×'), "{}", marker.text);
    }
    let key = map
        .shapes
        .iter()
        .find_map(|shape| shape.key.as_ref())
        .expect("a key");
    assert_eq!(key.1, "×4");
}

#[test]
fn a_map_opens_on_the_whole_of_its_missions_shapes() {
    let text = document(
        r#"{ "id": "a", "organisation": "A", "where": { "places": [{ "kind": "country", "id": "UA", "name": "Ukraine" }] } }"#,
    );
    let text = text.replace("kazakhstan-before-2018", "world-2018");
    let placed = placed_on(&text, "world-2018");
    let state = ObserversViewState::default();
    let area = rendering::document("www/geo/world-2018.json");
    let area = wire::read_area(&wire::parse(&area).expect("JSON")).expect("an area");
    let shape = area
        .shapes
        .iter()
        .find(|shape| shape.id.as_str() == "UA")
        .expect("Ukraine");
    let seen = observer_map(&placed, &state, &Locale::english())
        .expect("a map")
        .viewport
        .view_box();
    let [low, high] = shape.path.bounds();
    assert!(
        seen.x <= low.x && high.x <= seen.x + seen.width,
        "{seen:?} {low:?} {high:?}"
    );
    assert!(
        seen.y <= low.y && high.y <= seen.y + seen.height,
        "{seen:?} {low:?} {high:?}"
    );
}

#[test]
fn sizes_of_two_days_each_have_their_day() {
    let totals = |size: &str| {
        let text = document(r#"{ "id": "m", "organisation": "M" }"#).replace(
            "\"missions\"",
            &format!(r#""totals": [{{ "id": "t", "name": "International observers", {size} }}], "missions""#),
        );
        let lines = list(&text).totals;
        lines.into_iter().map(|line| line.text).collect::<Vec<_>>()
    };
    assert_eq!(
        totals(
            r#""size": { "claims": [{ "value": 43, "source": "a" }, { "value": 641, "source": "b" }] }"#
        ),
        [
            "International observers: 43 (published 12 May 2019)",
            "International observers: 641 (published 9 June 2019)"
        ]
    );
    assert_eq!(
        totals(
            r#""sizes": [{ "asOf": "2019-05-10", "size": 43 }, { "asOf": "2019-06", "size": { "atLeast": 641 } }]"#
        ),
        [
            "International observers: 43 as of 10 May 2019",
            "International observers: at least 641 as of June 2019"
        ]
    );
}

#[test]
fn counted_things_have_a_name_and_plural_in_every_language() {
    let text_of = |size: u32, counted: &str| {
        let document = document(&format!(
            r#"{{ "id": "a", "organisation": "A", "size": {size}, "counted": {counted} }}"#
        ));
        (text(&html(&document, "en")), text(&html(&document, "ru")))
    };
    let (english, russian) = text_of(1057, r#""reports""#);
    assert_says(&english, "1,057 reports");
    assert_says(&russian, "1\u{a0}057 сообщений");
    assert_silent(&english, "observers");
    assert_says(&text_of(1, r#""calls""#).0, "1 call");
    let own = r#"{ "name": "Messages", "forms": { "en": "text message|text messages", "ru": "письмо|письма|писем" } }"#;
    let (english, russian) = text_of(2, own);
    assert_says(&english, "2 text messages");
    assert_says(&russian, "2 письма");
    assert_says(&text_of(1, own).0, "1 text message");
}

#[test]
fn numbers_that_count_different_things_are_not_ranked() {
    let text = document(
        r#"{ "id": "a", "organisation": "A", "size": 9, "counted": "reports" }, { "id": "b", "organisation": "B", "size": 5 }"#,
    );
    let mut state = ObserversViewState::default();
    state.apply(ObserversAction::Order(MissionOrder::Size));
    let layout = observers(&placed(&text), &state, &Locale::english());
    assert_eq!(
        layout.remarks,
        ["The numbers count different things, so the missions cannot be ranked by size."]
    );
}

#[test]
fn a_mission_throughout_the_country_is_not_off_the_map() {
    let text = document(r#"{ "id": "a", "organisation": "A", "where": { "throughout": true } }"#);
    let layout = list(&text);
    let row = layout
        .rows
        .first()
        .and_then(|group| group.rows.first())
        .expect("a row");
    assert_eq!(row.off_map, None);
    assert_eq!(
        row.accounts.first().map(|line| line.text.as_str()),
        Some("throughout the country")
    );
    let named = text.replace(r#""name": "E""#, r#""name": "E", "place": "KZ""#);
    assert_says(&list(&named).sentences().join(" "), "throughout Kazakhstan");
}

#[test]
fn every_claim_of_how_many_places_are_not_named_is_shown() {
    let html = html(&rendering::document(COUNTED), "en");
    assert_says(&text(&html), "3 unnamed cities / at least 5 unnamed cities");
    assert_says(
        &text(&html),
        "throughout Akmola (12 observers), Almaty (about 10 observers) and Turkestan (0 observers)",
    );
}

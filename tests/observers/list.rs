//! Order, filter, search and selection in the list.

use crate::support::{after, id, laid_out, listed, made_up, map_of, names, observed};
use election_widgets::layout::{
    MissionOrder, ObserversAction, ObserversViewState, PlaceKey, PlacedMissions, ShapeKind,
    observers,
};
use election_widgets::locale::Locale;
use std::sync::Arc;

#[test]
fn sorted_by_size_missions_stand_by_certain_numbers_and_a_remark_says_what_is_not_ranked() {
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
    assert_eq!(layout.remarks, ["Some missions cannot be ranked by size."]);
}

#[test]
fn sorted_by_size_missions_without_a_number_come_last() {
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
    assert_eq!(said, "Showing 2 missions (Southern Union)");
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
fn the_readers_choices_can_be_written_as_attributes() {
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

#[test]
fn a_mission_without_more_details_does_not_open() {
    let opens = |missions: &str, sources: &str| {
        let text = format!(
            r#"{{ "title": "T", "event": {{ "name": "E" }}, "sources": [{sources}], "missions": [{missions}] }}"#
        );
        let layout = observers(
            observed(&text).placed(),
            &ObserversViewState::default(),
            &Locale::english(),
        );
        layout.rows[0].rows[0].opens
    };
    let mission = |more: &str| {
        format!(
            r#"{{ "id": "m", "organisation": "O", "size": 5, "where": {{ "places": [{{ "kind": "city", "name": "P" }}] }}{more} }}"#
        )
    };
    let source = |id: &str| {
        format!(r#"{{ "id": "{id}", "title": "S", "publisher": "P", "date": "2022-11-20" }}"#)
    };
    assert!(!opens(&mission(""), &source("a")));
    assert!(opens(&mission(r#", "head": "H""#), &source("a")));
    assert!(opens(&mission(r#", "note": "N""#), &source("a")));
    // The only source stands below the list; one of several is only in what the mission opens to.
    let cited = mission(r#", "source": "a""#);
    assert!(!opens(&cited, &source("a")));
    assert!(opens(&cited, &format!("{}, {}", source("a"), source("b"))));
}

#[test]
fn numbers_that_no_mission_has_are_said_to_be_missing_once() {
    let layout = |text: &str| {
        observers(
            observed(text).placed(),
            &ObserversViewState::default(),
            &Locale::english(),
        )
    };
    let layout_of_many = layout(&crate::rendering::document(crate::support::FOREIGN));
    assert!(
        layout_of_many
            .summary
            .ends_with("No numbers are given for the missions.")
    );
    let rows = layout_of_many.rows.iter().flat_map(|group| &group.rows);
    assert!(rows.flat_map(|row| &row.details).next().is_none());
    // A single mission says so itself.
    let one = layout(&listed(1));
    assert_eq!(one.rows[0].rows[0].details.len(), 1);
}

#[test]
fn a_short_list_has_no_controls_that_do_nothing_for_it() {
    let layout = |missions: usize| {
        observers(
            observed(&listed(missions)).placed(),
            &ObserversViewState::default(),
            &Locale::english(),
        )
    };
    let few = layout(12);
    assert!(few.organisations.is_none() && few.order.is_none() && few.find.is_none());
    // In a long one without sizes, in which each organisation has one mission, two orders are left.
    let order = layout(13).order.expect("an order");
    let labels: Vec<String> = order.picks.into_iter().map(|pick| pick.label).collect();
    assert_eq!(labels.len(), 2, "{labels:?}");
}

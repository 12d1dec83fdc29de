//! Missions, their figures and claims, and totals, as a reader sees them.

use crate::rendering::text;
use crate::support::{
    FOREIGN, MADE_UP, OSCE, SCO, after, id, in_russian, input, laid_out, listed, observed, short,
};
use election_widgets::layout::{ObserversAction, ObserversLayout, ObserversViewState, observers};
use election_widgets::locale::Locale;
use election_widgets::model::LanguageTag;
use election_widgets::widget::{RenderInput, to_html};
use std::sync::Arc;

#[test]
fn both_accounts_of_the_scos_mission_are_shown() {
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
    assert!(said.contains("findings reported"), "{said}");
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
fn a_total_says_no_more_than_its_source_and_a_part_of_it_is_marked_as_such() {
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
        "Five missions are listed. One of them is not present."
    );
}

#[test]
fn the_summary_says_how_many_missions_there_are_by_a_word_up_to_nine_and_by_digits_above() {
    let said = |missions: usize| {
        let observed = observed(&listed(missions));
        let state = ObserversViewState::default();
        observers(observed.placed(), &state, &Locale::english()).summary
    };
    for (missions, start) in [
        (1, "One mission is listed."),
        (9, "Nine missions are listed."),
        (10, "10 missions are listed."),
        (1_200, "1,200 missions are listed."),
    ] {
        let said = said(missions);
        assert!(said.starts_with(start), "{missions} missions: {said}");
    }
}

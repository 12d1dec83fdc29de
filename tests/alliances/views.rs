//! Other views of the same data: lists, timeline, comparison, overlap.

use crate::rendering::text;
use crate::support::{MADE_UP, REPORTS, after, input, on, viewed};
use election_widgets::layout::{AlliancesAction, AlliancesViewState};
use election_widgets::widget::{RenderInput, to_html};

/// The union of 2015 is known by a page of 2014 that says when it begins: its line was empty.
#[test]
fn a_spell_that_is_known_on_its_first_day_alone_is_a_point_on_the_line_of_time() {
    let state =
        AlliancesViewState::initial(&|name| (name == "view").then(|| "timeline".to_owned()));
    let html = to_html(RenderInput {
        state,
        ..input("www/data/alliances-since.json")
    });
    let rows = html.split("<tr").filter(|row| row.contains("EAEU: member"));
    let drawn: Vec<bool> = rows.map(|row| row.contains("ew-ceiling")).collect();
    assert_eq!(drawn, [true, true, true]);
}

#[test]
fn two_states_are_compared_in_sentences() {
    let compared = after(
        &[
            AlliancesAction::Compare("ES".to_owned()),
            AlliancesAction::CompareTo("FR".to_owned()),
        ],
        input(MADE_UP),
    );
    let text = text(&to_html(compared));
    assert!(
        text.contains("Spain is a member and République is not: One."),
        "{text}"
    );
    assert!(
        text.contains("Unclear of one of them or both: Two ("),
        "{text}"
    );
}

#[test]
fn what_changed_since_the_last_stop_is_said() {
    let text = text(&to_html(on("2004-05-01", MADE_UP)));
    assert!(
        text.contains("Since the stop before: Italy, One: member since 1 May 2004."),
        "{text}"
    );
}

#[test]
fn states_in_exactly_the_same_alliances_stand_together_in_a_sentence() {
    let overlap = RenderInput {
        state: AlliancesViewState::initial(&|name| (name == "view").then(|| "overlap".to_owned())),
        ..input(REPORTS)
    };
    let text = text(&to_html(overlap));
    assert!(
        text.contains("In SCO; unclear of CSTO, EAEU and CIS: 8 members: India, Kazakhstan, China"),
        "{text}"
    );
}

#[test]
fn the_same_data_stands_by_state_by_alliance_and_along_a_line_of_time() {
    let states = text(&viewed("states", REPORTS));
    assert!(
        states.contains("SCO: member since 2017; admitted at the Astana summit"),
        "{states}"
    );
    let alliances = text(&viewed("alliances", REPORTS));
    assert!(
        alliances.contains("observers: Afghanistan, Belarus, Iran and Mongolia"),
        "{alliances}"
    );
    snapshot!("alliances-timeline", viewed("timeline", MADE_UP));
}

#[test]
fn a_spell_without_a_beginning_is_a_point_on_the_line_of_time_and_an_uncertain_one_a_band() {
    let html = viewed("timeline", MADE_UP);
    let row = |name: &str| {
        let mut rows = html.split("<tr").filter(|row| row.contains(name));
        rows.next().expect("the row").to_owned()
    };
    assert!(row("Two: observer as of").contains("ew-ceiling"));
    assert!(row("One: member since about 2002").contains("ew-band"));
    assert!(row("One: member since 1 May 2004").contains("ew-solid"));
}

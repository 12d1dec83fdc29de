//! Other views of the same data: lists, timeline, comparison, overlap.

use crate::rendering::text;
use crate::support::{MADE_UP, REPORTS, after, cell, input, on, viewed};
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
    assert!(text.contains("Only Spain is a member of One."), "{text}");
    assert!(text.contains("Not known for one or both: Two ("), "{text}");
}

#[test]
fn the_grid_says_what_changed_since_the_previous_date() {
    let text = text(&to_html(on("2004-05-01", MADE_UP)));
    assert!(
        text.contains("Since the previous date: Italy (One): member since 1 May 2004."),
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
        text.contains("SCO and CSTO, unclear on EAEU and CIS (4): Kazakhstan, Kyrgyzstan, Russia"),
        "{text}"
    );
}

#[test]
fn the_same_data_is_shown_by_state_by_alliance_and_as_a_timeline() {
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
    assert!(row("One: member since around 2002").contains("ew-band"));
    assert!(row("One: member since 1 May 2004").contains("ew-solid"));
}

#[test]
fn a_grid_opens_on_the_latest_that_is_known_of_each_alliance_and_dates_each() {
    let html = to_html(input(REPORTS));
    assert_eq!(cell(input(REPORTS), "KZ", 0), "member as of 5 June 2019");
    assert_eq!(
        cell(input(REPORTS), "KZ", 1),
        "member as of 21 November 2022"
    );
    let text = text(&html);
    assert!(
        text.contains("SCO\n5 June 2019\nCSTO\n21 November 2022"),
        "{text}"
    );
    assert!(
        text.contains("CSTO (21 November 2022): at least 6 members."),
        "{text}"
    );
    // On one day for all the columns need no dates.
    let on_one_day = super::rendering::text(&to_html(on("2019-06-05", REPORTS)));
    assert!(on_one_day.contains("SCO\nCSTO\nEAEU"), "{on_one_day}");
}

#[test]
fn states_are_listed_with_what_holds_on_the_day_and_the_numbers_of_their_sources() {
    let state = AlliancesViewState::initial(&|name| match name {
        "view" => Some("states".to_owned()),
        "as-of" => Some("2022-11-21".to_owned()),
        _ => None,
    });
    let text = text(&to_html(RenderInput {
        state,
        ..input(REPORTS)
    }));
    assert!(
        text.contains("Kazakhstan\nCSTO: member as of 21 November 2022\n2\n"),
        "{text}"
    );
    assert!(!text.contains("SCO: member"), "{text}");
}

#[test]
fn a_timeline_marks_the_day_and_has_a_key_for_its_colours_and_strokes() {
    let state = |day: Option<&str>| {
        AlliancesViewState::initial(&|name| match name {
            "view" => Some("timeline".to_owned()),
            "as-of" => day.map(str::to_owned),
            _ => None,
        })
    };
    let html = |day| {
        to_html(RenderInput {
            state: state(day),
            ..input("www/data/alliances-since.json")
        })
    };
    assert!(!html(None).contains("ew-day"));
    let said = html(Some("2016-01-01"));
    assert!(said.contains("ew-day"));
    for meaning in [
        "dialogue partner",
        "not certain",
        "nothing known in between",
    ] {
        assert!(
            said.contains(&format!("</svg> {meaning}</span>")),
            "{meaning}"
        );
    }
}

#[test]
fn a_search_without_a_match_says_so_where_the_rows_were() {
    let html = to_html(after(
        &[AlliancesAction::Find("zzz".to_owned())],
        input(REPORTS),
    ));
    assert!(html.contains("Nothing matches “zzz”."));
    assert!(!html.contains("data-key"));
}

#[test]
fn a_state_compared_with_itself_gets_a_hint() {
    let html = to_html(after(
        &[
            AlliancesAction::Compare("ES".to_owned()),
            AlliancesAction::CompareTo("ES".to_owned()),
        ],
        input(MADE_UP),
    ));
    assert!(html.contains("Choose two different countries."));
    for name in ["First country", "Second country"] {
        assert!(
            html.contains(&format!("<select aria-label=\"{name}\"")),
            "{name}"
        );
    }
}

#[test]
fn tables_are_named_by_the_title_and_no_cell_is_empty() {
    for view in ["grid", "timeline", "overlap"] {
        let html = viewed(view, REPORTS);
        let table = html.split("<table").nth(1).expect("a table");
        assert!(
            table.contains("aria-label=\"Who belongs to the SCO"),
            "{view}"
        );
        let rows = table.split("</table").next().expect("its end");
        assert!(rows.contains("role=\"rowheader\""), "{view}");
        for cell in rows.split("<td").skip(1) {
            let cell = cell.split("</td").next().expect("a cell");
            let words = text(&format!("<td{cell}"));
            let named = cell.contains("role=\"img\" aria-label=\"");
            assert!(
                named || words.chars().any(char::is_alphanumeric),
                "{view}: {cell}"
            );
        }
    }
}

#[test]
fn a_number_of_memberships_that_is_not_stated_says_so() {
    let html = to_html(input(REPORTS));
    let row = html
        .split("<tr")
        .find(|row| row.contains("data-key=\"TR\""));
    let total = row
        .and_then(|row| row.split("class=\"ew-sum\"").nth(1))
        .expect("a total");
    assert!(total.contains("aria-label=\"not given\""), "{total}");
    // Where every number would be a least one there is no column of them.
    let on_its_day = to_html(on("2022-11-21", REPORTS));
    assert!(!on_its_day.contains("class=\"ew-sum\""));
}

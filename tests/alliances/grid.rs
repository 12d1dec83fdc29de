//! The grid: states, their order and names, marks in the cells.

use crate::rendering::{document, lines, text};
use crate::support::{MADE_UP, REPORTS, after, codes, input, read};
use election_widgets::layout::{AlliancesAction, StateOrder};
use election_widgets::locale::Locale;
use election_widgets::model::{Id, LanguageTag, MembershipKind};
use election_widgets::widget::{RenderInput, to_html};
use std::sync::Arc;

#[test]
fn the_grid_of_three_reports() {
    snapshot!("alliances", text(&to_html(input(REPORTS))));
    let russian = RenderInput {
        locale: Arc::new(Locale::for_language(
            &LanguageTag::new("ru").expect("a tag"),
        )),
        ..input(REPORTS)
    };
    snapshot!("alliances-ru", text(&to_html(russian)));
    snapshot!("alliances-made-up", lines(&to_html(input(MADE_UP))));
}

#[test]
fn a_reader_points_at_one_membership_and_its_cell_is_marked() {
    let point = AlliancesAction::Point("KZ".to_owned(), Id::new("SCO").expect("an id"));
    let html = to_html(after(std::slice::from_ref(&point), input(REPORTS)));
    let row = html
        .split("<tr")
        .find(|row| row.contains("data-key=\"KZ\""));
    assert_eq!(row.expect("the row").matches("data-chosen").count(), 1);
    assert_eq!(html.matches("data-chosen").count(), 1);
    let again = to_html(after(&[point.clone(), point], input(REPORTS)));
    assert!(!again.contains("data-chosen"));
}

#[test]
fn states_are_sorted_by_name_number_alliance_or_likeness() {
    let by = |order| codes(after(&[AlliancesAction::Order(order)], input(MADE_UP)));
    assert_eq!(by(StateOrder::Status), codes(input(MADE_UP)));
    assert_eq!(by(StateOrder::Status), ["DE", "IT", "ES", "FR"]);
    assert_eq!(by(StateOrder::Name), ["DE", "IT", "FR", "ES"]);
    assert_eq!(by(StateOrder::Document), ["ES", "FR", "DE", "IT"]);
    assert_eq!(
        by(StateOrder::Number).last().map(String::as_str),
        Some("FR")
    );
    let first = Id::new("one").expect("an id");
    assert_eq!(by(StateOrder::Alliance(first)), ["ES", "DE", "IT", "FR"]);
    assert_eq!(by(StateOrder::Likeness).len(), 4);
}

#[test]
fn a_hidden_kind_has_no_marks_and_its_states_come_last() {
    let hidden = after(
        &[AlliancesAction::Hide(MembershipKind::Observer.into(), true)],
        input(REPORTS),
    );
    let codes = codes(hidden);
    assert!(
        !codes.contains(&"MN".to_owned()) && codes.contains(&"KZ".to_owned()),
        "{codes:?}"
    );
}

#[test]
fn a_state_of_kosovos_code_is_fine_and_an_alliance_may_have_no_state_at_all() {
    let text = document(MADE_UP).replace("\"FR\"", "\"XK\"").replace(
        r#""member": [{ "state": "ES", "from": "2001", "to": "2005-12-31" }, { "state": "DE", "from": "2001" }],"#,
        "",
    );
    assert!(codes(read(&text)).contains(&"XK".to_owned()));
    let empty = r#"{ "title": "T", "asOf": "2020", "alliances": [{ "id": "a", "name": "A" }], "memberships": {}, "sources": [] }"#;
    assert!(to_html(read(empty)).contains("No information for 2020."));
}

#[test]
fn the_name_of_a_state_in_the_document_is_used_first() {
    let html = to_html(input(MADE_UP));
    assert!(html.contains("République") && !html.contains("France"));
}

#[test]
fn five_hundred_states_by_five_hundred_alliances_have_every_cell() {
    let letters: Vec<char> = ('A'..='Z').collect();
    let codes: Vec<String> = (0..500)
        .map(|place| format!("{}{}", letters[place / 26], letters[place % 26]))
        .collect();
    let states: Vec<String> = codes
        .iter()
        .map(|code| format!(r#"{{ "code": "{code}", "name": "State {code}" }}"#))
        .collect();
    let alliances: Vec<String> = (0..500)
        .map(|place| format!(r#"{{ "id": "a{place}", "name": "Alliance {place}" }}"#))
        .collect();
    let members: Vec<String> = (0..500)
        .map(|place| {
            format!(
                r#""a{place}": {{ "member": ["{}", "{}"] }}"#,
                codes[place],
                codes[499 - place]
            )
        })
        .collect();
    let text = format!(
        r#"{{ "title": "T", "asOf": "2020", "sources": [], "alliances": [{}], "states": [{}], "memberships": {{ {} }} }}"#,
        alliances.join(","),
        states.join(","),
        members.join(",")
    );
    let html = to_html(read(&text));
    assert_eq!(html.matches("<td").count(), 500 * 500 + 500);
    // Each of the members, and the key.
    assert_eq!(html.matches("data-kind=\"member\"").count(), 1001);
}

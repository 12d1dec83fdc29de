//! What the alliance grid promises, read off the HTML that the host renders.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod rendering;

use election_widgets::layout::{AlliancesAction, AlliancesViewState, StateOrder, alliances_export};
use election_widgets::locale::Locale;
use election_widgets::model::{Id, LanguageTag, MembershipKind};
use election_widgets::widget::AlliancesWidget;
use election_widgets::widget::{AreaInput, RenderInput, Widget, to_html};
use election_widgets::wire;
use rendering::{document, lines, text};
use std::sync::Arc;

const REPORTS: &str = "www/data/alliances.json";
const MADE_UP: &str = "tests/data/alliances.json";

fn read(text: &str) -> RenderInput<AlliancesWidget> {
    let (model, warnings) = wire::parse(text)
        .and_then(|document| AlliancesWidget::read(&document, AreaInput::Absent))
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(warnings.is_empty(), "{warnings:?}");
    RenderInput::with_model(model)
}

fn input(path: &str) -> RenderInput<AlliancesWidget> {
    read(&document(path))
}

fn on(day: &str, path: &str) -> RenderInput<AlliancesWidget> {
    RenderInput {
        state: AlliancesViewState::initial(&|name| (name == "as-of").then(|| day.to_owned())),
        ..input(path)
    }
}

fn after(
    actions: &[AlliancesAction],
    input: RenderInput<AlliancesWidget>,
) -> RenderInput<AlliancesWidget> {
    let mut state = input.state.clone();
    for action in actions {
        state.apply(action.clone());
    }
    RenderInput { state, ..input }
}

/// What the cell of a state and an alliance (by its column, from nought) says.
fn cell(input: RenderInput<AlliancesWidget>, code: &str, column: usize) -> String {
    let html = to_html(input);
    let row = html
        .split("<tr")
        .find(|row| row.contains(&format!("data-key=\"{code}\"")))
        .unwrap_or_else(|| panic!("no row of {code}"));
    let cell = row.split("<td").nth(column + 1).expect("the column");
    let labels = cell.split("aria-label=\"").skip(1);
    labels
        .filter_map(|label| label.split('"').next())
        .collect::<Vec<_>>()
        .join(" / ")
}

fn codes(input: RenderInput<AlliancesWidget>) -> Vec<String> {
    let html = to_html(input);
    let keys = html.split("data-key=\"").skip(1);
    keys.filter_map(|key| key.split('"').next())
        .map(str::to_owned)
        .collect()
}

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
fn what_is_known_of_one_day_is_not_stretched_to_another() {
    assert_eq!(cell(input(REPORTS), "KZ", 0), "member as of 5 June 2019");
    assert_eq!(cell(on("2019-06-06", REPORTS), "KZ", 0), "not stated");
    assert_eq!(
        cell(on("2022-11-21", REPORTS), "KZ", 1),
        "member as of 21 November 2022"
    );
}

#[test]
fn what_organisations_say_of_themselves_goes_back_to_their_beginnings_with_a_source_each() {
    const SINCE: &str = "www/data/alliances-since.json";
    assert_eq!(
        cell(on("2005-01-01", SINCE), "KZ", 0),
        "member since 15 June 2001"
    );
    assert_eq!(
        cell(on("2014-09-05", SINCE), "IN", 0),
        "observer as of 5 September 2014"
    );
    assert_eq!(
        cell(on("2019-06-05", SINCE), "BY", 0),
        "observer as of 5 June 2019"
    );
    // Between the pages nothing is stated.
    assert_eq!(cell(on("2016-01-01", SINCE), "KZ", 0), "not stated");
    assert_eq!(
        cell(on("2015-01-01", SINCE), "BY", 1),
        "member since 1 January 2015"
    );
    for tag in Locale::languages() {
        let tag = LanguageTag::new(tag).expect("a tag");
        let input = RenderInput {
            locale: Arc::new(Locale::for_language(&tag)),
            ..input(SINCE)
        };
        assert!(to_html(input).contains("eurasiancommission.org"));
    }
}

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
fn a_date_of_a_year_alone_is_perhaps_within_that_year() {
    assert_eq!(cell(on("2016-12-31", REPORTS), "IN", 0), "not a member");
    assert_eq!(
        cell(on("2017-06-01", REPORTS), "IN", 0),
        "perhaps member since 2017"
    );
    assert_eq!(
        cell(on("2018-01-01", REPORTS), "IN", 0),
        "member since 2017"
    );
}

#[test]
fn not_known_is_not_no() {
    // The SCO's list is complete, the CSTO's is not said to be.
    assert_eq!(cell(input(MADE_UP), "FR", 0), "not a member");
    assert_eq!(cell(input(MADE_UP), "FR", 1), "not stated");
}

#[test]
fn sources_that_disagree_are_both_shown() {
    assert_eq!(
        cell(input(MADE_UP), "DE", 1),
        "member since 2001 / observer since 2003"
    );
}

#[test]
fn totals_say_no_more_than_the_lists() {
    let html = to_html(on("2022-11-21", REPORTS));
    assert!(html.contains("members: at least 6"), "{html}");
    let html = to_html(input(REPORTS));
    assert!(html.contains("members: 8") && html.contains("dialogue partners: 6"));
    assert!(!html.contains("at least 0"));
    let text = text(&to_html(on("2017-06-01", REPORTS)));
    assert!(text.contains("SCO – members: perhaps 2."), "{text}");
}

#[test]
fn states_stand_by_name_by_number_by_alliance_or_like_beside_like() {
    let by = |order| codes(after(&[AlliancesAction::Order(order)], input(MADE_UP)));
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
fn a_kind_that_is_hidden_leaves_no_mark_and_its_states_step_back() {
    let hidden = after(
        &[AlliancesAction::Hide(MembershipKind::Observer, true)],
        input(REPORTS),
    );
    let codes = codes(hidden);
    assert!(
        !codes.contains(&"MN".to_owned()) && codes.contains(&"KZ".to_owned()),
        "{codes:?}"
    );
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
        text.contains("It is not stated of one of them, or not sure: Two."),
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
        text.contains("SCO: 8 states, India, Kazakhstan, China"),
        "{text}"
    );
}

fn viewed(view: &str, path: &str) -> String {
    let state = AlliancesViewState::initial(&|name| (name == "view").then(|| view.to_owned()));
    lines(&to_html(RenderInput {
        state,
        ..input(path)
    }))
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

#[test]
fn a_state_of_kosovos_code_is_fine_and_an_alliance_may_have_no_state_at_all() {
    let text = document(MADE_UP).replace("\"FR\"", "\"XK\"").replace(
        r#""member": [{ "state": "ES", "from": "2001", "to": "2005-12-31" }, { "state": "DE", "from": "2001" }],"#,
        "",
    );
    assert!(codes(read(&text)).contains(&"XK".to_owned()));
    let empty = r#"{ "title": "T", "asOf": "2020", "alliances": [{ "id": "a", "name": "A" }], "memberships": {}, "sources": [] }"#;
    assert!(to_html(read(empty)).contains("Nothing is said of 2020."));
}

#[test]
fn seven_of_eight_took_part_without_being_named() {
    let text = text(&to_html(input(REPORTS)));
    assert!(text.contains("7 of 8 (member) of SCO took part"), "{text}");
}

#[test]
fn the_documents_own_name_of_a_state_wins() {
    let html = to_html(input(MADE_UP));
    assert!(html.contains("République") && !html.contains("France"));
}

#[test]
fn what_is_taken_along_has_every_spell_with_its_source() {
    let input = input(MADE_UP);
    let model = input.model.expect("a model");
    let sheets = alliances_export(&model, &AlliancesViewState::default(), &Locale::english());
    let sheets = sheets.expect("sheets");
    assert_eq!(sheets.name, "alliances-2010-01-01");
    snapshot!("alliances-csv", sheets.data.csv().replace('\r', ""));
    snapshot!("alliances-table", sheets.shown.tabbed());
}

const BAD: &[(&str, &str)] = &[
    (r#""ES", "from": "1999-03""#, r#""ESP", "from": "1999-03""#),
    (r#""ES", "from": "1999-03""#, r#""ZZ", "from": "1999-03""#),
    (
        r#""ES", "from": "1999-03""#,
        r#""Spain", "from": "1999-03""#,
    ),
    (r#""from": "1999-03""#, r#""from": "1999-03", "to": "1998""#),
    (r#""from": "1999-03""#, r#""from": "2030""#),
    (r#""from": "1999-03""#, r#""since": "1999-03""#),
    (r#""member": ["#, r#""members": ["#),
    (r#""two": {"#, r#""tow": {"#),
    (r#""observer": ["IT", "#, r#""observer": ["IT", "IT", "#),
    (r#""unspecified": []"#, r#""unspecified": ["IT"]"#),
    (r#""source": "b" }]"#, r#""source": "c" }]"#),
    (r#"{ "code": "FR", "name": "République" }"#, r#""ES""#),
    (r#""count": 2"#, r#""count": 5"#),
];

#[test]
fn every_slip_is_answered_with_its_place_and_what_was_expected() {
    let good = document(MADE_UP);
    let mut table = String::new();
    for (old, new) in BAD {
        assert!(good.contains(old), "{old} is not in the good document");
        let spoilt = wire::parse(&good.replacen(old, new, 1)).expect("JSON");
        let said = match AlliancesWidget::read(&spoilt, AreaInput::Absent) {
            Ok((_, warnings)) => warnings
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("; "),
            Err(error) => error.to_string(),
        };
        assert!(!said.is_empty(), "{new}");
        table.push_str(&format!("{old} -> {new}\n    {said}\n"));
    }
    snapshot!("alliances-errors", table);
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
    assert_eq!(html.matches("<td").count(), 500 * 501 + 502);
    assert_eq!(html.matches("data-kind=\"member\"").count(), 1000);
}

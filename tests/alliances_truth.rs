//! What the alliance grid may say of its data, and no more: each test is a document that once was told falsely.
#![allow(clippy::expect_used, clippy::panic)]

mod rendering;

use election_widgets::layout::{AlliancesAction, AlliancesViewState, alliances_export};
use election_widgets::locale::Locale;
use election_widgets::model::{Alliances, LanguageTag};
use election_widgets::widget::{AlliancesWidget, AreaInput, RenderInput, Widget, to_html};
use election_widgets::wire;
use rendering::text;
use std::sync::Arc;

/// A document on 1 January 2020 of these alliances, states and memberships.
fn document(alliances: &str, states: &str, memberships: &str) -> String {
    format!(
        r#"{{ "title": "T", "asOf": "2020-01-01", "alliances": [{alliances}], "states": [{states}], "memberships": {{ {memberships} }},
        "sources": [{{ "id": "a", "title": "A", "publisher": "A", "date": "2020" }}, {{ "id": "b", "title": "B", "publisher": "B", "date": "2020" }}] }}"#
    )
}

/// A document of one alliance, "one", called "One".
fn of_one(fields: &str, memberships: &str) -> String {
    document(
        &format!(r#"{{ "id": "one", "name": "One" {fields} }}"#),
        "",
        &format!(r#""one": {{ {memberships} }}"#),
    )
}

fn read(text: &str) -> (Alliances, Vec<String>) {
    let (model, warnings) = wire::parse(text)
        .and_then(|document| AlliancesWidget::read(&document, AreaInput::Absent))
        .unwrap_or_else(|error| panic!("{error}\n{text}"));
    (model, warnings.iter().map(ToString::to_string).collect())
}

fn html(document: &str, attributes: &[(&str, &str)], actions: &[AlliancesAction]) -> String {
    let mut state = AlliancesViewState::initial(&|name| {
        let mut given = attributes.iter().filter(|(known, _)| *known == name);
        given.next().map(|(_, value)| (*value).to_owned())
    });
    for action in actions {
        state.apply(action.clone());
    }
    to_html(RenderInput {
        state,
        ..RenderInput::<AlliancesWidget>::with_model(read(document).0)
    })
}

fn on(day: &str, document: &str) -> String {
    text(&html(document, &[("as-of", day)], &[]))
}

fn viewed(view: &str, day: &str, document: &str) -> String {
    html(document, &[("as-of", day), ("view", view)], &[])
}

/// What the first cell of a state's row says on a day.
fn cell(document: &str, day: &str, code: &str) -> String {
    let html = html(document, &[("as-of", day)], &[]);
    let key = format!("data-key=\"{code}\"");
    let row = html.split("<tr").find(|row| row.contains(&key));
    let cell = row.expect("the row").split("<td").nth(1).expect("a cell");
    let labels = cell.split("aria-label=\"").skip(1);
    let labels: Vec<&str> = labels.filter_map(|label| label.split('"').next()).collect();
    labels.join(" / ")
}

/// What stands in the last cell of a state's row.
fn total(document: &str, code: &str) -> String {
    let html = html(document, &[], &[]);
    let key = format!("data-key=\"{code}\"");
    let row = html.split("<tr").find(|row| row.contains(&key));
    text(&format!("<{}", row.expect("the row")))
        .lines()
        .last()
        .expect("a line")
        .to_owned()
}

fn compared(document: &str, one: &str, other: &str) -> String {
    let actions = [
        AlliancesAction::Compare(one.to_owned()),
        AlliancesAction::CompareTo(other.to_owned()),
    ];
    text(&html(document, &[], &actions))
}

fn assert_says(text: &str, sentence: &str) {
    assert!(text.contains(sentence), "{sentence}\nis not in\n{text}");
}

fn assert_silent(text: &str, sentence: &str) {
    assert!(!text.contains(sentence), "{sentence}\nis in\n{text}");
}

#[test]
fn a_suspended_state_is_compared_as_a_member() {
    let league = of_one("", r#""member": ["IQ"], "suspended": ["SY"]"#);
    let said = compared(&league, "IQ", "SY");
    assert_says(
        &said,
        "Iraq and Syria are both members of One (Syria: suspended).",
    );
    assert_silent(&said, "is not");
}

#[test]
fn a_kind_that_is_not_stated_and_sources_that_differ_are_unclear_and_never_no() {
    let unspecified = of_one("", r#""member": ["KZ"], "unspecified": ["UA"]"#);
    let said = compared(&unspecified, "KZ", "UA");
    assert_says(
        &said,
        "Unclear of one of them or both: One (Ukraine: belongs, kind not stated).",
    );
    assert_silent(&said, "is not");
    let disputed = of_one(
        "",
        r#""member": ["IR", { "state": "SA", "source": "a" }], "observer": [{ "state": "SA", "source": "b" }]"#,
    );
    let said = compared(&disputed, "IR", "SA");
    assert_says(
        &said,
        "Unclear of one of them or both: One (Saudi Arabia: member / observer).",
    );
    assert_silent(&said, "is not");
}

#[test]
fn an_observer_is_no_member_and_is_said_to_observe() {
    let document = of_one("", r#""member": ["KG"], "observer": ["AF"]"#);
    assert_says(
        &compared(&document, "KG", "AF"),
        "Kyrgyzstan is a member and Afghanistan is not: One.\nAfghanistan, One: observer.",
    );
}

#[test]
fn two_who_may_be_members_by_unsure_dates_are_unclear() {
    let document = of_one(
        "",
        r#""member": [{ "state": "KG", "from": "2019", "to": "2020" }, "KZ"]"#,
    );
    let html = html(
        &document,
        &[("as-of", "2020-01-01")],
        &[
            AlliancesAction::Compare("KZ".into()),
            AlliancesAction::CompareTo("KG".into()),
        ],
    );
    assert_says(
        &text(&html),
        "Kazakhstan and Kyrgyzstan are both members of One.",
    );
    let later = document.replace("\"2020-01-01\"", "\"2020-06-01\"");
    assert_says(
        &compared(&later, "KZ", "KG"),
        "Unclear of one of them or both: One (Kyrgyzstan: perhaps member).",
    );
}

#[test]
fn a_suspended_state_counts_as_a_member_in_every_total() {
    let document = document(
        r#"{ "id": "one", "name": "One", "complete": ["member"] }, { "id": "two", "name": "Two", "complete": ["member"] }"#,
        "",
        r#""one": { "member": ["IQ"], "suspended": ["SY"] }, "two": { "member": ["IQ", "EG"], "suspended": [] }"#,
    );
    assert_eq!(total(&document, "SY"), "1, suspended");
    assert_eq!(total(&document, "IQ"), "2");
    assert_says(
        &on("2020-01-01", &document),
        "One – members: 2, of them suspended: 1.",
    );
    let by_alliance = text(&viewed("alliances", "2020-01-01", &document));
    assert_says(&by_alliance, "members: Iraq and Syria (suspended)");
    let both = document.replace(r#"["IQ", "EG"]"#, r#"["SY"]"#);
    assert_eq!(total(&both, "SY"), "2, 1 of them suspended");
}

#[test]
fn states_in_one_alliance_alone_are_said_to_be_in_it_only() {
    let document = document(
        r#"{ "id": "osce", "name": "OSCE", "complete": ["member"] }, { "id": "nato", "name": "NATO", "complete": ["member"] }"#,
        "",
        r#""osce": { "member": ["MN", "TM", "FR", "DE"] }, "nato": { "member": ["FR", "DE"] }"#,
    );
    let said = text(&viewed("overlap", "2020-01-01", &document));
    assert_says(&said, "Only in OSCE: 2 members: Mongolia and Turkmenistan");
    assert_says(
        &said,
        "Only in OSCE and NATO: 2 members: France and Germany",
    );
    assert_silent(&said, "states");
}

#[test]
fn states_of_which_something_is_unclear_stand_apart_in_the_overlap() {
    let document = document(
        r#"{ "id": "osce", "name": "OSCE", "complete": ["member"] }, { "id": "nato", "name": "NATO" }"#,
        "",
        r#""osce": { "member": ["MN", "FR", "UA"] }, "nato": { "member": ["FR"], "unspecified": ["UA"] }"#,
    );
    let said = text(&viewed("overlap", "2020-01-01", &document));
    assert_says(
        &said,
        "In OSCE; unclear of NATO: 2 members: Mongolia and Ukraine",
    );
    assert_silent(&said, "Only in OSCE:");
}

#[test]
fn members_that_are_no_states_are_members_and_names_with_commas_stay_apart() {
    let document = document(
        r#"{ "id": "wto", "name": "WTO", "complete": ["member"] }"#,
        r#"{ "code": "HK", "name": "Hong Kong, China", "kind": "territory" }, { "code": "TW", "name": "Chinese Taipei" }, { "code": "MO", "name": "Macao, China" }"#,
        r#""wto": { "member": ["HK", "TW", "MO"] }"#,
    );
    let said = text(&viewed("overlap", "2020-01-01", &document));
    assert_says(
        &said,
        "Only in WTO: 3 members: Hong Kong, China; Chinese Taipei; Macao, China",
    );
    let grid = on("2020-01-01", &document);
    assert_says(&grid, "\nMember\n");
    assert_silent(&grid, "\nState\n");
}

#[test]
fn the_end_of_a_spell_is_clipped_by_its_beginning_and_the_other_way_round() {
    let document = of_one(
        "",
        r#""observer": [{ "state": "AF", "from": "2013-04-08", "to": { "before": "2021-08-15" } }]"#,
    )
    .replace("\"asOf\": \"2020-01-01\"", "\"asOf\": \"2022-01-01\"");
    assert_eq!(cell(&document, "2013-04-07", "AF"), "not stated");
    assert!(
        cell(&document, "2013-04-08", "AF").starts_with("observer"),
        "sure on its first day"
    );
    assert!(cell(&document, "2016-01-01", "AF").starts_with("perhaps observer"));
    assert!(cell(&document, "2021-08-14", "AF").starts_with("perhaps observer"));
    assert_eq!(cell(&document, "2021-08-15", "AF"), "not stated");
    let backwards = of_one(
        "",
        r#""member": [{ "state": "AF", "from": { "about": "2005" }, "to": "2005-03-01" }]"#,
    );
    assert!(
        cell(&backwards, "2005-03-01", "AF").starts_with("member"),
        "sure on its last day"
    );
    // The line of time begins with what is known, not with the axis.
    let line = viewed("timeline", "2022-01-01", &document);
    let bar = line.split("ew-bar").nth(1).expect("a bar");
    assert_silent(bar, "x1=\"0%\"");
}

#[test]
fn a_state_that_is_listed_on_a_day_belongs_on_it_however_vague_its_beginning() {
    let document = of_one(
        "",
        r#""member": [{ "state": "KZ", "from": "2020" }, { "state": "KG", "from": { "about": "2020" } }]"#,
    );
    assert_eq!(cell(&document, "2020-01-01", "KZ"), "member since 2020");
    assert_eq!(
        cell(&document, "2020-01-01", "KG"),
        "member since about 2020"
    );
}

#[test]
fn a_spell_that_ended_before_its_source_spoke_is_known_on_its_last_day_and_not_later() {
    let document = of_one("", r#""member": [{ "state": "KZ", "to": "2009-08-18" }]"#);
    assert_eq!(cell(&document, "2009-08-17", "KZ"), "not stated");
    assert_eq!(
        cell(&document, "2009-08-18", "KZ"),
        "member until 18 August 2009"
    );
    assert_eq!(cell(&document, "2020-01-01", "KZ"), "not stated");
}

#[test]
fn a_state_that_leaves_does_so_at_the_stop_of_the_day_after() {
    let document = of_one(
        r#", "complete": ["member"]"#,
        r#""member": [{ "state": "IS", "from": "2009-07-16", "to": "2015-03-11" }, { "state": "KZ", "from": "2000-01-01" }]"#,
    )
    .replace("2020-01-01", "2020-01-31");
    assert_says(
        &on("2015-03-12", &document),
        "Since the stop before: Iceland, One: not a member.",
    );
    assert_silent(&on("2020-01-31", &document), "Iceland, One");
    assert!(cell(&document, "2015-03-11", "IS").starts_with("member"));
    assert_eq!(cell(&document, "2015-03-12", "IS"), "not a member");
}

#[test]
fn the_summary_agrees_with_a_grid_in_which_nobody_is_a_member() {
    let document = of_one(
        r#", "complete": ["member"]"#,
        r#""member": [{ "state": "FR", "from": "1958-01-01" }, { "state": "DE", "from": "1958-01-01" }]"#,
    );
    let said = on("1950-01-01", &document);
    assert_eq!(cell(&document, "1950-01-01", "FR"), "not a member");
    assert_says(&said, "One – 2 of 2 named here are not members.");
    assert_silent(&said, "Nothing is said");
    let founded = document.replace("\"complete\"", "\"founded\": \"1958-01-01\", \"complete\"");
    assert_says(&on("1950-01-01", &founded), "One – not founded yet.");
    assert_eq!(cell(&founded, "1950-01-01", "FR"), "not founded yet");
}

#[test]
fn the_line_of_time_has_a_row_a_state_in_the_order_of_time_and_the_day_as_a_line() {
    let document = of_one(
        "",
        r#""member": [{ "state": "CN", "asOf": "2019-06-05" }, { "state": "CN", "from": "2001-06-15", "asOf": "2014-09-05" }], "withdrawn": [{ "state": "GE", "from": "2009" }]"#,
    );
    let html = viewed("timeline", "2010-01-01", &document);
    let said = text(&html);
    assert_says(
        &said,
        "One: member since 15 June 2001; member as of 5 June 2019",
    );
    assert_eq!(html.matches("rowspan=\"1\"").count(), 2);
    // Between two claims of one kind nothing says that it left.
    let rows: Vec<&str> = html.split("<tr").collect();
    let row = |name: &str| *rows.iter().find(|row| row.contains(name)).expect("a row");
    assert_says(row("One: member"), "ew-joined");
    assert_silent(row("One: withdrawn"), "ew-joined");
    assert_says(row("One: withdrawn"), "data-spell=\"withdrawn\"");
    for row in [row("One: member"), row("One: withdrawn")] {
        assert_eq!(row.matches("ew-day").count(), 1);
    }
    assert!(
        html != viewed("timeline", "2015-01-01", &document),
        "the day moves the line"
    );
    assert_says(&said, "2005");
}

#[test]
fn a_state_that_left_and_came_back_is_not_joined() {
    let document = of_one(
        "",
        r#""member": [{ "state": "CN", "from": "2001", "to": "2005" }, { "state": "CN", "from": "2010" }]"#,
    );
    assert_silent(&viewed("timeline", "2020-01-01", &document), "ew-joined");
}

#[test]
fn a_spell_may_begin_on_the_day_on_which_another_ends() {
    let document = of_one(
        "",
        r#""observer": [{ "state": "IN", "from": "2005-07-05", "to": "2017-06-09" }], "member": [{ "state": "IN", "from": "2017-06-09" }]"#,
    );
    assert!(cell(&document, "2017-06-08", "IN").starts_with("observer from"));
    assert_eq!(
        cell(&document, "2017-06-09", "IN"),
        "member since 9 June 2017"
    );
    let export = alliances_export(
        &read(&document).0,
        &AlliancesViewState {
            as_of: "2017-06-09".parse().ok(),
            ..AlliancesViewState::default()
        },
        &Locale::english(),
    );
    let csv = export.expect("a table").data.csv();
    assert_eq!(
        (
            csv.matches(",yes,").count(),
            csv.matches(",no-more,").count()
        ),
        (1, 1),
        "{csv}"
    );
}

#[test]
fn a_member_may_be_suspended_for_a_time() {
    let document = of_one(
        "",
        r#""member": [{ "state": "SY", "from": "1945" }], "suspended": [{ "state": "SY", "from": "2011-11-16", "to": "2023-05-07" }]"#,
    )
    .replace("\"asOf\": \"2020-01-01\"", "\"asOf\": \"2024-01-01\"");
    assert_eq!(cell(&document, "2010-01-01", "SY"), "member since 1945");
    assert!(cell(&document, "2015-01-01", "SY").starts_with("suspended from"));
    assert_eq!(cell(&document, "2024-01-01", "SY"), "member since 1945");
}

#[test]
fn codes_and_usual_short_names_find_their_state() {
    let members: Vec<String> = [
        "GB", "UA", "US", "AE", "FR", "DE", "IT", "ES", "PT", "KZ", "KG", "UZ", "TJ",
    ]
    .iter()
    .map(|code| format!("\"{code}\""))
    .collect();
    let document = of_one("", &format!(r#""member": [{}]"#, members.join(",")));
    let found = |wanted: &str| {
        let html = html(&document, &[], &[AlliancesAction::Find(wanted.to_owned())]);
        let keys = html.split("data-key=\"").skip(1);
        keys.filter_map(|key| key.split('"').next())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(found("UK"), ["UA", "GB"]);
    assert_eq!(found("gb"), ["GB"]);
    assert_eq!(found("U.K."), ["GB"]);
    assert_eq!(found("usa"), ["US"]);
    assert_eq!(found("UAE"), ["AE"]);
    assert_eq!(found("KZ"), ["KZ"]);
}

#[test]
fn who_took_part_has_no_kind_that_nobody_named_and_every_claim_of_its_number() {
    let document = of_one("", r#""member": ["KZ"]"#).replace(
        "\"sources\"",
        r#""participation": [{ "alliance": "one", "event": "Meeting", "count": { "claims": [{ "value": 7, "source": "a" }, { "atLeast": 9, "source": "b" }] }, "source": "a" }], "sources""#,
    );
    let said = on("2020-01-01", &document);
    assert_says(&said, "7 / at least 9 of One took part: Meeting");
    assert_silent(&said, "(member)");
}

#[test]
fn a_list_that_is_complete_over_a_time_counts_exactly_on_each_of_its_days() {
    let document = of_one(
        r#", "complete": [{ "from": "1958-01-01" }]"#,
        r#""member": [{ "state": "FR", "from": "1958-01-01" }, { "state": "DE", "from": "1958-01-01" }, { "state": "GB", "from": "1973-01-01", "to": "2019-12-31" }]"#,
    );
    for (day, members) in [
        ("1958-01-01", "2"),
        ("1973-01-01", "3"),
        ("2019-12-31", "3"),
        ("2020-01-01", "2"),
    ] {
        assert_says(&on(day, &document), &format!("One – members: {members}."));
    }
    assert_silent(&on("1957-12-31", &document), "members: ");
    assert_says(
        &on("2021-01-01", &document),
        "One – 1 of 3 named here is not a member.",
    );
}

#[test]
fn a_slider_through_the_history_of_the_european_union_counts_its_members_exactly() {
    const JOINED: &[(&str, &str)] = &[
        ("1958-01-01", "BE DE FR IT LU NL"),
        ("1973-01-01", "DK IE GB"),
        ("1981-01-01", "GR"),
        ("1986-01-01", "ES PT"),
        ("1995-01-01", "AT FI SE"),
        ("2004-05-01", "CY CZ EE HU LT LV MT PL SI SK"),
        ("2007-01-01", "BG RO"),
        ("2013-07-01", "HR"),
    ];
    let members = JOINED.iter().flat_map(|(day, codes)| {
        codes.split(' ').map(move |code| {
            let to = if code == "GB" {
                r#", "to": "2020-01-31""#
            } else {
                ""
            };
            format!(r#"{{ "state": "{code}", "from": "{day}"{to} }}"#)
        })
    });
    let members: Vec<String> = members.collect();
    let document = of_one(
        r#", "founded": "1958-01-01", "complete": [{ "from": "1958-01-01" }]"#,
        &format!(r#""member": [{}]"#, members.join(",")),
    )
    .replace("\"asOf\": \"2020-01-01\"", "\"asOf\": \"2024-06-09\"");
    for (day, count) in [
        ("1958-01-01", 6),
        ("1973-01-01", 9),
        ("1981-01-01", 10),
        ("1986-01-01", 12),
        ("1995-01-01", 15),
        ("2004-05-01", 25),
        ("2007-01-01", 27),
        ("2013-07-01", 28),
        ("2020-01-31", 28),
        ("2020-02-01", 27),
        ("2024-06-09", 27),
    ] {
        assert_says(&on(day, &document), &format!("One – members: {count}."));
    }
    let (model, _) = read(&document);
    let layout = election_widgets::layout::alliances(
        &model,
        &AlliancesViewState::default(),
        &Locale::english(),
    );
    let stops = layout.expect("a layout").time.stops;
    let stops: Vec<String> = stops.iter().map(ToString::to_string).collect();
    let mut days: Vec<&str> = JOINED.iter().map(|(day, _)| *day).collect();
    days.extend(["2020-02-01", "2024-06-09"]);
    assert_eq!(stops, days);
}

#[test]
fn an_alliance_that_ended_has_no_members_after_its_last_day() {
    let pact = of_one(
        r#", "founded": "1955-05-14", "dissolved": "1991-07-01", "complete": [{ "from": "1955-05-14", "to": "1991-07-01" }]"#,
        r#""member": [{ "state": "PL", "from": "1955-05-14" }, { "state": "AL", "from": "1955-05-14", "to": "1968-09-13" }]"#,
    );
    assert_says(&on("1955-05-14", &pact), "One – members: 2.");
    assert_says(&on("1991-07-01", &pact), "One – members: 1.");
    assert_says(&on("1991-07-02", &pact), "One – dissolved.");
    assert_eq!(cell(&pact, "1991-07-02", "PL"), "dissolved");
    assert_eq!(cell(&pact, "1970-01-01", "AL"), "not a member");
    assert_says(
        &text(&viewed("states", "1991-07-02", &pact)),
        "One: member from 14 May 1955 to 1 July 1991",
    );
    assert_says(
        &on("1991-07-02", &pact),
        "founded 14 May 1955, dissolved 1 July 1991",
    );
    assert_says(
        &on("1991-07-02", &pact),
        "Since the stop before: Poland, One: dissolved.",
    );
}

#[test]
fn kinds_of_the_documents_own_are_named_counted_and_compared_by_what_they_mean() {
    let document = of_one(
        r#", "complete": ["member", "partner"]"#,
        r#""member": ["RU"], "partial": ["IR"], "partner": ["KZ", "UZ"], "frozen": ["VE"], "expelled": [{ "state": "SO", "from": "2019-05-01" }]"#,
    )
    .replace(
        "\"alliances\"",
        r#""kinds": {
            "partial": { "name": "partial member", "several": "partial members", "letter": "PM", "means": "member" },
            "partner": { "name": { "en": "partner country", "ru": "страна-партнёр" }, "several": "partner countries", "means": "associate" },
            "frozen": { "name": "membership frozen by itself", "means": "suspended" },
            "expelled": { "name": "expelled", "means": "withdrawn" }
        }, "alliances""#,
    );
    let said = on("2020-01-01", &document);
    assert_says(
        &said,
        "One – members: 3, of them partial members: 1, of them membership frozen by itself: 1, partner countries: 2, expelled: at least 1.",
    );
    assert_eq!(
        cell(&document, "2020-01-01", "KZ"),
        "partner country as of 1 January 2020"
    );
    assert_says(&said, "PM partial member");
    assert_says(
        &compared(&document, "RU", "KZ"),
        "Russia is a member and Kazakhstan is not: One.\nKazakhstan, One: partner country.",
    );
    assert_says(
        &compared(&document, "RU", "IR"),
        "Russia and Iran are both members of One (Iran: partial member).",
    );
    assert_says(
        &compared(&document, "RU", "VE"),
        "are both members of One (Venezuela: membership frozen by itself).",
    );
    assert_says(
        &compared(&document, "RU", "SO"),
        "Russia is a member and Somalia is not: One.\nSomalia, One: expelled.",
    );
    let russian = RenderInput {
        locale: Arc::new(Locale::for_language(
            &LanguageTag::new("ru").expect("a tag"),
        )),
        ..RenderInput::<AlliancesWidget>::with_model(read(&document).0)
    };
    assert_says(&to_html(russian), "страна-партнёр: на 1 января 2020");
}

#[test]
fn a_new_spell_of_another_kind_may_follow_an_end() {
    let document = of_one(
        "",
        r#""member": [{ "state": "GB", "from": "1973-01-01", "to": "2020-01-31" }], "withdrawn": [{ "state": "GB", "from": "2020-02-01" }]"#,
    )
    .replace("\"asOf\": \"2020-01-01\"", "\"asOf\": \"2020-03-01\"");
    assert!(cell(&document, "2020-01-31", "GB").starts_with("member"));
    assert_eq!(
        cell(&document, "2020-02-01", "GB"),
        "withdrawn since 1 February 2020"
    );
}

#[test]
fn a_union_and_a_pact_year_by_year() {
    let document = rendering::document("tests/data/alliances-over-time.json");
    assert_eq!(read(&document).1, Vec::<String>::new());
    for (day, members) in [
        ("1958-01-01", "1"),
        ("1973-01-01", "2"),
        ("2004-05-01", "4"),
        ("2020-01-30", "4"),
        ("2020-01-31", "3"),
        ("2021-01-01", "3"),
    ] {
        assert_says(&on(day, &document), &format!("Union – members: {members}"));
    }
    let shown = |name: &str, html: &str| {
        insta::with_settings!({
            snapshot_path => "snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true
        }, {
            insta::assert_snapshot!(name, rendering::lines(html));
        });
    };
    shown("alliances-over-time", &html(&document, &[], &[]));
    shown(
        "alliances-over-time-line",
        &viewed("timeline", "1991-07-02", &document),
    );
}

/// Each spoilt document and what is said of it, in one snapshot.
#[test]
fn contradictions_between_new_fields_are_refused_or_warned_of() {
    let good = rendering::document("tests/data/alliances-over-time.json");
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
    insta::with_settings!({
        snapshot_path => "snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true
    }, {
        insta::assert_snapshot!("alliances-new-errors", table);
    });
}

const BAD: &[(&str, &str)] = &[
    (r#""means": "member""#, r#""means": "former""#),
    (r#""means": "member""#, r#""mean": "member""#),
    (r#""partner": {"#, r#""observer": {"#),
    (r#""partner": {"#, r#""part ner": {"#),
    (r#""letter": { "en": "PM""#, r#""letter": { "en": "PMX""#),
    (r#""kind": "partner""#, r#""kind": "partners""#),
    (r#""partial": [{"#, r#""partials": [{"#),
    (
        r#""complete": [{ "from": "1958-01-01" }"#,
        r#""complete": [{ "to": "1958-01-01" }"#,
    ),
    (
        r#""complete": [{ "from": "1958-01-01" }"#,
        r#""complete": [{ "from": "1958-01-01", "to": "2022" }"#,
    ),
    (
        r#""complete": [{ "from": "1958-01-01" }"#,
        r#""complete": [{ "from": "1958-01-01", "to": "1950" }"#,
    ),
    (
        r#""complete": [{ "from": "1958-01-01" }"#,
        r#""complete": ["members""#,
    ),
    (r#""dissolved": "1991-07-01""#, r#""dissolved": "1949""#),
    (r#""dissolved": "1991-07-01""#, r#""dissolved": 1991"#),
    (r#""to": "1968-09-13""#, r#""to": "1992-01-01""#),
    (
        r#"{ "state": "PL", "from": "1955-05-14" }"#,
        r#"{ "state": "PL", "from": "1992" }"#,
    ),
    (
        r#"{ "state": "PL", "from": "1955-05-14" }"#,
        r#"{ "state": "PL", "from": "1950" }"#,
    ),
    (r#"{ "state": "FR", "from": "1958-01-01" }"#, r#""FR""#),
    (r#""kind": "territory""#, r#""kind": "island""#),
    (
        r#"{ "state": "GB", "from": "2020-01-31" }"#,
        r#"{ "state": "GB", "from": "2020-01-30" }"#,
    ),
];

//! Days: ends of spells, stops, the line of time, lists that are complete over a time.

use super::*;

#[test]
fn the_end_of_a_spell_is_clipped_by_its_beginning_and_the_other_way_round() {
    let document = of_one(
        "",
        r#""observer": [{ "state": "AF", "from": "2013-04-08", "to": { "before": "2021-08-15" } }]"#,
    )
    .replace("\"asOf\": \"2020-01-01\"", "\"asOf\": \"2022-01-01\"");
    assert_eq!(cell(&document, "2013-04-07", "AF"), "not given");
    assert!(
        cell(&document, "2013-04-08", "AF").starts_with("observer"),
        "sure on its first day"
    );
    assert!(cell(&document, "2016-01-01", "AF").starts_with("possibly observer"));
    assert!(cell(&document, "2021-08-14", "AF").starts_with("possibly observer"));
    assert_eq!(cell(&document, "2021-08-15", "AF"), "not given");
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
        "member since around 2020"
    );
}

#[test]
fn a_spell_that_ended_before_its_source_spoke_is_known_on_its_last_day_and_not_later() {
    let document = of_one("", r#""member": [{ "state": "KZ", "to": "2009-08-18" }]"#);
    assert_eq!(cell(&document, "2009-08-17", "KZ"), "not given");
    assert_eq!(
        cell(&document, "2009-08-18", "KZ"),
        "member until 18 August 2009"
    );
    assert_eq!(cell(&document, "2020-01-01", "KZ"), "not given");
}

#[test]
fn a_state_that_leaves_is_gone_on_the_next_day_of_the_slider() {
    let document = of_one(
        r#", "complete": ["member"]"#,
        r#""member": [{ "state": "IS", "from": "2009-07-16", "to": "2015-03-11" }, { "state": "KZ", "from": "2000-01-01" }]"#,
    )
    .replace("2020-01-01", "2020-01-31");
    assert_says(
        &on("2015-03-12", &document),
        "Since the previous date: Iceland (One): not a member.",
    );
    assert_silent(&on("2020-01-31", &document), "Iceland (One)");
    assert!(cell(&document, "2015-03-11", "IS").starts_with("member"));
    assert_eq!(cell(&document, "2015-03-12", "IS"), "not a member");
}

/// Seventeen countries whose status a summit left open were told one by one, each with the date.
#[test]
fn states_that_changed_alike_are_named_together() {
    let document = of_one(
        r#", "complete": ["member"]"#,
        r#""member": [{ "state": "IS", "from": "2004-05-01" }, { "state": "KZ", "from": "2004-05-01" }, { "state": "IT", "from": "2001-01-01" }]"#,
    );
    assert_says(
        &on("2004-05-01", &document),
        "Since the previous date: Iceland and Kazakhstan (One): member since 1 May 2004.",
    );
}

#[test]
fn the_summary_agrees_with_a_grid_in_which_nobody_is_a_member() {
    let document = of_one(
        r#", "complete": ["member"]"#,
        r#""member": [{ "state": "FR", "from": "1958-01-01" }, { "state": "DE", "from": "1958-01-01" }]"#,
    );
    let said = on("1950-01-01", &document);
    assert_eq!(cell(&document, "1950-01-01", "FR"), "not a member");
    assert_says(&said, "One: 2 of the 2 listed here are not members.");
    assert_silent(&said, "Nothing is said");
    let founded = document.replace("\"complete\"", "\"founded\": \"1958-01-01\", \"complete\"");
    assert_says(&on("1950-01-01", &founded), "One: not founded yet.");
    assert_eq!(cell(&founded, "1950-01-01", "FR"), "not founded yet");
}

#[test]
fn the_timeline_has_one_row_per_state_and_a_line_for_the_day() {
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
fn two_spells_of_a_state_with_a_gap_are_two_bars() {
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
        assert_says(&on(day, &document), &format!("One: {members} members."));
    }
    assert_silent(&on("1957-12-31", &document), "0 members");
    assert_says(
        &on("2021-01-01", &document),
        "One: 1 of the 3 listed here is not a member.",
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
        assert_says(&on(day, &document), &format!("One: {count} members."));
    }
    let (model, _) = read(&document);
    let layout = election_widgets::layout::alliances(
        &model,
        &AlliancesViewState::default(),
        &Locale::english(),
    );
    let stops = layout.expect("a layout").time.stops;
    let stops: Vec<String> = stops.iter().flatten().map(ToString::to_string).collect();
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
    assert_says(&on("1955-05-14", &pact), "One: 2 members.");
    assert_says(&on("1991-07-01", &pact), "One: 1 member.");
    assert_says(&on("1991-07-02", &pact), "One: dissolved.");
    assert_eq!(cell(&pact, "1991-07-02", "PL"), "dissolved");
    assert_eq!(cell(&pact, "1970-01-01", "AL"), "not a member");
    assert_says(
        &text(&viewed("timeline", "1991-07-02", &pact)),
        "One: member from 14 May 1955 to 1 July 1991",
    );
    assert_says(
        &on("1991-07-02", &pact),
        "founded 14 May 1955, dissolved 1 July 1991",
    );
    assert_says(
        &on("1991-07-02", &pact),
        "Since the previous date: One (dissolved).",
    );
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

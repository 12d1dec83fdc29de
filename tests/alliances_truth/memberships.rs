//! Comparisons, totals, the overlap, the search.

use super::*;

#[test]
fn a_suspended_state_is_compared_as_a_member() {
    let league = of_one("", r#""member": ["IQ"], "suspended": ["SY"]"#);
    let said = compared(&league, "IQ", "SY");
    assert_says(
        &said,
        "Iraq and Syria are both members of One (Syria: suspended).",
    );
    assert_silent(&said, "Only");
}

#[test]
fn a_kind_that_is_not_stated_and_sources_that_differ_are_unclear_and_never_no() {
    let unspecified = of_one("", r#""member": ["KZ"], "unspecified": ["UA"]"#);
    let said = compared(&unspecified, "KZ", "UA");
    assert_says(
        &said,
        "Not known for one or both: One (Ukraine: status not given).",
    );
    assert_silent(&said, "Only");
    let disputed = of_one(
        "",
        r#""member": ["IR", { "state": "SA", "source": "a" }], "observer": [{ "state": "SA", "source": "b" }]"#,
    );
    let said = compared(&disputed, "IR", "SA");
    assert_says(
        &said,
        "Not known for one or both: One (Saudi Arabia: member / observer).",
    );
    assert_silent(&said, "Only");
}

#[test]
fn an_observer_is_no_member_and_is_said_to_observe() {
    let document = of_one("", r#""member": ["KG"], "observer": ["AF"]"#);
    assert_says(
        &compared(&document, "KG", "AF"),
        "Only Kyrgyzstan is a member of One.\nAfghanistan in One: observer.",
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
        "Not known for one or both: One (Kyrgyzstan: possibly member).",
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
        "One: 2 members, including 1 suspended.",
    );
    let by_alliance = text(&viewed("alliances", "2020-01-01", &document));
    assert_says(&by_alliance, "members: Iraq and Syria (suspended)");
    let both = document.replace(r#"["IQ", "EG"]"#, r#"["SY"]"#);
    assert_eq!(total(&both, "SY"), "2, 1 of them suspended");
}

#[test]
fn the_overlap_names_states_that_are_in_one_alliance_only() {
    let document = document(
        r#"{ "id": "osce", "name": "OSCE", "complete": ["member"] }, { "id": "nato", "name": "NATO", "complete": ["member"] }"#,
        "",
        r#""osce": { "member": ["MN", "TM", "FR", "DE"] }, "nato": { "member": ["FR", "DE"] }"#,
    );
    let said = text(&viewed("overlap", "2020-01-01", &document));
    assert_says(&said, "Only OSCE (2): Mongolia and Turkmenistan");
    assert_says(&said, "Only OSCE and NATO (2): France and Germany");
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
    assert_says(&said, "OSCE, unclear on NATO (2): Mongolia and Ukraine");
    assert_silent(&said, "Only OSCE (");
}

#[test]
fn members_that_are_not_states_are_members_and_names_with_commas_stay_separate() {
    let document = document(
        r#"{ "id": "wto", "name": "WTO", "complete": ["member"] }"#,
        r#"{ "code": "HK", "name": "Hong Kong, China", "kind": "territory" }, { "code": "TW", "name": "Chinese Taipei" }, { "code": "MO", "name": "Macao, China" }"#,
        r#""wto": { "member": ["HK", "TW", "MO"] }"#,
    );
    let said = text(&viewed("overlap", "2020-01-01", &document));
    assert_says(
        &said,
        "Only WTO (3): Hong Kong, China; Chinese Taipei; Macao, China",
    );
    let grid = on("2020-01-01", &document);
    assert_says(&grid, "\nMember\n");
    assert_silent(&grid, "\nState\n");
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
fn participation_shows_every_claim_and_no_kind_that_the_document_does_not_name() {
    let document = of_one("", r#""member": ["KZ"]"#).replace(
        "\"sources\"",
        r#""participation": [{ "alliance": "one", "event": "Meeting", "count": { "claims": [{ "value": 7, "source": "a" }, { "atLeast": 9, "source": "b" }] }, "source": "a" }], "sources""#,
    );
    let said = on("2020-01-01", &document);
    assert_says(&said, "7 / at least 9 from One took part: Meeting");
    assert_silent(&said, "(member)");
}

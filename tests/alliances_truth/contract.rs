//! The new fields of a document, and what is said of slips in them.

use super::*;

#[test]
fn own_kinds_are_named_counted_and_compared_by_the_known_kind_that_they_mean() {
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
        "One: 3 members, including 1 partial member, including 1 membership frozen by itself, 2 partner countries, at least 1 expelled.",
    );
    assert_eq!(
        cell(&document, "2020-01-01", "KZ"),
        "partner country as of 1 January 2020"
    );
    assert_says(&said, "PM\npartial member");
    assert_says(
        &compared(&document, "RU", "KZ"),
        "Only Russia is a member of One.\nKazakhstan in One: partner country.",
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
        "Only Russia is a member of One.\nSomalia in One: expelled.",
    );
    let russian = RenderInput {
        locale: Arc::new(Locale::for_language(
            &LanguageTag::new("ru").expect("a tag"),
        )),
        ..RenderInput::<AlliancesWidget>::with_model(read(&document).0)
    };
    assert_says(&to_html(russian), "страна-партнёр на 1 января 2020");
}

#[test]
fn a_union_and_a_pact_year_by_year() {
    let document = rendering::document("www/data/alliances-made-up.json");
    assert_eq!(read(&document).1, Vec::<String>::new());
    for (day, members) in [
        ("1958-01-01", "1"),
        ("1973-01-01", "2"),
        ("2004-05-01", "4"),
        ("2020-01-30", "4"),
        ("2020-01-31", "3"),
        ("2021-01-01", "3"),
    ] {
        assert_says(&on(day, &document), &format!("Union: {members} member"));
    }
    let shown = |name: &str, html: &str| {
        insta::with_settings!({
            snapshot_path => "../snapshots",
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
    let good = rendering::document("www/data/alliances-made-up.json");
    let table = rendering::answers(&good, BAD, |document| {
        AlliancesWidget::read(document, AreaInput::Absent).map(|(_, warnings)| warnings)
    });
    insta::with_settings!({
        snapshot_path => "../snapshots",
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

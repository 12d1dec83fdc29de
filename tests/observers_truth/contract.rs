//! The new fields in the list, the downloads and the text alternative, and what is said of slips in them.

use super::*;

#[test]
fn counted_and_absent_missions_are_in_the_list_the_downloads_and_the_text_alternative() {
    let document = rendering::document(COUNTED);
    let html = html(&document, "en");
    let list = html
        .split("ew-map-remarks")
        .nth(1)
        .expect("what stands below the map");
    snapshot!("observers-counted", lines(list));
    let placed = placed(&document);
    let export = observers_export(&placed, &ObserversViewState::default(), &Locale::english())
        .expect("a table");
    snapshot!("observers-counted-csv", export.data.csv().replace('\r', ""));
    let sentences =
        observers(&placed, &ObserversViewState::default(), &Locale::english()).sentences();
    let both = format!(
        "{}\n\n{}\n\n{}",
        sentences.join("\n"),
        export.shown.tabbed(),
        export.geo.expect("GeoJSON")
    );
    snapshot!("observers-counted-text", both);
}

#[test]
fn a_download_has_every_mission_and_no_point_where_nobody_is() {
    let document = rendering::document(COUNTED);
    let placed = placed(&document);
    let export = observers_export(&placed, &ObserversViewState::default(), &Locale::english());
    let export = export.expect("a table");
    for mission in ["domestic", "north", "osce", "pace", "league", "union"] {
        assert_says(&export.data.csv(), &format!("\n{mission},"));
    }
    assert_silent(&export.geo.expect("GeoJSON"), "71.43");
}

const BAD: &[(&str, &str)] = &[
    (r#""counted": "reports""#, r#""counted": "report""#),
    (r#""counted": "reports""#, r#""counted": 5"#),
    (
        r#""counted": "reports""#,
        r#""counted": { "forms": "a|b" }"#,
    ),
    (r#""size": 1057"#, r#""size": 1057.5"#),
    (r#""size": 1057"#, r#""sizes": 1057"#),
    (
        r#""size": 1057"#,
        r#""size": 1057, "sizes": [{ "asOf": "2030", "size": 5 }]"#,
    ),
    (
        r#"[{ "asOf": "2030-04-12", "size": 43 }, { "asOf": "2030-05-12", "size": 641 }]"#,
        "[]",
    ),
    (
        r#"{ "asOf": "2030-05-12", "size": 641 }"#,
        r#"{ "asOf": "2030-04-12", "size": 641 }"#,
    ),
    (
        r#"{ "asOf": "2030-05-12", "size": 641 }"#,
        r#"{ "size": 641 }"#,
    ),
    (r#""status": "refused""#, r#""status": "rejected""#),
    (
        r#""status": "refused""#,
        r#""status": "deployed", "by": "the host""#,
    ),
    (
        r#""status": "refused""#,
        r#""status": "refused", "size": 7"#,
    ),
    (
        r#""status": "refused", "where": {"#,
        r#""status": "refused", "where": { "throughout": true,"#,
    ),
    (r#""throughout": true }"#, r#""throughout": "Kazakhstan" }"#),
    (r#""size": 12, "#, r#""size": -1, "#),
    (r#"{ "atLeast": 30 }"#, "11"),
];

#[test]
fn every_mistake_in_the_new_fields_is_reported_with_its_path_and_what_was_expected() {
    let good = rendering::document(COUNTED);
    let table = rendering::answers(&good, BAD, |document| {
        wire::read_observers(document).map(|(_, warnings)| warnings)
    });
    snapshot!("observers-new-errors", table);
}

//! Germany's municipal results, imported from votemanager.

use super::{asked, imported, left_out, refused, sample, try_import};
use election_widgets_import::Outcome;
use serde_json::{Value, json};

const FILE: &str = include_str!("../data/official/votemanager.csv");
const NAMES: &str = include_str!("../data/official/votemanager-names.csv");

fn answers(area: &str, names: Option<&str>) -> String {
    let mut answers = json!({
        "area": area, "office": "Bürgermeister", "kind": "candidate", "asOf": "2030-04-14T20:00+02:00",
        "source": { "title": "Schnellmeldungen", "publisher": "Stadt", "date": "2030-04-14" }
    });
    if let Some(names) = names {
        answers["names"] = json!(names);
    }
    answers.to_string()
}

const BOTH: Option<&str> = Some("D1=Ada Park,D2=Ben Lee");

#[test]
fn the_area_and_the_names_that_no_file_has_are_asked_for() {
    let (questions, _) = asked(FILE, "{}");
    assert_eq!(questions[0].key, "area");
    let offered: Vec<_> = questions[0]
        .choices
        .iter()
        .map(|choice| choice.value.as_str())
        .collect();
    assert_eq!(offered, ["10", "20", "30", "all"]);
    let (questions, _) = asked(FILE, r#"{"area": "all"}"#);
    assert_eq!(questions[0].key, "names");
    assert!(
        questions[0].text.contains("D1, D2?"),
        "{}",
        questions[0].text
    );
    let missing = asked(FILE, &answers("all", Some("D1=Ada Park"))).0;
    assert!(
        missing[0].text.contains("names of D2?"),
        "{}",
        missing[0].text
    );
    assert_eq!(
        refused(
            FILE,
            &answers("all", Some("D1=Ada Park,D2=Ben Lee,D9=Cy Mate"))
        ),
        "names: the file has no column D9 of votes"
    );
}

#[test]
fn areas_are_added_up_and_one_with_empty_cells_has_not_reported() {
    let imported = imported(FILE, &answers("all", BOTH));
    assert_eq!(imported.format, "votemanager");
    assert_eq!(imported.document["title"], "Bürgermeisterwahl");
    let count = &imported.document["counts"][0];
    assert_eq!(count["status"], "partial");
    assert_eq!(
        count["reported"],
        json!({ "done": 5, "total": 7, "of": "stations" })
    );
    assert_eq!(
        count["ballots"],
        json!({ "eligible": { "atLeast": 1350 }, "cast": 800, "invalid": 15, "valid": 785 })
    );
    assert_eq!(
        count["results"],
        json!({ "ada-park": { "votes": 400 }, "ben-lee": { "votes": 385 } })
    );
}

#[test]
fn an_area_alone_has_its_own_figures_and_one_that_has_not_reported_has_none() {
    let old_town = imported(
        FILE,
        &answers("Altstadt", BOTH).replace("\"kind\"", "\"status\":\"final\",\"kind\""),
    );
    assert_eq!(
        old_town.document["contest"]["place"],
        json!({ "name": "Altstadt" })
    );
    assert_eq!(
        old_town.document["counts"][0]["results"]["ada-park"],
        json!({ "votes": 300 })
    );
    let harbour = imported(FILE, &answers("30", BOTH));
    assert_eq!(harbour.document["counts"][0]["results"], Value::Null);
    assert_eq!(harbour.document["counts"][0]["ballots"], Value::Null);
    assert_eq!(harbour.document["counts"][0]["status"], "partial");
    assert_eq!(harbour.document["options"].as_array().unwrap().len(), 2);
}

#[test]
fn names_may_come_from_a_second_file() {
    let Ok(Outcome::Imported(with)) =
        try_import(FILE.as_bytes(), &answers("all", None), Some(NAMES))
    else {
        panic!("not imported");
    };
    assert_eq!(
        with.document,
        imported(FILE, &answers("all", BOTH)).document
    );
}

#[test]
fn sums_of_lists_are_found_in_the_schemes_of_2021_and_2026() {
    let plain = imported(FILE, &answers("all", BOTH)).document;
    for ending in ["_summe_liste_kandidaten", "_4"] {
        let head = FILE.replace(";D1;D2;D3", &format!(";D1{ending};D2{ending};D3{ending}"));
        assert_eq!(imported(&head, &answers("all", BOTH)).document, plain);
    }
}

#[test]
fn a_reported_area_without_votes_of_an_option_leaves_its_sum_open() {
    let gap = FILE.replace(";295;100;195;", ";295;100;;");
    let imported = imported(&gap, &answers("all", BOTH));
    assert_eq!(
        imported.document["counts"][0]["results"]["ben-lee"]["votes"],
        json!({ "atLeast": 190 })
    );
    let warned = "Ben Lee: not all areas that have reported give votes".to_owned();
    assert!(
        imported.report.warnings.contains(&warned),
        "{:?}",
        imported.report.warnings
    );
}

#[test]
fn parts_of_columns_and_keys_of_areas_are_named() {
    let left = left_out(&imported(FILE, &answers("all", BOTH)));
    for what in [
        "the figures of 3 areas each",
        "column A1 (2 cells)",
        "column B1 (2 cells)",
        "column ags (3 cells)",
    ] {
        assert!(left.iter().any(|line| line == what), "{what}: {left:#?}");
    }
}

#[test]
fn the_real_files_from_before_the_count_import_without_any_figure() {
    for (file, stations, warnings) in [
        (
            "votemanager/Open-Data-06411000-Oberbuergermeisterwahl-Wahlbezirk.csv",
            (0, 117),
            0,
        ),
        (
            "votemanager/Open-Data-06412000-OB-Wahl-Ortsteil.csv",
            (575, 575),
            1,
        ),
    ] {
        let Some(text) = sample(file) else {
            return;
        };
        let imported = imported(&text, &answers("all", BOTH));
        let count = &imported.document["counts"][0];
        assert_eq!(
            count["reported"],
            json!({ "done": stations.0, "total": stations.1, "of": "stations" })
        );
        assert_eq!(count["results"], Value::Null);
        assert_eq!(count["status"], "partial");
        assert_eq!(
            imported.report.warnings.len(),
            warnings,
            "{:?}",
            imported.report.warnings
        );
    }
}

//! Results in the shape of AP's elections API, all of them made up.

use super::{asked, imported, left_out, refused};
use election_widgets_import::Imported;
use serde_json::{Value, json};

const FILE: &str = include_str!("../data/official/ap.json");

fn answers(contest: &str) -> String {
    let answers = json!({
        "contest": contest, "source": { "title": "Results", "publisher": "Agency", "date": "2030-11-05" }
    });
    answers.to_string()
}

fn read(contest: &str) -> Imported {
    imported(FILE, &answers(contest))
}

#[test]
fn the_race_is_asked_for_by_id_or_name() {
    let questions = asked(FILE, "{}").0;
    let labels: Vec<_> = questions[0]
        .choices
        .iter()
        .map(|choice| choice.label.as_str())
        .collect();
    assert_eq!(
        labels,
        [
            "Governor, RV",
            "Proposition, Bridge bonds, RV",
            "Sheriff, RV"
        ]
    );
    assert_eq!(read("governor, rv").document, read("101").document);
}

#[test]
fn a_race_becomes_a_document_of_its_largest_unit() {
    let document = read("101").document;
    assert_eq!(document["title"], "Governor, River");
    assert_eq!(
        document["options"],
        json!([
            { "id": "ada-park", "kind": "candidate", "name": "Ada Park", "party": "Riv" },
            { "id": "ben-lee", "kind": "candidate", "name": "Ben Lee", "party": "Hil" },
            { "id": "none-of-these-candidates", "kind": "against-all", "name": "None of these candidates" }
        ])
    );
    assert_eq!(
        document["counts"],
        json!([{
            "id": "count", "status": "partial", "asOf": "2030-11-06T03:55+00:00", "source": "source",
            "reported": { "done": 40, "total": 60, "of": "stations" },
            "results": {
                "ada-park": { "votes": 620 }, "ben-lee": { "votes": 580 }, "none-of-these-candidates": { "votes": 5 }
            }
        }])
    );
    assert_eq!(document["outcomes"][0]["kind"], "elected");
    assert_eq!(document["outcomes"][0]["option"], "ada-park");
}

#[test]
fn the_winner_of_a_question_is_its_verdict_and_all_precincts_make_it_preliminary() {
    let document = read("102").document;
    assert_eq!(document["outcomes"][0]["kind"], "accepted");
    assert_eq!(document["outcomes"][0]["option"], Value::Null);
    assert_eq!(document["counts"][0]["status"], "preliminary");
    assert_eq!(
        document["options"][0],
        json!({ "id": "yes", "kind": "answer", "name": "Yes" })
    );
}

#[test]
fn nothing_counted_is_not_zero_and_its_status_is_asked_for() {
    let keys: Vec<_> = asked(FILE, &answers("103"))
        .0
        .iter()
        .map(|question| question.key.clone())
        .collect();
    assert_eq!(keys, ["status"]);
    let with_status = answers("103").replacen('{', "{\"status\": \"no-poll\",", 1);
    let imported = imported(FILE, &with_status);
    assert_eq!(imported.document["counts"][0]["results"], Value::Null);
    assert_eq!(imported.document["outcomes"][0]["kind"], "unopposed");
    assert!(left_out(&imported).contains(&"voteCount 0 of Cy Mate".to_owned()));
}

#[test]
fn a_race_marked_as_a_test_is_refused_without_rehearsal() {
    let test = FILE.replace("\"test\": false", "\"test\": true");
    let message = refused(&test, &answers("101"));
    assert!(message.contains("--rehearsal"), "{message}");
    let rehearsal = answers("101").replacen('{', "{\"rehearsal\": true,", 1);
    assert_eq!(imported(&test, &rehearsal).document["test"], json!(true));
}

#[test]
fn other_races_units_and_unused_fields_are_named() {
    let left = left_out(&read("101"));
    for what in [
        "2 other races",
        "reporting units within (1)",
        "races/reportingUnits/candidates/candidateID (3 times)",
        "races/raceTypeID",
        "timestamp",
    ] {
        assert!(left.iter().any(|line| line == what), "{what}: {left:#?}");
    }
}

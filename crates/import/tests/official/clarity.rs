//! Results of Clarity, from made-up and real files.

use super::{asked, imported, left_out, refused, sample};
use election_widgets_import::Imported;
use serde_json::{Value, json};

const FILE: &str = include_str!("../data/official/clarity.xml");

fn answers(contest: &str, more: &[(&str, &str)]) -> String {
    let mut answers = json!({
        "contest": contest, "status": "partial",
        "source": { "title": "Results", "publisher": "County", "date": "2030-11-05" }
    });
    for (key, value) in more {
        answers[*key] = json!(value);
    }
    answers.to_string()
}

fn read(contest: &str) -> Imported {
    imported(FILE, &answers(contest, &[]))
}

#[test]
fn a_contest_becomes_a_document_with_kinds_of_votes_as_parts() {
    let document = read("Mayor").document;
    assert_eq!(document["title"], "Mayor, 2030 General Election");
    assert_eq!(
        document["contest"],
        json!({ "office": "Mayor", "place": { "name": "River" }, "date": "2030-11-05", "votesAllowed": 1 })
    );
    assert_eq!(
        document["options"],
        json!([
            { "id": "ada-park", "kind": "candidate", "name": "Ada Park", "party": "RIV" },
            { "id": "ben-lee-hil", "kind": "candidate", "name": "Ben Lee (HIL)" },
            { "id": "write-in", "kind": "other", "name": "Write-in" }
        ])
    );
    let count = &document["counts"][0];
    assert_eq!(count["asOf"], "2030-11-05T21:15-06:00");
    assert_eq!(
        count["reported"],
        json!({ "done": 40, "total": 60, "of": "stations" })
    );
    assert_eq!(
        count["results"],
        json!({
            "ada-park": { "votes": 620, "parts": [
                { "name": "Election Day", "votes": 500 }, { "name": "Early", "votes": 120 }
            ] },
            "ben-lee-hil": { "votes": 580 },
            "write-in": { "votes": 5 }
        })
    );
}

#[test]
fn both_spellings_of_reported_precincts_are_read() {
    let question = read("20").document;
    assert_eq!(
        question["counts"][0]["reported"],
        json!({ "done": 41, "of": "stations" })
    );
    assert_eq!(question["options"][0]["kind"], "answer");
}

#[test]
fn papers_of_the_whole_election_are_those_of_the_contest_only_if_a_person_says_so() {
    let without = read("10");
    assert_eq!(without.document["counts"][0]["ballots"], Value::Null);
    assert!(left_out(&without).contains(&"ballotsCast 1250".to_owned()));
    let with = imported(FILE, &answers("10", &[("ballots", "contest")]));
    assert_eq!(
        with.document["counts"][0]["ballots"],
        json!({ "eligible": 2000, "cast": 1250, "turnout": 62.5 })
    );
}

#[test]
fn contests_status_and_source_are_asked_for_and_what_is_not_used_is_named() {
    assert_eq!(asked(FILE, "{}").0[0].key, "contest");
    let keys: Vec<_> = asked(FILE, r#"{"contest": "10"}"#)
        .0
        .iter()
        .map(|question| question.key.clone())
        .collect();
    assert_eq!(
        keys,
        ["source.title", "source.publisher", "source.date", "status"]
    );
    let left = left_out(&read("10"));
    for what in [
        "1 other contest",
        "Contest/VoteType/@name",
        "figures of counties (5 times)",
    ] {
        assert!(left.iter().any(|line| line == what), "{what}: {left:#?}");
    }
    let wrong = FILE.replace("totalVotes=\"620\"", "totalVotes=\"6.2k\"");
    assert_eq!(
        refused(&wrong, &answers("10", &[])),
        "line 14, column 9: totalVotes: expected a whole number such as 1250, found \"6.2k\""
    );
}

#[test]
fn the_real_file_imports_with_its_total_and_a_warning_that_its_kinds_differ() {
    let Some(text) = sample("clarity/county.xml") else {
        return;
    };
    let imported = imported(&text, &answers("100", &[("ballots", "contest")]));
    let count = &imported.document["counts"][0];
    assert_eq!(count["results"]["tom-cotton"]["votes"], 477_734);
    let parts = count["results"]["tom-cotton"]["parts"].as_array().unwrap();
    assert_eq!(parts.len(), 4);
    assert_eq!(count["asOf"], "2014-11-13T14:58-06:00");
    assert_eq!(
        count["reported"],
        json!({ "done": 2655, "total": 2655, "of": "stations" })
    );
    let sum: u64 = parts
        .iter()
        .map(|part| part["votes"].as_u64().unwrap())
        .sum();
    // Its kinds of votes do not come to its total, which the report says.
    let warning = format!("Tom Cotton: the kinds of votes come to {sum}, totalVotes is 477734");
    assert_eq!(imported.report.warnings, [warning]);
}

//! Swiss results, imported from OneGov's files.

use super::{asked, imported, left_out, refused, sample};
use election_widgets_import::Imported;
use serde_json::{Value, json};

const MAJORZ: &str = include_str!("../data/official/onegov-majorz.csv");
const PROPORZ: &str = include_str!("../data/official/onegov-proporz.csv");
const VOTE: &str = include_str!("../data/official/onegov-vote.csv");
const PARTIES: &str = include_str!("../data/official/onegov-parties.csv");

fn answers(more: &str) -> String {
    let mut answers = json!({
        "office": "Rat", "asOf": "2030-10-18",
        "source": { "title": "Resultate", "publisher": "Kanton", "date": "2030-10-18" }
    });
    let more: Value = serde_json::from_str(more).unwrap();
    for (key, value) in more.as_object().unwrap() {
        answers[key] = value.clone();
    }
    answers.to_string()
}

fn read(file: &str, more: &str) -> Imported {
    imported(file, &answers(more))
}

#[test]
fn an_election_by_majority_sums_the_municipalities_that_are_counted() {
    let imported = read(MAJORZ, "{}");
    assert_eq!(imported.format, "onegov");
    let document = &imported.document;
    assert_eq!(document["title"], "Ständeratswahl 2030");
    assert_eq!(
        document["contest"],
        json!({ "office": "Rat", "date": "2030-10-18", "numberElected": 1, "votesAllowed": 1 })
    );
    assert_eq!(
        document["options"][0],
        json!({ "id": "ada-park", "kind": "candidate", "name": "Ada Park", "party": "Fluss" })
    );
    let count = &document["counts"][0];
    assert_eq!(count["status"], "partial");
    assert_eq!(
        count["reported"],
        json!({ "done": 2, "total": 3, "of": "districts" })
    );
    assert_eq!(
        count["ballots"],
        json!({ "eligible": 1500, "cast": 900, "valid": 870, "blank": 7, "invalid": 23 })
    );
    assert_eq!(
        count["results"],
        json!({ "ada-park": { "votes": 550 }, "ben-lee": { "votes": 305 } })
    );
    assert_eq!(
        document["thresholds"],
        json!([{ "kind": "majority", "needs": { "atLeast": 436 }, "unit": "votes" }])
    );
    assert_eq!(
        document["outcomes"],
        json!([{ "kind": "elected", "option": "ada-park", "source": "source" }])
    );
}

#[test]
fn an_election_by_proportion_gives_lists_with_votes_seats_and_colours() {
    let imported = read(PROPORZ, "{}");
    let document = &imported.document;
    assert_eq!(
        document["title"],
        json!({ "de": "Nationalratswahl 2030", "fr": "Élection au Conseil national 2030" })
    );
    assert_eq!(
        document["options"][0],
        json!({ "id": "fluss", "kind": "party", "name": "Fluss", "color": "#1f77b4" })
    );
    assert_eq!(
        document["counts"][0]["results"],
        json!({ "fluss": { "votes": 1200, "seats": 2 }, "hugel": { "votes": 1200, "seats": 1 } })
    );
    assert_eq!(document["counts"][0]["status"], "final");
    assert_eq!(
        document["counts"][0]["reported"],
        json!({ "done": 2, "total": 2, "of": "districts" })
    );
    assert_eq!(document["seats"], json!({ "total": 3 }));
    let left = left_out(&imported);
    for what in [
        "4 candidates",
        "panachage (2 columns)",
        "the figures of 2 municipalities each",
    ] {
        assert!(left.iter().any(|line| line == what), "{what}: {left:#?}");
    }
}

#[test]
fn a_list_whose_rows_contradict_each_other_is_warned_of() {
    let other = PROPORZ.replacen(",2,900,", ",2,901,", 1);
    let imported = read(&other, "{}");
    let warned = "line 3, column 25: Fluss is 900 here and 901 before".to_owned();
    assert!(
        imported.report.warnings.contains(&warned),
        "{:?}",
        imported.report.warnings
    );
}

#[test]
fn a_vote_counts_yes_and_no_and_leaves_out_municipalities_that_are_not_counted() {
    let imported = read(VOTE, "{}");
    let count = &imported.document["counts"][0];
    assert_eq!(
        count["results"],
        json!({ "yes": { "votes": 400 }, "no": { "votes": 440 } })
    );
    assert_eq!(
        count["ballots"],
        json!({ "eligible": 1500, "blank": 12, "invalid": 3 })
    );
    assert_eq!(
        count["reported"],
        json!({ "done": 2, "total": 3, "of": "districts" })
    );
    assert_eq!(count["status"], "partial");
    assert_eq!(imported.document["contest"]["question"], "Brückengesetz");
    let tie = VOTE.replacen("proposal", "tie-breaker", 1);
    assert_eq!(asked(&tie, "{}").0[0].key, "vote");
    assert_eq!(
        read(&tie, r#"{"vote": "tie-breaker"}"#).document["counts"][0]["results"]["yes"],
        json!({ "votes": 300 })
    );
}

#[test]
fn parties_are_those_of_the_year_that_is_asked_for() {
    assert_eq!(asked(PARTIES, "{}").0[0].key, "contest");
    let imported = read(
        PARTIES,
        r#"{"contest": "2026", "title": "Parteien", "status": "final"}"#,
    );
    assert_eq!(imported.document["contest"]["date"], "2026");
    assert_eq!(
        imported.document["counts"][0]["results"],
        json!({ "fluss": { "votes": 1000, "seats": 1 }, "hugel": { "votes": 1300, "seats": 2 } })
    );
    assert_eq!(imported.report.warnings, Vec::<String>::new());
}

#[test]
fn an_unknown_status_is_asked_for_and_an_unknown_type_refused() {
    let unknown = PROPORZ.replace(",final,", ",unknown,");
    let keys: Vec<_> = asked(&unknown, &answers("{}"))
        .0
        .iter()
        .map(|question| question.key.clone())
        .collect();
    assert_eq!(keys, ["status"]);
    let wrong = PROPORZ.replace(",proporz,", ",lottery,");
    assert_eq!(
        refused(&wrong, &answers("{}")),
        "line 2, column 5: expected majorz or proporz, found \"lottery\""
    );
}

/// The sum of a column over the rows that a test keeps, read without the importer.
fn own(text: &str, column: &str, keep: impl Fn(&dyn Fn(&str) -> String) -> bool) -> u64 {
    let mut lines = text.lines();
    let head: Vec<_> = lines.next().unwrap().split(',').collect();
    let at = |name: &str| head.iter().position(|cell| *cell == name).unwrap();
    let rows = lines.filter_map(|line| {
        let cells: Vec<_> = line.split(',').collect();
        keep(&|name| cells[at(name)].to_owned()).then(|| cells[at(column)].parse::<u64>().unwrap())
    });
    rows.sum()
}

#[test]
fn the_sums_of_the_real_files_are_those_of_their_columns() {
    let status = r#"{"status": "preliminary"}"#;
    for (file, warnings) in [
        // Two rows of the publisher's file lack the comma behind "True" and "False".
        (
            "onegov/staenderatswahl-2015.csv",
            [
                "line 29, column 29: candidate_elected is TrueCVP here and True before",
                "line 25, column 29: candidate_elected is FalsePiraten here and False before",
            ]
            .as_slice(),
        ),
        ("onegov/staenderatswahl-2015-intermediate.csv", &[]),
    ] {
        let Some(text) = sample(file) else { return };
        let imported = read(&text, status);
        let options = imported.document["options"].as_array().unwrap();
        assert_eq!(options.len(), 6);
        for option in options {
            let family = option["name"]
                .as_str()
                .unwrap()
                .rsplit(' ')
                .next()
                .unwrap()
                .to_owned();
            let votes = own(&text, "candidate_votes", |cell| {
                cell("candidate_family_name") == family
            });
            assert_eq!(
                imported.document["counts"][0]["results"][option["id"].as_str().unwrap()]["votes"],
                votes
            );
        }
        let ballots = &imported.document["counts"][0]["ballots"];
        let first = |cell: &dyn Fn(&str) -> String| cell("candidate_id") == "1";
        assert_eq!(
            ballots["cast"],
            own(&text, "entity_received_ballots", first)
        );
        assert_eq!(
            ballots["valid"],
            own(&text, "entity_accounted_ballots", first)
        );
        assert_eq!(imported.report.warnings, warnings);
    }
    let Some(text) = sample("onegov/nationalratswahlen-2015-intermediate.csv") else {
        return;
    };
    let imported = read(&text, status);
    assert_eq!(imported.report.warnings, Vec::<String>::new());
    assert_eq!(imported.document["contest"]["votesAllowed"], 3);
    let results = imported.document["counts"][0]["results"]
        .as_object()
        .unwrap();
    let votes: u64 = results
        .values()
        .map(|result| result["votes"].as_u64().unwrap())
        .sum();
    let first_of_list =
        |cell: &dyn Fn(&str) -> String| cell("candidate_id") == format!("{}01", cell("list_id"));
    assert_eq!(votes, own(&text, "list_votes", first_of_list));
    let Some(text) = sample("onegov/energiegesetz-eng.csv") else {
        return;
    };
    let imported = read(&text, "{}");
    let count = &imported.document["counts"][0];
    assert_eq!(
        count["results"]["yes"]["votes"],
        own(&text, "yeas", |_| true)
    );
    assert_eq!(
        count["results"]["no"]["votes"],
        own(&text, "nays", |_| true)
    );
    assert_eq!(
        count["ballots"]["eligible"],
        own(&text, "elegible_voters", |_| true)
    );
    let Some(text) = sample("onegov/nationalratswahlen-2015-parteien.csv") else {
        return;
    };
    let imported = read(
        &text,
        r#"{"contest": "2015", "title": "Parteien", "status": "final"}"#,
    );
    let results = imported.document["counts"][0]["results"]
        .as_object()
        .unwrap();
    let votes: u64 = results
        .values()
        .map(|result| result["votes"].as_u64().unwrap())
        .sum();
    assert_eq!(votes, own(&text, "votes", |cell| cell("year") == "2015"));
}

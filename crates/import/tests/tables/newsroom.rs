//! Tables as encyclopedias and newsrooms have them: shares in headers, papers among the options, a column that says who won.

use super::{asked, imported};
use election_widgets_import::Imported;
use serde_json::json;

/// The parts of the table that the document does not have.
fn left_out(imported: &Imported) -> Vec<&str> {
    let lines = imported.report.left_out.iter();
    lines.map(|line| &*line.what).collect()
}

#[test]
fn a_column_status_that_says_who_won_is_no_status_of_a_count() {
    let table = "\
Name,Votes,Status
Smith,\"1,234\",Elected
Jones,\"1,001\",
Brown,768,Lost deposit
";
    for header in ["Status", "Result"] {
        let imported = imported(&table.replace("Status", header), "{}");
        assert_eq!(imported.document["counts"].as_array().unwrap().len(), 1);
        assert_eq!(imported.document["outcomes"][0]["option"], "smith");
        assert_eq!(imported.document["outcomes"].as_array().unwrap().len(), 1);
    }
    let statuses = table
        .replace("Elected", "final")
        .replace("Lost deposit", "final");
    let (counts, _) = asked(&statuses, "{}");
    assert!(
        counts
            .iter()
            .any(|question| question.key.contains("count.")),
        "{counts:?}"
    );
}

#[test]
fn rows_of_papers_are_no_options_and_each_of_their_figures_is_read_or_named() {
    let table = "\
Choice,Votes,Percentage
Yes,\"17,410,742\",51.89%
No,\"16,141,241\",48.11%
Valid votes,\"33,551,983\",99.92%
Invalid or blank votes,\"25,359\",0.08%
Total votes,\"33,577,342\",100.00%
Registered voters/turnout,\"46,500,001\",72.21%
";
    let imported = imported(table, "{}");
    assert_eq!(imported.document["options"].as_array().unwrap().len(), 2);
    assert_eq!(
        imported.document["counts"][0]["ballots"],
        json!({ "valid": 33_551_983, "invalid": 25_359, "eligible": 46_500_001, "turnout": 72.21 })
    );
    assert_eq!(
        left_out(&imported),
        [
            "the row \"Total votes\"",
            "percent 99.92 of \"Valid votes\"",
            "percent 0.08 of \"Invalid or blank votes\"",
        ]
    );
    assert_eq!(imported.report.warnings, [""; 0]);
}

#[test]
fn shares_of_valid_votes_say_so_and_people_who_did_not_vote_are_asked_about() {
    let table = "\
Candidat,Voix,% exprimés,% inscrits
Macron,18 768 639,\"58,55\",\"38,52\"
Le Pen,13 288 686,\"41,45\",\"27,28\"
Abstentions,13 655 861,,\"28,01\"
";
    let (questions, _) = asked(table, "{}");
    assert_eq!(questions[0].key, "rows.Abstentions");
    let imported = imported(table, r#"{ "rows.Abstentions": "leave-out" }"#);
    let count = &imported.document["counts"][0];
    assert_eq!(count["percentOf"], "valid");
    assert_eq!(
        count["results"]["macron"],
        json!({ "votes": 18_768_639, "percent": 58.55 })
    );
    assert_eq!(count["results"].as_object().unwrap().len(), 2);
}

#[test]
fn percentages_of_areas_are_left_out_of_sums_whatever_they_say() {
    let table = "\
County,Candidate,Votes,%,Turnout
A,Ann,10,50.5,\"40,1\"
A,Bob,12,49.5,\"40,1\"
B,Ann,5,over 30,n/a
B,Bob,9,0,n/a
";
    let imported = imported(table, r#"{ "sumOver": "County" }"#);
    assert_eq!(
        imported.document["counts"][0]["results"],
        json!({ "ann": { "votes": 15 }, "bob": { "votes": 21 } })
    );
    assert_eq!(
        left_out(&imported),
        ["the figures of \"%\"", "the figures of \"Turnout\""]
    );
}

#[test]
fn a_count_that_is_called_by_a_status_has_that_status() {
    let table = "\
Count,Candidate,%
Exit poll,Ann,52
Preliminary,Ann,51.4
";
    let more = r#"{ "count": { "exit-poll": { "asOf": "2030-04-12" }, "preliminary": { "asOf": "2030-04-13" } } }"#;
    let imported = imported(table, more);
    let statuses: Vec<_> = imported.document["counts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|count| &count["status"])
        .collect();
    assert_eq!(statuses, ["exit-poll", "preliminary"]);
}

#[test]
fn one_answer_says_the_mark_before_decimals_for_all_columns_that_leave_it_open() {
    let table = "\
Kandidat,Stimmen,Gültige
Ann,300.000,750.000
Bob,450.000,750.000
";
    let (questions, _) = asked(table, "{}");
    assert_eq!(questions.len(), 2);
    assert!(
        questions[0]
            .text
            .contains("\"decimals\" answers it for all columns")
    );
    let imported = imported(table, r#"{ "decimals": "comma" }"#);
    assert_eq!(
        imported.document["counts"][0]["results"]["ann"],
        json!({ "votes": 300_000 })
    );
    assert_eq!(
        imported.document["counts"][0]["ballots"],
        json!({ "valid": 750_000 })
    );
}

#[test]
fn a_column_of_numbers_is_not_taken_for_names() {
    let table = "\
Gemeinde,Wahlberechtigte,SPD,Partei
Aach,1000,200,30
Bonn,5000,900,80
";
    let (questions, _) = asked(table, "{}");
    assert_eq!(questions[0].key, "options");
    let more = r#"{ "options": "SPD,Partei", "sumOver": "Gemeinde", "kind": "party" }"#;
    assert_eq!(
        imported(table, more).document["counts"][0]["results"],
        json!({ "spd": { "votes": 1100 }, "partei": { "votes": 110 } })
    );
}

#[test]
fn rows_below_candidates_that_say_who_leads_and_who_holds_the_seat_are_no_candidates() {
    let table = "\
Candidate,Party,Votes,%
Ann,Lab,\"1,234\",45.1
Bob,Con,\"1,100\",40.2
Majority,,134,4.9
Turnout,,,61.2
Lab hold,,,
";
    let (questions, _) = asked(table, "{}");
    assert_eq!(questions[0].key, "rows.Majority");
    let imported = imported(table, r#"{ "rows.Majority": "leave-out" }"#);
    assert_eq!(imported.document["options"].as_array().unwrap().len(), 2);
    assert_eq!(
        imported.document["counts"][0]["ballots"],
        json!({ "turnout": 61.2 })
    );
    assert_eq!(
        left_out(&imported),
        ["the row \"Majority\"", "the row \"Lab hold\""]
    );
    assert_eq!(imported.report.warnings, [""; 0]);
}

#[test]
fn a_column_count_of_numbers_has_the_votes_where_no_other_column_has_them() {
    let table = "\
Choice,Count,Percent
Yes,600,60.0%
No,400,40.0%
Eligible to vote,2000,
";
    let imported = imported(table, "{}");
    let count = &imported.document["counts"][0];
    assert_eq!(
        count["results"]["yes"],
        json!({ "votes": 600, "percent": 60 })
    );
    assert_eq!(count["ballots"], json!({ "eligible": 2000 }));
}

#[test]
fn papers_that_count_for_nobody_are_asked_about() {
    let table = "Candidate,Votes\nAnn,1234\nBob,1100\nUndervotes,30\nExhausted ballots,56\n";
    let (questions, _) = asked(table, "{}");
    let keys: Vec<_> = questions
        .iter()
        .map(|question| question.key.as_str())
        .collect();
    assert_eq!(keys, ["rows.Undervotes", "rows.Exhausted ballots"]);
}

#[test]
fn a_second_row_of_the_same_papers_is_named() {
    let table = "Candidate,Votes\nAnn,10\nBob,8\nInvalid votes,3\nSpoilt and blank,5\n";
    let imported = imported(table, "{}");
    assert_eq!(
        imported.document["counts"][0]["ballots"],
        json!({ "invalid": 3 })
    );
    let line = &imported.report.left_out[0];
    assert_eq!(line.what, "votes 5 of \"Spoilt and blank\"");
    assert_eq!(line.said, "invalid is 3 already");
}

#[test]
fn an_area_without_figures_is_no_remark_whatever_its_name() {
    let table = "Ward,Ann,Bob\nWard 1: Town Hall,10,8\nWard 2: School,,\n";
    let more = r#"{ "options": "Ann,Bob", "sumOver": "Ward", "kind": "candidate" }"#;
    assert_eq!(
        imported(table, more).document["counts"][0]["results"],
        json!({ "ann": { "votes": { "atLeast": 10 } }, "bob": { "votes": { "atLeast": 8 } } })
    );
}

//! Sheets that are whole documents, and what an import asks for where they are not.

use super::{asked, imported, keys_of, refused, try_import};
use election_widgets_import::{Answers, Outcome};
use serde_json::json;

const SHEET: &str = "\
title,Early presidential election,,,
office,President,,,
place,KZ,,,
date,2022-11-20,,,
status,preliminary,,,
as of,2022-11-21T09:00+05:00,,,
reported,\"9,800 of 10,101 stations\",,,
source,Central Election Commission,https://example.org/results,2022-11-21,
,,,,
name,kind,votes,percent,outcome
Tokayev,candidate,,over 81%,elected
Against all,against-all,,about 6,
";

#[test]
fn a_sheet_with_a_head_of_keys_is_a_whole_document() {
    let outcome = try_import(SHEET.as_bytes(), &Answers::default()).unwrap();
    let Outcome::Imported(imported) = outcome else {
        panic!("{outcome:#?}")
    };
    assert_eq!(imported.widget, "results-chart");
    assert_eq!(
        imported.document,
        json!({
            "title": "Early presidential election",
            "contest": { "office": "President", "place": "KZ", "date": "2022-11-20" },
            "options": [
                { "id": "tokayev", "kind": "candidate", "name": "Tokayev" },
                { "id": "against-all", "kind": "against-all", "name": "Against all" },
            ],
            "counts": [{
                "id": "count", "status": "preliminary", "asOf": "2022-11-21T09:00+05:00", "source": "source-1",
                "reported": { "done": 9800, "total": 10101, "of": "stations" },
                "results": { "tokayev": { "percent": { "over": 81 } }, "against-all": { "percent": { "about": 6 } } },
            }],
            "outcomes": [{ "option": "tokayev", "kind": "elected", "count": "count", "source": "source-1" }],
            "sources": [{
                "id": "source-1", "title": "Central Election Commission", "publisher": "Central Election Commission",
                "url": "https://example.org/results", "date": "2022-11-21",
            }],
        })
    );
}

#[test]
fn a_table_without_a_day_a_source_or_a_status_is_asked_about_and_nothing_is_made_up() {
    let table = "Name,Votes\nA,1\nB,2\n";
    let outcome = try_import(table.as_bytes(), &Answers::default()).unwrap();
    let Outcome::Asked { questions, .. } = outcome else {
        panic!("{outcome:#?}")
    };
    let keys = keys_of(&questions);
    assert_eq!(
        keys,
        [
            "title",
            "source.title",
            "source.publisher",
            "source.date",
            "office",
            "kind",
            "status",
            "asOf"
        ]
    );
}

#[test]
fn a_table_in_kazakh_with_words_for_bounds_needs_no_map() {
    let table = "Үміткер;Дауыстар саны;Пайыз\nӘлия;1 234 567;81,3 %-дан астам\nБолат;шамамен 90 000;7,5\nБәріне қарсы;;деректер жоқ\n";
    let imported = imported(table, "{}");
    assert_eq!(imported.document["options"][2]["kind"], "against-all");
    assert_eq!(
        imported.document["counts"][0]["results"],
        json!({
            "option-1": { "votes": 1_234_567, "percent": { "over": 81.3 } },
            "option-2": { "votes": { "about": 90_000 }, "percent": 7.5 },
            "option-3": { "percent": { "missing": "деректер жоқ" } },
        })
    );
}

#[test]
fn every_column_and_every_odd_cell_is_in_one_of_the_two_lists() {
    let table = "Candidate,Votes,Shoe size\nA,~400,44\nB,5*,45\n";
    let report = imported(table, "{}").report;
    let understood: Vec<String> = report.understood.iter().map(ToString::to_string).collect();
    assert_eq!(
        understood,
        [
            "line 1, column 1: Candidate -> name",
            "line 1, column 2: Votes -> votes",
            "line 2, column 2: \"~400\" -> {\"about\":400}",
        ]
    );
    let left_out: Vec<String> = report.left_out.iter().map(ToString::to_string).collect();
    assert_eq!(
        left_out,
        [
            "line 1, column 3: the column \"Shoe size\" -> no field is known for it (name one with --map)",
            "line 3, column 2: \"*\" behind \"5*\" -> the mark of a note",
        ]
    );
}

#[test]
fn what_stands_around_the_table_is_skipped_and_named() {
    let table = "Downloaded on Monday.\n\nCandidate;Votes\nA;10\nB;20\nTotal;30\n*Votes are those of the night.\n";
    let imported = imported(table, "{}");
    let left_out: Vec<String> = imported
        .report
        .left_out
        .iter()
        .map(|line| line.what.clone())
        .collect();
    assert_eq!(
        left_out,
        [
            "\"Downloaded on Monday.\"",
            "\"*Votes are those of the night.\"",
            "the row \"Total\""
        ]
    );
    assert_eq!(imported.document["options"].as_array().unwrap().len(), 2);
}

#[test]
fn a_sheet_that_is_marked_as_a_test_is_refused_unless_a_rehearsal_is_wanted() {
    let table = "test,yes\nname,votes\nA,1\nB,2\n";
    let message = refused(table, "{}").to_string();
    assert!(message.contains("--rehearsal"), "{message}");
    let imported = imported(table, r#"{ "rehearsal": true }"#);
    assert_eq!(imported.document["test"], true);
}

#[test]
fn a_map_that_names_no_column_says_which_columns_there_are() {
    let refused = refused(
        "Candidate,Votes\nA,1\n",
        r#"{ "map": "name=Candidate,votes=Ballots" }"#,
    );
    assert!(refused.message.contains("\"Ballots\""), "{refused}");
    assert!(
        refused.message.contains("\"Candidate\", \"Votes\""),
        "{refused}"
    );
    let (questions, _) = asked("a,b\nx,1\ny,2\n", "{}");
    assert_eq!(questions[0].key, "map");
}

#[test]
fn a_status_that_is_no_word_of_the_contract_is_asked_about_and_not_guessed() {
    let table = "Candidate,Votes,Status\nA,1,validated\n";
    let (questions, _) = asked(table, r#"{ "status": null }"#);
    assert_eq!(questions[0].key, "statuses.validated");
    let done = imported(table, r#"{ "statuses": { "validated": "certified" } }"#);
    assert_eq!(
        done.document["counts"][0]["status"], "final",
        "the answer to the status of the one count wins"
    );
}

#[test]
fn a_row_of_the_sheet_answers_what_a_column_leaves_open() {
    let sheet = SHEET.replace(
        "Against all,against-all,,about 6,",
        "Against all,against-all,0,about 6,",
    );
    let open = try_import(sheet.as_bytes(), &Answers::default());
    let Ok(Outcome::Asked { questions, .. }) = open else {
        panic!("{open:#?}")
    };
    assert_eq!(keys_of(&questions), ["column.votes.zero"]);
    let answered = format!("answer,column.votes.zero,missing,,\n{sheet}");
    let read = try_import(answered.as_bytes(), &Answers::default());
    let Ok(Outcome::Imported(imported)) = read else {
        panic!("{read:#?}")
    };
    assert_eq!(
        imported.document["counts"][0]["results"]["against-all"]["votes"],
        json!({ "missing": "not available" })
    );
}

#[test]
fn a_sheet_says_its_thresholds_and_which_coalition_a_party_is_in() {
    let sheet = "title,Assembly\noffice,Assembly\nthreshold,majority over 50 % of valid\nthreshold,entry,at least 5 %,of valid\n\
        status,final\nas of,2030-04-12\nsource,Commission,2030-04-12\npercent of,valid\n\n\
        Party,Percent,Within\nLeft together,60,\nReds,40,Left together\nGreens,20,left-together\nBlues,40,\n";
    let document = imported(sheet, r#"{"kind": "party"}"#).document;
    assert_eq!(
        document["thresholds"],
        json!([
            { "kind": "majority", "needs": { "over": 50 }, "unit": "percent", "of": "valid" },
            { "kind": "entry", "needs": { "atLeast": 5 }, "unit": "percent", "of": "valid" }
        ])
    );
    for party in [1, 2] {
        assert_eq!(document["options"][party]["within"], "left-together");
    }
    assert_eq!(document["options"][3].get("within"), None);
    let said = refused(&sheet.replace("over 50 %", "50 %"), "{}");
    assert_eq!(said.at.unwrap().to_string(), "line 3, column 2");
    assert!(said.message.contains("over 50 % of valid"), "{said}");
    let said = refused(&sheet.replace("40,Left together", "40,Left"), "{}");
    assert_eq!(
        said.message,
        "within: no other row has the id or the name \"Left\""
    );
}

#[test]
fn remarks_below_the_table_of_a_published_sheet_are_no_options() {
    // Published sheets fill each row with empty cells.
    for remark in [
        "Note: figures are rounded",
        "Last updated: 21:45",
        "Source Central Election Commission",
        "Примечание: данные округлены",
        "Quelle: Landeswahlleiter",
    ] {
        let sheet = format!("{SHEET},,,,\n{remark},,,,\n");
        let outcome = try_import(sheet.as_bytes(), &Answers::default()).unwrap();
        let Outcome::Imported(imported) = outcome else {
            panic!("{outcome:#?}")
        };
        assert_eq!(imported.document["options"].as_array().unwrap().len(), 2);
        let line = &imported.report.left_out[0];
        assert_eq!(line.what, format!("\"{remark}\""));
    }
}

#[test]
fn remarks_below_observers_and_memberships_are_no_missions_and_no_states() {
    let event = r#"{ "event": "Vote", "widget": "observer-map" }"#;
    let observers = "Organisation,Observers\nOSCE,350\nParliamentary Assembly of a very long name that says who sends it,\nCIS: Interparliamentary Assembly,\n";
    let alliances = "State,Alliance,From\nKZ,SCO,2001\n";
    for (table, more, list) in [(observers, event, "missions"), (alliances, "{}", "states")] {
        let plain = imported(table, more);
        assert!(
            plain
                .report
                .left_out
                .iter()
                .all(|line| !line.said.contains("note"))
        );
        let noted = imported(
            &format!("{table}Note: as of Friday,,\n* not yet accredited,\n"),
            more,
        );
        assert_eq!(noted.document[list], plain.document[list]);
        assert_eq!(noted.report.left_out.len(), plain.report.left_out.len() + 2);
    }
}

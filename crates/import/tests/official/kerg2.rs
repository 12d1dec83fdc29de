//! Germany's federal results, imported from kerg2.

use super::{asked, imported, keys_of, left_out, refused, sample};
use election_widgets_import::Imported;
use serde_json::{Value, json};

const FILE: &str = include_str!("../data/official/kerg2.csv");

fn answers(area: &str, vote: &str) -> String {
    let answers = json!({
        "area": area, "vote": vote, "title": "Bundestagswahl 2030", "status": "final", "asOf": "2030-05-02",
        "source": { "title": "kerg2", "publisher": "Bundeswahlleiterin", "date": "2030-05-02" }
    });
    answers.to_string()
}

fn read(area: &str, vote: &str) -> Imported {
    imported(FILE, &answers(area, vote))
}

#[test]
fn area_and_vote_are_asked_for_and_so_is_all_that_the_file_does_not_say() {
    let (questions, _) = asked(FILE, "{}");
    let keys = keys_of(&questions);
    assert_eq!(keys, ["area", "vote"]);
    let (questions, _) = asked(FILE, r#"{"area": "Bundesgebiet", "vote": "2"}"#);
    let keys = keys_of(&questions);
    assert_eq!(
        keys,
        [
            "title",
            "source.title",
            "source.publisher",
            "source.date",
            "status",
            "asOf"
        ]
    );
    assert_eq!(
        refused(FILE, &answers("7", "2")),
        "area: \"7\" is not in the file, which has 99 (Bundesgebiet), 001 (Oberfluss)"
    );
}

#[test]
fn the_second_votes_of_the_federation_become_a_document_in_the_files_order() {
    let imported = read("99", "2");
    assert_eq!(imported.format, "kerg2");
    assert_eq!(
        imported.document["contest"],
        json!({ "office": "Deutscher Bundestag", "place": "DE", "date": "2030-04-14" })
    );
    assert_eq!(
        imported.document["options"],
        json!([
            { "id": "hugel", "kind": "party", "name": "Hügel" },
            { "id": "fluss", "kind": "party", "name": "Fluss" },
            { "id": "wald", "kind": "party", "name": "Wald" }
        ])
    );
    let count = &imported.document["counts"][0];
    assert_eq!(
        count["ballots"],
        json!({ "eligible": 2000, "cast": 1250, "turnout": 62.5, "invalid": 10, "valid": 1240 })
    );
    assert_eq!(count["percentOf"], "valid");
    assert_eq!(
        count["results"],
        json!({
            "hugel": { "votes": 600, "percent": 48.387097 },
            "fluss": { "votes": 620, "percent": 50, "change": { "percent": -1.25 } },
            "wald": { "votes": 20, "percent": 1.612903 }
        })
    );
}

#[test]
fn a_group_without_a_number_did_not_stand_and_gets_no_zero() {
    let imported = read("99", "1");
    let names = imported.document["options"].as_array().unwrap().iter();
    let names: Vec<_> = names
        .map(|option| option["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Hügel", "Fluss", "Einzelbewerber/Wählergruppe"]);
    assert_eq!(imported.document["options"][2]["kind"], "other");
    assert!(
        left_out(&imported).contains(&"1 group without a number in this area and vote".to_owned())
    );
}

#[test]
fn an_area_that_is_not_counted_yet_keeps_its_options_and_has_no_zero() {
    let night = FILE.lines().map(|line| {
        let mut cells: Vec<_> = line.split(';').collect();
        if cells.len() == 19 && cells[9] != "-4" && cells[0] == "BT" {
            (cells[11], cells[12], cells[16]) = ("", "", "");
        }
        cells.join(";")
    });
    let night = night.collect::<Vec<_>>().join("\n");
    let imported = imported(&night, &answers("99", "2"));
    assert_eq!(imported.document["options"].as_array().unwrap().len(), 3);
    assert_eq!(imported.document["counts"][0]["results"], Value::Null);
}

#[test]
fn a_constituency_has_its_single_candidates_and_its_own_name() {
    let imported = read("Oberfluss", "1");
    assert_eq!(
        imported.document["contest"]["place"],
        json!({ "name": "Oberfluss" })
    );
    assert_eq!(imported.document["options"][1]["kind"], "candidate");
    assert_eq!(imported.document["counts"][0]["ballots"]["turnout"], 50.5);
}

#[test]
fn the_first_votes_say_who_won_a_constituency_and_a_dash_says_that_nobody_did() {
    assert_eq!(read("001", "1").document["outcomes"], Value::Null);
    let won = FILE.replace(";–", ";Fluss");
    let imported_with = |vote: &str| imported(&won, &answers("001", vote));
    assert_eq!(
        imported_with("1").document["outcomes"],
        json!([{ "kind": "elected", "option": "fluss", "source": "source" }])
    );
    let unknown = FILE.replace(";–", ";Wald");
    let left = left_out(&imported(&unknown, &answers("001", "1")));
    assert!(left.contains(&"Gewählt Wald".to_owned()), "{left:#?}");
}

#[test]
fn lines_before_the_table_other_areas_and_unread_columns_are_named() {
    let left = left_out(&read("99", "2"));
    for what in [
        "# Ein erfundenes Ergebnis in der Form von kerg2",
        "1 other area (5 rows)",
        "column VorpAnzahl (4 cells)",
        "column DiffProzent (3 cells)",
    ] {
        assert!(left.iter().any(|line| line == what), "{what}: {left:#?}");
    }
    assert!(
        !left.iter().any(|line| line.contains("Gewählt")),
        "{left:#?}"
    );
}

#[test]
fn a_cell_that_is_no_number_is_refused_with_its_line_and_column() {
    let wrong = FILE.replace(";600;48,387097;", ";6oo;48,387097;");
    assert_eq!(
        refused(&wrong, &answers("99", "2")),
        "line 14, column 12: expected a whole number without separators, such as 1250, found \"6oo\""
    );
    let point = FILE.replace(";600;48,387097;", ";600;48.387097;");
    assert_eq!(
        refused(&point, &answers("99", "2")),
        "line 14, column 13: expected a number with a decimal comma, such as 12,5, found \"48.387097\""
    );
    let short = FILE.replace(";600;48,387097;", ";600,48,387097;");
    assert!(
        refused(&short, &answers("99", "2"))
            .starts_with("line 14: the row has 18 cells and the head has 19")
    );
}

#[test]
fn every_area_and_vote_of_the_real_file_adds_up_to_its_valid_votes() {
    let Some(text) = sample("kerg2/kerg2025_2-part.csv") else {
        return;
    };
    for area in ["99", "01", "11", "001", "074"] {
        for vote in ["1", "2"] {
            let imported = imported(&text, &answers(area, vote));
            let count = &imported.document["counts"][0];
            let results = count["results"].as_object().unwrap();
            let votes = results
                .values()
                .map(|result| result["votes"].as_u64().unwrap());
            assert_eq!(
                votes.sum::<u64>(),
                count["ballots"]["valid"].as_u64().unwrap(),
                "{area}, {vote}"
            );
            let percent = results
                .values()
                .filter_map(|result| result["percent"].as_f64());
            assert!(
                (percent.sum::<f64>() - 100.0).abs() < 0.001,
                "{area}, {vote}"
            );
            // The file as it is stored lacks the first letter of the state's first row.
            let cut = "line 69, column 1: the Wahlart is \"T\", in other rows of the area \"BT\"";
            let warned: &[&str] = if area == "01" { &[cut] } else { &[] };
            assert_eq!(imported.report.warnings, warned, "{area}, {vote}");
            assert_ne!(count["ballots"]["turnout"], Value::Null);
        }
    }
}

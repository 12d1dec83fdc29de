//! Long tables, wide tables, rows of areas, several counts.

use super::{asked, imported, refused};
use serde_json::json;

const PRECINCTS: &str = "\
county,precinct,office,party,candidate,votes
Addison,1,Governor,DEM,Ann,\"1,100\"
Addison,1,Governor,REP,Bob,40
Addison,2,Governor,DEM,Ann,7
Addison,2,Governor,REP,Bob,over 5
Addison,Total,Governor,DEM,Ann,1107
Addison,1,Treasurer,DEM,Cal,9
Bristol,1,Governor,DEM,Ann,3
Bristol,1,Governor,REP,Bob,
Bristol,1,Governor,,Blanks,2
";

const SUMMED: &str = r#"{ "where": "office=Governor", "sumOver": "county,precinct" }"#;

#[test]
fn rows_of_areas_are_added_up_where_a_person_names_the_columns_of_areas() {
    let imported = imported(PRECINCTS, SUMMED);
    assert_eq!(
        imported.document["counts"][0]["results"],
        json!({ "ann": { "votes": 1110 }, "bob": { "votes": { "atLeast": 46 } } }),
        "an empty cell and a bound leave the sum open above"
    );
    assert_eq!(
        imported.document["counts"][0]["ballots"],
        json!({ "blank": 2 })
    );
    let left_out: Vec<String> = imported
        .report
        .left_out
        .iter()
        .map(|line| line.what.clone())
        .collect();
    assert_eq!(left_out, ["the row of \"Addison\"", "1 row"]);
}

#[test]
fn of_a_partial_count_an_area_without_figures_is_not_counted_yet_and_never_zero() {
    let mut summed: serde_json::Value = serde_json::from_str(SUMMED).unwrap();
    summed["status"] = json!("partial");
    let table = PRECINCTS.replace("over 5", "5");
    let partial = imported(&table, &summed.to_string());
    assert_eq!(
        partial.document["counts"][0]["results"]["bob"],
        json!({ "votes": 45 })
    );
    let final_one = imported(&table, SUMMED);
    assert_eq!(
        final_one.document["counts"][0]["results"]["bob"],
        json!({ "votes": { "atLeast": 45 } })
    );
    let empty = final_one
        .report
        .understood
        .iter()
        .find(|line| line.said == "no figure")
        .unwrap();
    assert_eq!(empty.at.unwrap().to_string(), "line 9, column 6");
}

#[test]
fn rows_of_areas_that_nobody_said_to_add_are_asked_about() {
    let (questions, _) = asked(PRECINCTS, r#"{ "where": "office=Governor" }"#);
    assert_eq!(questions[0].key, "sumOver");
    assert!(
        questions[0].text.contains("\"county\", \"precinct\""),
        "{}",
        questions[0].text
    );
    assert_eq!(questions[0].at.unwrap().line, 4);
}

#[test]
fn papers_that_stand_in_each_row_of_an_area_are_added_once_for_the_area() {
    let table = "Ward,Candidate,Votes,Ballots cast\n1,A,5,9\n1,B,3,9\n2,A,2,4\n2,B,2,4\n";
    let imported = imported(table, r#"{ "sumOver": ["Ward"] }"#);
    assert_eq!(
        imported.document["counts"][0]["ballots"],
        json!({ "cast": 13 })
    );
    let wrong = refused(
        &table.replace("1,B,3,9", "1,B,3,8"),
        r#"{ "sumOver": ["Ward"] }"#,
    );
    assert_eq!(wrong.at.unwrap().to_string(), "line 3, column 4");
}

#[test]
fn two_counts_of_one_option_are_told_apart_by_a_status_column() {
    let table = "Type of results*\tSurname\tVotes\tRejected ballots\n\
        preliminary\tAda\t10\t0\npreliminary\tBo\t20\t0\nfinal\tBo\t21\t3\nfinal\tAda\t11\t3\n\
        ***Not available for preliminary results.\n";
    let more = r#"{ "map": { "name": "Surname" }, "count": { "preliminary": { "asOf": "2030-04-12" }, "final": { "asOf": "2030-04-20" } } }"#;
    let (questions, _) = asked(table, more);
    assert_eq!(questions[0].key, "column.Rejected ballots.zero");
    let mut more: serde_json::Value = serde_json::from_str(more).unwrap();
    more["column"] = json!({ "Rejected ballots": { "zero": "missing" } });
    let counts = imported(table, &more.to_string()).document["counts"].clone();
    assert_eq!(counts[0]["status"], "preliminary");
    assert_eq!(
        counts[0]["ballots"]["invalid"],
        json!({ "missing": "not available" })
    );
    assert_eq!(counts[1]["status"], "final");
    assert_eq!(counts[1]["ballots"]["invalid"], 3);
    assert_eq!(
        counts[1]["results"],
        json!({ "ada": { "votes": 11 }, "bo": { "votes": 21 } })
    );
}

#[test]
fn a_wide_table_has_an_option_in_each_column_that_a_person_names() {
    let table = "Area;Eligible voters;Greens;Reds\nNorth;100;40;30\nSouth;200;50;60\n";
    let (questions, _) = asked(table, "{}");
    assert_eq!(questions[0].key, "options");
    let imported = imported(
        table,
        r#"{ "options": "Greens,Reds", "sumOver": "Area", "kind": "party" }"#,
    );
    assert_eq!(
        imported.document["counts"][0]["ballots"],
        json!({ "eligible": 300 })
    );
    assert_eq!(
        imported.document["counts"][0]["results"],
        json!({ "greens": { "votes": 90 }, "reds": { "votes": 90 } })
    );
}

#[test]
fn numbered_groups_of_columns_are_an_option_each() {
    let table = "Commune;Inscrits;Nom 1;Voix 1;% Voix/exprimés 1;Nom 2;Voix 2;% Voix/exprimés 2\n\
        Lyon;1 000;MARTIN;300;60,5;PETIT;196;39,5\n";
    let more = r#"{ "map": { "name": "Nom *", "votes": "Voix *", "percent": "% Voix/exprimés *" }, "percentOf": "valid" }"#;
    let imported = imported(table, more);
    assert_eq!(imported.document["options"][1]["name"], "PETIT");
    assert_eq!(
        imported.document["counts"][0]["results"],
        json!({ "martin": { "votes": 300, "percent": 60.5 }, "petit": { "votes": 196, "percent": 39.5 } })
    );
    assert_eq!(imported.document["counts"][0]["percentOf"], "valid");
    assert_eq!(imported.document["counts"][0]["ballots"]["eligible"], 1000);
}

#[test]
fn options_without_names_in_the_file_are_named_by_an_answer() {
    let table = "area;D1;D2\nall;10;20\n";
    let imported = imported(
        table,
        r#"{ "map": { "votes": "D*" }, "names": { "1": "Ada", "2": "Bo" } }"#,
    );
    assert_eq!(imported.document["options"][0]["name"], "Ada");
    assert_eq!(imported.document["counts"][0]["results"]["bo"]["votes"], 20);
}

#[test]
fn a_row_with_more_cells_than_the_header_is_refused_with_its_place() {
    let refused = refused("Candidate,Votes\nA,1,234\n", "{}");
    assert_eq!(refused.at.unwrap().to_string(), "line 2, column 3");
    assert!(refused.message.contains("quotation marks"), "{refused}");
}

#[test]
fn shares_of_areas_are_left_out_and_never_averaged() {
    let table = "Ward,Candidate,Votes,Percent\n1,A,5,50\n2,A,5,25\n1,B,5,50\n2,B,15,75\n";
    let imported = imported(table, r#"{ "sumOver": ["Ward"] }"#);
    assert_eq!(
        imported.document["counts"][0]["results"],
        json!({ "a": { "votes": 10 }, "b": { "votes": 20 } })
    );
    assert!(
        imported
            .report
            .left_out
            .iter()
            .any(|line| line.said.contains("can't be added"))
    );
}

#[test]
fn a_sum_of_votes_or_of_papers_is_no_option_in_any_language() {
    for (header, sum) in [
        ("Party,Votes", "Total votes"),
        ("Party,Votes", "Total of votes"),
        ("Партия,Голоса", "Всего голосов"),
        ("Партия,Дауыс", "Барлығы дауыс"),
        ("Партия,Добуш", "Бардыгы добуш"),
        ("Partiya,Ovozlar", "Jami ovoz"),
        ("Partei,Stimmen", "Stimmen gesamt"),
        ("Parti,Voix", "Total des voix"),
    ] {
        let imported = imported(&format!("{header}\nA,120\nB,80\n{sum},200\n"), "{}");
        let results = imported.document["counts"][0]["results"].as_object();
        assert_eq!(results.map(|results| results.len()), Some(2), "{sum}");
    }
    let imported = imported("Parti,Voix\nA,120\nB,80\nTotal des exprimés,200\n", "{}");
    let count = &imported.document["counts"][0];
    assert_eq!(count["ballots"], json!({ "valid": 200 }));
}

#[test]
fn a_second_column_of_a_field_is_named_with_the_one_that_is_read() {
    let table = ",2024,,2020,\nParty,Votes,%,Votes,%\nA,120,60,100,50\nB,80,40,100,50\n";
    let imported = imported(table, "{}");
    assert_eq!(
        imported.document["counts"][0]["results"]["a"],
        json!({ "votes": 120, "percent": 60 })
    );
    let left_out = imported.report.left_out.iter().map(ToString::to_string);
    let said: Vec<_> = left_out.collect();
    let second = "line 2, column 4: the column \"Votes\" -> a second column of votes: column 2 is read (name another with --map)";
    assert!(said.iter().any(|line| line == second), "{said:?}");
}

#[test]
fn a_sum_that_the_rows_do_not_add_up_to_is_warned_of() {
    let warnings = |total: &str| {
        let table = format!("Party,Votes\nA,120\nB,80\nInvalid votes,10\n{total}\n");
        imported(&table, "{}").report.warnings
    };
    assert_eq!(
        warnings("Total,220"),
        ["line 5: \"Total\" is 220 votes, and the rows add up to 200"]
    );
    for total in ["Total,200", "Total,210", "Total,about 220", "Total,"] {
        assert!(warnings(total).is_empty(), "{total}");
    }
}

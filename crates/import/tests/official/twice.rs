//! Files that hold a thing twice, hold two elections, or contradict themselves.

use super::{asked, imported, refused, try_import};
use election_widgets_import::Outcome;

/// Answers that let each made-up file import.
const ANSWERS: &str = r#"{
    "title": "T", "office": "O", "kind": "party", "asOf": "2030", "status": "partial", "names": "D1=Ada Park,D2=Ben Lee",
    "source": { "title": "S", "publisher": "P", "date": "2030" }
}"#;

pub fn with(more: &[(&str, &str)]) -> String {
    let mut answers: serde_json::Value = serde_json::from_str(ANSWERS).unwrap();
    for (key, value) in more {
        answers[*key] = (*value).into();
    }
    answers.to_string()
}

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../data/official/", $name))
    };
}

/// A file with its first `old` replaced, which must import as it is.
pub fn changed(file: &str, answers: &str, old: &str, new: &str) -> String {
    let whole = try_import(file.as_bytes(), answers, None);
    assert!(matches!(whole, Ok(Outcome::Imported(_))), "{whole:#?}");
    assert!(file.contains(old), "{old}");
    file.replacen(old, new, 1)
}

/// The file with a line of it twice.
fn doubled(file: &str, part: &str) -> String {
    let line = file.lines().find(|line| line.contains(part)).unwrap();
    file.replacen(line, &format!("{line}\n{line}"), 1)
}

#[test]
fn a_row_that_stands_in_the_file_twice_is_refused_with_its_place_and_never_added_twice() {
    let federal = with(&[("area", "99"), ("vote", "2")]);
    let all = with(&[("area", "all")]);
    let year = with(&[("contest", "2030")]);
    for (file, answers, part, message) in [
        (
            file!("kerg2.csv"),
            federal.as_str(),
            ";Partei;Fluss;2;2;",
            "line 13, column 8: the group \"Partei Fluss\" has a row before this one (line 12)",
        ),
        (
            file!("kerg2.csv"),
            federal.as_str(),
            ";Gültige;-1;2;",
            "line 11, column 8: the group \"System-Gruppe Gültige\" has a row before",
        ),
        (
            file!("votemanager.csv"),
            all.as_str(),
            "Neustadt",
            "line 4, column 4: the area \"20 Neustadt\" has a row before this one (line 3)",
        ),
        (
            file!("onegov-majorz.csv"),
            ANSWERS,
            "Oberau,1,True,1000,600,5,15,20,580,10,0,570,,,,,,,Lee",
            "line 4, column 9: the candidate of a municipality \"1  2\" has a row before",
        ),
        (
            file!("onegov-proporz.csv"),
            ANSWERS,
            "Unterau,2,True,500,300,2,8,10,290,70,0,800,Hügel,2,#ff7f0e,1,500,,,Name21",
            "line 10, column",
        ),
        (
            file!("onegov-vote.csv"),
            ANSWERS,
            "Oberau",
            "line 3, column 8: the municipality \"1\" has a row before this one (line 2)",
        ),
        (
            file!("onegov-parties.csv"),
            year.as_str(),
            "2030,Fluss",
            "line 3, column 3: the party \"0\" has a row before this one (line 2)",
        ),
    ] {
        let whole = try_import(file.as_bytes(), answers, None);
        assert!(matches!(whole, Ok(Outcome::Imported(_))), "{whole:#?}");
        let said = refused(&doubled(file, part), answers);
        assert!(said.starts_with(message), "{said}");
    }
}

#[test]
fn an_element_that_stands_in_the_file_twice_is_refused_with_its_place() {
    let clarity = with(&[("contest", "10")]);
    let vote = with(&[("contest", "v1")]);
    let president = with(&[("contest", "president")]);
    let total = "<r:VoteCounts><r:GpUnitId>land</r:GpUnitId><r:Type>total</r:Type><r:Count>580</r:Count></r:VoteCounts>";
    for (file, answers, old, new, message) in [
        (
            file!("clarity.xml"),
            &clarity,
            "<Choice key=\"3\"",
            "<Choice key=\"2\"",
            "line 21, column 9: the Choice \"2\" is in the file twice, also at line 18, column 9:",
        ),
        (
            file!("ech-vote.xml"),
            &vote,
            "<countingCircleId>2<",
            "<countingCircleId>1<",
            "line 52, column 7: the counting circle \"1\" is in the file twice, also at line 32, column 7:",
        ),
        (
            file!("cdf.xml"),
            &president,
            total,
            &format!("{total}{}", total.replace("580", "581")),
            "line 20, column 111: the selection has a total of this unit before",
        ),
        (
            file!("cdf.xml"),
            &president,
            "ObjectId=\"s-lee\"",
            "ObjectId=\"s-park\"",
            "line 11, column 7: the selection \"s-park\" is in the file twice, also at line 18, column 7:",
        ),
    ] {
        let said = refused(&changed(file, answers, old, new), answers);
        assert!(said.starts_with(message), "{said}");
    }
}

#[test]
fn totals_of_several_devices_are_added_up() {
    let president = with(&[("contest", "president")]);
    let total = "<r:VoteCounts><r:GpUnitId>land</r:GpUnitId><r:Type>total</r:Type><r:Count>580</r:Count></r:VoteCounts>";
    let of_device = total.replace(
        "<r:Count>",
        "<r:DeviceClass><r:Type>bmd</r:Type></r:DeviceClass><r:Count>",
    );
    let file = changed(
        file!("cdf.xml"),
        &president,
        total,
        &format!("{of_device}{of_device}"),
    );
    let document = imported(&file, &president).document;
    assert_eq!(document["counts"][1]["results"]["s-lee"]["votes"], 1160);
}

#[test]
fn a_race_with_a_candidate_or_its_largest_unit_twice_is_refused() {
    let answers = with(&[("contest", "101")]);
    let twice = changed(
        file!("ap.json"),
        &answers,
        "\"candidateID\": \"2\"",
        "\"candidateID\": \"1\"",
    );
    let said = refused(&twice, &answers);
    assert!(
        said.contains("the candidateID \"1\" is in the file twice"),
        "{said}"
    );
    let units = changed(
        file!("ap.json"),
        &answers,
        "\"level\": \"subunit\"",
        "\"level\": \"state\"",
    );
    let said = refused(&units, &answers);
    assert!(
        said.contains("2 reporting units of its highest level"),
        "{said}"
    );
}

#[test]
fn contests_with_one_id_are_told_apart_by_their_names_or_refused() {
    let clarity = with(&[("contest", "10")]);
    let file = changed(file!("clarity.xml"), &clarity, "key=\"20\"", "key=\"10\"");
    let said = refused(&file, &clarity);
    assert!(
        said.contains("two with the id \"10\": \"Mayor\" and \"Bridge bonds\""),
        "{said}"
    );
    let named = imported(&file, &with(&[("contest", "Bridge bonds")]));
    assert_eq!(named.document["options"][0]["name"], "For");
    let (questions, _) = asked(&file, ANSWERS);
    assert_eq!(questions[0].key, "contest");
}

#[test]
fn rows_of_two_elections_in_one_file_are_refused_where_the_second_begins() {
    let federal = with(&[("area", "99"), ("vote", "2")]);
    for (file, answers, old, new, message) in [
        (
            file!("onegov-majorz.csv"),
            ANSWERS,
            "Ständeratswahl 2030,2030-10-18,canton,majorz,1,436,interim,Unterau",
            "Regierungsratswahl 2030,2030-10-18,canton,majorz,1,436,interim,Unterau",
            "line 4, column 1: election_title is \"Regierungsratswahl 2030\" here",
        ),
        (
            file!("onegov-majorz.csv"),
            ANSWERS,
            "436,interim,Unterau",
            "436,final,Unterau",
            "line 4, column 7: election_status is \"final\" here and \"interim\" in the first row",
        ),
        (
            file!("onegov-vote.csv"),
            ANSWERS,
            "Brückengesetz,2030-05-21,E-1,canton,interim,proposal,Unterau",
            "Strassengesetz,2030-05-21,E-1,canton,interim,proposal,Unterau",
            "line 3, column 1: title is \"Strassengesetz\" here",
        ),
        (
            file!("kerg2.csv"),
            federal.as_str(),
            "14.04.2030;Bund;99;Bundesgebiet;;;Partei;Wald;3;2",
            "23.02.2025;Bund;99;Bundesgebiet;;;Partei;Wald;3;2",
            "line 16, column 2: Wahltag is \"23.02.2025\" here",
        ),
    ] {
        let said = refused(&changed(file, answers, old, new), answers);
        assert!(said.starts_with(message), "{said}");
    }
}

#[test]
fn papers_that_contradict_each_other_are_warned_of_with_their_place() {
    let all = with(&[("area", "all")]);
    let voters = changed(
        file!("votemanager.csv"),
        &all,
        "500;90;10;490",
        "600;90;10;490",
    );
    let warnings = imported(&voters, &all).report.warnings;
    assert_eq!(
        warnings,
        ["line 2, column 12: column B is 600, and C and D come to 500"]
    );
    let papers = changed(
        file!("onegov-majorz.csv"),
        ANSWERS,
        "Oberau,1,True,1000,600",
        "Oberau,1,True,1000,700",
    );
    let warnings = imported(&papers, ANSWERS).report.warnings;
    let said = "line 3, column 12: entity_received_ballots is 600 here and 700 before";
    assert!(
        warnings.iter().any(|warning| warning == said),
        "{warnings:?}"
    );
}

#[test]
fn papers_that_are_more_than_the_voters_or_not_those_cast_are_warned_of() {
    let vote = with(&[("contest", "v1"), ("status", "final")]);
    let file = changed(
        file!("ech-vote.xml"),
        &vote,
        "<receivedVotes>500",
        "<receivedVotes>700",
    );
    let warnings = |file: &str, answers: &str| imported(file, answers).report.warnings;
    let said = "900 papers are cast, and those that are valid, invalid or blank come to 700";
    let of_circle = "line 38, column 9: 700 papers are cast, and those that are valid, invalid or blank come to 500";
    let has = |warnings: &[String], said: &str| warnings.iter().any(|warning| warning == said);
    let all = warnings(&file, &vote);
    assert!(has(&all, said) && has(&all, of_circle), "{all:?}");
    // More may be counted, and not in a circle that is fully counted.
    let all = warnings(&file, &with(&[("contest", "v1")]));
    assert!(!has(&all, said) && has(&all, of_circle), "{all:?}");
    assert_eq!(warnings(file!("ech-vote.xml"), &vote), [""; 0]);
    let file = changed(
        file!("onegov-vote.csv"),
        ANSWERS,
        "300,250,2,8,1000",
        "800,250,2,8,1000",
    );
    let said = "line 2, column 14: 1060 papers of 1000 eligible voters";
    assert_eq!(warnings(&file, ANSWERS), [said]);
}

#[test]
fn a_number_that_is_none_is_named_with_its_option_where_the_file_has_no_lines() {
    let governor = with(&[("contest", "101")]);
    let file = changed(
        file!("ap.json"),
        &governor,
        "\"voteCount\": 620",
        "\"voteCount\": -620",
    );
    let said = refused(&file, &governor);
    assert!(
        said.starts_with("race 101: Ada Park: voteCount: expected a whole number"),
        "{said}"
    );
    let president = with(&[("contest", "president")]);
    let file = changed(
        file!("cdf.json"),
        &president,
        "\"Count\": 580",
        "\"Count\": -580",
    );
    let said = refused(&file, &president);
    assert!(
        said.starts_with("Ben Lee: Count: expected a whole number"),
        "{said}"
    );
}

#[test]
fn a_unit_whose_id_another_has_is_warned_of() {
    let president = with(&[("contest", "president")]);
    let file = changed(
        file!("cdf.xml"),
        &president,
        "GpUnit ObjectId=\"south-1\"",
        "GpUnit ObjectId=\"land\"",
    );
    let warnings = imported(&file, &president).report.warnings;
    let said = "line 63, column 3: a second GpUnit has the id \"land\"; the first is read";
    assert!(
        warnings.iter().any(|warning| warning == said),
        "{warnings:?}"
    );
}

#[test]
fn a_test_that_says_it_is_final_stays_a_test() {
    let president = with(&[("contest", "president"), ("status", "certified")]);
    let file = changed(
        file!("cdf.xml"),
        &president,
        "<r:IsTest>false",
        "<r:IsTest>true",
    );
    let file = file.replace("unofficial-partial", "certified");
    assert!(refused(&file, &president).contains("--rehearsal"));
    let mut answers: serde_json::Value = serde_json::from_str(&president).unwrap();
    answers["rehearsal"] = true.into();
    let document = imported(&file, &answers.to_string()).document;
    assert_eq!(document["test"], true);
    assert_eq!(document["counts"][1]["status"], "certified");
}

#[test]
fn a_table_of_a_head_alone_is_refused_with_its_line() {
    for (file, line) in [
        (file!("kerg2.csv"), 4),
        (file!("votemanager.csv"), 1),
        (file!("onegov-vote.csv"), 1),
    ] {
        let head: String = file.split_inclusive('\n').take(line).collect();
        let said = refused(&head, ANSWERS);
        assert_eq!(
            said,
            format!("line {line}: the table has no rows below its head")
        );
    }
}

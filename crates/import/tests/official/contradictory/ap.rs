//! Races in the shape of AP's elections API.

use super::{count, warned};
use crate::twice::{changed, with};
use crate::{imported, left_out, refused};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../data/official/ap.json");

fn governor() -> String {
    with(&[("contest", "101")])
}

#[test]
fn units_of_a_level_that_have_more_votes_than_the_state_are_warned_of_with_their_names() {
    for (old, new, said) in [
        (
            "\"voteCount\": 300",
            "\"voteCount\": 621",
            "Ada Park: North has 621, more than the 620 of River",
        ),
        (
            "\"precinctsReporting\": 20",
            "\"precinctsReporting\": 41",
            "precinctsReporting: North has 41, more than the 40 of River",
        ),
        (
            "\"precinctsTotal\": 20",
            "\"precinctsTotal\": 61",
            "precinctsTotal: North has 61, more than the 60 of River",
        ),
        (
            "\"last\": \"Park\", \"candidateID\": \"1\", \"voteCount\": 300",
            "\"last\": \"Mate\", \"candidateID\": \"9\", \"voteCount\": 300",
            "Ada Mate is a candidate in North and not in River",
        ),
    ] {
        assert_eq!(warned(FILE, &governor(), old, new), [said]);
    }
}

#[test]
fn units_are_added_up_within_their_level_alone() {
    let north = FILE
        .lines()
        .find(|line| line.contains("\"North\""))
        .unwrap();
    let candidates = FILE
        .lines()
        .find(|line| line.contains("\"voteCount\": 300"))
        .unwrap();
    let unit = format!("{north}\n{candidates}\n}}, {{");
    let with_other = |name: &str, level: &str| {
        let other = unit.replace("North", name);
        FILE.replacen(
            north,
            &format!("{}{north}", other.replace("subunit", level)),
            1,
        )
    };
    let more = |file: &str| file.replace("\"voteCount\": 300", "\"voteCount\": 311");
    let warnings = |file: &str| imported(file, &governor()).report.warnings;
    assert_eq!(warnings(&more(&with_other("North", "FIPSCode"))), [""; 0]);
    assert_eq!(warnings(&with_other("South", "subunit")), [""; 0]);
    let said = "Ada Park: South and North together have 622, more than the 620 of River";
    assert_eq!(warnings(&more(&with_other("South", "subunit"))), [said]);
}

#[test]
fn a_warning_lists_three_units_and_counts_those_beyond() {
    let file = FILE.replacen(
        "\"reportingunitName\": \"North\", \"level\": \"subunit\"",
        "\"level\": \"subunit\", \"reportingunitName\": \"A\"",
        1,
    );
    let unit = |name: &str| {
        format!(
            "{{ \"level\": \"subunit\", \"reportingunitName\": \"{name}\", \"precinctsTotal\": 15 }},"
        )
    };
    let units: String = ["B", "C", "D"].map(unit).concat();
    let file = file.replacen(
        "\"reportingUnits\": [",
        &format!("\"reportingUnits\": [{units}"),
        1,
    );
    let said = "precinctsTotal: B, C, D and 1 more together have 65, more than the 60 of River";
    assert_eq!(imported(&file, &governor()).report.warnings, [said]);
}

#[test]
fn a_share_of_precincts_is_used_where_their_numbers_lack_and_warned_of_where_they_differ() {
    let numbers =
        "\"precinctsReporting\": 40, \"precinctsTotal\": 60, \"precinctsReportingPct\": 66.67";
    let reported = |new: &str| count(FILE, &governor(), numbers, new)["reported"].take();
    assert_eq!(
        reported("\"precinctsReportingPct\": 66.67"),
        json!({ "percent": 66.67, "of": "stations" })
    );
    assert_eq!(
        reported("\"eevp\": 71"),
        json!({ "percent": 71, "of": "expected-votes" })
    );
    assert_eq!(
        reported("\"precinctsReporting\": 40"),
        json!({ "done": 40, "of": "stations" })
    );
    assert_eq!(reported("\"precinctsTotal\": 60"), Value::Null);
    let total = changed(FILE, &governor(), numbers, "\"precinctsTotal\": 60");
    let left = left_out(&imported(&total, &governor()));
    let what = "races/reportingUnits/precinctsTotal".to_owned();
    assert!(left.contains(&what), "{left:#?}");
    assert_eq!(
        warned(FILE, &governor(), "Pct\": 66.67", "Pct\": 66.69"),
        ["precinctsReportingPct is 66.69 percent, and 40 of 60 are 66.67"]
    );
    assert_eq!(
        warned(FILE, &governor(), "Pct\": 66.67", "Pct\": 66"),
        [""; 0]
    );
}

#[test]
fn two_winners_of_one_seat_are_warned_of() {
    let lee = "\"candidateID\": \"2\",";
    assert_eq!(
        warned(FILE, &governor(), lee, &format!("{lee} \"winner\": \"X\",")),
        ["Ada Park and Ben Lee are winners, and the race has no numWinners: it would elect one"]
    );
    for (seats, winner, said) in [
        (
            1,
            "X",
            Some("2 options are elected, and the contest elects 1"),
        ),
        (2, "X", None),
        (
            1,
            "R",
            Some("all who are elected (1) are known, and others take part in a runoff"),
        ),
    ] {
        let file = FILE.replacen(lee, &format!("{lee} \"winner\": \"{winner}\","), 1);
        let file = file.replacen(
            "\"raceID\": \"101\"",
            &format!("\"raceID\": \"101\", \"numWinners\": {seats}"),
            1,
        );
        let warnings = imported(&file, &governor()).report.warnings;
        assert_eq!(warnings, Vec::from_iter(said), "{seats} {winner}");
    }
}

#[test]
fn a_race_that_can_not_be_read_is_named_by_its_id() {
    let state = FILE.split("\"candidates\": [").nth(1).unwrap();
    let candidates = state.split(']').next().unwrap();
    for (old, new, said) in [
        (
            candidates,
            "",
            "race 101: the reporting unit River has no candidates, which would be the options",
        ),
        (
            "\"first\": \"Ada\", \"last\": \"Park\"",
            "\"first\": \"\"",
            "race 101: the candidate 1 has no name (last)",
        ),
        (
            "\"voteCount\": 300",
            "\"voteCount\": -300",
            "race 101: North: voteCount: expected a whole number such as 1250, found \"-300\"",
        ),
        (
            "\"level\": \"state\"",
            "\"level\": \"county\"",
            "race 101: the race has no reporting unit of the level national or state",
        ),
    ] {
        let file = changed(FILE, &governor(), old, new);
        assert_eq!(refused(&file, &governor()), said);
    }
}

#[test]
fn a_day_that_is_none_is_named_among_what_is_left_out() {
    for (old, new) in [
        ("2030-11-06T03:55:10Z", "yesterday"),
        (
            "\"electionDate\": \"2030-11-05\"",
            "\"electionDate\": \"Tuesday\"",
        ),
    ] {
        let file = changed(FILE, &governor(), old, new);
        let left = left_out(&imported(&file, &governor()));
        let is_named = |day: &str| left.iter().any(|line| line.ends_with(day));
        assert!(is_named("yesterday") || is_named("Tuesday"), "{left:#?}");
    }
}

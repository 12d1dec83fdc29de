//! Deliveries of eCH-0252 with figures that contradict each other.

use super::warned;
use crate::twice::{changed, with};
use crate::{imported, left_out, try_import};
use election_widgets_import::{Imported, Outcome, Refused};

const VOTE: &str = include_str!("../../data/official/ech-vote.xml");
const MAJORITY: [&str; 2] = [
    include_str!("../../data/official/ech-majority-result.xml"),
    include_str!("../../data/official/ech-majority-info.xml"),
];
const PROPORTIONAL: [&str; 2] = [
    include_str!("../../data/official/ech-proportional-result.xml"),
    include_str!("../../data/official/ech-proportional-info.xml"),
];

fn vote() -> String {
    with(&[("contest", "v1")])
}

/// An election from two deliveries.
fn election(figures: &str, names: &str) -> Result<Imported, Refused> {
    match try_import(figures.as_bytes(), &with(&[]), Some(names)) {
        Ok(Outcome::Imported(imported)) => Ok(*imported),
        Ok(other) => panic!("{other:#?}"),
        Err(refused) => Err(refused),
    }
}

#[test]
fn the_made_up_files_contradict_nothing() {
    assert_eq!(imported(VOTE, &vote()).report.warnings, [""; 0]);
    for [figures, names] in [MAJORITY, PROPORTIONAL] {
        let imported = election(figures, names).unwrap();
        assert_eq!(imported.report.warnings, [""; 0]);
    }
}

#[test]
fn a_circle_whose_papers_turnout_or_answers_do_not_fit_is_warned_of_with_its_place() {
    for (old, new, said) in [
        (
            "<voterTurnout>50.00",
            "<voterTurnout>55.00",
            "line 38, column 9: voterTurnout is 55.00 percent, and 500 of 1000 are 50.00",
        ),
        (
            "<receivedInvalidVotes>5",
            "<receivedInvalidVotes>6",
            "line 38, column 9: 500 papers are cast, and those that are valid, invalid or blank come to 501",
        ),
        (
            "<countOfYesVotes>300",
            "<countOfYesVotes>301",
            "line 38, column 9: 491 answers are on 490 valid papers",
        ),
    ] {
        let warnings = warned(VOTE, &vote(), old, new);
        assert_eq!(warnings.first().map(String::as_str), Some(said));
    }
    let voters = "<countOfVotersTotal>1000";
    let warnings = warned(VOTE, &vote(), voters, "<countOfVotersTotal>499");
    let said = "line 38, column 9: 500 papers are cast by 499 eligible voters";
    assert!(
        warnings.iter().any(|warning| warning == said),
        "{warnings:?}"
    );
}

#[test]
fn figures_of_a_circle_that_is_not_fully_counted_are_named() {
    let counted = "<fullyCountedTrue>true";
    let file = changed(VOTE, &vote(), counted, "<fullyCountedTrue>false");
    let left = left_out(&imported(&file, &vote()));
    let what = "the figures of circles that are not fully counted: 1".to_owned();
    assert!(left.contains(&what), "{left:#?}");
    assert!(!left_out(&imported(VOTE, &vote())).contains(&what));
}

#[test]
fn answers_that_a_circle_lacks_are_warned_of() {
    assert_eq!(
        warned(VOTE, &vote(), "<countOfYesVotes>300</countOfYesVotes>", ""),
        ["countOfYesVotes: not all counting circles that are counted have it"]
    );
}

#[test]
fn a_candidate_or_list_that_stands_twice_is_refused_with_both_places() {
    let second_of = |file: &str, id: &str, other: &str| file.replacen(id, other, 1);
    let [figures, names] = MAJORITY;
    let twice = second_of(figures, ">c2<", ">c1<");
    let said = election(&twice, names).unwrap_err().to_string();
    assert_eq!(
        said,
        "line 43, column 17: the candidate \"c1\" is in the file twice, also at line 37, column 17: take one of them out"
    );
    let [figures, names] = PROPORTIONAL;
    let twice = second_of(figures, ">02<", ">01<");
    let said = election(&twice, names).unwrap_err().to_string();
    assert!(
        said.contains("the list \"01\" is in the file twice"),
        "{said}"
    );
}

#[test]
fn who_is_elected_by_lot_is_said_to_be_and_more_than_there_are_seats_is_warned_of() {
    let [figures, names] = MAJORITY;
    let by_lot = figures.replacen("ByDraw>false", "ByDraw>true", 1);
    let document = election(&by_lot, names).unwrap().document;
    assert_eq!(document["outcomes"][0]["kind"], "elected-by-lot");
    let elected = figures.split("<electedCandidate>").nth(1).unwrap();
    let elected = elected.split("</electedCandidate>").next().unwrap();
    let elected = format!("<electedCandidate>{elected}</electedCandidate>");
    let other = elected
        .replace("c1", "c2")
        .replace("ByDraw>false", "ByDraw>true");
    let both = figures.replacen(&elected, &format!("{elected}{other}"), 1);
    assert_eq!(
        election(&both, names).unwrap().report.warnings,
        ["2 options are elected, and the contest elects 1"]
    );
}

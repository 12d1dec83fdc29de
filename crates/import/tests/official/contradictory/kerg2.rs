//! Areas of kerg2 with figures that contradict each other.

use super::{count, warned};
use crate::twice::{changed, with};
use crate::{imported, left_out, refused};
use serde_json::json;

const FILE: &str = include_str!("../../data/official/kerg2.csv");

fn federation() -> String {
    with(&[("area", "99"), ("vote", "1")])
}

fn constituency() -> String {
    with(&[("area", "001"), ("vote", "1"), ("office", "Rat")])
}

/// The file with its constituency as a state directly in the federation.
fn with_state() -> String {
    FILE.replace(
        "Wahlkreis;001;Oberfluss;LAND;01",
        "Land;01;Oberfluss;BUND;99",
    )
}

#[test]
fn areas_within_that_have_more_than_the_area_are_warned_of_with_both_figures() {
    let party = "Partei;Fluss;1;1;100;99,009901";
    let voters = "Wahlberechtigte;-4;;200;";
    for (old, new, said) in [
        (
            party,
            party.replace(";100;", ";501;"),
            "Fluss: Oberfluss has 501, more than the 500 of Bundesgebiet",
        ),
        (
            voters,
            voters.replace("200", "2001"),
            "Wahlberechtigte: Oberfluss has 2001, more than the 2000 of Bundesgebiet",
        ),
    ] {
        assert_eq!(warned(&with_state(), &federation(), old, &new), [said]);
        // Voters are those of both votes.
        let second = with(&[("area", "99"), ("vote", "2")]);
        let warnings = warned(&with_state(), &second, old, &new);
        assert_eq!(warnings.is_empty(), old == party, "{warnings:?}");
        // Of a constituency the file does not say that it lies directly in the federation.
        assert_eq!(warned(FILE, &federation(), old, &new), [""; 0]);
    }
}

#[test]
fn the_share_of_papers_and_changes_of_papers_are_compared_or_named() {
    assert_eq!(
        warned(
            FILE,
            &federation(),
            "Gültige;-1;1;1200;96;",
            "Gültige;-1;1;1200;98;"
        ),
        ["line 9, column 13: the share of Gültige is 98 percent, and 1200 of 1250 are 96.00"]
    );
    let left = left_out(&imported(FILE, &federation()));
    let what = "Wählende: change of 2,5 points".to_owned();
    assert!(left.contains(&what), "{left:#?}");
}

#[test]
fn a_percentage_without_a_number_is_kept() {
    let wald = "Partei;Wald;3;1;;;";
    assert_eq!(
        count(FILE, &federation(), wald, "Partei;Wald;3;1;;4,5;")["results"]["wald"],
        json!({ "percent": 4.5 })
    );
}

#[test]
fn rows_that_name_two_winners_or_no_group_are_refused_with_their_place() {
    let last = "Einzelbewerber/Wählergruppe;EB:Ufer;2;1;1;0,990099;;;;;;";
    let file = changed(
        FILE,
        &constituency(),
        &format!("{last}–"),
        &format!("{last}Fluss"),
    );
    assert_eq!(
        refused(&file, &constituency()),
        "line 23, column 19: Gewählt is \"Fluss\" here and \"–\" in the first row: one group wins a constituency"
    );
    let file = changed(FILE, &federation(), "Partei;Hügel;1;1;", "Partei;;1;1;");
    assert_eq!(
        refused(&file, &federation()),
        "line 13, column 9: expected the name of a group, found \"\""
    );
}

#[test]
fn a_percentage_below_zero_is_refused_with_its_place() {
    let file = changed(FILE, &federation(), "500;41,666667", "500;-41,666667");
    assert_eq!(
        refused(&file, &federation()),
        "line 11, column 13: expected a percentage of zero or more, such as 12,5, found \"-41,666667\""
    );
}

#[test]
fn a_change_that_is_not_the_difference_of_the_shares_is_warned_of() {
    let second = with(&[("area", "99"), ("vote", "2")]);
    assert_eq!(
        warned(FILE, &second, "4,377104;-1,25", "4,377104;-11,25"),
        [
            "line 12, column 17: Fluss has a change of -11,25 points, and its shares are 50 now and 51,25 before"
        ]
    );
}

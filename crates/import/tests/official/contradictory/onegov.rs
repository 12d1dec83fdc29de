//! Files of OneGov with figures that contradict each other.

use super::warned;
use crate::twice::{changed, with};
use crate::{imported, left_out, refused};

const MAJORZ: &str = include_str!("../../data/official/onegov-majorz.csv");
const PROPORZ: &str = include_str!("../../data/official/onegov-proporz.csv");
const VOTE: &str = include_str!("../../data/official/onegov-vote.csv");
const PARTIES: &str = include_str!("../../data/official/onegov-parties.csv");

fn answers() -> String {
    with(&[])
}

fn year() -> String {
    with(&[("contest", "2030")])
}

#[test]
fn the_made_up_files_contradict_nothing() {
    for file in [MAJORZ, PROPORZ, VOTE] {
        assert_eq!(imported(file, &answers()).report.warnings, [""; 0]);
    }
    assert_eq!(imported(PARTIES, &year()).report.warnings, [""; 0]);
}

#[test]
fn rows_of_one_municipality_candidate_list_or_year_that_differ_are_warned_of_with_their_place() {
    let lee = "Unterau,2,True,500,300,2,8,10,290,5,0,285,,,,,,,Lee,Ben,2,False";
    for (file, old, new, said) in [
        (
            MAJORZ,
            "10,0,570,,,,,,,Lee",
            "10,0,571,,,,,,,Lee",
            "line 3, column 19: entity_accounted_votes is 571 here and 570 before",
        ),
        (
            MAJORZ,
            "600,5,15,20,580,10,0,570,,,,,,,Lee",
            "600,5,15,21,580,10,0,570,,,,,,,Lee",
            "line 3, column 15: entity_unaccounted_ballots is 21 here and 20 before",
        ),
        (
            MAJORZ,
            lee,
            &lee.replace("False", "True"),
            "line 5, column 29: candidate_elected is True here and False before",
        ),
        (
            MAJORZ,
            lee,
            &lee.replace("Lee,", "Mate,"),
            "line 5, column 26: candidate_family_name is Mate here and Lee before",
        ),
        (
            PROPORZ,
            "290,70,0,800,Hügel",
            "290,70,0,800,Hang",
            "line 8, column 21: list_name is Hang here and Hügel before",
        ),
    ] {
        let warnings = warned(file, &answers(), old, new);
        assert!(warnings.iter().any(|one| one == said), "{warnings:?}");
    }
    assert_eq!(
        warned(PARTIES, &year(), "Hügel,1,2400", "Hügel,1,2500"),
        ["line 3, column 4: total_votes is 2500 here and 2400 before"]
    );
    assert_eq!(
        warned(PARTIES, &year(), "Fluss,0,2400", "Fluss,0,"),
        [""; 0]
    );
    let file = changed(MAJORZ, &answers(), lee, &lee.replace("2,True", "2,False"));
    assert_eq!(
        refused(&file, &answers()),
        "line 5, column 10: entity_counted is \"False\" here and \"True\" in the first row: a municipality is counted or is not"
    );
}

#[test]
fn papers_and_votes_of_a_municipality_that_do_not_fit_are_warned_of() {
    let oberau = "1000,600,5,15,20,580,10,0,570";
    for (file, old, new, said) in [
        (
            MAJORZ,
            oberau,
            "1000,600,5,16,20,580,10,0,570",
            "line 2, column 15: entity_unaccounted_ballots is 20, and blank and invalid papers come to 21",
        ),
        (
            MAJORZ,
            oberau,
            "1000,601,5,15,20,580,10,0,570",
            "line 2, column 12: entity_received_ballots is 601, and accounted and unaccounted papers come to 600",
        ),
        (
            MAJORZ,
            oberau,
            "599,600,5,15,20,580,10,0,570",
            "line 2, column 12: entity_received_ballots is 600, more than the 599 eligible voters",
        ),
        (
            MAJORZ,
            oberau,
            "1000,600,5,15,20,580,11,0,569",
            "line 2, column 19: entity_accounted_votes is 569, and the votes of candidates come to 570",
        ),
        (
            PROPORZ,
            "140,0,1600",
            "141,0,1599",
            "line 2, column 20: entity_accounted_votes is 1599, and the votes of lists come to 1600",
        ),
    ] {
        // Every row of the municipality says the same.
        let whole = warned(file, &answers(), old, old);
        assert_eq!(whole, [""; 0]);
        let warnings = imported(&file.replace(old, new), &answers())
            .report
            .warnings;
        assert_eq!(warnings, [said]);
    }
}

#[test]
fn figures_of_municipalities_that_are_not_counted_are_named() {
    for (file, old, new) in [
        (VOTE, "Bergen,3,False,0,0", "Bergen,3,False,9,0"),
        (
            MAJORZ,
            "Park,Ada,1,False,Fluss,\n",
            "Park,Ada,1,False,Fluss,7\n",
        ),
    ] {
        let what = "the figures of municipalities that are not counted (1 rows)".to_owned();
        assert!(!left_out(&imported(file, &answers())).contains(&what));
        let left = left_out(&imported(&changed(file, &answers(), old, new), &answers()));
        assert!(left.contains(&what), "{left:#?}");
    }
}

#[test]
fn more_elected_than_mandates_a_candidate_without_a_name_and_a_majority_by_proportion_are_not_silent()
 {
    let both = MAJORZ.replace("Ben,2,False", "Ben,2,True");
    assert_eq!(
        imported(&both, &answers()).report.warnings,
        ["2 options are elected, and the contest elects 1"]
    );
    let nobody = MAJORZ.replace("Lee,Ben,2", ",,2");
    assert_eq!(
        refused(&nobody, &answers()),
        "line 3, column 26: expected the name of a candidate, found \"\""
    );
    let majority = PROPORZ.replace(",proporz,3,0,", ",proporz,3,900,");
    let left = left_out(&imported(&majority, &answers()));
    let what = "column election_absolute_majority (8 cells)".to_owned();
    assert!(left.contains(&what), "{left:#?}");
}

#[test]
fn a_sum_that_a_municipality_leaves_open_is_warned_of() {
    for (file, old, new, said) in [
        (
            MAJORZ,
            "Fluss,400",
            "Fluss,",
            "Ada Park: not all municipalities that are counted give votes",
        ),
        (
            VOTE,
            "True,300,250",
            "True,300,",
            "nays: not all municipalities that are counted have it",
        ),
    ] {
        assert_eq!(warned(file, &answers(), old, new), [said]);
    }
}

#[test]
fn a_candidate_of_whom_the_file_does_not_say_whether_they_are_elected_is_warned_of() {
    let file = MAJORZ.replace("Park,Ada,1,True", "Park,Ada,1,yes");
    let warnings = imported(&file, &answers()).report.warnings;
    let said = "line 2, column 29: candidate_elected is \"yes\", neither True nor False: nobody is elected by it";
    assert_eq!(warnings, [said]);
}

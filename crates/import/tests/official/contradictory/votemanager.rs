//! Areas of votemanager with figures that contradict each other.

use super::{count, warned};
use crate::twice::{changed, with};
use crate::{imported, left_out, refused};
use serde_json::Value;

const FILE: &str = include_str!("../../data/official/votemanager.csv");

fn all() -> String {
    with(&[("area", "all")])
}

#[test]
fn entitled_voters_that_are_not_the_sum_of_their_parts_are_warned_of() {
    let said =
        |sum: &str| format!("line 2, column 11: column A is 800, and A1, A2, A3 come to {sum}");
    for (new, said) in [
        (";690;100;0;800;", Some(said("790"))),
        (";700;110;0;800;", Some(said("810"))),
        // An empty cell is no zero: more only is a contradiction.
        (";690;100;;800;", None),
        (";700;110;;800;", Some(said("810"))),
    ] {
        let warnings = warned(FILE, &all(), ";700;100;0;800;", new);
        assert_eq!(warnings, Vec::from_iter(said), "{new}");
    }
}

#[test]
fn more_voters_than_are_entitled_are_warned_of_and_postal_votes_are_not() {
    let old = "700;100;0;800;500;90;10;490";
    for (new, said) in [
        (
            "300;50;0;350;500;90;10;490",
            Some("line 2, column 12: column B less B1 is 410, more than column A, 350"),
        ),
        (
            "700;100;0;800;500;501;10;490",
            Some("line 2, column 13: column B1 is 501, more than column B, 500"),
        ),
        ("0;0;0;0;500;0;10;490", None),
        ("300;150;0;450;500;90;10;490", None),
    ] {
        assert_eq!(
            warned(FILE, &all(), old, new),
            Vec::from_iter(said),
            "{new}"
        );
    }
}

#[test]
fn an_area_with_more_votes_than_valid_papers_is_warned_of_where_the_sums_hide_it() {
    let hidden = FILE.replacen(";295;100;195;", ";295;10;195;", 1);
    assert_eq!(
        warned(&hidden, &all(), ";490;300;190;", ";490;301;190;"),
        ["line 2, column 15: column D is 490, and the votes of the options come to 491"]
    );
}

#[test]
fn more_stations_than_an_area_has_are_warned_of_and_numbers_that_not_all_areas_give_are_named() {
    let bridge = ";Neustadt;3;3;";
    assert_eq!(
        warned(FILE, &all(), bridge, ";Neustadt;3;4;"),
        ["line 3, column 7: anz-schnellmeldungen is 4, more than max-schnellmeldungen, 3"]
    );
    assert_eq!(
        warned(FILE, &all(), bridge, ";Neustadt;3;0;"),
        ["areas with valid votes of which no station has reported: 1"]
    );
    assert_eq!(
        count(FILE, &all(), bridge, ";Neustadt;;3;")["reported"],
        Value::Null
    );
    let file = changed(FILE, &all(), bridge, ";Neustadt;;3;");
    let left = left_out(&imported(&file, &all()));
    let what = "anz-schnellmeldungen, max-schnellmeldungen: 2 of 4".to_owned();
    assert!(left.contains(&what), "{left:#?}");
}

#[test]
fn two_names_of_one_option_are_refused() {
    for (names, said) in [
        (
            "D1=Ada Park,D2=Ben Lee,1=Cy Mate",
            "names: D1 is \"Cy Mate\" and \"Ada Park\": leave one of them",
        ),
        ("D1=,D2=Ben Lee", "names: D1 has no name"),
    ] {
        let answers = with(&[("area", "all"), ("names", names)]);
        assert_eq!(refused(FILE, &answers), said);
    }
}

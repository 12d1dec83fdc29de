//! Flags, gaps and days, which every official format treats alike.

use super::warned;
use crate::twice::{changed, with};
use crate::{imported, refused};

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../../data/official/", $name))
    };
}

#[test]
fn a_test_is_known_by_true_and_1_and_any_other_word_is_refused() {
    let vote = with(&[("contest", "v1")]);
    let president = with(&[("contest", "president")]);
    let governor = with(&[("contest", "101")]);
    for (file, answers, old, name) in [
        (
            file!("ech-vote.xml"),
            &vote,
            "<testDeliveryFlag>false",
            "testDeliveryFlag",
        ),
        (file!("cdf.xml"), &president, "<r:IsTest>false", "IsTest"),
        (file!("ap.json"), &governor, "\"test\": false", "test"),
    ] {
        let flag = |new: &str| {
            let quoted = if name == "test" {
                format!("\"{new}\"")
            } else {
                new.to_owned()
            };
            refused(
                &changed(file, answers, old, &old.replace("false", &quoted)),
                answers,
            )
        };
        assert!(flag("1").contains("--rehearsal"), "{name}");
        assert!(flag("True").contains("--rehearsal"), "{name}");
        let said = flag("maybe");
        let expected = format!("{name}: expected true or false, found \"maybe\"");
        assert!(said.ends_with(&expected), "{said}");
    }
}

#[test]
fn what_is_counted_is_known_in_any_case_and_any_other_word_is_refused() {
    let answers = with(&[]);
    for (file, old) in [
        (file!("onegov-majorz.csv"), "1,True,1000"),
        (file!("onegov-vote.csv"), "1,True,300"),
    ] {
        let all = |new: &str| file.replace(old, &old.replace("True", new));
        assert_eq!(
            imported(&all("TRUE"), &answers).document,
            imported(file, &answers).document
        );
        let said = refused(&all("yes"), &answers);
        assert!(
            said.ends_with("expected True or False, found \"yes\""),
            "{said}"
        );
    }
    let vote = with(&[("contest", "v1")]);
    let file = file!("ech-vote.xml").replace("<fullyCountedTrue>true", "<fullyCountedTrue>1");
    assert_eq!(
        imported(&file, &vote).document,
        imported(file!("ech-vote.xml"), &vote).document
    );
}

#[test]
fn an_option_without_a_figure_beside_others_that_have_some_is_warned_of() {
    let governor = with(&[("contest", "101")]);
    assert_eq!(
        warned(
            file!("ap.json"),
            &governor,
            "\"voteCount\": 580",
            "\"ballots\": 580"
        ),
        ["\"Ben Lee\" has no figure, and others have some"]
    );
}

#[test]
fn a_race_that_is_uncontested_and_has_several_candidates_is_warned_of() {
    let governor = with(&[("contest", "101")]);
    let general = "\"raceType\": \"General\"";
    assert_eq!(
        warned(
            file!("ap.json"),
            &governor,
            general,
            &format!("{general}, \"uncontested\": true")
        ),
        ["the race is uncontested, and has 3 candidates"]
    );
}

#[test]
fn figures_of_a_day_before_the_vote_are_warned_of() {
    let of = |moment: &str| {
        let answers = with(&[("area", "99"), ("vote", "2"), ("asOf", moment)]);
        imported(file!("kerg2.csv"), &answers).report.warnings
    };
    assert_eq!(
        of("2030-04-13T23:00+06:00"),
        ["the figures are of 2030-04-13T23:00+06:00, before the vote on 2030-04-14"]
    );
    for moment in ["2030-04-14T08:00+06:00", "2030-04-15", "2030-04", "2030"] {
        assert_eq!(of(moment), [""; 0], "{moment}");
    }
}

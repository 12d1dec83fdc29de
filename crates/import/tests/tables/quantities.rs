//! Figures that a column must be asked about.

use super::{asked, imported, keys_of, refused};
use serde_json::json;

#[test]
fn fractions_that_add_up_to_one_are_asked_about_and_never_guessed() {
    let table = "Candidate,Share,Change\nA,0.615,0.02\nB,0.385,-0.02\n";
    let map = r#"{ "map": { "change.percent": "Change" } }"#;
    let (questions, _) = asked(table, map);
    assert_eq!(questions[0].key, "column.Share.fractions");
    let yes = r#"{ "map": { "change.percent": "Change" }, "column": { "Share": { "fractions": "yes" }, "Change": { "fractions": "yes" } } }"#;
    assert_eq!(
        imported(table, yes).document["counts"][0]["results"],
        json!({ "a": { "percent": 61.5, "change": { "percent": 2 } }, "b": { "percent": 38.5, "change": { "percent": -2 } } })
    );
    let no = r#"{ "column": { "Share": { "fractions": "no" } } }"#;
    assert_eq!(
        imported(table, no).document["counts"][0]["results"]["a"],
        json!({ "percent": 0.615 })
    );
}

#[test]
fn a_zero_and_a_dash_are_asked_about_once_for_the_column() {
    let table = "Candidate,Votes\nA,10\nB,0\nC,0\nD,-\nE,—\n";
    let (questions, _) = asked(table, "{}");
    let keys = keys_of(&questions);
    assert_eq!(keys, ["column.Votes.zero", "column.Votes.dash"]);
    let results = imported(table, r#"{ "zero": "zero", "dash": "missing" }"#).document["counts"][0]
        ["results"]
        .clone();
    assert_eq!(results["b"], json!({ "votes": 0 }));
    assert_eq!(
        results["d"],
        json!({ "votes": { "missing": "not available" } })
    );
    let results = imported(table, r#"{ "zero": "missing", "dash": "empty" }"#).document["counts"]
        [0]["results"]
        .clone();
    assert_eq!(
        results["b"],
        json!({ "votes": { "missing": "not available" } })
    );
    assert_eq!(results.get("d"), None);
}

#[test]
fn a_date_among_numbers_is_named_with_how_to_write_the_range() {
    let refused = refused("Candidate,Percent\nA,95\nB,2. Mrz\n", "{}");
    assert_eq!(refused.at.unwrap().to_string(), "line 3, column 2");
    assert!(
        refused.message.contains("looks like a date") && refused.message.contains("2–3"),
        "{refused}"
    );
}

#[test]
fn a_word_in_place_of_a_figure_is_asked_about_with_its_place() {
    let table = "Candidate,Votes\nA,Uncontested\n";
    let (questions, _) = asked(table, "{}");
    assert_eq!(questions[0].key, "cells.Uncontested");
    assert_eq!(questions[0].at.unwrap().to_string(), "line 2, column 2");
    let done = imported(table, r#"{ "cells": { "Uncontested": "unopposed" } }"#);
    assert_eq!(done.document["outcomes"][0]["kind"], "unopposed");
    assert_eq!(done.document["counts"][0].get("results"), None);
    let missing = imported(table, r#"{ "cells": { "Uncontested": "missing" } }"#);
    assert_eq!(
        missing.document["counts"][0]["results"]["a"],
        json!({ "votes": { "missing": "Uncontested" } })
    );
}

#[test]
fn the_mark_before_decimals_is_that_of_the_column_and_a_column_with_both_is_refused() {
    let shares = |cells: &str| imported(cells, "{}").document["counts"][0]["results"].clone();
    assert_eq!(
        shares("Candidate;Votes;Percent\nA;1.234;12,345\nB;7;7,5\n"),
        json!({ "a": { "votes": 1234, "percent": 12.345 }, "b": { "votes": 7, "percent": 7.5 } })
    );
    let mixed = refused("Candidate;Percent\nA;7,5\nB;12.5\n", "{}");
    assert_eq!(mixed.at.unwrap().to_string(), "line 2, column 2");
    let (questions, _) = asked("Candidate;Own\nA;1,234\n", r#"{ "map": { "own": "Own" } }"#);
    assert_eq!(questions[0].key, "column.Own.decimals");
}

#[test]
fn a_percentage_in_a_column_of_votes_and_half_a_vote_are_refused() {
    assert!(
        refused("Candidate,Votes\nA,81 %\n", "{}")
            .message
            .contains("percentage")
    );
    assert!(
        refused("Candidate,Votes\nA,81.5\n", "{}")
            .message
            .contains("whole")
    );
}

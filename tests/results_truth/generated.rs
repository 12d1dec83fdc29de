//! Documents that the property tests found.

use crate::support::{UNDECIDED, document, said, says, set, with_entry};
use serde_json::{Value, json};

#[test]
fn a_rival_may_have_what_rounding_hides() {
    // 33.5, 32.5 and 34 %: the third may well have the most.
    let close = document(json!({"a": {"percent": 34}, "b": {"percent": 33}, "c": {}}));
    says(&close, &[UNDECIDED], &["came first"]);
    let clear = document(json!({"a": {"percent": 36}, "b": {"percent": 33}, "c": {}}));
    says(&clear, &["A came first with 36%."], &[UNDECIDED]);
}

#[test]
fn rows_whose_votes_say_the_opposite_are_not_in_a_decided_order() {
    let rows = document(json!({
        "a": {"percent": {"from": 40, "to": 60}, "votes": 100},
        "b": {"percent": {"from": 39, "to": 45}, "votes": 200},
    }));
    says(
        &rows,
        &["The exact order cannot be known from these figures."],
        &["came first"],
    );
}

#[test]
fn a_part_is_not_first_if_the_option_around_it_may_have_more() {
    let lists = json!({"a": {"votes": 4}, "left": {"votes": 3}, "right": {"votes": 3}, "w": {}});
    let mut lists = set(document(lists), "/counts/0/ballots", json!({"valid": 10}));
    lists["options"][1]["within"] = json!("w");
    lists["options"][2]["within"] = json!("w");
    says(&lists, &[UNDECIDED], &["came first"]);
}

#[test]
fn an_option_with_zero_votes_is_never_first() {
    let alone = document(json!({"a": {"votes": 0}}));
    says(&alone, &[UNDECIDED], &["came first"]);
}

#[test]
fn two_options_with_about_zero_are_not_level() {
    let about = document(json!({"a": {"votes": {"about": 0}}, "b": {"votes": {"about": 0}}}));
    says(&about, &[UNDECIDED], &["level"]);
}

#[test]
fn a_quorum_counts_each_option_once_and_no_part_beside_its_whole() {
    let quorum = |options: Value| {
        let rule =
            json!({"kind": "quorum", "needs": {"over": 15}, "unit": "votes", "options": options});
        let mut document = with_entry(
            json!({"part": {"votes": 8}, "whole": {"votes": 10}, "z": {}}),
            rule,
        );
        document["options"][0]["within"] = json!("whole");
        document
    };
    says(
        &quorum(json!(["whole", "whole"])),
        &[": not reached."],
        &["Reached in"],
    );
    says(
        &quorum(json!(["whole", "part"])),
        &[": not reached."],
        &["Reached in"],
    );
}

#[test]
fn a_sum_of_rounded_shares_is_not_held_against_a_line_that_rounding_may_cross() {
    let half = json!({
        "kind": "quorum", "needs": {"atLeast": 50}, "unit": "percent", "options": ["a", "b"],
    });
    let shares = with_entry(json!({"a": {"percent": 30}, "b": {"percent": 20}}), half);
    says(&shares, &[": unclear from these figures."], &[": reached."]);
    let clear = set(shares, "/counts/0/results/a/percent", json!(31));
    says(&clear, &[": reached."], &["Unclear"]);
}

#[test]
fn a_threshold_without_a_base_is_judged_by_votes_in_the_counts_own() {
    let entry = json!({"kind": "entry", "needs": {"atLeast": 5}, "unit": "percent"});
    let mut count = with_entry(json!({"a": {"percent": 5, "votes": 499}}), entry);
    count["counts"][0]["percentOf"] = json!("valid");
    count["counts"][0]["ballots"] = json!({"valid": 10000});
    says(&count, &["not reached by A."], &[": reached"]);
}

#[test]
fn a_share_just_above_a_hundred_is_not_printed_as_a_hundred() {
    let above = document(json!({"a": {"percent": 100.04}}));
    let above = set(above, "/counts/0/decimals", json!(1));
    let shown = said(&above);
    assert!(
        shown.contains("&gt;100.0%") || shown.contains(">100.0%"),
        "{shown}"
    );
}

#[test]
fn a_share_that_rounds_to_zero_is_above_zero_if_votes_are_given() {
    let few = document(json!({
        "a": {"percent": 0, "votes": 2}, "b": {"percent": 0, "votes": 1},
    }));
    says(&few, &["A came first with 0%."], &[UNDECIDED]);
}

//! Sources are accused only where no reading fits.

use crate::support::{UNDECIDED, document, html, read, says, set};
use serde_json::json;

#[test]
fn a_contradiction_is_reported_only_if_no_reading_of_the_figures_is_consistent() {
    let several = document(json!({"a": {"votes": 70}, "b": {"votes": 60}, "c": {"votes": 50}}));
    let several = set(several, "/counts/0/ballots", json!({"valid": 100}));
    says(&several, &[], &["contradict"]);
    assert!(!read(&several).1.is_empty(), "the editor is warned");
    let explained = set(several.clone(), "/contest/votesAllowed", json!(2));
    assert!(read(&explained).1.is_empty());
    says(&explained, &["2 votes for each voter"], &["contradict"]);
    says(
        &set(several, "/contest/votesAllowed", json!(1)),
        &["don’t add up"],
        &[],
    );
}

#[test]
fn figures_that_cannot_all_be_right_are_reported() {
    let order =
        document(json!({"a": {"percent": 51, "votes": 100}, "b": {"percent": 49, "votes": 200}}));
    says(
        &order,
        &[
            "an option with 100 votes has a higher share than one with 200",
            UNDECIDED,
        ],
        &[],
    );
    let share = document(json!({"a": {"percent": 30.88, "votes": 84812}}));
    let share = set(share, "/counts/0/percentOf", json!("valid"));
    let share = set(share, "/counts/0/ballots", json!({"valid": 166146}));
    says(
        &share,
        &["a share of 30.88%, but votes that are 51.05%"],
        &[],
    );
    let turnout = set(
        document(json!({"a": {"votes": 5}})),
        "/counts/0/ballots",
        json!({"turnout": 83.53, "cast": 826, "eligible": 1000}),
    );
    says(
        &turnout,
        &["a turnout of 83.53%, but votes cast are 82.6%"],
        &[],
    );
    // Without a base, shares must fit the votes of each other, and some base that there can be.
    let pair =
        document(json!({"a": {"percent": 60, "votes": 600}, "b": {"percent": 40, "votes": 300}}));
    says(&pair, &["a share of 40%, but votes that are 30%"], &[]);
    let too_high = document(json!({"a": {"percent": 70, "votes": 600}}));
    says(
        &set(too_high, "/counts/0/ballots", json!({"valid": 1000})),
        &["a share of 70%, but votes that are 60%"],
        &[],
    );
    let of_eligible = set(
        document(json!({"a": {"percent": 30, "votes": 600}})),
        "/counts/0/ballots",
        json!({"valid": 1000, "eligible": 2000}),
    );
    says(&of_eligible, &[], &["contradict"]);
    // Cut off in place of rounded is no contradiction.
    let cut =
        document(json!({"a": {"percent": 33.33, "votes": 1}, "b": {"percent": 66.66, "votes": 2}}));
    let cut = set(cut, "/counts/0/percentOf", json!("valid"));
    says(
        &set(cut, "/counts/0/ballots", json!({"valid": 3})),
        &[],
        &["contradict"],
    );
}

#[test]
fn both_claims_are_shown_wherever_sources_differ() {
    let claims = |one: u32, other: u32| json!({"claims": [{"value": one, "source": "s"}, {"value": other, "source": "t"}]});
    let disputed = set(
        document(
            json!({"a": {"seats": claims(60, 40), "change": {"seats": claims(3, 4)}}, "b": {"seats": 20}}),
        ),
        "/seats",
        json!({"total": 100}),
    );
    let disputed = set(
        disputed,
        "/counts/0/reported",
        json!({"percent": claims(80, 90)}),
    );
    says(
        &disputed,
        &["+3 / +4", "80% / 90% counted · Sources disagree", "60 / 40"],
        &[],
    );
    let label = html(&disputed);
    assert!(label.contains(">60 / 40</text>"), "{label}");
}

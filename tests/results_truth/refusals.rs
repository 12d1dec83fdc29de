//! Documents that are refused, each with the path of the error.

use crate::support::{document, refused, set};
use serde_json::json;

#[test]
fn impossible_values_are_refused_with_their_path() {
    let good = || document(json!({"a": {"percent": 60}, "b": {"percent": 40}}));
    for (document, message) in [
        (
            set(good(), "/counts/0/results/a/percent", json!({"under": 0})),
            "counts[0].results.a.percent: nothing is under 0",
        ),
        (
            set(
                good(),
                "/thresholds",
                json!([{"kind": "entry", "needs": {"atLeast": -1}, "unit": "percent"}]),
            ),
            "thresholds[0].needs: expected a threshold of zero or more, found -1",
        ),
        (
            set(
                good(),
                "/thresholds",
                json!([{"kind": "majority", "needs": {"over": 4294967295_u32}, "unit": "seats"}]),
            ),
            "thresholds[0].needs: expected a number of seats, found 4294967295",
        ),
        (
            set(good(), "/thresholds", json!([{"kind": "majority"}])),
            "thresholds[0]: the field \"needs\" is missing",
        ),
        (
            set(good(), "/options/0/within", json!("a")),
            "options[0].within: an option can't be a part of itself",
        ),
        (
            set(
                good(),
                "/outcomes",
                json!([{"kind": "accepted", "source": "s"}, {"kind": "rejected", "source": "s"}]),
            ),
            "outcomes[1].kind: an earlier outcome says \"accepted\", this one \"rejected\"",
        ),
        (
            set(
                good(),
                "/outcomes",
                json!([{"kind": "elected", "source": "s"}]),
            ),
            "outcomes[0]: the field \"option\" is missing",
        ),
        (
            set(
                good(),
                "/outcomes",
                json!([{"option": "a", "kind": "merged", "source": "s"}]),
            ),
            "outcomes[0]: the field \"into\" is missing",
        ),
        (
            set(good(), "/counts/0/results/a/own", json!(3)),
            "counts[0].results.a.own: the unit \"own\" needs the document's field \"ownUnit\"",
        ),
        (
            set(good(), "/counts/0/margin", json!({"option": "a"})),
            "counts[0].margin: expected exactly one of votes, percent, seats, own",
        ),
    ] {
        let error = refused(&document);
        assert!(error.contains(message), "{error}");
    }
    let mut rounds = good();
    let mut first = rounds["counts"][0].clone();
    first["round"] = json!(2);
    let mut second = rounds["counts"][0].clone();
    second["round"] = json!(1);
    second["id"] = json!("d");
    rounds["counts"] = json!([first, second]);
    assert!(refused(&rounds).contains("counts[1].round: round 1 comes after round 2"));
}

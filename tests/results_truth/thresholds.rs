//! Thresholds and quorums are judged only by what they name.

use crate::support::{document, html, says, set, with_entry};
use serde_json::{Value, json};

#[test]
fn a_quorum_of_agreement_is_judged_by_those_who_agreed_and_not_by_the_turnout() {
    // A referendum needed 25 % of those eligible to agree; 41 % voted and 19 % agreed.
    let referendum = set(
        document(json!({"agree": {"percent": 19.19}, "disagree": {"percent": 21.9}})),
        "/thresholds",
        json!([{"kind": "quorum", "needs": {"atLeast": 25}, "unit": "percent", "of": "eligible", "options": ["agree"]}]),
    );
    let referendum = set(referendum, "/counts/0/percentOf", json!("eligible"));
    let referendum = set(referendum, "/counts/0/ballots", json!({"turnout": 41.09}));
    says(
        &referendum,
        &[
            "Quorum: at least 25% of eligible voters, counting only AGREE.",
            ": not reached.",
        ],
        &[": reached."],
    );
    let without_base = set(referendum, "/counts/0/percentOf", json!("valid"));
    says(&without_base, &[": unclear from these figures."], &[]);
}

#[test]
fn a_quorum_of_votes_is_judged_only_against_the_papers_that_it_names() {
    let quorum = |of: Option<&str>| {
        let mut rule = json!({"kind": "quorum", "needs": {"atLeast": 4107652}, "unit": "votes"});
        if let Some(of) = of {
            rule["of"] = json!(of);
        }
        let document = set(
            document(json!({"a": {"votes": 3000000}})),
            "/thresholds",
            json!([rule]),
        );
        set(
            document,
            "/counts/0/ballots",
            json!({"cast": 4798926, "valid": 3305941}),
        )
    };
    says(
        &quorum(None),
        &[": unclear from these figures."],
        &["eached in this count"],
    );
    says(
        &quorum(Some("cast")),
        &["at least 4,107,652 votes cast", ": reached."],
        &[],
    );
    says(
        &quorum(Some("valid")),
        &["4,107,652 valid votes", ": not reached."],
        &[],
    );
}

#[test]
fn a_turnout_says_nothing_of_a_quorum_of_valid_votes() {
    let quorum = set(
        document(json!({"a": {"percent": 60}})),
        "/thresholds",
        json!([{"kind": "quorum", "needs": {"over": 50}, "unit": "percent", "of": "valid"}]),
    );
    let quorum = set(quorum, "/counts/0/ballots", json!({"turnout": 64.16}));
    says(&quorum, &[": unclear from these figures."], &[": reached"]);
}

#[test]
fn votes_and_valid_papers_tell_who_gets_in_where_no_share_is_given() {
    let entry = json!({"kind": "entry", "needs": {"atLeast": 5}, "unit": "percent", "of": "valid"});
    let document = with_entry(json!({"a": {"votes": 500}, "b": {"votes": 499}}), entry);
    let document = set(document, "/counts/0/ballots", json!({"valid": 10000}));
    says(
        &document,
        &[": reached by A; not reached by B."],
        &["unclear"],
    );
}

#[test]
fn a_threshold_in_another_base_is_unclear_and_has_no_line_on_the_bars() {
    let entry =
        json!({"kind": "entry", "needs": {"atLeast": 30}, "unit": "percent", "of": "eligible"});
    let other = with_entry(json!({"a": {"percent": 60}, "b": {"percent": 40}}), entry);
    let marks = |document: &Value| html(document).matches("ew-threshold").count();
    let of_valid = set(other.clone(), "/counts/0/percentOf", json!("valid"));
    says(&of_valid, &["unclear for A and B."], &["Reached"]);
    assert_eq!(marks(&of_valid), 0);
    // A count that names no base is no better.
    says(&other, &["unclear for A and B."], &["Reached"]);
    let same = set(other, "/counts/0/percentOf", json!("eligible"));
    says(&same, &[": reached by A and B."], &[]);
    assert!(marks(&same) > 0);
}

#[test]
fn options_that_are_out_or_already_in_are_not_judged() {
    let entry = json!({"kind": "entry", "needs": {"atLeast": 5}, "unit": "percent"});
    let document = with_entry(
        json!({"a": {"percent": 55}, "b": {"percent": 4, "seats": 2}, "c": {"percent": 3}, "d": {}}),
        entry,
    );
    let document = set(
        document,
        "/outcomes",
        json!([{"option": "d", "kind": "eliminated", "source": "s"}]),
    );
    says(
        &document,
        &[": reached by A; not reached by C."],
        &["unclear"],
    );
}

#[test]
fn if_nobody_has_a_majority_the_chart_says_that_and_lists_nobody() {
    let majority = json!({"kind": "majority", "needs": {"atLeast": 51}, "unit": "seats"});
    let parties = with_entry(
        json!({"a": {"seats": 40}, "b": {"seats": 35}, "c": {"seats": 25}}),
        majority,
    );
    says(
        &parties,
        &["no candidate has a majority."],
        &["not reached"],
    );
    let open = set(parties, "/optionsComplete", json!(false));
    says(&open, &["none of them has a majority."], &["no candidate"]);
}

#[test]
fn a_figure_is_shown_with_as_many_decimals_as_keep_it_on_its_side() {
    let entry = json!({"kind": "entry", "needs": {"atLeast": 5}, "unit": "percent"});
    let document = with_entry(
        json!({"a": {"percent": 4.981}, "b": {"percent": 50}}),
        entry,
    );
    let document = set(document, "/counts/0/decimals", json!(1));
    says(&document, &["4.98%", "not reached by A."], &["5.0%"]);
    let half = json!({"kind": "majority", "needs": {"over": 50}, "unit": "percent"});
    let close = with_entry(
        json!({"a": {"percent": 50.004}, "b": {"percent": 49.996}}),
        half,
    );
    let close = set(close, "/counts/0/decimals", json!(0));
    says(&close, &["50.004%", "49.996%", ": reached by A."], &[]);
}

#[test]
fn rules_may_be_alternatives_or_joint_and_some_only_a_source_can_judge() {
    let entry = json!({
        "kind": "entry", "needs": {"atLeast": 5}, "unit": "percent",
        "or": [{"text": "a seat in one district", "reachedBy": ["b"], "missedBy": ["c"]}],
    });
    let results = json!({"a": {"percent": 60}, "b": {"percent": 4}, "c": {"percent": 3}, "d": {"percent": 2}});
    says(
        &with_entry(results, entry),
        &[
            "Entry threshold: at least 5%, or a seat in one district.",
            ": reached by A and B; not reached by C; unclear for D.",
        ],
        &[],
    );
    let double = json!({
        "kind": "majority", "needs": {"over": 50}, "unit": "percent",
        "and": [{"text": "a majority of the cantons", "missedBy": ["a"]}],
    });
    let refused_one = with_entry(
        json!({"a": {"percent": 53.8}, "b": {"percent": 46.2}}),
        double,
    );
    says(
        &refused_one,
        &["Needed for a majority: over 50%, and a majority of the cantons."],
        &[": reached by A"],
    );
}

//! The chart says who is first only if the figures decide it.

use crate::rendering::{in_language, text};
use crate::support::{UNDECIDED, document, html, read, says, set};
use election_widgets::widget::to_html;
use serde_json::json;

#[test]
fn nobody_leads_while_a_rival_without_a_figure_may_have_more() {
    says(
        &document(json!({"a": {"percent": 19}, "b": {"votes": 900}})),
        &[UNDECIDED],
        &["came first"],
    );
    let sealed = json!({"a": {"percent": {"missing": "sealed until noon"}}, "b": {"percent": 3}});
    says(&document(sealed), &[UNDECIDED], &["came first"]);
    // What is left is too little for anybody else.
    says(
        &document(json!({"a": {"percent": 51}, "b": {}})),
        &["A came first with 51%."],
        &[],
    );
    let seats = json!({"a": {"seats": 60}, "b": {}, "c": {"seats": 20}});
    let house = set(document(seats), "/seats", json!({"total": 120}));
    says(&house, &[], &[UNDECIDED]);
    says(
        &set(house, "/counts/0/results/a/seats", json!(50)),
        &[UNDECIDED],
        &[],
    );
}

#[test]
fn over_half_is_decided_whatever_bound_the_others_have() {
    let bound = json!({"a": {"percent": 60}, "b": {"percent": {"atLeast": 10}}});
    says(&document(bound), &["A came first with 60%."], &[UNDECIDED]);
    let several =
        json!({"a": {"percent": 52.3}, "b": {"percent": 30.1}, "c": {"percent": {"over": 5}}});
    says(
        &document(several),
        &["A came first with 52.3%."],
        &[UNDECIDED],
    );
}

#[test]
fn votes_decide_the_order_of_equal_shares() {
    let close = document(json!({
        "a": {"percent": 50, "votes": 50000}, "b": {"percent": 50, "votes": 50012},
    }));
    says(&close, &["B came first with 50%."], &[UNDECIDED]);
    let html = html(&close);
    assert!(html.find("data-key=\"b\"") < html.find("data-key=\"a\""));
}

#[test]
fn an_exact_tie_is_called_a_tie() {
    says(
        &document(json!({"a": {"votes": 2}, "b": {"votes": 2}, "c": {"votes": 1}})),
        &["A and B are level on 2 votes."],
        &[UNDECIDED],
    );
    // Equal rounded shares are no tie.
    says(
        &document(json!({"a": {"percent": 40}, "b": {"percent": 40}})),
        &[UNDECIDED],
        &["level"],
    );
}

#[test]
fn somebody_in_a_group_may_be_ahead() {
    let grouped = |kind: &str, of: u32, own: u32, theirs: u32| {
        let base = document(json!({"a": {"percent": own}}));
        let base = set(
            base,
            "/options/-",
            json!({"id": "g", "kind": kind, "of": of}),
        );
        set(base, "/counts/0/results/g", json!({"percent": theirs}))
    };
    says(
        &grouped("other", 2, 10, 90),
        &[UNDECIDED],
        &["A has the most"],
    );
    says(
        &grouped("unnamed", 1, 40, 60),
        &["1 other candidate came first with 60%."],
        &[],
    );
    says(
        &grouped("other", 5, 60, 40),
        &["A came first with 60%."],
        &[],
    );
}

#[test]
fn if_the_list_is_incomplete_an_unlisted_option_may_be_first() {
    let some = set(
        document(json!({"a": {"percent": 19}, "b": {"percent": 15}})),
        "/optionsComplete",
        json!(false),
    );
    says(&some, &[UNDECIDED], &["A has the most"]);
    says(
        &set(some, "/counts/0/results/a/percent", json!(55)),
        &["A came first with 55%."],
        &[],
    );
}

#[test]
fn one_vote_has_the_singular_form() {
    let one = set(
        document(json!({"a": {"votes": 1}, "b": {"votes": 0}})),
        "/counts/0/status",
        json!("partial"),
    );
    says(&one, &["A leads with 1 vote."], &["1 votes"]);
    let russian = text(&to_html(in_language("ru", read(&one).0)));
    assert!(russian.contains("1 голос."), "{russian}");
}

#[test]
fn two_candidates_of_one_name_are_told_apart_by_their_parties() {
    let namesakes = document(json!({"a": {"percent": 3}, "b": {"percent": 60}}));
    let namesakes = set(namesakes, "/options/0/name", json!("John Smith"));
    let namesakes = set(namesakes, "/options/1/name", json!("John Smith"));
    let namesakes = set(namesakes, "/options/0/party", json!("Greens"));
    let namesakes = set(namesakes, "/options/1/party", json!("Reds"));
    says(&namesakes, &["John Smith (Reds) came first with 60%."], &[]);
}

//! Tests of fields that came later to the contract.

use crate::support::{UNDECIDED, document, exported, html, says, set};
use serde_json::json;

#[test]
fn parts_of_an_option_are_shown_below_it_and_not_added_twice() {
    let coalition = document(
        json!({"all": {"seats": 60}, "left": {"seats": 35}, "right": {"seats": 25}, "rest": {"seats": 40}}),
    );
    let coalition = set(coalition, "/seats", json!({"total": 100}));
    let place = |id: &str| {
        coalition["options"]
            .as_array()
            .expect("options")
            .iter()
            .position(|option| option["id"] == id)
            .expect("an option")
    };
    let (left, right) = (place("left"), place("right"));
    let coalition = set(coalition, &format!("/options/{left}/within"), json!("all"));
    let coalition = set(coalition, &format!("/options/{right}/within"), json!("all"));
    says(
        &coalition,
        &["part of ALL", "ALL came first with 60 of 100 seats."],
        &["contradict", "overhang", "more than the usual"],
    );
    let html = html(&coalition);
    let at = |id: &str| html.find(&format!("data-key=\"{id}\"")).expect("a row");
    assert!(at("all") < at("left") && at("left") < at("right") && at("right") < at("rest"));
}

#[test]
fn a_round_of_ranked_choice_shows_which_options_are_still_in() {
    let base = document(json!({"a": {"votes": 40}, "b": {"votes": 35}, "c": {"votes": 25}}));
    let first = set(base["counts"][0].clone(), "/round", json!(1));
    let second = json!({"id": "r2", "status": "final", "asOf": "2024-05-02", "source": "s", "round": 2,
        "percentOf": "continuing", "continuing": ["a", "b"],
        "ballots": {"continuing": 90, "exhausted": 10},
        "results": {"a": {"votes": 41, "percent": 45.56, "transfer": 1}, "b": {"votes": 49, "percent": 54.44, "transfer": 14}}});
    let rounds = set(base, "/counts", json!([first, second]));
    says(
        &rounds,
        &[
            "Round 2 · Final results",
            "Share of continuing ballots",
            "B came first with 54.44%.",
            "no longer counted",
            "+14 by transfer",
            "Exhausted ballots",
        ],
        &[UNDECIDED],
    );
}

#[test]
fn a_unit_of_the_documents_own_and_a_margin_alone_can_be_said() {
    let cantons = set(
        document(json!({"yes": {"own": 8.5}, "no": {"own": 14.5}})),
        "/ownUnit",
        json!({"name": "Cantons", "forms": "canton|cantons", "total": 23}),
    );
    says(
        &cantons,
        &["NO came first with 14.5 cantons.", "Cantons"],
        &[],
    );
    let margin = set(
        set(
            document(json!({"a": {}, "b": {}})),
            "/counts/0/results",
            json!({}),
        ),
        "/counts/0/margin",
        json!({"option": "a", "over": "b", "votes": 312}),
    );
    says(&margin, &["A is ahead of B by 312 votes."], &["no figures"]);
}

#[test]
fn expected_votes_are_called_an_estimate_and_outstanding_votes_are_shown() {
    let night = set(
        document(json!({"a": {"percent": 60}})),
        "/counts/0/reported",
        json!({"percent": 95, "of": "expected-votes", "outstanding": {"about": 12000}}),
    );
    says(
        &night,
        &[
            "95% of expected votes counted (an estimate)",
            "about 12,000 votes still to be counted",
        ],
        &[],
    );
}

#[test]
fn a_rehearsal_says_so_in_the_banner_the_title_and_the_downloads() {
    let rehearsal = set(
        document(json!({"a": {"percent": 60}})),
        "/test",
        json!(true),
    );
    says(
        &rehearsal,
        &["Rehearsal: these figures are made up.", "Rehearsal: T"],
        &[],
    );
    let marked = exported(&rehearsal).of_a_rehearsal();
    assert!(marked.name.starts_with("rehearsal-"));
    assert!(
        marked
            .data
            .csv()
            .lines()
            .all(|line| line.ends_with("rehearsal") || line.ends_with("true"))
    );
}

#[test]
fn downloads_have_parts_the_margin_and_the_outcome_of_the_question() {
    let question =
        document(json!({"yes": {"votes": 60, "parts": [{"name": "By post", "votes": 20}]}}));
    let question = set(
        question,
        "/counts/0/margin",
        json!({"option": "yes", "percent": 2.5}),
    );
    let question = set(
        question,
        "/outcomes",
        json!([{"kind": "accepted", "source": "s"}]),
    );
    let csv = exported(&question).data.csv();
    for row in [
        ",votes,,,value,20,,,20,S,P,2024,,By post\r\n",
        ",margin,,,value,2.5,,,'+2.5 points,",
        "accepted,,,,,,,,not given,",
    ] {
        assert!(csv.contains(row), "{row}: {csv}");
    }
}

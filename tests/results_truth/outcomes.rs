//! Outcomes belong to their count and day.

use crate::rendering::{asked, text};
use crate::support::{document, html, read, says, set};
use election_widgets::widget::to_html;
use serde_json::{Value, json};

fn with_outcome(status: &str, outcome: Value) -> Value {
    let document = document(json!({"ruto": {"percent": 48.5}, "odinga": {"percent": 51.26}}));
    let document = set(document, "/counts/0/status", json!(status));
    set(document, "/outcomes", json!([outcome]))
}

#[test]
fn an_earlier_tally_does_not_contradict_who_was_elected() {
    let elected = json!({"option": "ruto", "kind": "elected", "at": "2024-05-15", "source": "t"});
    says(
        &with_outcome("partial", elected),
        &["Elected: RUTO. In this count, as of 2 May 2024, ODINGA was first with 51.26%."],
        &["leads"],
    );
}

#[test]
fn an_outcome_is_void_once_its_count_is_annulled_and_gone_once_it_is_revoked() {
    let elected = json!({"option": "odinga", "kind": "elected", "source": "s"});
    let annulled = with_outcome("annulled", elected.clone());
    says(
        &annulled,
        &["Elected (void: the results were annulled)"],
        &["Elected: "],
    );
    assert!(!html(&annulled).contains("ew-won"));
    let revoked = set(
        with_outcome("final", elected),
        "/outcomes/0/revoked",
        json!("2024-06-01"),
    );
    says(
        &revoked,
        &["Elected (revoked on 1 June 2024)"],
        &["Elected: "],
    );
    assert!(!html(&revoked).contains("ew-won"));
}

#[test]
fn a_certified_winner_is_elected_even_after_a_projection_of_the_same_source() {
    let two = document(json!({"a": {"percent": 60}, "b": {"percent": 40}}));
    let projection = json!({"id": "p", "status": "projection", "asOf": "2024-05-01", "source": "s",
        "results": {"a": {"percent": 61}}});
    let certified = two["counts"][0].clone();
    let two = set(two, "/counts", json!([projection, certified]));
    let two = set(
        two,
        "/outcomes",
        json!([{"option": "a", "kind": "elected", "at": "2024-05-02", "source": "s"}]),
    );
    says(&two, &["Elected: A."], &["Projected winner"]);
    // Shown beside the projection alone, it is no outcome yet.
    let before = text(&to_html(asked("count=p", read(&two).0)));
    assert!(!before.contains("Elected"), "{before}");
}

#[test]
fn an_option_that_withdrew_before_the_vote_is_out_in_every_count() {
    let two = document(json!({"a": {"percent": 60}, "b": {"percent": 40}}));
    let mut poll = two["counts"][0].clone();
    poll["id"] = json!("poll");
    poll["status"] = json!("exit-poll");
    let last = two["counts"][0].clone();
    let two = set(two, "/counts", json!([poll, last]));
    let withdrawn =
        json!([{"option": "b", "kind": "withdrawn", "at": "2024-04-01", "source": "s"}]);
    let first = text(&to_html(asked(
        "count=poll",
        read(&set(two, "/outcomes", withdrawn)).0,
    )));
    assert!(first.contains("Withdrawn, 1 April 2024"), "{first}");
    assert!(!first.contains("Projected"), "{first}");
}

#[test]
fn the_answer_to_a_question_is_an_outcome_of_the_question() {
    let question = document(json!({"yes": {"percent": 48}, "no": {"percent": 52}}));
    let question = set(
        question,
        "/contest/question",
        json!("Shall the law be kept?"),
    );
    let question = set(question, "/options/0/kind", json!("answer"));
    let rejected = set(
        question,
        "/outcomes",
        json!([{"kind": "rejected", "source": "s", "at": "2024-05-03"}]),
    );
    says(
        &rejected,
        &[
            "Shall the law be kept?",
            "The proposal was rejected.",
            "Outcome",
            "Rejected, 3 May 2024",
        ],
        &[],
    );
}

#[test]
fn every_end_of_a_candidacy_has_its_own_word() {
    for (kind, word) in [
        ("withdrawn", "Withdrawn"),
        ("disqualified", "Disqualified"),
        ("votes-void", "Votes declared void"),
        ("died", "Died"),
        ("eliminated", "Eliminated"),
    ] {
        let outcome = json!({"option": "odinga", "kind": kind, "source": "s"});
        says(&with_outcome("final", outcome), &[word], &["Elected: "]);
    }
    let merged = json!({"option": "odinga", "kind": "merged", "into": "ruto", "source": "s"});
    says(&with_outcome("final", merged), &["Merged into RUTO"], &[]);
    let by_lot = json!({"option": "odinga", "kind": "elected-by-lot", "source": "s"});
    says(
        &with_outcome("final", by_lot),
        &["Elected: ODINGA.", "Elected by lot"],
        &[],
    );
}

#[test]
fn the_chart_says_yet_only_if_figures_may_still_come() {
    for (status, sentence) in [
        ("scheduled", "No results yet."),
        ("partial", "No results yet."),
        ("final", "There are no figures."),
        ("annulled", "There are no figures."),
        ("no-poll", "No poll was held."),
        ("postponed", "The vote was postponed."),
        ("cancelled", "The vote was cancelled."),
    ] {
        let none = set(
            document(json!({"a": {}})),
            "/counts/0/status",
            json!(status),
        );
        says(&set(none, "/counts/0/results", json!({})), &[sentence], &[]);
    }
}

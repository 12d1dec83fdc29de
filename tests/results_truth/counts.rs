//! Counts are told apart, and figures keep their side.

use crate::rendering::{asked, text};
use crate::support::{UNDECIDED, document, read, says, set, with_entry};
use election_widgets::widget::to_html;
use serde_json::json;

#[test]
fn counts_of_one_status_are_told_apart_by_label_by_date_and_by_publisher() {
    let base = document(json!({"a": {"percent": 60}, "b": {"percent": 40}}));
    let count = |id: &str, source: &str, date: &str| json!({"id": id, "status": "partial", "asOf": date, "source": source, "results": {"a": {"percent": 60}}});
    let counts = json!([
        set(
            count("x", "s", "2024-05-01"),
            "/label",
            json!("Postal votes")
        ),
        count("y", "s", "2024-05-02"),
        count("z", "t", "2024-05-02"),
    ]);
    let text = text(&to_html(asked(
        "count=all",
        read(&set(base, "/counts", counts)).0,
    )));
    for name in [
        "Postal votes",
        "Partial results, 2 May 2024, P",
        "Partial results, 2 May 2024, Q",
    ] {
        assert!(text.contains(&format!("{name}: ")), "{name}: {text}");
    }
}

#[test]
fn side_by_side_each_verdict_and_each_paper_names_its_count() {
    let two = with_entry(
        json!({"a": {"percent": 60}, "b": {"percent": 4}}),
        json!({"kind": "entry", "needs": {"atLeast": 5}, "unit": "percent"}),
    );
    let mut poll = two["counts"][0].clone();
    poll["id"] = json!("poll");
    poll["status"] = json!("exit-poll");
    poll["results"]["b"]["percent"] = json!(6);
    let last = set(two["counts"][0].clone(), "/ballots", json!({"turnout": 70}));
    let text = text(&to_html(asked(
        "count=all",
        read(&set(two, "/counts", json!([poll, last]))).0,
    )));
    for said in [
        "Exit poll: reached by A and B.",
        "Final results: reached by A; not reached by B.",
        "Turnout (Final results)",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn an_annulled_count_is_called_annulled_also_if_nobody_is_first() {
    let tie = document(json!({"a": {"percent": 60}, "b": {"percent": 60}}));
    says(
        &set(tie, "/counts/0/status", json!("annulled")),
        &["These results have been annulled."],
        &[UNDECIDED],
    );
}

#[test]
fn numbers_in_one_column_have_equally_many_decimals() {
    says(
        &document(json!({"a": {"percent": 9.10}, "b": {"percent": 10.95}})),
        &["9.10%", "10.95%"],
        &[],
    );
}

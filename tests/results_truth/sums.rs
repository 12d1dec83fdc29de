//! Tests of sums and changes.

use crate::rendering::{asked, text};
use crate::support::{document, exported, read, says};
use election_widgets::widget::to_html;
use serde_json::{Value, json};

#[test]
fn sums_with_about_are_about_and_a_figure_with_each_counts_once_for_each() {
    let folded = |results: Value| text(&to_html(asked("fold=1", read(&document(results)).0)));
    let about = folded(
        json!({"a": {"percent": 60}, "b": {"percent": {"about": 10}}, "c": {"percent": 5}, "z": {"percent": 4}}),
    );
    assert!(about.contains("about 19% in total"), "{about}");
}

#[test]
fn changes_of_shares_are_in_points_and_rounding_keeps_them_true() {
    let changed = document(json!({
        "a": {"percent": 60, "change": {"percent": 2}},
        "b": {"percent": 40, "change": {"percent": {"from": -1.236, "to": -1.231}}},
    }));
    says(&changed, &["+2 points", "−1.24–−1.23 points"], &[]);
    let csv = exported(&changed).data.csv();
    assert!(csv.contains("+2 points") && !csv.contains(",2%"), "{csv}");
}

//! Figures as newsrooms write them: in millions, in words, with notes and changes behind them.

use super::{asked, imported, refused};
use serde_json::{Value, json};

fn result(table: &str, option: &str) -> Value {
    imported(table, "{}").document["counts"][0]["results"][option].clone()
}

fn left_out(table: &str, more: &str) -> Vec<String> {
    let imported = imported(table, more);
    let lines = imported.report.left_out.iter();
    lines.map(ToString::to_string).collect()
}

#[test]
fn a_number_of_votes_in_millions_or_thousands_is_about_that_number_and_the_report_says_so() {
    let table = "Партия;Голоса\nA;12,3 млн\nB;450 тыс.\nC;более 1,2 миллиона\nD;1 234 567\n";
    let done = imported(table, "{}");
    assert_eq!(
        done.document["counts"][0]["results"],
        json!({
            "a": { "votes": { "about": 12_300_000 } },
            "b": { "votes": { "about": 450_000 } },
            "c": { "votes": { "over": 1_200_000 } },
            "d": { "votes": 1_234_567 },
        })
    );
    let understood: Vec<_> = done
        .report
        .understood
        .iter()
        .map(ToString::to_string)
        .collect();
    let said = "line 2, column 2: \"12,3 млн\" -> {\"about\":12300000}";
    assert!(understood.iter().any(|line| line == said), "{understood:?}");
}

#[test]
fn millions_are_added_up_over_areas_with_all_their_zeros() {
    let table = "Ward,Party,Votes\n1,A,1.2 million\n2,A,300 thousand\n1,B,5\n2,B,7\n";
    let done = imported(table, r#"{ "sumOver": "Ward" }"#);
    assert_eq!(
        done.document["counts"][0]["results"],
        json!({ "a": { "votes": { "about": 1_500_000 } }, "b": { "votes": 12 } })
    );
}

#[test]
fn a_column_whose_header_says_thousands_has_its_zeros_also_where_a_person_names_it() {
    for (table, more) in [
        (
            "Party,Votes (thousands)\nA,450.5\nB,0\n",
            r#"{ "zero": "zero" }"#,
        ),
        (
            "Партия;Голоса, тыс.\nA;450,5\nB;0\n",
            r#"{ "zero": "zero" }"#,
        ),
        (
            "Party,Millions for them\nA,0.4505\nB,0\n",
            r#"{ "zero": "zero", "map": { "name": "Party", "votes": "Millions for them" } }"#,
        ),
        (
            "Ward,Party,Votes (000s)\n1,A,450\n2,A,0.5\n1,B,0\n",
            r#"{ "zero": "zero", "sumOver": "Ward" }"#,
        ),
    ] {
        let done = imported(table, more);
        assert_eq!(
            done.document["counts"][0]["results"],
            json!({ "a": { "votes": { "about": 450_500 } }, "b": { "votes": 0 } }),
            "{table}"
        );
        let mut understood = done.report.understood.iter();
        assert!(
            understood.any(|line| line.said.contains("zeros more")),
            "{table}"
        );
    }
}

#[test]
fn a_share_whose_header_speaks_of_thousands_is_asked_about_and_not_multiplied() {
    let (questions, _) = asked("Party,Percent (thousands)\nA,12\n", "{}");
    assert_eq!(questions[0].key, "map");
}

#[test]
fn words_of_nearness_keep_what_they_say() {
    let table =
        "Партия;Процент\nA;60 % кем емес\nB;почти 20 %\nC;knapp 10 %\nD;5 foizdan ko‘p emas\n";
    let results = imported(table, "{}").document["counts"][0]["results"].clone();
    assert_eq!(
        results,
        json!({
            "a": { "percent": { "atLeast": 60 } },
            "b": { "percent": { "about": 20 } },
            "c": { "percent": { "under": 10 } },
            "d": { "percent": { "atMost": 5 } },
        })
    );
}

#[test]
fn digits_of_other_scripts_are_read_whole_or_asked_about_with_their_place() {
    for votes in ["۳٬۴۵۶", "٣٤٥٦", "３４５６", "३४५६", "\u{200f}3456"] {
        let table = format!("Party;Votes\nA;{votes}\nB;1\n");
        assert_eq!(result(&table, "a"), json!({ "votes": 3456 }), "{votes}");
    }
    let table = "Party;Percent\nA;٤٥٫٦٪\nB;12.5\n";
    assert_eq!(result(table, "a"), json!({ "percent": 45.6 }));
    let (questions, _) = asked("Party;Votes\nA;10\nB;1٢3\n", "{}");
    assert_eq!(questions[0].at.unwrap().to_string(), "line 3, column 2");
    let (questions, _) = asked("Party;Votes\nA;10\nB;٠\n", "{}");
    assert_eq!(questions[0].key, "column.Votes.zero");
}

#[test]
fn a_mark_or_a_change_behind_a_figure_is_named_and_never_read_as_a_figure() {
    let table = "Party,Votes,Percent\nA,120 (1),60.0 (+2.1)\nB,80 [a],40.0 ▼2.1\n";
    assert_eq!(result(table, "a"), json!({ "votes": 120, "percent": 60 }));
    assert_eq!(result(table, "b"), json!({ "votes": 80, "percent": 40 }));
    let change = "a change, which needs a column of its own (change.percent, change.votes)";
    assert_eq!(
        left_out(table, "{}"),
        [
            "line 2, column 2: \"(1)\" behind \"120 (1)\" -> the mark of a note or a second figure, which one cell can't have".to_owned(),
            format!("line 2, column 3: \"(+2.1)\" behind \"60.0 (+2.1)\" -> {change}"),
            "line 3, column 2: \"[a]\" behind \"80 [a]\" -> the mark of a note".to_owned(),
            format!("line 3, column 3: \"▼2.1\" behind \"40.0 ▼2.1\" -> {change}"),
        ]
    );
}

#[test]
fn marks_behind_figures_that_are_added_up_are_named_too() {
    let table = "Ward,Party,Votes\n1,A,120*\n2,A,30 (+2)\n";
    let more = r#"{ "sumOver": "Ward" }"#;
    let done = imported(table, more);
    assert_eq!(
        done.document["counts"][0]["results"]["a"],
        json!({ "votes": 150 })
    );
    assert_eq!(left_out(table, more).len(), 2);
}

#[test]
fn two_figures_in_a_cell_of_percentages_are_refused_and_a_range_that_may_be_a_change_is_asked_about()
 {
    let two = refused("Party,Percent\nA,45 (30.5)\n", "{}");
    assert_eq!(two.at.unwrap().to_string(), "line 2, column 2");
    assert!(two.message.contains("two figures"), "{two}");
    let (questions, _) = asked("Party,Percent\nA,1.5 -2.1\n", "{}");
    assert_eq!(questions[0].key, "cells.1.5 -2.1");
}

#[test]
fn fractions_with_a_change_behind_them_are_still_asked_about() {
    let (questions, _) = asked("Party,Percent\nA,0.6 (+0.1)\nB,0.4 (-0.1)\n", "{}");
    assert_eq!(questions[0].key, "column.Percent.fractions");
}

#[test]
fn a_figure_below_zero_is_refused_with_its_line_and_column_and_a_change_may_be() {
    for (table, more, place) in [
        ("Party,Votes\nA,5\nB,-5\n", "{}", "line 3, column 2"),
        ("Party,Seats\nA,\u{2212}5\n", "{}", "line 2, column 2"),
        ("Party,Percent\nA,-5\n", "{}", "line 2, column 2"),
        ("Party,Votes\nA,~-5\n", "{}", "line 2, column 2"),
        ("Party,Votes\nA,about -5\n", "{}", "line 2, column 2"),
        ("Party,Votes\nA,over -5\n", "{}", "line 2, column 2"),
        (
            "Party,Votes\nA,5\nInvalid votes,-3\n",
            "{}",
            "line 3, column 2",
        ),
        ("eligible,-5\nParty,Votes\nA,5\n", "{}", "line 1, column 2"),
        (
            "Ward,Party,Votes\n1,A,-5\n",
            r#"{ "sumOver": "Ward" }"#,
            "line 2, column 3",
        ),
    ] {
        let refused = refused(table, more);
        assert_eq!(refused.at.unwrap().to_string(), place, "{table}");
        assert!(refused.message.contains("zero"), "{refused}");
    }
    let change = imported("Party,Seats,Change in seats\nA,5,-2\n", "{}");
    assert_eq!(
        change.document["counts"][0]["results"]["a"]["change"],
        json!({ "seats": -2 })
    );
}

#[test]
fn a_percentage_or_part_of_a_vote_is_never_added_up() {
    for cell in ["81 %", "81.5", "~81.5"] {
        let table = format!("Ward,Party,Votes\n1,A,5\n2,A,{cell}\n");
        let refused = refused(&table, r#"{ "sumOver": "Ward" }"#);
        assert_eq!(
            refused.at.unwrap().to_string(),
            "line 3, column 3",
            "{cell}"
        );
    }
    let about = refused("Party,Votes\nA,~81.5\n", "{}");
    assert_eq!(about.at.unwrap().to_string(), "line 2, column 2");
}

#[test]
fn observers_are_counted_with_the_same_words_and_never_below_zero() {
    let table = |size: &str| format!("Organisation,Observers,City\nOSCE,{size},Astana\n");
    let more = r#"{ "event": "Vote", "widget": "observer-map" }"#;
    let done = imported(&table("1.2 thousand*"), more);
    assert_eq!(
        done.document["missions"][0]["size"],
        json!({ "about": 1200 })
    );
    assert_eq!(left_out(&table("1.2 thousand*"), more).len(), 1);
    for size in ["-5", "60 %", "about 2.5"] {
        let refused = refused(&table(size), more);
        assert_eq!(
            refused.at.unwrap().to_string(),
            "line 2, column 2",
            "{size}"
        );
    }
}

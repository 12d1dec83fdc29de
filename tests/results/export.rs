//! Downloads and copies of a results chart.

use crate::rendering::{document, read};
use crate::support::{COUNTS, candidates};
use election_widgets::layout::{ResultsViewState, results_export};
use election_widgets::locale::Locale;

#[test]
fn downloads_have_every_figure_with_its_status_and_its_source() {
    let results = read(&document(COUNTS));
    let english = Locale::english();
    let state = ResultsViewState::initial(&|name| (name == "count").then(|| "all".to_owned()));
    let sheets = results_export(&results, &state, &english).expect("sheets");
    assert_eq!(sheets.name, "results-all");
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true
    }, {
        insta::assert_snapshot!("taken-along-csv", sheets.data.csv().replace('\r', ""));
        insta::assert_snapshot!("taken-along-json", sheets.data.json());
        insta::assert_snapshot!("taken-along-table", sheets.shown.tabbed());
    });
}

#[test]
fn downloads_have_what_is_on_show() {
    let results = read(&document(COUNTS));
    let one = ResultsViewState::initial(&|name| (name == "count").then(|| "exit-poll".to_owned()));
    let sheets = results_export(&results, &one, &Locale::english()).expect("sheets");
    assert_eq!(sheets.name, "results-exit-poll");
    assert!(!sheets.data.csv().contains("preliminary"));
}

#[test]
fn copying_a_long_folded_chart_copies_all_rows() {
    let chart = candidates(900);
    let model = chart.model.expect("a document");
    let copied =
        results_export(&model, &ResultsViewState::default(), &Locale::english()).expect("a table");
    assert!(copied.shown.tabbed().contains("\nN899\t101\n"));
}

//! Rows of the table: which are shown, in which order and unit, folding, search, details.

use crate::rendering::{asked, document, in_language, input, read, text, text_of};
use crate::support::{COUNCIL, FULL, PARLIAMENT, SEATS, after, candidates, names, open, with};
use election_widgets::layout::{Fold, ResultsAction};
use election_widgets::locale::Locale;
use election_widgets::widget::{RenderInput, to_html};

#[test]
fn more_than_the_first_ten_fold_by_a_rule_that_is_stated_and_opens() {
    assert_eq!(names(input(COUNCIL)).len(), 10);
    let text = text_of(input(COUNCIL));
    assert!(
        text.contains("32 more\nThe first 10 are shown.\nShow all\n21,910 in total"),
        "{text}"
    );
    let opened = after(&[ResultsAction::Unfold(true)], input(COUNCIL));
    assert_eq!(names(opened.clone()).len(), 42);
    assert!(text_of(opened).contains("Show fewer"));
    assert_eq!(names(asked("fold=20", input(COUNCIL))).len(), 20);
    assert_eq!(names(asked("fold=none", input(COUNCIL))).len(), 42);
    // Folding one or two away would save nothing.
    assert_eq!(names(asked("fold=40", input(COUNCIL))).len(), 42);
}

#[test]
fn nobody_who_may_have_as_much_as_the_last_one_shown_is_folded_away() {
    // The third has 4,346 votes; the fourth may have more.
    let unsure = with(
        COUNCIL,
        r#""votes": 3957"#,
        r#""votes": { "atLeast": 3957 }"#,
    );
    assert_eq!(names(asked("fold=3", input(COUNCIL))).len(), 3);
    assert_eq!(names(asked("fold=3", unsure)).len(), 4);
}

#[test]
fn folded_figures_that_are_not_all_known_come_to_at_least_their_sum() {
    let missing =
        document(COUNCIL).replace(r#""votes": 109"#, r#""votes": { "missing": "spoilt" }"#);
    let text = text_of(RenderInput::with_model(read(&missing)));
    assert!(text.contains("at least 21,801 in total"), "{text}");
}

#[test]
fn against_all_and_groups_are_never_folded() {
    let shown = names(asked("fold=2", input(PARLIAMENT)));
    assert_eq!(
        shown,
        ["Harbour Party", "Fields and Orchards", "Against all"]
    );
}

#[test]
fn shares_votes_and_seats_are_switched() {
    let by = |unit: &str| to_html(asked(unit, input(PARLIAMENT)));
    let first = |html: &str| {
        let figure = html
            .split("data-figure=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        figure.expect("a column").to_owned()
    };
    assert_eq!(first(&by("")), "percent");
    assert_eq!(first(&by("unit=votes")), "votes");
    assert_eq!(first(&by("unit=seats")), "seats");
    // One that the data has not is no choice.
    assert_eq!(first(&to_html(asked("unit=votes", input(SEATS)))), "seats");
    let switched = after(
        &[ResultsAction::ShowUnit(
            election_widgets::model::Unit::Votes,
        )],
        input(PARLIAMENT),
    );
    assert_eq!(first(&to_html(switched)), "votes");
}

#[test]
fn the_table_stands_in_the_order_of_figures_of_the_data_or_of_names() {
    let order = |order: &str| names(asked(order, input(PARLIAMENT)));
    assert_eq!(order("")[..2], ["Harbour Party", "Fields and Orchards"]);
    assert_eq!(
        order("order=name")[..3],
        ["Bridge Union", "Fields and Orchards", "Harbour Party"]
    );
    assert_eq!(
        order("order=name").last().map(String::as_str),
        Some("Against all")
    );
    let russian = names(in_language("ru", asked("order=name", input(PARLIAMENT))));
    assert_eq!(russian[..2], ["Движение «Змей»", "Колодец и мельница"]);
    let first_in_council = names(asked("order=document fold=none", input(COUNCIL)));
    assert_eq!(first_in_council[0], "Ada Abel");
    assert_eq!(first_in_council[1], "Bruno Hill");
}

#[test]
fn a_row_opens_to_every_figure_with_its_source() {
    let html = to_html(input(PARLIAMENT));
    let mut rows = html.split("<tr").skip_while(|row| !row.contains("harbour"));
    let (row, opened) = (
        rows.next().expect("the row"),
        rows.next().expect("what it opens to"),
    );
    // A row of its own: in the row's header it would be read out before every figure.
    assert!(!row.contains("<dl") && opened.contains("<td role=\"cell\" colspan=\"4\""));
    let text = text(&format!("<tr{opened}"));
    for said in [
        "Exit poll, 12 May 2024 at 20:00 (UTC+2)",
        "Share of respondents: 30–33%",
        "An exit poll, made up",
        "Final results, 15 May 2024",
        "Votes: 471,000",
        "Made up to show what the chart does",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let opened = after(&[open("harbour")], input(PARLIAMENT));
    assert_eq!(to_html(opened).matches("<details open=\"\">").count(), 1);
}

#[test]
fn the_chart_says_that_a_list_is_incomplete() {
    let text = text_of(with(
        FULL,
        r#""optionsComplete": true"#,
        r#""optionsComplete": false"#,
    ));
    assert!(text.contains("This list is not complete."), "{text}");
}

#[test]
fn a_search_finds_options_whatever_the_case_folded_ones_too() {
    let find = |text: &str| {
        names(after(
            &[ResultsAction::Find(text.to_owned())],
            input(COUNCIL),
        ))
    };
    assert_eq!(find("ADA"), ["Ada Abel", "Ada Grove"]);
    assert_eq!(find("  "), names(input(COUNCIL)));
    assert!(find("nobody").is_empty());
    let text = text_of(after(
        &[ResultsAction::Find("ada".to_owned())],
        input(COUNCIL),
    ));
    assert!(text.contains("2 of 42 found"), "{text}");
}

#[test]
fn all_of_42_candidates_are_on_the_page_and_the_table_does_not_scroll() {
    let opened = after(&[ResultsAction::Unfold(true)], input(COUNCIL));
    assert!(!to_html(opened).contains("role=\"region\""));
    // What folds them again stands where it was asked for, so that the focus stays in sight.
    let text = text_of(after(&[ResultsAction::Unfold(true)], input(COUNCIL)));
    let (shown, come) = text.split_once("Show fewer").expect("the button");
    assert!(
        shown.contains("Bruno North") && !come.contains("Bruno North"),
        "{text}"
    );
    assert!(
        !shown.contains("Zoya Pier") && come.contains("Zoya Pier"),
        "{text}"
    );
}

#[test]
fn candidates_without_any_figure_are_a_list_and_no_table() {
    let html = to_html(input("www/data/kyrgyzstan-2017.json"));
    assert!(
        html.contains("<ul role=\"list\" aria-label=\"Kyrgyzstan"),
        "{html}"
    );
    assert_eq!(html.matches("<li data-key").count(), 2);
    assert!(!html.contains("<table") && !html.contains("rowheader"));
}

#[test]
fn an_order_is_offered_from_eight_options_on() {
    let is_offered = |many| text_of(candidates(many)).contains("Sort by");
    // And "against all".
    assert!(!is_offered(6) && is_offered(7));
}

#[test]
fn the_marks_of_bars_are_explained_where_any_of_them_is_not_sure() {
    let key = "certain";
    assert!(!text_of(input(PARLIAMENT)).contains(key));
    let unsure = with(
        PARLIAMENT,
        r#""percent": 31.4,"#,
        r#""percent": {"over": 31},"#,
    );
    assert!(text_of(unsure).contains(key));
}

#[test]
fn a_thousand_options_fold_and_scroll_inside_once_opened() {
    let many = || candidates(1000);
    assert_eq!(names(many()).len(), 11);
    assert!(!to_html(many()).contains("role=\"region\""));
    let opened = to_html(after(&[ResultsAction::Unfold(true)], many()));
    assert!(opened.contains("tabindex=\"0\" role=\"region\" aria-label=\"Scrollable table\""));
    assert_eq!(opened.matches("data-key").count(), 1001);
    // A row of many has its details once it is opened, one of few that are in sight from the start.
    assert_eq!(opened.matches("<dt>").count(), 0);
    let row = open("o7");
    let row = to_html(after(&[ResultsAction::Unfold(true), row], many()));
    assert_eq!(row.matches("<dt>").count(), 1);
    assert_eq!(to_html(many()).matches("<dt>").count(), 11);
    assert_eq!(Fold::default(), Fold::After(10));
}

#[test]
fn a_long_folded_chart_contains_visible_rows_only_and_a_short_one_all_rows() {
    let rows = |input| to_html(input).matches("data-key").count();
    // Every row is there for paper and for pages without script.
    assert_eq!(rows(candidates(59)), 60);
    assert_eq!(rows(candidates(60)), 11);
    assert_eq!(rows(candidates(900)), 11);
    let asks = |action: ResultsAction| rows(after(&[action], candidates(900)));
    assert_eq!(asks(ResultsAction::Find("n89".to_owned())), 11);
    assert_eq!(asks(ResultsAction::Find("n899".to_owned())), 1);
    assert_eq!(asks(ResultsAction::Unfold(true)), 901);
    assert_eq!(rows(asked("fold=none", candidates(900))), 901);
    // Once all are there, looking for some takes none away.
    let unfolded = [
        ResultsAction::Unfold(true),
        ResultsAction::Find("n899".to_owned()),
    ];
    assert_eq!(rows(after(&unfolded, candidates(900))), 901);
    assert_eq!(names(after(&unfolded, candidates(900))), ["N899"]);
}

#[test]
fn the_row_of_folded_options_stands_in_their_place_and_has_their_sum() {
    for (number, others, next) in [(13, "3 more", "N10"), (900, "890 more", "Against all")] {
        let text = text_of(candidates(number));
        let sum: usize = (10..number).map(|place| 1000 - place).sum();
        let sum = Locale::english().whole(u32::try_from(sum).expect("small"));
        let others =
            format!("\n{others}\nThe first 10 are shown.\nShow all\n{sum} in total\n{next}");
        let (before, _) = text.split_once(&others).unwrap_or_else(|| panic!("{text}"));
        assert!(
            before.contains("N9\n") && !before.contains("N10\n"),
            "{text}"
        );
    }
}

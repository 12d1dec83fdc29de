//! What the results chart promises, point by point, read off the HTML that the host renders.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod rendering;

use election_widgets::layout::{Fold, ResultsAction, ResultsViewState, results_export};
use election_widgets::locale::Locale;
use election_widgets::model::Id;
use election_widgets::widget::ResultsWidget;
use election_widgets::widget::{AreaInput, RenderInput, Widget, to_html};
use election_widgets::wire;
use rendering::{asked, document, in_language, input, read, text_of};

const PARLIAMENT: &str = "www/data/made-up-parliament.json";
const COUNCIL: &str = "www/data/made-up-council.json";
const SEATS: &str = "www/data/kyrgyzstan-2017-seats.json";
const COUNTS: &str = "www/data/kazakhstan-2022-counts.json";
const FULL: &str = "tests/data/full-count.json";

/// A document in which something is replaced.
fn with(path: &str, old: &str, new: &str) -> RenderInput<ResultsWidget> {
    let text = document(path);
    assert!(text.contains(old), "{path} lacks {old}");
    RenderInput::with_model(read(&text.replace(old, new)))
}

/// The same, whatever warnings that brings.
fn contradicting(path: &str, old: &str, new: &str) -> RenderInput<ResultsWidget> {
    let text = document(path).replace(old, new);
    let document = wire::parse(&text).expect("JSON");
    let (results, warnings) = ResultsWidget::read(&document, AreaInput::Absent).expect("readable");
    assert!(!warnings.is_empty(), "no warning of {new}");
    RenderInput::with_model(results)
}

fn after(
    actions: &[ResultsAction],
    input: RenderInput<ResultsWidget>,
) -> RenderInput<ResultsWidget> {
    let mut state = input.state.clone();
    for action in actions {
        state.apply(action.clone());
    }
    RenderInput { state, ..input }
}

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

/// The names in the table, in order, of the rows that are in sight.
fn names(input: RenderInput<ResultsWidget>) -> Vec<String> {
    let html = to_html(input);
    let rows = html.split("<tr").filter(|row| row.contains("data-key"));
    let shown = rows.filter(|row| !row.contains("ew-folded") && !row.contains("ew-unmatched"));
    let name = |row: &str| {
        let name = row.split("<bdi>").nth(1)?;
        Some(name.split('<').next()?.to_owned())
    };
    shown.filter_map(name).collect()
}

// 1. Quantities

#[test]
fn where_82_stands_beside_over_81_the_chart_says_that_the_order_is_not_decided() {
    let close = contradicting(
        "www/data/kazakhstan-2022.json",
        r#""under": 10"#,
        r#""value": 82"#,
    );
    let text = text_of(close);
    assert!(
        text.contains("These figures do not decide who is first."),
        "{text}"
    );
    assert!(text.contains("The figures do not decide the order of all options."));
}

// 2. Counts

#[test]
fn wording_follows_the_status() {
    for (status, sentence) in [
        ("exit-poll", "In the exit poll Party A has the most, 52.1%."),
        ("projection", "Party A is projected to get the most, 52.1%."),
        ("partial", "Party A leads with 52.1%."),
        ("preliminary", "Party A leads with 52.1%."),
        ("recount", "Party A leads with 52.1%."),
        ("disputed", "Party A leads with 52.1%."),
        ("final", "Party A has the most, 52.1%."),
        ("certified", "Party A has the most, 52.1%."),
        ("corrected", "Party A has the most, 52.1%."),
        (
            "annulled",
            "This count was annulled; in it Party A had the most, 52.1%.",
        ),
    ] {
        let status = format!(r#""status": "{status}""#);
        let text = text_of(with(FULL, r#""status": "final""#, &status));
        assert!(text.contains(sentence), "{status}: {text}");
    }
}

#[test]
fn every_status_has_words_of_its_own_in_every_language() {
    let statuses = [
        "scheduled",
        "voting",
        "exit-poll",
        "projection",
        "partial",
        "preliminary",
        "final",
        "certified",
        "recount",
        "corrected",
        "annulled",
        "disputed",
        "sitting",
    ];
    for tag in Locale::languages() {
        let mut said: Vec<String> = Vec::new();
        for status in statuses {
            let status = format!(r#""status": "{status}""#);
            let html = to_html(in_language(
                tag,
                with(FULL, r#""status": "final""#, &status),
            ));
            let word = html
                .split("<strong>")
                .nth(1)
                .and_then(|rest| rest.split('<').next());
            said.push(word.expect("a status band").to_owned());
        }
        said.sort();
        said.dedup();
        assert_eq!(said.len(), statuses.len(), "{tag}: {said:?}");
    }
}

#[test]
fn who_a_projection_calls_elected_is_projected_to_be_and_wears_no_winners_mark() {
    let called = with(FULL, r#""status": "final""#, r#""status": "projection""#);
    let html = to_html(called);
    assert!(html.contains("Projected to be elected, 9 May 2024"));
    assert!(!html.contains("ew-won"));
    let counted = to_html(input(FULL));
    assert!(counted.contains("ew-won"));
    assert!(counted.contains("Elected: Party A."));
}

#[test]
fn before_any_count_candidates_stand_alone_without_noughts_and_nobody_is_not_elected() {
    for tag in Locale::languages() {
        let text = text_of(in_language(tag, input("www/data/kyrgyzstan-2017.json")));
        assert!(!text.contains("0%"), "{text}");
        let lower = text.to_lowercase();
        assert!(!lower.contains("not elected") && !lower.contains("не избран"));
    }
    let text = text_of(input("www/data/kyrgyzstan-2017.json"));
    assert!(text.contains(
        "There are no figures yet. Among those on the ballot: Omurbek Babanov and Sooronbai Jeenbekov."
    ), "{text}");
}

#[test]
fn exit_poll_and_preliminary_count_stand_side_by_side_each_with_its_source() {
    let text = text_of(asked("count=all", input(COUNTS)));
    for said in [
        "Exit poll",
        "82%",
        "Against all",
        "5%",
        "at most 2–3% each",
        "over 81%",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(to_html(asked("count=all", input(COUNTS))).contains("aria-label=\"source 2\""));
}

#[test]
fn two_counts_of_one_status_are_told_apart_by_their_dates() {
    let twice = with(
        PARLIAMENT,
        r#""status": "exit-poll""#,
        r#""status": "final""#,
    );
    let html = to_html(twice);
    assert!(html.contains("Final count, 15 May 2024</button>"), "{html}");
}

// 3. Options

#[test]
fn more_than_the_first_ten_fold_by_a_rule_that_is_stated_and_opens() {
    assert_eq!(names(input(COUNCIL)).len(), 10);
    let text = text_of(input(COUNCIL));
    assert!(
        text.contains("32 others\nThe first 10 are shown.\nShow all\ntogether 21,910"),
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
    assert!(text.contains("together at least 21,801"), "{text}");
}

#[test]
fn against_all_and_groups_are_never_folded() {
    let shown = names(asked("fold=2", input(PARLIAMENT)));
    assert_eq!(
        shown,
        ["Harbour Party", "Fields and Orchards", "Against all"]
    );
}

// 4. Seats

#[test]
fn a_bloc_whose_parts_are_not_known_is_one_block_of_the_half_circle() {
    let html = to_html(input(SEATS));
    let blocks: Vec<&str> = html.split("<path").skip(1).collect();
    assert_eq!(blocks.len(), 2);
    assert_eq!(blocks[0].matches("h0").count(), 66);
    assert_eq!(blocks[1].matches("h0").count(), 54);
    let text = text_of(input(SEATS));
    assert!(text.contains("120 seats\nmajority: 61"), "{text}");
    assert!(html.contains("ew-majority") && html.contains("ew-threshold"));
}

#[test]
fn seats_that_nobody_is_said_to_hold_are_drawn_as_such() {
    let html = to_html(with(
        SEATS,
        r#""seats": 54"#,
        r#""seats": { "from": 40, "to": 50 }"#,
    ));
    let seats = |class: &str| {
        let path = html.split("<path").find(|path| path.contains(class));
        path.map_or(0, |path| path.matches("h0").count())
    };
    assert_eq!((seats("ew-perhaps"), seats("ew-unsaid")), (10, 4));
}

#[test]
fn a_house_with_overhang_is_drawn_whole_and_says_how_many_seats_are_beyond_the_usual() {
    let html = to_html(contradicting(SEATS, r#""seats": 54"#, r#""seats": 55"#));
    assert!(html.contains("<path"));
    assert!(html.contains("121 seats were won, 1 more than the usual 120 of the house."));
    assert!(!html.contains("contradict"));
}

fn coalition(ids: &[&str], input: RenderInput<ResultsWidget>) -> String {
    let joins: Vec<ResultsAction> = ids
        .iter()
        .map(|one| ResultsAction::Join(id(one), true))
        .collect();
    text_of(after(&joins, input))
}

#[test]
fn a_coalition_has_a_majority_or_has_none_or_that_cannot_be_said() {
    let seats = || asked("unit=seats", input(PARLIAMENT));
    assert!(text_of(seats()).contains("Pick two or more to add up their seats."));
    let text = coalition(&["harbour", "bridge"], seats());
    assert!(
        text.contains(
            "Harbour Party and Bridge Union: 54 of 100 seats. A majority is 51: they have it."
        ),
        "{text}"
    );
    let text = coalition(&["fields", "bridge"], seats());
    assert!(
        text.contains("46 of 100 seats. A majority is 51: they do not have it."),
        "{text}"
    );
    let unsure = asked(
        "unit=seats",
        with(PARLIAMENT, r#""seats": 19"#, r#""seats": { "atMost": 19 }"#),
    );
    let text = coalition(&["harbour", "bridge"], unsure);
    assert!(
        text.contains("35–54 of 100 seats. A majority is 51: whether they have it can’t be said."),
        "{text}"
    );
}

#[test]
fn two_blocs_of_kyrgyzstan_are_picked_as_wholes() {
    let text = coalition(&["two"], input(SEATS));
    assert!(
        text.contains("66 of 120 seats. A majority is 61: they have it."),
        "{text}"
    );
}

// 6. Corrections

#[test]
fn corrections_are_listed_with_when_from_what_to_what_and_who_says_so() {
    let text = text_of(input(FULL));
    assert!(
        text.contains("Corrected on 10 May 2024: Party C: from 6.1% to 6.4%"),
        "{text}"
    );
}

// 7. Switches, orders, details

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
    let row = html
        .split("<tr")
        .find(|row| row.contains("harbour"))
        .expect("the row");
    let text = rendering::text(&format!("<tr{row}"));
    for said in [
        "Exit poll, 12 May 2024, 20:00 (UTC+2)",
        "Share of respondents: 30–33%",
        "An exit poll, made up",
        "Final count, 15 May 2024",
        "Votes: 471,000",
        "Made up to show what the chart does",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let opened = after(
        &[ResultsAction::Open(id("harbour"), true)],
        input(PARLIAMENT),
    );
    assert_eq!(to_html(opened).matches("<details open=\"\">").count(), 1);
}

#[test]
fn claims_that_disagree_are_both_shown_and_the_disagreement_is_said() {
    let text = text_of(input("tests/data/disagreement.json"));
    assert!(text.contains("Sources differ"), "{text}");
}

// 8. A text alternative

#[test]
fn the_sentences_are_made_from_the_data_in_the_readers_language() {
    let russian = text_of(in_language("ru", asked("count=exit-poll", input(COUNTS))));
    assert!(
        russian.contains("По данным экзитпола, больше всех набирает"),
        "{russian}"
    );
    let votes = text_of(input(COUNCIL));
    assert!(votes.contains("Elected: Ada Abel, Rosa Hill, Irina Oak and 2 more. Ada Abel has the most, 5,242 votes."), "{votes}");
}

#[test]
fn where_not_everyone_who_stood_is_listed_the_chart_says_so() {
    let text = text_of(with(
        FULL,
        r#""optionsComplete": true"#,
        r#""optionsComplete": false"#,
    ));
    assert!(text.contains("Not everyone who stood is listed."), "{text}");
}

// 9. Downloads

#[test]
fn what_is_taken_along_has_every_figure_with_its_status_and_its_source() {
    let results = read(&document(COUNTS));
    let english = Locale::english();
    let state = ResultsViewState::initial(&|name| (name == "count").then(|| "all".to_owned()));
    let sheets = results_export(&results, &state, &english).expect("sheets");
    assert_eq!(sheets.name, "results-all");
    insta::with_settings!({
        snapshot_path => "snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true
    }, {
        insta::assert_snapshot!("taken-along-csv", sheets.data.csv().replace('\r', ""));
        insta::assert_snapshot!("taken-along-json", sheets.data.json());
        insta::assert_snapshot!("taken-along-table", sheets.shown.tabbed());
    });
}

#[test]
fn what_is_taken_along_is_what_is_shown() {
    let results = read(&document(COUNTS));
    let one = ResultsViewState::initial(&|name| (name == "count").then(|| "exit-poll".to_owned()));
    let sheets = results_export(&results, &one, &Locale::english()).expect("sheets");
    assert_eq!(sheets.name, "results-exit-poll");
    assert!(!sheets.data.csv().contains("preliminary"));
}

// 10. Many options

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

/// A document of so many candidates, each with a vote less than the one before, and votes against all.
fn candidates(number: usize) -> RenderInput<ResultsWidget> {
    let options: Vec<String> = (0..number)
        .map(|place| format!(r#"{{ "id": "o{place}", "kind": "candidate", "name": "N{place}" }}"#))
        .collect();
    let votes: Vec<String> = (0..number)
        .map(|place| format!(r#""o{place}": {{ "votes": {} }}"#, 1000 - place))
        .collect();
    let text = format!(
        r#"{{ "title": "T", "contest": {{ "office": "O" }}, "sources": [{{ "id": "s", "title": "S", "publisher": "P", "date": "2024" }}],
        "options": [{}, {{ "id": "no", "kind": "against-all" }}],
        "counts": [{{ "id": "c", "status": "final", "asOf": "2024", "source": "s", "results": {{ {}, "no": {{ "votes": 0 }} }} }}] }}"#,
        options.join(","),
        votes.join(",")
    );
    RenderInput::with_model(read(&text))
}

#[test]
fn a_thousand_options_fold_and_scroll_inside_once_opened() {
    let many = || candidates(1000);
    assert_eq!(names(many()).len(), 11);
    assert!(!to_html(many()).contains("role=\"region\""));
    let opened = to_html(after(&[ResultsAction::Unfold(true)], many()));
    assert!(opened.contains("tabindex=\"0\" role=\"region\" aria-label=\"Table, scrolls\""));
    assert_eq!(opened.matches("data-key").count(), 1001);
    // A row of many has its details once it is opened, one of few that are in sight from the start.
    assert_eq!(opened.matches("<dt>").count(), 0);
    let row = ResultsAction::Open(id("o7"), true);
    let row = to_html(after(&[ResultsAction::Unfold(true), row], many()));
    assert_eq!(row.matches("<dt>").count(), 1);
    assert_eq!(to_html(many()).matches("<dt>").count(), 11);
    assert_eq!(Fold::default(), Fold::After(10));
}

#[test]
fn a_long_folded_chart_holds_what_is_in_sight_and_a_short_one_every_row() {
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
fn the_row_of_others_stands_where_they_would_and_has_what_they_come_to() {
    for (number, before, others) in [(13, 988, "3 others"), (900, 991, "890 others")] {
        let text = text_of(candidates(number));
        let sum: usize = (10..number).map(|place| 1000 - place).sum();
        let sum = Locale::english().whole(u32::try_from(sum).expect("small"));
        let others = format!(
            "\n{before}\n{others}\nThe first 10 are shown.\nShow all\ntogether {sum}\nAgainst all"
        );
        assert!(text.contains(&others), "{text}");
    }
}

#[test]
fn what_is_copied_of_a_long_folded_chart_is_every_row() {
    let chart = candidates(900);
    let model = chart.model.expect("a document");
    let copied =
        results_export(&model, &ResultsViewState::default(), &Locale::english()).expect("a table");
    assert!(copied.shown.tabbed().contains("\nN899\t101\n"));
}

// What contradicts itself

#[test]
fn sums_that_contradict_totals_are_shown_as_they_are_and_told_of() {
    for (old, new, said) in [
        (
            r#""percent": 52.1"#,
            r#""percent": 70"#,
            "its shares come to 113.1%, more than 100%",
        ),
        (
            r#""votes": 5210"#,
            r#""votes": 9000"#,
            "its votes come to 13,310, more than the 10,000 valid ones",
        ),
        (
            r#""invalid": 250"#,
            r#""invalid": 900"#,
            "its valid and invalid votes come to 10,900, more than the 10,400 cast",
        ),
        (
            r#""cast": 10400"#,
            r#""cast": 30000"#,
            "it has 30,000 votes cast, more than the 20,000 eligible voters",
        ),
    ] {
        let text = text_of(contradicting(FULL, old, new));
        assert!(text.contains(said), "{said}: {text}");
        let shown = new.rsplit(' ').next().expect("a figure");
        assert!(
            text.replace(',', "").contains(shown),
            "{shown} is shown as it is"
        );
    }
}

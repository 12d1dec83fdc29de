//! Every state of the results chart as the HTML that the host renders: test, gallery and review
//! material at once. `make snapshots` writes them again.
#![allow(clippy::expect_used, clippy::panic)]

mod rendering;

use election_widgets::locale::Locale;
use election_widgets::model::LanguageTag;
use election_widgets::widget::ResultsWidget;
use election_widgets::widget::{RenderInput, heading_level, to_html};
use election_widgets::wire::DataError;
use rendering::{asked, document, in_language, input, lines, read};
use std::fs;
use std::path::Path;
use std::sync::Arc;

macro_rules! snapshot {
    ($name:literal, $input:expr) => {
        insta::with_settings!({
            snapshot_path => "snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true
        }, {
            insta::assert_snapshot!($name, lines(&to_html($input)));
        });
    };
}

#[test]
fn over_81_percent_and_five_unnamed_under_10() {
    snapshot!("kazakhstan-2022", input("www/data/kazakhstan-2022.json"));
}

#[test]
fn the_same_for_a_reader_of_russian() {
    snapshot!(
        "kazakhstan-2022-ru",
        in_language("ru", input("www/data/kazakhstan-2022.json"))
    );
}

#[test]
fn every_kind_of_quantity() {
    snapshot!("quantities", input("tests/data/quantities.json"));
}

#[test]
fn a_missing_figure_has_a_dash_and_its_reason_and_no_bar_that_looks_like_zero() {
    let html = to_html(input("tests/data/quantities.json"));
    let row = html
        .split("<tr")
        .find(|row| row.contains("sealed until noon"))
        .expect("the row is there");
    assert!(row.contains("no figure (sealed until noon)"));
    assert!(!row.contains("<svg"));
}

#[test]
fn a_contest_with_candidates_and_no_figures() {
    snapshot!("no-figures", input("tests/data/no-figures.json"));
}

#[test]
fn two_sources_that_disagree() {
    snapshot!("disagreement", input("tests/data/disagreement.json"));
}

#[test]
fn an_earlier_count_that_the_page_asks_for() {
    snapshot!(
        "earlier-count",
        asked("count=exit-poll", input("tests/data/disagreement.json"))
    );
}

fn side_by_side(path: &str) -> RenderInput<ResultsWidget> {
    asked("count=all", input(path))
}

#[test]
fn an_exit_poll_beside_a_preliminary_count_each_with_its_source() {
    snapshot!(
        "side-by-side",
        side_by_side("www/data/kazakhstan-2022-counts.json")
    );
}

#[test]
fn a_whole_count_with_thresholds_ballots_changes_and_corrections() {
    snapshot!("full-count", input("tests/data/full-count.json"));
}

#[test]
fn a_question_with_a_double_majority_in_a_rehearsal() {
    let rehearsal = || {
        let text = document("www/data/made-up-referendum.json");
        RenderInput::with_model(read(&text.replacen('{', "{ \"test\": true,", 1)))
    };
    snapshot!("referendum", rehearsal());
    snapshot!("referendum-ru", in_language("ru", rehearsal()));
}

#[test]
fn the_last_round_of_ranked_choice() {
    snapshot!("ranked-choice", input("www/data/made-up-rounds.json"));
}

#[test]
fn seats_with_a_majority_and_candidates_before_the_vote() {
    snapshot!(
        "kyrgyzstan-2017-seats",
        input("www/data/kyrgyzstan-2017-seats.json")
    );
    snapshot!("kyrgyzstan-2017", input("www/data/kyrgyzstan-2017.json"));
}

#[test]
fn every_document_of_the_demo_is_read_without_a_warning_in_every_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data");
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let name = entry.expect("readable").file_name();
        let name = name.to_string_lossy();
        // The tests of alliances and observers read those.
        if name.starts_with("alliances") || name.ends_with("-observers.json") {
            continue;
        }
        let path = format!("www/data/{name}");
        for tag in Locale::languages() {
            let html = to_html(in_language(tag, side_by_side(&path)));
            // Options without any figure are a list.
            assert!(html.contains("<table") || html.contains("<ul"), "{path}");
        }
    }
}

#[test]
fn seats_of_which_no_split_is_known() {
    snapshot!("seats", input("tests/data/seats.json"));
}

#[test]
fn bad_data_after_good_keeps_the_picture_and_tells_the_reader_no_technical_detail() {
    let input = RenderInput {
        problem: Some(DataError::new(
            "counts[0].status",
            "expected a status, found 7",
        )),
        ..input("tests/data/no-figures.json")
    };
    let html = lines(&to_html(input));
    assert!(html.contains("The latest data can’t be shown; what is shown is older."));
    for detail in ["counts[0]", "expected a status", "role=\"alert\""] {
        assert!(!html.contains(detail), "{detail}");
    }
    assert!(html.contains("ew-names"));
}

#[test]
fn bad_data_from_the_start_leaves_the_pages_own_fallback_on_show() {
    let input = RenderInput::<ResultsWidget> {
        problem: Some(DataError::new("data.json", "HTTP 500")),
        ..RenderInput::new()
    };
    snapshot!("no-data", input);
}

#[test]
fn text_of_the_data_is_text_and_never_markup() {
    let text = document("tests/data/no-figures.json")
        .replace("Candidate A", "<img src=x onerror=alert(1)>");
    let html = to_html(RenderInput::<ResultsWidget>::with_model(read(&text)));
    assert!(html.contains("&lt;img src=x"));
    assert!(!html.contains("<img"));
}

#[test]
fn a_made_up_parliament_by_share_and_by_seats() {
    let parliament = "www/data/made-up-parliament.json";
    snapshot!("parliament", input(parliament));
    snapshot!("parliament-seats", asked("unit=seats", input(parliament)));
}

#[test]
fn a_page_may_make_the_title_a_heading_of_its_own_level() {
    let title = |level: Option<&str>| {
        let attribute = |name: &str| level.filter(|_| name == "heading-level").map(str::to_owned);
        let input = RenderInput {
            heading_level: heading_level(&attribute),
            ..input("tests/data/no-figures.json")
        };
        let html = to_html(input);
        let (_, caption) = html.split_once("<figcaption").expect("a title");
        caption.split("</figcaption>").next().map(str::to_owned)
    };
    let third = title(Some("3")).expect("a title");
    assert!(
        third.contains("<div role=\"heading\" aria-level=\"3\">"),
        "{third}"
    );
    for level in [None, Some("0"), Some("7"), Some("12"), Some("third")] {
        assert!(
            !title(level).expect("a title").contains("heading"),
            "{level:?}"
        );
    }
}

#[test]
fn a_kazakh_page_shows_the_documents_own_kazakh_and_borrows_russian_words() {
    let text = document("tests/data/no-figures.json").replace(
        "\"Candidate A\"",
        "{ \"en\": \"Candidate A\", \"kk\": \"Кандидат Ә\" }",
    );
    let tag = |tag| LanguageTag::new(tag).expect("a tag");
    let html = |lang| {
        let mut input = RenderInput::<ResultsWidget>::with_model(read(&text));
        input.locale = Arc::new(Locale::for_language(&tag(lang)));
        to_html(input)
    };
    let kazakh = html("kk-KZ");
    assert!(kazakh.starts_with("<div class=\"ew\" lang=\"ru\">"));
    assert!(kazakh.contains("<bdi lang=\"kk\">Кандидат Ә</bdi>"));
    let french = html("fr");
    assert!(french.starts_with("<div class=\"ew\" lang=\"en\">"));
    assert!(french.contains("Candidate A"));
    assert!(!html("ru").contains("lang=\"kk\""));
}

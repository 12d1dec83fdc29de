//! Seats: the half circle, majorities and coalitions.

use crate::rendering::{asked, input, text_of};
use crate::support::{PARLIAMENT, SEATS, after, contradicting, id, with};
use election_widgets::layout::ResultsAction;
use election_widgets::widget::{RenderInput, ResultsWidget, to_html};

#[test]
fn a_bloc_without_a_split_is_one_block_of_the_half_circle() {
    let html = to_html(input(SEATS));
    let blocks: Vec<&str> = html.split("<path").skip(1).collect();
    assert_eq!(blocks.len(), 2);
    assert_eq!(blocks[0].matches("h0").count(), 66);
    assert_eq!(blocks[1].matches("h0").count(), 54);
    let text = text_of(input(SEATS));
    assert!(text.contains("120 seats\n61 for a majority"), "{text}");
    // The half circle shows the majority, which says nothing of a single party's bar.
    assert!(html.contains("ew-majority") && !html.contains("ew-threshold"));
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
    assert!(html.contains("121 seats were won, 1 more than the usual 120."));
    assert!(!html.contains("don’t add up"));
}

fn coalition(ids: &[&str], input: RenderInput<ResultsWidget>) -> String {
    let joins: Vec<ResultsAction> = ids
        .iter()
        .map(|one| ResultsAction::Join(id(one), true))
        .collect();
    text_of(after(&joins, input))
}

#[test]
fn a_coalition_has_a_majority_or_none_or_the_chart_says_that_it_is_unclear() {
    let seats = || asked("unit=seats", input(PARLIAMENT));
    assert!(text_of(seats()).contains("Choose two or more to add up their seats."));
    let text = coalition(&["harbour", "bridge"], seats());
    assert!(
        text.contains("Harbour Party and Bridge Union: 54 of 100 seats, a majority (51 needed)."),
        "{text}"
    );
    let text = coalition(&["fields", "bridge"], seats());
    assert!(
        text.contains("46 of 100 seats, not a majority (51 needed)."),
        "{text}"
    );
    let unsure = asked(
        "unit=seats",
        with(PARLIAMENT, r#""seats": 19"#, r#""seats": { "atMost": 19 }"#),
    );
    let text = coalition(&["harbour", "bridge"], unsure);
    assert!(
        text.contains("35–54 of 100 seats; unclear whether that is a majority (51 needed)."),
        "{text}"
    );
}

#[test]
fn coalitions_are_offered_only_for_three_options_without_a_majority() {
    let offer = "Build a majority";
    let text = coalition(&["two"], input(SEATS));
    assert!(!text.contains(offer), "{text}");
    assert!(
        !to_html(after(&[ResultsAction::Join(id("two"), true)], input(SEATS))).contains("ew-dim")
    );
    let seats = || asked("unit=seats", input(PARLIAMENT));
    assert!(text_of(seats()).contains(offer));
    let alone = contradicting(PARLIAMENT, r#""seats": 35"#, r#""seats": 60"#);
    assert!(!text_of(asked("unit=seats", alone)).contains(offer));
}

#[test]
fn chosen_options_are_highlighted_and_their_sum_has_their_colours() {
    let seats = || asked("unit=seats", input(PARLIAMENT));
    assert!(!to_html(seats()).contains("ew-dim"));
    let joins = ["harbour", "bridge"].map(|one| ResultsAction::Join(id(one), true));
    let html = to_html(after(&joins, seats()));
    // Three of the five parties with seats are not picked.
    assert_eq!(html.matches("ew-dim").count(), 3);
    let (_, sum) = html
        .split_once("role=\"status\"")
        .expect("what they come to");
    let (sum, _) = sum.split_once("</details>").expect("its end");
    assert!(
        sum.contains("x1=\"0%\" x2=\"35%\"") && sum.contains("x1=\"35%\" x2=\"54%\""),
        "{sum}"
    );
    assert_eq!(sum.matches("<g color=").count(), 2);
}

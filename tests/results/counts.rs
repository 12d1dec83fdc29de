//! Counts, their status in words, corrections, and claims that contradict each other.

use crate::rendering::{asked, in_language, input, text_of};
use crate::support::{COUNCIL, COUNTS, FULL, PARLIAMENT, contradicting, with};
use election_widgets::locale::Locale;
use election_widgets::widget::to_html;

#[test]
fn if_82_is_beside_over_81_the_chart_says_that_the_order_is_not_known() {
    let close = contradicting(
        "www/data/kazakhstan-2022.json",
        r#""under": 10"#,
        r#""value": 82"#,
    );
    let text = text_of(close);
    assert!(
        text.contains("These figures do not show who is ahead."),
        "{text}"
    );
    assert!(text.contains("The exact order cannot be known from these figures."));
}

#[test]
fn wording_follows_the_status() {
    for (status, sentence) in [
        ("exit-poll", "Party A leads the exit poll with 52.1%."),
        (
            "projection",
            "Party A is projected to come first with 52.1%.",
        ),
        ("partial", "Party A leads with 52.1%."),
        ("preliminary", "Party A leads with 52.1%."),
        ("recount", "Party A leads with 52.1%."),
        ("disputed", "Party A leads with 52.1%."),
        ("final", "Party A came first with 52.1%."),
        ("certified", "Party A came first with 52.1%."),
        ("corrected", "Party A came first with 52.1%."),
        (
            "annulled",
            "These results have been annulled. Party A had come first with 52.1%.",
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
fn a_projected_winner_is_called_projected_and_has_no_winners_mark() {
    let called = with(FULL, r#""status": "final""#, r#""status": "projection""#);
    let html = to_html(called);
    assert!(html.contains("Projected winner, 9 May 2024"));
    assert!(!html.contains("ew-won"));
    let counted = to_html(input(FULL));
    assert!(counted.contains("ew-won"));
    assert!(counted.contains("Elected: Party A."));
}

#[test]
fn before_any_count_candidates_have_no_zeros_and_nobody_is_called_not_elected() {
    for tag in Locale::languages() {
        let text = text_of(in_language(tag, input("www/data/kyrgyzstan-2017.json")));
        assert!(!text.contains("0%"), "{text}");
        let lower = text.to_lowercase();
        assert!(!lower.contains("not elected") && !lower.contains("не избран"));
    }
    let text = text_of(input("www/data/kyrgyzstan-2017.json"));
    assert!(
        text.contains(
            "No results yet. Those on the ballot include Omurbek Babanov and Sooronbai Jeenbekov."
        ),
        "{text}"
    );
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
    assert!(
        html.contains("Final results, 15 May 2024</button>"),
        "{html}"
    );
}

#[test]
fn corrections_are_listed_with_when_from_what_to_what_and_who_says_so() {
    let text = text_of(input(FULL));
    assert!(
        text.contains("Correction, 10 May 2024. Party C: from 6.1% to 6.4%"),
        "{text}"
    );
}

#[test]
fn claims_that_disagree_are_both_shown_and_the_disagreement_is_said() {
    let text = text_of(input("tests/data/disagreement.json"));
    assert!(text.contains("Sources disagree"), "{text}");
}

#[test]
fn the_sentences_are_made_from_the_data_in_the_readers_language() {
    let russian = text_of(in_language("ru", asked("count=exit-poll", input(COUNTS))));
    assert!(
        russian.contains("По данным экзитпола, на первом месте"),
        "{russian}"
    );
    let votes = text_of(input(COUNCIL));
    assert!(votes.contains("Elected: Ada Abel, Rosa Hill, Irina Oak and 2 more. Ada Abel came first with 5,242 votes."), "{votes}");
}

#[test]
fn sums_that_contradict_totals_are_shown_unchanged_and_reported() {
    for (old, new, said) in [
        (
            r#""percent": 52.1"#,
            r#""percent": 70"#,
            "shares total 113.1%, more than 100%",
        ),
        (
            r#""votes": 5210"#,
            r#""votes": 9000"#,
            "13,310 votes, but only 10,000 are valid",
        ),
        (
            r#""invalid": 250"#,
            r#""invalid": 900"#,
            "10,900 valid and invalid votes, but only 10,400 were cast",
        ),
        (
            r#""cast": 10400"#,
            r#""cast": 30000"#,
            "30,000 votes cast, but only 20,000 eligible voters",
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

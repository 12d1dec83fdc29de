//! Sentences that real elections proved false, and what is said now. Each test begins with the story.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod rendering;

use election_widgets::layout::{Export, results_export};
use election_widgets::locale::Locale;
use election_widgets::widget::{AreaInput, RenderInput, ResultsWidget, Widget, to_html};
use election_widgets::wire;
use rendering::{asked, in_language, text};
use serde_json::{Value, json};

/// A document of candidates by id, with the results of its only count.
fn document(results: Value) -> Value {
    let ids = results.as_object().expect("an object").keys();
    let options: Vec<Value> = ids
        .map(|id| json!({"id": id, "kind": "candidate", "name": id.to_uppercase()}))
        .collect();
    json!({
        "title": "T", "contest": {"office": "Mayor"}, "options": options,
        "counts": [{"id": "c", "status": "final", "asOf": "2024-05-02", "source": "s", "results": results}],
        "sources": [{"id": "s", "title": "S", "publisher": "P", "date": "2024"}, {"id": "t", "title": "T", "publisher": "Q", "date": "2024"}],
    })
}

/// The document with another value at a JSON pointer; the last part may be new.
fn set(mut document: Value, pointer: &str, value: Value) -> Value {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = document.pointer_mut(parent).expect("a parent");
    match parent {
        Value::Array(items) => items.push(value),
        _ => parent[key] = value,
    }
    document
}

fn read(document: &Value) -> (RenderInput<ResultsWidget>, Vec<String>) {
    let (results, warnings) = wire::parse(&document.to_string())
        .and_then(|document| ResultsWidget::read(&document, AreaInput::Absent))
        .unwrap_or_else(|error| panic!("{error}: {document}"));
    let warnings = warnings.iter().map(|warning| warning.message.clone());
    (RenderInput::with_model(results), warnings.collect())
}

fn refused(document: &Value) -> String {
    wire::parse(&document.to_string())
        .and_then(|document| ResultsWidget::read(&document, AreaInput::Absent))
        .expect_err("refused")
        .to_string()
}

fn html(document: &Value) -> String {
    to_html(read(document).0)
}

fn said(document: &Value) -> String {
    text(&html(document))
}

fn says(document: &Value, expected: &[&str], never: &[&str]) {
    let text = said(document);
    for expected in expected {
        assert!(text.contains(expected), "{expected:?} is missing: {text}");
    }
    for never in never {
        assert!(!text.contains(never), "{never:?} is said: {text}");
    }
}

fn exported(document: &Value) -> Export {
    let input = read(document).0;
    let model = input.model.expect("a model");
    results_export(&model, &input.state, &Locale::english()).expect("an export")
}

const UNDECIDED: &str = "These figures do not decide who is first.";

// Thresholds

#[test]
fn a_quorum_of_agreement_is_judged_by_those_who_agreed_and_not_by_the_turnout() {
    // A referendum needed 25 % of those eligible to agree; 41 % voted and 19 % agreed.
    let referendum = set(
        document(json!({"agree": {"percent": 19.19}, "disagree": {"percent": 21.9}})),
        "/thresholds",
        json!([{"kind": "quorum", "needs": {"atLeast": 25}, "unit": "percent", "of": "eligible", "options": ["agree"]}]),
    );
    let referendum = set(referendum, "/counts/0/percentOf", json!("eligible"));
    let referendum = set(referendum, "/counts/0/ballots", json!({"turnout": 41.09}));
    says(
        &referendum,
        &[
            "Quorum: at least 25% of eligible voters, counting AGREE.",
            "Not reached in this count.",
        ],
        &["Reached in this count."],
    );
    let without_base = set(referendum, "/counts/0/percentOf", json!("valid"));
    says(&without_base, &["Unclear from these figures."], &[]);
}

#[test]
fn a_quorum_of_votes_is_judged_only_against_the_papers_that_it_names() {
    let quorum = |of: Option<&str>| {
        let mut rule = json!({"kind": "quorum", "needs": {"atLeast": 4107652}, "unit": "votes"});
        if let Some(of) = of {
            rule["of"] = json!(of);
        }
        let document = set(
            document(json!({"a": {"votes": 3000000}})),
            "/thresholds",
            json!([rule]),
        );
        set(
            document,
            "/counts/0/ballots",
            json!({"cast": 4798926, "valid": 3305941}),
        )
    };
    says(
        &quorum(None),
        &["Unclear from these figures."],
        &["eached in this count"],
    );
    says(
        &quorum(Some("cast")),
        &["at least 4,107,652 votes cast", "Reached in this count."],
        &[],
    );
    says(
        &quorum(Some("valid")),
        &["4,107,652 valid votes", "Not reached in this count."],
        &[],
    );
}

#[test]
fn a_turnout_says_nothing_of_a_quorum_of_valid_votes() {
    let quorum = set(
        document(json!({"a": {"percent": 60}})),
        "/thresholds",
        json!([{"kind": "quorum", "needs": {"over": 50}, "unit": "percent", "of": "valid"}]),
    );
    let quorum = set(quorum, "/counts/0/ballots", json!({"turnout": 64.16}));
    says(
        &quorum,
        &["Unclear from these figures."],
        &["Reached in this count"],
    );
}

fn with_entry(results: Value, rule: Value) -> Value {
    set(document(results), "/thresholds", json!([rule]))
}

#[test]
fn votes_and_valid_papers_tell_who_gets_in_where_no_share_is_given() {
    let entry = json!({"kind": "entry", "needs": {"atLeast": 5}, "unit": "percent", "of": "valid"});
    let document = with_entry(json!({"a": {"votes": 500}, "b": {"votes": 499}}), entry);
    let document = set(document, "/counts/0/ballots", json!({"valid": 10000}));
    says(
        &document,
        &["Reached in this count: A.", "Not reached: B."],
        &["Unclear"],
    );
}

#[test]
fn a_threshold_in_another_base_is_unclear_and_has_no_line_on_the_bars() {
    let entry =
        json!({"kind": "entry", "needs": {"atLeast": 30}, "unit": "percent", "of": "eligible"});
    let other = with_entry(json!({"a": {"percent": 60}, "b": {"percent": 40}}), entry);
    let marks = |document: &Value| html(document).matches("ew-threshold").count();
    let of_valid = set(other.clone(), "/counts/0/percentOf", json!("valid"));
    says(
        &of_valid,
        &["Unclear from these figures: A and B."],
        &["Reached"],
    );
    assert_eq!(marks(&of_valid), 0);
    // A count that names no base is no better.
    says(
        &other,
        &["Unclear from these figures: A and B."],
        &["Reached"],
    );
    let same = set(other, "/counts/0/percentOf", json!("eligible"));
    says(&same, &["Reached in this count: A and B."], &[]);
    assert!(marks(&same) > 0);
}

#[test]
fn who_is_out_or_already_in_is_not_judged() {
    let entry = json!({"kind": "entry", "needs": {"atLeast": 5}, "unit": "percent"});
    let document = with_entry(
        json!({"a": {"percent": 55}, "b": {"percent": 4, "seats": 2}, "c": {"percent": 3}, "d": {}}),
        entry,
    );
    let document = set(
        document,
        "/outcomes",
        json!([{"option": "d", "kind": "eliminated", "source": "s"}]),
    );
    says(
        &document,
        &["Reached in this count: A.", "Not reached: C."],
        &["Unclear"],
    );
}

#[test]
fn of_a_majority_that_nobody_has_no_list_of_losers_is_read_out() {
    let majority = json!({"kind": "majority", "needs": {"atLeast": 51}, "unit": "seats"});
    let parties = with_entry(
        json!({"a": {"seats": 40}, "b": {"seats": 35}, "c": {"seats": 25}}),
        majority,
    );
    says(
        &parties,
        &["No candidate has a majority."],
        &["Not reached"],
    );
    let open = set(parties, "/optionsComplete", json!(false));
    says(&open, &["None of them has a majority."], &["No candidate"]);
}

#[test]
fn a_figure_is_shown_with_as_many_decimals_as_keep_it_on_its_side() {
    let entry = json!({"kind": "entry", "needs": {"atLeast": 5}, "unit": "percent"});
    let document = with_entry(
        json!({"a": {"percent": 4.981}, "b": {"percent": 50}}),
        entry,
    );
    let document = set(document, "/counts/0/decimals", json!(1));
    says(&document, &["4.98%", "Not reached: A."], &["5.0%"]);
    let half = json!({"kind": "majority", "needs": {"over": 50}, "unit": "percent"});
    let close = with_entry(
        json!({"a": {"percent": 50.004}, "b": {"percent": 49.996}}),
        half,
    );
    let close = set(close, "/counts/0/decimals", json!(0));
    says(
        &close,
        &["50.004%", "49.996%", "Reached in this count: A."],
        &[],
    );
}

#[test]
fn rules_may_be_alternatives_or_joint_and_some_only_a_source_can_judge() {
    let entry = json!({
        "kind": "entry", "needs": {"atLeast": 5}, "unit": "percent",
        "or": [{"text": "a seat in one district", "reachedBy": ["b"], "missedBy": ["c"]}],
    });
    let results = json!({"a": {"percent": 60}, "b": {"percent": 4}, "c": {"percent": 3}, "d": {"percent": 2}});
    says(
        &with_entry(results, entry),
        &[
            "To get in: at least 5%, or a seat in one district.",
            "Reached in this count: A and B.",
            "Not reached: C.",
            "Unclear from these figures: D.",
        ],
        &[],
    );
    let double = json!({
        "kind": "majority", "needs": {"over": 50}, "unit": "percent",
        "and": [{"text": "a majority of the cantons", "missedBy": ["a"]}],
    });
    let refused_one = with_entry(
        json!({"a": {"percent": 53.8}, "b": {"percent": 46.2}}),
        double,
    );
    says(
        &refused_one,
        &["Majority: over 50%, and a majority of the cantons."],
        &["Reached in this count: A"],
    );
}

// Who is first

#[test]
fn nobody_leads_while_a_rival_without_a_figure_may_have_more() {
    says(
        &document(json!({"a": {"percent": 19}, "b": {"votes": 900}})),
        &[UNDECIDED],
        &["has the most"],
    );
    let sealed = json!({"a": {"percent": {"missing": "sealed until noon"}}, "b": {"percent": 3}});
    says(&document(sealed), &[UNDECIDED], &["has the most"]);
    // What is left is too little for anybody else.
    says(
        &document(json!({"a": {"percent": 51}, "b": {}})),
        &["A has the most, 51%."],
        &[],
    );
    let seats = json!({"a": {"seats": 60}, "b": {}, "c": {"seats": 20}});
    let house = set(document(seats), "/seats", json!({"total": 120}));
    says(&house, &[], &[UNDECIDED]);
    says(
        &set(house, "/counts/0/results/a/seats", json!(50)),
        &[UNDECIDED],
        &[],
    );
}

#[test]
fn over_half_is_decided_whatever_bound_the_others_have() {
    let bound = json!({"a": {"percent": 60}, "b": {"percent": {"atLeast": 10}}});
    says(&document(bound), &["A has the most, 60%."], &[UNDECIDED]);
    let several =
        json!({"a": {"percent": 52.3}, "b": {"percent": 30.1}, "c": {"percent": {"over": 5}}});
    says(
        &document(several),
        &["A has the most, 52.3%."],
        &[UNDECIDED],
    );
}

#[test]
fn equal_shares_are_settled_by_votes() {
    let close = document(json!({
        "a": {"percent": 50, "votes": 50000}, "b": {"percent": 50, "votes": 50012},
    }));
    says(&close, &["B has the most, 50%."], &[UNDECIDED]);
    let html = html(&close);
    assert!(html.find("data-key=\"b\"") < html.find("data-key=\"a\""));
}

#[test]
fn an_exact_tie_is_called_one() {
    says(
        &document(json!({"a": {"votes": 2}, "b": {"votes": 2}, "c": {"votes": 1}})),
        &["A and B are level with 2 votes each."],
        &[UNDECIDED],
    );
    // Equal rounded shares are no tie.
    says(
        &document(json!({"a": {"percent": 40}, "b": {"percent": 40}})),
        &[UNDECIDED],
        &["level"],
    );
}

#[test]
fn a_group_holds_rivals() {
    let grouped = |kind: &str, of: u32, own: u32, theirs: u32| {
        let base = document(json!({"a": {"percent": own}}));
        let base = set(
            base,
            "/options/-",
            json!({"id": "g", "kind": kind, "of": of}),
        );
        set(base, "/counts/0/results/g", json!({"percent": theirs}))
    };
    says(
        &grouped("other", 2, 10, 90),
        &[UNDECIDED],
        &["A has the most"],
    );
    says(
        &grouped("unnamed", 1, 40, 60),
        &["1 other candidate has the most, 60%."],
        &[],
    );
    says(&grouped("other", 5, 60, 40), &["A has the most, 60%."], &[]);
}

#[test]
fn where_not_everybody_is_listed_an_unlisted_one_may_be_first() {
    let some = set(
        document(json!({"a": {"percent": 19}, "b": {"percent": 15}})),
        "/optionsComplete",
        json!(false),
    );
    says(&some, &[UNDECIDED], &["A has the most"]);
    says(
        &set(some, "/counts/0/results/a/percent", json!(55)),
        &["A has the most, 55%."],
        &[],
    );
}

#[test]
fn one_vote_is_one_vote() {
    let one = set(
        document(json!({"a": {"votes": 1}, "b": {"votes": 0}})),
        "/counts/0/status",
        json!("partial"),
    );
    says(&one, &["A leads with 1 vote."], &["1 votes"]);
    let russian = text(&to_html(in_language("ru", read(&one).0)));
    assert!(russian.contains("1 голос."), "{russian}");
}

#[test]
fn two_candidates_of_one_name_are_told_apart_by_their_parties() {
    let namesakes = document(json!({"a": {"percent": 3}, "b": {"percent": 60}}));
    let namesakes = set(namesakes, "/options/0/name", json!("John Smith"));
    let namesakes = set(namesakes, "/options/1/name", json!("John Smith"));
    let namesakes = set(namesakes, "/options/0/party", json!("Greens"));
    let namesakes = set(namesakes, "/options/1/party", json!("Reds"));
    says(&namesakes, &["John Smith (Reds) has the most, 60%."], &[]);
}

// Outcomes

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
        &["Elected: RUTO. In this count, as of 2 May 2024, ODINGA had the most, 51.26%."],
        &["leads"],
    );
}

#[test]
fn an_outcome_is_void_once_its_count_is_annulled_and_gone_once_it_is_revoked() {
    let elected = json!({"option": "odinga", "kind": "elected", "source": "s"});
    let annulled = with_outcome("annulled", elected.clone());
    says(
        &annulled,
        &["Elected (void: the count was annulled)"],
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
fn who_is_certified_is_elected_though_the_source_made_a_projection_before() {
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
    says(&two, &["Elected: A."], &["Projected to be elected"]);
    // Shown beside the projection alone, it is no outcome yet.
    let before = text(&to_html(asked("count=p", read(&two).0)));
    assert!(!before.contains("Elected"), "{before}");
}

#[test]
fn who_withdrew_before_the_vote_is_out_in_every_count() {
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
fn yet_is_said_only_where_figures_may_still_come() {
    for (status, sentence) in [
        ("scheduled", "There are no figures yet."),
        ("partial", "There are no figures yet."),
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

// Counts

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
        "Partial count, 2 May 2024, P",
        "Partial count, 2 May 2024, Q",
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
        "Exit poll: Reached in this count: A and B.",
        "Final count: Reached in this count: A.",
        "Turnout (Final count)",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn that_a_count_was_annulled_is_said_whoever_was_first() {
    let tie = document(json!({"a": {"percent": 60}, "b": {"percent": 60}}));
    says(
        &set(tie, "/counts/0/status", json!("annulled")),
        &["This count was annulled;"],
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

// Sources

#[test]
fn a_source_is_accused_only_where_no_reading_of_its_figures_fits() {
    let several = document(json!({"a": {"votes": 70}, "b": {"votes": 60}, "c": {"votes": 50}}));
    let several = set(several, "/counts/0/ballots", json!({"valid": 100}));
    says(&several, &[], &["contradict"]);
    assert!(!read(&several).1.is_empty(), "the editor is warned");
    let explained = set(several.clone(), "/contest/votesAllowed", json!(2));
    assert!(read(&explained).1.is_empty());
    says(&explained, &["2 votes for each voter"], &["contradict"]);
    says(
        &set(several, "/contest/votesAllowed", json!(1)),
        &["contradict each other"],
        &[],
    );
}

#[test]
fn figures_that_no_reading_fits_are_told_of() {
    let order =
        document(json!({"a": {"percent": 51, "votes": 100}, "b": {"percent": 49, "votes": 200}}));
    says(
        &order,
        &[
            "an option with 100 votes has a higher share than one with 200",
            UNDECIDED,
        ],
        &[],
    );
    let share = document(json!({"a": {"percent": 30.88, "votes": 84812}}));
    let share = set(share, "/counts/0/percentOf", json!("valid"));
    let share = set(share, "/counts/0/ballots", json!({"valid": 166146}));
    says(
        &share,
        &["a share of 30.88%, and votes that are 51.05%"],
        &[],
    );
    let turnout = set(
        document(json!({"a": {"votes": 5}})),
        "/counts/0/ballots",
        json!({"turnout": 83.53, "cast": 826, "eligible": 1000}),
    );
    says(
        &turnout,
        &["a turnout of 83.53%, and votes cast that are 82.6%"],
        &[],
    );
    // Without a base, shares must fit the votes of each other, and some base that there can be.
    let pair =
        document(json!({"a": {"percent": 60, "votes": 600}, "b": {"percent": 40, "votes": 300}}));
    says(&pair, &["a share of 40%, and votes that are 30%"], &[]);
    let too_high = document(json!({"a": {"percent": 70, "votes": 600}}));
    says(
        &set(too_high, "/counts/0/ballots", json!({"valid": 1000})),
        &["a share of 70%, and votes that are 60%"],
        &[],
    );
    let of_eligible = set(
        document(json!({"a": {"percent": 30, "votes": 600}})),
        "/counts/0/ballots",
        json!({"valid": 1000, "eligible": 2000}),
    );
    says(&of_eligible, &[], &["contradict"]);
    // Cut off in place of rounded is no contradiction.
    let cut =
        document(json!({"a": {"percent": 33.33, "votes": 1}, "b": {"percent": 66.66, "votes": 2}}));
    let cut = set(cut, "/counts/0/percentOf", json!("valid"));
    says(
        &set(cut, "/counts/0/ballots", json!({"valid": 3})),
        &[],
        &["contradict"],
    );
}

#[test]
fn both_claims_stand_wherever_sources_differ() {
    let claims = |one: u32, other: u32| json!({"claims": [{"value": one, "source": "s"}, {"value": other, "source": "t"}]});
    let disputed = set(
        document(
            json!({"a": {"seats": claims(60, 40), "change": {"seats": claims(3, 4)}}, "b": {"seats": 20}}),
        ),
        "/seats",
        json!({"total": 100}),
    );
    let disputed = set(
        disputed,
        "/counts/0/reported",
        json!({"percent": claims(80, 90)}),
    );
    says(
        &disputed,
        &["+3 / +4", "80% / 90% counted · Sources differ", "60 / 40"],
        &[],
    );
    let label = html(&disputed);
    assert!(label.contains(">60 / 40</text>"), "{label}");
}

// Sums

#[test]
fn about_stays_about_in_sums_and_each_counts_for_each() {
    let folded = |results: Value| text(&to_html(asked("fold=1", read(&document(results)).0)));
    let about = folded(
        json!({"a": {"percent": 60}, "b": {"percent": {"about": 10}}, "c": {"percent": 5}, "z": {"percent": 4}}),
    );
    assert!(about.contains("together about 19%"), "{about}");
}

#[test]
fn changes_are_points_rounded_to_the_side_on_which_they_stay_true() {
    let changed = document(json!({
        "a": {"percent": 60, "change": {"percent": 2}},
        "b": {"percent": 40, "change": {"percent": {"from": -1.236, "to": -1.231}}},
    }));
    says(&changed, &["+2 points", "−1.24–−1.23 points"], &[]);
    let csv = exported(&changed).data.csv();
    assert!(csv.contains("+2 points") && !csv.contains(",2%"), "{csv}");
}

// What could not be said

#[test]
fn parts_of_an_option_are_shown_below_it_and_not_added_twice() {
    let coalition = document(
        json!({"all": {"seats": 60}, "left": {"seats": 35}, "right": {"seats": 25}, "rest": {"seats": 40}}),
    );
    let coalition = set(coalition, "/seats", json!({"total": 100}));
    let place = |id: &str| {
        coalition["options"]
            .as_array()
            .expect("options")
            .iter()
            .position(|option| option["id"] == id)
            .expect("an option")
    };
    let (left, right) = (place("left"), place("right"));
    let coalition = set(coalition, &format!("/options/{left}/within"), json!("all"));
    let coalition = set(coalition, &format!("/options/{right}/within"), json!("all"));
    says(
        &coalition,
        &["part of ALL", "ALL has the most, 60 of 100 seats."],
        &["contradict", "overhang", "more than the usual"],
    );
    let html = html(&coalition);
    let at = |id: &str| html.find(&format!("data-key=\"{id}\"")).expect("a row");
    assert!(at("all") < at("left") && at("left") < at("right") && at("right") < at("rest"));
}

#[test]
fn a_round_of_ranked_choice_says_who_is_still_in() {
    let base = document(json!({"a": {"votes": 40}, "b": {"votes": 35}, "c": {"votes": 25}}));
    let first = set(base["counts"][0].clone(), "/round", json!(1));
    let second = json!({"id": "r2", "status": "final", "asOf": "2024-05-02", "source": "s", "round": 2,
        "percentOf": "continuing", "continuing": ["a", "b"],
        "ballots": {"continuing": 90, "exhausted": 10},
        "results": {"a": {"votes": 41, "percent": 45.56, "transfer": 1}, "b": {"votes": 49, "percent": 54.44, "transfer": 14}}});
    let rounds = set(base, "/counts", json!([first, second]));
    says(
        &rounds,
        &[
            "Round 2 · Final count",
            "Share of continuing ballots",
            "B has the most, 54.44%.",
            "no longer counted",
            "+14 by transfer",
            "Exhausted ballots",
        ],
        &[UNDECIDED],
    );
}

#[test]
fn a_unit_of_the_documents_own_and_a_margin_alone_can_be_said() {
    let cantons = set(
        document(json!({"yes": {"own": 8.5}, "no": {"own": 14.5}})),
        "/ownUnit",
        json!({"name": "Cantons", "forms": "canton|cantons", "total": 23}),
    );
    says(
        &cantons,
        &["NO has the most, 14.5 cantons.", "Cantons"],
        &[],
    );
    let margin = set(
        set(
            document(json!({"a": {}, "b": {}})),
            "/counts/0/results",
            json!({}),
        ),
        "/counts/0/margin",
        json!({"option": "a", "over": "b", "votes": 312}),
    );
    says(&margin, &["A is ahead of B by 312 votes."], &["no figures"]);
}

#[test]
fn what_is_expected_is_called_an_estimate_and_votes_still_out_are_counted() {
    let night = set(
        document(json!({"a": {"percent": 60}})),
        "/counts/0/reported",
        json!({"percent": 95, "of": "expected-votes", "outstanding": {"about": 12000}}),
    );
    says(
        &night,
        &[
            "95% of the expected votes counted (an estimate)",
            "about 12,000 votes still to be counted",
        ],
        &[],
    );
}

#[test]
fn a_rehearsal_says_so_in_the_banner_the_title_and_the_downloads() {
    let rehearsal = set(
        document(json!({"a": {"percent": 60}})),
        "/test",
        json!(true),
    );
    says(
        &rehearsal,
        &["Rehearsal: these figures are made up.", "Rehearsal: T"],
        &[],
    );
    let marked = exported(&rehearsal).of_a_rehearsal();
    assert!(marked.name.starts_with("rehearsal-"));
    assert!(
        marked
            .data
            .csv()
            .lines()
            .all(|line| line.ends_with("rehearsal") || line.ends_with("true"))
    );
}

#[test]
fn downloads_hold_parts_the_margin_and_what_was_decided_of_the_question() {
    let question =
        document(json!({"yes": {"votes": 60, "parts": [{"name": "By post", "votes": 20}]}}));
    let question = set(
        question,
        "/counts/0/margin",
        json!({"option": "yes", "percent": 2.5}),
    );
    let question = set(
        question,
        "/outcomes",
        json!([{"kind": "accepted", "source": "s"}]),
    );
    let csv = exported(&question).data.csv();
    for row in [
        ",votes,,,value,20,,,20,S,P,2024,,By post\r\n",
        ",margin,,,value,2.5,,,'+2.5 points,",
        "accepted,,,,,,,,not stated,",
    ] {
        assert!(csv.contains(row), "{row}: {csv}");
    }
}

// Bad input

#[test]
fn what_can_not_be_is_refused_with_its_place() {
    let good = || document(json!({"a": {"percent": 60}, "b": {"percent": 40}}));
    for (document, message) in [
        (
            set(good(), "/counts/0/results/a/percent", json!({"under": 0})),
            "counts[0].results.a.percent: nothing is under 0",
        ),
        (
            set(
                good(),
                "/thresholds",
                json!([{"kind": "entry", "needs": {"atLeast": -1}, "unit": "percent"}]),
            ),
            "thresholds[0].needs: expected a threshold of nought or more, found -1",
        ),
        (
            set(
                good(),
                "/thresholds",
                json!([{"kind": "majority", "needs": {"over": 4294967295_u32}, "unit": "seats"}]),
            ),
            "thresholds[0].needs: expected a number of seats, found 4294967295",
        ),
        (
            set(good(), "/thresholds", json!([{"kind": "majority"}])),
            "thresholds[0]: the field \"needs\" is missing",
        ),
        (
            set(good(), "/options/0/within", json!("a")),
            "options[0].within: an option can't be a part of itself",
        ),
        (
            set(
                good(),
                "/outcomes",
                json!([{"kind": "accepted", "source": "s"}, {"kind": "rejected", "source": "s"}]),
            ),
            "outcomes[1].kind: an earlier outcome says \"accepted\", this one \"rejected\"",
        ),
        (
            set(
                good(),
                "/outcomes",
                json!([{"kind": "elected", "source": "s"}]),
            ),
            "outcomes[0]: the field \"option\" is missing",
        ),
        (
            set(
                good(),
                "/outcomes",
                json!([{"option": "a", "kind": "merged", "source": "s"}]),
            ),
            "outcomes[0]: the field \"into\" is missing",
        ),
        (
            set(good(), "/counts/0/results/a/own", json!(3)),
            "counts[0].results.a.own: the unit \"own\" needs the document's field \"ownUnit\"",
        ),
        (
            set(good(), "/counts/0/margin", json!({"option": "a"})),
            "counts[0].margin: expected exactly one of votes, percent, seats, own",
        ),
    ] {
        let error = refused(&document);
        assert!(error.contains(message), "{error}");
    }
    let mut rounds = good();
    let mut first = rounds["counts"][0].clone();
    first["round"] = json!(2);
    let mut second = rounds["counts"][0].clone();
    second["round"] = json!(1);
    second["id"] = json!("d");
    rounds["counts"] = json!([first, second]);
    assert!(refused(&rounds).contains("counts[1].round: round 1 stands after round 2"));
}

// What generated documents found

#[test]
fn what_rounding_hides_may_be_a_rivals() {
    // 33.5, 32.5 and 34 %: the third may well have the most.
    let close = document(json!({"a": {"percent": 34}, "b": {"percent": 33}, "c": {}}));
    says(&close, &[UNDECIDED], &["has the most"]);
    let clear = document(json!({"a": {"percent": 36}, "b": {"percent": 33}, "c": {}}));
    says(&clear, &["A has the most, 36%."], &[UNDECIDED]);
}

#[test]
fn rows_whose_votes_say_the_opposite_are_not_in_a_decided_order() {
    let rows = document(json!({
        "a": {"percent": {"from": 40, "to": 60}, "votes": 100},
        "b": {"percent": {"from": 39, "to": 45}, "votes": 200},
    }));
    says(
        &rows,
        &["The figures do not decide the order of all options."],
        &["has the most"],
    );
}

#[test]
fn a_part_is_not_first_while_its_whole_may_have_more() {
    let lists = json!({"a": {"votes": 4}, "left": {"votes": 3}, "right": {"votes": 3}, "w": {}});
    let mut lists = set(document(lists), "/counts/0/ballots", json!({"valid": 10}));
    lists["options"][1]["within"] = json!("w");
    lists["options"][2]["within"] = json!("w");
    says(&lists, &[UNDECIDED], &["has the most"]);
}

#[test]
fn nobody_has_the_most_who_has_nothing() {
    let alone = document(json!({"a": {"votes": 0}}));
    says(&alone, &[UNDECIDED], &["has the most"]);
}

#[test]
fn about_zero_is_no_number_to_be_level_by() {
    let about = document(json!({"a": {"votes": {"about": 0}}, "b": {"votes": {"about": 0}}}));
    says(&about, &[UNDECIDED], &["level"]);
}

#[test]
fn a_quorum_counts_each_option_once_and_no_part_beside_its_whole() {
    let quorum = |options: Value| {
        let rule =
            json!({"kind": "quorum", "needs": {"over": 15}, "unit": "votes", "options": options});
        let mut document = with_entry(
            json!({"part": {"votes": 8}, "whole": {"votes": 10}, "z": {}}),
            rule,
        );
        document["options"][0]["within"] = json!("whole");
        document
    };
    says(
        &quorum(json!(["whole", "whole"])),
        &["Not reached in this count."],
        &["Reached in"],
    );
    says(
        &quorum(json!(["whole", "part"])),
        &["Not reached in this count."],
        &["Reached in"],
    );
}

#[test]
fn a_sum_of_rounded_shares_is_not_held_against_a_line_that_rounding_may_cross() {
    let half = json!({
        "kind": "quorum", "needs": {"atLeast": 50}, "unit": "percent", "options": ["a", "b"],
    });
    let shares = with_entry(json!({"a": {"percent": 30}, "b": {"percent": 20}}), half);
    says(
        &shares,
        &["Unclear from these figures."],
        &["Reached in this count."],
    );
    let clear = set(shares, "/counts/0/results/a/percent", json!(31));
    says(&clear, &["Reached in this count."], &["Unclear"]);
}

#[test]
fn a_threshold_without_a_base_is_judged_by_votes_in_the_counts_own() {
    let entry = json!({"kind": "entry", "needs": {"atLeast": 5}, "unit": "percent"});
    let mut count = with_entry(json!({"a": {"percent": 5, "votes": 499}}), entry);
    count["counts"][0]["percentOf"] = json!("valid");
    count["counts"][0]["ballots"] = json!({"valid": 10000});
    says(&count, &["Not reached: A."], &["Reached in this count"]);
}

#[test]
fn a_share_just_above_a_hundred_is_not_printed_as_a_hundred() {
    let above = document(json!({"a": {"percent": 100.04}}));
    let above = set(above, "/counts/0/decimals", json!(1));
    let shown = said(&above);
    assert!(
        shown.contains("&gt;100.0%") || shown.contains(">100.0%"),
        "{shown}"
    );
}

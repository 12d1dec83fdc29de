//! Swiss results, imported from deliveries of eCH-0252.

use super::{keys_of, left_out, sample, try_import};
use election_widgets_import::{Imported, Outcome};
use serde_json::{Value, json};

const MAJORITY: [&str; 2] = [
    include_str!("../data/official/ech-majority-result.xml"),
    include_str!("../data/official/ech-majority-info.xml"),
];
const PROPORTIONAL: [&str; 2] = [
    include_str!("../data/official/ech-proportional-result.xml"),
    include_str!("../data/official/ech-proportional-info.xml"),
];
const VOTE: &str = include_str!("../data/official/ech-vote.xml");

fn answers(more: &str) -> String {
    let mut answers = json!({
        "office": "Rat", "status": "partial",
        "source": { "title": "Resultate", "publisher": "Kanton", "date": "2030-10-18" }
    });
    let more: Value = serde_json::from_str(more).unwrap();
    for (key, value) in more.as_object().unwrap() {
        answers[key] = value.clone();
    }
    answers.to_string()
}

fn read(file: &str, beside: Option<&str>, more: &str) -> Imported {
    match try_import(file.as_bytes(), &answers(more), beside) {
        Ok(Outcome::Imported(imported)) => *imported,
        other => panic!("{other:#?}"),
    }
}

fn refused(file: &str, beside: Option<&str>, more: &str) -> String {
    match try_import(file.as_bytes(), &answers(more), beside) {
        Err(refused) => refused.to_string(),
        other => panic!("{other:#?}"),
    }
}

#[test]
fn an_election_by_majority_takes_names_from_one_delivery_and_figures_from_the_other() {
    let [figures, names] = MAJORITY;
    let imported = read(figures, Some(names), r#"{"status": null}"#);
    assert_eq!(imported.format, "ech-0252");
    let document = &imported.document;
    assert_eq!(document["title"], "Ständeratswahl 2030");
    assert_eq!(
        document["contest"],
        json!({ "office": "Rat", "place": { "name": "Kanton Fluss" }, "date": "2030-10-18",
            "numberElected": 1, "votesAllowed": 1 })
    );
    assert_eq!(
        document["options"][0],
        json!({ "id": "ada-park", "kind": "candidate", "name": "Ada Park", "party": "Fluss" })
    );
    assert_eq!(document["options"][2]["kind"], "other");
    let count = &document["counts"][0];
    assert_eq!(count["status"], "partial");
    assert_eq!(count["asOf"], "2030-10-18T14:30+00:00");
    assert_eq!(
        count["reported"],
        json!({ "done": 2, "total": 3, "of": "districts" })
    );
    assert_eq!(
        count["ballots"],
        json!({ "eligible": 1500, "cast": 900, "valid": 870, "blank": 7, "invalid": 23 })
    );
    assert_eq!(
        count["results"],
        json!({ "ada-park": { "votes": 550 }, "ben-lee": { "votes": 270 }, "individual": { "votes": 35 } })
    );
    assert_eq!(
        document["thresholds"],
        json!([{ "kind": "majority", "needs": { "atLeast": 436 }, "unit": "votes" }])
    );
    assert_eq!(
        document["outcomes"],
        json!([{ "kind": "elected", "option": "ada-park", "source": "source" }])
    );
}

#[test]
fn the_two_deliveries_of_a_pair_may_come_in_either_order() {
    let [figures, names] = MAJORITY;
    let (one, other) = (
        read(figures, Some(names), "{}"),
        read(names, Some(figures), "{}"),
    );
    assert_eq!(
        one.document["counts"][0]["results"],
        other.document["counts"][0]["results"]
    );
}

#[test]
fn an_election_by_proportion_gives_lists_with_votes_and_seats() {
    let [figures, names] = PROPORTIONAL;
    let document = read(figures, Some(names), r#"{"status": "final"}"#).document;
    assert_eq!(
        document["options"],
        json!([{ "id": "fluss", "kind": "party", "name": "Fluss" }, { "id": "berg", "kind": "party", "name": "Berg" }])
    );
    assert_eq!(
        document["counts"][0]["results"],
        json!({ "fluss": { "votes": 520, "seats": 2 }, "berg": { "votes": 495, "seats": 1 } })
    );
    assert_eq!(document["seats"], json!({ "total": 3 }));
    assert_eq!(document["contest"]["votesAllowed"], 3);
    assert_eq!(
        document["counts"][0]["reported"],
        json!({ "done": 3, "total": 3, "of": "districts" })
    );
}

#[test]
fn a_vote_has_its_title_as_question_and_a_file_of_several_asks_which() {
    let asked = try_import(VOTE.as_bytes(), &answers("{}"), None);
    let Ok(Outcome::Asked { questions, .. }) = asked else {
        panic!("{asked:#?}")
    };
    assert_eq!(keys_of(&questions), ["contest"]);
    assert_eq!(questions[0].choices[1].label, "Stichfrage");
    let imported = read(VOTE, None, r#"{"contest": "v1"}"#);
    let document = &imported.document;
    assert_eq!(
        document["contest"]["question"],
        json!({ "de": "Brückengesetz", "fr": "Loi sur les ponts" })
    );
    let count = &document["counts"][0];
    assert_eq!(
        count["results"],
        json!({ "yes": { "votes": 380 }, "no": { "votes": 305 } })
    );
    assert_eq!(
        count["ballots"],
        json!({ "eligible": 1400, "cast": 700, "valid": 685, "blank": 8, "invalid": 7 })
    );
    assert_eq!(
        count["reported"],
        json!({ "done": 2, "total": 3, "of": "districts" })
    );
    assert!(left_out(&imported).contains(&"1 other election or vote".to_owned()));
}

#[test]
fn a_tie_break_warns_that_yes_counts_for_a_proposal_that_the_file_does_not_name() {
    let imported = read(VOTE, None, r#"{"contest": "v2"}"#);
    let warnings = imported.report.warnings.join("\n");
    assert!(warnings.contains("tie-break"), "{warnings}");
    // All circles in the file are counted, and the file need not hold them all.
    assert_eq!(
        imported.document["counts"][0]["reported"],
        json!({ "done": 1, "of": "districts" })
    );
}

#[test]
fn a_federal_vote_has_the_canton_as_its_place_since_the_figures_are_of_the_canton() {
    let federal = VOTE
        .replace("Type>CT<", "Type>CH<")
        .replace("Id>99<", "Id>18<");
    let imported = read(&federal, None, r#"{"contest": "v1"}"#);
    assert_eq!(
        imported.document["contest"]["place"],
        json!({ "name": "Graubünden" })
    );
    let left_out = left_out(&imported);
    assert!(
        left_out.contains(&"domainOfInfluenceName Kanton Fluss".to_owned()),
        "{left_out:?}"
    );
}

#[test]
fn a_delivery_marked_as_a_test_is_refused_as_a_result() {
    let [figures, names] = MAJORITY;
    for place in [0, 1] {
        let mut pair = [figures.to_owned(), names.to_owned()];
        pair[place] = pair[place].replace("Flag>false", "Flag>true");
        let said = refused(&pair[0], Some(&pair[1]), "{}");
        assert!(said.contains("rehearsal"), "{said}");
        let imported = read(&pair[0], Some(&pair[1]), r#"{"rehearsal": true}"#);
        assert_eq!(imported.document["test"], true);
    }
}

#[test]
fn a_file_without_its_pair_says_which_file_to_name() {
    let [figures, names] = MAJORITY;
    let said = refused(figures, None, "{}");
    assert!(
        said.contains("name the file with its electionInformationDelivery with --with"),
        "{said}"
    );
    let said = refused(names, None, "{}");
    assert!(
        said.contains("import the file with electionResultDelivery"),
        "{said}"
    );
}

#[test]
fn names_of_another_day_or_without_a_candidate_are_refused() {
    let [figures, names] = MAJORITY;
    let said = refused(
        figures,
        Some(&names.replace("Day>2030-10-18", "Day>2030-09-01")),
        "{}",
    );
    assert!(
        said.contains("the figures are of 2030-10-18 and the names of 2030-09-01"),
        "{said}"
    );
    let said = refused(figures, Some(&names.replace(">c2<", ">c3<")), "{}");
    assert!(said.contains("the names have no candidate c2"), "{said}");
    let [figures, names] = PROPORTIONAL;
    let said = refused(figures, Some(&names.replace(">02<", ">03<")), "{}");
    assert!(said.contains("the names have no list 02"), "{said}");
}

#[test]
fn a_counted_circle_without_votes_of_a_candidate_makes_the_sum_a_lower_bound() {
    let [figures, names] = MAJORITY;
    let figures = figures.replace("<countOfVotesTotal>120</countOfVotesTotal>", "");
    let imported = read(&figures, Some(names), "{}");
    assert_eq!(
        imported.document["counts"][0]["results"]["ben-lee"]["votes"],
        json!({ "atLeast": 150 })
    );
    assert_eq!(imported.document["contest"]["votesAllowed"], Value::Null);
    assert!(
        imported
            .report
            .warnings
            .join("\n")
            .contains("Ben Lee: 1 of 2 counting circles")
    );
}

/// The sums of the votes in a sample by the ids that the file gives, added up without the importer.
fn votes_by_id(file: &str, id: &str, votes: &[&str]) -> Vec<u64> {
    let between = |text: &str, name: &str| {
        let (_, rest) = text.split_once(&format!("<{name}>"))?;
        Some(rest.split_once('<')?.0.to_owned())
    };
    let mut sums: Vec<(String, u64)> = Vec::new();
    for part in file.split(&format!("<{id}>")).skip(1) {
        let (key, rest) = part.split_once('<').unwrap();
        let rest = rest.split("Results>").next().unwrap_or(rest);
        let found: Vec<u64> = votes
            .iter()
            .filter_map(|name| between(rest, name)?.parse().ok())
            .collect();
        if found.len() < votes.len() {
            continue;
        }
        let votes = found.iter().sum::<u64>();
        match sums.iter_mut().find(|(known, _)| known == key) {
            Some((_, sum)) => *sum += votes,
            None => sums.push((key.to_owned(), votes)),
        }
    }
    sums.into_iter().map(|(_, sum)| sum).collect()
}

/// The votes of the document's options that the file lists by id, in ascending order.
fn votes_of(imported: &Imported) -> Vec<u64> {
    let results = imported.document["counts"][0]["results"]
        .as_object()
        .unwrap();
    let named = results.iter().filter(|(id, _)| *id != "individual");
    let mut votes: Vec<_> = named
        .map(|(_, figure)| figure["votes"].as_u64().unwrap())
        .collect();
    votes.sort_unstable();
    votes
}

#[test]
fn the_sums_of_real_pairs_are_those_of_their_circles() {
    let rehearsal = r#"{"rehearsal": true}"#;
    let (Some(figures), Some(names)) = (
        sample("ech/majority_result.xml"),
        sample("ech/majority_info.xml"),
    ) else {
        return;
    };
    let mut sums = votes_by_id(&figures, "candidateIdentification", &["countOfVotesTotal"]);
    sums.sort_unstable();
    assert_eq!(sums.len(), 2);
    assert_eq!(votes_of(&read(&figures, Some(&names), rehearsal)), sums);
    let (figures, names) = (
        sample("ech/proportional_result.xml").unwrap(),
        sample("ech/proportional_info.xml").unwrap(),
    );
    let fields = ["countOfCandidateVotes", "countOfAdditionalVotes"];
    let mut sums = votes_by_id(&figures, "listIdentification", &fields);
    sums.retain(|votes| *votes > 0);
    sums.sort_unstable();
    assert_eq!(sums.len(), 2);
    assert_eq!(votes_of(&read(&figures, Some(&names), rehearsal)), sums);
    let vote = sample("ech/vote_result.xml").unwrap();
    let imported = read(&vote, None, rehearsal);
    assert_eq!(votes_of(&imported), [95, 200]);
    assert_eq!(imported.document["counts"][0]["ballots"]["eligible"], 1000);
}

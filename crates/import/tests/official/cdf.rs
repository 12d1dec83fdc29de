//! The common data format of NIST and Google.

use super::{asked, imported, keys_of, left_out, refused, sample};
use election_widgets_import::Imported;
use serde_json::{Value, json};

const XML: &str = include_str!("../data/official/cdf.xml");
const JSON: &str = include_str!("../data/official/cdf.json");

fn contest(file: &str, contest: &str) -> Imported {
    imported(file, &json!({ "contest": contest }).to_string())
}

#[test]
fn a_file_of_several_contests_asks_which_one_and_offers_their_names() {
    let (questions, _) = asked(XML, "{}");
    let [question] = questions.as_slice() else {
        panic!("{questions:#?}");
    };
    let offered = question.choices.iter();
    let offered: Vec<_> = offered
        .map(|choice| (choice.value.as_str(), choice.label.as_str()))
        .collect();
    assert_eq!(question.key, "contest");
    assert_eq!(offered, [("president", "President"), ("measure", "Bridge")]);
    assert_eq!(
        contest(XML, "bridge").document,
        contest(XML, "measure").document
    );
    let wrong = refused(XML, r#"{"contest": "mayor"}"#);
    assert_eq!(
        wrong,
        "contest: \"mayor\" is not in the file, which has president (President), measure (Bridge)"
    );
}

#[test]
fn a_contest_becomes_a_document_with_the_names_behind_its_references() {
    let imported = contest(XML, "president");
    assert_eq!(imported.format, "cdf");
    assert_eq!(
        imported.document,
        json!({
            "lang": "en",
            "title": "President of the Land, General election",
            "contest": {
                "office": "President", "place": { "name": "The Land" }, "date": "2030-04-12",
                "votesAllowed": 1, "numberElected": 1
            },
            "options": [
                { "id": "s-lee", "kind": "candidate", "name": "Ben Lee" },
                { "id": "s-park", "kind": "candidate", "name": "Ada Park / Cy Mate", "party": "River List", "color": "#1f77b4" },
                { "id": "s-write-in", "kind": "other", "name": { "en": "Write-in votes" } }
            ],
            "counts": [
                { "id": "projection", "status": "projection", "asOf": "2030-04-12T23:30+06:00", "source": "report" },
                {
                    "id": "count", "status": "partial", "asOf": "2030-04-12T23:30+06:00", "source": "report",
                    "reported": { "done": 40, "total": 60 },
                    "ballots": { "cast": 1250 },
                    "results": {
                        "s-lee": { "votes": 580 },
                        "s-park": {
                            "votes": 620,
                            "parts": [
                                { "name": { "en": "Election day" }, "votes": 500 },
                                { "name": { "en": "Absentee" }, "votes": 120 },
                                { "name": { "en": "Absentee mail" }, "votes": 100 }
                            ]
                        },
                        "s-write-in": { "votes": { "missing": { "en": "suppressed for privacy" } } }
                    }
                }
            ],
            "outcomes": [
                { "kind": "elected", "option": "s-park", "count": "projection", "source": "report" }
            ],
            "sources": [
                { "id": "report", "title": "General election", "publisher": "Electoral Commission", "date": "2030-04-12T23:30+06:00" }
            ]
        })
    );
}

#[test]
fn json_and_xml_of_one_election_become_the_same_document() {
    for name in ["president", "measure"] {
        assert_eq!(contest(JSON, name).document, contest(XML, name).document);
    }
}

#[test]
fn votes_of_units_are_added_once_and_a_unit_without_votes_of_an_option_is_not_zero() {
    let imported = contest(XML, "measure");
    let count = &imported.document["counts"][0];
    // North 300 and South 200; South 1 lies in South.
    assert_eq!(count["results"]["yes"], json!({ "votes": 500 }));
    assert_eq!(
        count["results"]["no"],
        json!({ "votes": { "atLeast": 250 } })
    );
    assert_eq!(
        imported.document["options"][0]["name"],
        json!({ "en": "Yes", "kk": "Иә" })
    );
    assert_eq!(
        imported.document["contest"]["question"],
        "Shall the river be crossed by a bridge & a ferry?"
    );
    assert!(
        imported
            .report
            .warnings
            .contains(&"No: 1 of 2 units give no votes".to_owned())
    );
    assert!(left_out(&imported).contains(&"VoteCounts of units within (1)".to_owned()));
}

#[test]
fn what_no_field_holds_is_named_once_for_each_kind_with_how_often() {
    let left = left_out(&contest(XML, "president"));
    for what in [
        "OtherCounts (2 times)",
        "GpUnit/Type",
        "Election/ElectionScopeId",
        "Contest (1 other)",
        "GpUnit (3 others)",
    ] {
        assert!(left.iter().any(|line| line == what), "{what}: {left:#?}");
    }
    let unheard = XML.replace(
        "<r:Name>President</r:Name>",
        "<r:Name>President</r:Name><r:Weather mood=\"wet\">rain</r:Weather>",
    );
    let left = left_out(&contest(&unheard, "president"));
    assert!(
        left.contains(&"Election/Contest/Weather".to_owned()),
        "{left:#?}"
    );
}

#[test]
fn a_test_file_is_refused_without_rehearsal_and_marked_with_it() {
    let test = XML.replace("<r:IsTest>false", "<r:IsTest>true");
    let message = refused(&test, r#"{"contest": "president"}"#);
    assert!(message.contains("--rehearsal"), "{message}");
    let imported = imported(&test, r#"{"contest": "president", "rehearsal": true}"#);
    assert_eq!(imported.document["test"], json!(true));
}

#[test]
fn a_file_without_status_date_or_issuer_is_asked_about_each() {
    let bare = XML
        .replace("<r:Status>unofficial-partial</r:Status>", "")
        .replace("<r:Issuer>Electoral Commission</r:Issuer>", "")
        .replace(
            "<r:GeneratedDate>2030-04-12T23:30:00+06:00</r:GeneratedDate>",
            "",
        );
    let (questions, _) = asked(&bare, r#"{"contest": "measure"}"#);
    let keys = keys_of(&questions);
    assert_eq!(
        keys,
        [
            "source.title",
            "source.publisher",
            "source.date",
            "status",
            "asOf"
        ]
    );
}

#[test]
fn every_contest_of_the_real_files_imports_with_the_votes_that_the_file_gives() {
    for file in [
        "cdf/post_election_sample_feed_summary.xml",
        "cdf/ballot_measure_contest_sample_feed_with_results.xml",
        "cdf/post_election_sample_feed_precincts.xml",
    ] {
        let Some(text) = sample(file) else {
            continue;
        };
        let contests: Vec<_> = text.split("<Contest ").skip(1).collect();
        assert!(!contests.is_empty());
        for own in contests {
            let own = own.split("</Contest>").next().unwrap();
            let id = own.split('"').nth(1).unwrap();
            let imported = contest(&text, id);
            assert_eq!(votes(&imported.document), totals(own), "{file}: {id}");
        }
    }
}

fn votes(document: &Value) -> u64 {
    let results = document["counts"][0]["results"].as_object().unwrap();
    results
        .values()
        .map(|result| result["votes"].as_u64().unwrap())
        .sum()
}

/// The counts of type `total` in a contest's XML, read without the importer.
fn totals(xml: &str) -> u64 {
    let after = xml.split("<Type>total</Type>").skip(1);
    let counts = after.map(|text| {
        text.split("<Count>")
            .nth(1)
            .unwrap()
            .split('<')
            .next()
            .unwrap()
    });
    counts.map(|count| count.parse::<u64>().unwrap()).sum()
}

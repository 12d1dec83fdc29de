//! Contests of Clarity with figures that contradict each other.

use super::{count, warned};
use crate::twice::{changed, with};
use crate::{asked, imported, left_out, refused};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../data/official/clarity.xml");

fn mayor() -> String {
    with(&[("contest", "10")])
}

fn mayor_with_ballots() -> String {
    with(&[("contest", "10"), ("ballots", "contest")])
}

#[test]
fn counties_that_have_more_than_the_contest_or_the_election_are_warned_of_with_their_names() {
    let open = "precinctsReportingPercent=\"66.67\">";
    let within = |reported: u64, total: u64| {
        format!(
            "{open}<ParticipatingCounties><County name=\"North\" precinctsParticipating=\"{total}\" precinctsReported=\"{reported}\" /></ParticipatingCounties>"
        )
    };
    let undervotes = "<VoteType name=\"Undervotes\" votes=\"12\" />";
    let with_county =
        undervotes.replace(" />", "><County name=\"North\" votes=\"13\" /></VoteType>");
    let (more_done, more) = (within(41, 60), within(40, 61));
    let two = "votes=\"300\" /><County name=\"South\" votes=\"201\" />";
    for (old, new, said) in [
        (
            "votes=\"300\" />",
            "votes=\"501\" />",
            "Ada Park: North has 501, more than the 500 of Election Day",
        ),
        (
            "votes=\"300\" />",
            two,
            "Ada Park: North and South together have 501, more than the 500 of Election Day",
        ),
        (
            undervotes,
            &with_county,
            "Undervotes: North has 13, more than the 12 of the contest",
        ),
        (
            open,
            &more_done,
            "precinctsReported: North has 41, more than the 40 of the contest",
        ),
        (
            open,
            &more,
            "precinctsParticipating: North has 61, more than the 60 of the contest",
        ),
        (
            "totalVoters=\"1000\" ballotsCast=\"700\"",
            "totalVoters=\"1000\" ballotsCast=\"1251\"",
            "ballotsCast: North has 1251, more than the 1250 of the election",
        ),
    ] {
        assert_eq!(warned(FILE, &mayor(), old, new), [said]);
    }
}

#[test]
fn a_percentage_that_is_not_that_of_its_numbers_is_warned_of() {
    assert_eq!(
        warned(FILE, &mayor(), "Percent=\"66.67\"", "Percent=\"100.00\""),
        ["precinctsReportingPercent is 100.00 percent, and 40 of 60 are 66.67"]
    );
    assert_eq!(
        warned(
            FILE,
            &mayor(),
            "voterTurnout=\"62.50\"",
            "voterTurnout=\"62.60\""
        ),
        ["voterTurnout is 62.60 percent, and 1250 of 2000 are 62.50"]
    );
    let ours = warned(
        FILE,
        &mayor_with_ballots(),
        "voterTurnout=\"62.50\"",
        "voterTurnout=\"63.50\"",
    );
    assert_eq!(ours.len(), 1, "{ours:?}");
    assert!(ours[0].contains("the turnout is 63.5"), "{ours:?}");
}

#[test]
fn the_turnout_and_the_share_of_precincts_are_used_where_the_document_can_have_them() {
    assert_eq!(
        count(
            FILE,
            &mayor(),
            "precinctsReported=\"40\" precinctsReportingPercent=\"66.67\"",
            "precinctsReportingPercent=\"66.67\""
        )["reported"],
        json!({ "percent": 66.67, "of": "stations" })
    );
    let numbers = "totalVoters=\"2000\" ballotsCast=\"1250\" voterTurnout=\"62.50\"";
    let turnout = |new: &str| count(FILE, &mayor_with_ballots(), numbers, new)["ballots"].take();
    assert_eq!(
        turnout("voterTurnout=\"62.50\""),
        json!({ "turnout": 62.5 })
    );
    let none = "totalVoters=\"0\" ballotsCast=\"0\" voterTurnout=\"0.00\"";
    assert_eq!(turnout(none), Value::Null);
    let file = changed(FILE, &mayor_with_ballots(), numbers, none);
    let left = left_out(&imported(&file, &mayor_with_ballots()));
    for what in ["totalVoters 0", "ballotsCast 0", "voterTurnout 0.00"] {
        assert!(left.iter().any(|line| line == what), "{what}: {left:#?}");
    }
    assert!(left_out(&imported(FILE, &mayor())).contains(&"voterTurnout 62.5".to_owned()));
}

#[test]
fn more_votes_than_papers_are_warned_of_whether_or_not_they_are_those_of_the_contest() {
    for answers in [mayor(), mayor_with_ballots()] {
        let warnings = warned(
            FILE,
            &answers,
            "ballotsCast=\"1250\"",
            "ballotsCast=\"1204\"",
        );
        let said = "1205 votes are counted, and 1204 papers are cast, with 1 vote on each";
        assert!(
            warnings.iter().any(|warning| warning == said),
            "{warnings:?}"
        );
        let warnings = warned(
            FILE,
            &answers,
            "ballotsCast=\"1250\"",
            "ballotsCast=\"2001\"",
        );
        assert!(
            warnings
                .iter()
                .any(|one| one.contains("2001, more than the")),
            "{warnings:?}"
        );
    }
}

#[test]
fn a_moment_or_percentage_that_is_none_is_named_or_refused() {
    let file = FILE.replacen("11/5/2030 9:15:00 PM CST", "tonight", 1);
    let (questions, report) = asked(
        &file,
        &json!({
            "contest": "10", "status": "partial",
            "source": { "title": "S", "publisher": "P", "date": "2030" }
        })
        .to_string(),
    );
    assert_eq!(questions[0].key, "asOf");
    let mut left = report.left_out.iter();
    assert!(left.any(|line| line.what == "Timestamp tonight"));
    for (old, new, said) in [
        (
            "voterTurnout=\"62.50\"",
            "voterTurnout=\"-62.50\"",
            "line 7, column 5: voterTurnout: expected a percentage such as 66.67, found \"-62.50\"",
        ),
        (
            "voterTurnout=\"62.50\"",
            "voterTurnout=\"high\"",
            "line 7, column 5: voterTurnout: expected a percentage such as 66.67, found \"high\"",
        ),
        (
            "precinctsReported=\"40\" precinctsReportingPercent=\"66.67\"",
            "precinctsReportingPercent=\"most\"",
            "line 12, column 5: precinctsReportingPercent: expected a percentage such as 66.67, found \"most\"",
        ),
    ] {
        assert_eq!(refused(&changed(FILE, &mayor(), old, new), &mayor()), said);
    }
}

#[test]
fn kinds_of_votes_are_added_up_where_their_total_lacks_and_one_that_stands_twice_is_refused() {
    let votes =
        count(FILE, &mayor(), " totalVotes=\"620\"", "")["results"]["ada-park"]["votes"].take();
    assert_eq!(votes, 620);
    let file = changed(FILE, &mayor(), "name=\"Early\"", "name=\"Election Day\"");
    let said = refused(&file, &mayor());
    assert!(
        said.starts_with("line 16, column 13: the VoteType \"Election Day\" is in the file twice"),
        "{said}"
    );
    let file = changed(FILE, &mayor(), "voteFor=\"1\"", "voteFor=\"0\"");
    assert!(left_out(&imported(&file, &mayor())).contains(&"voteFor 0".to_owned()));
}

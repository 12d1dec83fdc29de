//! Contests in the common data format of NIST and Google.

use super::warned;
use crate::twice::{changed, with};
use crate::{asked, imported, left_out, refused};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../data/official/cdf.xml");

fn president() -> String {
    with(&[("contest", "president")])
}

fn measure() -> String {
    with(&[("contest", "measure")])
}

#[test]
fn units_that_have_more_votes_than_the_unit_around_them_are_warned_of_with_their_names() {
    // Lee's North against the whole land, and for the measure South 1 against South, which lies in no district with votes.
    for (answers, old, new, said) in [
        (
            president(),
            "<r:Count>300<",
            "<r:Count>581<",
            "Ben Lee: North has 581, more than the 580 of The Land",
        ),
        (
            measure(),
            "<r:Count>150<",
            "<r:Count>201<",
            "Yes: South 1 has 201, more than the 200 of South",
        ),
    ] {
        assert_eq!(warned(FILE, &answers, old, new), [said]);
    }
    // Whatever the file says of its units, their votes are those of the contest's own district.
    let loose = FILE.replacen(
        "<r:ComposingGpUnitIds>north south</r:ComposingGpUnitIds>",
        "",
        1,
    );
    assert_eq!(
        warned(&loose, &president(), "<r:Count>300<", "<r:Count>581<"),
        ["Ben Lee: North has 581, more than the 580 of The Land"]
    );
}

#[test]
fn a_county_and_its_precinct_are_not_added_up_against_the_land() {
    let north = "<r:VoteCounts><r:GpUnitId>north</r:GpUnitId><r:Type>total</r:Type><r:Count>300</r:Count></r:VoteCounts>";
    let unit = |unit: &str, votes: &str| north.replace("north", unit).replace("300", votes);
    let lee = |new: &str| warned(FILE, &president(), north, new);
    let nested = [unit("south", "500"), unit("south-1", "480")].concat();
    assert_eq!(lee(&nested), [""; 0]);
    let both = [unit("north", "300"), unit("south", "281")].concat();
    assert_eq!(
        lee(&both),
        ["Ben Lee: North and South together have 581, more than the 580 of The Land"]
    );
}

#[test]
fn votes_of_a_unit_that_the_file_lacks_are_warned_of() {
    assert_eq!(
        warned(
            FILE,
            &president(),
            "<r:GpUnitId>north<",
            "<r:GpUnitId>east<"
        ),
        ["votes are those of the unit \"east\", which no GpUnit is"]
    );
}

#[test]
fn more_votes_than_the_papers_that_are_cast_are_warned_of() {
    assert_eq!(
        warned(FILE, &president(), "BallotsCast>1250<", "BallotsCast>1199<"),
        ["1200 votes are counted, and 1199 papers are cast, with 1 vote on each"]
    );
    let two = FILE.replacen("<r:VotesAllowed>1<", "<r:VotesAllowed>2<", 1);
    assert_eq!(
        warned(&two, &president(), "BallotsCast>1250<", "BallotsCast>600<"),
        [""; 0]
    );
}

#[test]
fn one_candidate_in_two_selections_is_warned_of_with_the_place() {
    let warnings = warned(FILE, &president(), ">c-lee<", ">c-mate<");
    let said = "line 16, column 9: the candidate \"c-mate\" of Ada Park / Cy Mate is in an earlier selection (Cy Mate) too; their votes are not added up";
    assert_eq!(warnings, [said]);
}

#[test]
fn papers_and_voters_come_from_every_part_of_the_file_that_has_them() {
    let allowed = "<r:VotesAllowed>1</r:VotesAllowed>";
    let summary =
        format!("{allowed}<r:SummaryCounts><r:BallotsCast>1240</r:BallotsCast></r:SummaryCounts>");
    let ballots = |file: &str, old: &str, new: &str| {
        imported(&changed(file, &president(), old, new), &president()).document["counts"][1]
            ["ballots"]
            .take()
    };
    assert_eq!(ballots(FILE, allowed, &summary), json!({ "cast": 1240 }));
    assert_eq!(
        warned(FILE, &president(), allowed, &summary),
        ["BallotCounts BallotsCast is 1250, and SummaryCounts BallotsCast is 1240"]
    );
    let land = "<r:Name>The Land</r:Name>";
    let voters = format!(
        "{land}<r:VotersParticipated>1250</r:VotersParticipated><r:VotersRegistered>2000</r:VotersRegistered>"
    );
    assert_eq!(
        ballots(FILE, land, &voters),
        json!({ "eligible": 2000, "cast": 1250 })
    );
    assert_eq!(warned(FILE, &president(), land, &voters), [""; 0]);
    let without = FILE.replacen("<r:BallotsCast>1250</r:BallotsCast>", "", 1);
    assert_eq!(
        ballots(&without, land, &voters),
        json!({ "eligible": 2000, "cast": 1250 })
    );
}

#[test]
fn papers_of_a_unit_that_stand_in_the_file_twice_are_refused_and_those_of_devices_and_rounds_are_not()
 {
    let line = FILE
        .lines()
        .find(|line| line.contains("BallotCounts"))
        .unwrap();
    let with = |new: &str| changed(FILE, &president(), line, &format!("{line}\n{new}"));
    let said = refused(&with(line), &president());
    assert_eq!(
        said,
        "line 6, column 5: the BallotCounts have a total of this unit before: take one of them out"
    );
    let cast =
        |file: &str| imported(file, &president()).document["counts"][1]["ballots"]["cast"].take();
    let device = line.replace(
        "<r:Type>",
        "<r:DeviceClass><r:Type>bmd</r:Type></r:DeviceClass><r:Type>",
    );
    assert_eq!(cast(&with(&device)), 2500);
    let round = line
        .replace("<r:Type>", "<r:Round>1</r:Round><r:Type>")
        .replace("1250", "1240");
    assert_eq!(cast(&with(&round)), 1250);
    let kinds = line
        .replace(">total<", ">election-day<")
        .replace("1250", "1251");
    assert_eq!(
        warned(FILE, &president(), line, &format!("{line}{kinds}")),
        ["the kinds of BallotsCast come to 1251, their total is 1250"]
    );
}

#[test]
fn units_that_have_reported_are_kept_where_their_total_lacks() {
    let total = "<r:TotalSubUnits>60</r:TotalSubUnits>";
    let file = changed(FILE, &president(), total, "");
    let document = imported(&file, &president()).document;
    assert_eq!(document["counts"][1]["reported"], json!({ "done": 40 }));
    let done = "<r:SubUnitsReported>40</r:SubUnitsReported>";
    let file = changed(FILE, &president(), done, "");
    let imported = imported(&file, &president());
    assert_eq!(imported.document["counts"][1]["reported"], Value::Null);
    let left = left_out(&imported);
    assert!(
        left.contains(&"Election/Contest/TotalSubUnits".to_owned()),
        "{left:#?}"
    );
}

#[test]
fn more_winners_than_seats_are_warned_of() {
    let lee = "<r:PersonId>lee</r:PersonId>";
    let won = format!("{lee}<r:PostElectionStatus>winner</r:PostElectionStatus>");
    assert_eq!(
        warned(FILE, &president(), lee, &won),
        ["2 options are elected, and the contest elects 1"]
    );
}

#[test]
fn a_moment_that_is_none_is_named_and_asked_for() {
    let file = FILE.replacen("2030-04-12T23:30:00+06:00", "late", 1);
    let (questions, report) = asked(&file, &president());
    assert!(
        questions
            .iter()
            .any(|question| question.key == "count.count.asOf")
    );
    let mut left = report.left_out.iter();
    assert!(left.any(|line| line.what == "GeneratedDate late"));
}

#[test]
fn a_round_has_the_papers_of_its_own() {
    let line = FILE
        .lines()
        .find(|line| line.contains("BallotCounts"))
        .unwrap();
    let of = |round: u64, cast: &str| {
        let round = format!("<r:Round>{round}</r:Round><r:Type>");
        line.replace("<r:Type>", &round).replace("1250", cast)
    };
    let file = FILE.replacen(line, &[of(1, "1250"), of(2, "1100")].concat(), 1);
    let file = file.replace("<r:Count>580<", "<r:Round>2</r:Round><r:Count>580<");
    let file = file.replace("<r:Count>500<", "<r:Round>1</r:Round><r:Count>500<");
    let counts = imported(&file, &president()).document["counts"].take();
    let cast: Vec<_> = counts
        .as_array()
        .unwrap()
        .iter()
        .map(|count| &count["ballots"]["cast"])
        .collect();
    assert!(
        cast.contains(&&json!(1250)) && cast.contains(&&json!(1100)),
        "{cast:?}"
    );
}

#[test]
fn a_ticket_of_two_never_loses_one_of_them() {
    let park = "<r:BallotName><r:Text Language=\"en\">Ada Park</r:Text></r:BallotName>";
    let name = |new: &str| {
        let document = imported(&changed(FILE, &president(), park, new), &president()).document;
        document["options"][1]["name"].clone()
    };
    assert_eq!(name("<r:PersonId>lee</r:PersonId>"), "Ben Lee / Cy Mate");
    let in_two =
        "<r:Text Language=\"en\">Ada Park</r:Text><r:Text Language=\"kk\">Ада Парк</r:Text>";
    assert_eq!(
        name(&park.replace("<r:Text Language=\"en\">Ada Park</r:Text>", in_two)),
        "Ada Park / Cy Mate"
    );
    let file = changed(FILE, &president(), park, "");
    assert_eq!(
        refused(&file, &president()),
        "line 16, column 9: the candidate \"c-park\" has no BallotName and its person no name"
    );
}

#[test]
fn one_kind_of_votes_that_stands_twice_for_a_unit_is_refused() {
    let file = changed(FILE, &president(), ">absentee-mail<", ">absentee<");
    assert_eq!(
        refused(&file, &president()),
        "line 15, column 9: the selection has votes of the kind absentee of this unit before: take one of them out"
    );
}

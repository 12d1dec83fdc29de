//! Memberships on a day: known, uncertain, disputed, not stated; and totals of them.

use crate::rendering::text;
use crate::support::{MADE_UP, REPORTS, cell, input, on};
use election_widgets::locale::Locale;
use election_widgets::model::LanguageTag;
use election_widgets::widget::{RenderInput, to_html};
use std::sync::Arc;

#[test]
fn a_membership_known_on_one_day_is_not_shown_on_other_days() {
    assert_eq!(cell(input(REPORTS), "KZ", 0), "member as of 5 June 2019");
    assert_eq!(cell(on("2019-06-06", REPORTS), "KZ", 0), "not given");
    assert_eq!(
        cell(on("2022-11-21", REPORTS), "KZ", 1),
        "member as of 21 November 2022"
    );
}

#[test]
fn the_demo_has_memberships_since_each_organisation_was_founded_with_sources() {
    const SINCE: &str = "www/data/alliances-since.json";
    assert_eq!(
        cell(on("2005-01-01", SINCE), "KZ", 0),
        "member since 15 June 2001"
    );
    assert_eq!(
        cell(on("2014-09-05", SINCE), "IN", 0),
        "observer as of 5 September 2014"
    );
    assert_eq!(
        cell(on("2019-06-05", SINCE), "BY", 0),
        "observer as of 5 June 2019"
    );
    // Between the pages nothing is stated.
    assert_eq!(cell(on("2016-01-01", SINCE), "KZ", 0), "not given");
    assert_eq!(
        cell(on("2015-01-01", SINCE), "BY", 1),
        "member since 1 January 2015"
    );
    for tag in Locale::languages() {
        let tag = LanguageTag::new(tag).expect("a tag");
        let input = RenderInput {
            locale: Arc::new(Locale::for_language(&tag)),
            ..input(SINCE)
        };
        assert!(to_html(input).contains("eurasiancommission.org"));
    }
}

#[test]
fn a_membership_since_a_year_is_possible_within_that_year() {
    assert_eq!(cell(on("2016-12-31", REPORTS), "IN", 0), "not a member");
    assert_eq!(
        cell(on("2017-06-01", REPORTS), "IN", 0),
        "possibly member since 2017"
    );
    assert_eq!(
        cell(on("2018-01-01", REPORTS), "IN", 0),
        "member since 2017"
    );
}

#[test]
fn an_unknown_membership_is_not_reported_as_no_membership() {
    // The SCO's list is complete, the CSTO's is not said to be.
    assert_eq!(cell(input(MADE_UP), "FR", 0), "not a member");
    assert_eq!(cell(input(MADE_UP), "FR", 1), "not given");
}

#[test]
fn sources_that_disagree_are_both_shown() {
    assert_eq!(
        cell(input(MADE_UP), "DE", 1),
        "member since 2001 / observer since 2003"
    );
}

#[test]
fn totals_say_no_more_than_the_lists() {
    let html = to_html(on("2022-11-21", REPORTS));
    assert!(html.contains("at least 6 members"), "{html}");
    let html = to_html(input(REPORTS));
    assert!(html.contains("8 members") && html.contains("6 dialogue partners"));
    assert!(!html.contains("at least 0"));
    let text = text(&to_html(on("2017-06-01", REPORTS)));
    assert!(text.contains("SCO: possibly 2 members."), "{text}");
}

#[test]
fn seven_of_eight_took_part_without_being_named() {
    let text = text(&to_html(input(REPORTS)));
    assert!(text.contains("7 of 8 SCO members took part"), "{text}");
}

//! Tests of pictures of widgets whose elements have attributes.

use crate::support::{document, faults, locale, options, texts, with_attributes};
use election_widgets_picture::{Picture, Size, Theme};

fn drawn(tag: &str, name: &str, attribute: (&str, &str)) -> Picture {
    let look = (Size::OG, Theme::Light);
    let made = with_attributes((tag, &document(name)), &[attribute], &locale("en"), look);
    made.unwrap_or_else(|why| panic!("{name} {attribute:?}: {why}"))
}

/// The words of a picture, which stand in it without a fault.
fn words(made: &Picture) -> String {
    let found = texts(&made.svg, &options());
    assert_eq!(faults(&found, Size::OG), [""; 0]);
    let words: Vec<String> = found.into_iter().map(|ink| ink.text).collect();
    words.join(" ")
}

#[test]
fn a_picture_has_the_unit_count_order_and_fold_of_its_element() {
    let of = |name: &str, attribute| words(&drawn("results-chart", name, attribute));
    let parliament = "made-up-parliament.json";
    assert_ne!(
        of(parliament, ("unit", "seats")),
        of(parliament, ("unit", "votes"))
    );
    assert!(of(parliament, ("fold", "2")).contains(" more"));
    assert!(of(parliament, ("count", "exit-poll")).contains("Exit poll"));
    // Only one count has room beside its bars.
    assert_eq!(
        of(parliament, ("count", "all")),
        of(parliament, ("count", "final"))
    );
}

#[test]
fn a_picture_of_some_missions_says_that_there_are_more() {
    let made = drawn(
        "observer-map",
        "kazakhstan-2022-observers.json",
        ("organisation", "osce"),
    );
    let said = words(&made);
    assert!(said.contains("Showing 1 mission"), "{said}");
    assert!(!said.contains("SCO"), "{said}");
    assert!(
        made.alternative.contains("Showing 1 mission"),
        "{}",
        made.alternative
    );
}

#[test]
fn a_picture_of_alliances_is_a_grid_of_the_day_that_its_element_names() {
    let of = |attribute| drawn("alliance-grid", "alliances.json", attribute);
    let then = of(("as-of", "2005-01-01"));
    assert!(words(&then).contains("1 January 2005"), "{}", words(&then));
    assert!(
        then.alternative.contains("1 January 2005"),
        "{}",
        then.alternative
    );
    // A list or a line of time has no picture.
    assert_eq!(of(("view", "overlap")), of(("view", "grid")));
}

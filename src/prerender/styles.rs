//! What a widget takes of the sheet of styles (`build.rs` cuts it up).

use crate::widget::{AlliancesWidget, ObserversWidget, ResultsWidget, Widget};

/// A part of a widget's styles: the marks one of which a picture must have to need it (none where each picture
/// does), and the rules.
type Part = (&'static [&'static str], &'static str);

macro_rules! parts {
    ($tag:literal) => {{
        const PARTS: &[Part] = include!(concat!(env!("OUT_DIR"), "/", $tag, ".rs"));
        PARTS
    }};
}

fn parts(tag: &str) -> &'static [Part] {
    match tag {
        ResultsWidget::TAG => parts!("results-chart"),
        ObserversWidget::TAG => parts!("observer-map"),
        AlliancesWidget::TAG => parts!("alliance-grid"),
        _ => &[],
    }
}

/// The styles of a widget, in the parts that a prerendered root has each in a `<style>` of its own, where its picture
/// needs it; nothing where no widget has that tag.
///
/// A policy that allows all of them by their hashes holds until the styles change, whatever the data.
///
/// ```
/// use election_widgets::prerender::styles;
/// assert!(styles("results-chart").collect::<String>().contains(".ew-bar"));
/// assert!(!styles("observer-map").collect::<String>().contains(".ew-bar line"));
/// assert_eq!(styles("weather").count(), 0);
/// ```
pub fn styles(tag: &str) -> impl Iterator<Item = &'static str> {
    parts(tag).iter().map(|(_, css)| *css)
}

/// The parts of a widget's styles that a picture needs.
pub(super) fn needed(tag: &str, picture: &str) -> impl Iterator<Item = &'static str> {
    let is_needed =
        move |marks: &[&str]| marks.is_empty() || marks.iter().any(|mark| picture.contains(mark));
    let parts = parts(tag).iter();
    parts
        .filter(move |(marks, _)| is_needed(marks))
        .map(|(_, css)| *css)
}

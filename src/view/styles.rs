//! The widgets' style sheets, one for each file in `www/styles/`.
//!
//! A widget names those that it takes ([`Widget::STYLES`](crate::widget::Widget::STYLES)). Where two rules are equally
//! specific the later one wins, so a widget's sheets stand in the order of [`ALL`].

/// A style sheet, and the pictures that need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StyleSheet {
    /// The rules, without comments and indentation.
    pub css: &'static str,
    /// The class names, attributes or beginnings of tags one of which a picture must contain to need the rules; empty
    /// where every picture needs them.
    pub needed_by: &'static [&'static str],
}

/// The sheet of a file in `www/styles/`, as `build.rs` leaves it.
macro_rules! sheet {
    ($name:literal, $needed_by:expr) => {
        StyleSheet {
            css: include_str!(concat!(env!("OUT_DIR"), "/styles/", $name, ".css")),
            needed_by: &$needed_by,
        }
    };
}

pub(crate) const BASE: StyleSheet = sheet!("base", []);
pub(crate) const TABLE: StyleSheet = sheet!("table", []);
pub(crate) const ALLIANCES: StyleSheet = sheet!("alliances", []);
pub(crate) const UNSURE: StyleSheet = sheet!("unsure", []);
pub(crate) const OBSERVERS: StyleSheet = sheet!("observers", []);
pub(crate) const TABLE_NARROW: StyleSheet = sheet!("table-narrow", []);
pub(crate) const RESULTS: StyleSheet = sheet!("results", []);
pub(crate) const MEDIA: StyleSheet = sheet!("media", []);
pub(crate) const CONTROLS: StyleSheet =
    sheet!("controls", ["ew-picks", "ew-find", "<select", "<input"]);
pub(crate) const NOTES: StyleSheet = sheet!("notes", ["ew-note", "ew-notice", "<sup"]);
pub(crate) const RESULTS_DETAILS: StyleSheet = sheet!(
    "results-details",
    [
        "ew-several",
        "ew-outcome",
        "ew-photo",
        "ew-rest",
        "ew-verdicts",
        "ew-facts",
        "ew-threshold"
    ]
);
pub(crate) const HEMICYCLE: StyleSheet = sheet!("hemicycle", ["ew-house", "data-shade"]);
pub(crate) const LONG_TABLE: StyleSheet = sheet!("long-table", ["role=\"region\""]);
pub(crate) const MAP: StyleSheet = sheet!("map", ["ew-map", "ew-letter"]);

/// The sheets of all widgets, each once, in the order of their rules.
pub const ALL: &[StyleSheet] = &[
    BASE,
    TABLE,
    ALLIANCES,
    UNSURE,
    OBSERVERS,
    TABLE_NARROW,
    RESULTS,
    MEDIA,
    CONTROLS,
    NOTES,
    RESULTS_DETAILS,
    HEMICYCLE,
    LONG_TABLE,
    MAP,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::{AlliancesWidget, ObserversWidget, ResultsWidget, Widget};
    use std::path::Path;

    const WIDGETS: [&[StyleSheet]; 3] = [
        ResultsWidget::STYLES,
        ObserversWidget::STYLES,
        AlliancesWidget::STYLES,
    ];

    #[test]
    fn every_file_is_a_sheet_that_a_widget_takes() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/styles");
        // The static form has a sheet of its own (crates/static).
        let files = folder.read_dir().unwrap().count() - 1;
        assert_eq!(files, ALL.len());
        for sheet in ALL {
            assert!(WIDGETS.concat().contains(sheet), "{}", sheet.css);
        }
    }

    #[test]
    fn a_widgets_sheets_stand_in_the_order_of_all_and_those_that_every_picture_needs_first() {
        for sheets in WIDGETS {
            let mut all = ALL.iter();
            for sheet in sheets {
                assert!(all.any(|other| other == sheet), "{}", sheet.css);
            }
            assert!(sheets.is_sorted_by_key(|sheet| !sheet.needed_by.is_empty()));
        }
    }

    #[test]
    fn a_sheet_has_neither_comments_nor_indentation() {
        for sheet in ALL {
            assert!(!sheet.css.contains("/*") && !sheet.css.contains("  "));
            assert!(sheet.css.ends_with('}') && !sheet.css.contains('\n'));
        }
    }
}

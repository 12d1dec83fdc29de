//! The styles that a prerendered root carries.

use crate::view::{ALL_STYLES, StyleSheet};
use crate::widget::{AllWidgets, Visit, Widget, WidgetSet};

struct Styles;

impl Visit for Styles {
    type Output = &'static [StyleSheet];

    fn visit<W: Widget>(self) -> &'static [StyleSheet] {
        W::STYLES
    }
}

/// The texts of the `<style>` elements that a prerendered widget may carry: the first for what every picture of the
/// widget needs, then one for each style sheet that only some need. Empty if no widget has that tag.
///
/// A policy that allows all of them by their hashes holds until the styles change, whatever the data.
///
/// ```
/// use election_widgets::prerender::styles;
/// assert!(styles("results-chart").concat().contains(".ew-bar"));
/// assert!(!styles("observer-map").concat().contains(".ew-bar line"));
/// assert!(styles("weather").is_empty());
/// ```
pub fn styles(tag: &str) -> Vec<String> {
    let sheets = AllWidgets::visit(tag, Styles);
    sheets.map_or_else(Vec::new, |sheets| texts(sheets, |_| true))
}

/// The styles of all widgets, for pages that link one sheet.
pub fn all_styles() -> String {
    ALL_STYLES.iter().map(|sheet| sheet.css).collect()
}

/// The texts of the `<style>` elements that a picture needs.
pub(super) fn needed<W: Widget>(picture: &str) -> Vec<String> {
    texts(W::STYLES, |sheet| {
        sheet.needed_by.iter().any(|mark| picture.contains(mark))
    })
}

/// The rules that always stand together, then those of each other sheet that `is_needed`.
fn texts(sheets: &[StyleSheet], is_needed: impl Fn(&StyleSheet) -> bool) -> Vec<String> {
    let mut texts = vec![String::new()];
    for sheet in sheets {
        match texts.first_mut() {
            Some(always) if sheet.needed_by.is_empty() => always.push_str(sheet.css),
            _ if is_needed(sheet) => texts.push(sheet.css.to_owned()),
            _ => {}
        }
    }
    texts
}

//! What a widget takes of the sheet of styles (`build.rs` cuts it up).

#[cfg(feature = "alliances")]
use crate::view::AlliancesWidget;
#[cfg(feature = "observers")]
use crate::view::ObserversWidget;
#[cfg(feature = "results")]
use crate::view::ResultsWidget;
use crate::widget::Widget;

macro_rules! sheet {
    ($tag:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $tag, ".css"))
    };
}

/// The styles of a widget, as they stand in its prerendered root; nothing where no widget has that tag.
///
/// ```
/// use election_widgets::prerender::styles;
/// assert!(styles("results-chart").contains(".ew-bar"));
/// assert!(!styles("observer-map").contains(".ew-bar line"));
/// assert_eq!(styles("weather"), "");
/// ```
pub fn styles(tag: &str) -> &'static str {
    match tag {
        #[cfg(feature = "results")]
        ResultsWidget::TAG => sheet!("results-chart"),
        #[cfg(feature = "observers")]
        ObserversWidget::TAG => sheet!("observer-map"),
        #[cfg(feature = "alliances")]
        AlliancesWidget::TAG => sheet!("alliance-grid"),
        _ => "",
    }
}

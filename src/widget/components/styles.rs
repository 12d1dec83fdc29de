//! The styles of the widgets as a component.

use crate::view::ALL_STYLES;
use leptos::prelude::*;

/// The styles of all widgets, in a `<style>` element: one per page is enough.
///
/// A page whose policy forbids inline styles links the file `election-widgets.css` instead.
#[component]
pub fn WidgetStyles() -> impl IntoView {
    let css: String = ALL_STYLES.iter().map(|sheet| sheet.css).collect();
    leptos::html::style().child(css)
}

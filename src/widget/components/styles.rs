//! The styles of the widgets as a component.

use leptos::prelude::*;

/// The styles of all widgets, as the file `election-widgets.css` holds them.
pub const STYLES: &str = include_str!("../../../www/election-widgets.css");

/// The styles of all widgets, in a `<style>` element: one per page is enough.
///
/// A page whose policy forbids inline styles links the file `election-widgets.css` instead.
#[component]
pub fn WidgetStyles() -> impl IntoView {
    leptos::html::style().child(STYLES)
}

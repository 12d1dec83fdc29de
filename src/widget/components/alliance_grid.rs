//! The alliance grid as a leptos component.

use super::WidgetData;
use super::connect::{Props, connect};
use crate::layout::{AlliancesViewState, GridView, StateOrder};
use crate::locale::Locale;
use crate::model::{Alliances, Date};
use crate::view::Theme;
use crate::widget::{AlliancesWidget, Selection};
use crate::wire::DataError;
use leptos::prelude::*;
use std::sync::Arc;

/// An alliance grid.
///
/// The page needs the styles once: `<WidgetStyles/>`, or the file `election-widgets.css`.
///
/// ```
/// use election_widgets::{AllianceGrid, layout::GridView, model::Alliances};
/// use leptos::prelude::*;
/// use std::sync::Arc;
///
/// #[component]
/// fn Article(alliances: ReadSignal<Arc<Alliances>>) -> impl IntoView {
///     view! { <AllianceGrid data=alliances view=GridView::Timeline/> }
/// }
/// ```
#[component]
pub fn AllianceGrid(
    /// The document, read by [`wire::read_alliances`](crate::wire::read_alliances), or the error of reading it.
    #[prop(into)]
    data: WidgetData<Alliances>,
    /// The reader's language. Default: English.
    #[prop(into, optional)]
    locale: MaybeProp<Arc<Locale>>,
    /// The day that is shown until the reader picks another. Default: the document's.
    #[prop(into, optional)]
    as_of: MaybeProp<Date>,
    /// The view that is shown until the reader picks another. Default: states by alliances.
    #[prop(into, optional)]
    view: Signal<GridView>,
    /// The order of the states. Default: by name.
    #[prop(into, optional)]
    order: Signal<StateOrder>,
    /// The colours. Default: those of the page.
    #[prop(into, optional)]
    theme: Signal<Theme>,
    /// The level of the title among the page's headings. Default: no heading.
    #[prop(optional)]
    heading_level: Option<u8>,
    /// The view state, shared with the app: the grid starts with it, follows it and writes the reader's choices into
    /// it. Default: a state of the grid's own.
    #[prop(optional)]
    state: Option<RwSignal<AlliancesViewState>>,
    /// Called with the state, alliance or membership that the reader selects.
    #[prop(into, optional)]
    on_select: Option<Callback<Selection>>,
    /// Called in the browser with an error of `data`.
    #[prop(into, optional)]
    on_error: Option<Callback<DataError>>,
) -> impl IntoView {
    let requested = Signal::derive(move || AlliancesViewState {
        as_of: as_of.get(),
        view: view.get(),
        order: order.get(),
        ..AlliancesViewState::default()
    });
    connect::<AlliancesWidget>(Props {
        data,
        requested,
        state,
        locale,
        theme,
        heading_level,
        on_select,
        on_error,
    })
}

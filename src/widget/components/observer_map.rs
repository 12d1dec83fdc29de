//! The observer map as a leptos component.

use super::WidgetData;
use super::connect::{Props, connect};
use crate::layout::{MissionOrder, ObserversViewState, PlacedMissions};
use crate::locale::Locale;
use crate::model::{Area, Id, Observers};
use crate::view::Theme;
use crate::widget::{ObserversWidget, PlacedObservers, Selection};
use crate::wire::DataError;
use leptos::prelude::*;
use std::sync::Arc;

/// An observer map: a map and a list of the same missions.
///
/// The page needs the styles once: `<WidgetStyles/>`, or the file `election-widgets.css`.
///
/// ```
/// use election_widgets::{ObserverMap, model::{Area, Observers}};
/// use leptos::prelude::*;
/// use std::sync::Arc;
///
/// #[component]
/// fn Article(observers: ReadSignal<Arc<Observers>>, area: Arc<Area>) -> impl IntoView {
///     view! { <ObserverMap data=observers area/> }
/// }
/// ```
#[component]
pub fn ObserverMap(
    /// The document, read by [`wire::read_observers`](crate::wire::read_observers), or the error of reading it.
    #[prop(into)]
    data: WidgetData<Observers>,
    /// The shapes of the map, read by [`wire::read_area`](crate::wire::read_area), or the error of reading them.
    /// Default: a list without a map.
    #[prop(into, optional)]
    area: Option<WidgetData<Area>>,
    /// The reader's language. Default: English.
    #[prop(into, optional)]
    locale: MaybeProp<Arc<Locale>>,
    /// The mission that is open until the reader opens another. Default: none.
    #[prop(into, optional)]
    select: MaybeProp<Id>,
    /// A mission. Only missions of its organisation are shown. Default: all missions.
    #[prop(into, optional)]
    organisation: MaybeProp<Id>,
    /// The text that missions are searched for. Default: empty, which every mission contains.
    #[prop(into, optional)]
    find: Signal<String>,
    /// The order of the missions. Default: that of the document.
    #[prop(into, optional)]
    order: Signal<MissionOrder>,
    /// The colours. Default: those of the page.
    #[prop(into, optional)]
    theme: Signal<Theme>,
    /// The level of the title among the page's headings. Default: no heading.
    #[prop(optional)]
    heading_level: Option<u8>,
    /// The view state, shared with the app: the map starts with it, follows it and writes the reader's choices into
    /// it. Default: a state of the map's own.
    #[prop(optional)]
    state: Option<RwSignal<ObserversViewState>>,
    /// Called with the mission that the reader opens.
    #[prop(into, optional)]
    on_select: Option<Callback<Selection>>,
    /// Called in the browser with an error of `data` or `area`.
    #[prop(into, optional)]
    on_error: Option<Callback<DataError>>,
) -> impl IntoView {
    // Kept until data or area change: it caches the layout of the map.
    let placed = Memo::new_with_compare(
        move |_| {
            let (shapes, problem) = match area.map(|area| area.get()).transpose() {
                Ok(shapes) => (shapes, None),
                Err(error) => (None, Some(error)),
            };
            let placed = PlacedMissions::new(data.get()?, shapes);
            Ok(Arc::new(PlacedObservers::new(placed, problem)))
        },
        |_, _| true,
    );
    let requested = Signal::derive(move || ObserversViewState {
        selected: select.get(),
        organisation: organisation.get(),
        find: find.get(),
        order: order.get(),
        ..ObserversViewState::default()
    });
    connect::<ObserversWidget>(Props {
        data: placed.into(),
        requested,
        state,
        locale,
        theme,
        heading_level,
        on_select,
        on_error,
    })
}

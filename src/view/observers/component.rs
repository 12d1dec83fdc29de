//! The observer map as a leptos component.

use super::{Observed, ObserversWidget};
use crate::layout::{Atlas, ObserversState};
use crate::locale::Locale;
use crate::model::{Area, Observers};
use crate::widget::{Input, Theme, draw};
#[cfg(doc)]
use crate::wire;
use leptos::prelude::*;
use std::sync::Arc;

/// An observer map in a leptos app; the page loads `election-widgets.css`.
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
    /// The document, read by [`wire::read_observers`].
    #[prop(into)]
    data: Signal<Arc<Observers>>,
    /// The shapes of the map, read by [`wire::read_area`]; without them there is a list alone.
    #[prop(into, optional)]
    area: MaybeProp<Arc<Area>>,
    /// The reader's language; English where left out.
    #[prop(into, optional)]
    locale: MaybeProp<Arc<Locale>>,
    /// The colours; those of the page where left out.
    #[prop(into, optional)]
    theme: Signal<Theme>,
) -> impl IntoView {
    let state = ArcRwSignal::new(ObserversState::default());
    let act = {
        let state = state.clone();
        move |action| state.update(|state| state.apply(action))
    };
    let english = Arc::new(Locale::english());
    let observed = ArcMemo::new_with_compare(
        move |_| Arc::new(Observed::new(Atlas::new(data.get(), area.get()), None)),
        |_, _| true,
    );
    let input = move || Input::<ObserversWidget> {
        model: Some(observed.get()),
        state: state.get(),
        locale: locale.get().unwrap_or_else(|| Arc::clone(&english)),
        problem: None,
        theme: theme.get(),
    };
    draw(input, Arc::new(act))
}

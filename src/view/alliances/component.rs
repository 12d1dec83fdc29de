//! The alliance grid as a leptos component.

use super::AlliancesWidget;
use crate::layout::AlliancesState;
use crate::locale::Locale;
use crate::model::Alliances;
use crate::widget::{Input, Theme, draw};
#[cfg(doc)]
use crate::wire;
use leptos::prelude::*;
use std::sync::Arc;

/// An alliance grid in a leptos app; the page loads `election-widgets.css`.
///
/// ```
/// use election_widgets::{AllianceGrid, model::Alliances};
/// use leptos::prelude::*;
/// use std::sync::Arc;
///
/// #[component]
/// fn Article(alliances: ReadSignal<Arc<Alliances>>) -> impl IntoView {
///     view! { <AllianceGrid data=alliances/> }
/// }
/// ```
#[component]
pub fn AllianceGrid(
    /// The document, read by [`wire::read_alliances`].
    #[prop(into)]
    data: Signal<Arc<Alliances>>,
    /// The reader's language; English where left out.
    #[prop(into, optional)]
    locale: MaybeProp<Arc<Locale>>,
    /// The colours; those of the page where left out.
    #[prop(into, optional)]
    theme: Signal<Theme>,
) -> impl IntoView {
    let state = ArcRwSignal::new(AlliancesState::default());
    let act = {
        let state = state.clone();
        move |action| state.update(|state| state.apply(action))
    };
    let english = Arc::new(Locale::english());
    let input = move || Input::<AlliancesWidget> {
        model: Some(data.get()),
        state: state.get(),
        locale: locale.get().unwrap_or_else(|| Arc::clone(&english)),
        problem: None,
        theme: theme.get(),
    };
    draw(input, Arc::new(act))
}

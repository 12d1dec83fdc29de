//! The results chart as a leptos component.

use super::ResultsWidget;
use crate::layout::ResultsState;
use crate::locale::Locale;
use crate::model::Results;
use crate::widget::{Input, Theme, draw};
#[cfg(doc)]
use crate::wire;
use leptos::prelude::*;
use std::sync::Arc;

/// A results chart in a leptos app; the page loads `election-widgets.css`.
///
/// ```
/// use election_widgets::{ResultsChart, model::Results};
/// use leptos::prelude::*;
/// use std::sync::Arc;
///
/// #[component]
/// fn Article(results: ReadSignal<Arc<Results>>) -> impl IntoView {
///     view! { <ResultsChart data=results/> }
/// }
/// ```
#[component]
pub fn ResultsChart(
    /// The document, read by [`wire::read_results`].
    #[prop(into)]
    data: Signal<Arc<Results>>,
    /// The reader's language; English where left out.
    #[prop(into, optional)]
    locale: MaybeProp<Arc<Locale>>,
    /// The id of the count on show until the reader picks one, or `all`; the last where left out.
    #[prop(into, optional)]
    count: MaybeProp<String>,
    /// What bars are drawn of: `percent`, `votes` or `seats`; the first that the data gives where left
    /// out.
    #[prop(into, optional)]
    unit: MaybeProp<String>,
    /// The order of options: `value`, `document` or `name`; `value` where left out.
    #[prop(into, optional)]
    order: MaybeProp<String>,
    /// How many options stand before the rest is folded, or `none`; 10 where left out.
    #[prop(into, optional)]
    fold: MaybeProp<String>,
    /// The colours; those of the page where left out.
    #[prop(into, optional)]
    theme: Signal<Theme>,
) -> impl IntoView {
    let picked = ArcRwSignal::new(None::<ResultsState>);
    let state = {
        let picked = picked.clone();
        move || {
            picked.get().unwrap_or_else(|| {
                ResultsState::begin(&|name| match name {
                    "count" => count.get(),
                    "unit" => unit.get(),
                    "order" => order.get(),
                    _ => fold.get(),
                })
            })
        }
    };
    let act = {
        let state = state.clone();
        move |action| {
            let mut next = untrack(&state);
            next.apply(action);
            picked.set(Some(next));
        }
    };
    let english = Arc::new(Locale::english());
    let input = move || Input::<ResultsWidget> {
        model: Some(data.get()),
        state: state(),
        locale: locale.get().unwrap_or_else(|| Arc::clone(&english)),
        problem: None,
        theme: theme.get(),
    };
    draw(input, Arc::new(act))
}

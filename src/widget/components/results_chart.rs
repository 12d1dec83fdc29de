//! The results chart as a leptos component.

use super::WidgetData;
use super::connect::{Props, connect};
use crate::layout::{CountChoice, Fold, OrderChoice, ResultsViewState};
use crate::locale::Locale;
use crate::model::{Results, Unit};
use crate::view::Theme;
use crate::widget::{ResultsWidget, Selection};
use crate::wire::DataError;
use leptos::prelude::*;
use std::sync::Arc;

/// A results chart.
///
/// The page needs the styles once: `<WidgetStyles/>`, or the file `election-widgets.css`.
///
/// ```
/// use election_widgets::{ResultsChart, WidgetStyles, layout::OrderChoice, model::Results};
/// use leptos::prelude::*;
/// use std::sync::Arc;
///
/// #[component]
/// fn Article(results: ReadSignal<Arc<Results>>) -> impl IntoView {
///     let (selected, set_selected) = signal(String::new());
///     view! {
///         <WidgetStyles/>
///         <ResultsChart
///             data=results
///             order=OrderChoice::Name
///             on_select=move |selection| set_selected.set(format!("{selection:?}"))
///             attr:id="chart"
///         />
///         <p>{selected}</p>
///     }
/// }
/// ```
#[component]
pub fn ResultsChart(
    /// The document, read by [`wire::read_results`](crate::wire::read_results), or the error of reading it.
    #[prop(into)]
    data: WidgetData<Results>,
    /// The reader's language. Default: English.
    #[prop(into, optional)]
    locale: MaybeProp<Arc<Locale>>,
    /// The counts that are shown until the reader picks others. Default: the last of the document.
    #[prop(into, optional)]
    count: Signal<CountChoice>,
    /// The unit that bars are drawn in. Default: the first of percent, votes and seats that the document gives.
    #[prop(into, optional)]
    unit: MaybeProp<Unit>,
    /// The order of the options. Default: by value, as far as the figures decide it.
    #[prop(into, optional)]
    order: Signal<OrderChoice>,
    /// The number of options before the rest is folded. Default: 10.
    #[prop(into, optional)]
    fold: Signal<Fold>,
    /// The colours. Default: those of the page.
    #[prop(into, optional)]
    theme: Signal<Theme>,
    /// The level of the title among the page's headings. Default: no heading.
    #[prop(optional)]
    heading_level: Option<u8>,
    /// The view state, shared with the app: the chart starts with it, follows it and writes the reader's choices
    /// into it. Default: a state of the chart's own.
    #[prop(optional)]
    state: Option<RwSignal<ResultsViewState>>,
    /// Called with the option that the reader opens.
    #[prop(into, optional)]
    on_select: Option<Callback<Selection>>,
    /// Called in the browser with an error of `data`.
    #[prop(into, optional)]
    on_error: Option<Callback<DataError>>,
) -> impl IntoView {
    let requested = Signal::derive(move || ResultsViewState {
        count: count.get(),
        unit: unit.get(),
        order: order.get(),
        fold: fold.get(),
        ..ResultsViewState::default()
    });
    connect::<ResultsWidget>(Props {
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

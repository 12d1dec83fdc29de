//! The results chart: a table whose cells carry bars.

mod controls;
mod facts;
mod house;
mod table;

use super::frame;
use super::node::{Node, el};
use crate::layout::{self, ResultsAction, ResultsLayout, ResultsState, Sheets, StatusBand};
use crate::locale::Locale;
use crate::model::Results;
use crate::widget::{Act, Beside, Input, Selection, Theme, Widget, draw};
use crate::wire::{self, DataError, Document, Warning};
use leptos::prelude::*;
use std::sync::Arc;

/// The results chart as a [`Widget`].
pub struct ResultsWidget;

impl Widget for ResultsWidget {
    const TAG: &'static str = "results-chart";
    const ATTRIBUTES: &'static [&'static str] = &["count", "unit", "order", "fold"];
    type Model = Results;
    type State = ResultsState;
    type Action = ResultsAction;
    type Layout = ResultsLayout;

    fn read(document: &Document, _: Beside) -> Result<(Results, Vec<Warning>), DataError> {
        wire::read_results(document)
    }

    fn begin(attribute: &dyn Fn(&str) -> Option<String>) -> ResultsState {
        ResultsState::begin(attribute)
    }

    fn ask(state: &mut ResultsState, begun: ResultsState) {
        state.ask(begun);
    }

    fn apply(state: &mut ResultsState, action: ResultsAction) {
        state.apply(action);
    }

    fn is_shown(action: &ResultsAction) -> bool {
        matches!(action, ResultsAction::Opened(..))
    }

    fn selection(action: &ResultsAction) -> Option<Selection> {
        let (ResultsAction::Open(option, true) | ResultsAction::Opened(option, true)) = action
        else {
            return None;
        };
        Some(Selection {
            option: Some(option.as_str().to_owned()),
            ..Selection::default()
        })
    }

    fn layout(model: &Results, state: &ResultsState, locale: &Locale) -> Option<ResultsLayout> {
        layout::results(model, state, locale)
    }

    fn sheets(model: &Results, state: &ResultsState, locale: &Locale) -> Option<Sheets> {
        layout::sheets(model, state, locale)
    }

    fn sentences(layout: &ResultsLayout) -> Vec<String> {
        layout.sentences()
    }

    fn view(layout: ResultsLayout, act: Act<ResultsAction>) -> Node {
        chart(layout, act)
    }
}

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

fn chart(layout: ResultsLayout, act: Act<ResultsAction>) -> Node {
    let contest = layout
        .contest
        .into_iter()
        .map(|part| el("span").child(frame::phrase(part)));
    let table = table::Parts {
        title: layout.frame.title.text.clone(),
        option_label: layout.option_label,
        columns: layout.columns,
        rows: layout.rows,
        fold: layout.fold,
        scrolls: layout.scrolls,
    };
    el("figure")
        .keep("picture")
        .class("ew-results")
        .child(frame::title(layout.frame.title.clone()))
        .child(el("p").class("ew-contest").children(contest))
        .children(controls::choices(layout.choices, &act))
        .children(layout.statuses.into_iter().map(status))
        .child(
            el("p")
                .class("ew-summary")
                .part("summary")
                .text(layout.summary),
        )
        .children(layout.house.map(|house| house::house(house, &act)))
        .children(controls::table_tools(layout.find, layout.order, &act))
        .child(table::table(table, &act))
        .children(layout.thresholds.into_iter().map(facts::threshold))
        .children(facts::ballots(layout.ballots))
        .children(
            layout
                .remarks
                .into_iter()
                .map(|remark| frame::note().text(remark)),
        )
        .children(layout.corrections.into_iter().map(facts::correction))
        .child(frame::foot(layout.frame))
}

fn status(band: StatusBand) -> Node {
    let first = el("p")
        .child(el("strong").text(band.word))
        .child(el("span").text(band.as_of));
    el("div")
        .class("ew-status")
        .part("status")
        .child(first)
        .children(band.reported.map(|reported| frame::line(el("p"), reported)))
        .children(band.note.map(|note| el("p").child(frame::phrase(note))))
}

//! The results chart: a table whose cells carry bars.

#[cfg(feature = "leptos")]
mod component;
mod controls;
mod facts;
mod house;
mod table;

use super::node::{Node, el};
use super::{frame, styles};
use crate::layout::{self, ResultsAction, ResultsLayout, ResultsState, Sheets, StatusBand};
use crate::locale::Locale;
use crate::model::Results;
use crate::view::StyleSheet;
use crate::widget::{Act, Beside, Selection, Widget};
use crate::wire::{self, DataError, Document, Warning};
#[cfg(feature = "leptos")]
pub use component::ResultsChart;

/// The results chart as a [`Widget`].
pub struct ResultsWidget;

impl Widget for ResultsWidget {
    const TAG: &'static str = "results-chart";
    const ATTRIBUTES: &'static [&'static str] = &["count", "unit", "order", "fold"];
    const STYLES: &'static [StyleSheet] = &[
        styles::BASE,
        styles::TABLE,
        styles::TABLE_NARROW,
        styles::RESULTS,
        styles::MEDIA,
        styles::CONTROLS,
        styles::NOTES,
        styles::RESULTS_DETAILS,
        styles::HEMICYCLE,
        styles::LONG_TABLE,
    ];
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

fn chart(layout: ResultsLayout, act: Act<ResultsAction>) -> Node {
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
        .child(frame::contest(layout.contest))
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
        .children(band.note.map(|note| frame::say(el("p"), note)))
}

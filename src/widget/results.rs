//! The results chart as a widget.

use super::{AreaInput, Selection, Widget};
use crate::layout::{self, Export, Frame, ResultsAction, ResultsLayout, ResultsViewState};
use crate::locale::Locale;
use crate::model::{Head, Results};
use crate::view::{self, Dispatch, StyleSheet, VNode, styles};
use crate::wire::schema::Shape;
use crate::wire::{self, Diagnostics, Document, Warning};

/// The results chart as a [`Widget`].
pub struct ResultsWidget;

impl Widget for ResultsWidget {
    const TAG: &'static str = "results-chart";
    const DOCUMENT_KEY: &'static str = "options";
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
    type State = ResultsViewState;
    type Action = ResultsAction;
    type Layout = ResultsLayout;

    fn document_shape() -> Shape {
        wire::results_shape()
    }

    fn read_as<D: Diagnostics>(
        document: &Document,
        _: AreaInput,
    ) -> Result<(Results, Vec<Warning>), D::Error> {
        wire::read_results_as::<D>(document)
    }

    fn initial_state(attribute: &dyn Fn(&str) -> Option<String>) -> ResultsViewState {
        ResultsViewState::initial(attribute)
    }

    fn apply_attributes(state: &mut ResultsViewState, requested: ResultsViewState) {
        state.apply_attributes(requested);
    }

    fn apply(state: &mut ResultsViewState, action: ResultsAction) {
        state.apply(action);
    }

    fn handled_natively(action: &ResultsAction) -> bool {
        matches!(action, ResultsAction::Toggle { rendered: true, .. })
    }

    fn selection(action: &ResultsAction) -> Option<Selection> {
        let ResultsAction::Toggle {
            option, open: true, ..
        } = action
        else {
            return None;
        };
        Some(Selection::Option {
            option: option.as_str().to_owned(),
        })
    }

    fn layout(model: &Results, state: &ResultsViewState, locale: &Locale) -> Option<ResultsLayout> {
        layout::results(model, state, locale)
    }

    fn head(model: &Results) -> &Head {
        &model.head
    }

    fn export(model: &Results, state: &ResultsViewState, locale: &Locale) -> Option<Export> {
        layout::results_export(model, state, locale)
    }

    fn frame(layout: &mut ResultsLayout) -> &mut Frame {
        &mut layout.frame
    }

    fn sentences(layout: &ResultsLayout) -> Vec<String> {
        layout.sentences()
    }

    fn view<T: Dispatch<ResultsAction>>(layout: ResultsLayout, dispatch: &T) -> VNode {
        view::results_chart(layout, dispatch)
    }
}

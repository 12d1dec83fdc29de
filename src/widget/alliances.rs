//! The alliance grid as a widget.

use super::{AreaInput, Selection, Widget};
use crate::layout::{
    self, AlliancesAction, AlliancesLayout, AlliancesViewState, Export, Frame, StateOrder,
};
use crate::locale::Locale;
use crate::model::{Alliances, Head};
use crate::view::{self, Dispatch, StyleSheet, VNode, styles};
use crate::wire::schema::Shape;
use crate::wire::{self, Diagnostics, Document, Warning};

/// The alliance grid as a [`Widget`].
pub struct AlliancesWidget;

impl Widget for AlliancesWidget {
    const TAG: &'static str = "alliance-grid";
    const DOCUMENT_KEY: &'static str = "alliances";
    const ATTRIBUTES: &'static [&'static str] = &["as-of", "view", "order"];
    const STYLES: &'static [StyleSheet] = &[
        styles::BASE,
        styles::TABLE,
        styles::ALLIANCES,
        styles::UNSURE,
        styles::TABLE_NARROW,
        styles::MEDIA,
        styles::CONTROLS,
        styles::NOTES,
    ];
    type Model = Alliances;
    type State = AlliancesViewState;
    type Action = AlliancesAction;
    type Layout = AlliancesLayout;

    fn document_shape() -> Shape {
        wire::alliances_shape()
    }

    fn read_as<D: Diagnostics>(
        document: &Document,
        _: AreaInput,
    ) -> Result<(Alliances, Vec<Warning>), D::Error> {
        wire::read_alliances_as::<D>(document)
    }

    fn initial_state(attribute: &dyn Fn(&str) -> Option<String>) -> AlliancesViewState {
        AlliancesViewState::initial(attribute)
    }

    fn apply_attributes(state: &mut AlliancesViewState, requested: AlliancesViewState) {
        state.apply_attributes(requested);
    }

    fn apply(state: &mut AlliancesViewState, action: AlliancesAction) {
        state.apply(action);
    }

    fn selection(action: &AlliancesAction) -> Option<Selection> {
        match action {
            AlliancesAction::Open(state, true) => Some(Selection::State {
                state: state.clone(),
            }),
            AlliancesAction::Point(state, alliance) => Some(Selection::Membership {
                state: state.clone(),
                alliance: alliance.as_str().to_owned(),
            }),
            AlliancesAction::Order(StateOrder::Alliance(alliance)) => Some(Selection::Alliance {
                alliance: alliance.as_str().to_owned(),
            }),
            _ => None,
        }
    }

    fn layout(
        model: &Alliances,
        state: &AlliancesViewState,
        locale: &Locale,
    ) -> Option<AlliancesLayout> {
        layout::alliances(model, state, locale)
    }

    fn head(model: &Alliances) -> &Head {
        &model.head
    }

    fn export(model: &Alliances, state: &AlliancesViewState, locale: &Locale) -> Option<Export> {
        layout::alliances_export(model, state, locale)
    }

    fn frame(layout: &mut AlliancesLayout) -> &mut Frame {
        &mut layout.frame
    }

    fn sentences(layout: &AlliancesLayout) -> Vec<String> {
        layout.sentences()
    }

    fn view<T: Dispatch<AlliancesAction>>(layout: AlliancesLayout, dispatch: &T) -> VNode {
        view::alliance_grid(layout, dispatch)
    }
}

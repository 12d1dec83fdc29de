//! The trait that ties a widget's phases together, and all that is written once over it: rendering, the rules by
//! which a mounted widget changes, and the leptos components.

mod alliances;
#[cfg(feature = "leptos")]
mod components;
#[cfg(feature = "leptos")]
mod controller;
mod observers;
mod render;
mod results;
mod schema;
mod selection;
mod set;

pub use alliances::AlliancesWidget;
#[cfg(feature = "leptos")]
pub use components::{AllianceGrid, ObserverMap, ResultsChart, WidgetData, WidgetStyles};
#[cfg(feature = "leptos")]
pub use controller::{Change, Controller};
pub use observers::{ObserversWidget, PlacedObservers};
pub use render::{RenderInput, heading_level, to_html};
pub use results::ResultsWidget;
pub use schema::{AREA, json_schema, typescript};
pub use selection::Selection;
pub use set::{AllWidgets, Visit, WidgetName, WidgetSet};

use crate::layout::{Export, Format, Frame};
use crate::locale::Locale;
use crate::model::Head;
use crate::view::{Dispatch, StyleSheet, VNode};
use crate::wire::schema::Shape;
use crate::wire::{DataError, Diagnostics, Document, Explain, Warning};

/// The attributes beside [`Widget::ATTRIBUTES`] that change the picture of every widget.
pub const COMMON_ATTRIBUTES: [&str; 2] = ["theme", "heading-level"];

/// A widget: how its document is read, laid out and drawn.
///
/// Mounting, rendering to text and validating are written over this trait, so that they hold for every widget alike.
/// A new widget implements it and joins [`AllWidgets`].
pub trait Widget: 'static {
    /// The name of the element: `results-chart`.
    const TAG: &'static str;
    /// The field of a document by which the widget that it is for is known: `options`.
    const DOCUMENT_KEY: &'static str;
    /// The attributes that the widget knows beyond those of every widget.
    const ATTRIBUTES: &'static [&'static str];
    /// The style sheets that its pictures take, in the order of their rules; those that every picture needs come first.
    const STYLES: &'static [StyleSheet];
    /// The forms in which a reader can take the figures along.
    const FORMATS: &'static [Format] = &[Format::Csv, Format::Json, Format::Copy];
    /// The document after all checks.
    type Model: Send + Sync + 'static;
    /// The view state: the reader's choices.
    type State: Clone + Default + PartialEq + Send + Sync + 'static;
    /// An action of the reader's.
    type Action: Clone + Send + Sync + 'static;
    /// The finished layout of the widget.
    type Layout;

    /// The form of the document, from which its JSON Schema is made.
    fn document_shape() -> Shape;

    /// Reads a document, and the file that it names beside itself.
    ///
    /// # Errors
    /// The first place of the document that does not fit the contract.
    fn read(
        document: &Document,
        area: AreaInput,
    ) -> Result<(Self::Model, Vec<Warning>), DataError> {
        Self::read_as::<Explain>(document, area).map_err(Into::into)
    }

    /// [`Widget::read`] under a rule for errors and warnings.
    ///
    /// # Errors
    /// As [`Widget::read`], in the form that the rule gives them.
    fn read_as<D: Diagnostics>(
        document: &Document,
        area: AreaInput,
    ) -> Result<(Self::Model, Vec<Warning>), D::Error>;

    /// An error that affects part of the widget only, such as a map whose area file failed to load.
    fn partial_error(_model: &Self::Model) -> Option<&DataError> {
        None
    }

    /// The view state that the element's attributes ask for, before the reader does anything.
    fn initial_state(attribute: &dyn Fn(&str) -> Option<String>) -> Self::State;

    /// Applies changed attributes to the view state and keeps the rest.
    fn apply_attributes(state: &mut Self::State, requested: Self::State);

    /// The current view state as attribute values, for the URL hash.
    fn to_attributes(_state: &Self::State) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// Applies an action: the only way in which the reader changes the view state.
    fn apply(state: &mut Self::State, action: Self::Action);

    /// Returns true if the browser has already shown the effect and no render is needed.
    fn handled_natively(_action: &Self::Action) -> bool {
        false
    }

    /// The part of the data that an action selects, reported as `widget-select`. `None` if it selects nothing.
    fn selection(action: &Self::Action) -> Option<Selection>;

    /// Lays the widget out. `None` if the model holds nothing to show.
    fn layout(model: &Self::Model, state: &Self::State, locale: &Locale) -> Option<Self::Layout>;

    /// The head of the document: its title, language and sources.
    fn head(model: &Self::Model) -> &Head;

    /// The tables and files that a reader can download.
    fn export(model: &Self::Model, state: &Self::State, locale: &Locale) -> Option<Export>;

    /// The frame of a layout.
    fn frame(layout: &mut Self::Layout) -> &mut Frame;

    /// The text alternative of a layout, in sentences.
    fn sentences(layout: &Self::Layout) -> Vec<String>;

    /// Draws a layout and sends the reader's actions to `dispatch`.
    fn view<T: Dispatch<Self::Action>>(layout: Self::Layout, dispatch: &T) -> VNode;
}

/// The file of shapes that a map's document names.
#[derive(Clone, Debug, PartialEq)]
pub enum AreaInput {
    /// The document names none.
    Absent,
    /// The file after parsing.
    Read(Document),
    /// The file failed to load, or is not JSON.
    Failed(DataError),
}

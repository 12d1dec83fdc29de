//! What ties a widget's phases together, once for all widgets: reading, laying out, drawing.

use crate::layout::{Format, Notice, NoticeKind, Sheets, Tools};
use crate::locale::Locale;
use crate::view::{Node, StyleSheet, frame};
use crate::wire::{DataError, Document, Warning};
use std::sync::Arc;

#[cfg(feature = "leptos")]
mod live;

#[cfg(feature = "leptos")]
pub use live::draw;

/// A widget: how its document is read, laid out and drawn.
///
/// Mounting, rendering to text and validating are written over this trait, so that they hold for
/// every widget alike.
pub trait Widget: 'static {
    /// The element's name: `results-chart`.
    const TAG: &'static str;
    /// The attributes that it knows beyond those of every widget.
    const ATTRIBUTES: &'static [&'static str];
    /// The style sheets that its pictures take, in the order of their rules; those that every picture needs come first.
    const STYLES: &'static [StyleSheet];
    /// In which forms a reader can take its figures along.
    const FORMATS: &'static [Format] = &[Format::Csv, Format::Json, Format::Copy];
    /// What its document is read to.
    type Model: Send + Sync + 'static;
    /// What the reader chose.
    type State: Clone + Default + PartialEq + Send + Sync + 'static;
    /// What the reader can do.
    type Action: Clone + Send + Sync + 'static;
    /// What is drawn.
    type Layout;

    /// Reads a document, with what came beside it.
    ///
    /// # Errors
    /// The first place of the document that does not fit the contract.
    fn read(document: &Document, beside: Beside) -> Result<(Self::Model, Vec<Warning>), DataError>;

    /// What of a document can't be shown although it was read: its map, where the shapes did not come.
    fn problem(_model: &Self::Model) -> Option<&DataError> {
        None
    }

    /// What is chosen before the reader does anything, as the element's attributes have it.
    fn begin(attribute: &dyn Fn(&str) -> Option<String>) -> Self::State;

    /// Takes over what changed attributes ask for; what they say nothing of stays.
    fn ask(state: &mut Self::State, begun: Self::State);

    /// What attributes would ask for what is chosen now: what a page's address can hold.
    fn asked(_state: &Self::State) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// What is chosen after the reader did something: the only way in which it changes.
    fn apply(state: &mut Self::State, action: Self::Action);

    /// Whether what the reader did is on show by itself, so that nothing is to be drawn.
    fn is_shown(_action: &Self::Action) -> bool {
        false
    }

    /// What the reader chose by doing something, for the page to know; nothing where that chose no
    /// part of the data.
    fn selection(action: &Self::Action) -> Option<Selection>;

    /// What goes where; nothing where the model holds nothing to show.
    fn layout(model: &Self::Model, state: &Self::State, locale: &Locale) -> Option<Self::Layout>;

    /// What a reader can take along of what is on show.
    fn sheets(model: &Self::Model, state: &Self::State, locale: &Locale) -> Option<Sheets>;

    /// What a layout says, in sentences: the text alternative of its picture.
    fn sentences(layout: &Self::Layout) -> Vec<String>;

    /// Draws a layout; what the reader does goes to `act`.
    fn view(layout: Self::Layout, act: Act<Self::Action>) -> Node;
}

/// What a document names and came with it: the shapes of a map.
#[derive(Clone, Debug, PartialEq)]
pub enum Beside {
    /// The document names nothing.
    Nothing,
    /// It came.
    Read(Document),
    /// It did not come, or is not what it is to be.
    Failed(DataError),
}

/// A part of the data that the reader chose: the `detail` of `widget-select`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(all(target_arch = "wasm32", feature = "csr"), derive(serde::Serialize))]
pub struct Selection {
    /// The id of an option.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "csr"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub option: Option<String>,
    /// The id of a mission.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "csr"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub mission: Option<String>,
    /// The code of a state.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "csr"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub state: Option<String>,
    /// The id of an alliance.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "csr"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub alliance: Option<String>,
}

/// Where what the reader does goes.
pub type Act<A> = Arc<dyn Fn(A) + Send + Sync>;

/// All that a widget's picture is made from.
pub struct Input<W: Widget> {
    /// The last document that could be read.
    pub model: Option<Arc<W::Model>>,
    /// What the reader chose.
    pub state: W::State,
    /// The reader's language.
    pub locale: Arc<Locale>,
    /// What is wrong with the data that came after it.
    pub problem: Option<(NoticeKind, DataError)>,
    /// The colours: `auto`, `light`, `dark` or `inherit`.
    pub theme: Theme,
}

/// Which colours a widget has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the page around it (its `color-scheme`).
    #[default]
    Inherit,
    /// As the reader's device asks for.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The theme that an attribute names; `inherit` where it names none.
    pub fn new(name: Option<&str>) -> Theme {
        match name {
            Some("auto") => Theme::Auto,
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::Inherit,
        }
    }

    pub(crate) fn class(self) -> &'static str {
        match self {
            Theme::Inherit => "ew",
            Theme::Auto => "ew ew-auto",
            Theme::Light => "ew ew-light",
            Theme::Dark => "ew ew-dark",
        }
    }
}

impl<W: Widget> Input<W> {
    /// Nothing yet, in English.
    pub fn new() -> Input<W> {
        Input {
            model: None,
            state: W::State::default(),
            locale: Arc::new(Locale::english()),
            problem: None,
            theme: Theme::default(),
        }
    }

    /// A document that was read.
    pub fn with_model(model: impl Into<Arc<W::Model>>) -> Input<W> {
        Input {
            model: Some(model.into()),
            ..Input::new()
        }
    }

    /// What a reader can take along of it.
    #[cfg(all(target_arch = "wasm32", feature = "csr"))]
    fn sheets(&self) -> Option<Sheets> {
        W::sheets(self.model.as_ref()?, &self.state, &self.locale)
    }

    /// The picture that it makes, in which nothing can be done.
    pub(crate) fn node(&self) -> Node {
        self.picture(None).node(Arc::new(|_| ()), Arc::new(|_| ()))
    }

    /// The picture in sentences; none where there is none.
    pub(crate) fn sentences(&self) -> Vec<String> {
        let layout = self.layout();
        layout.as_ref().map(W::sentences).unwrap_or_default()
    }

    fn layout(&self) -> Option<W::Layout> {
        W::layout(self.model.as_ref()?, &self.state, &self.locale)
    }

    /// The picture that it makes; `copied` is how the last attempt to copy its table went.
    fn picture(&self, copied: Option<bool>) -> Picture<W> {
        let layout = self.layout();
        let notice = self
            .problem
            .as_ref()
            .map(|(kind, error)| Notice::new(*kind, error, layout.is_some(), &self.locale));
        Picture {
            lang: self.locale.tag().as_str().to_owned(),
            theme: self.theme,
            notice,
            tools: layout
                .is_some()
                .then(|| Tools::new(W::FORMATS, copied, &self.locale)),
            layout,
        }
    }
}

impl<W: Widget> Clone for Input<W> {
    fn clone(&self) -> Self {
        Input {
            model: self.model.clone(),
            state: self.state.clone(),
            locale: Arc::clone(&self.locale),
            problem: self.problem.clone(),
            theme: self.theme,
        }
    }
}

impl<W: Widget> Default for Input<W> {
    fn default() -> Self {
        Input::new()
    }
}

/// What is on show.
struct Picture<W: Widget> {
    lang: String,
    theme: Theme,
    notice: Option<Notice>,
    layout: Option<W::Layout>,
    tools: Option<Tools>,
}

impl<W: Widget> Picture<W> {
    fn node(self, act: Act<W::Action>, save: Act<Format>) -> Node {
        let view = self.layout.map(|layout| W::view(layout, act));
        let tools = self.tools.map(|tools| frame::tools(tools, save));
        frame::shell(self.lang, self.theme, self.notice, view, tools)
    }
}

/// The widget as HTML text; [`crate::prerender`] makes of it what a page carries.
pub fn to_html<W: Widget>(input: Input<W>) -> String {
    input.node().html()
}

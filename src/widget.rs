//! What ties a widget's phases together, once for all widgets: reading, laying out, drawing.

use crate::layout::{Notice, NoticeKind};
use crate::locale::Locale;
use crate::view::{Node, frame};
use crate::wire::{DataError, Document, Warning};
use leptos::prelude::*;
use std::sync::Arc;

/// A widget: how its document is read, laid out and drawn.
///
/// Mounting, rendering to text and validating are written over this trait, so that they hold for
/// every widget alike.
pub trait Widget: 'static {
    /// The element's name: `results-chart`.
    const TAG: &'static str;
    /// The attributes that it knows beyond those of every widget.
    const ATTRIBUTES: &'static [&'static str];
    /// What its document is read to.
    type Model: Send + Sync + 'static;
    /// What the reader chose.
    type State: Clone + Default + PartialEq + Send + Sync + 'static;
    /// What the reader can do.
    type Action: Clone + Send + Sync + 'static;
    /// What is drawn.
    type Layout: Clone + PartialEq + Send + Sync + 'static;

    /// Reads a document.
    ///
    /// # Errors
    /// The first place that does not fit the contract.
    fn read(document: &Document) -> Result<(Self::Model, Vec<Warning>), DataError>;

    /// What is chosen before the reader does anything, as the element's attributes have it.
    fn begin(attribute: &dyn Fn(&str) -> Option<String>) -> Self::State;

    /// What is chosen after the reader did something: the only way in which it changes.
    fn apply(state: &mut Self::State, action: Self::Action);

    /// What goes where; nothing where the model holds nothing to show.
    fn layout(model: &Self::Model, state: &Self::State, locale: &Locale) -> Option<Self::Layout>;

    /// Draws a layout; what the reader does goes to `act`.
    fn view(layout: Self::Layout, act: Act<Self::Action>) -> Node;
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

    /// The picture that it makes.
    fn picture(&self) -> Picture<W> {
        let layout = self
            .model
            .as_ref()
            .and_then(|model| W::layout(model, &self.state, &self.locale));
        let notice = self
            .problem
            .as_ref()
            .map(|(kind, error)| Notice::new(*kind, error, layout.is_some(), &self.locale));
        Picture {
            lang: self.locale.tag().as_str().to_owned(),
            theme: self.theme,
            notice,
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
}

impl<W: Widget> Picture<W> {
    fn node(self, act: Act<W::Action>) -> Node {
        let view = self.layout.map(|layout| W::view(layout, act));
        frame::shell(self.lang, self.theme, self.notice, view)
    }
}

impl<W: Widget> Clone for Picture<W> {
    fn clone(&self) -> Self {
        Picture {
            lang: self.lang.clone(),
            theme: self.theme,
            notice: self.notice.clone(),
            layout: self.layout.clone(),
        }
    }
}

impl<W: Widget> PartialEq for Picture<W> {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
            && self.theme == other.theme
            && self.notice == other.notice
            && self.layout == other.layout
    }
}

/// The widget's picture, redrawn where its input changes what is on show.
///
/// One closure draws it all from a finished layout: a redraw writes only the texts and attributes
/// that differ.
pub fn draw<W: Widget>(
    input: impl Fn() -> Input<W> + Send + Sync + 'static,
    act: Act<W::Action>,
) -> impl IntoView {
    let picture = ArcMemo::new(move |_| input().picture());
    move || picture.get().node(Arc::clone(&act))
}

/// The widget as HTML text, for pages that carry it before any script has run.
#[cfg(feature = "ssr")]
pub fn to_html<W: Widget>(input: Input<W>) -> String {
    input.picture().node(Arc::new(|_| ())).into_view().to_html()
}

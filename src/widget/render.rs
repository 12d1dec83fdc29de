//! One picture of a widget, from its input to elements.

use super::Widget;
use crate::layout::{Format, Pictures, Tools, notice};
use crate::locale::Locale;
use crate::view::{Dispatch, Static, Theme, VNode, frame};
use crate::wire::DataError;
use std::sync::Arc;

/// Everything that a widget's picture is made from.
pub struct RenderInput<W: Widget> {
    /// The last document that could be read.
    pub model: Option<Arc<W::Model>>,
    /// The choices of the reader.
    pub state: W::State,
    /// The language of the reader.
    pub locale: Arc<Locale>,
    /// The error of the data that came after the last good document.
    pub problem: Option<DataError>,
    /// The colours of the widget.
    pub theme: Theme,
    /// The level of the title among the page's headings; `None` if it is no heading.
    pub heading_level: Option<String>,
    /// The view state that attributes or props last asked for.
    pub requested: Option<W::State>,
    /// True if the reader can take pictures along: the element script draws them.
    pub has_pictures: bool,
}

impl<W: Widget> RenderInput<W> {
    /// An input without a document, in English.
    pub fn new() -> RenderInput<W> {
        RenderInput {
            model: None,
            state: W::State::default(),
            locale: Arc::new(Locale::english()),
            problem: None,
            theme: Theme::default(),
            heading_level: None,
            requested: None,
            has_pictures: false,
        }
    }

    /// An input with a document.
    pub fn with_model(model: impl Into<Arc<W::Model>>) -> RenderInput<W> {
        RenderInput {
            model: Some(model.into()),
            ..RenderInput::new()
        }
    }

    /// The picture without any event handlers.
    pub(crate) fn vnode(&self) -> VNode {
        self.rendered(None).vnode(&Static, &Static)
    }

    /// The title, and the text alternative in sentences; both are empty without a document.
    pub(crate) fn in_words(&self) -> (String, Vec<String>) {
        let Some(mut layout) = self.layout() else {
            return Default::default();
        };
        let sentences = W::sentences(&layout);
        (W::frame(&mut layout).title.text.clone(), sentences)
    }

    fn layout(&self) -> Option<W::Layout> {
        W::layout(self.model.as_ref()?, &self.state, &self.locale)
    }

    /// The picture; `copied` is true if the reader's last copy of the table went well, `None` before the first.
    pub(super) fn rendered(&self, copied: Option<bool>) -> Rendered<W> {
        let mut layout = self.layout();
        if let (Some(layout), Some(level)) = (&mut layout, &self.heading_level) {
            W::frame(layout).heading_level = Some(level.clone());
        }
        let is_bad = self.problem.is_some();
        let notice = is_bad.then(|| notice(layout.is_some(), &self.locale));
        Rendered {
            lang: self.locale.tag().as_str().to_owned(),
            theme: self.theme,
            notice,
            updated: self.locale.word("updated").to_owned(),
            gone: self.locale.word("updated.gone").to_owned(),
            tools: layout.is_some().then(|| Tools {
                pictures: self.has_pictures.then(|| Pictures::new(&self.locale)),
                ..Tools::new(W::FORMATS, copied, &self.locale)
            }),
            layout,
        }
    }
}

impl<W: Widget> Clone for RenderInput<W> {
    fn clone(&self) -> Self {
        RenderInput {
            model: self.model.clone(),
            state: self.state.clone(),
            locale: Arc::clone(&self.locale),
            problem: self.problem.clone(),
            theme: self.theme,
            heading_level: self.heading_level.clone(),
            requested: self.requested.clone(),
            has_pictures: self.has_pictures,
        }
    }
}

impl<W: Widget> Default for RenderInput<W> {
    fn default() -> Self {
        RenderInput::new()
    }
}

/// The level that the attribute `heading-level` asks for: `1` to `6`.
pub fn heading_level(attribute: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    attribute("heading-level").filter(|level| matches!(level.as_bytes(), [b'1'..=b'6']))
}

/// A picture: finished layouts, ready to become elements.
pub(super) struct Rendered<W: Widget> {
    lang: String,
    theme: Theme,
    notice: Option<String>,
    updated: String,
    gone: String,
    layout: Option<W::Layout>,
    tools: Option<Tools>,
}

impl<W: Widget> Rendered<W> {
    pub(super) fn vnode(
        self,
        dispatch: &impl Dispatch<W::Action>,
        save: &impl Dispatch<Format>,
    ) -> VNode {
        let view = self.layout.map(|layout| W::view(layout, dispatch));
        let tools = self.tools.map(|tools| frame::tools(tools, save));
        let news = frame::news(self.updated, self.gone);
        frame::shell(
            self.lang,
            self.theme,
            self.notice,
            view,
            [news].into_iter().chain(tools),
        )
    }
}

/// Renders the widget to HTML text; [`crate::prerender`] makes of it what a page carries.
pub fn to_html<W: Widget>(input: RenderInput<W>) -> String {
    input.vnode().html()
}

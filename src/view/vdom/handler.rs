//! Event handlers of elements, and how a view attaches them.

use super::VNode;
use crate::platform::{PageElement, PageEvent};
use crate::view::Dispatch;
use std::sync::Arc;

/// A function that reads an event by itself.
type EventHandler = Arc<dyn Fn(&PageElement, &PageEvent) + Send + Sync>;

/// An event handler of one element.
#[derive(Clone)]
pub enum Handler {
    /// The element is clicked, by pointer or by key.
    Click(Arc<dyn Fn() + Send + Sync>),
    /// The text or the choice of the element changes to this value.
    Input(Arc<dyn Fn(String) + Send + Sync>),
    /// The element is opened (true) or closed.
    Toggle(Arc<dyn Fn(bool) + Send + Sync>),
    /// An event of this name, with the element that listens to it.
    Gesture(&'static str, EventHandler),
}

impl VNode {
    pub(crate) fn on(mut self, handler: Handler) -> VNode {
        self.0.handlers.push(handler);
        self
    }

    pub(crate) fn on_click<A, T: Dispatch<A>>(
        self,
        dispatch: &T,
        click: impl Fn(&T) + Send + Sync + 'static,
    ) -> VNode {
        dispatch.attach(self, |to| Handler::Click(Arc::new(move || click(&to))))
    }

    pub(crate) fn on_input<A, T: Dispatch<A>>(
        self,
        dispatch: &T,
        input: impl Fn(&T, String) + Send + Sync + 'static,
    ) -> VNode {
        dispatch.attach(self, |to| {
            Handler::Input(Arc::new(move |text| input(&to, text)))
        })
    }

    pub(crate) fn on_toggle<A, T: Dispatch<A>>(
        self,
        dispatch: &T,
        toggle: impl Fn(&T, bool) + Send + Sync + 'static,
    ) -> VNode {
        dispatch.attach(self, |to| {
            Handler::Toggle(Arc::new(move |open| toggle(&to, open)))
        })
    }
}

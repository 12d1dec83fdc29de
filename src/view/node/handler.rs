//! What happens when the reader does something to an element.

use super::Node;
#[cfg(feature = "observers")]
use super::gesture::Gesture;
use std::sync::Arc;

/// What happens when the reader does something to an element.
#[derive(Clone)]
// There is no hand on the host.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
pub(super) enum Handler {
    /// It is clicked, by pointer or by key.
    Click(Arc<dyn Fn() + Send + Sync>),
    /// It holds another text.
    Input(Arc<dyn Fn(String) + Send + Sync>),
    /// It is opened, or closed.
    Toggle(Arc<dyn Fn(bool) + Send + Sync>),
    /// What only a map answers to.
    #[cfg(feature = "observers")]
    Gesture(Gesture),
}

/// What happens to one element.
pub(super) type Handlers = Vec<Handler>;

impl Node {
    pub(super) fn on(mut self, handler: Handler) -> Node {
        self.0.handlers.push(handler);
        self
    }

    pub(crate) fn on_click(self, click: impl Fn() + Send + Sync + 'static) -> Node {
        self.on(Handler::Click(Arc::new(click)))
    }

    pub(crate) fn on_input(self, input: impl Fn(String) + Send + Sync + 'static) -> Node {
        self.on(Handler::Input(Arc::new(input)))
    }

    pub(crate) fn on_toggle(self, toggle: impl Fn(bool) + Send + Sync + 'static) -> Node {
        self.on(Handler::Toggle(Arc::new(toggle)))
    }
}

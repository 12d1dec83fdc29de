//! Handlers that only a map and its list have.

use super::Node;
use super::handler::Handler;
#[cfg(all(target_arch = "wasm32", feature = "csr"))]
use crate::browser::gesture;
use leptos::tachys::renderer::types;
use std::sync::Arc;

/// What a reader's hand does on a map.
#[derive(Clone)]
// There is no hand on the host.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
pub(super) enum Gesture {
    /// A key goes down in it; answers whether that did anything.
    Key(Arc<dyn Fn(&str) -> bool + Send + Sync>),
    /// It is to come nearer or go farther, at so many thousandths of it to the right and down.
    Zoom(Arc<dyn Fn(bool, i32, i32) + Send + Sync>),
    /// A mouse drags it by so many thousandths of it to the right and down.
    Drag(Arc<dyn Fn(i32, i32) + Send + Sync>),
    /// By this event something inside it is pointed at, or not any more: what belongs together with
    /// that is marked.
    Point(&'static str),
}

impl Gesture {
    pub(super) fn event(&self) -> &'static str {
        match self {
            Gesture::Key(_) => "keydown",
            Gesture::Zoom(_) => "wheel",
            Gesture::Drag(_) => "pointermove",
            Gesture::Point(event) => event,
        }
    }

    #[cfg(all(target_arch = "wasm32", feature = "csr"))]
    pub(super) fn run(&self, element: &types::Element, event: &types::Event) {
        match self {
            Gesture::Key(key) => gesture::key(event, &**key),
            Gesture::Zoom(zoom) => gesture::zoom(element, event, &**zoom),
            Gesture::Drag(drag) => gesture::drag(element, event, &**drag),
            Gesture::Point(_) => gesture::light(element, event),
        }
    }

    #[cfg(not(all(target_arch = "wasm32", feature = "csr")))]
    pub(super) fn run(&self, _: &types::Element, _: &types::Event) {}
}

impl Node {
    /// `key` answers whether the key did anything; then the page does nothing with it.
    pub(crate) fn on_key(self, key: impl Fn(&str) -> bool + Send + Sync + 'static) -> Node {
        self.on(Handler::Gesture(Gesture::Key(Arc::new(key))))
    }

    /// The wheel with Ctrl or Cmd, which is what two fingers on a touchpad send; without them it
    /// scrolls the page.
    pub(crate) fn on_zoom(self, zoom: impl Fn(bool, i32, i32) + Send + Sync + 'static) -> Node {
        self.on(Handler::Gesture(Gesture::Zoom(Arc::new(zoom))))
    }

    pub(crate) fn on_drag(self, drag: impl Fn(i32, i32) + Send + Sync + 'static) -> Node {
        self.on(Handler::Gesture(Gesture::Drag(Arc::new(drag))))
    }

    /// While one of the elements inside that have a `data-key` or a `data-of` (keys) is pointed at,
    /// by pointer or by focus, those that it belongs together with are marked `data-lit`.
    pub(crate) fn mark_together(self) -> Node {
        self.on(Handler::Gesture(Gesture::Point("pointerover")))
            .on(Handler::Gesture(Gesture::Point("focusin")))
            .on(Handler::Gesture(Gesture::Point("pointerleave")))
    }
}

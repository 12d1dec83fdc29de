//! Event handlers that only a map and its list have.

use super::VNode;
use super::handler::Handler;
use crate::view::Dispatch;
use std::sync::Arc;

/// A gesture of the reader's on a map.
#[derive(Clone)]
pub enum Gesture {
    /// A key is pressed. The function returns true if the key did anything.
    Key(Arc<dyn Fn(&str) -> bool + Send + Sync>),
    /// The reader zooms in (true) or out around a point, in thousandths of the element to the right and down.
    Zoom(Arc<dyn Fn(bool, i32, i32) + Send + Sync>),
    /// A mouse drags the element by so many thousandths of it to the right and down.
    Drag(Arc<dyn Fn(i32, i32) + Send + Sync>),
    /// This event moves the pointer or the focus: elements that belong together with the target are marked.
    Point(&'static str),
}

impl VNode {
    /// `key` returns true if the key did anything; then the page does nothing with it.
    pub(crate) fn on_key<A, T: Dispatch<A>>(
        self,
        dispatch: &T,
        key: impl Fn(&T, &str) -> bool + Send + Sync + 'static,
    ) -> VNode {
        dispatch.attach(self, |to| {
            Handler::Gesture(Gesture::Key(Arc::new(move |pressed| key(&to, pressed))))
        })
    }

    /// The wheel with Ctrl or Cmd, which is what two fingers on a touchpad send; without them the wheel scrolls the
    /// page.
    pub(crate) fn on_zoom<A, T: Dispatch<A>>(
        self,
        dispatch: &T,
        zoom: impl Fn(&T, bool, i32, i32) + Send + Sync + 'static,
    ) -> VNode {
        dispatch.attach(self, |to| {
            Handler::Gesture(Gesture::Zoom(Arc::new(move |nearer, right, down| {
                zoom(&to, nearer, right, down)
            })))
        })
    }

    pub(crate) fn on_drag<A, T: Dispatch<A>>(
        self,
        dispatch: &T,
        drag: impl Fn(&T, i32, i32) + Send + Sync + 'static,
    ) -> VNode {
        dispatch.attach(self, |to| {
            Handler::Gesture(Gesture::Drag(Arc::new(move |right, down| {
                drag(&to, right, down)
            })))
        })
    }

    /// Marks elements that belong together: while one of the elements inside that have a `data-key` or a `data-of`
    /// (keys) has the pointer or the focus, those that it belongs together with have `data-lit`.
    pub(crate) fn mark_together<A, T: Dispatch<A>>(self, dispatch: &T) -> VNode {
        let on = |node, event| dispatch.attach(node, |_| Handler::Gesture(Gesture::Point(event)));
        on(on(on(self, "pointerover"), "focusin"), "pointerleave")
    }
}

//! Event handlers that only a map and its list have.

use super::VNode;
use super::handler::Handler;
use crate::platform::{PageElement, PageEvent, gesture};
use crate::view::Dispatch;
use std::sync::Arc;

/// A handler that reads the event by itself, so that only a program with a map contains the code for it.
fn on(
    event: &'static str,
    run: impl Fn(&PageElement, &PageEvent) + Send + Sync + 'static,
) -> Handler {
    Handler::Gesture(event, Arc::new(run))
}

impl VNode {
    /// `key` returns true if the key did anything; then the page does nothing with it.
    pub(crate) fn on_key<A, T: Dispatch<A>>(
        self,
        dispatch: &T,
        key: impl Fn(&T, &str) -> bool + Send + Sync + 'static,
    ) -> VNode {
        dispatch.attach(self, |to| {
            on("keydown", move |_, event| {
                gesture::key(event, &|pressed| key(&to, pressed))
            })
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
            on("wheel", move |around, event| {
                gesture::zoom(around, event, &|nearer, right, down| {
                    zoom(&to, nearer, right, down)
                })
            })
        })
    }

    /// A drag by the mouse, or by two fingers.
    pub(crate) fn on_drag<A, T: Dispatch<A>>(
        self,
        dispatch: &T,
        drag: impl Fn(&T, i32, i32) + Send + Sync + 'static,
    ) -> VNode {
        let node = dispatch.attach(self, |_| on("touchmove", gesture::two_fingers));
        dispatch.attach(node, |to| {
            on("pointermove", move |around, event| {
                gesture::drag(around, event, &|right, down| drag(&to, right, down))
            })
        })
    }

    /// Marks elements that belong together: while one of the elements inside that have a `data-key` or a `data-of`
    /// (keys) has the pointer or the focus, those that it belongs together with have `data-lit`.
    pub(crate) fn mark_together<A, T: Dispatch<A>>(self, dispatch: &T) -> VNode {
        let mark = |node: VNode, event| dispatch.attach(node, |_| on(event, gesture::light));
        mark(mark(mark(self, "pointerover"), "focusin"), "pointerleave")
    }
}

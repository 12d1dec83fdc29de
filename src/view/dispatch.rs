//! The way from a view to the code that handles the reader's actions.

use super::vdom::{Handler, VNode};
use std::sync::Arc;

/// A receiver of the reader's actions.
///
/// A view is generic over it: with [`Live`] its elements get event handlers, with [`Static`] they get none, and the
/// handlers' code is left out when a program that uses only `Static` is linked.
pub trait Dispatch<A>: Clone + Send + Sync + 'static {
    /// Sends an action to the widget.
    fn send(&self, action: A);

    /// Attaches the handler that `make` builds to an element.
    fn attach(&self, node: VNode, make: impl FnOnce(Self) -> Handler) -> VNode;
}

/// A receiver that handles actions.
pub struct Live<A>(Arc<dyn Fn(A) + Send + Sync>);

impl<A> Live<A> {
    /// A receiver that calls `handle` with every action.
    pub fn new(handle: impl Fn(A) + Send + Sync + 'static) -> Live<A> {
        Live(Arc::new(handle))
    }
}

impl<A> Clone for Live<A> {
    fn clone(&self) -> Self {
        Live(Arc::clone(&self.0))
    }
}

impl<A: 'static> Dispatch<A> for Live<A> {
    fn send(&self, action: A) {
        (self.0)(action);
    }

    fn attach(&self, node: VNode, make: impl FnOnce(Self) -> Handler) -> VNode {
        node.on(make(self.clone()))
    }
}

/// No receiver: for pictures in which nothing can be done.
#[derive(Clone, Copy, Debug)]
pub struct Static;

impl<A> Dispatch<A> for Static {
    fn send(&self, _: A) {}

    fn attach(&self, node: VNode, _: impl FnOnce(Self) -> Handler) -> VNode {
        node
    }
}

//! Handlers where nothing can be done: in what is only looked at, they are left out.

use super::Node;

/// What happens to one element: nothing.
pub(super) type Handlers = ();

impl Node {
    pub(crate) fn on_click(self, _: impl Fn() + Send + Sync + 'static) -> Node {
        self
    }

    pub(crate) fn on_input(self, _: impl Fn(String) + Send + Sync + 'static) -> Node {
        self
    }

    pub(crate) fn on_toggle(self, _: impl Fn(bool) + Send + Sync + 'static) -> Node {
        self
    }
}

#[cfg(feature = "observers")]
impl Node {
    pub(crate) fn on_key(self, _: impl Fn(&str) -> bool + Send + Sync + 'static) -> Node {
        self
    }

    pub(crate) fn on_zoom(self, _: impl Fn(bool, i32, i32) + Send + Sync + 'static) -> Node {
        self
    }

    pub(crate) fn on_drag(self, _: impl Fn(i32, i32) + Send + Sync + 'static) -> Node {
        self
    }

    pub(crate) fn mark_together(self) -> Node {
        self
    }
}

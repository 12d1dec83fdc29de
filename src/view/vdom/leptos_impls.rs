//! The traits that make a [`VNode`] a leptos view.

use super::VNode;
use super::listener::Listener;
use super::patch::{ChildState, VNodeState};
use crate::platform::gesture;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

impl Render for VNode {
    type State = VNodeState;

    fn build(self) -> VNodeState {
        let (node, version) = self.resolve();
        VNodeState {
            version,
            ..node.build_resolved()
        }
    }

    fn rebuild(self, state: &mut VNodeState) {
        if let Some(lazy) = &self.0.lazy
            && state.version == Some(lazy.version)
        {
            return;
        }
        let (node, version) = self.resolve();
        node.rebuild_resolved(state);
        state.version = version;
    }
}

impl VNode {
    /// The element itself, made now if it is lazy, and the version of it.
    pub(super) fn resolve(self) -> (VNode, Option<usize>) {
        let version = self.version();
        let Some(mut node) = self.resolved() else {
            return (self, None);
        };
        node.0.key = self.0.key;
        (node, version)
    }

    fn build_resolved(self) -> VNodeState {
        let mut made = *self.0;
        let element = Rndr::create_element(made.tag, made.namespace);
        for (name, value) in &made.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        let mut children = VNode::build_all(std::mem::take(&mut made.children));
        for child in &mut children {
            child.mount(&element, None);
        }
        VNodeState::new(made, element, children)
    }

    fn rebuild_resolved(self, state: &mut VNodeState) {
        if self.0.tag != state.tag {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        if self.0.skip_if_unchanged && self.is_same(state) {
            return;
        }
        let made = *self.0;
        state.write_attributes(made.attributes);
        let listeners = std::mem::take(&mut state.listeners);
        state.listeners = Listener::renew(listeners, &state.element, made.handlers);
        state.key = made.key;
        state.write_children(made.children);
    }
}

impl Mountable for VNodeState {
    fn unmount(&mut self) {
        gesture::keep_focus(&self.element);
        Rndr::remove(self.element.as_ref());
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, self.element.as_ref(), marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        insert_before(self.element.as_ref(), child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

impl Mountable for ChildState {
    fn unmount(&mut self) {
        match self {
            ChildState::Element(state) => state.unmount(),
            ChildState::Text(node, _) => Rndr::remove(node.as_ref()),
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        match self {
            ChildState::Element(state) => state.mount(parent, marker),
            ChildState::Text(node, _) => Rndr::insert_node(parent, node.as_ref(), marker),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            ChildState::Element(state) => state.insert_before_this(child),
            ChildState::Text(node, _) => insert_before(node.as_ref(), child),
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        match self {
            ChildState::Element(state) => state.elements(),
            ChildState::Text(..) => Vec::new(),
        }
    }
}

fn insert_before(node: &types::Node, child: &mut dyn Mountable) -> bool {
    match Rndr::get_parent(node).and_then(types::Element::cast_from) {
        Some(parent) => {
            child.mount(&parent, Some(node));
            true
        }
        None => false,
    }
}

impl RenderHtml for VNode {
    type AsyncOutput = VNode;
    type Owned = VNode;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> VNode {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        if attributes.is_empty() {
            self.write(html);
        } else {
            let root = self.with_attributes(attributes);
            return root.to_html_with_buf(html, position, true, false, Vec::new());
        }
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> VNodeState {
        if position.get() == Position::FirstChild {
            cursor.child();
        } else {
            cursor.sibling();
        }
        let state = self.hydrate_from(cursor.current());
        cursor.set(state.element.clone().into());
        position.set(Position::NextChild);
        state
    }

    fn into_owned(self) -> VNode {
        self
    }
}

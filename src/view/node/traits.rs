//! What makes a [`Node`] a leptos view.

use super::Node;
use super::mounted::{ChildState, Listener, NodeState};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

impl Render for Node {
    type State = NodeState;

    fn build(self) -> NodeState {
        let (node, version) = self.made();
        NodeState {
            version,
            ..node.build_made()
        }
    }

    fn rebuild(self, state: &mut NodeState) {
        if let Some(later) = &self.0.later
            && state.version == Some(later.version)
        {
            return;
        }
        let (node, version) = self.made();
        node.rebuild_made(state);
        state.version = version;
    }
}

impl Node {
    fn build_made(self) -> NodeState {
        let made = *self.0;
        let element = Rndr::create_element(made.tag, made.namespace);
        for (name, value) in &made.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        let mut children = Node::build_all(made.children);
        for child in &mut children {
            child.mount(&element, None);
        }
        NodeState {
            tag: made.tag,
            key: made.key,
            attributes: made.attributes,
            listeners: Listener::renew(Vec::new(), &element, made.handlers),
            children,
            version: None,
            element,
        }
    }

    fn rebuild_made(self, state: &mut NodeState) {
        if self.0.tag != state.tag {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        if self.0.settled && self.is_same(state) {
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

impl Mountable for NodeState {
    fn unmount(&mut self) {
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

/// Attributes of a host's cannot be spread onto a widget: it has one element of its own.
impl AddAnyAttr for Node {
    type Output<SomeNewAttr: Attribute> = Node;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Node {
        self
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Node;
    type Owned = Node;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Node {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _attributes: Vec<AnyAttribute>,
    ) {
        self.write(html);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> NodeState {
        if position.get() == Position::FirstChild {
            cursor.child();
        } else {
            cursor.sibling();
        }
        let state = self.take_over(cursor.current());
        cursor.set(state.element.clone().into());
        position.set(Position::NextChild);
        state
    }

    fn into_owned(self) -> Node {
        self
    }
}

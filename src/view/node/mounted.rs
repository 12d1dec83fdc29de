//! Elements on the page, and how they are written over.

use super::{Child, Click, Node};
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// An element on the page.
pub struct NodeState {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, Cow<'static, str>)>,
    pub(super) listener: Option<Listener>,
    pub(super) children: Vec<ChildState>,
    pub(super) element: types::Element,
}

pub(super) enum ChildState {
    Element(NodeState),
    Text(types::Text, Cow<'static, str>),
}

/// A click listener whose action can be exchanged; dropping it takes it off its element.
pub(super) struct Listener {
    pub(super) click: Rc<RefCell<Click>>,
    _remove: RemoveEventHandler<types::Element>,
}

impl Listener {
    pub(super) fn new(element: &types::Element, click: Click) -> Listener {
        let click = Rc::new(RefCell::new(click));
        let now = Rc::clone(&click);
        let listen = move |_| {
            // Cloned first: the action may redraw, and so exchange itself.
            let click = Arc::clone(&now.borrow());
            click();
        };
        Listener {
            click,
            _remove: Rndr::add_event_listener(element, "click", Box::new(listen)),
        }
    }
}

impl NodeState {
    pub(super) fn write_attributes(&mut self, attributes: Vec<(&'static str, Cow<'static, str>)>) {
        for (name, _) in &self.attributes {
            if !attributes.iter().any(|(kept, _)| kept == name) {
                Rndr::remove_attribute(&self.element, name);
            }
        }
        for attribute in &attributes {
            if !self.attributes.contains(attribute) {
                Rndr::set_attribute(&self.element, attribute.0, &attribute.1);
            }
        }
        self.attributes = attributes;
    }

    pub(super) fn write_children(&mut self, children: Vec<Child>) {
        while self.children.len() > children.len() {
            if let Some(mut extra) = self.children.pop() {
                extra.unmount();
            }
        }
        let mut old = self.children.iter_mut();
        let mut added = Vec::new();
        for child in children {
            match old.next() {
                Some(state) => child.write_over(state),
                None => {
                    let mut state = child.build();
                    state.mount(&self.element, None);
                    added.push(state);
                }
            }
        }
        self.children.append(&mut added);
    }
}

impl Child {
    fn write_over(self, state: &mut ChildState) {
        match (self, state) {
            (Child::Text(text), ChildState::Text(node, old)) => {
                if text != *old {
                    Rndr::set_text(node, &text);
                    *old = text;
                }
            }
            (Child::Element(node), ChildState::Element(old)) if node.tag == old.tag => {
                node.rebuild(old);
            }
            (child, state) => {
                let mut new = child.build();
                state.insert_before_this(&mut new);
                state.unmount();
                *state = new;
            }
        }
    }
}

impl Node {
    /// Takes over an element that the page already holds; where it holds something else, makes
    /// the element and puts it there instead.
    pub(super) fn take_over(self, found: types::Node) -> NodeState {
        let Some(element) = types::Element::cast_from(found.clone()) else {
            let mut state = self.build();
            if let Some(parent) = Rndr::get_parent(&found).and_then(types::Element::cast_from) {
                state.mount(&parent, Some(&found));
                Rndr::remove(&found);
            }
            return state;
        };
        let mut next = Rndr::first_child(element.as_ref());
        let mut children = Vec::with_capacity(self.children.len());
        for child in self.children {
            let found = next.take();
            next = found.as_ref().and_then(Rndr::next_sibling);
            children.push(child.take_over(&element, found));
        }
        NodeState {
            listener: self.click.map(|click| Listener::new(&element, click)),
            tag: self.tag,
            attributes: self.attributes,
            element,
            children,
        }
    }
}

impl Child {
    pub(super) fn build(self) -> ChildState {
        match self {
            Child::Element(node) => ChildState::Element(node.build()),
            Child::Text(text) => ChildState::Text(Rndr::create_text_node(&text), text),
        }
    }

    fn take_over(self, parent: &types::Element, found: Option<types::Node>) -> ChildState {
        match (self, found) {
            (Child::Element(node), Some(found)) => ChildState::Element(node.take_over(found)),
            (Child::Text(text), Some(found)) => match types::Text::cast_from(found.clone()) {
                Some(node) => ChildState::Text(node, text),
                None => {
                    let mut state = Child::Text(text).build();
                    state.mount(parent, Some(&found));
                    state
                }
            },
            (child, None) => {
                let mut state = child.build();
                state.mount(parent, None);
                state
            }
        }
    }
}

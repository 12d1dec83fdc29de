//! Elements on the page, and how they are written over.

use super::listener::Listener;
use super::{Child, Element, VNode};
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use std::borrow::Cow;
use std::vec::IntoIter;

/// An element on the page.
pub struct VNodeState {
    pub(super) tag: &'static str,
    pub(super) key: Option<Cow<'static, str>>,
    pub(super) attributes: Vec<(&'static str, Cow<'static, str>)>,
    pub(super) listeners: Vec<Listener>,
    pub(super) children: Vec<ChildState>,
    pub(super) version: Option<usize>,
    pub(super) element: types::Element,
}

pub(super) enum ChildState {
    Element(VNodeState),
    Text(types::Text, Cow<'static, str>),
}

impl VNodeState {
    /// The state of `element`, which shows `made`; its children on the page are `children`.
    pub(super) fn new(
        made: Element,
        element: types::Element,
        children: Vec<ChildState>,
    ) -> VNodeState {
        VNodeState {
            tag: made.tag,
            key: made.key,
            attributes: made.attributes,
            listeners: Listener::renew(Vec::new(), &element, made.handlers),
            children,
            version: None,
            element,
        }
    }

    pub(super) fn write_attributes(&mut self, attributes: Vec<(&'static str, Cow<'static, str>)>) {
        self.follow();
        let mut pairs = self.attributes.iter().zip(&attributes);
        // One by one where they stand alike: most elements of an update do.
        if self.attributes.len() == attributes.len() && pairs.all(|(old, new)| same(old.0, new.0)) {
            for (old, new) in self.attributes.iter().zip(&attributes) {
                if !same(&old.1, &new.1) {
                    self.write_attribute(new.0, &new.1);
                }
            }
        } else {
            for (name, _) in &self.attributes {
                if !attributes.iter().any(|(kept, _)| kept == name) {
                    Rndr::remove_attribute(&self.element, name);
                }
            }
            for attribute in &attributes {
                if !self.attributes.contains(attribute) {
                    self.write_attribute(attribute.0, &attribute.1);
                }
            }
        }
        self.attributes = attributes;
    }

    fn write_attribute(&self, name: &str, value: &str) {
        Rndr::set_attribute(&self.element, name, value);
        // What the reader used does not follow its attribute any more.
        match name {
            "value" => Rndr::set_property(&self.element, "value", &value.into()),
            "selected" => Rndr::set_property(&self.element, "selected", &true.into()),
            _ => {}
        }
    }

    /// Returns true if the reader opened or closed it after the last rendering.
    pub(super) fn is_ahead(&self) -> bool {
        let heard = |listener: &Listener| listener.heard.borrow().toggled.is_some();
        self.listeners.iter().any(heard)
    }

    /// Sets the `open` attribute to the reader's choice, as if it had been rendered.
    fn follow(&mut self) {
        for listener in &self.listeners {
            if let Some(open) = listener.heard.borrow_mut().toggled.take() {
                self.attributes.retain(|(name, _)| *name != "open");
                self.attributes.extend(open.then_some(("open", "".into())));
            }
        }
    }

    /// Writes children over the old ones in their order. One with a key goes to the one of that key,
    /// so that what comes or goes before it does not make it another.
    pub(super) fn write_children(&mut self, children: Vec<Child>) {
        let mut pairs = self.children.iter().zip(&children);
        let stay = self.children.len() == children.len()
            && pairs.all(|(state, child)| state.key() == child.key());
        if stay {
            for (child, state) in children.into_iter().zip(&mut self.children) {
                child.write_over(state);
            }
            return;
        }
        // Sorted: a list of thousands is looked through once a row.
        let mut keys: Vec<String> = children
            .iter()
            .filter_map(|child| child.key().map(str::to_owned))
            .collect();
        keys.sort_unstable();
        let kept = |key: &str| {
            keys.binary_search_by(|known| known.as_str().cmp(key))
                .is_ok()
        };
        let mut old = std::mem::take(&mut self.children).into_iter();
        // Whether the child before was made just now, and so is as its state has it.
        let mut fresh = false;
        for child in children {
            let found = child.old_one(&mut old, &kept);
            let state = match found {
                Some(mut state) => {
                    fresh = false;
                    child.write_over(&mut state);
                    state
                }
                None => {
                    let before = self.children.last().filter(|_| fresh);
                    let mut state = child.build_after(before);
                    fresh = true;
                    match old.as_slice().first() {
                        Some(next) => {
                            next.insert_before_this(&mut state);
                        }
                        None => state.mount(&self.element, None),
                    }
                    state
                }
            };
            self.children.push(state);
        }
        for mut extra in old {
            extra.unmount();
        }
    }
}

/// Returns true if two texts are equal. Most equal texts are constants of the program and have one address.
pub(super) fn same(one: &str, other: &str) -> bool {
    std::ptr::eq(one, other) || one == other
}

impl ChildState {
    fn key(&self) -> Option<&str> {
        match self {
            ChildState::Element(state) => state.key.as_deref(),
            ChildState::Text(..) => None,
        }
    }
}

impl Child {
    fn key(&self) -> Option<&str> {
        match self {
            Child::Element(node) => node.0.key.as_deref(),
            Child::Text(_) => None,
        }
    }

    /// The old child that this one is written over, where it is next; what is in its way is taken off
    /// the page: those whose keys are not kept, and those without a key before the one of its key.
    fn old_one(
        &self,
        old: &mut IntoIter<ChildState>,
        kept: &dyn Fn(&str) -> bool,
    ) -> Option<ChildState> {
        let left = old.as_slice();
        let is_its = |state: &ChildState| state.key() == self.key();
        let mut keyed = left.iter().filter(|state| state.key().is_some_and(kept));
        let makes_way = self.key().is_some() && keyed.next().is_some_and(is_its);
        let in_way = |state: &&ChildState| match state.key() {
            Some(key) => !kept(key),
            None => makes_way,
        };
        let extras = left.iter().take_while(in_way).count();
        let found = left.get(extras).is_some_and(is_its);
        for mut extra in old.by_ref().take(extras) {
            extra.unmount();
        }
        if found { old.next() } else { None }
    }

    fn write_over(self, state: &mut ChildState) {
        match (self, state) {
            (Child::Text(text), ChildState::Text(node, old)) => {
                if !same(&text, old) {
                    Rndr::set_text(node, &text);
                    *old = text;
                }
            }
            (Child::Element(node), ChildState::Element(old)) if node.0.tag == old.tag => {
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

impl VNode {
    /// Takes over an element that the page already holds; where it holds something else, makes
    /// the element and puts it there instead.
    pub(super) fn hydrate_from(self, found: types::Node) -> VNodeState {
        let (node, version) = self.resolve();
        VNodeState {
            version,
            ..node.hydrate_resolved(found)
        }
    }

    fn hydrate_resolved(self, found: types::Node) -> VNodeState {
        let Some(element) = types::Element::cast_from(found.clone()) else {
            let mut state = self.build();
            if let Some(parent) = Rndr::get_parent(&found).and_then(types::Element::cast_from) {
                state.mount(&parent, Some(&found));
                Rndr::remove(&found);
            }
            return state;
        };
        let mut next = Rndr::first_child(element.as_ref());
        let mut made = *self.0;
        let mut children = Vec::with_capacity(made.children.len());
        for child in std::mem::take(&mut made.children) {
            let found = next.take();
            next = found.as_ref().and_then(Rndr::next_sibling);
            children.push(child.hydrate_from(&element, found));
        }
        VNodeState::new(made, element, children)
    }
}

impl Child {
    pub(super) fn build(self) -> ChildState {
        match self {
            Child::Element(node) => ChildState::Element(node.build()),
            Child::Text(text) => ChildState::Text(Rndr::create_text_node(&text), text),
        }
    }

    fn hydrate_from(self, parent: &types::Element, found: Option<types::Node>) -> ChildState {
        match (self, found) {
            (Child::Element(node), Some(found)) => ChildState::Element(node.hydrate_from(found)),
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

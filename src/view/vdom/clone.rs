//! Elements that are copied from the one before them: a list of a thousand rows of one form is made by
//! copying the last row and writing what differs, which takes far fewer calls into the browser.

use super::patch::{ChildState, VNodeState, same};
use super::{Child, VNode};
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::Render;

impl VNode {
    /// The children on the page; each is mounted by whoever asks for them.
    pub(super) fn build_all(children: Vec<Child>) -> Vec<ChildState> {
        let mut built: Vec<ChildState> = Vec::with_capacity(children.len());
        for child in children {
            let state = child.build_after(built.last());
            built.push(state);
        }
        built
    }

    /// Returns true if an element on the page has the same structure, whatever its texts and values are.
    fn is_like(&self, state: &VNodeState) -> bool {
        self.fits(state, false)
    }

    /// Returns true if an element on the page shows the same.
    pub(super) fn is_same(&self, state: &VNodeState) -> bool {
        self.fits(state, true)
    }

    fn fits(&self, state: &VNodeState, says_the_same: bool) -> bool {
        let says = |one: &str, other: &str| !says_the_same || same(one, other);
        let mut attributes = self.0.attributes.iter().zip(&state.attributes);
        // From the last one, and before attributes: what new data changes are figures, which stand behind names.
        let mut children = self.0.children.iter().zip(&state.children).rev();
        self.0.lazy.is_none()
            && state.version.is_none()
            && !(says_the_same && state.is_ahead())
            && self.0.tag == state.tag
            && self.0.attributes.len() == state.attributes.len()
            && self.0.children.len() == state.children.len()
            && children.all(|pair| match pair {
                (Child::Element(node), ChildState::Element(state)) => {
                    node.fits(state, says_the_same)
                }
                (Child::Text(text), ChildState::Text(_, old)) => says(text, old),
                _ => false,
            })
            && attributes.all(|(one, other)| same(one.0, other.0) && says(&one.1, &other.1))
    }

    fn build_like(self, last: &VNodeState) -> VNodeState {
        let copy = last.element.clone_node_with_deep(true).ok();
        match copy.and_then(types::Element::cast_from) {
            Some(element) => self.write_copy(last, element),
            None => self.build(),
        }
    }

    /// Writes what differs into a copy of the element of `last`.
    fn write_copy(self, last: &VNodeState, element: types::Element) -> VNodeState {
        let mut made = *self.0;
        for (attribute, other) in made.attributes.iter().zip(&last.attributes) {
            if !same(&attribute.1, &other.1) {
                Rndr::set_attribute(&element, attribute.0, &attribute.1);
            }
        }
        let mut next = None;
        let new = std::mem::take(&mut made.children);
        let mut children = Vec::with_capacity(new.len());
        for (child, last) in new.into_iter().zip(&last.children) {
            let found = match next.take() {
                None => Rndr::first_child(element.as_ref()),
                Some(before) => Rndr::next_sibling(&before),
            };
            next = found.clone();
            children.extend(found.and_then(|found| child.write_copy(last, found)));
        }
        VNodeState::new(made, element, children)
    }
}

impl Child {
    /// The child on the page: a copy of the one before it, where that was made just now and is of one
    /// form with it.
    pub(super) fn build_after(self, before: Option<&ChildState>) -> ChildState {
        match (self, before) {
            (Child::Element(node), Some(ChildState::Element(last))) if node.is_like(last) => {
                ChildState::Element(node.build_like(last))
            }
            (child, _) => child.build(),
        }
    }

    fn write_copy(self, last: &ChildState, copy: types::Node) -> Option<ChildState> {
        match (self, last) {
            (Child::Element(node), ChildState::Element(last)) => {
                let element = types::Element::cast_from(copy)?;
                Some(ChildState::Element(node.write_copy(last, element)))
            }
            (Child::Text(text), ChildState::Text(_, last)) => {
                let node = types::Text::cast_from(copy)?;
                if !same(&text, last) {
                    Rndr::set_text(&node, &text);
                }
                Some(ChildState::Text(node, text))
            }
            _ => None,
        }
    }
}

//! Elements on the page, and how they are written over.

use super::{Child, Handler, Node};
use leptos::prelude::event_target_value;
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

/// An element on the page.
pub struct NodeState {
    pub(super) tag: &'static str,
    pub(super) key: Option<Cow<'static, str>>,
    pub(super) attributes: Vec<(&'static str, Cow<'static, str>)>,
    pub(super) listeners: Vec<Listener>,
    pub(super) children: Vec<ChildState>,
    pub(super) version: Option<usize>,
    pub(super) element: types::Element,
}

pub(super) enum ChildState {
    Element(NodeState),
    Text(types::Text, Cow<'static, str>),
}

/// A listener whose handler can be exchanged; dropping it takes it off its element.
pub(super) struct Listener {
    handler: Rc<RefCell<Handler>>,
    event: &'static str,
    _remove: RemoveEventHandler<types::Element>,
}

impl Handler {
    fn event(&self) -> &'static str {
        match self {
            Handler::Click(_) => "click",
            Handler::Input(_) => "input",
            Handler::Toggle(_) => "toggle",
            #[cfg(feature = "observers")]
            Handler::Gesture(gesture) => gesture.event(),
        }
    }
}

impl Handler {
    fn run(&self, element: &types::Element, event: &types::Event) {
        match self {
            Handler::Click(click) => click(),
            Handler::Input(input) => input(event_target_value(event)),
            Handler::Toggle(toggle) => toggle(element.has_attribute("open")),
            #[cfg(feature = "observers")]
            Handler::Gesture(gesture) => gesture.run(element, event),
        }
    }
}

impl Listener {
    fn new(element: &types::Element, handler: Handler) -> Listener {
        let event = handler.event();
        let handler = Rc::new(RefCell::new(handler));
        let now = Rc::clone(&handler);
        let target = element.clone();
        let listen = move |event: types::Event| {
            // Cloned first: the handler may redraw, and so exchange itself.
            let handler = now.borrow().clone();
            handler.run(&target, &event);
        };
        Listener {
            handler,
            event,
            _remove: Rndr::add_event_listener(element, event, Box::new(listen)),
        }
    }

    /// The element's listeners for handlers: those that it has where they listen to the same.
    pub(super) fn renew(
        old: Vec<Listener>,
        element: &types::Element,
        handlers: Vec<Handler>,
    ) -> Vec<Listener> {
        let mut old = old.into_iter();
        let renewed = handlers.into_iter().map(|handler| match old.next() {
            Some(listener) if listener.event == handler.event() => {
                *listener.handler.borrow_mut() = handler;
                listener
            }
            _ => Listener::new(element, handler),
        });
        renewed.collect()
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
                // What the reader used does not follow its attribute any more.
                match attribute.0 {
                    "value" => {
                        Rndr::set_property(&self.element, "value", &(&*attribute.1).into());
                    }
                    "selected" => Rndr::set_property(&self.element, "selected", &true.into()),
                    _ => {}
                }
            }
        }
        self.attributes = attributes;
    }

    /// Writes children over the old ones in their order. One with a key goes to the one of that key,
    /// so that what comes or goes before it does not make it another.
    pub(super) fn write_children(&mut self, children: Vec<Child>) {
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
        let gone = |state: &ChildState| state.key().is_some_and(|key| !kept(key));
        let old = std::mem::take(&mut self.children);
        let mut old = old.into_iter().peekable();
        for child in children {
            while let Some(mut extra) = old.next_if(gone) {
                extra.unmount();
            }
            let state = match old.next_if(|state| state.key() == child.key()) {
                Some(mut state) => {
                    child.write_over(&mut state);
                    state
                }
                None => {
                    let mut state = child.build();
                    match old.peek() {
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

    fn write_over(self, state: &mut ChildState) {
        match (self, state) {
            (Child::Text(text), ChildState::Text(node, old)) => {
                if text != *old {
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

impl Node {
    /// Takes over an element that the page already holds; where it holds something else, makes
    /// the element and puts it there instead.
    pub(super) fn take_over(self, found: types::Node) -> NodeState {
        let (node, version) = self.made();
        NodeState {
            version,
            ..node.take_over_made(found)
        }
    }

    fn take_over_made(self, found: types::Node) -> NodeState {
        let Some(element) = types::Element::cast_from(found.clone()) else {
            let mut state = self.build();
            if let Some(parent) = Rndr::get_parent(&found).and_then(types::Element::cast_from) {
                state.mount(&parent, Some(&found));
                Rndr::remove(&found);
            }
            return state;
        };
        let mut next = Rndr::first_child(element.as_ref());
        let made = *self.0;
        let mut children = Vec::with_capacity(made.children.len());
        for child in made.children {
            let found = next.take();
            next = found.as_ref().and_then(Rndr::next_sibling);
            children.push(child.take_over(&element, found));
        }
        NodeState {
            listeners: Listener::renew(Vec::new(), &element, made.handlers),
            tag: made.tag,
            key: made.key,
            attributes: made.attributes,
            element,
            children,
            version: None,
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

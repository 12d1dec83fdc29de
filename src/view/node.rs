//! One type of element for all views.
//!
//! leptos's own elements have a type for every combination of tag, attributes and children, and
//! each type brings its own code for building and for updating. Views that are drawn from a
//! finished layout need none of that: here one piece of code serves every element, which makes the
//! embed smaller (docs/dependencies.md has the figures). A [`Node`] is a leptos view like any
//! other: an update writes only the texts and attributes that differ.

use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr, types};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// What happens when an element is clicked, by pointer or by key.
type Click = Arc<dyn Fn() + Send + Sync>;

/// An element with its attributes and children.
pub struct Node {
    tag: &'static str,
    namespace: Option<&'static str>,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    click: Option<Click>,
    children: Vec<Child>,
}

enum Child {
    Element(Node),
    Text(Cow<'static, str>),
}

/// Elements without an end tag.
const VOID: &[&str] = &["img", "input", "br", "hr"];

/// An HTML element.
pub(crate) fn el(tag: &'static str) -> Node {
    Node {
        tag,
        namespace: None,
        attributes: Vec::new(),
        click: None,
        children: Vec::new(),
    }
}

/// An SVG element.
pub(crate) fn svg(tag: &'static str) -> Node {
    Node {
        namespace: Some("http://www.w3.org/2000/svg"),
        ..el(tag)
    }
}

impl Node {
    pub(crate) fn attr(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Node {
        self.attributes.push((name, value.into()));
        self
    }

    /// The attribute, where there is a value for it.
    pub(crate) fn maybe(self, name: &'static str, value: Option<String>) -> Node {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    pub(crate) fn class(self, class: &'static str) -> Node {
        self.attr("class", class)
    }

    pub(crate) fn part(self, part: &'static str) -> Node {
        self.attr("part", part)
    }

    pub(crate) fn on_click(mut self, click: Click) -> Node {
        self.click = Some(click);
        self
    }

    /// A text, joined to the one before it: HTML knows no border between them.
    pub(crate) fn text(mut self, text: impl Into<Cow<'static, str>>) -> Node {
        let text = text.into();
        match self.children.last_mut() {
            Some(Child::Text(before)) => before.to_mut().push_str(&text),
            _ if text.is_empty() => {}
            _ => self.children.push(Child::Text(text)),
        }
        self
    }

    pub(crate) fn child(mut self, child: Node) -> Node {
        self.children.push(Child::Element(child));
        self
    }

    /// Several children, or one that may not be there.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = Node>) -> Node {
        for child in children {
            self.children.push(Child::Element(child));
        }
        self
    }

    fn write(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.tag);
        for (name, value) in &self.attributes {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        if VOID.contains(&self.tag) {
            return;
        }
        for child in &self.children {
            match child {
                Child::Element(node) => node.write(html),
                Child::Text(text) => escape(text, html),
            }
        }
        html.push_str("</");
        html.push_str(self.tag);
        html.push('>');
    }

    /// Takes over an element that the page already holds; where it holds something else, makes
    /// the element and puts it there instead.
    fn take_over(self, found: types::Node) -> NodeState {
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
    fn build(self) -> ChildState {
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

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

/// An element on the page.
pub struct NodeState {
    tag: &'static str,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    listener: Option<Listener>,
    children: Vec<ChildState>,
    element: types::Element,
}

enum ChildState {
    Element(NodeState),
    Text(types::Text, Cow<'static, str>),
}

/// A click listener whose action can be exchanged; dropping it takes it off its element.
struct Listener {
    click: Rc<RefCell<Click>>,
    _remove: RemoveEventHandler<types::Element>,
}

impl Listener {
    fn new(element: &types::Element, click: Click) -> Listener {
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
    fn write_attributes(&mut self, attributes: Vec<(&'static str, Cow<'static, str>)>) {
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

    fn write_children(&mut self, children: Vec<Child>) {
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

impl Render for Node {
    type State = NodeState;

    fn build(self) -> NodeState {
        let element = Rndr::create_element(self.tag, self.namespace);
        for (name, value) in &self.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        let mut children: Vec<ChildState> = self.children.into_iter().map(Child::build).collect();
        for child in &mut children {
            child.mount(&element, None);
        }
        NodeState {
            tag: self.tag,
            attributes: self.attributes,
            listener: self.click.map(|click| Listener::new(&element, click)),
            children,
            element,
        }
    }

    fn rebuild(self, state: &mut NodeState) {
        if self.tag != state.tag {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        state.write_attributes(self.attributes);
        match (self.click, &state.listener) {
            (Some(click), Some(listener)) => *listener.click.borrow_mut() = click,
            (click, _) => {
                state.listener = click.map(|click| Listener::new(&state.element, click));
            }
        }
        state.write_children(self.children);
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

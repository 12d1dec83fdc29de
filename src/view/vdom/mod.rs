//! One type of element for all views.
//!
//! leptos's own elements have a type for every combination of tag, attributes and children, and
//! each type brings its own code for building and for updating. Views that are drawn from a
//! finished layout need none of that: here one piece of code serves every element, which makes the
//! embed smaller (docs/decisions/0002 has the figures). A [`VNode`] is a leptos view like any
//! other: an update writes only the texts and attributes that differ.

#[cfg(feature = "leptos")]
mod clone;
mod gesture;
mod handler;
#[cfg(feature = "leptos")]
mod leptos_impls;
#[cfg(feature = "leptos")]
mod listener;
#[cfg(feature = "leptos")]
mod patch;
#[cfg(feature = "leptos")]
mod root;

pub use handler::Handler;
#[cfg(feature = "leptos")]
pub use root::Root;
use std::borrow::Cow;
use std::sync::Arc;
use std::sync::{Mutex, PoisonError};

/// An element with its attributes and children; a pointer wide, since every step of building one hands
/// it on.
pub struct VNode(Box<Element>);

struct Element {
    tag: &'static str,
    key: Option<Cow<'static, str>>,
    namespace: Option<&'static str>,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    handlers: Vec<Handler>,
    children: Vec<Child>,
    lazy: Option<Lazy>,
    skip_if_unchanged: bool,
}

/// An element that is made only where another version of it is on the page.
struct Lazy {
    version: usize,
    make: Arc<dyn Fn() -> VNode + Send + Sync>,
}

enum Child {
    Element(VNode),
    Text(Cow<'static, str>),
}

/// The child of an element, as other writers see it.
pub(crate) enum ChildRef<'a> {
    Element(&'a VNode),
    Text(&'a str),
}

/// Elements without an end tag.
const VOID: &[&str] = &["img", "input", "br", "hr", "link"];

/// Begins an HTML element with this tag.
pub(crate) fn el(tag: &'static str) -> VNode {
    element(tag, None)
}

/// Not inlined: there are hundreds of calls, and each would bring all of these fields.
#[inline(never)]
fn element(tag: &'static str, namespace: Option<&'static str>) -> VNode {
    VNode(Box::new(Element {
        tag,
        key: None,
        namespace,
        attributes: Vec::new(),
        handlers: Vec::new(),
        children: Vec::new(),
        lazy: None,
        skip_if_unchanged: false,
    }))
}

/// A number that no other version has.
pub(crate) fn new_version() -> usize {
    static LAST: Mutex<usize> = Mutex::new(0);
    // What a broken lock holds is a number all the same.
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    *last = last.wrapping_add(1);
    *last
}

/// An HTML element that is made and written only where another version of it is on the page.
pub(crate) fn memoized(
    tag: &'static str,
    version: usize,
    make: impl Fn() -> VNode + Send + Sync + 'static,
) -> VNode {
    let mut node = el(tag);
    node.0.lazy = Some(Lazy {
        version,
        make: Arc::new(make),
    });
    node
}

/// Begins an SVG element with this tag.
pub(crate) fn svg(tag: &'static str) -> VNode {
    element(tag, Some("http://www.w3.org/2000/svg"))
}

impl VNode {
    pub(crate) fn attr(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> VNode {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// The attribute, where there is a value for it.
    pub(crate) fn maybe(self, name: &'static str, value: Option<String>) -> VNode {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Keeps the element itself (its focus, what was typed into it) whatever comes and goes beside it;
    /// `key` is its name among its siblings.
    pub(crate) fn key(mut self, key: impl Into<Cow<'static, str>>) -> VNode {
        self.0.key = Some(key.into());
        self
    }

    /// Leaves the element as it stands on the page wherever it would show the same: what it does when it
    /// is used must follow from what it shows.
    pub(crate) fn skip_if_unchanged(mut self) -> VNode {
        self.0.skip_if_unchanged = true;
        self
    }

    pub(crate) fn class(self, class: &'static str) -> VNode {
        self.attr("class", class)
    }

    pub(crate) fn part(self, part: &'static str) -> VNode {
        self.attr("part", part)
    }

    /// A text, joined to the one before it: HTML knows no border between them.
    pub(crate) fn text(mut self, text: impl Into<Cow<'static, str>>) -> VNode {
        let text = text.into();
        match self.0.children.last_mut() {
            Some(Child::Text(before)) => before.to_mut().push_str(&text),
            _ if text.is_empty() => {}
            _ => self.0.children.push(Child::Text(text)),
        }
        self
    }

    pub(crate) fn child(mut self, child: VNode) -> VNode {
        self.push(child);
        self
    }

    // Not inlined: hundreds of calls would each bring the growth of a list.
    #[inline(never)]
    fn push(&mut self, child: VNode) {
        self.0.children.push(Child::Element(child));
    }

    /// Several children, or one that may not be there.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = VNode>) -> VNode {
        for child in children {
            self.push(child);
        }
        self
    }

    /// The element, where anything is in it.
    pub(crate) fn unless_empty(self) -> Option<VNode> {
        (!self.0.children.is_empty()).then_some(self)
    }

    /// A link to a sheet of styles.
    pub(crate) fn style_link(address: String) -> VNode {
        el("link").attr("rel", "stylesheet").attr("href", address)
    }

    /// How many elements there are in it.
    pub(crate) fn descendants(&self) -> usize {
        if let Some(lazy) = &self.0.lazy {
            return (lazy.make)().descendants();
        }
        let elements = self.0.children.iter().map(|child| match child {
            Child::Element(node) => node.descendants().saturating_add(1),
            Child::Text(_) => 0,
        });
        elements.sum()
    }

    pub(crate) fn tag(&self) -> &'static str {
        self.0.tag
    }

    pub(crate) fn is_svg(&self) -> bool {
        self.0.namespace.is_some()
    }

    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0
            .attributes
            .iter()
            .map(|(name, value)| (*name, &**value))
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes();
        let found = attributes.find(|(known, _)| *known == name);
        found.map(|(_, value)| value)
    }

    pub(crate) fn iter_children(&self) -> impl Iterator<Item = ChildRef<'_>> {
        self.0.children.iter().map(|child| match child {
            Child::Element(node) => ChildRef::Element(node),
            Child::Text(text) => ChildRef::Text(text),
        })
    }

    /// The version of a lazy element: equal versions have equal content. `None` for any other element.
    pub fn version(&self) -> Option<usize> {
        self.0.lazy.as_ref().map(|lazy| lazy.version)
    }

    /// The element that is made only where it is needed.
    pub(crate) fn resolved(&self) -> Option<VNode> {
        self.0.lazy.as_ref().map(|lazy| (lazy.make)())
    }

    /// The element as HTML text.
    pub(crate) fn html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        if let Some(lazy) = &self.0.lazy {
            return (lazy.make)().write(html);
        }
        html.push('<');
        html.push_str(self.0.tag);
        for (name, value) in &self.0.attributes {
            push_attribute(name, value, html);
        }
        self.write_rest(html);
    }

    /// Writes the element from the end of its start tag on.
    fn write_rest(&self, html: &mut String) {
        html.push('>');
        if VOID.contains(&self.0.tag) {
            return;
        }
        for child in &self.0.children {
            match child {
                Child::Element(node) => node.write(html),
                Child::Text(text) => escape(text, html),
            }
        }
        html.push_str("</");
        html.push_str(self.0.tag);
        html.push('>');
    }
}

fn push_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, html);
    html.push('"');
}

/// Writes a text so that HTML takes it for one, in an element and in an attribute.
pub(crate) fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    let is_special = |byte| matches!(byte, b'&' | b'<' | b'>' | b'"');
    // As a whole up to where one has to be written otherwise: most texts hold none.
    while let Some(at) = rest.bytes().position(is_special) {
        let (plain, special) = rest.split_at(at);
        html.push_str(plain);
        html.push_str(match special.as_bytes() {
            [b'&', ..] => "&amp;",
            [b'<', ..] => "&lt;",
            [b'>', ..] => "&gt;",
            _ => "&quot;",
        });
        rest = special.get(1..).unwrap_or_default();
    }
    html.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_one_in_an_element_and_in_an_attribute() {
        let text = "\"Жас\" <b> & more";
        let node = el("p").attr("title", text).text(text).html();
        let escaped = "&quot;Жас&quot; &lt;b&gt; &amp; more";
        assert_eq!(node, format!("<p title=\"{escaped}\">{escaped}</p>"));
    }
}

//! An HTML page as a browser's parser sees it, with the place in its text of each part.
//!
//! The tokenizer (html5gum) knows where things stand, the tree builder (html5ever) what they are part
//! of, by the rules of the HTML standard: implied and misnested tags, scripts, templates, SVG. Nothing
//! is ever written from the tree: changes replace parts of the text of a page.
//!
//! ```
//! use election_widgets::page::Page;
//! let text = "<p lang=ru>One<p lang=kk><b class='a&amp;b'>two</b>";
//! let page = Page::parse(text);
//! let bold = page.elements().find(|element| element.name() == "b").expect("it is there");
//! assert_eq!(bold.attribute("class"), Some("a&b"));
//! assert_eq!(bold.ancestors().find_map(|around| around.attribute("lang")), Some("kk"));
//! assert_eq!(text.get(bold.start_tag()), Some("<b class='a&amp;b'>"));
//! ```

mod limits;
mod tokens;
mod tree;

use std::ops::Range;
use tree::NodeKind;

/// A page that was read.
pub struct Page {
    nodes: Vec<tree::Node>,
    charset: Option<String>,
    limit: Option<Limit>,
}

/// The limit that a page exceeds, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The byte of the page at which it was no longer read.
    pub place: usize,
    /// The limit in words.
    pub message: String,
}

/// An element of a page that the page itself has a start tag for.
#[derive(Clone, Copy)]
pub struct Element<'a> {
    page: &'a Page,
    id: usize,
    node: &'a tree::Node,
}

impl Page {
    /// Reads a page, or a part of one. Any text is a page, as long as it keeps the limits: see [`Page::limit`].
    pub fn parse(text: &str) -> Page {
        tokens::read(text)
    }

    /// The character encoding that the page says it is in.
    pub fn charset(&self) -> Option<&str> {
        self.charset.as_deref()
    }

    /// The limit that the page exceeds. What comes after that place was not read.
    pub fn limit(&self) -> Option<&Limit> {
        self.limit.as_ref()
    }

    /// The page's elements, in the order of their start tags.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        let ids = 0..self.nodes.len();
        ids.filter_map(|id| {
            self.element(id)
                .filter(|element| element.node.open.is_some())
        })
    }

    fn element(&self, id: usize) -> Option<Element<'_>> {
        let node = self.nodes.get(id)?;
        let is_element = matches!(node.kind, NodeKind::Element(_));
        is_element.then_some(Element {
            page: self,
            id,
            node,
        })
    }
}

impl<'a> Element<'a> {
    /// The name in lower case; empty for what is no HTML: a part of an SVG picture.
    pub fn name(&self) -> &'a str {
        match &self.node.kind {
            NodeKind::Element(name) if name.ns == html5ever::ns!(html) => &name.local,
            _ => "",
        }
    }

    /// An attribute's value, with character references read.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut attributes = self.node.attributes.iter();
        let found = attributes.find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Returns the range of the start tag.
    pub fn start_tag(&self) -> Range<usize> {
        self.node.open.clone().unwrap_or_default()
    }

    /// Returns the range of its content, without its tags.
    pub fn inside(&self) -> Option<Range<usize>> {
        let end = self.node.close.as_ref()?;
        Some(self.node.open.as_ref()?.end..end.start)
    }

    /// Returns the range of the element with its tags.
    pub fn whole(&self) -> Option<Range<usize>> {
        let end = self.node.close.as_ref()?;
        Some(self.node.open.as_ref()?.start..end.end)
    }

    /// Returns true if it contains text of its own other than white space.
    pub fn has_text(&self) -> bool {
        self.node.has_text
    }

    /// The elements directly in it.
    pub fn children(&self) -> impl Iterator<Item = Element<'a>> + use<'a> {
        let page = self.page;
        let ids = self.node.children.iter();
        ids.filter_map(|id| page.element(*id))
    }

    /// Itself and the elements around it, from the inside out; those of a template too, in which what
    /// it holds stands.
    pub fn ancestors(&self) -> impl Iterator<Item = Element<'a>> + use<'a> {
        let page = self.page;
        let mut next = Some(self.id);
        std::iter::from_fn(move || {
            loop {
                let id = next?;
                next = page.nodes.get(id).and_then(|node| node.parent);
                if let Some(element) = page.element(id) {
                    return Some(element);
                }
            }
        })
    }
}

/// The number of the line, from one, in which a byte of a text stands.
pub fn line_at(text: &str, place: usize) -> usize {
    Lines::of(text).at(place)
}

/// The lines of a text, found once for many questions.
pub struct Lines(Vec<usize>);

impl Lines {
    /// The lines of this text.
    pub fn of(text: &str) -> Lines {
        let bytes = text.bytes().enumerate();
        Lines(
            bytes
                .filter_map(|(place, byte)| (byte == b'\n').then_some(place))
                .collect(),
        )
    }

    /// The number of the line, from one, in which a byte stands.
    pub fn at(&self, place: usize) -> usize {
        1 + self.0.partition_point(|end| *end < place)
    }
}

//! The tree that html5ever builds: as much of it as is asked for, and where it stands in the text.

use super::limits::{Exceeded, MAX_ATTRIBUTES, MAX_DEPTH, MAX_NODES};
use html5ever::interface::{Attribute, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::interface::{ElemName, QualName};
use html5ever::tendril::StrTendril;
use html5ever::{LocalName, Namespace};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::ops::Range;

/// The kind of a node in a page.
pub(super) enum NodeKind {
    Document,
    Element(QualName),
    /// The content of a template, which is no part of the page.
    Contents,
    Comment,
}

/// A part of the page. Texts are none: an element knows whether it has any.
pub(super) struct Node {
    pub(super) kind: NodeKind,
    pub(super) parent: Option<usize>,
    /// How many elements were around it when it was put into the page.
    depth: usize,
    pub(super) children: Vec<usize>,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) has_text: bool,
    /// True if the end of the element is needed: custom elements, scripts, templates, and elements with an attribute
    /// `data-...`.
    is_followed: bool,
    /// Its start tag in the text; `None` if the parser had to make the element up.
    pub(super) open: Option<Range<usize>>,
    /// Its end tag; `None` if it has none.
    pub(super) close: Option<Range<usize>>,
}

/// The start tag that the builder receives now.
pub(super) struct Token {
    pub(super) name: LocalName,
    pub(super) at: Range<usize>,
}

pub(super) struct Tree {
    nodes: RefCell<Vec<Node>>,
    now: RefCell<Option<Token>>,
    /// The names of elements whose ends are asked for.
    followed: RefCell<HashSet<LocalName>>,
    exceeded: Cell<Option<Exceeded>>,
}

const DOCUMENT: usize = 0;

impl Node {
    fn new(kind: NodeKind, parent: Option<usize>) -> Node {
        Node {
            kind,
            parent,
            depth: 0,
            children: Vec::new(),
            attributes: Vec::new(),
            has_text: false,
            is_followed: false,
            open: None,
            close: None,
        }
    }
}

impl Tree {
    pub(super) fn new() -> Tree {
        Tree {
            nodes: RefCell::new(vec![Node::new(NodeKind::Document, None)]),
            now: RefCell::new(None),
            followed: RefCell::new(HashSet::new()),
            exceeded: Cell::new(None),
        }
    }

    /// The limit that the page has exceeded so far.
    pub(super) fn exceeded(&self) -> Option<Exceeded> {
        self.exceeded.get()
    }

    /// Announces the start tag that the builder is sent next.
    pub(super) fn at(&self, token: Option<Token>) {
        *self.now.borrow_mut() = token;
    }

    /// Returns true if an element with this name may be open whose end is needed.
    pub(super) fn follows(&self, name: &LocalName) -> bool {
        self.followed.borrow().contains(name)
    }

    /// Returns true if an element has this name and its end is needed.
    pub(super) fn is_followed(&self, id: usize, name: &LocalName) -> bool {
        let nodes = self.nodes.borrow();
        nodes.get(id).is_some_and(|node| match &node.kind {
            NodeKind::Element(known) => known.local == *name && node.is_followed,
            _ => false,
        })
    }

    pub(super) fn close(&self, id: usize, at: Range<usize>) {
        self.change(id, |node| node.close = Some(at));
    }

    pub(super) fn finished(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn add(&self, node: Node) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        if nodes.len() >= MAX_NODES {
            self.exceeded.set(Some(Exceeded::Nodes));
        }
        nodes.push(node);
        nodes.len().saturating_sub(1)
    }

    fn change(&self, id: usize, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.borrow_mut().get_mut(id) {
            change(node);
        }
    }

    fn parent(&self, id: usize) -> Option<usize> {
        self.nodes.borrow().get(id).and_then(|node| node.parent)
    }

    fn depth(&self, id: usize) -> usize {
        self.nodes.borrow().get(id).map_or(0, |node| node.depth)
    }

    /// Puts `child` into `parent`, before a child of it or at the end.
    fn insert(&self, parent: usize, before: Option<usize>, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendNode(child) => child,
            NodeOrText::AppendText(text) => {
                let says = text.chars().any(|c| !c.is_whitespace());
                return self.change(parent, |node| node.has_text |= says);
            }
        };
        self.remove_from_parent(&child);
        let depth = self.depth(parent) + 1;
        if depth > MAX_DEPTH {
            self.exceeded.set(Some(Exceeded::Depth));
        }
        self.change(child, |node| {
            node.parent = Some(parent);
            node.depth = depth;
        });
        self.change(parent, |node| {
            // From the end: what the parser moves was put there a moment ago.
            let place = before.and_then(|before| last_place(&node.children, before));
            node.children
                .insert(place.unwrap_or(node.children.len()), child);
        });
    }
}

fn last_place(children: &[usize], wanted: usize) -> Option<usize> {
    children.iter().rposition(|id| *id == wanted)
}

/// An element's name, as the builder asks for it.
#[derive(Debug)]
pub(super) struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

fn plain(attribute: Attribute) -> (String, String) {
    (
        attribute.name.local.to_string(),
        attribute.value.to_string(),
    )
}

impl TreeSink for Tree {
    type Handle = usize;
    type Output = Tree;
    type ElemName<'a> = Name;

    fn finish(self) -> Tree {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Name {
        let nodes = self.nodes.borrow();
        match nodes.get(*target).map(|node| &node.kind) {
            Some(NodeKind::Element(name)) => Name(name.clone()),
            _ => Name(QualName::new(
                None,
                Namespace::default(),
                LocalName::default(),
            )),
        }
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> usize {
        let now = self.now.borrow();
        // Elements that the parser makes up bear other names than the tag that makes it do so.
        let token = now
            .as_ref()
            .filter(|token| token.name.eq_ignore_ascii_case(&name.local));
        let attributes: Vec<_> = attributes.into_iter().map(plain).collect();
        let is_followed = name.local.contains('-')
            || ["script", "template"].contains(&&*name.local)
            || attributes.iter().any(|(name, _)| name.starts_with("data-"));
        if is_followed && !self.follows(&name.local) {
            self.followed.borrow_mut().insert(name.local.clone());
        }
        let id = self.add(Node {
            attributes,
            is_followed,
            open: token.map(|token| token.at.clone()),
            ..Node::new(NodeKind::Element(name), None)
        });
        if flags.template {
            let contents = self.add(Node::new(NodeKind::Contents, Some(id)));
            self.change(id, |node| node.children.push(contents));
        }
        id
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Node::new(NodeKind::Comment, None))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Node::new(NodeKind::Comment, None))
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.insert(*parent, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        match self.parent(*element) {
            Some(parent) => self.insert(parent, Some(*element), child),
            None => self.insert(*previous, None, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        let nodes = self.nodes.borrow();
        let first = nodes.get(*target).and_then(|node| node.children.first());
        first.copied().unwrap_or(*target)
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, node: NodeOrText<usize>) {
        if let Some(parent) = self.parent(*sibling) {
            self.insert(parent, Some(*sibling), node);
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Attribute>) {
        self.change(*target, |node| {
            for (name, value) in attributes.into_iter().map(plain) {
                if node.attributes.len() > MAX_ATTRIBUTES {
                    self.exceeded.set(Some(Exceeded::Attributes));
                } else if !node.attributes.iter().any(|(known, _)| *known == name) {
                    node.attributes.push((name, value));
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &usize) {
        if let Some(parent) = self.parent(*target) {
            self.change(parent, |node| {
                if let Some(place) = last_place(&node.children, *target) {
                    node.children.remove(place);
                }
            });
            self.change(*target, |node| node.parent = None);
        }
    }

    fn reparent_children(&self, node: &usize, to: &usize) {
        let mut children = Vec::new();
        let mut has_text = false;
        self.change(*node, |node| {
            children = std::mem::take(&mut node.children);
            has_text = std::mem::take(&mut node.has_text);
        });
        self.change(*to, |node| node.has_text |= has_text);
        for child in children {
            self.change(child, |node| node.parent = Some(*to));
            self.change(*to, |node| node.children.push(child));
        }
    }

    fn allow_declarative_shadow_roots(&self, _: &usize) -> bool {
        // A root's template is to be seen, not taken away.
        false
    }
}

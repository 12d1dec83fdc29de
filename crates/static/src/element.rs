//! HTML text as a tree of elements.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

/// An element with its attributes and children.
#[derive(Default)]
pub(crate) struct Element {
    pub(crate) tag: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Child>,
}

/// A child of an element.
pub(crate) enum Child {
    Element(Element),
    Text(String),
}

/// Elements that have no end tag.
pub(crate) const VOID: [&str; 5] = ["img", "input", "br", "hr", "link"];

impl Element {
    /// The value of an attribute; empty without one.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Returns true if the element has this class.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").split(' ').any(|one| one == class)
    }
}

/// Reads HTML whose elements all have their end tags, as a serializer writes it; the result is a nameless element around
/// it.
pub(crate) fn read(html: &str) -> Element {
    let tokenizer = Tokenizer::new(Builder::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.top.into_inner()
}

/// Builds the tree from tokens.
#[derive(Default)]
struct Builder {
    top: RefCell<Element>,
    /// The elements whose end tag is still to come, outermost first.
    open: RefCell<Vec<Element>>,
}

impl Builder {
    fn add(&self, child: Child) {
        match self.open.borrow_mut().last_mut() {
            Some(parent) => parent.children.push(child),
            None => self.top.borrow_mut().children.push(child),
        }
    }

    fn start(&self, tag: Tag) {
        let attributes = tag.attrs.into_iter();
        let element = Element {
            tag: tag.name.to_string(),
            attributes: attributes
                .map(|one| (one.name.local.to_string(), one.value.to_string()))
                .collect(),
            children: Vec::new(),
        };
        if VOID.contains(&element.tag.as_str()) {
            self.add(Child::Element(element));
        } else {
            self.open.borrow_mut().push(element);
        }
    }
}

impl TokenSink for Builder {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.start(tag),
            Token::TagToken(_) => {
                let ended = self.open.borrow_mut().pop();
                if let Some(element) = ended {
                    self.add(Child::Element(element));
                }
            }
            Token::CharacterTokens(text) => self.add(Child::Text(text.to_string())),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

//! The way from text to tree: what the tokenizer finds goes to the tree builder, with its place.

use super::limits::{Exceeded, MAX_ATTRIBUTES};
use super::tree::{Token as Place, Tree};
use super::{Limit, Page};
use html5ever::interface::{Attribute, QualName, Tracer};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, ns};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};
use std::cell::Cell;
use std::convert::Infallible;
use std::ops::Range;

pub(super) fn read(text: &str) -> Page {
    let options = TreeBuilderOpts {
        // As in a browser, what stands in <noscript> is text.
        scripting_enabled: true,
        drop_doctype: true,
        ..TreeBuilderOpts::default()
    };
    let mut events = Events {
        builder: TreeBuilder::new(Tree::new(), options),
        tag: None,
        start: 0,
        next: None,
        charset: None,
        limit: None,
    };
    let emitter = Places(CallbackEmitter::new(&mut events));
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    Page {
        charset: events.charset,
        limit: events.limit,
        nodes: events.builder.sink.finished(),
    }
}

/// Hands on what the tokenizer finds.
struct Events {
    builder: TreeBuilder<usize, Tree>,
    tag: Option<Tag>,
    /// The start of the tag that is being read.
    start: usize,
    /// How what follows is to be read: the text of a script, say.
    next: Option<State>,
    charset: Option<String>,
    /// The limit that the page exceeds. From there on the page is not read.
    limit: Option<Limit>,
}

/// The tokenizer's emitter, which asks the tree builder how to go on.
struct Places<'a>(CallbackEmitter<&'a mut Events, Infallible, usize>);

impl Events {
    fn send(&mut self, token: Token) {
        match self.builder.process_token(token, 1) {
            TokenSinkResult::Continue | TokenSinkResult::Script(_) => {}
            TokenSinkResult::Plaintext => self.next = Some(State::PlainText),
            TokenSinkResult::RawData(RawKind::Rcdata) => self.next = Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => self.next = Some(State::RawText),
            TokenSinkResult::RawData(_) => self.next = Some(State::ScriptData),
            TokenSinkResult::EncodingIndicator(charset) => {
                self.charset.get_or_insert_with(|| charset.to_string());
            }
        }
    }

    fn send_start(&mut self, tag: Tag, at: Range<usize>) {
        let name = tag.name.clone();
        self.builder.sink.at(Some(Place { name, at }));
        self.send(Token::TagToken(tag));
        self.builder.sink.at(None);
    }

    /// An end tag ends the innermost element of its name, or nothing: the builder alone knows.
    fn send_end(&mut self, tag: Tag, at: Range<usize>) {
        let name = tag.name.clone();
        let follows = self.builder.sink.follows(&name);
        let open = if follows { self.innermost(&name) } else { None };
        self.send(Token::TagToken(tag));
        if let Some(id) = open.filter(|id| self.innermost(&name) != Some(*id)) {
            self.builder.sink.close(id, at);
        }
    }

    /// The innermost open element of that name.
    fn innermost(&self, name: &LocalName) -> Option<usize> {
        let open = Open {
            tree: &self.builder.sink,
            name,
            last: Cell::new(None),
        };
        self.builder.trace_handles(&open);
        open.last.get()
    }

    /// Stops reading where the page exceeds a limit.
    fn stop(&mut self, exceeded: Exceeded, place: usize) {
        self.limit = Some(Limit {
            place,
            message: exceeded.message(),
        });
    }

    /// The tree has no place for NUL, which is reported to it separately.
    fn send_text(&mut self, text: &[u8]) {
        for (index, part) in text.split(|byte| *byte == 0).enumerate() {
            if index > 0 {
                self.send(Token::NullCharacterToken);
            }
            self.send(Token::CharacterTokens(tendril(part)));
        }
    }

    fn add_attribute(&mut self, name: &[u8]) {
        let Some(tag) = &mut self.tag else {
            return;
        };
        if tag.attrs.len() >= MAX_ATTRIBUTES {
            let place = self.start;
            return self.stop(Exceeded::Attributes, place);
        }
        let name = local(name);
        // The first of several with one name counts; values go to the last attribute of the list.
        let again = tag
            .attrs
            .iter()
            .any(|attribute| attribute.name.local == name);
        let name = if again { LocalName::default() } else { name };
        tag.attrs.push(Attribute {
            name: QualName::new(None, ns!(), name),
            value: StrTendril::new(),
        });
    }
}

/// Looks for the innermost open element of a name: the builder reports its elements from the outside
/// in.
struct Open<'a> {
    tree: &'a Tree,
    name: &'a LocalName,
    last: Cell<Option<usize>>,
}

impl Tracer for Open<'_> {
    type Handle = usize;

    fn trace_handle(&self, id: &usize) {
        if self.tree.is_followed(*id, self.name) {
            self.last.set(Some(*id));
        }
    }
}

impl Callback<Infallible, usize> for &mut Events {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span) -> Option<Infallible> {
        if self.limit.is_some() {
            return None;
        }
        let place = span.start;
        self.handle(event, span);
        if let Some(exceeded) = self.builder.sink.exceeded() {
            self.stop(exceeded, place);
        }
        None
    }
}

impl Events {
    fn handle(&mut self, event: CallbackEvent<'_>, span: Span) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.start = span.start;
                self.tag = Some(tag(TagKind::StartTag, name));
            }
            CallbackEvent::AttributeName { name } => self.add_attribute(name),
            CallbackEvent::AttributeValue { value } => {
                let attributes = self.tag.as_mut().map(|tag| &mut tag.attrs);
                if let Some(attribute) = attributes.and_then(|attributes| attributes.last_mut()) {
                    attribute.value.push_tendril(&tendril(value));
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some(mut tag) = self.tag.take() {
                    tag.self_closing = self_closing;
                    tag.attrs
                        .retain(|attribute| !attribute.name.local.is_empty());
                    self.send_start(tag, self.start..span.end);
                }
            }
            CallbackEvent::EndTag { name } => {
                self.send_end(tag(TagKind::EndTag, name), span.start..span.end);
            }
            CallbackEvent::String { value } => self.send_text(value),
            CallbackEvent::Comment { value } => self.send(Token::CommentToken(tendril(value))),
            CallbackEvent::Doctype {
                name,
                public_identifier,
                system_identifier,
                force_quirks,
            } => self.send(Token::DoctypeToken(Doctype {
                name: Some(name).filter(|name| !name.is_empty()).map(tendril),
                public_id: public_identifier.map(tendril),
                system_id: system_identifier.map(tendril),
                force_quirks,
            })),
            CallbackEvent::Error(_) => {}
        }
    }
}

impl ForwardingEmitter for Places<'_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    fn emit_eof(&mut self) {
        self.0.emit_eof();
        let events = self.0.callback_mut();
        events.send(Token::EOFToken);
        events.builder.end();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let asked = self.0.emit_current_tag();
        asked.or(self.0.callback_mut().next.take())
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        let builder = &self.0.callback_mut().builder;
        builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

fn tag(kind: TagKind, name: &[u8]) -> Tag {
    Tag {
        kind,
        name: local(name),
        self_closing: false,
        attrs: Vec::new(),
        had_duplicate_attributes: false,
    }
}

fn local(name: &[u8]) -> LocalName {
    LocalName::from(&*String::from_utf8_lossy(name))
}

fn tendril(text: &[u8]) -> StrTendril {
    StrTendril::from_slice(&String::from_utf8_lossy(text))
}

//! Markup that only a document's text can have brought into a picture.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// Elements that no widget writes, and that texts of the changes hold. A photo is an `img`; a handler tells a foreign one.
const FOREIGN: [&[u8]; 2] = [b"b", b"i"];

/// The first piece of markup that no widget writes: an element, a handler, or an address that runs a script.
pub fn foreign(html: &str) -> Option<String> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(html, emitter).flatten();
    let mut tags = tokens.filter_map(|token| match token {
        Token::StartTag(tag) => Some(tag),
        _ => None,
    });
    tags.find_map(|tag| wrong(&tag))
}

fn wrong(tag: &StartTag<()>) -> Option<String> {
    let name = String::from_utf8_lossy(&tag.name).into_owned();
    if FOREIGN.contains(&&*tag.name.0) {
        return Some(name);
    }
    tag.attributes.iter().find_map(|(attribute, value)| {
        let attribute = String::from_utf8_lossy(attribute);
        let value = String::from_utf8_lossy(value).to_ascii_lowercase();
        let runs = ["javascript:", "data:", "vbscript:"]
            .iter()
            .any(|start| value.trim_start().starts_with(start));
        let is_wrong = attribute.starts_with("on")
            || (runs && matches!(&*attribute, "href" | "src" | "action" | "xlink:href"));
        is_wrong.then(|| format!("{name} {attribute}={value}"))
    })
}

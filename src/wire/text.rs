//! Texts, in one language or several.

use super::document::Value;
use super::error::{Diagnostics, ReadError, message};
use super::reader::{Cursor, Read, ReadContext, quoted};
use super::schema::{Leaf, Shape};
use crate::model::{LanguageTag, Text, is_unseen};

/// Characters that change how their neighbours are shown and are not seen themselves.
const HIDDEN: [char; 16] = [
    '\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2060}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{feff}', '\u{61c}', '\u{ad}',
];

/// Control characters that no text needs: HTML and terminals change them or drop them.
fn is_forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// The characters of a text that decide what is said of it.
#[derive(Default, PartialEq, Debug)]
struct Found {
    is_seen: bool,
    is_forbidden: bool,
    /// True for a text with U+FFFD, which stands where a reader of bytes found no character.
    is_damaged: bool,
    /// The first hidden character.
    hidden: Option<char>,
}

impl Found {
    fn of(text: &str) -> Self {
        let mut found = Found::default();
        for c in text.chars() {
            match c {
                // None of these is unseen, and most texts have no others.
                '!'..='~' | '\u{c0}'..='\u{33f}' | '\u{370}'..='\u{60f}' => found.is_seen = true,
                ' ' => {}
                _ => found.add(c),
            }
        }
        found
    }

    /// Adds any character. Forbidden and hidden ones are unseen.
    fn add(&mut self, c: char) {
        if !is_unseen(c) {
            self.is_seen = true;
            self.is_damaged |= c == char::REPLACEMENT_CHARACTER;
        } else if is_forbidden(c) {
            self.is_forbidden = true;
        } else if self.hidden.is_none() && HIDDEN.contains(&c) {
            self.hidden = Some(c);
        }
    }
}

impl Read for Text {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a text, or an object with one text per language";
        if let Value::Text(_) = node.value() {
            return read_plain(node, scope).map(Text::plain);
        }
        let mut texts = Vec::new();
        for (tag, text) in node.entries(WHAT)? {
            let Some(language) = LanguageTag::new(tag) else {
                return Err(text.error(message!("expected a language tag, found {}", quoted(tag))));
            };
            texts.push((language, read_plain(&text, scope)?));
        }
        if texts.is_empty() {
            return Err(node.error(message!("expected {WHAT}, found an empty object")));
        }
        Ok(Text::in_languages(texts))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::TEXT)
    }
}

fn read_plain<D: Diagnostics>(
    node: &Cursor<'_, D>,
    scope: &mut ReadContext,
) -> Result<String, ReadError<D>> {
    let text = node.text("a text")?;
    let found = Found::of(text);
    if !found.is_seen {
        return Err(node.expected("a text"));
    }
    if found.is_forbidden {
        return Err(node.expected("a text without control characters"));
    }
    if found.is_damaged {
        scope.warn(
            &node.path,
            message!("a character was lost (save the file as UTF-8)"),
        );
    }
    if let Some(hidden) = found.hidden {
        scope.warn(
            &node.path,
            message!("holds the unseen character U+{:04X}", u32::from(hidden)),
        );
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The rules as they are said: one look at the text for each.
    fn by_the_rules(text: &str) -> Found {
        Found {
            is_damaged: text.contains(char::REPLACEMENT_CHARACTER),
            is_seen: !text.chars().all(is_unseen),
            is_forbidden: text.contains(is_forbidden),
            hidden: text.chars().find(|c| HIDDEN.contains(c)),
        }
    }

    #[test]
    fn every_character_is_judged_by_the_rules_alone_and_beside_a_letter() {
        // Beyond these, no character is unseen.
        for c in ('\0'..='\u{1ffff}').chain('\u{e0000}'..='\u{e0fff}') {
            for text in [format!("{c}"), format!("a{c}"), format!("{c}\u{416}")] {
                assert_eq!(Found::of(&text), by_the_rules(&text), "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_text_is_judged_by_the_rules(text in "[a-z \t\u{1}\u{7f}\u{85}\u{ad}\u{416}\u{200b}\u{2014}\u{3000}\u{fe0f}\u{1f600}]{0,9}") {
            prop_assert_eq!(Found::of(&text), by_the_rules(&text));
        }
    }
}

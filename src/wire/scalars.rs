//! The small parts that every document is made of: texts, ids, dates, places, links, sources.

use super::document::Value;
use super::error::{Diagnostics, ReadError, message};
use super::reader::{Cursor, Read, ReadContext, did_you_mean, quoted};
use super::record::json_object;
use super::schema::{Leaf, Shape};
use crate::model::{
    Color, Date, Decimal, Head, Id, LanguageTag, Link, ParseDateError, Place, Source, SourceRef,
    Sources, Text, When, Whole, is_unseen,
};

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

impl Read for Id {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "an id (1 to 64 of A-Z a-z 0-9 _ -)";
        Id::new(node.text(WHAT)?).ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::ID)
    }
}

impl Read for Link {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a link (http, https or relative)";
        Link::new(node.text(WHAT)?).ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::LINK)
    }
}

impl Read for Color {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a colour (#rgb or #rrggbb)";
        Color::new(node.text(WHAT)?).ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::COLOR)
    }
}

impl Read for Date {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str =
            "a date (2022, 2022-11, 2022-11-20, or with time and offset: 2022-11-20T21:00+06:00)";
        node.text(WHAT)?.parse().map_err(|wrong| match wrong {
            ParseDateError::Form => node.expected(WHAT),
            ParseDateError::NoSuchDay => node.error(message!(
                "expected a date that exists, found {}",
                node.found()
            )),
        })
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::DATE)
    }
}

impl Read for When {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = r#"a date, or one of {"before"}, {"after"}, {"about"} with a date"#;
        if let Value::Text(_) = node.value() {
            return Date::read(node, scope).map(When::On);
        }
        node.allow(WHAT, &["before", "after", "about"])?;
        let mut found = Vec::new();
        for (key, date) in node.entries(WHAT)? {
            found.push((key, Date::read(&date, scope)?));
        }
        match found.as_slice() {
            [("before", date)] => Ok(When::Before(*date)),
            [("after", date)] => Ok(When::After(*date)),
            [("about", date)] => Ok(When::About(*date)),
            _ => Err(node.error(message!("expected {WHAT}, found {} of them", found.len()))),
        }
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::WHEN)
    }
}

impl Read for Place {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = r#"a place (a code such as "KZ", or {"code"?, "name"})"#;
        if let Value::Text(_) = node.value() {
            return read_code(node).map(|code| Place {
                code: Some(code),
                name: None,
            });
        }
        node.allow(WHAT, &["code", "name"])?;
        let code = node
            .field("code")
            .map(|code| read_code(&code))
            .transpose()?;
        Ok(Place {
            code,
            name: Some(Text::read(&node.present("name")?, scope)?),
        })
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::PLACE)
    }
}

pub(crate) fn read_code<D: Diagnostics>(node: &Cursor<'_, D>) -> Result<String, ReadError<D>> {
    const WHAT: &str = "a country code of two capital letters";
    let text = node.text(WHAT)?;
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        return Ok(text.to_owned());
    }
    Err(node.error(message!(
        r#"expected {WHAT}, found {} (for a place without a code, write {{"name": {}}})"#,
        node.found(),
        quoted(text)
    )))
}

/// A plain number of the document.
pub(crate) fn read_number<D: Diagnostics>(
    node: &Cursor<'_, D>,
    what: &str,
) -> Result<Decimal, ReadError<D>> {
    node.number().ok_or_else(|| node.expected(what))
}

impl Read for Whole {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        read_whole(node, "a whole number, zero or more").map(Whole)
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::WHOLE)
    }
}

impl Read for u64 {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a whole number, zero or more";
        let number = read_number(node, WHAT)?;
        u64::try_from(number.whole())
            .ok()
            .filter(|_| number.is_whole())
            .ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::WHOLE)
    }
}

/// A plain whole number of the document.
pub(crate) fn read_whole<D: Diagnostics>(
    node: &Cursor<'_, D>,
    what: &str,
) -> Result<u32, ReadError<D>> {
    let number = read_number(node, what)?;
    u32::try_from(number.whole())
        .ok()
        .filter(|_| number.is_whole())
        .ok_or_else(|| node.expected(what))
}

impl Read for SourceRef {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let id = node.text("the id of a source")?;
        scope.sources.find(id).ok_or_else(|| {
            let known = scope.sources.iter().map(|(_, source)| source.id.as_str());
            node.error(message!(
                "no source has the id {}{}",
                quoted(id),
                did_you_mean(id, known)
            ))
        })
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::ID)
    }
}

json_object! { "a source", Source {
    required "id" => id, "The id by which the rest of the document refers to the source.";
    required "title" => title, "The headline or name of the source.";
    required "publisher" => publisher, "The publisher of the source.";
    optional "url" => url, "The address of the source.";
    required "date" => date, "The day of publication.";
} }

impl Read for Sources {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let sources = Sources::new(Vec::<Source>::read(node, scope)?).map_err(|place| {
            node.path
                .index(place)
                .key("id")
                .error("an earlier source has this id")
        })?;
        scope.sources = sources.clone();
        Ok(sources)
    }

    fn shape() -> Shape {
        Vec::<Source>::shape()
    }
}

impl Read for LanguageTag {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        _: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        const WHAT: &str = "a language tag such as \"kk\"";
        LanguageTag::new(node.text(WHAT)?).ok_or_else(|| node.expected(WHAT))
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::LANGUAGE)
    }
}

json_object! { "a document", Head {
    optional "lang" => lang, "The language of texts that are plain strings.";
    optional "test" => test, "True for a rehearsal. A banner says that the figures are made up.";
    optional "sequence" => sequence, "The number of this edition. It grows with each edition.";
    required "title" => title, "The headline of the widget.";
    optional "notes" => notes, "Remarks on the whole document.";
    required "sources" => sources, "The sources of everything in the document.";
} }

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

//! A JSON document as a tree.

use super::{DataError, json_index};
use crate::model::Decimal;
use crate::platform;

/// How deep a document may nest: the contract needs nine levels.
pub const MAX_DEPTH: usize = 32;

/// The longest text of a document, in bytes.
pub const MAX_BYTES: usize = 5_000_000;

const TOO_DEEP: &str = "nested deeper than 32 levels";

/// A JSON document as a tree, with its numbers exact.
///
/// It is a text, and where in it each value stands: a document of thousands of values is two pieces
/// of memory, and no text is copied before somebody asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The text, then the texts in it that had escapes, without them.
    text: String,
    /// Depth first, the whole document before all.
    values: Vec<Entry>,
}

/// The position and the kind of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// Its name, in an object.
    pub(super) key: Span,
    /// A text without its quotation marks, a number as it is written; of a list or an object the end is the place
    /// in the tree after all that is in it.
    pub(super) content: Span,
}

impl Entry {
    const NULL: Entry = Entry {
        kind: Kind::Null,
        key: Span { start: 0, end: 0 },
        content: Span { start: 0, end: 0 },
    };

    /// The place after this value, which is at `at`, and all that is in it.
    #[inline(always)]
    pub(super) fn after(&self, at: usize) -> usize {
        match self.kind {
            Kind::List | Kind::Map => self.content.end,
            _ => at + 1,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Null,
    True,
    False,
    Number,
    Text,
    List,
    Map,
}

/// A part of a text, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A value of a document.
#[derive(Clone, Copy)]
pub(crate) enum Value<'a> {
    /// The JSON value `null`.
    Null,
    /// The JSON values `true` and `false`.
    Bool(bool),
    /// A number, as the shortest text that reads back to it.
    Number(&'a str),
    /// A JSON string, unescaped.
    Text(&'a str),
    /// A list of values.
    List,
    /// An object with its fields.
    Map,
}

impl Document {
    /// Indexes JSON in its canonical form: the text that `JSON.stringify(JSON.parse(text))` gives.
    ///
    /// The page's script writes that form; [`parse`] reads any JSON.
    ///
    /// # Errors
    /// The text nests deeper than [`MAX_DEPTH`] levels, or is not in the canonical form.
    pub fn from_canonical(mut text: String) -> Result<Document, DataError> {
        let Some((values, unescaped)) = json_index::read(&text) else {
            return Err(DataError::new("", TOO_DEEP));
        };
        text.push_str(&unescaped);
        Ok(Document { text, values })
    }

    // Always inlined, like its callers: otherwise code that is optimised for size makes one call per value.
    #[inline(always)]
    fn entry(&self, at: usize) -> &Entry {
        self.values.get(at).unwrap_or(&Entry::NULL)
    }

    #[inline(always)]
    fn part(&self, Span { start, end }: Span) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The value at a place in the tree; the whole document is at zero.
    pub(crate) fn value(&self, at: usize) -> Value<'_> {
        let Entry { kind, content, .. } = *self.entry(at);
        match kind {
            Kind::Null => Value::Null,
            Kind::True => Value::Bool(true),
            Kind::False => Value::Bool(false),
            Kind::Number => Value::Number(self.part(content)),
            Kind::Text => Value::Text(self.part(content)),
            Kind::List => Value::List,
            Kind::Map => Value::Map,
        }
    }

    /// The language that the document says it is in.
    pub fn language(&self) -> Option<&str> {
        self.text(self.field(0, "lang")?)
    }

    /// The text at a place in the tree, where it is one.
    pub(crate) fn text(&self, at: usize) -> Option<&str> {
        match self.value(at) {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The name of a value in its object.
    pub(crate) fn key(&self, at: usize) -> &str {
        self.part(self.entry(at).key)
    }

    /// The places of what is in a list or an object; an object's entries stand in its own order, and no
    /// key stands twice.
    pub(crate) fn inside(&self, at: usize) -> impl Iterator<Item = usize> {
        let mut next = at + 1;
        let end = self.after(at);
        std::iter::from_fn(move || {
            let now = next;
            next = self.after(now);
            (now < end).then_some(now)
        })
    }

    /// The place after a value and all that is in it.
    #[inline(always)]
    fn after(&self, at: usize) -> usize {
        self.entry(at).after(at)
    }

    /// The place of an object's field of this name.
    pub(crate) fn field(&self, at: usize, name: &str) -> Option<usize> {
        let Value::Map = self.value(at) else {
            return None;
        };
        self.inside(at).find(|field| self.key(*field) == name)
    }

    /// The names of the document's own fields, in its order; empty if it is not an object.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let is_map = matches!(self.value(0), Value::Map);
        let fields = is_map.then(|| self.inside(0)).into_iter().flatten();
        fields.map(|field| self.key(field))
    }

    /// The number that the whole document is; `None` if it is not a number, or beyond what
    /// [`Decimal`](crate::model::Decimal) holds.
    pub fn number(&self) -> Option<Decimal> {
        self.value(0).number()
    }
}

impl Value<'_> {
    /// The number; `None` if the value is none, or out of range.
    pub(crate) fn number(&self) -> Option<Decimal> {
        match self {
            Value::Number(text) => text.parse().ok(),
            _ => None,
        }
    }
}

/// Reads JSON text.
///
/// The platform's parser reads it first: `JSON.parse` in the browser, serde_json on the host. Both keep the last of
/// two equal keys, order keys that are whole numbers before all others, and round a number to the nearest double.
///
/// # Errors
/// The text is not JSON, or nests deeper than [`MAX_DEPTH`] levels.
pub fn parse(text: &str) -> Result<Document, DataError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.len() > MAX_BYTES {
        let (most, found) = (MAX_BYTES / 1_000_000, text.len() as f64 / 1e6);
        let message = format!("expected at most {most} MB of JSON, found {found:.1} MB");
        return Err(DataError::new("", message));
    }
    // A browser would make `null` of it, and a figure would be gone without a word.
    if !text.trim_start().starts_with('<') && has_endless_number(text) {
        return Err(DataError::new("", "not JSON: a number is too large"));
    }
    let canonical =
        platform::canonical_json(text).map_err(|message| DataError::new("", message))?;
    Document::from_canonical(canonical)
}

/// Returns true if a number of a JSON text is larger than any that computers calculate with, such as `1e999`.
fn has_endless_number(text: &str) -> bool {
    let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        at += match byte {
            b'"' => length_of_text(rest),
            b'-' | b'0'..=b'9' => {
                let length = rest.iter().take_while(|byte| is_part(byte)).count();
                let number = text.get(at..at + length).map(str::parse::<f64>);
                if number.is_some_and(|number| number.is_ok_and(f64::is_infinite)) {
                    return true;
                }
                length
            }
            _ => 1,
        };
    }
    false
}

/// The bytes of a JSON text from its quotation mark to the one that ends it.
fn length_of_text(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'"' => return at + 1,
            b'\\' => 2,
            _ => 1,
        };
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_at_most_five_million_bytes_and_the_mark_of_utf_8_is_none_of_them() {
        let of = |bytes: usize| format!("\u{feff}\"{}\"", "é".repeat(bytes / 2 - 1));
        assert!(parse(&of(MAX_BYTES)).is_ok());
        let error = parse(&of(MAX_BYTES + 1_000_000)).map_err(|error| error.to_string());
        let message = "expected at most 5 MB of JSON, found 6.0 MB";
        assert_eq!(error.err().as_deref(), Some(message));
        assert!(parse(&of(MAX_BYTES + 2)).is_err());
    }

    #[test]
    fn a_number_that_a_browser_would_lose_is_refused_and_a_text_that_looks_like_it_is_not() {
        for lost in [
            "1e999",
            "[1, -1E+0999]",
            r#"{"\"": 1e309}"#,
            &"9".repeat(400),
        ] {
            let error = parse(lost).map_err(|error| error.to_string());
            assert_eq!(
                error,
                Err("not JSON: a number is too large".to_owned()),
                "{lost}"
            );
        }
        for kept in [
            r#""1e999""#,
            r#""\" 1e999""#,
            "1e308",
            "1e-999",
            "[1, \"1e999\"]",
        ] {
            assert!(parse(kept).is_ok(), "{kept}");
        }
    }

    #[test]
    fn a_number_is_read_to_its_shortest_text() {
        let shown = |text: &str| match parse(text) {
            Ok(document) => document.number().map(|number| number.to_string()),
            Err(error) => Some(error.to_string()),
        };
        assert_eq!(shown("81.30").as_deref(), Some("81.3"));
        let long = "0.30000000000000004";
        assert_eq!(shown(long).as_deref(), Some(long));
        assert_eq!(shown("1e3").as_deref(), Some("1000"));
        assert_eq!(shown("1e308"), None);
    }

    #[test]
    fn a_document_as_deep_as_a_well_is_refused_and_does_not_overflow() {
        let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
        let error = parse(&deep).map_err(|error| error.to_string());
        assert_eq!(error, Err("nested deeper than 32 levels".to_owned()));
        let deeper = "[".repeat(100_000);
        assert!(parse(&deeper).is_err());
        let levels = |count| format!("{}{}", "[".repeat(count), "]".repeat(count));
        assert!(parse(&levels(MAX_DEPTH + 1)).is_ok());
        assert!(parse(&levels(MAX_DEPTH + 2)).is_err());
    }
}

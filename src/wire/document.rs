//! A JSON document as a tree, whichever parser read it.

use super::DataError;
use super::written;

/// How deep a document may nest: the contract needs nine levels.
pub const MAX_DEPTH: usize = 32;

/// A JSON document as a tree, with its numbers exact.
///
/// It is the text that the platform writes for what its parser read, and where in it each value
/// stands: a document of thousands of values is two pieces of memory, and no text is copied before
/// somebody asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The text, then the texts in it that had escapes, without them.
    text: String,
    /// Depth first, the whole document before all.
    values: Vec<Place>,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) kind: Kind,
    /// Its name, in an object.
    pub(super) key: Span,
    /// A text without its quotation marks, a number as it is written; of a list or an object, how many it
    /// holds, and the place in the tree after all that is in it.
    pub(super) content: Span,
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
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as the shortest text that reads back to it.
    Number(&'a str),
    /// A string.
    Text(&'a str),
    /// A list.
    List,
    /// An object.
    Map,
}

impl Document {
    /// Reads JSON as `JSON.stringify` writes it.
    ///
    /// # Errors
    /// Where it nests deeper than [`MAX_DEPTH`].
    pub(crate) fn new(mut text: String) -> Result<Document, DataError> {
        let (values, unescaped) = written::read(&text).ok_or_else(Document::too_deep)?;
        text.push_str(&unescaped);
        Ok(Document { text, values })
    }

    /// The answer to a document that nests deeper than [`MAX_DEPTH`].
    pub(crate) fn too_deep() -> DataError {
        DataError::new("", format!("nested deeper than {MAX_DEPTH} levels"))
    }

    fn place(&self, at: usize) -> Place {
        self.values.get(at).copied().unwrap_or_default()
    }

    fn part(&self, Span { start, end }: Span) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The value at a place in the tree; the whole document is at nought.
    pub(crate) fn value(&self, at: usize) -> Value<'_> {
        let Place { kind, content, .. } = self.place(at);
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

    /// The text at a place in the tree, where it is one.
    pub(crate) fn text(&self, at: usize) -> Option<&str> {
        match self.value(at) {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The name of a value in its object.
    pub(crate) fn key(&self, at: usize) -> &str {
        self.part(self.place(at).key)
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

    /// How many are in a list or an object.
    pub(crate) fn count(&self, at: usize) -> usize {
        self.place(at).content.start
    }

    /// The place after a value and all that is in it.
    fn after(&self, at: usize) -> usize {
        let Place { kind, content, .. } = self.place(at);
        match kind {
            Kind::List | Kind::Map => content.end,
            _ => at + 1,
        }
    }

    /// The place of an object's field of this name.
    pub(crate) fn field(&self, at: usize, name: &str) -> Option<usize> {
        let Value::Map = self.value(at) else {
            return None;
        };
        self.inside(at).find(|field| self.key(*field) == name)
    }

    /// The number that the whole document is; nothing where it is none, or beyond what
    /// [`Decimal`](crate::model::Decimal) holds.
    pub fn number(&self) -> Option<crate::model::Decimal> {
        match self.value(0) {
            Value::Number(text) => text.parse().ok(),
            _ => None,
        }
    }
}

/// Reads JSON text with the platform's own parser.
///
/// In the browser that is `JSON.parse`, on the host serde_json. Both read a number to the same
/// nearest double, so both give the same shortest text for it.
///
/// # Errors
/// Where the text is no JSON or nests deeper than [`MAX_DEPTH`].
#[cfg(not(target_arch = "wasm32"))]
pub fn parse(text: &str) -> Result<Document, DataError> {
    let value: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| DataError::new("", format!("not JSON: {error}")))?;
    Document::new(value.to_string())
}

#[cfg(target_arch = "wasm32")]
pub use crate::browser::parse;

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(parse(&deep), Err(Document::too_deep()));
        let deeper = "[".repeat(100_000);
        assert!(parse(&deeper).is_err());
        let levels = |count| format!("{}{}", "[".repeat(count), "]".repeat(count));
        assert!(parse(&levels(MAX_DEPTH + 1)).is_ok());
        assert!(parse(&levels(MAX_DEPTH + 2)).is_err());
    }
}

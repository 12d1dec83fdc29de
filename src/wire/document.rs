//! A JSON document as a tree, whichever parser read it.

use super::DataError;
use crate::model::Decimal;

/// How deep a document may nest: the contract needs nine levels.
pub const MAX_DEPTH: usize = 32;

/// A JSON document as a tree, with its numbers exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Document {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number; `None` where it is beyond what [`Decimal`] holds.
    Number(Option<Decimal>),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Document>),
    /// An object, in its own order; no key stands twice.
    Map(Vec<(String, Document)>),
}

impl Document {
    /// The answer to a document that nests deeper than [`MAX_DEPTH`].
    pub(crate) fn too_deep() -> DataError {
        DataError::new("", format!("nested deeper than {MAX_DEPTH} levels"))
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
    from_value(value, 0)
}

#[cfg(target_arch = "wasm32")]
pub use crate::browser::parse;

#[cfg(not(target_arch = "wasm32"))]
fn from_value(value: serde_json::Value, depth: usize) -> Result<Document, DataError> {
    use serde_json::Value;
    if depth > MAX_DEPTH {
        return Err(Document::too_deep());
    }
    Ok(match value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Bool(value),
        Value::Number(number) => Document::Number(number.to_string().parse().ok()),
        Value::String(text) => Document::Text(text),
        Value::Array(items) => Document::List(
            items
                .into_iter()
                .map(|item| from_value(item, depth + 1))
                .collect::<Result<_, _>>()?,
        ),
        Value::Object(fields) => Document::Map(
            fields
                .into_iter()
                .map(|(key, value)| Ok((key, from_value(value, depth + 1)?)))
                .collect::<Result<_, _>>()?,
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_to_its_shortest_text() {
        let shown = |text: &str| match parse(text) {
            Ok(Document::Number(Some(number))) => number.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(shown("81.30"), "81.3");
        assert_eq!(shown("0.30000000000000004"), "0.30000000000000004");
        assert_eq!(shown("1e3"), "1000");
        assert_eq!(shown("1e308"), "Ok(Number(None))");
    }

    #[test]
    fn a_document_as_deep_as_a_well_is_refused_and_does_not_overflow() {
        let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
        assert_eq!(parse(&deep), Err(Document::too_deep()));
        let deeper = "[".repeat(100_000);
        assert!(parse(&deeper).is_err());
    }
}

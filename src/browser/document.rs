//! From JSON, as it came or as the platform parsed it, to a tree of ours.

use crate::wire::{DataError, Document};
use wasm_bindgen::{JsCast, JsValue};

/// Reads JSON text: what is out of the ordinary in it `JSON.parse` reads first.
///
/// # Errors
/// Where the text is no JSON or nests deeper than [`MAX_DEPTH`](crate::wire::MAX_DEPTH).
pub fn parse(text: &str) -> Result<Document, DataError> {
    parse_owned(text.to_owned())
}

pub(super) fn parse_owned(text: String) -> Result<Document, DataError> {
    let text = match Document::as_it_came(text) {
        Ok(document) => return Ok(document),
        Err(text) => text,
    };
    let value = js_sys::JSON::parse(&text).map_err(|error| {
        let message: String = error
            .dyn_ref::<js_sys::Error>()
            .map(|error| error.message().into())
            .unwrap_or_default();
        DataError::new("", format!("not JSON: {message}"))
    })?;
    read(&value)
}

/// Reads what `JSON.parse` made: as one text that the platform writes, since a call into JavaScript a
/// value takes many times as long. A host's own object goes through `JSON.stringify` and `JSON.parse`
/// first, so that no getter of the page runs in here.
///
/// # Errors
/// Where it nests deeper than [`MAX_DEPTH`](crate::wire::MAX_DEPTH) or holds what JSON does not, and
/// where the page changes how JSON is written.
pub fn read(value: &JsValue) -> Result<Document, DataError> {
    // Old libraries do that to lists, for which JavaScript then writes something else.
    let list = js_sys::Array::new();
    if js_sys::Reflect::has(&list, &JsValue::from_str("toJSON")).unwrap_or_default() {
        let message = "the page changes how JSON is written (toJSON of all lists or objects)";
        return Err(DataError::new("", message));
    }
    // Of what was parsed only that it is too deep can be in the way.
    let text = js_sys::JSON::stringify(value).map_err(|_| Document::too_deep())?;
    let text = text.as_string().ok_or_else(|| {
        let message = "expected JSON, found a value that JSON does not hold";
        DataError::new("", message)
    })?;
    Document::new(text)
}

/// The shortest text of the double that is nearest to a number.
pub(crate) fn shortest(number: &str) -> Option<String> {
    let number = js_sys::JSON::parse(number).ok()?;
    js_sys::JSON::stringify(&number).ok()?.as_string()
}

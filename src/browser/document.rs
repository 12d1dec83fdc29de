//! From JSON as the platform parsed it to a tree of ours.

use crate::wire::{DataError, Document, MAX_DEPTH};
use wasm_bindgen::{JsCast, JsValue};

/// Reads JSON text with `JSON.parse`.
///
/// # Errors
/// Where the text is no JSON or nests deeper than [`MAX_DEPTH`].
pub fn parse(text: &str) -> Result<Document, DataError> {
    let value = js_sys::JSON::parse(text).map_err(|error| {
        let message: String = error
            .dyn_ref::<js_sys::Error>()
            .map(|error| error.message().into())
            .unwrap_or_default();
        DataError::new("", format!("not JSON: {message}"))
    })?;
    read(&value)
}

/// Reads what `JSON.parse` made. A host's own object goes through `JSON.stringify` first, so that
/// no getter of the page runs in here.
///
/// # Errors
/// Where it nests deeper than [`MAX_DEPTH`] or holds what JSON does not.
pub fn read(value: &JsValue) -> Result<Document, DataError> {
    walk(value, 0)
}

fn walk(value: &JsValue, depth: usize) -> Result<Document, DataError> {
    if depth > MAX_DEPTH {
        return Err(Document::too_deep());
    }
    if value.is_null() {
        return Ok(Document::Null);
    }
    if let Some(value) = value.as_bool() {
        return Ok(Document::Bool(value));
    }
    if let Some(text) = value.as_string() {
        return Ok(Document::Text(text));
    }
    if let Some(number) = value.dyn_ref::<js_sys::Number>() {
        // The shortest text that reads back to the same number.
        let text = number
            .to_string_with_radix(10)
            .map(String::from)
            .unwrap_or_default();
        return Ok(Document::Number(text.parse().ok()));
    }
    if let Some(items) = value.dyn_ref::<js_sys::Array>() {
        return items
            .iter()
            .map(|item| walk(&item, depth + 1))
            .collect::<Result<_, _>>()
            .map(Document::List);
    }
    let Some(object) = value
        .dyn_ref::<js_sys::Object>()
        .filter(|_| value.is_object())
    else {
        return Err(DataError::new(
            "",
            "expected JSON, found a value that JSON does not hold",
        ));
    };
    js_sys::Object::entries(object)
        .iter()
        .map(|entry| {
            let entry: js_sys::Array = entry.unchecked_into();
            let key = entry.get(0).as_string().unwrap_or_default();
            Ok((key, walk(&entry.get(1), depth + 1)?))
        })
        .collect::<Result<_, _>>()
        .map(Document::Map)
}

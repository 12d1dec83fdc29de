//! From JSON as the platform parsed it to a tree of ours.

use crate::model::Decimal;
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

/// Asks what is likeliest first: each question is a call into JavaScript.
fn walk(value: &JsValue, depth: usize) -> Result<Document, DataError> {
    if depth > MAX_DEPTH {
        return Err(Document::too_deep());
    }
    if let Some(text) = value.as_string() {
        return Ok(Document::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Ok(Document::Number(decimal(number, value)));
    }
    if let Some(items) = value.dyn_ref::<js_sys::Array>() {
        return items
            .iter()
            .map(|item| walk(&item, depth + 1))
            .collect::<Result<_, _>>()
            .map(Document::List);
    }
    if let Some(value) = value.as_bool() {
        return Ok(Document::Bool(value));
    }
    if value.is_null() {
        return Ok(Document::Null);
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
    js_sys::Object::keys(object)
        .iter()
        .zip(js_sys::Object::values(object).iter())
        .map(|(key, value)| {
            let key = key.as_string().unwrap_or_default();
            Ok((key, walk(&value, depth + 1)?))
        })
        .collect::<Result<_, _>>()
        .map(Document::Map)
}

/// A number as the shortest text that reads back to it has it.
fn decimal(number: f64, value: &JsValue) -> Option<Decimal> {
    /// Whole numbers up to here are the same in both.
    const EXACT: f64 = 1e15;
    if number.abs() < EXACT && number.fract() == 0.0 {
        return Decimal::new(number as i64, 0);
    }
    let text = value
        .unchecked_ref::<js_sys::Number>()
        .to_string_with_radix(10);
    text.ok().and_then(|text| String::from(text).parse().ok())
}

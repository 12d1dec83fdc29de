//! JSON by the browser's own parser.

use wasm_bindgen::{JsCast, JsValue};

/// Writes JSON text again as `JSON.stringify(JSON.parse(text))` does: without blanks, each key once, keys that are
/// whole numbers first, every number as the shortest text of its nearest double.
///
/// # Errors
/// The text is not JSON, in the parser's words.
pub(crate) fn canonical_json(text: &str) -> Result<String, String> {
    let value = js_sys::JSON::parse(text).map_err(|error| {
        let message = error.dyn_ref::<js_sys::Error>().map(js_sys::Error::message);
        let message = message.map(String::from).unwrap_or_default();
        format!("not JSON: {message}")
    })?;
    // Old libraries give every list a method that JSON.stringify then calls.
    let list = js_sys::Array::new();
    if js_sys::Reflect::has(&list, &JsValue::from_str("toJSON")).unwrap_or_default() {
        let message = "the page changes how JSON is written (toJSON of all lists or objects)";
        return Err(message.to_owned());
    }
    let text = js_sys::JSON::stringify(&value).ok();
    // Writing what was parsed fails only if it nests thousands of levels deep.
    text.and_then(|text| text.as_string())
        .ok_or_else(|| "nested too deep".to_owned())
}

//! JSON by the platform's own parser.

/// Writes JSON text again as `JSON.stringify(JSON.parse(text))` does: without blanks, each key once, keys that are
/// whole numbers first, every number as the shortest text of its nearest double.
///
/// # Errors
/// The text is not JSON, in the parser's words.
#[cfg(target_arch = "wasm32")]
pub(crate) fn canonical_json(text: &str) -> Result<String, String> {
    use wasm_bindgen::{JsCast as _, JsValue};

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

/// Writes JSON text again as `JSON.stringify(JSON.parse(text))` does in a browser.
///
/// # Errors
/// The text is not JSON, in the parser's words.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn canonical_json(text: &str) -> Result<String, String> {
    let mut value: serde_json::Value =
        serde_json::from_str(text).map_err(|error| format!("not JSON: {error}"))?;
    order_keys(&mut value);
    Ok(value.to_string())
}

/// Orders the keys of every object as JavaScript does.
#[cfg(not(target_arch = "wasm32"))]
fn order_keys(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Array(items) => items.iter_mut().for_each(order_keys),
        serde_json::Value::Object(map) => {
            map.values_mut().for_each(order_keys);
            if map.keys().any(|key| array_index(key).is_some()) {
                let mut entries: Vec<_> = std::mem::take(map).into_iter().collect();
                // Stable: other keys keep the order of the document.
                entries.sort_by_key(|(key, _)| array_index(key).unwrap_or(u32::MAX));
                map.extend(entries);
            }
        }
        _ => {}
    }
}

/// The whole number that a key is, where JavaScript takes it for the index of an array.
#[cfg(not(target_arch = "wasm32"))]
fn array_index(key: &str) -> Option<u32> {
    let number: u32 = key.parse().ok()?;
    (number < u32::MAX && number.to_string() == key).then_some(number)
}

//! JSON by serde_json, written as a browser writes it.

/// Writes JSON text again as `JSON.stringify(JSON.parse(text))` does in a browser.
///
/// # Errors
/// The text is not JSON, in the parser's words.
pub(crate) fn canonical_json(text: &str) -> Result<String, String> {
    let mut value: serde_json::Value =
        serde_json::from_str(text).map_err(|error| format!("not JSON: {error}"))?;
    order_keys(&mut value);
    Ok(value.to_string())
}

/// Orders the keys of every object as JavaScript does.
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
fn array_index(key: &str) -> Option<u32> {
    let number: u32 = key.parse().ok()?;
    (number < u32::MAX && number.to_string() == key).then_some(number)
}

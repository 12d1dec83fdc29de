//! JSON by serde_json, written as a browser writes it.

use std::borrow::Cow;

/// Writes JSON text again as `JSON.stringify(JSON.parse(text))` does in a browser.
///
/// # Errors
/// The text is not JSON, in the parser's words if it looks like JSON.
pub(crate) fn canonical_json(text: &str) -> Result<String, String> {
    match text.trim_start().chars().next() {
        None => return Err("expected JSON, found nothing".to_owned()),
        Some('<') => return Err("expected JSON, found HTML".to_owned()),
        Some(_) => {}
    }
    let text = whole_characters(text);
    let mut value: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("not JSON: {error}"))?;
    order_keys(&mut value);
    Ok(value.to_string())
}

/// The text with each escape of half a surrogate pair replaced, as the scanner replaces it in a browser; serde_json
/// would refuse the document.
fn whole_characters(text: &str) -> Cow<'_, str> {
    let mut changed = String::new();
    let (mut done, mut at) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\\')) {
        let start = at + found;
        // Two hexadecimal halves make a character; any other escape is passed over, be it of a backslash.
        at = match (half(text, start), half(text, start + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => start + 12,
            (Some(0xd800..=0xdfff), _) => {
                changed.push_str(text.get(done..start).unwrap_or_default());
                changed.push_str("\\ufffd");
                done = start + 6;
                done
            }
            _ => start + 2,
        };
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    changed.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(changed)
}

/// The number of an escape `\uXXXX` that begins at a byte.
fn half(text: &str, start: usize) -> Option<u32> {
    let digits = text.get(start..start + 6)?.strip_prefix("\\u")?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| u32::from_str_radix(digits, 16).ok())?
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

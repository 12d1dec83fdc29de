//! Texts that a delivery repeats for each language.

use crate::tree::Element;
use serde_json::{Map, Value};

/// The text in the first of `fields` that an entry has: plain if there is one language alone, else one for each language.
pub(super) fn text<'e>(
    entries: impl Iterator<Item = &'e Element>,
    fields: &[&str],
) -> Option<Value> {
    let mut texts = Map::new();
    for entry in entries {
        let language = entry.text_of("language").unwrap_or_default().to_lowercase();
        let said: Vec<_> = fields
            .iter()
            .filter_map(|field| entry.text_of(field))
            .collect();
        if let Some(said) = said.first()
            && !texts.contains_key(&language)
        {
            texts.insert(language, Value::from(*said));
        }
    }
    let is_named = !texts.contains_key("");
    match texts.len() {
        0 => None,
        1 => texts.into_iter().next().map(|(_, text)| text),
        _ if is_named => Some(Value::Object(texts)),
        _ => texts.shift_remove(""),
    }
}

/// The language of the only entry; `None` where there are several.
pub(super) fn only_language<'e>(mut entries: impl Iterator<Item = &'e Element>) -> Option<String> {
    let first = entries.next()?.text_of("language")?.to_lowercase();
    entries.next().is_none().then_some(first)
}

/// The text in its first language.
pub(super) fn plain(text: &Value) -> Option<String> {
    let text = match text {
        Value::Object(texts) => texts.values().next()?,
        other => other,
    };
    text.as_str().map(str::to_owned)
}

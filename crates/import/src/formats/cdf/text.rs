//! Texts in several languages.

use crate::tree::Element;
use serde_json::{Map, Value};

/// The text of an element: plain, or one for each language.
///
/// A text in the document's language alone becomes a plain one.
pub(super) fn text(element: &Element, lang: Option<&str>) -> Option<Value> {
    if let Some(plain) = element.said() {
        return Some(Value::from(one_line(plain)));
    }
    let mut texts = Map::new();
    for one in element.all("Text") {
        let Some(language) = language(one) else {
            return content(one).map(Value::from);
        };
        if !texts.contains_key(language)
            && let Some(content) = content(one)
        {
            texts.insert(language.to_owned(), Value::from(content));
        }
    }
    if texts.len() == 1
        && let Some(lang) = lang
        && let Some(only) = texts.get(lang)
    {
        return Some(only.clone());
    }
    (!texts.is_empty()).then_some(Value::Object(texts))
}

/// The text in the first language that it is in.
pub(super) fn plain(element: &Element) -> Option<String> {
    match text(element, None)? {
        Value::Object(texts) => texts.values().next()?.as_str().map(str::to_owned),
        other => other.as_str().map(str::to_owned),
    }
}

/// The language of the first text in an element.
pub(super) fn language_of(element: &Element) -> Option<String> {
    element.all("Text").find_map(language).map(str::to_owned)
}

/// Two texts as one, with `between` between them. `None` where they are not in the same languages.
pub(super) fn joined(first: &Value, second: &Value, between: &str) -> Option<Value> {
    match (first, second) {
        (Value::String(first), Value::String(second)) => {
            Some(Value::from(format!("{first}{between}{second}")))
        }
        (Value::Object(first), Value::Object(second)) if first.len() == second.len() => {
            let mut texts = Map::new();
            for (language, first) in first {
                let second = second.get(language)?;
                texts.insert(language.clone(), joined(first, second, between)?);
            }
            Some(Value::Object(texts))
        }
        _ => None,
    }
}

fn language(text: &Element) -> Option<&str> {
    text.attribute("language")
        .or_else(|| text.text_of("Language"))
}

fn content(text: &Element) -> Option<String> {
    text.said()
        .or_else(|| text.text_of("Content"))
        .map(one_line)
}

/// The text without the line breaks and spaces of the file's layout.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

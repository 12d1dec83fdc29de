//! JSON as elements: a key is a name, a list is several elements of its key, `@key` is an attribute.

use super::Element;
use crate::refused::{Place, Refused};
use serde_json::Value;
use std::rc::Rc;

/// Reads a document of JSON.
///
/// # Errors
/// The line and column of what is no JSON.
pub(crate) fn read(text: &str) -> Result<Element, Refused> {
    Ok(element(Rc::from(""), parse(text)?))
}

/// Parses JSON, with or without a byte order mark before it.
///
/// # Errors
/// The line and column of what is no JSON.
pub(crate) fn parse(text: &str) -> Result<Value, Refused> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let place = Place::new(error.line() as u64, error.column() as u64);
        Refused::at(place, format!("not JSON: {error}"))
    })
}

fn element(name: Rc<str>, value: Value) -> Element {
    let mut made = Element::new(name.clone(), None);
    match value {
        Value::Null => {}
        Value::Bool(is) => made.text = is.to_string(),
        Value::Number(number) => made.text = number.to_string(),
        Value::String(text) => made.text = text.trim().to_owned(),
        // A list in a list has no key of its own.
        Value::Array(items) => {
            let items = items.into_iter().map(|item| element(name.clone(), item));
            made.children = items.collect();
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                add(&mut made, &key, value);
            }
        }
    }
    made
}

fn add(to: &mut Element, key: &str, value: Value) {
    match (key.strip_prefix('@'), value) {
        (Some(name), Value::String(text)) => {
            // The type says what the object is, and nothing of the election.
            to.add_attribute(Rc::from(name), text, name == "type");
        }
        (_, Value::Null) => {}
        (_, Value::Array(items)) => {
            let key: Rc<str> = Rc::from(key);
            let items = items.into_iter().map(|item| element(key.clone(), item));
            to.children.extend(items);
        }
        (_, value) => to.children.push(element(Rc::from(key), value)),
    }
}

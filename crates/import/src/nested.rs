//! Objects within objects of JSON, made where they are not there yet.

use serde_json::{Map, Value};

/// Calls `change` with the object under `key`, which is made where it is not there.
pub(crate) fn within<T>(
    map: &mut Map<String, Value>,
    key: &str,
    change: impl FnOnce(&mut Map<String, Value>) -> T,
) -> T {
    let slot = map.entry(key).or_insert(Value::Null);
    let mut inner = match slot.take() {
        Value::Object(map) => map,
        _ => Map::new(),
    };
    let result = change(&mut inner);
    *slot = Value::Object(inner);
    result
}

/// Calls `change` with the first item that fits of the list under `key`; with a new one where none does.
pub(crate) fn within_item<T>(
    map: &mut Map<String, Value>,
    key: &str,
    fits: impl Fn(&Map<String, Value>) -> bool,
    new: impl FnOnce() -> Map<String, Value>,
    change: impl FnOnce(&mut Map<String, Value>) -> T,
) -> T {
    let slot = map.entry(key).or_insert(Value::Null);
    let mut items = match slot.take() {
        Value::Array(items) => items,
        _ => Vec::new(),
    };
    let known = items
        .iter_mut()
        .filter_map(Value::as_object_mut)
        .find(|item| fits(item));
    let result = match known {
        Some(item) => change(item),
        None => {
            let mut item = new();
            let result = change(&mut item);
            items.push(Value::Object(item));
            result
        }
    };
    *slot = Value::Array(items);
    result
}

/// Adds an item to the list under `key`.
pub(crate) fn push(map: &mut Map<String, Value>, key: &str, item: Value) {
    match map.get_mut(key) {
        Some(Value::Array(items)) => items.push(item),
        _ => {
            map.insert(key.to_owned(), Value::Array(vec![item]));
        }
    }
}

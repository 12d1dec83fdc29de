//! Objects of JSON. `json!` writes out how each value is put in, which weighs where a page loads the code: here it stands once.

use serde_json::{Map, Value};

/// An object in the making.
pub(crate) trait Put {
    /// Puts a value under a key.
    fn put(&mut self, key: &str, value: impl Into<Value>);
}

impl Put for Map<String, Value> {
    fn put(&mut self, key: &str, value: impl Into<Value>) {
        put_value(self, key, value.into());
    }
}

#[inline(never)]
fn put_value(map: &mut Map<String, Value>, key: &str, value: Value) {
    map.insert(key.to_owned(), value);
}

/// An object of the fields in their order, whose values are taken.
#[inline(never)]
pub(crate) fn object_of(fields: &mut [(&str, Value)]) -> Value {
    let mut map = Map::new();
    for (key, value) in fields {
        put_value(&mut map, key, value.take());
    }
    Value::Object(map)
}

/// A value as JSON. `to_string` could also write it with line breaks, which a page has no use for.
pub(crate) fn written(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// An object as `json!` writes it: `object!({ "from": low, "to": high })`.
macro_rules! object {
    ({ $($key:tt: $value:expr),+ $(,)? }) => {
        $crate::object::object_of(&mut [$(($key, serde_json::Value::from($value))),+])
    };
}
pub(crate) use object;

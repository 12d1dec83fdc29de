//! The view state in the URL hash: `#observers.select=sco&observers.find=cis`.

use js_sys::{decode_uri_component, encode_uri_component};
use web_sys::Location;

/// The value of an attribute in the hash, for the widget that the page calls `key`.
pub(crate) fn get(key: &str, name: &str) -> Option<String> {
    let wanted = format!("{key}.{name}");
    let found = entries().into_iter().find(|(name, _)| *name == wanted);
    found.map(|(_, value)| value)
}

/// Writes attributes into the hash, beside those of other widgets; the page's history stays as it is.
pub(crate) fn set(key: &str, attributes: &[(&'static str, String)]) {
    let own = format!("{key}.");
    let kept = entries()
        .into_iter()
        .filter(|(name, _)| !name.starts_with(&own));
    let attributes = attributes
        .iter()
        .map(|(name, value)| (format!("{own}{name}"), value.clone()));
    let written: Vec<String> = kept
        .chain(attributes)
        .map(|(name, value)| match value.as_str() {
            "" => name,
            value => format!("{name}={}", String::from(encode_uri_component(value))),
        })
        .collect();
    let window = leptos::prelude::window();
    let hash = format!("#{}", written.join("&"));
    let location: Location = window.location();
    if location.hash().ok().as_deref() == Some(&hash) {
        return;
    }
    // A sandboxed page may not, and goes without.
    let _ = window.history().and_then(|history| {
        history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&hash))
    });
}

/// The entries after the `#`; a link to a part of the page is a name without a value.
fn entries() -> Vec<(String, String)> {
    let hash = leptos::prelude::window().location().hash();
    let hash = hash.unwrap_or_default();
    hash.trim_start_matches('#')
        .split('&')
        .filter(|entry| !entry.is_empty())
        .map(|entry| {
            let (name, value) = entry.split_once('=').unwrap_or((entry, ""));
            let read = decode_uri_component(value).map(String::from);
            (name.to_owned(), read.unwrap_or_else(|_| value.to_owned()))
        })
        .collect()
}

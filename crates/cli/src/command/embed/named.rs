//! The addresses and files that a document names, so that it shows the same from its new place and on pages of others.

use super::super::address::Base;
use super::super::line::text_at;
use super::Written;
use super::address::Folder;
use election_widgets::wire::Warning;
use serde_json::{Value, json};
use std::fs;
use std::path::{Component, Path};

/// The document with whole addresses: on pages of others relative ones would start at those pages.
pub(super) fn with_whole_addresses(data: &str, json: &Value, base: &Folder) -> String {
    let mut addresses = Vec::new();
    collect(json, String::new(), &mut addresses);
    let mut places: Vec<_> = addresses
        .iter()
        .filter_map(|(path, address)| {
            let whole = base.resolve(address);
            let place = text_at(data, path).filter(|_| whole != *address)?;
            Some((place, json!(whole).to_string()))
        })
        .collect();
    places.sort_by_key(|(place, _)| place.start);
    let mut whole = data.to_owned();
    for (place, address) in places.into_iter().rev() {
        whole.replace_range(place, &address);
    }
    whole
}

/// Collects the texts of the key `url` with their paths.
fn collect<'a>(value: &'a Value, path: String, found: &mut Vec<(String, &'a str)>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let path = format!("{path}[{}]", json!(key));
                match value {
                    Value::String(address) if key == "url" => found.push((path, address)),
                    value => collect(value, path, found),
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{path}[{index}]"), found);
            }
        }
        _ => {}
    }
}

/// The place of a document, from which its relative addresses start.
pub(super) struct Place<'a> {
    pub(super) folder: &'a Path,
    pub(super) base: Base,
}

impl Place<'_> {
    /// The name that the file at a relative address has beside the document, and beside its page.
    ///
    /// # Errors
    /// Why there is none: an address elsewhere.
    pub(super) fn named(&self, address: &str) -> Result<String, String> {
        let path = self.base.file(address)?;
        let inner = path.strip_prefix(self.folder).unwrap_or(&path);
        let names: Option<Vec<_>> = inner
            .components()
            .map(|part| match part {
                Component::Normal(name) => name.to_str(),
                _ => None,
            })
            .collect();
        names
            .map(|names| names.join("/"))
            .ok_or_else(|| "leads out of the document's folder".to_owned())
    }
}

/// The photos that lie beside the document, and warnings about those that do not.
pub(super) fn photos(json: &Value, place: &Place<'_>) -> (Vec<Written>, Vec<Warning>) {
    let options = json.get("options").and_then(Value::as_array);
    let (mut files, mut missing) = (Vec::new(), Vec::new());
    for (index, option) in options.into_iter().flatten().enumerate() {
        let address = option
            .get("photo")
            .and_then(|photo| photo.get("url")?.as_str());
        let Some(address) = address.filter(|address| is_relative(address)) else {
            continue;
        };
        let read = place.named(address).and_then(|name| {
            let path = place.folder.join(&name);
            place.base.refuse_outside(&path)?;
            let bytes = fs::read(&path).map_err(|error| format!("cannot be read: {error}"))?;
            Ok((name, bytes))
        });
        match read {
            Ok(file) => files.push(file),
            Err(why) => missing.push(Warning {
                path: format!("options[{index}].photo.url"),
                message: format!("{address} is not copied beside the page: it {why}"),
            }),
        }
    }
    (files, missing)
}

/// Returns true of an address that starts at the document's folder.
fn is_relative(address: &str) -> bool {
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    !address.starts_with('/') && !first.contains(':')
}

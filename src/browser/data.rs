//! A document on its way from the page into a widget.

use super::document;
#[cfg(feature = "observers")]
use crate::prerender::{AreaFile, area_file_of};
use crate::wire::Document;
use wasm_bindgen::prelude::*;

/// A document that was read as JSON, before it is known to fit any widget.
#[wasm_bindgen]
pub struct Data(pub(super) Document);

#[wasm_bindgen]
impl Data {
    /// Reads JSON text.
    ///
    /// # Errors
    /// Where it is no JSON or nests too deep, in words.
    #[wasm_bindgen(constructor)]
    pub fn new(json: String) -> Result<Data, JsError> {
        let read = document::parse_owned(json);
        read.map(Data).map_err(|error| JsError::new(&error.message))
    }
}

#[cfg(feature = "observers")]
#[wasm_bindgen]
impl Data {
    /// The name of the map that the document asks for, of those that come with the widgets.
    #[wasm_bindgen(getter)]
    pub fn preset(&self) -> Option<String> {
        match area_file_of(&self.0)? {
            AreaFile::Preset(name) => Some(name),
            AreaFile::Url(_) => None,
        }
    }

    /// The address of the page's own map, where the document asks for one.
    #[wasm_bindgen(getter)]
    pub fn url(&self) -> Option<String> {
        match area_file_of(&self.0)? {
            AreaFile::Preset(_) => None,
            AreaFile::Url(address) => Some(address),
        }
    }
}

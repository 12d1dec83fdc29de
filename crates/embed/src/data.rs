//! A document on its way from the page into a widget.

use election_widgets::prerender::AreaFile;
use election_widgets::wire::Document;
use wasm_bindgen::prelude::*;

/// A JSON document, before it is known to fit any widget.
#[wasm_bindgen]
pub struct Data(pub(super) Document);

#[wasm_bindgen]
impl Data {
    /// Reads JSON text in the form that `JSON.stringify` writes.
    ///
    /// # Errors
    /// The text nests too deep; the message says how deep it may.
    #[wasm_bindgen(constructor)]
    pub fn new(json: String) -> Result<Data, JsError> {
        let read = Document::from_canonical(json);
        read.map(Data).map_err(|error| JsError::new(&error.message))
    }

    /// The name of the map that the document asks for, of those that come with the widgets.
    #[wasm_bindgen(getter)]
    pub fn preset(&self) -> Option<String> {
        match AreaFile::of(&self.0)? {
            AreaFile::Preset(name) => Some(name),
            AreaFile::Url(_) => None,
        }
    }

    /// The address of the page's own map, if the document asks for one.
    #[wasm_bindgen(getter)]
    pub fn url(&self) -> Option<String> {
        match AreaFile::of(&self.0)? {
            AreaFile::Preset(_) => None,
            AreaFile::Url(address) => Some(address),
        }
    }
}

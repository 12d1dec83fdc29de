//! Widgets as HTML that a page carries before any script has run.
//!
//! ```
//! use election_widgets::locale::Locale;
//! use election_widgets::prerender::{Request, Style, prerender};
//! use std::sync::Arc;
//! # #[cfg(not(target_arch = "wasm32"))] {
//! let data = include_str!("../../www/data/kazakhstan-2022.json");
//! let made = prerender(&Request {
//!     tag: "results-chart",
//!     attribute: &|_| None,
//!     locale: Arc::new(Locale::english()),
//!     data,
//!     inline: false,
//!     area: None,
//!     style: Style::Sheet,
//! })
//! .expect("the document is good");
//! assert!(made.shadow.starts_with("<style>"));
//! assert!(made.alternative.contains("Kassym-Jomart Tokayev leads with over 81%."));
//! # }
//! ```

mod element;
mod first_paint;
mod hydration_key;
mod styles;

pub use element::{element, escape, inside};
pub use first_paint::first_paint;
pub use hydration_key::{HYDRATION_KEY, hydration_key, inputs_digest};
pub use styles::{all_styles, styles};

use crate::locale::Locale;
use crate::view::{Theme, VNode};
use crate::widget::{AllWidgets, AreaInput, RenderInput, Visit, Widget, WidgetSet, heading_level};
use crate::wire::{self, DataError, Diagnostics, Document, Explain, Warning};
use std::sync::Arc;

/// The request of a page for one widget.
pub struct Request<'a> {
    /// The element's name, without what a page may have put before it: `results-chart`.
    pub tag: &'a str,
    /// The element's own attributes.
    pub attribute: &'a dyn Fn(&str) -> Option<String>,
    /// The language of the reader.
    pub locale: Arc<Locale>,
    /// The document, as JSON text.
    pub data: &'a str,
    /// True if the element itself holds the document, in a script of its own. If not, the root does.
    pub inline: bool,
    /// The area file that the document names ([`area_file`]): its text, or why it did not come.
    pub area: Option<Result<&'a str, DataError>>,
    /// The place of its styles.
    pub style: Style<'a>,
}

/// The place of the styles of a prerendered root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style<'a> {
    /// In the root itself: what the picture needs of [`styles()`].
    Sheet,
    /// In the sheet at this address. Chromium holds back the rest of the page until it has come.
    Link(&'a str),
}

/// A widget as HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prerendered {
    /// The content of `<template shadowrootmode="open">`.
    pub shadow: String,
    /// The title of the widget as plain text. Of a rehearsal it says so.
    pub title: String,
    /// The same in sentences, for whatever shows no shadow roots: plain text.
    pub alternative: String,
    /// The language of `alternative`, if it is not the one of the page.
    pub lang: Option<String>,
    /// The warnings about a document that is shown unchanged.
    pub warnings: Vec<Warning>,
    /// The error that affects a part of it only: its map, if the area file could not be read.
    pub problem: Option<DataError>,
    /// True for a rehearsal, whose figures are made up.
    pub is_rehearsal: bool,
}

/// A file that a document names beside itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaFile {
    /// One that comes with the widgets: `geo/NAME.json` beside the element script.
    Preset(String),
    /// The page's own, by its address.
    Url(String),
}

impl AreaFile {
    /// The area file that a map's document names. `None` if it names none.
    pub fn of(document: &Document) -> Option<AreaFile> {
        let text = |at| document.text(at).map(str::to_owned);
        let area = document.field(0, "area")?;
        match text(area) {
            Some(name) => Some(AreaFile::Preset(name)),
            None => text(document.field(area, "url")?).map(AreaFile::Url),
        }
    }
}

/// The area file that a widget's document names. `None` if it names none, or can't be read.
pub fn area_file(tag: &str, data: &str) -> Option<AreaFile> {
    if tag != "observer-map" {
        return None;
    }
    AreaFile::of(&wire::parse(data).ok()?)
}

/// Draws a widget for a page to carry.
///
/// # Errors
/// No widget has that tag, or the document does not fit the contract: its first such place.
pub fn prerender(request: &Request<'_>) -> Result<Prerendered, DataError> {
    visit(request, Draw(request))
}

/// Calls `visitor` with the widget that a request is for.
fn visit<V: Visit<Output = Result<Prerendered, DataError>>>(
    request: &Request<'_>,
    visitor: V,
) -> Result<Prerendered, DataError> {
    AllWidgets::visit(request.tag, visitor).unwrap_or_else(|| {
        let message = format!("no widget is called {}", request.tag);
        Err(DataError::new("", message))
    })
}

/// A widget whose document was read.
struct Read<W: Widget> {
    input: RenderInput<W>,
    warnings: Vec<Warning>,
    problem: Option<DataError>,
}

/// Parses and reads what a request gives.
fn parse_and_read<W: Widget>(request: &Request<'_>) -> Result<Read<W>, DataError> {
    let area = request.area.as_ref().map(|area| match area {
        Ok(text) => wire::parse(text),
        Err(error) => Err(error.clone()),
    });
    read::<W, Explain>(request, &wire::parse(request.data)?, area).map_err(Into::into)
}

fn read<W: Widget, D: Diagnostics>(
    request: &Request<'_>,
    document: &Document,
    area: Option<Result<Document, DataError>>,
) -> Result<Read<W>, D::Error> {
    let area = match area {
        None => AreaInput::Absent,
        Some(area) => area.map_or_else(AreaInput::Failed, AreaInput::Read),
    };
    let (model, warnings) = W::read_as::<D>(document, area)?;
    let problem = W::partial_error(&model).cloned();
    let input = RenderInput {
        model: Some(Arc::new(model)),
        state: W::initial_state(request.attribute),
        locale: Arc::clone(&request.locale),
        problem: None,
        theme: Theme::new((request.attribute)("theme").as_deref()),
        heading_level: heading_level(request.attribute),
        requested: None,
        has_pictures: true,
    };
    Ok(Read {
        input,
        warnings,
        problem,
    })
}

struct Draw<'a>(&'a Request<'a>);

impl Visit for Draw<'_> {
    type Output = Result<Prerendered, DataError>;

    fn visit<W: Widget>(self) -> Result<Prerendered, DataError> {
        let Draw(request) = self;
        let read = parse_and_read::<W>(request)?;
        let (title, sentences) = read.input.in_words();
        let model = read.input.model.as_deref();
        let is_rehearsal = model.is_some_and(|model| W::head(model).test);
        let data = safe_json(request.data);
        let picture = keyed(&read, request, &data).html();
        let mut shadow = String::new();
        match request.style {
            Style::Sheet => {
                for css in styles::needed::<W>(&picture) {
                    shadow.extend(["<style>", &css, "</style>"]);
                }
            }
            Style::Link(address) => shadow.push_str(&VNode::style_link(address.to_owned()).html()),
        }
        if !request.inline {
            shadow.extend(["<script type=\"application/json\">", &data, "</script>"]);
        }
        shadow.push_str(&picture);
        Ok(Prerendered {
            shadow,
            title,
            alternative: sentences.join(" "),
            lang: (request.locale.is_borrowed()).then(|| request.locale.tag().as_str().to_owned()),
            warnings: read.warnings,
            problem: read.problem,
            is_rehearsal,
        })
    }
}

/// The picture with its hydration key; `data` is the text of the document as the page will give it.
fn keyed<W: Widget>(read: &Read<W>, request: &Request<'_>, data: &str) -> VNode {
    let area = request.area.as_ref().and_then(|area| area.as_ref().ok());
    // A browser takes the mark of UTF-8 off what it fetches.
    let area = area.map(|area| area.trim_start_matches('\u{feff}'));
    let texts: Vec<&str> = std::iter::once(data).chain(area).collect();
    let language = request.locale.reader().as_str();
    let digest = inputs_digest::<W>(language, request.attribute, &texts);
    let picture = read.input.vnode();
    let key = hydration_key(digest, picture.descendants());
    picture.attr(HYDRATION_KEY, key)
}

/// JSON text without blanks between its parts, as it can stand in a script element: no text in it can end that.
fn safe_json(text: &str) -> String {
    let solid: Vec<u8> = hydration_key::solid(text.trim_start_matches('\u{feff}')).collect();
    String::from_utf8_lossy(&solid).replace('<', "\\u003c")
}

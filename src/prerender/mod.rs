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
mod flat;
mod paint;
#[cfg(feature = "sketch")]
mod sketch;
pub(crate) mod stamp;
mod styles;

pub use element::{element, inside};
pub use flat::flat;
#[cfg(feature = "sketch")]
pub use sketch::sketch;
pub use styles::{all_styles, styles};

use crate::locale::Locale;
#[cfg(feature = "alliances")]
use crate::view::AlliancesWidget;
use crate::view::Node;
#[cfg(feature = "observers")]
use crate::view::ObserversWidget;
#[cfg(feature = "results")]
use crate::view::ResultsWidget;
use crate::widget::{Beside, Input, Theme, Widget};
use crate::wire::{self, DataError, Document, Warning};
use std::sync::Arc;

/// What a page asks of one widget.
pub struct Request<'a> {
    /// The element's name, without what a page may have put before it: `results-chart`.
    pub tag: &'a str,
    /// The element's own attributes.
    pub attribute: &'a dyn Fn(&str) -> Option<String>,
    /// The reader's language.
    pub locale: Arc<Locale>,
    /// The document, as JSON text.
    pub data: &'a str,
    /// Whether the element itself holds the document, in a script of its own; if not, the root does.
    pub inline: bool,
    /// The area file that the document names ([`area_file`]): its text, or why it did not come.
    pub area: Option<Result<&'a str, DataError>>,
    /// Where its styles are.
    pub style: Style<'a>,
}

/// Where a prerendered root has its styles.
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
    /// What stands in `<template shadowrootmode="open">`.
    pub shadow: String,
    /// The same in sentences, for whatever shows no shadow roots: plain text.
    pub alternative: String,
    /// What looks wrong in the document and is shown as it stands.
    pub warnings: Vec<Warning>,
    /// What of it can't be shown: its map, where the area file is not to be had.
    pub problem: Option<DataError>,
}

/// A file that a document names beside itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaFile {
    /// One that comes with the widgets: `geo/NAME.json` beside the element script.
    Preset(String),
    /// The page's own, by its address.
    Url(String),
}

/// The area file that a widget's document names; nothing where it names none, or can't be read.
pub fn area_file(tag: &str, data: &str) -> Option<AreaFile> {
    if tag != "observer-map" {
        return None;
    }
    area_file_of(&wire::parse(data).ok()?)
}

/// The area file that a map's document names.
pub(crate) fn area_file_of(document: &Document) -> Option<AreaFile> {
    let text = |at| document.text(at).map(str::to_owned);
    let area = document.field(0, "area")?;
    match text(area) {
        Some(name) => Some(AreaFile::Preset(name)),
        None => text(document.field(area, "url")?).map(AreaFile::Url),
    }
}

/// Draws a widget for a page to carry.
///
/// # Errors
/// Where no widget has that tag, or the document does not fit the contract: its first such place.
pub fn prerender(request: &Request<'_>) -> Result<Prerendered, DataError> {
    match request.tag {
        #[cfg(feature = "results")]
        ResultsWidget::TAG => draw::<ResultsWidget>(request),
        #[cfg(feature = "observers")]
        ObserversWidget::TAG => draw::<ObserversWidget>(request),
        #[cfg(feature = "alliances")]
        AlliancesWidget::TAG => draw::<AlliancesWidget>(request),
        tag => Err(unknown(tag)),
    }
}

fn unknown(tag: &str) -> DataError {
    DataError::new("", format!("no widget is called {tag}"))
}

/// A widget whose document was read.
struct Read<W: Widget> {
    input: Input<W>,
    warnings: Vec<Warning>,
    problem: Option<DataError>,
}

fn read<W: Widget>(request: &Request<'_>) -> Result<Read<W>, DataError> {
    let beside = match &request.area {
        None => Beside::Nothing,
        Some(Ok(text)) => wire::parse(text).map_or_else(Beside::Failed, Beside::Read),
        Some(Err(error)) => Beside::Failed(error.clone()),
    };
    let (model, warnings) = W::read(&wire::parse(request.data)?, beside)?;
    let problem = W::problem(&model).cloned();
    let input = Input {
        model: Some(Arc::new(model)),
        state: W::begin(request.attribute),
        locale: Arc::clone(&request.locale),
        problem: None,
        theme: Theme::new((request.attribute)("theme").as_deref()),
    };
    Ok(Read {
        input,
        warnings,
        problem,
    })
}

fn draw<W: Widget>(request: &Request<'_>) -> Result<Prerendered, DataError> {
    let read = read::<W>(request)?;
    let alternative = read.input.sentences().join(" ");
    let data = safe_json(request.data);
    let picture = stamped(&read, request, &data).html();
    let mut shadow = String::new();
    match request.style {
        Style::Sheet => {
            for css in styles::needed::<W>(&picture) {
                shadow.extend(["<style>", &css, "</style>"]);
            }
        }
        Style::Link(address) => shadow.push_str(&Node::style_link(address.to_owned()).html()),
    }
    if !request.inline {
        shadow.extend(["<script type=\"application/json\">", &data, "</script>"]);
    }
    shadow.push_str(&picture);
    Ok(Prerendered {
        shadow,
        alternative,
        warnings: read.warnings,
        problem: read.problem,
    })
}

/// The picture, with the stamp by which the embed knows what it was made from; `data` is the document's text as the
/// page will give it.
fn stamped<W: Widget>(read: &Read<W>, request: &Request<'_>, data: &str) -> Node {
    let area = request.area.as_ref().and_then(|area| area.as_ref().ok());
    let texts: Vec<&str> = std::iter::once(data).chain(area.copied()).collect();
    let language = request.locale.tag().as_str();
    let digest = stamp::digest::<W>(language, request.attribute, &texts);
    let picture = read.input.node();
    let stamp = stamp::stamp(digest, picture.descendants());
    picture.attr(stamp::STAMP, stamp)
}

/// A JSON text without white space between its parts, as it can stand in a script element: no text in
/// it can end that.
fn safe_json(text: &str) -> String {
    let solid: Vec<u8> = stamp::solid(text.trim_start_matches('\u{feff}')).collect();
    String::from_utf8_lossy(&solid).replace('<', "\\u003c")
}

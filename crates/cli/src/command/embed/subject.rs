//! The document of an embed, drawn in each form that its files need.

use super::super::ExitStatus;
use super::super::address::Base;
use super::super::languages::Languages;
use super::super::line::line_of;
use super::super::pages::REHEARSAL;
use super::super::shapes::Shapes;
use super::super::source::read_text;
use super::super::table::json_of;
use super::super::validate::DocumentKind;
use super::address::Folder;
use super::{Site, Stopped, size, stem};
use crate::page::Page;
use election_widgets::prerender::{self, Prerendered, Request, Style};
use election_widgets::wire::{self, DataError};
use election_widgets_static::{Part, Room};
use serde_json::Value;
use std::path::Path;

/// A document with its pictures.
pub(super) struct Subject {
    /// The name of its files without their endings.
    pub(super) name: String,
    /// The name of the widget's element.
    pub(super) tag: &'static str,
    /// The document as JSON.
    pub(super) data: String,
    pub(super) title: String,
    /// The chart in sentences.
    pub(super) sentence: String,
    /// The finished widget with its shadow root.
    pub(super) element: String,
    /// The table for content management systems.
    pub(super) table: String,
    /// The paragraphs and tables for formats of articles.
    pub(super) parts: Vec<Part>,
    /// The height at a width of 600 px.
    pub(super) height: u32,
    /// The attribute `scrolling` of a frame of this height.
    pub(super) scrolling: &'static str,
}

impl Subject {
    /// Reads and draws a document.
    ///
    /// # Errors
    /// Why it can't be read, shown or published.
    pub(super) fn read(path: &Path, site: &Site, rehearsal: bool) -> Result<Subject, Stopped> {
        let shown = path.display();
        let failed = |why: String| (ExitStatus::Failure, format!("{shown}: {why}"));
        let name = stem(path).ok_or_else(|| {
            failed(
                "the name becomes a part of addresses: use letters a-z, digits, - and _".to_owned(),
            )
        })?;
        let data = read_text(path).and_then(|text| json_of(path, text, None));
        let data = data.map_err(failed)?;
        let invalid = |error: DataError| {
            let line = line_of(&data, &error.path);
            (ExitStatus::Invalid, format!("{shown}:{line}: {error}"))
        };
        let tag = tag(&data).map_err(invalid)?;
        let file = format!("{name}.json");
        let made = drawn(path, &data, tag, &file, site).map_err(invalid)?;
        let json: Value =
            serde_json::from_str(data.trim_start_matches('\u{feff}')).unwrap_or_default();
        if let Some(error) = obstacle(&made.widget, &json, rehearsal) {
            return Err(invalid(error));
        }
        for warning in &made.widget.warnings {
            let line = line_of(&data, &warning.path);
            eprintln!("{shown}:{line}: warning: {warning}");
        }
        Ok(Subject {
            name: name.to_owned(),
            tag,
            title: made.widget.title.clone(),
            sentence: made.widget.alternative.clone(),
            element: prerender::element(tag, &attributes(&file, site), &made.widget, None),
            table: with_whole_addresses(&made.table, &site.base),
            parts: made.parts,
            height: size::height(made.room.height),
            scrolling: size::scrolling(&made.room),
            data,
        })
    }

    /// The name of one of its files.
    pub(super) fn file(&self, ending: &str) -> String {
        format!("{}.{ending}", self.name)
    }
}

/// The reason why a document is not published.
fn obstacle(widget: &Prerendered, json: &Value, rehearsal: bool) -> Option<DataError> {
    if let Some(problem) = &widget.problem {
        return Some(problem.clone());
    }
    if widget.is_rehearsal && !rehearsal {
        return Some(DataError::new("test", REHEARSAL));
    }
    let sources = json.get("sources").and_then(Value::as_array);
    sources.is_none_or(Vec::is_empty).then(|| {
        let what =
            "the document names no source: an embed stands on pages of others, so it needs one";
        DataError::new("sources", what)
    })
}

/// The forms of a widget.
struct Drawn {
    widget: Prerendered,
    /// The room that it takes.
    room: Room,
    /// Plain HTML for content management systems.
    table: String,
    /// Paragraphs and tables for formats of articles.
    parts: Vec<Part>,
}

fn tag(data: &str) -> Result<&'static str, DataError> {
    let tag = DocumentKind::of(&wire::parse(data)?)?.name();
    if tag == election_widgets::widget::AREA {
        return Err(DataError::new(
            "",
            "it is an area file of a map, not a document".to_owned(),
        ));
    }
    Ok(tag)
}

fn attributes(file: &str, site: &Site) -> Vec<(String, String)> {
    let own = [("src", file), ("lang", &site.lang)]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    own.into_iter()
        .chain(site.attributes.iter().cloned())
        .collect()
}

fn drawn(
    path: &Path,
    data: &str,
    tag: &'static str,
    file: &str,
    site: &Site,
) -> Result<Drawn, DataError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let base = Base::new(None, folder).map_err(|why| DataError::new("", why))?;
    let shapes = Shapes::of(&Page::parse(""), &base);
    let area = prerender::area_file(tag, data).map(|file| shapes.read(&file, &base));
    let attributes = attributes(file, site);
    let attribute = |name: &str| {
        let found = attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    };
    let locale = Languages::default().named(Some(&site.lang));
    let request = || Request {
        tag,
        attribute: &attribute,
        locale: locale.clone(),
        data,
        inline: false,
        area: area
            .as_ref()
            .map(|read| read.as_deref().map_err(DataError::clone)),
        style: Style::Sheet,
    };
    Ok(Drawn {
        widget: prerender::prerender(&request())?,
        room: election_widgets_static::room(&request(), size::ROOM)?,
        table: election_widgets_static::cms_html(&request())?.shadow,
        parts: election_widgets_static::article_parts(&request())?,
    })
}

/// HTML whose pictures have the addresses that they have in a page of the base: the table stands on pages of others.
fn with_whole_addresses(html: &str, base: &Folder) -> String {
    const BEFORE: &str = " src=\"";
    let mut pieces = html.split(BEFORE);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (address, rest) = piece.split_once('"').unwrap_or((piece, ""));
        whole.push_str(BEFORE);
        whole.push_str(&base.resolve(address));
        whole.push('"');
        whole.push_str(rest);
    }
    whole
}

//! The document of an embed, drawn in each form that its files need.

use super::super::ExitStatus;
use super::super::address::Base;
use super::super::languages::Languages;
use super::super::line::line_of;
use super::super::pages::REHEARSAL;
use super::super::shapes::built_in;
use super::super::source::read_text;
use super::super::table::json_of;
use super::super::validate::DocumentKind;
use super::named::{Place, photos, with_whole_addresses};
use super::{Site, Stopped, Written, size, stem};
use election_widgets::prerender::{self, AreaFile, Prerendered, Request, Style};
use election_widgets::wire::{self, DataError, Warning};
use election_widgets_static::Part;
use serde_json::Value;
use std::path::Path;

/// A document with its pictures.
pub(super) struct Subject {
    /// The name of its files without their endings.
    pub(super) name: String,
    /// The name of the widget's element.
    pub(super) tag: &'static str,
    /// The document as JSON, as its author wrote it.
    pub(super) source: String,
    /// The document with whole addresses, as it is published.
    pub(super) data: String,
    /// The files that the document names, which have the same places beside the page.
    pub(super) beside: Vec<Written>,
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
        let source = read_text(path).and_then(|text| json_of(path, text, None));
        let source = source.map_err(failed)?;
        let source = source.trim_start_matches('\u{feff}').to_owned();
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let base = Base::new(None, folder).map_err(failed)?;
        let place = Place { folder, base };
        Subject::drawn(name, &source, &place, (site, rehearsal))
            .map(|(subject, warnings)| {
                for warning in warnings {
                    let line = line_of(&source, &warning.path);
                    eprintln!("{shown}:{line}: warning: {warning}");
                }
                subject
            })
            .map_err(|error| {
                let line = line_of(&source, &error.path);
                (ExitStatus::Invalid, format!("{shown}:{line}: {error}"))
            })
    }

    /// Draws a document.
    ///
    /// # Errors
    /// Why it can't be shown or published.
    fn drawn(
        name: &str,
        source: &str,
        place: &Place<'_>,
        (site, rehearsal): (&Site, bool),
    ) -> Result<(Subject, Vec<Warning>), DataError> {
        let tag = tag(source)?;
        let json: Value = serde_json::from_str(source).unwrap_or_default();
        let data = with_whole_addresses(source, &json, &site.base);
        let area = area(tag, source, place)?;
        let file = format!("{name}.json");
        let text = area.as_ref().map(|(_, text)| text.as_str());
        let made = drawn((&data, text), tag, &file, site)?;
        if let Some(error) = obstacle(&made.widget, &json, rehearsal) {
            return Err(error);
        }
        let (mut beside, missing) = photos(&json, place);
        if let Some((Some(name), text)) = area {
            beside.push((name, text.into_bytes()));
        }
        let subject = Subject {
            name: name.to_owned(),
            tag,
            title: made.widget.title.clone(),
            sentence: made.widget.alternative.clone(),
            element: prerender::element(tag, &attributes(&file, site), &made.widget, None),
            table: made.table,
            parts: made.parts,
            height: size::height(made.height),
            beside,
            source: source.to_owned(),
            data,
        };
        Ok((subject, [made.widget.warnings, missing].concat()))
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
    /// The height that it takes, in pixels.
    height: f64,
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

/// The area file of a map: its text, and the name that it has beside the page. A preset lies with the widgets.
type Area = (Option<String>, String);

/// Reads the area file that a document names; `None` if it names none.
///
/// # Errors
/// It is no file beside the document, so that it could not lie beside the page.
fn area(tag: &str, data: &str, place: &Place<'_>) -> Result<Option<Area>, DataError> {
    let read = |file: &AreaFile| match file {
        AreaFile::Preset(name) => {
            let text = built_in(name);
            let text = text.map_err(|why| DataError::new("area", format!("{name} {why}")))?;
            Ok((None, text.to_owned()))
        }
        AreaFile::Url(address) => {
            let read = place.named(address).and_then(|name| {
                let text = place.base.read_file(&place.folder.join(&name))?;
                Ok((Some(name), text))
            });
            let said = |why| {
                let what = format!(
                    "{address} {why}; the map is written beside the page, so its file must lie beside the document or in a folder below"
                );
                DataError::new("area.url", what)
            };
            read.map_err(said)
        }
    };
    prerender::area_file(tag, data)
        .as_ref()
        .map(read)
        .transpose()
}

fn drawn(
    (data, area): (&str, Option<&str>),
    tag: &'static str,
    file: &str,
    site: &Site,
) -> Result<Drawn, DataError> {
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
        area: area.map(Ok),
        style: Style::Sheet,
    };
    let line_of_time = match attribute("refresh") {
        Some(_) => size::LINE_OF_TIME,
        None => 0.0,
    };
    Ok(Drawn {
        widget: prerender::prerender(&request())?,
        height: election_widgets_static::height(&request(), size::ROOM)? + line_of_time,
        table: election_widgets_static::cms_html(&request())?.shadow,
        parts: election_widgets_static::article_parts(&request())?,
    })
}

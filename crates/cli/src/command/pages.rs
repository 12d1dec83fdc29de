//! The prerendering of one page.

use super::address::Base;
use super::languages;
use super::line::line_of;
use super::render_options::RenderOptions;
use super::shapes::Shapes;
use super::table::json_of;
use super::widgets::{self, Data, WidgetElement};
use crate::page::{Lines, Page, line_at};
use election_widgets::prerender::{self, Prerendered, Request, Style};
use election_widgets::wire::DataError;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// A page after the work, and what is to say of it.
#[derive(Debug, Default)]
pub(super) struct Rewritten {
    pub(super) text: String,
    pub(super) widgets: usize,
    /// The tags of those.
    pub(super) tags: BTreeSet<&'static str>,
    /// Widgets that get their data from a script.
    pub(super) left: usize,
    pub(super) errors: Vec<(usize, String)>,
    pub(super) warnings: Vec<(usize, String)>,
    /// True once a warning says that words are borrowed from another language.
    borrows: bool,
    /// The description of where its maps come from.
    pub(super) maps: Option<String>,
}

impl Rewritten {
    /// How many widgets it holds now.
    pub(super) fn written(&self) -> usize {
        self.widgets.saturating_sub(self.errors.len())
    }
}

/// A document and where it is from.
struct Document {
    text: String,
    /// The element as messages call it.
    shown: String,
    /// The position in the page where the document begins; `None` if it is a file of its own.
    start: Option<usize>,
}

/// A page that is being worked at.
struct Work<'a> {
    render: &'a RenderOptions,
    base: Base,
    text: &'a str,
    lines: Lines,
    shapes: Shapes,
}

/// Prerenders a page that lies in `folder`.
///
/// # Errors
/// Why nothing could be done with it at all.
pub(super) fn rewrite(
    text: &str,
    folder: &Path,
    render: &RenderOptions,
) -> Result<Rewritten, String> {
    let (mut rewritten, changes) = worked(text, folder, render)?;
    rewritten.text = changed(text, changes);
    Ok(rewritten)
}

/// Returns the diagnostics of a page and the changes to it.
fn worked(
    text: &str,
    folder: &Path,
    render: &RenderOptions,
) -> Result<(Rewritten, Vec<Change>), String> {
    let page = Page::parse(text);
    if let Some(limit) = page.limit() {
        let line = line_at(text, limit.place);
        return Err(format!("line {line}: {}", limit.message));
    }
    if let Some(charset) = page.charset().filter(|charset| !is_utf8(charset)) {
        return Err(format!(
            "is in {charset}; only pages in UTF-8 can be written"
        ));
    }
    let base = Base::new(render.root.as_deref(), folder)?.moved_by(&page);
    let work = Work {
        shapes: Shapes::of(&page, &base),
        render,
        base,
        text,
        lines: Lines::of(text),
    };
    let mut told = Rewritten::default();
    let mut changes = Vec::new();
    for widget in widgets::find(&page, &render.prefix, render.language.as_deref()) {
        if widget.data == Data::Script {
            told.left += 1;
            continue;
        }
        told.widgets += 1;
        told.tags.insert(widget.tag);
        let locale = render.languages.named(widget.language);
        if let Some(warning) = languages::borrowed(&locale).filter(|_| !told.borrows) {
            told.borrows = true;
            told.warnings.push((work.line(&widget), warning));
        }
        match work.widget(&widget, &mut told) {
            Ok(changed) => changes.extend(changed),
            Err(error) => told.errors.push(error),
        }
    }
    told.maps = work.shapes.said();
    Ok((told, changes))
}

fn is_utf8(charset: &str) -> bool {
    ["utf-8", "utf8", "unicode-1-1-utf-8"]
        .iter()
        .any(|known| charset.trim().eq_ignore_ascii_case(known))
}

/// A replacement for a range of a page.
type Change = (Range<usize>, String);

/// A line and what is wrong there.
type Diagnostic = (usize, String);

impl Work<'_> {
    fn widget(
        &self,
        widget: &WidgetElement<'_>,
        told: &mut Rewritten,
    ) -> Result<Vec<Change>, Diagnostic> {
        let Some(whole) = widget.whole() else {
            let what = format!(
                "{}: has no end tag </{0}> (/> does not end an element; look for a tag inside it that is left open, and for a <p> around it)",
                widget.tag
            );
            return Err((self.line(widget), what));
        };
        let document = self.document(widget)?;
        let at = |error: DataError| self.place(widget, &document, &error.path, error.to_string());
        let made = self.render(widget, &document).map_err(&at)?;
        for warning in &made.warnings {
            let said = self.place(widget, &document, &warning.path, warning.to_string());
            told.warnings.push(said);
        }
        if let Some(problem) = made.problem {
            return Err(at(problem));
        }
        if self.render.flat.is_some() {
            return Ok(vec![(whole, made.shadow)]);
        }
        let front = widget.front();
        let paragraph = (!widget.has_fallback()).then(|| widget.paragraph());
        let added = prerender::inside(&made, paragraph);
        let mut changes = vec![(front..front, added)];
        changes.extend(
            widget
                .earlier()
                .into_iter()
                .map(|range| (range, String::new())),
        );
        Ok(changes)
    }

    /// The JSON of the document at an address of the page, which may be a table.
    fn file(&self, address: &str, tag: &str) -> Result<String, String> {
        let path = self.base.file(address)?;
        let text = self.base.read_file(&path)?;
        json_of(&path, text, Some(tag))
    }

    fn document(&self, widget: &WidgetElement<'_>) -> Result<Document, Diagnostic> {
        match &widget.data {
            Data::Source(address) => {
                let shown = format!("{} src={address}", widget.tag);
                match self.file(address, widget.tag) {
                    Ok(text) => Ok(Document {
                        text,
                        shown,
                        start: None,
                    }),
                    Err(why) => Err((self.line(widget), format!("{shown}: {why}"))),
                }
            }
            Data::Inline(range) => Ok(Document {
                text: self.text.get(range.clone()).unwrap_or_default().to_owned(),
                shown: widget.tag.to_owned(),
                start: Some(range.start),
            }),
            Data::Script => Err((self.line(widget), String::new())),
        }
    }

    fn render(
        &self,
        widget: &WidgetElement<'_>,
        document: &Document,
    ) -> Result<Prerendered, DataError> {
        let file = prerender::area_file(widget.tag, &document.text);
        let area = file.map(|file| self.shapes.read(&file, &self.base));
        let request = Request {
            tag: widget.tag,
            attribute: &|name| widget.attribute(name).map(str::to_owned),
            locale: self.render.languages.named(widget.language),
            data: &document.text,
            inline: document.start.is_some(),
            area: area
                .as_ref()
                .map(|read| read.as_deref().map_err(DataError::clone)),
            style: match &self.render.link {
                Some(address) => Style::Link(address),
                None => Style::Sheet,
            },
        };
        let made = match self.render.flat {
            Some(form) => form.html(&request),
            None => prerender::prerender(&request),
        }?;
        if made.is_rehearsal && !self.render.rehearsal {
            return Err(DataError {
                path: "test".to_owned(),
                message: REHEARSAL.to_owned(),
            });
        }
        Ok(made)
    }

    fn line(&self, widget: &WidgetElement<'_>) -> usize {
        self.lines.at(widget.start())
    }

    /// Something about a place in a document, with its line.
    fn place(
        &self,
        widget: &WidgetElement<'_>,
        document: &Document,
        path: &str,
        what: String,
    ) -> Diagnostic {
        let line = line_of(&document.text, path);
        let shown = &document.shown;
        match document.start {
            Some(start) => (
                (self.lines.at(start) + line).saturating_sub(1),
                format!("{shown}: {what}"),
            ),
            None => (self.line(widget), format!("{shown}: line {line}: {what}")),
        }
    }
}

/// Why made-up figures are not published by mistake.
pub(super) const REHEARSAL: &str =
    "this document is a rehearsal (\"test\": true): add --rehearsal to write it";

/// A text with parts of it replaced.
fn changed(text: &str, mut changes: Vec<Change>) -> String {
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (range, added) in changes {
        out.push_str(text.get(done..range.start).unwrap_or_default());
        out.push_str(&added);
        done = range.end.max(done);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Numbers that are the same in every run.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, most: usize) -> usize {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(self.0 >> 33).unwrap() % most.max(1)
        }

        fn slice<'a>(&mut self, text: &'a str, most: usize) -> &'a str {
            loop {
                let (from, length) = (self.below(text.len()), self.below(most));
                let to = (from + length).min(text.len());
                if let Some(slice) = text.get(from..to) {
                    return slice;
                }
            }
        }
    }

    fn articles() -> Vec<String> {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("www/articles");
        let pages = fs::read_dir(folder).unwrap();
        let mut pages: Vec<_> = pages.map(|page| page.unwrap().path()).collect();
        pages.sort();
        pages
            .into_iter()
            .map(|page| fs::read_to_string(page).unwrap())
            .collect()
    }

    /// Odd pieces, put between slices.
    const ODD: [&str; 16] = [
        "<template>",
        "</template>",
        "<p>",
        "</p>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "</results-chart>",
        "<table>",
        "<svg>",
        "\r\n",
        "\0",
        "<p data-prerendered>",
        "<results-chart src=../data/kazakhstan-2022.json></results-chart>",
        "<select>",
    ];

    #[test]
    fn whatever_a_page_is_made_of_only_what_prerendering_put_in_is_taken_out() {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("www");
        let render = RenderOptions {
            root: Some(root.clone()),
            link: Some("x.css".to_owned()),
            ..RenderOptions::default()
        };
        let folder = root.join("articles");
        let mut sources = articles();
        let written: Vec<String> = sources
            .iter()
            .map(|page| rewrite(page, &folder, &render).unwrap().text)
            .collect();
        sources.extend(written);
        let (mut dice, mut widgets) = (Dice(1), 0);
        for _ in 0..200 {
            let mut text = String::new();
            for _ in 0..1 + dice.below(5) {
                let source = dice.below(sources.len());
                text.push_str(dice.slice(&sources[source], 2000));
                text.push_str(ODD[dice.below(ODD.len() * 2).min(ODD.len() - 1)]);
            }
            let Ok((told, mut changes)) = worked(&text, &folder, &render) else {
                continue;
            };
            widgets += told.widgets - told.errors.len();
            changes.sort_by_key(|(range, _)| (range.start, range.end));
            let mut done = 0;
            for (range, _) in &changes {
                assert!(range.start >= done, "{text}");
                done = range.end;
                let taken = text.get(range.clone()).expect("a stretch of text");
                let earlier = ["<template", "<p", "<span"]
                    .iter()
                    .any(|tag| taken.starts_with(tag));
                assert!(
                    taken.is_empty() || earlier && taken.ends_with('>'),
                    "{taken}"
                );
            }
            let out = changed(&text, changes);
            let again = rewrite(&out, &folder, &render).unwrap();
            assert_eq!(again.text, out, "{text}");
        }
        assert!(widgets > 60, "{widgets}");
    }
}

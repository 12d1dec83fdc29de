//! The parts around the content of every picture: heading, status, notes, sources, logo.

use crate::drawing::{Anchor, number};
use crate::page::{Area, Page, Paragraph, baseline, line_height};
use crate::text::Letters;
use crate::{Logo, Size};
use election_widgets::layout::{Frame, SourceLine, StatusBand};

/// The frame of a picture in words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    pub(crate) rehearsal: Option<String>,
    pub(crate) title: String,
    /// Office, place and date.
    pub(crate) contest: String,
    pub(crate) question: Option<String>,
    /// How far each count has come, and its date.
    pub(crate) statuses: Vec<(String, String)>,
    /// The content in a few sentences.
    pub(crate) summary: String,
    /// The notes that must be known about the figures.
    pub(crate) notes: Vec<String>,
    /// The lines that can be left out.
    pub(crate) extras: Vec<String>,
    pub(crate) sources_label: String,
    pub(crate) sources: Vec<SourceLine>,
}

impl Texts {
    /// The part that all widgets' frames have.
    pub(crate) fn new(frame: &Frame) -> Texts {
        Texts {
            rehearsal: frame.rehearsal.clone(),
            title: frame.title.text.clone(),
            sources_label: frame.sources_label.clone(),
            sources: frame.sources.clone(),
            ..Texts::default()
        }
    }
}

/// A status in words, and its date with what has come in.
pub(crate) fn status(band: &StatusBand) -> (String, String) {
    let reported = band.reported.as_ref().map(|line| line.text.clone());
    let note = band.note.as_ref().map(|note| note.text.clone());
    let rest: Vec<String> = [Some(band.as_of.clone()), reported, note]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    (band.word.clone(), rest.join(" · "))
}

/// The most lines of a title.
const TITLE_LINES: usize = 3;

/// Draws the frame. Returns the room for the content; `None` if there is none.
pub(crate) fn draw(
    page: &mut Page<'_>,
    texts: &Texts,
    size: Size,
    logo: Option<&Logo>,
) -> Option<Area> {
    let (width, height) = (f64::from(size.width()), f64::from(size.height()));
    page.drawing
        .rect([0.0, 0.0, width, height], page.palette.ground);
    let margin = page.unit(40.0).min(width * 0.06);
    let mut area = Area {
        x: margin,
        y: margin * 0.85,
        width: width - 2.0 * margin,
        height: height - margin * 1.6,
    };
    if let Some(text) = &texts.rehearsal {
        area = rehearsal(page, text, width, area);
    }
    let area = head(page, texts, logo, area);
    let area = foot(page, texts, area);
    (area.height > page.unit(40.0)).then_some(area)
}

/// A strip across the whole picture: its figures are made up.
fn rehearsal(page: &mut Page<'_>, text: &str, width: f64, area: Area) -> Area {
    let letters = Letters::strong(page.unit(20.0));
    let ground = page.palette.ground;
    let paragraph = page.paragraph(text, letters, ground, area.width);
    let high = paragraph.height() + page.unit(12.0);
    page.drawing
        .rect([0.0, 0.0, width, high], page.palette.other);
    page.draw(&paragraph, area.x, page.unit(6.0), Anchor::Start);
    let moved = (high + page.unit(14.0) - area.y).max(0.0);
    area.below(moved)
}

fn head(page: &mut Page<'_>, texts: &Texts, logo: Option<&Logo>, area: Area) -> Area {
    let ink = page.palette.ink;
    let beside = logo.map_or(0.0, |logo| draw_logo(page, logo, area));
    let letters = Letters::strong(page.unit(36.0));
    let room = (area.width - beside, TITLE_LINES);
    let title = page.shortened(&texts.title, letters, ink, room);
    let mut y = page.draw(&title, area.x, area.y, Anchor::Start);
    if beside > 0.0 {
        y = y.max(area.y + page.unit(LOGO_HEIGHT + 4.0));
    }
    let quiet = Letters::regular(page.unit(20.0));
    for (text, fill) in [
        (Some(&texts.contest), page.palette.quiet),
        (texts.question.as_ref(), ink),
    ] {
        let text = text.map_or("", String::as_str);
        let paragraph = page.paragraph(text, quiet, fill, area.width);
        y = page.draw(&paragraph, area.x, y, Anchor::Start);
    }
    for (word, rest) in &texts.statuses {
        y = status_line(page, (word, rest), Area { y, ..area });
    }
    let summary = page.paragraph(&texts.summary, quiet, ink, area.width);
    if page.attempt.extras || summary.lines.len() <= 3 {
        y = page.draw(&summary, area.x, y + page.unit(2.0), Anchor::Start);
    }
    area.below(y + page.unit(12.0) - area.y)
}

/// The status, strong, and its date: on one line where they fit, else one below the other.
fn status_line(page: &mut Page<'_>, (word, rest): (&str, &str), area: Area) -> f64 {
    let (strong, usual) = (
        Letters::strong(page.unit(20.0)),
        Letters::regular(page.unit(20.0)),
    );
    let (ink, quiet) = (page.palette.ink, page.palette.quiet);
    let beside = strong.width(page.ruler, word) + page.unit(10.0);
    let first = page.paragraph(word, strong, ink, area.width);
    if beside + usual.width(page.ruler, rest) <= area.width {
        page.draw(&first, area.x, area.y, Anchor::Start);
        let at = (area.x + beside, area.y + baseline(usual));
        let style = (usual, Anchor::Start);
        page.drawing.text(page.ruler, at, style, quiet, rest);
        return area.y + line_height(usual);
    }
    let y = page.draw(&first, area.x, area.y, Anchor::Start);
    let second = page.paragraph(rest, usual, quiet, area.width);
    page.draw(&second, area.x, y, Anchor::Start)
}

const LOGO_HEIGHT: f64 = 44.0;
const LOGO_WIDTH: f64 = 220.0;

/// The logo in the upper right corner; returns the width that it takes.
fn draw_logo(page: &mut Page<'_>, logo: &Logo, area: Area) -> f64 {
    let most_wide = page.unit(LOGO_WIDTH).min(area.width * 0.3);
    let factor = (page.unit(LOGO_HEIGHT) / logo.height).min(most_wide / logo.width);
    let wide = logo.width * factor;
    let (x, y) = (area.right() - wide, area.y);
    // A factor of three decimals keeps large logos in their place.
    let factor = (factor * 10_000.0).floor() as i64;
    let place = format!(
        "translate({} {}) scale({}.{:04})",
        number(x),
        number(y),
        factor / 10_000,
        factor % 10_000
    );
    page.drawing.open("g", &[("transform", place)]);
    page.drawing.raw(&logo.svg);
    page.drawing.close("g");
    wide + page.unit(20.0)
}

/// The size of the letters of notes and sources, the smallest words of a picture.
pub(crate) const SMALL: f64 = 16.0;

/// Draws notes and sources at the end of an area; returns what is left of it.
fn foot(page: &mut Page<'_>, texts: &Texts, area: Area) -> Area {
    let small = Letters::regular(page.unit(SMALL));
    let quiet = page.palette.quiet;
    let extras = texts.extras.iter().filter(|_| page.attempt.extras);
    let mut parts: Vec<Paragraph> = texts
        .notes
        .iter()
        .chain(extras)
        .map(|note| page.paragraph(note, small, quiet, area.width))
        .collect();
    parts.push(sources(page, texts, small, area.width));
    let gap = page.unit(4.0);
    let high: f64 = parts.iter().map(|part| part.height() + gap).sum();
    let rule = page.unit(10.0);
    let mut y = area.bottom() - high;
    let line = [area.x, y - rule * 0.5, area.right(), y - rule * 0.5];
    page.drawing
        .line(line, page.palette.rule, page.unit(1.0).max(1.0));
    for part in &parts {
        y = page.draw(part, area.x, y, Anchor::Start) + gap;
    }
    area.without_foot(high + rule * 2.0)
}

/// The sources: whole where they fit into two lines, else by publisher and date.
fn sources(page: &Page<'_>, texts: &Texts, letters: Letters, width: f64) -> Paragraph {
    let several = texts.sources.len() > 1;
    let cited = |line: &SourceLine, with_title: bool| {
        let parts = [
            // A title that names the publisher too stands for both.
            Some(&line.title.text).filter(|_| with_title || line.publisher.is_none()),
            line.publisher.as_ref().map(|publisher| &publisher.text),
            Some(&line.date),
        ];
        let parts: Vec<&str> = parts
            .into_iter()
            .flatten()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        let number = if several {
            format!("[{}] ", line.number)
        } else {
            String::new()
        };
        format!("{number}{}", parts.join(", "))
    };
    let all = |with_title: bool| {
        let lines: Vec<String> = texts
            .sources
            .iter()
            .map(|line| cited(line, with_title))
            .collect();
        let text = format!("{}: {}", texts.sources_label, lines.join("; "));
        page.paragraph(&text, letters, page.palette.quiet, width)
    };
    let whole = all(true);
    if whole.lines.len() <= 2 {
        whole
    } else {
        all(false)
    }
}

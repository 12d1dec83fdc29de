//! The picture of an observer map: the map, and the list of its missions.

use crate::compose::Content;
use crate::drawing::{Anchor, number};
use crate::frame::Texts;
use crate::legend;
use crate::map;
use crate::mark::Sign;
use crate::page::{Area, Page, Paragraph};
use crate::text::Letters;
use election_widgets::layout::{MissionRow, ObserversLayout};

/// An observer map to draw.
pub(crate) struct ObserversPicture {
    layout: ObserversLayout,
    sentences: Vec<String>,
}

impl ObserversPicture {
    /// The picture of a layout that lists all missions.
    pub(crate) fn new(layout: ObserversLayout, sentences: Vec<String>) -> ObserversPicture {
        ObserversPicture { layout, sentences }
    }
}

impl Content for ObserversPicture {
    fn texts(&self) -> Texts {
        let layout = &self.layout;
        let event: Vec<&str> = layout.event.iter().map(|part| part.text.as_str()).collect();
        let of_map = layout.map.iter().flat_map(|(_, map)| &map.remarks);
        let of_map: Vec<&str> = of_map.map(|remark| remark.text.as_str()).collect();
        // A picture of some missions says so.
        let filter = layout.shown.iter().map(|(text, _)| text.clone());
        let mut notes: Vec<String> = filter.chain(layout.remarks.iter().cloned()).collect();
        if !of_map.is_empty() {
            notes.push(of_map.join(" · "));
        }
        let totals = layout.totals.iter().map(|line| line.text.clone());
        let remarks = layout.frame.notes.iter().map(|note| note.text.clone());
        Texts {
            contest: event.join(" · "),
            summary: layout.summary.clone(),
            notes,
            extras: totals.chain(remarks).collect(),
            ..Texts::new(&layout.frame)
        }
    }

    fn sentences(&self) -> Vec<String> {
        self.sentences.clone()
    }

    fn draw(&self, page: &mut Page<'_>, area: Area) -> bool {
        let rows: Vec<&MissionRow> = self
            .layout
            .rows
            .iter()
            .flat_map(|group| &group.rows)
            .collect();
        let Some((_, map)) = &self.layout.map else {
            return list(page, &rows, area);
        };
        let key: Vec<(Sign<'_>, &str)> = map
            .key
            .iter()
            .map(|(class, text)| match *class {
                "ew-absent" => (Sign::Absent, text.as_str()),
                _ => (Sign::Disputed, text.as_str()),
            })
            .collect();
        let area = legend::draw(page, &key, area);
        if page.upright {
            let drawn = map::fitted(
                map,
                Area {
                    height: area.height * 0.6,
                    ..area
                },
            );
            let x = area.x + (area.width - drawn.width) / 2.0;
            let below = area.below(drawn.height + page.unit(12.0));
            let fits = drawn.height > page.unit(120.0) && list(page, &rows, below);
            if fits {
                map::draw(page, map, Area { x, ..drawn });
            }
            return fits;
        }
        let drawn = map::fitted(
            map,
            Area {
                width: area.width * 0.6,
                ..area
            },
        );
        let beside = drawn.width + page.unit(28.0);
        let right = Area {
            x: area.x + beside,
            width: area.width - beside,
            ..area
        };
        let fits = drawn.height > page.unit(120.0) && list(page, &rows, right);
        if fits {
            map::draw(page, map, drawn);
        }
        fits
    }
}

/// A mission in lines.
struct MissionBox {
    letter: Option<String>,
    parts: Vec<Paragraph>,
    height: f64,
}

/// The missions, in two columns where there is room; false if too few of them fit.
fn list(page: &mut Page<'_>, rows: &[&MissionRow], area: Area) -> bool {
    let columns = if area.width > page.unit(800.0) { 2 } else { 1 };
    let between = page.unit(32.0);
    let width = (area.width - between * f64::from(columns - 1)) / f64::from(columns);
    let mark = page.shortened.len();
    let lettered = rows.iter().any(|row| row.letter.is_some());
    let beside = if lettered { page.unit(28.0) } else { 0.0 };
    let boxes: Vec<MissionBox> = rows
        .iter()
        .map(|row| mission(page, row, (width, beside)))
        .collect();
    let gap = page.unit(7.0);
    let more = page.unit(24.0);
    let places = placed(&boxes, (columns, area.height, gap));
    let places = match places.len() < boxes.len() {
        true => placed(&boxes, (columns, area.height - more, gap)),
        false => places,
    };
    let enough = page.attempt.least_rows.min(boxes.len());
    if places.len() < enough || (places.is_empty() && !boxes.is_empty()) {
        page.shortened.truncate(mark);
        return false;
    }
    for (one, (column, y)) in boxes.iter().zip(&places) {
        let x = area.x + (width + between) * f64::from(*column);
        draw_mission(page, one, (x, area.y + y), beside);
    }
    let left = boxes.len() - places.len();
    if left > 0 {
        let number = u32::try_from(left).unwrap_or(u32::MAX);
        let text = page.locale.whole(number);
        let text = page.locale.plural("fold.others", number, &[("n", &text)]);
        let letters = Letters::regular(page.unit(16.0));
        let paragraph = page.paragraph(&text, letters, page.palette.quiet, area.width);
        let y = area.bottom() - paragraph.height();
        page.draw(&paragraph, area.x, y, Anchor::Start);
    }
    true
}

/// The places of as many missions as there is room for: the column, and how far down.
fn placed(boxes: &[MissionBox], (columns, height, gap): (u32, f64, f64)) -> Vec<(u32, f64)> {
    let (mut column, mut y) = (0, 0.0);
    let mut places = Vec::new();
    for one in boxes {
        if y + one.height > height {
            (column, y) = (column + 1, 0.0);
        }
        if column >= columns || one.height > height {
            break;
        }
        places.push((column, y));
        y += one.height + gap;
    }
    places
}

/// A mission in lines, `beside` the letter by which the map calls it.
fn mission(page: &mut Page<'_>, row: &MissionRow, (width, beside): (f64, f64)) -> MissionBox {
    let (ink, quiet) = (page.palette.ink, page.palette.quiet);
    let (strong, small) = (
        Letters::strong(page.unit(17.0)),
        Letters::regular(page.unit(15.0)),
    );
    let room = width - beside;
    let mut parts = vec![page.shortened(&row.name.text, strong, ink, (room, 2))];
    let details: Vec<&str> = row
        .details
        .iter()
        .map(|detail| detail.text.as_str())
        .collect();
    if !details.is_empty() {
        let details = details.join(" · ");
        parts.push(page.shortened(&details, small, quiet, (room, 2)));
    }
    for line in &row.size {
        let text = match &line.source {
            Some((number, _)) => format!("{} [{number}]", line.text),
            None => line.text.clone(),
        };
        parts.push(page.paragraph(&text, small, ink, room));
    }
    for line in &row.accounts {
        let text = match &line.source {
            Some((number, _)) => format!("{} [{number}]", line.text),
            None => line.text.clone(),
        };
        parts.push(page.shortened(&text, small, quiet, (room, 2)));
    }
    let height = parts.iter().map(Paragraph::height).sum();
    MissionBox {
        letter: row.letter.clone(),
        parts,
        height,
    }
}

fn draw_mission(page: &mut Page<'_>, one: &MissionBox, (x, top): (f64, f64), beside: f64) {
    if let Some(letter) = &one.letter {
        let radius = page.unit(10.5);
        let middle = (x + radius, top + page.unit(11.5));
        let attributes = [
            ("cx", number(middle.0)),
            ("cy", number(middle.1)),
            ("r", number(radius)),
            ("fill", page.palette.bar.written()),
        ];
        page.drawing.element("circle", &attributes);
        let letters = Letters::strong(page.unit(12.0));
        let at = (middle.0, middle.1 + letters.size * 0.36);
        let style = (letters, Anchor::Middle);
        page.drawing
            .text(page.ruler, at, style, page.palette.ground, letter);
    }
    let mut y = top;
    for part in &one.parts {
        y = page.draw(part, x + beside, y, Anchor::Start);
    }
}

//! The key of signs, at the end of an area.

use crate::drawing::Anchor;
use crate::mark::{self, Sign};
use crate::page::{Area, Page, Paragraph, line_height};
use crate::text::Letters;

/// Draws a key; returns what is left of the area.
pub(crate) fn draw(page: &mut Page<'_>, key: &[(Sign<'_>, &str)], area: Area) -> Area {
    if key.is_empty() {
        return area;
    }
    let letters = Letters::regular(page.unit(16.0));
    let (sample, gap) = (page.unit(30.0), page.unit(22.0));
    let line = line_height(letters) + page.unit(3.0);
    let mut places: Vec<(f64, f64)> = Vec::new();
    let (mut x, mut row) = (0.0, 0.0);
    let mut words: Vec<Paragraph> = Vec::new();
    for (_, text) in key {
        let room = (area.width - sample, 1);
        let text = page.shortened(text, letters, page.palette.quiet, room);
        let wide = sample + text.width(page.ruler);
        if x > 0.0 && x + wide > area.width {
            (x, row) = (0.0, row + line);
        }
        places.push((area.x + x, row));
        words.push(text);
        x += wide + gap;
    }
    let high = row + line;
    let top = area.bottom() - high;
    for (((sign, _), text), (x, row)) in key.iter().zip(&words).zip(places) {
        let y = top + row;
        let middle = (x + page.unit(11.0), y + line_height(letters) / 2.0);
        mark::draw(page, *sign, middle);
        page.draw(text, x + sample, y, Anchor::Start);
    }
    area.without_foot(high + page.unit(8.0))
}

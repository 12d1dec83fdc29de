//! The half circle of seats.

use crate::drawing::{Anchor, number};
use crate::page::{Area, Page};
use crate::text::Letters;
use election_widgets::layout::{Block, Certainty, Circle, Point};

/// The drawing's own box: its corner, and its sides.
#[derive(Clone, Copy, Debug)]
struct ViewBox([f64; 4]);

impl ViewBox {
    fn read(text: &str) -> Option<ViewBox> {
        let mut parts = text.split(' ').map(str::parse::<f64>);
        let mut next = || parts.next()?.ok();
        Some(ViewBox([next()?, next()?, next()?, next()?]))
    }
}

/// The size of letters in the drawing.
const FIGURE: f64 = 9.0;
const TOTAL: f64 = 11.0;
const MAJORITY: f64 = 8.0;
/// The middle of the lowest seats, and the lines of text between them.
const MIDDLE: f64 = 114.0;
const LINES: [f64; 2] = [103.0, 114.0];

/// The height of the half circle at a width.
pub(crate) fn height(circle: &Circle, width: f64) -> f64 {
    match ViewBox::read(&circle.view_box) {
        Some(ViewBox([_, _, wide, high])) => width * high / wide,
        None => 0.0,
    }
}

/// Draws the half circle as large as it fits into the middle of an area.
pub(crate) fn draw(page: &mut Page<'_>, circle: &Circle, area: Area) {
    let Some(ViewBox([left, top, wide, high])) = ViewBox::read(&circle.view_box) else {
        return;
    };
    let factor = (area.width / wide).min(area.height / high);
    let factor = (factor * 100.0).floor() / 100.0;
    let x = area.x + (area.width - wide * factor) / 2.0 - left * factor;
    let y = area.y + (area.height - high * factor) / 2.0 - top * factor;
    let place = format!(
        "translate({} {}) scale({})",
        number(x),
        number(y),
        number(factor)
    );
    let attributes = [
        ("transform", place),
        ("fill", "none".to_owned()),
        ("stroke-linecap", "round".to_owned()),
    ];
    page.drawing.open("g", &attributes);
    for block in &circle.blocks {
        seats(page, block, &circle.thickness);
    }
    majority(page, circle);
    page.drawing.close("g");
    let at = move |point: (f64, f64)| (x + point.0 * factor, y + point.1 * factor);
    let ink = page.palette.ink;
    for block in &circle.blocks {
        let label = block.label.as_ref().zip(point(&block.seats.middle));
        if let Some((text, place)) = label {
            let style = (Letters::strong(FIGURE * factor), Anchor::Middle);
            page.drawing.text(page.ruler, at(place), style, ink, text);
        }
    }
    let [first, second] = LINES;
    let style = (Letters::strong(TOTAL * factor), Anchor::Middle);
    page.drawing
        .text(page.ruler, at((MIDDLE, first)), style, ink, &circle.total);
    if let Some(text) = &circle.majority {
        let style = (Letters::regular(MAJORITY * factor), Anchor::Middle);
        let quiet = page.palette.quiet;
        page.drawing
            .text(page.ruler, at((MIDDLE, second)), style, quiet, text);
    }
}

fn point(point: &Point) -> Option<(f64, f64)> {
    Some((point.x.parse().ok()?, point.y.parse().ok()?))
}

/// Seats as points of a thick stroke; those that are not sure are hollow.
fn seats(page: &mut Page<'_>, block: &Block, thickness: &str) {
    let stroke = match block.held {
        Certainty::Unknown => page.palette.rule,
        _ => page.palette.option(block.paint.as_ref(), block.shade),
    };
    let path = |page: &mut Page<'_>, stroke: crate::palette::Rgb, width: String| {
        page.drawing.element(
            "path",
            &[
                ("d", block.seats.path.clone()),
                ("stroke", stroke.written()),
                ("stroke-width", width),
            ],
        );
    };
    path(page, stroke, thickness.to_owned());
    if block.held != Certainty::Certain {
        let ground = page.palette.ground;
        let thick: f64 = thickness.parse().unwrap_or(5.0);
        path(page, ground, number(thick * 0.6));
    }
}

fn majority(page: &mut Page<'_>, circle: &Circle) {
    let line = circle.line.as_ref();
    let ends = line.and_then(|(inside, outside)| Some((point(inside)?, point(outside)?)));
    if let Some(((x1, y1), (x2, y2))) = ends {
        page.drawing.line([x1, y1, x2, y2], page.palette.ink, 1.25);
    }
}

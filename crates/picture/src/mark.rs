//! The marks of memberships, and other signs that a key explains.

use crate::drawing::{Anchor, number};
use crate::page::Page;
use crate::palette::Rgb;
use crate::text::Letters;
use election_widgets::layout::KindMark;

/// A sign that a key explains.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sign<'a> {
    /// The mark of a kind of membership.
    Mark(&'a KindMark),
    /// A sign that is written.
    Text(&'a str),
    /// A shape of the map on which sources differ.
    Disputed,
    /// A shape of the map for which missions are named that are not there.
    Absent,
}

/// The radius of a mark.
const RADIUS: f64 = 9.0;

/// Draws a sign around a point.
pub(crate) fn draw(page: &mut Page<'_>, sign: Sign<'_>, (x, y): (f64, f64)) {
    match sign {
        Sign::Mark(mark) => kind(page, mark, (x, y)),
        Sign::Text(text) => {
            let letters = Letters::strong(page.unit(16.0));
            let at = (x, y + letters.size * 0.36);
            let style = (letters, Anchor::Middle);
            page.drawing
                .text(page.ruler, at, style, page.palette.quiet, text);
        }
        Sign::Disputed | Sign::Absent => {
            let (wide, high) = (page.unit(20.0), page.unit(13.0));
            let disputed = matches!(sign, Sign::Disputed);
            let stroke = if disputed {
                page.palette.bar
            } else {
                page.palette.quiet
            };
            let dashes = if disputed { [4.0, 2.5] } else { [1.5, 3.0] };
            let fill = if disputed {
                page.palette.disputed()
            } else {
                page.palette.ground
            };
            let box_of = [x - wide / 2.0, y - high / 2.0, wide, high];
            outlined_rect(page, box_of, (fill, stroke), &dashes);
        }
    }
}

fn outlined_rect(page: &mut Page<'_>, at: [f64; 4], (fill, stroke): (Rgb, Rgb), dashes: &[f64]) {
    let [x, y, width, height] = at;
    let dashes: Vec<String> = dashes.iter().map(|dash| number(page.unit(*dash))).collect();
    let attributes = [
        ("x", number(x)),
        ("y", number(y)),
        ("width", number(width)),
        ("height", number(height)),
        ("fill", fill.written()),
        ("stroke", stroke.written()),
        ("stroke-width", number(page.unit(1.6))),
        ("stroke-dasharray", dashes.join(" ")),
    ];
    page.drawing.element("rect", &attributes);
}

/// Full, half and ring, as in the widget; the letter tells the others apart.
fn kind(page: &mut Page<'_>, mark: &KindMark, (x, y): (f64, f64)) {
    let radius = page.unit(RADIUS);
    let color = match mark.kind {
        "observer" | "associate" => page.palette.other,
        "dialogue-partner" | "candidate" => page.palette.third,
        "suspended" | "withdrawn" | "unspecified" => page.palette.quiet,
        _ => page.palette.bar,
    };
    let full = mark.kind == "member" && mark.sure;
    let half = mark.kind == "observer" && !mark.own && mark.sure;
    let dashed = !mark.sure || mark.kind == "unspecified";
    let fill = if full { color } else { page.palette.ground };
    ring(page, (x, y), radius, (fill, color, dashed));
    if half {
        let (top, bottom, radius) = (number(y - radius), number(y + radius), number(radius));
        let path = format!(
            "M{0} {top}A{radius} {radius} 0 0 0 {0} {bottom}Z",
            number(x)
        );
        let attributes = [("d", path), ("fill", color.written())];
        page.drawing.element("path", &attributes);
    }
    let plain = matches!(mark.kind, "member" | "observer" | "dialogue-partner") && !mark.own;
    if !plain || !mark.sure {
        let letters = Letters::strong(page.unit(11.0));
        let ink = if full {
            page.palette.ground
        } else {
            page.palette.ink
        };
        let at = (x, y + letters.size * 0.36);
        let style = (letters, Anchor::Middle);
        page.drawing.text(page.ruler, at, style, ink, &mark.letter);
    }
    if matches!(mark.kind, "suspended" | "withdrawn") {
        let line = [x - radius, y, x + radius, y];
        page.drawing.line(line, page.palette.quiet, page.unit(1.2));
    }
}

fn ring(
    page: &mut Page<'_>,
    (x, y): (f64, f64),
    radius: f64,
    (fill, stroke, dashed): (Rgb, Rgb, bool),
) {
    let thick = page.unit(2.0);
    let mut attributes = vec![
        ("cx", number(x)),
        ("cy", number(y)),
        ("r", number(radius - thick / 2.0)),
        ("fill", fill.written()),
        ("stroke", stroke.written()),
        ("stroke-width", number(thick)),
    ];
    if dashed {
        let dash = number(page.unit(3.0));
        attributes.push(("stroke-dasharray", format!("{dash} {dash}")));
    }
    page.drawing.element("circle", &attributes);
}

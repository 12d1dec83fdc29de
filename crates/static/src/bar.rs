//! Bars without SVG: a table of one row, whose cells are as wide as the parts of the bar.

use crate::element::{Child, Element};
use crate::plain::declared;
use std::fmt::Write as _;

/// The ground on which bars lie, as `www/styles/static.css` has it.
const TRACK: [u8; 3] = [0xee, 0xf0, 0xf2];
const INK: &str = "#16191d";

/// A mark of a bar, between two percentages of its length.
#[derive(Clone, Debug, PartialEq)]
struct Mark {
    from: f64,
    to: f64,
    look: Look,
    color: String,
}

/// The look of a part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// Known: the full colour.
    Solid,
    /// Possible: pale, between dashed lines.
    Possible,
    /// The open end of "over" and "at least": pale, with an arrow.
    Open,
    /// A line across, such as the highest value of "under", or a threshold.
    Line,
}

/// Writes a bar. A drawing of another kind is left out: the words beside it say the same.
pub(crate) fn write(svg: &Element, color: &str, html: &mut String) {
    let is_bar = svg.has_class("ew-bar") && !svg.has_class("ew-lines");
    if !is_bar || svg.attribute("width") != "100%" {
        return;
    }
    let mut marks = Vec::new();
    gather(svg, color, &mut marks);
    html.push_str(
        "<table role=\"presentation\" aria-hidden=\"true\" style=\"width:100%;height:14px;margin:3px 0 0;border:0;border-collapse:collapse\"><tbody><tr>",
    );
    let mut places: Vec<f64> = vec![0.0, 100.0];
    places.extend(marks.iter().flat_map(|mark| [mark.from, mark.to]));
    places.retain(|place| (0.0..=100.0).contains(place));
    places.sort_by(f64::total_cmp);
    places.dedup();
    for pair in places.windows(2) {
        if let [from, to] = *pair {
            cell(&marks, from, to, html);
        }
    }
    html.push_str("</tr></tbody></table>");
}

fn gather(element: &Element, color: &str, marks: &mut Vec<Mark>) {
    for child in &element.children {
        let Child::Element(child) = child else {
            continue;
        };
        let percent = |name| {
            child
                .attribute(name)
                .trim_end_matches('%')
                .parse::<f64>()
                .ok()
        };
        if let (Some(from), Some(to)) = (percent("x1"), percent("x2"))
            && child.tag == "line"
        {
            let own = declared(child, "stroke").filter(|own| own.starts_with('#'));
            marks.push(Mark {
                from,
                to,
                look: look(child, from >= to),
                color: own.unwrap_or(color).to_owned(),
            });
        }
        gather(child, color, marks);
    }
}

fn look(line: &Element, is_line: bool) -> Look {
    if is_line {
        Look::Line
    } else if line.has_class("ew-open") {
        Look::Open
    } else if line.has_class("ew-band") || line.has_class("ew-soft") {
        Look::Possible
    } else {
        Look::Solid
    }
}

/// Writes the part of a bar between two places, by the last mark that covers it.
fn cell(marks: &[Mark], from: f64, to: f64, html: &mut String) {
    let covers = |mark: &&Mark| mark.look != Look::Line && mark.from <= from && mark.to >= to;
    let mark = marks.iter().rfind(covers);
    let color = mark.and_then(|mark| hex(&mark.color));
    let ground = match (mark.map(|mark| mark.look), color) {
        (Some(Look::Solid), Some(color)) => color,
        (Some(_), Some(color)) => pale(color),
        _ => TRACK,
    };
    let ground = written(ground);
    // Editors take a cell without any text for an empty one.
    let mut text = "\u{a0}";
    let mut style = format!(
        "width:{}%;height:14px;padding:0;border:0;background-color:{ground};color:{INK};font-size:11px;line-height:14px;text-align:center",
        rounded(to - from)
    );
    match mark.map(|mark| (mark.look, mark.color.as_str())) {
        Some((Look::Open, _)) => text = "→",
        Some((Look::Possible, color)) if hex(color).is_some() => {
            let _ = write!(
                style,
                ";border-top:2px dashed {color};border-bottom:2px dashed {color}"
            );
        }
        _ => {}
    }
    if let Some(line) = line_at(marks, to) {
        let color = hex(&line.color).map_or_else(|| INK.to_owned(), written);
        let _ = write!(style, ";border-right:3px solid {color}");
    }
    let _ = write!(html, "<td style=\"{style}\">{text}</td>");
}

fn line_at(marks: &[Mark], place: f64) -> Option<&Mark> {
    marks
        .iter()
        .rfind(|mark| mark.look == Look::Line && (mark.from - place).abs() < f64::EPSILON)
}

/// The parts of a colour such as `#2b5c8a` or `#fff`.
fn hex(color: &str) -> Option<[u8; 3]> {
    let digits = color.strip_prefix('#')?;
    let pairs = match digits.len() {
        3 => digits
            .chars()
            .map(|digit| format!("{digit}{digit}"))
            .collect(),
        6 => [digits.get(..2)?, digits.get(2..4)?, digits.get(4..)?]
            .map(str::to_owned)
            .to_vec(),
        _ => Vec::new(),
    };
    let parts: Vec<u8> = pairs
        .iter()
        .filter_map(|pair| u8::from_str_radix(pair, 16).ok())
        .collect();
    parts.try_into().ok()
}

/// The colour with twice as much of the ground in it.
fn pale(color: [u8; 3]) -> [u8; 3] {
    let mixed = |one: u8, ground: u8| {
        u8::try_from((u16::from(one) + 2 * u16::from(ground)) / 3).unwrap_or(ground)
    };
    let ([r, g, b], [tr, tg, tb]) = (color, TRACK);
    [mixed(r, tr), mixed(g, tg), mixed(b, tb)]
}

fn written([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// A percentage with at most two decimals.
fn rounded(percent: f64) -> f64 {
    (percent * 100.0).round() / 100.0
}

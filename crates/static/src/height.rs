//! The height that plain HTML needs at a width, reckoned from its styles and the lengths of its texts.

use crate::element::{Child, Element};
use crate::plain::declared;

mod columns;

/// The rules that the static styles lack: the measures of the widgets in a frame, with their controls.
pub(crate) const STYLES: &str = include_str!("height.css");

/// The width of a letter in parts of the size of the font, on the wide side: a line too many is better than one too few.
const LETTER: f64 = 0.55;

/// The room that words leave empty at the end of a line, in parts of the size of the font.
const UNFILLED: f64 = 1.8;

/// The width of a column of figures beside the first.
const FIGURE: f64 = 90.0;

/// The width that each further column of figures takes from names, besides its own.
const CROWD: f64 = 70.0;

/// The room before a column of figures.
const FIGURE_GAP: f64 = 12.0;

/// The width of the first figure with its bar.
const BAR: f64 = 200.0;

/// The text around an element, as far as the height of lines depends on it.
#[derive(Clone, Copy)]
struct Font {
    size: f64,
    /// The height of a line in parts of the size.
    line: f64,
}

/// The height in pixels of a styled widget ([`crate::styled`]) in a column of `width` pixels.
///
/// It is an estimate without fonts. Use it where a frame needs a height before anybody can measure it.
pub(crate) fn height(top: &Element, width: f64) -> f64 {
    let font = Font {
        size: 16.0,
        line: 1.4,
    };
    flow(top, width, font)
}

/// Returns true of an element that does not show: rows that a reader unfolds are among them.
fn is_hidden(element: &Element) -> bool {
    declared(element, "display") == Some("none")
        || element.has_class("ew-folded")
        || ["style", "link", "template"].contains(&element.tag.as_str())
}

/// The height of what is inside an element.
fn flow(element: &Element, width: f64, font: Font) -> f64 {
    let (mut height, mut line) = (0.0, 0.0);
    let mut boxes = Boxes::default();
    // The width and the height of the block before.
    let mut before = (0.0, 0.0);
    for child in &element.children {
        match child {
            Child::Text(text) => line += advance(text, font),
            Child::Element(child) if is_hidden(child) => {}
            Child::Element(child) if is_box(child) => {
                let across = longest(child, font).min(width);
                boxes.add(across, block(child, across, font), width);
            }
            Child::Element(child) if is_inline(child) => line += run(child, font),
            Child::Element(child) if is_beside(child) => {
                let own = block(child, width - before.0, font);
                height += (own - before.1).max(0.0);
            }
            Child::Element(child) => {
                let own = block(child, width, font);
                height += lines(line, width, font) + own;
                (line, before) = (0.0, (longest(child, font), own));
            }
        }
    }
    height + lines(line, width, font) + boxes.height + boxes.highest
}

/// Boxes beside each other, in as many lines as they need.
#[derive(Default)]
struct Boxes {
    /// The height of the lines that are full.
    height: f64,
    /// The width and the highest box of the last line.
    across: f64,
    highest: f64,
}

impl Boxes {
    fn add(&mut self, across: f64, height: f64, width: f64) {
        if self.across + across > width {
            self.height += self.highest;
            (self.across, self.highest) = (0.0, 0.0);
        }
        self.across += across;
        self.highest = self.highest.max(height);
    }
}

/// Returns true of an element in a line that has lines of its own.
fn is_box(element: &Element) -> bool {
    let has_block = |child: &Child| matches!(child, Child::Element(child) if !is_inline(child));
    declared(element, "display") == Some("inline-block") && element.children.iter().any(has_block)
}

/// Returns true of a list that stands beside the block before it: that of a single source.
fn is_beside(element: &Element) -> bool {
    declared(element, "flex").is_some() && !has_second(element)
}

/// Returns true if an element has a second child anywhere in it.
fn has_second(element: &Element) -> bool {
    let inner = element.children.iter().filter_map(|child| match child {
        Child::Element(child) => Some(child),
        Child::Text(_) => None,
    });
    inner.clone().count() > 1 || inner.clone().any(has_second)
}

/// The width of a box: its longest line, with its margins.
fn longest(element: &Element, font: Font) -> f64 {
    let font = font_of(element, font);
    let lines = element.children.iter().map(|child| match child {
        Child::Text(text) => advance(text, font),
        Child::Element(child) if is_hidden(child) => 0.0,
        Child::Element(child) => run(child, font),
    });
    let [_, right, _, left] = sides(element, "margin");
    let longest = lines.fold(0.0, f64::max) + right + left;
    match pixels(declared(element, "max-width").unwrap_or_default()) {
        most if most > 0.0 => longest.min(most),
        _ => longest,
    }
}

fn lines(advance: f64, width: f64, font: Font) -> f64 {
    // A word that does not fit leaves its room empty.
    let filled = if advance > width {
        width - UNFILLED * font.size
    } else {
        width
    };
    (advance / filled.max(1.0)).ceil() * font.size * font.line
}

fn advance(text: &str, font: Font) -> f64 {
    let letters = text.chars().filter(|letter| *letter != '\n').map(letter);
    letters.sum::<f64>() * font.size
}

/// The width of a letter in parts of the size of the font, as a wide font such as DejaVu Sans has it.
fn letter(letter: char) -> f64 {
    match letter {
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | 'i' | 'j' | 'l' | 'I'
        | 'і' => 0.32,
        'f' | 't' | 'r' | '(' | ')' | '-' | '“' | '”' | '/' | 'J' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | 'ж' | 'м' | 'ш' | 'щ' | 'ф' | 'ю' | 'ы' | '—' => {
            0.86
        }
        '0'..='9' => 0.64,
        letter if letter.is_uppercase() => 0.72,
        'а'..='я' => 0.64,
        _ => 0.6,
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The length of an element in a line.
fn run(element: &Element, font: Font) -> f64 {
    let font = font_of(element, font);
    let inside: f64 = element
        .children
        .iter()
        .map(|child| match child {
            Child::Text(text) => advance(text, font),
            Child::Element(child) if is_hidden(child) => 0.0,
            Child::Element(child) => run(child, font),
        })
        .sum();
    let [_, right, _, left] = sides(element, "margin");
    inside + right + left + font.size * LETTER
}

fn is_inline(element: &Element) -> bool {
    match declared(element, "display") {
        Some("block") => false,
        Some("inline-block" | "inline") => true,
        _ => [
            "span", "strong", "bdi", "a", "code", "img", "b", "sup", "sub",
        ]
        .contains(&element.tag.as_str()),
    }
}

/// The height of a block with its margins, paddings and lines.
fn block(element: &Element, width: f64, outer: Font) -> f64 {
    let font = font_of(element, outer);
    let ([top, right, bottom, left], padding) =
        (sides(element, "margin"), sides(element, "padding"));
    let [padding_top, padding_right, padding_bottom, padding_left] = padding;
    let room = width - left - right - padding_left - padding_right;
    let inside = match element.tag.as_str() {
        "svg" => drawing(element, room),
        "table" => rows(element, room, font),
        _ => flow(element, room, font),
    };
    let borders = border(element, "border-top")
        + border(element, "border-bottom")
        + 2.0 * border(element, "border");
    top + bottom + padding_top + padding_bottom + borders + inside
}

/// The height of a picture: its own, or that of its `viewBox` at this width.
fn drawing(svg: &Element, width: f64) -> f64 {
    let size: Vec<f64> = svg
        .attribute("viewbox")
        .split_whitespace()
        .filter_map(|number| number.parse().ok())
        .collect();
    let own: Option<f64> = svg.attribute("height").parse().ok();
    let is_narrow = svg
        .attribute("width")
        .parse::<f64>()
        .is_ok_and(|own| own <= width);
    match (own, size.as_slice()) {
        (Some(height), [_, _, _, _]) if is_narrow => height,
        (_, [_, _, across, down]) if *across > 0.0 => {
            let most = pixels(declared(svg, "max-width").unwrap_or_default());
            let width = if most > 0.0 { width.min(most) } else { width };
            width * down / across
        }
        (Some(height), _) => height,
        _ => 0.0,
    }
}

fn rows(element: &Element, width: f64, font: Font) -> f64 {
    let widths = match declared(element, "table-layout") {
        Some("auto") => columns::widths(element, width, font),
        _ => Vec::new(),
    };
    parts(element, width, &widths, font)
}

/// The height of the rows in a table or a part of one, whose columns have these widths if there are any.
fn parts(element: &Element, width: f64, widths: &[f64], font: Font) -> f64 {
    let inner = element.children.iter().filter_map(|child| match child {
        Child::Element(child) => Some(child),
        Child::Text(_) => None,
    });
    let height = |part: &Element| match part.tag.as_str() {
        _ if is_hidden(part) => 0.0,
        "tr" if declared(part, "display") == Some("block") => block(part, width, font),
        "tr" if !widths.is_empty() => {
            let cells = cells(part).into_iter().zip(widths);
            cells.fold(0.0, |highest, (cell, width)| {
                block(cell, *width, font).max(highest)
            })
        }
        "tr" => row(part, width, font),
        "caption" => block(part, width, font),
        _ => parts(part, width, widths, font),
    };
    inner.map(height).sum()
}

/// The height of the highest cell. Cells without a width share what is left.
fn row(row: &Element, width: f64, font: Font) -> f64 {
    let cells = cells(row);
    // As narrow as its content: a figure.
    let is_narrow = |cell: &&&Element| percent(cell).is_some_and(|percent| percent <= 1.0);
    let figure = |cell: &Element| (longest(cell, font) + FIGURE_GAP).max(FIGURE);
    let figures = cells.iter().filter(is_narrow);
    let crowd = CROWD * count(figures.clone().count().saturating_sub(1));
    let narrow: f64 = figures.map(|cell| figure(cell)).sum();
    // The name gives way to figures, down to a width in which most names still have two lines.
    let most = (width - narrow - crowd - BAR).max(100.0);
    let said = |cell: &Element| match percent(cell) {
        Some(percent) if percent <= 1.0 => Some(figure(cell)),
        Some(percent) if narrow > 0.0 => Some((width * percent / 100.0).min(most)),
        Some(percent) => Some(width * percent / 100.0),
        None => None,
    };
    // Figures do not wrap, so the table makes room for them.
    let inner = |cell: &Element| match percent(cell) {
        Some(percent) if percent <= 1.0 => Some(1.5 * figure(cell)),
        _ => said(cell),
    };
    let taken: f64 = cells.iter().filter_map(|cell| said(cell)).sum();
    let open = cells.iter().filter(|cell| said(cell).is_none()).count();
    let share = (width - taken).max(40.0) / count(open.max(1));
    let heights = cells
        .iter()
        .map(|cell| block(cell, inner(cell).unwrap_or(share), font));
    heights.fold(0.0, f64::max)
}

/// The cells of a row that show.
fn cells(row: &Element) -> Vec<&Element> {
    let cells = row.children.iter().filter_map(|child| match child {
        Child::Element(child) if !is_hidden(child) => Some(child),
        _ => None,
    });
    cells.collect()
}

/// The width of a cell, in percent of its table's.
fn percent(cell: &Element) -> Option<f64> {
    declared(cell, "width").and_then(|width| width.strip_suffix('%')?.parse().ok())
}

fn font_of(element: &Element, outer: Font) -> Font {
    let size = declared(element, "font-size").map_or(outer.size, pixels);
    let line = declared(element, "line-height").and_then(|line| line.parse().ok());
    Font {
        size: if size > 0.0 { size } else { outer.size },
        line: line.unwrap_or(outer.line),
    }
}

fn pixels(value: &str) -> f64 {
    let number = value
        .split_whitespace()
        .find_map(|part| part.strip_suffix("px")?.parse().ok());
    number.unwrap_or(0.0)
}

fn border(element: &Element, name: &str) -> f64 {
    declared(element, name).map_or(0.0, pixels)
}

/// The four sides of `margin` or `padding`, clockwise from the top.
fn sides(element: &Element, name: &str) -> [f64; 4] {
    let parts: Vec<f64> = declared(element, name)
        .unwrap_or_default()
        .split_whitespace()
        .map(|part| part.trim_end_matches("px").parse().unwrap_or(0.0))
        .collect();
    match *parts.as_slice() {
        [all] => [all; 4],
        [block, inline] => [block, inline, block, inline],
        [top, inline, bottom] => [top, inline, bottom, inline],
        [top, right, bottom, left] => [top, right, bottom, left],
        _ => [0.0; 4],
    }
}

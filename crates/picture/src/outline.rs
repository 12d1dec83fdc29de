//! The letters of a composed SVG as shapes, so that what draws it needs no font.

use crate::PictureError;
use crate::drawing::number;
use crate::font::{Fonts, Ruler, Weight};
use ttf_parser::OutlineBuilder;

/// A composed SVG with its letters as outlines, so that it looks the same where its font is not installed. Letters stand
/// without kerning, as they were measured.
///
/// # Errors
/// A file of the font is broken.
pub fn outlined(svg: &str, fonts: &Fonts) -> Result<String, PictureError> {
    let ruler = fonts.ruler()?;
    let mut parts = svg.split("<text ");
    let mut drawn = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (attributes, rest) = part.split_once('>').unwrap_or_default();
        let (text, rest) = rest.split_once("</text>").unwrap_or_default();
        drawn.push_str(&Text::new(attributes, text).shape(&ruler));
        drawn.push_str(rest);
    }
    Ok(drawn)
}

/// A text of a composed SVG.
struct Text<'a> {
    attributes: &'a str,
    text: String,
}

impl<'a> Text<'a> {
    fn new(attributes: &'a str, text: &str) -> Text<'a> {
        // The function `escaped` wrote the first of each pair for the second.
        let letters = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&amp;", "&"),
        ];
        let text = letters
            .into_iter()
            .fold(text.to_owned(), |text, (written, letter)| {
                text.replace(written, letter)
            });
        Text { attributes, text }
    }

    /// The value of an attribute, if it is there.
    fn value(&self, name: &str) -> Option<&'a str> {
        let mut pairs = self
            .attributes
            .split("\" ")
            .filter_map(|pair| pair.split_once("=\""));
        pairs
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.trim_end_matches('"'))
    }

    fn measure(&self, name: &str) -> f64 {
        self.value(name)
            .and_then(|value| value.parse().ok())
            .unwrap_or_default()
    }

    fn shape(&self, ruler: &Ruler<'_>) -> String {
        let size = self.measure("font-size");
        let weight = match self.value("font-weight") {
            Some(_) => Weight::Strong,
            None => Weight::Regular,
        };
        let width = ruler.advance(&self.text, size, weight);
        let shift = match self.value("text-anchor") {
            Some("middle") => width / 2.0,
            Some(_) => width,
            None => 0.0,
        };
        let mut pen = Pen {
            x: self.measure("x") - shift,
            y: self.measure("y"),
            scale: 0.0,
            path: String::new(),
        };
        ruler.draw(&self.text, size, weight, &mut pen);
        let fill = self.value("fill").unwrap_or_default();
        ["<path fill=\"", fill, "\" d=\"", &pen.path, "\"/>"].concat()
    }
}

/// Writes the outlines of letters as a path. Fonts count upwards, SVG downwards.
pub(crate) struct Pen {
    /// The place of the letter on its line.
    pub(crate) x: f64,
    y: f64,
    /// The pixels of one unit of the font.
    pub(crate) scale: f64,
    path: String,
}

impl Pen {
    fn step(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (place, (x, y)) in points.iter().enumerate() {
            let x = number(self.x + f64::from(*x) * self.scale);
            let y = number(self.y - f64::from(*y) * self.scale);
            self.path.push_str(if place == 0 { "" } else { " " });
            self.path.extend([&x, " ", &y]);
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.step('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

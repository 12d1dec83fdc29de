//! The page that a picture is drawn on: its letters, its colours, and boxes of text.

use crate::drawing::{Anchor, Drawing};
use crate::font::Ruler;
use crate::palette::{Palette, Rgb};
use crate::text::Letters;
use election_widgets::locale::Locale;

/// A rectangle of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Area {
    /// The rest of it below a height.
    pub(crate) fn below(self, height: f64) -> Area {
        Area {
            y: self.y + height,
            height: self.height - height,
            ..self
        }
    }

    /// The part of it above a height from its end.
    pub(crate) fn without_foot(self, height: f64) -> Area {
        Area {
            height: self.height - height,
            ..self
        }
    }

    pub(crate) fn right(self) -> f64 {
        self.x + self.width
    }

    pub(crate) fn bottom(self) -> f64 {
        self.y + self.height
    }
}

/// How far an attempt to fill a picture may go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Attempt {
    /// How large letters are.
    pub(crate) scale: f64,
    /// How many rows must stand there; the rest is counted.
    pub(crate) least_rows: usize,
    /// True if what can be left out must be there too: remarks, parties.
    pub(crate) extras: bool,
    /// True if all columns of figures that have room beside the bars must be there.
    pub(crate) all_columns: bool,
}

/// The drawing with all that is needed to draw on.
pub(crate) struct Page<'a> {
    pub(crate) drawing: Drawing,
    pub(crate) ruler: &'a Ruler<'a>,
    pub(crate) palette: Palette,
    pub(crate) locale: &'a Locale,
    pub(crate) attempt: Attempt,
    pub(crate) upright: bool,
    /// The texts that were shortened, whole.
    pub(crate) shortened: Vec<String>,
}

/// Lines are this much higher than their letters.
const LEADING: f64 = 1.3;
/// The baseline is this much of the letters' size below the top of a line.
const ASCENT: f64 = 1.02;

/// A text in lines, ready to be drawn.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    pub(crate) lines: Vec<String>,
    pub(crate) letters: Letters,
    pub(crate) fill: Rgb,
}

impl Paragraph {
    /// The height of its lines.
    pub(crate) fn height(&self) -> f64 {
        line_height(self.letters) * self.lines.len() as f64
    }

    /// The width of its longest line.
    pub(crate) fn width(&self, ruler: &Ruler<'_>) -> f64 {
        let widths = self
            .lines
            .iter()
            .map(|line| self.letters.width(ruler, line));
        widths.fold(0.0, f64::max)
    }
}

/// The height of a line of such letters.
pub(crate) fn line_height(letters: Letters) -> f64 {
    letters.size * LEADING
}

/// The distance of the baseline from the top of a line.
pub(crate) fn baseline(letters: Letters) -> f64 {
    letters.size * ASCENT
}

impl Page<'_> {
    /// A length in units of the smallest usual card.
    pub(crate) fn unit(&self, length: f64) -> f64 {
        length * self.attempt.scale
    }

    /// A text in as many lines as it needs.
    pub(crate) fn paragraph(
        &self,
        text: &str,
        letters: Letters,
        fill: Rgb,
        width: f64,
    ) -> Paragraph {
        Paragraph {
            lines: letters.wrap(self.ruler, text, width),
            letters,
            fill,
        }
    }

    /// A text in at most `most` lines. If it is shortened, it is kept whole for the alternative text.
    pub(crate) fn shortened(
        &mut self,
        text: &str,
        letters: Letters,
        fill: Rgb,
        (width, most): (f64, usize),
    ) -> Paragraph {
        let (lines, cut) = letters.within(self.ruler, text, width, most);
        if cut {
            self.shortened.push(text.to_owned());
        }
        Paragraph {
            lines,
            letters,
            fill,
        }
    }

    /// Draws a paragraph whose first line begins at `y`; returns where it ends.
    pub(crate) fn draw(&mut self, paragraph: &Paragraph, x: f64, y: f64, anchor: Anchor) -> f64 {
        let mut top = y;
        for line in &paragraph.lines {
            let at = (x, top + baseline(paragraph.letters));
            let style = (paragraph.letters, anchor);
            self.drawing
                .text(self.ruler, at, style, paragraph.fill, line);
            top += line_height(paragraph.letters);
        }
        top
    }
}

//! The font that pictures are written in, and how wide its letters are.

use crate::PictureError;
use crate::outline::Pen;
use ttf_parser::{Face, name_id};

/// How strong letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Strong,
}

/// The files of a font: what is usual, and what is strong.
#[derive(Clone, Debug)]
pub struct Fonts {
    family: String,
    regular: Vec<u8>,
    strong: Option<Vec<u8>>,
}

/// The font that comes with the crate: the letters of languages written in Latin, Greek and Cyrillic.
const REGULAR: &[u8] = include_bytes!("../fonts/NotoSans-Regular.ttf");
const STRONG: &[u8] = include_bytes!("../fonts/NotoSans-SemiBold.ttf");

impl Fonts {
    /// The font that comes with the crate.
    ///
    /// # Errors
    /// None, unless the crate was built with a broken file.
    pub fn bundled() -> Result<Fonts, PictureError> {
        Fonts::new(REGULAR.to_vec(), Some(STRONG.to_vec()))
    }

    /// A font from its files. Without a strong one all letters are of the regular one.
    ///
    /// # Errors
    /// A file is no font (TTF or OTF).
    pub fn new(regular: Vec<u8>, strong: Option<Vec<u8>>) -> Result<Fonts, PictureError> {
        let family = family(&regular)?;
        if let Some(strong) = &strong {
            face(strong)?;
        }
        Ok(Fonts {
            family,
            regular,
            strong,
        })
    }

    /// The name of its family.
    pub(crate) fn family(&self) -> &str {
        &self.family
    }

    /// The ruler that measures its letters.
    pub(crate) fn ruler(&self) -> Result<Ruler<'_>, PictureError> {
        let strong = self.strong.as_deref().unwrap_or(&self.regular);
        Ok(Ruler {
            regular: Measure::new(face(&self.regular)?),
            strong: Measure::new(face(strong)?),
        })
    }
}

fn face(bytes: &[u8]) -> Result<Face<'_>, PictureError> {
    let face = Face::parse(bytes, 0).map_err(|error| PictureError::Font(error.to_string()))?;
    match face.tables().cmap {
        Some(_) => Ok(face),
        None => Err(PictureError::Font("it has no letters".to_owned())),
    }
}

fn family(bytes: &[u8]) -> Result<String, PictureError> {
    let face = face(bytes)?;
    let named = |id| {
        let mut names = face.names().into_iter().filter(|name| name.name_id == id);
        names.find_map(|name| name.to_string())
    };
    named(name_id::TYPOGRAPHIC_FAMILY)
        .or_else(|| named(name_id::FAMILY))
        .filter(|name| !name.contains(['"', '\'', ',', '<', '&']))
        .ok_or_else(|| PictureError::Font("it does not name its family".to_owned()))
}

/// The measures of one file.
struct Measure<'a> {
    face: Face<'a>,
    em: f64,
}

impl<'a> Measure<'a> {
    fn new(face: Face<'a>) -> Measure<'a> {
        let em = f64::from(face.units_per_em());
        Measure { face, em }
    }

    fn has(&self, letter: char) -> bool {
        self.face.glyph_index(letter).is_some()
    }

    fn width(&self, letter: char) -> f64 {
        let glyph = self.face.glyph_index(letter).unwrap_or_default();
        f64::from(self.face.glyph_hor_advance(glyph).unwrap_or(0)) / self.em
    }

    fn draw(&self, letter: char, pen: &mut Pen) {
        if let Some(glyph) = self.face.glyph_index(letter) {
            self.face.outline_glyph(glyph, pen);
        }
    }
}

/// The measures of letters. Kerning is left out: it makes most pairs narrower, and [`SLACK`] is for the others.
pub(crate) struct Ruler<'a> {
    regular: Measure<'a>,
    strong: Measure<'a>,
}

/// A text is taken to be this much wider than its letters.
const SLACK: f64 = 1.01;

impl Ruler<'_> {
    /// The width of a text in letters of `size`.
    pub(crate) fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        self.advance(text, size, weight) * SLACK
    }

    /// The same without room for kerning.
    pub(crate) fn advance(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let measure = self.of(weight);
        let ems: f64 = text.chars().map(|letter| measure.width(letter)).sum();
        ems * size
    }

    /// Draws a text in letters of `size`, from the place of the pen.
    pub(crate) fn draw(&self, text: &str, size: f64, weight: Weight, pen: &mut Pen) {
        let measure = self.of(weight);
        pen.scale = size / measure.em;
        for letter in text.chars() {
            measure.draw(letter, pen);
            pen.x += measure.width(letter) * size;
        }
    }

    /// The first letter of a text that the font lacks.
    pub(crate) fn missing(&self, text: &str, weight: Weight) -> Option<char> {
        let measure = self.of(weight);
        text.chars().find(|letter| !measure.has(*letter))
    }

    fn of(&self, weight: Weight) -> &Measure<'_> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Strong => &self.strong,
        }
    }
}

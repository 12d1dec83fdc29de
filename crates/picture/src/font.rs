//! The font that pictures are written in, and how wide its letters are.

use crate::PictureError;
use crate::outline::Pen;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlineGlyphCollection};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider as _};

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

fn face(bytes: &[u8]) -> Result<FontRef<'_>, PictureError> {
    let face = FontRef::new(bytes).map_err(|error| PictureError::Font(error.to_string()))?;
    match face.charmap().has_map() {
        true => Ok(face),
        false => Err(PictureError::Font("it has no letters".to_owned())),
    }
}

fn family(bytes: &[u8]) -> Result<String, PictureError> {
    let face = face(bytes)?;
    let named = |id| face.localized_strings(id).english_or_first();
    let name = named(StringId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| named(StringId::FAMILY_NAME));
    name.map(|name| name.chars().collect::<String>())
        .filter(|name| !name.contains(['"', '\'', ',', '<', '&']))
        .ok_or_else(|| PictureError::Font("it does not name its family".to_owned()))
}

/// The measures of one file.
struct Measure<'a> {
    letters: Charmap<'a>,
    metrics: GlyphMetrics<'a>,
    outlines: OutlineGlyphCollection<'a>,
    em: f64,
}

impl<'a> Measure<'a> {
    fn new(face: FontRef<'a>) -> Measure<'a> {
        let location = LocationRef::default();
        Measure {
            letters: face.charmap(),
            metrics: face.glyph_metrics(Size::unscaled(), location),
            outlines: face.outline_glyphs(),
            em: f64::from(face.metrics(Size::unscaled(), location).units_per_em),
        }
    }

    fn width(&self, letter: char) -> f64 {
        let glyph = self.letters.map(letter).unwrap_or_default();
        f64::from(self.metrics.advance_width(glyph).unwrap_or(0.0)) / self.em
    }

    fn draw(&self, letter: char, pen: &mut Pen) {
        let glyph = self.letters.map(letter).unwrap_or_default();
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        if let Some(outline) = self.outlines.get(glyph) {
            // A broken outline leaves its letter out.
            let _ = outline.draw(settings, pen);
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
        let letters = &self.of(weight).letters;
        text.chars().find(|letter| letters.map(*letter).is_none())
    }

    fn of(&self, weight: Weight) -> &Measure<'_> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Strong => &self.strong,
        }
    }
}

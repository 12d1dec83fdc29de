//! The size of a picture.

use std::fmt;
use std::str::FromStr;

/// The width and height of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    width: u32,
    height: u32,
}

/// The shortest and the longest side.
const LEAST: u32 = 300;
const MOST: u32 = 4_000;

impl Size {
    /// The size of previews in social networks (`og:image`).
    pub const OG: Size = Size {
        width: 1_200,
        height: 630,
    };
    /// The size of a square post.
    pub const SQUARE: Size = Size {
        width: 1_080,
        height: 1_080,
    };
    /// The size of an upright post.
    pub const PORTRAIT: Size = Size {
        width: 1_080,
        height: 1_350,
    };

    /// Returns the width in pixels.
    pub fn width(self) -> u32 {
        self.width
    }

    /// Returns the height in pixels.
    pub fn height(self) -> u32 {
        self.height
    }

    /// Returns how large letters are: 1 on the smallest usual card.
    pub(crate) fn scale(self) -> f64 {
        let (width, height) = (f64::from(self.width), f64::from(self.height));
        (width * height / (1_200.0 * 630.0))
            .sqrt()
            .min(width / 960.0)
    }

    /// The size with sides that are `factor` times as long, in whole pixels, and as large as a picture may be.
    pub(crate) fn times(self, factor: f64) -> Size {
        let side = |side: u32| ((f64::from(side) * factor).ceil() as u32).min(MOST);
        Size {
            width: side(self.width),
            height: side(self.height),
        }
    }

    /// Tells whether a picture is so narrow that bars stand below names.
    pub(crate) fn is_upright(self) -> bool {
        self.width * 10 < self.height * 13
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Size, String> {
        match text {
            "og" => return Ok(Size::OG),
            "square" => return Ok(Size::SQUARE),
            "portrait" => return Ok(Size::PORTRAIT),
            _ => {}
        }
        let sides = text.split_once(['x', 'X', '×']);
        let side = |text: &str| text.parse::<u32>().ok();
        let read = sides.and_then(|(width, height)| Some((side(width)?, side(height)?)));
        match read {
            Some((width, height))
                if (LEAST..=MOST).contains(&width) && (LEAST..=MOST).contains(&height) =>
            {
                Ok(Size { width, height })
            }
            _ => Err(format!(
                "expected og, square, portrait or WIDTHxHEIGHT in pixels, each from {LEAST} to {MOST}: 1200x630"
            )),
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

//! The errors of making a picture.

use crate::Size;
use election_widgets::wire::DataError;
use std::fmt;

/// The reason why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PictureError {
    /// The document does not fit the contract.
    Data(DataError),
    /// The document is of a kind that has no picture.
    Kind(String),
    /// The document names no source.
    NoSource,
    /// The font lacks a letter: the letter, and the text that it stands in.
    Letter(char, String),
    /// A file is no font that can be read.
    Font(String),
    /// The file of a logo can't be used.
    Logo(String),
    /// Not all that must be said has room in a picture of this size.
    TooSmall(Size),
    /// The drawing could not be rendered.
    Drawing(String),
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PictureError::Data(error) => error.fmt(f),
            PictureError::Kind(tag) => write!(f, "{tag} has no picture"),
            PictureError::NoSource => f.write_str(
                "sources: the document names no source. A picture is passed on without its page, so it must say where its figures are from: \"sources\": {\"cec\": {\"title\": …, \"publisher\": …, \"date\": …}}",
            ),
            PictureError::Letter(letter, text) => write!(
                f,
                "the font has no letter “{letter}” (U+{:04X}), which stands in “{text}”. Name a font that has it: --font FILE.ttf",
                u32::from(*letter)
            ),
            PictureError::Font(why) => write!(f, "is no TrueType or OpenType font: {why}"),
            PictureError::Logo(why) => f.write_str(why),
            PictureError::TooSmall(size) => write!(
                f,
                "{size} is too small for this document: title, status, sources and one row do not fit. Use a larger --size, or shorter texts"
            ),
            PictureError::Drawing(why) => write!(f, "cannot be drawn: {why}"),
        }
    }
}

impl std::error::Error for PictureError {}

impl From<DataError> for PictureError {
    fn from(error: DataError) -> PictureError {
        PictureError::Data(error)
    }
}

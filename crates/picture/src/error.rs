//! The errors of making a picture.

use crate::Size;
use crate::compose::LEAST_LETTERS;
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
    /// Words in a picture of the first size would be too small to read. The second is the least size for the document.
    TinyLetters(Size, Size),
    /// The drawing could not be rendered.
    Drawing(String),
}

impl PictureError {
    /// The error for the readers of a page, who have no options: there the command draws what the page can't.
    pub fn in_page(&self) -> String {
        let advice = match self {
            PictureError::Letter(..) => {
                "Draw it with the command, and with a font that has the letter: election-widgets picture DOCUMENT -o FILE.png --font FILE.ttf"
            }
            PictureError::TooSmall(_) => {
                "Shorten the texts, or draw it larger with the command: election-widgets picture DOCUMENT -o FILE.png --size 1200x1200"
            }
            _ => return self.to_string(),
        };
        format!("{}. {advice}", self.fault())
    }

    /// The error without advice.
    fn fault(&self) -> String {
        match self {
            PictureError::Data(error) => error.to_string(),
            PictureError::Kind(tag) => format!("{tag} has no picture"),
            PictureError::NoSource => "sources: the document names no source. A picture is passed on without its page, so it must say where its figures are from: \"sources\": {\"cec\": {\"title\": …, \"publisher\": …, \"date\": …}}".to_owned(),
            PictureError::Letter(letter, text) => format!(
                "the font has no letter “{letter}” (U+{:04X}), which stands in “{text}”",
                u32::from(*letter)
            ),
            PictureError::Font(why) => format!("is no TrueType or OpenType font: {why}"),
            PictureError::Logo(why) => why.clone(),
            PictureError::TooSmall(size) => format!(
                "{size} is too small for this document: title, status, sources and one row do not fit"
            ),
            PictureError::TinyLetters(size, _) => format!(
                "{size} is too small for this document: its words would have letters of less than {LEAST_LETTERS} pixels"
            ),
            PictureError::Drawing(why) => format!("cannot be drawn: {why}"),
        }
    }
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fault())?;
        match self {
            PictureError::Letter(..) => f.write_str(". Name a font that has it: --font FILE.ttf"),
            PictureError::TooSmall(_) => f.write_str(". Use a larger --size, or shorter texts"),
            PictureError::TinyLetters(_, least) => {
                write!(f, ". Use --size {least} or a larger one")
            }
            _ => Ok(()),
        }
    }
}

impl std::error::Error for PictureError {}

impl From<DataError> for PictureError {
    fn from(error: DataError) -> PictureError {
        PictureError::Data(error)
    }
}

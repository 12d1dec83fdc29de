//! Encodings of text. Without the feature `every-format` there is UTF-8 alone.

#[cfg(feature = "every-format")]
mod every;
#[cfg(not(feature = "every-format"))]
mod utf8;

#[cfg(feature = "every-format")]
pub(super) use every::{Charset, Decoder, both_windows, guess};
#[cfg(not(feature = "every-format"))]
pub(super) use utf8::{Charset, Decoder, both_windows, guess};

/// A piece of text that a decoder wrote.
pub(super) struct Piece {
    /// The text as UTF-8.
    pub(super) text: Vec<u8>,
    /// The number of bytes that it was decoded from; `None` where the next byte is no text.
    pub(super) read: Option<usize>,
}

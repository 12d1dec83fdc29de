//! Every encoding that the web knows.

use super::Piece;
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

/// An encoding of text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Charset(&'static Encoding);

impl Charset {
    /// The encoding of this name: `windows-1251`.
    pub(in super::super) fn of_label(label: &str) -> Option<Charset> {
        Encoding::for_label(label.as_bytes()).map(Charset)
    }

    /// The name of the encoding, for messages.
    pub(in super::super) fn name(self) -> &'static str {
        self.0.name()
    }

    /// True of the encoding UTF-8.
    pub(in super::super) fn is_utf8(self) -> bool {
        self.0 == UTF_8
    }

    /// The text of `bytes`; what is no text is replaced.
    pub(in super::super) fn decode_lossy(self, bytes: &[u8]) -> String {
        self.0.decode_without_bom_handling(bytes).0.into_owned()
    }

    /// A decoder that begins with the text; `None` of UTF-8, which only needs checking.
    pub(in super::super) fn decoder(self) -> Option<Decoder> {
        (!self.is_utf8()).then(|| Decoder(self.0.new_decoder_without_bom_handling()))
    }
}

/// A decoder of text that comes in pieces.
pub(in super::super) struct Decoder(encoding_rs::Decoder);

impl Decoder {
    /// The text of the next bytes.
    pub(in super::super) fn decode(&mut self, bytes: &[u8], is_last: bool) -> Piece {
        let room = self.0.max_utf8_buffer_length(bytes.len());
        let mut text = vec![0; room.unwrap_or(bytes.len() * 4)];
        let (result, read, written) = self
            .0
            .decode_to_utf8_without_replacement(bytes, &mut text, is_last);
        text.truncate(written);
        let is_text = !matches!(result, DecoderResult::Malformed(_, _));
        Piece {
            text,
            read: is_text.then_some(read),
        }
    }
}

/// The readings of bytes as Windows-1251 and as Windows-1252.
pub(in super::super) fn both_windows(bytes: &[u8]) -> [(&'static str, String); 2] {
    [
        ("windows-1251", WINDOWS_1251),
        ("windows-1252", WINDOWS_1252),
    ]
    .map(|(label, encoding)| (label, Charset(encoding).decode_lossy(bytes)))
}

/// The encoding that the first bytes show, and the length of its byte order mark. UTF-8 where they show none.
pub(in super::super) fn guess(head: &[u8]) -> (Charset, usize) {
    if let Some((encoding, length)) = Encoding::for_bom(head) {
        return (Charset(encoding), length);
    }
    // UTF-16 without a mark: in most scripts' spaces, digits and marks every other byte is zero.
    let zeros = |odd: usize| {
        let places = head.iter().skip(odd).step_by(2).take(200);
        places.filter(|byte| **byte == 0).count()
    };
    let most = head.len().min(400) / 2;
    let encoding = match (zeros(0), zeros(1)) {
        (0, second) if second > most / 4 => UTF_16LE,
        (first, 0) if first > most / 4 => UTF_16BE,
        _ => UTF_8,
    };
    (Charset(encoding), 0)
}

//! Text in UTF-8, and in no other encoding.

use super::Piece;

/// The one encoding that there is: UTF-8.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Charset;

impl Charset {
    pub(in super::super) fn of_label(label: &str) -> Option<Charset> {
        let is_known = ["utf-8", "utf8"]
            .iter()
            .any(|name| label.eq_ignore_ascii_case(name));
        is_known.then_some(Charset)
    }

    pub(in super::super) fn name(self) -> &'static str {
        "UTF-8"
    }

    pub(in super::super) fn is_utf8(self) -> bool {
        true
    }

    pub(in super::super) fn decode_lossy(self, bytes: &[u8]) -> String {
        // What follows is the part of a character that the piece cut, or is refused where it is read.
        let whole = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        let bytes = bytes.get(..whole).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default().to_owned()
    }

    pub(in super::super) fn decoder(self) -> Option<Decoder> {
        None
    }
}

/// The decoder of another encoding, of which there is none.
pub(in super::super) enum Decoder {}

impl Decoder {
    pub(in super::super) fn decode(&mut self, _: &[u8], _: bool) -> Piece {
        match *self {}
    }
}

pub(in super::super) fn both_windows(_: &[u8]) -> [(&'static str, String); 0] {
    []
}

/// UTF-8, and the length of its byte order mark.
pub(in super::super) fn guess(head: &[u8]) -> (Charset, usize) {
    let mark = "\u{feff}".as_bytes();
    (
        Charset,
        if head.starts_with(mark) {
            mark.len()
        } else {
            0
        },
    )
}

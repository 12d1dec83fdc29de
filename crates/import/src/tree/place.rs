//! Line and column of an offset that only grows.

use crate::refused::Place;

/// A pointer into a text that knows its line and column.
pub(super) struct Pointer<'t> {
    text: &'t str,
    offset: usize,
    line: u64,
    column: u64,
}

impl<'t> Pointer<'t> {
    pub(super) fn new(text: &'t str) -> Pointer<'t> {
        Pointer {
            text,
            offset: 0,
            line: 1,
            column: 1,
        }
    }

    /// Moves on to an offset, and returns its place. An offset before the pointer leaves it where it is.
    pub(super) fn to(&mut self, offset: usize) -> Place {
        let passed = self.text.as_bytes().get(self.offset..offset);
        for byte in passed.unwrap_or_default() {
            match byte {
                b'\n' => {
                    self.line += 1;
                    self.column = 1;
                }
                // A byte that continues a character begins with the bits 10.
                byte if byte & 0xC0 != 0x80 => self.column += 1,
                _ => {}
            }
        }
        self.offset = self.offset.max(offset.min(self.text.len()));
        Place::new(self.line, self.column)
    }
}

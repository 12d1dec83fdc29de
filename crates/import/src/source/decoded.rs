//! Bytes of any encoding as UTF-8, piece by piece, with the place of what is no text.

use super::bytes::Bytes;
use super::charset::{Charset, Decoder, both_windows, guess};
use crate::answers::Answers;
use crate::refused::{Place, Refused};
use std::io::{self, Read};

const PIECE: usize = 64 * 1024;

/// A reader of UTF-8 over bytes of any encoding.
///
/// It refuses NULs, bytes that are no text and lines that are too long, each with line and column.
pub struct Decoded<'s> {
    bytes: Bytes<'s>,
    encoding: Charset,
    /// `None` where the bytes are UTF-8 and only need checking.
    decoder: Option<Decoder>,
    /// Bytes to skip at the beginning: the byte order mark.
    skip: usize,
    raw: Vec<u8>,
    /// The number of bytes in `raw` that were not enough for a character.
    kept: usize,
    ready: Vec<u8>,
    given: usize,
    is_at_end: bool,
    longest_line: u64,
    line: u64,
    /// Characters and bytes of the line that has not ended yet.
    line_chars: u64,
    line_bytes: u64,
}

impl std::fmt::Debug for Decoded<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decoded")
            .field("encoding", &self.encoding.name())
            .finish_non_exhaustive()
    }
}

impl<'s> Decoded<'s> {
    /// A reader over `bytes`, whose first bytes are `head`.
    ///
    /// # Errors
    /// An answer `encoding` that names none.
    pub(crate) fn new(
        bytes: Bytes<'s>,
        head: &[u8],
        answers: &Answers,
    ) -> Result<Decoded<'s>, Refused> {
        let (guessed, skip) = guess(head);
        let encoding = match answers.text("encoding") {
            None => guessed,
            Some(label) => Charset::of_label(&label).ok_or_else(|| {
                Refused::new(format!(
                    "encoding: \"{label}\" is none (write utf-8, utf-16le, windows-1251 or windows-1252)"
                ))
            })?,
        };
        // The mark is skipped even where a person names the encoding.
        let skip = if encoding == guessed { skip } else { 0 };
        Ok(Decoded {
            bytes,
            encoding,
            decoder: encoding.decoder(),
            skip,
            raw: vec![0; PIECE],
            kept: 0,
            ready: Vec::new(),
            given: 0,
            is_at_end: false,
            longest_line: u64::MAX,
            line: 1,
            line_chars: 0,
            line_bytes: 0,
        })
    }

    /// The same, refusing lines of more than `bytes` bytes, which must be more than a piece that is decoded at once.
    pub fn with_longest_line(mut self, bytes: u64) -> Decoded<'s> {
        self.longest_line = bytes;
        self
    }

    /// True where the bytes are taken for UTF-8.
    pub(super) fn is_utf8(&self) -> bool {
        self.encoding.is_utf8()
    }

    fn fill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.given = 0;
        while self.ready.is_empty() && !self.is_at_end {
            let room = self.raw.get_mut(self.kept..).unwrap_or_default();
            let read = self.bytes.read(room)?;
            self.is_at_end = read == 0;
            let filled = self.kept + read;
            let skipped = self.skip.min(filled);
            self.skip -= skipped;
            let raw = std::mem::take(&mut self.raw);
            let piece = raw.get(skipped..filled).unwrap_or_default();
            let used = match self.decoder.take() {
                Some(decoder) => self.decode(decoder, piece),
                None => self.check(piece),
            };
            let used =
                used.map_err(|refused| io::Error::new(io::ErrorKind::InvalidData, refused))?;
            let left = (skipped + used)..filled;
            self.raw = raw;
            self.kept = left.len();
            self.raw.copy_within(left, 0);
            self.inspect()
                .map_err(|refused| io::Error::new(io::ErrorKind::InvalidData, refused))?;
        }
        Ok(())
    }

    /// Checks UTF-8 and returns the number of bytes that were whole characters.
    fn check(&mut self, piece: &[u8]) -> Result<usize, Refused> {
        let used = match std::str::from_utf8(piece) {
            Ok(text) => text.len(),
            Err(error) if error.error_len().is_none() && !self.is_at_end => error.valid_up_to(),
            Err(error) => {
                let good = piece.get(..error.valid_up_to()).unwrap_or_default();
                self.ready.extend_from_slice(good);
                let line = piece.get(error.valid_up_to()..).unwrap_or_default();
                return Err(self.no_utf8(line));
            }
        };
        self.ready
            .extend_from_slice(piece.get(..used).unwrap_or_default());
        Ok(used)
    }

    fn no_utf8(&self, from: &[u8]) -> Refused {
        let until = from
            .iter()
            .position(|byte| matches!(byte, b'\n' | b',' | b';' | b'\t'));
        let sample = from
            .get(..until.unwrap_or(from.len()).min(24))
            .unwrap_or_default();
        let byte = from.first().copied().unwrap_or_default();
        let readings: Vec<_> = both_windows(sample)
            .into_iter()
            .map(|(label, text)| format!("with --encoding {label} it reads \"{text}\""))
            .collect();
        let hint = if readings.is_empty() {
            "save the file as UTF-8".to_owned()
        } else {
            format!("which encoding is it? {}", readings.join(", "))
        };
        Refused::at(
            self.place_after(&self.ready),
            format!("byte {byte:#04x} is not UTF-8: {hint}"),
        )
    }

    fn decode(&mut self, mut decoder: Decoder, piece: &[u8]) -> Result<usize, Refused> {
        let decoded = decoder.decode(piece, self.is_at_end);
        self.ready = decoded.text;
        self.decoder = Some(decoder);
        decoded.read.ok_or_else(|| {
            Refused::at(
                self.place_after(&self.ready),
                format!(
                    "a byte is not {} (name another with --encoding)",
                    self.encoding.name()
                ),
            )
        })
    }

    /// Looks for NULs and lines that are too long, and keeps count of lines.
    fn inspect(&mut self) -> Result<(), Refused> {
        if let Some(nul) = memchr::memchr(0, &self.ready) {
            let place = self.place_after(self.ready.get(..nul).unwrap_or_default());
            return Err(Refused::at(
                place,
                "a NUL character, which no text has: is it a text file (or UTF-16: --encoding utf-16le)?",
            ));
        }
        let ready = self.ready.as_slice();
        // A line that begins and ends in one piece is shorter than the limit, so only the first end counts.
        if let Some(first) = memchr::memchr(b'\n', ready) {
            if self.line_bytes + first as u64 > self.longest_line {
                return Err(self.too_long(self.line));
            }
            self.line += memchr::memchr_iter(b'\n', ready).count() as u64;
            self.line_bytes = 0;
            self.line_chars = 0;
        }
        let start = memchr::memrchr(b'\n', ready).map_or(0, |end| end + 1);
        let rest = ready.get(start..).unwrap_or_default();
        self.line_bytes += rest.len() as u64;
        self.line_chars += characters(rest);
        if self.line_bytes > self.longest_line {
            return Err(self.too_long(self.line));
        }
        Ok(())
    }

    fn too_long(&self, line: u64) -> Refused {
        Refused::at(
            Place::new(line, self.longest_line + 1),
            format!(
                "the line is longer than {} kB, and no row of a table is: is it a table with line breaks?",
                self.longest_line / 1000
            ),
        )
    }

    /// The place behind `text`, which follows what was inspected.
    fn place_after(&self, text: &[u8]) -> Place {
        let lines = memchr::memchr_iter(b'\n', text).count() as u64;
        let start = memchr::memrchr(b'\n', text).map_or(0, |end| end + 1);
        let column = characters(text.get(start..).unwrap_or_default());
        let before = if lines == 0 { self.line_chars } else { 0 };
        Place::new(self.line + lines, before + column + 1)
    }
}

fn characters(text: &[u8]) -> u64 {
    // A byte that continues a character begins with the bits 10.
    text.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u64
}

impl Read for Decoded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.ready.len() {
            self.fill()?;
        }
        let waiting = self.ready.get(self.given..).unwrap_or_default();
        let length = waiting.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..length), waiting.get(..length)) {
            to.copy_from_slice(from);
        }
        self.given += length;
        Ok(length)
    }
}

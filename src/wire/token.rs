//! The tokens of JSON: texts, numbers, words and what stands between them.

use super::document::{Kind, Span};
use super::written::Writer;

/// A number of so many digits is the shortest text of the nearest double, but for noughts at its end.
const EXACT_DIGITS: usize = 15;

/// A JSON text, read from its beginning on. Where something is no JSON the answer is nothing.
pub(super) struct Tokens<'a> {
    text: &'a str,
    writer: Writer,
    at: usize,
    /// The texts that had escapes, without them.
    unescaped: String,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, writer: Writer) -> Tokens<'a> {
        Tokens {
            text,
            writer,
            at: 0,
            unescaped: String::new(),
        }
    }

    // Always inlined: calls of this took half the time of reading a document.
    #[inline(always)]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    pub(super) fn next(&mut self) -> Option<u8> {
        loop {
            match self.byte()? {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                byte => return Some(byte),
            }
        }
    }

    /// Goes past this byte, if it is the next.
    pub(super) fn pass(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then(|| self.at += 1)
    }

    pub(super) fn bytes(&self, Span { start, end }: Span) -> Option<&'a [u8]> {
        self.text.as_bytes().get(start..end)
    }

    /// The place of the first byte from `start` that fits, or the text's end.
    fn find(&self, start: usize, fits: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let length = rest.iter().position(|byte| fits(*byte));
        start + length.unwrap_or(rest.len())
    }

    pub(super) fn word(&mut self, word: &[u8]) -> Option<Span> {
        let start = self.at;
        let end = start + word.len();
        self.at = end;
        let span = Span { start, end };
        (self.bytes(span)? == word).then_some(span)
    }

    pub(super) fn number(&mut self) -> Option<(Kind, Span)> {
        let start = self.at;
        let whole = start + usize::from(self.byte()? == b'-');
        let point = self.digits(whole)?;
        let span = |start, end| Span { start, end };
        if point > whole + 1 && self.bytes(span(whole, point))?.first() == Some(&b'0') {
            return None;
        }
        self.at = point;
        let mut end = point;
        if self.byte() == Some(b'.') {
            self.at = self.digits(point + 1)?;
            let fraction = self.bytes(span(point + 1, self.at))?;
            let last = fraction.iter().rposition(|digit| *digit != b'0');
            end = last.map_or(point, |last| point + 1 + last + 1);
        }
        let digits = end - whole - usize::from(end > point);
        if matches!(self.byte(), Some(b'e' | b'E')) {
            let sign = self.bytes(span(self.at + 1, self.at + 2))?;
            let signed = usize::from(matches!(sign, b"+" | b"-"));
            self.at = self.digits(self.at + 1 + signed)?;
        } else if digits <= EXACT_DIGITS {
            return Some((Kind::Number, span(start, end)));
        }
        Some((Kind::LongNumber, span(start, self.at)))
    }

    /// The place after the digits that stand at `start`, at least one.
    fn digits(&self, start: usize) -> Option<usize> {
        let end = self.find(start, |byte| !byte.is_ascii_digit());
        (end > start).then_some(end)
    }

    pub(super) fn string(&mut self) -> Option<Span> {
        let start = self.at + 1;
        let end = self.find(start, |byte| matches!(byte, b'"' | b'\\' | ..b' '));
        self.at = end;
        match self.byte()? {
            b'"' => self.at += 1,
            b'\\' => return self.escaped(start),
            _ => return None,
        }
        Some(Span { start, end })
    }

    fn escaped(&mut self, start: usize) -> Option<Span> {
        let before = self.text.len();
        let begun = before + self.unescaped.len();
        let mut chars = self.text.get(start..)?.char_indices();
        loop {
            let (place, c) = chars.next()?;
            let c = match c {
                '"' => {
                    self.at = start + place + 1;
                    break;
                }
                '\\' => match chars.next()?.1 {
                    'b' => '\u{8}',
                    'f' => '\u{c}',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => {
                        let mut code = 0;
                        for _ in 0..4 {
                            code = code * 16 + chars.next()?.1.to_digit(16)?;
                        }
                        match (char::from_u32(code), self.writer) {
                            (Some(c), _) => c,
                            // Half a pair alone: the platform writes whole ones as they are.
                            (None, Writer::Platform) => char::REPLACEMENT_CHARACTER,
                            (None, Writer::Anyone) => return None,
                        }
                    }
                    itself @ ('"' | '\\' | '/') => itself,
                    _ => return None,
                },
                ..' ' => return None,
                c => c,
            };
            self.unescaped.push(c);
        }
        Some(Span {
            start: begun,
            end: before + self.unescaped.len(),
        })
    }

    /// What had escapes, where nothing more stands in the text.
    pub(super) fn end(mut self) -> Option<String> {
        self.next().is_none().then_some(self.unescaped)
    }
}

//! The tokens of canonical JSON: strings, numbers, words and punctuation.

use super::document::{Kind, Span};

/// A scanner of JSON text, from its beginning on. Each method returns `None` where the text is not JSON.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The strings that had escapes, without them.
    unescaped: String,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Scanner<'a> {
        Scanner {
            text,
            at: 0,
            unescaped: String::new(),
        }
    }

    // Always inlined: calls of this took half the time of reading a document.
    #[inline(always)]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Returns the next byte, if any.
    pub(super) fn next(&self) -> Option<u8> {
        self.byte()
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

    /// A number, up to the first byte that none can have.
    pub(super) fn number(&mut self) -> Option<(Kind, Span)> {
        let start = self.at;
        self.at = self.find(start, |byte| {
            !matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
        });
        let span = Span {
            start,
            end: self.at,
        };
        (self.at > start).then_some((Kind::Number, span))
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
                        // Half a surrogate pair: whole ones are written as characters.
                        char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
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

    /// The unescaped strings, if nothing is left in the text.
    pub(super) fn end(self) -> Option<String> {
        self.next().is_none().then_some(self.unescaped)
    }
}

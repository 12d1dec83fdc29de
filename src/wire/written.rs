//! Where values stand in JSON that the platform wrote.
//!
//! The platform's parser has read the document before, and `JSON.stringify` (on the host serde_json)
//! has written it again: without blanks, each key once, numbers by their shortest text. So nothing
//! is checked here but the depth, and the whole tree comes into Rust as one text.

use super::document::{Kind, MAX_DEPTH, Place, Span};

/// The values of `text` depth first, and the texts in it that had escapes, without them: their spans
/// go on where `text` ends. Nothing where it nests too deep.
pub(super) fn read(text: &str) -> Option<(Vec<Place>, String)> {
    let mut reader = Reader {
        text,
        at: 0,
        values: Vec::new(),
        unescaped: String::new(),
    };
    reader.value(Span::default(), 0)?;
    Some((reader.values, reader.unescaped))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    values: Vec<Place>,
    unescaped: String,
}

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The place of the first byte from `start` that fits, or the text's end.
    fn find(&self, start: usize, fits: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let length = rest.iter().position(|byte| fits(*byte));
        start + length.unwrap_or(rest.len())
    }

    fn value(&mut self, key: Span, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        let place = self.values.len();
        self.values.push(Place::default());
        let (kind, content) = match self.byte()? {
            b'"' => (Kind::Text, self.string()?),
            b'[' => (Kind::List, self.inside(b']', depth)?),
            b'{' => (Kind::Map, self.inside(b'}', depth)?),
            first => {
                let start = self.at;
                self.at = self.find(start, |byte| matches!(byte, b',' | b']' | b'}'));
                let kind = match first {
                    b'n' => Kind::Null,
                    b't' => Kind::True,
                    b'f' => Kind::False,
                    _ => Kind::Number,
                };
                let end = self.at;
                (kind, Span { start, end })
            }
        };
        *self.values.get_mut(place)? = Place { kind, key, content };
        Some(())
    }

    /// What is in a list or an object, up to the byte that closes it.
    fn inside(&mut self, close: u8, depth: usize) -> Option<Span> {
        let mut count = 0;
        while self.byte()? != close {
            // Past what opens it, or the comma.
            self.at += 1;
            if self.byte()? == close {
                break;
            }
            let mut key = Span::default();
            if close == b'}' {
                key = self.string()?;
                self.at += 1;
            }
            self.value(key, depth + 1)?;
            count += 1;
        }
        self.at += 1;
        Some(Span {
            start: count,
            end: self.values.len(),
        })
    }

    fn string(&mut self) -> Option<Span> {
        let start = self.at + 1;
        let end = self.find(start, |byte| matches!(byte, b'"' | b'\\'));
        self.at = end;
        if self.byte()? == b'\\' {
            return self.escaped(start);
        }
        self.at += 1;
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
                        // Half a pair alone; whole pairs are written as they are.
                        char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
                    }
                    itself => itself,
                },
                c => c,
            };
            self.unescaped.push(c);
        }
        Some(Span {
            start: begun,
            end: before + self.unescaped.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::wire::document::{Document, Value};

    fn texts(json: &str) -> Vec<String> {
        let document = Document::new(json.to_owned()).unwrap();
        let text = |at| match document.value(at) {
            Value::Text(text) | Value::Number(text) => text.to_owned(),
            Value::Bool(value) => value.to_string(),
            Value::Null => "null".to_owned(),
            Value::List | Value::Map => document.inside(at).count().to_string(),
        };
        let named = |at| format!("{}={}", document.key(at), text(at));
        document.inside(0).map(named).collect()
    }

    #[test]
    fn values_stand_where_they_are_written() {
        let json =
            r#"{"a":"x","b":[1,[],{}],"c":{"d":-2.5e-7,"e":{}},"f":true,"g":false,"h":null}"#;
        let found = texts(json);
        assert_eq!(found, ["a=x", "b=3", "c=2", "f=true", "g=false", "h=null"]);
        assert_eq!(texts("[1,-2.5e-7,[]]"), ["=1", "=-2.5e-7", "=0"]);
        assert!(texts("[]").is_empty() && texts("{}").is_empty());
        assert!(Document::new("7".to_owned()).unwrap().number().is_some());
    }

    #[test]
    fn escapes_are_read_to_what_they_stand_for() {
        let json = r#"{"\"a\\":"1\n\t\r\b\f/","ы\u001f":"\ud83d \u0000ы","plain":"ы"}"#;
        assert_eq!(
            texts(json),
            [
                "\"a\\=1\n\t\r\u{8}\u{c}/",
                "ы\u{1f}=\u{fffd} \0ы",
                "plain=ы"
            ]
        );
    }
}

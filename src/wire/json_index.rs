//! An index of the values in canonical JSON.

use super::document::{Entry, Kind, MAX_DEPTH, Span};
use super::scanner::Scanner;

/// Indexes the values in `text` depth first, and unescapes its strings: the spans of those that had escapes go on
/// where `text` ends. Returns `None` if the text nests too deep or is not canonical JSON.
pub(super) fn read(text: &str) -> Option<(Vec<Entry>, String)> {
    let mut reader = Reader {
        scanner: Scanner::new(text),
        values: Vec::new(),
    };
    reader.value(Span::default(), 0)?;
    let unescaped = reader.scanner.end()?;
    Some((reader.values, unescaped))
}

struct Reader<'a> {
    scanner: Scanner<'a>,
    values: Vec<Entry>,
}

impl Reader<'_> {
    fn value(&mut self, key: Span, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        let place = self.values.len();
        self.values.push(Entry::default());
        let (kind, content) = match self.scanner.next()? {
            b'"' => (Kind::Text, self.scanner.string()?),
            b'[' => (Kind::List, self.inside(b'[', b']', depth)?),
            b'{' => (Kind::Map, self.inside(b'{', b'}', depth)?),
            b'n' => (Kind::Null, self.scanner.word(b"null")?),
            b't' => (Kind::True, self.scanner.word(b"true")?),
            b'f' => (Kind::False, self.scanner.word(b"false")?),
            _ => self.scanner.number()?,
        };
        *self.values.get_mut(place)? = Entry { kind, key, content };
        Some(())
    }

    /// The items of a list or the entries of an object, from the byte that opens it to the one that closes it.
    fn inside(&mut self, open: u8, close: u8, depth: usize) -> Option<Span> {
        let mut is_first = true;
        self.scanner.pass(open)?;
        while self.scanner.pass(close).is_none() {
            if !is_first {
                self.scanner.pass(b',')?;
            }
            is_first = false;
            let key = if close == b'}' {
                self.key()?
            } else {
                Span::default()
            };
            self.value(key, depth + 1)?;
        }
        Some(Span {
            start: 0,
            end: self.values.len(),
        })
    }

    fn key(&mut self) -> Option<Span> {
        let is_text = self.scanner.next()? == b'"';
        let key = is_text.then(|| self.scanner.string())??;
        self.scanner.pass(b':')?;
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use crate::wire::document::{Document, Value, parse};

    /// Each value below the first, with its key and what it holds.
    fn values(document: &Document) -> Vec<String> {
        fn add(document: &Document, at: usize, found: &mut Vec<String>) {
            let text = match document.value(at) {
                Value::Text(text) => format!("{text:?}"),
                Value::Number(text) => text.to_owned(),
                Value::Bool(value) => value.to_string(),
                Value::Null => "null".to_owned(),
                Value::List => format!("list of {}", document.inside(at).count()),
                Value::Map => format!("map of {}", document.inside(at).count()),
            };
            found.push(format!("{}={text}", document.key(at)));
            if let Value::List | Value::Map = document.value(at) {
                document.inside(at).for_each(|at| add(document, at, found));
            }
        }
        let mut found = Vec::new();
        add(document, 0, &mut found);
        found.split_off(1)
    }

    fn parsed(json: &str) -> Vec<String> {
        values(&parse(json).unwrap())
    }

    #[test]
    fn values_are_found_where_they_are_written() {
        let json =
            r#"{"a":"x","b":[1,[],{}],"c":{"d":-2.5e-7,"e":{}},"f":true,"g":false,"h":null}"#;
        let document = Document::from_canonical(json.to_owned()).unwrap();
        let found = values(&document);
        assert_eq!(found[..2], ["a=\"x\"", "b=list of 3"]);
        assert_eq!(found[2..5], ["=1", "=list of 0", "=map of 0"]);
        assert_eq!(found[5..7], ["c=map of 2", "d=-2.5e-7"]);
        assert_eq!(found[7..], ["e=map of 0", "f=true", "g=false", "h=null"]);
        let number = Document::from_canonical("7".to_owned()).unwrap();
        assert!(number.number().is_some());
    }

    #[test]
    fn escapes_are_read_to_the_characters_that_they_mean() {
        let json = r#"{"\"a\\":"1\n\t\r\b\f/","ы\u001f":"\ud83d \u0000ы","plain":"ы"}"#;
        let document = Document::from_canonical(json.to_owned()).unwrap();
        let texts: Vec<_> = document
            .inside(0)
            .map(|at| (document.key(at), document.text(at).unwrap_or_default()))
            .collect();
        assert_eq!(
            texts,
            [
                ("\"a\\", "1\n\t\r\u{8}\u{c}/"),
                ("ы\u{1f}", "\u{fffd} \0ы"),
                ("plain", "ы")
            ]
        );
    }

    #[test]
    fn blanks_escapes_and_zeros_at_the_end_of_a_number_make_no_difference() {
        let json =
            " {\t\"a\" : [ 81.30 , -0.5,2.0, 0 ] ,\r\n \"b\":\"\\/\\u0431\\\"\" , \"c\" : { } }\n";
        let document = parse(json).unwrap();
        let numbers: Vec<_> = document
            .inside(document.field(0, "a").unwrap())
            .map(|at| document.value(at).number().unwrap().to_string())
            .collect();
        assert_eq!(numbers, ["81.3", "-0.5", "2", "0"]);
        let text = document.field(0, "b").and_then(|at| document.text(at));
        assert_eq!(text, Some("/б\""));
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn half_a_surrogate_pair_reads_alike_on_the_host_and_in_a_browser() {
        let json = r#"{"10":"\ud83d","2":"\ud83d\ude00","a":"\\ud83d","b":"\udE00\ud83d\u0041"}"#;
        let found = parsed(json);
        // What a browser writes: whole pairs as characters, halves as escapes.
        let written = r#"{"2":"😀","10":"\ud83d","a":"\\ud83d","b":"\ude00\ud83dA"}"#;
        let browser = Document::from_canonical(written.to_owned()).unwrap();
        assert_eq!(found, values(&browser));
        assert_eq!(found[0], "2=\"😀\"");
    }

    #[test]
    fn the_last_of_two_equal_keys_counts() {
        assert_eq!(parsed(r#"{"a":1,"b":3,"a":2}"#), ["a=2", "b=3"]);
        assert_eq!(parsed(r#"{"a":1,"\u0061":2}"#), ["a=2"]);
    }

    #[test]
    fn keys_that_are_whole_numbers_stand_first_in_ascending_order_as_in_a_browser() {
        let json = r#"{"b":1,"10":2,"2":3,"02":4,"a":{"1":5,"0":6},"4294967294":7,"4294967295":8}"#;
        let keys: Vec<_> = parsed(json)
            .iter()
            .map(|value| value.split('=').next().unwrap().to_owned())
            .collect();
        assert_eq!(
            keys,
            [
                "2",
                "10",
                "4294967294",
                "b",
                "02",
                "a",
                "0",
                "1",
                "4294967295"
            ]
        );
    }

    #[test]
    fn text_that_is_not_canonical_is_refused_and_never_half_read() {
        for json in ["", "[1", "{\"a\"}", "[1,]", "nul", "01x", "[1] 2", "\"a"] {
            assert!(Document::from_canonical(json.to_owned()).is_err(), "{json}");
        }
    }
}

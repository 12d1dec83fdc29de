//! Where values stand in JSON.
//!
//! Most texts are read as they came, and checked on the way. What is out of the ordinary in them
//! the platform's parser reads and writes again first, as `JSON.stringify` (on the host serde_json)
//! does: without blanks and each key once.

use super::document::{Kind, MAX_DEPTH, Place, Span};
use super::token::Tokens;

/// More keys than this in one object are left to the platform, to see that none stands twice.
const MOST_KEYS: usize = 1_000;

/// Who wrote a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Writer {
    /// The platform: no key stands twice.
    Platform,
    Anyone,
}

/// The values of `text` depth first, and the texts in it that had escapes, without them: their spans
/// go on where `text` ends. Nothing where it nests too deep; and of anyone's text where it is no
/// JSON, or would have to be written again to be read: for a key that has an escape or stands
/// twice, or a surrogate pair.
pub(super) fn read(text: &str, writer: Writer) -> Option<(Vec<Place>, String)> {
    let mut reader = Reader {
        tokens: Tokens::new(text, writer),
        writer,
        values: Vec::new(),
    };
    reader.value(Span::default(), 0)?;
    let unescaped = reader.tokens.end()?;
    Some((reader.values, unescaped))
}

struct Reader<'a> {
    tokens: Tokens<'a>,
    writer: Writer,
    values: Vec<Place>,
}

/// What is known of the keys that an object has so far.
#[derive(Default)]
struct Keys {
    /// A bit for each, which few others share.
    seen: u64,
    /// The longest, and of those the last by its letters: ids that count (`o1`, `o2`) are each above all before.
    greatest: Span,
}

impl Reader<'_> {
    fn value(&mut self, key: Span, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        let place = self.values.len();
        self.values.push(Place::default());
        let (kind, content) = match self.tokens.next()? {
            b'"' => (Kind::Text, self.tokens.string()?),
            b'[' => (Kind::List, self.inside(b'[', b']', depth)?),
            b'{' => (Kind::Map, self.inside(b'{', b'}', depth)?),
            b'n' => (Kind::Null, self.tokens.word(b"null")?),
            b't' => (Kind::True, self.tokens.word(b"true")?),
            b'f' => (Kind::False, self.tokens.word(b"false")?),
            _ => self.tokens.number()?,
        };
        *self.values.get_mut(place)? = Place { kind, key, content };
        Some(())
    }

    /// What is in a list or an object, from the byte that opens it to the one that closes it.
    fn inside(&mut self, open: u8, close: u8, depth: usize) -> Option<Span> {
        let first = self.values.len();
        let (mut count, mut keys) = (0, Keys::default());
        self.tokens.pass(open)?;
        while self.tokens.pass(close).is_none() {
            if count > 0 {
                self.tokens.pass(b',')?;
            }
            let mut key = Span::default();
            if close == b'}' {
                key = self.key(first, count, &mut keys)?;
            }
            self.value(key, depth + 1)?;
            count += 1;
        }
        Some(Span {
            start: count,
            end: self.values.len(),
        })
    }

    /// The key of an object's next entry, where `count` stand already from `first` on.
    fn key(&mut self, first: usize, count: usize, keys: &mut Keys) -> Option<Span> {
        let is_text = self.tokens.next()? == b'"';
        let key = is_text.then(|| self.tokens.string())??;
        self.tokens.pass(b':')?;
        if self.writer == Writer::Anyone {
            let bytes = self.tokens.bytes(key)?;
            let greatest = self.tokens.bytes(keys.greatest)?;
            let is_greater = (bytes.len(), bytes) > (greatest.len(), greatest);
            let ends = [bytes.first(), bytes.last()];
            let [start, end] = ends.map(|byte| byte.copied().map_or(0, usize::from));
            let bit = 1 << ((bytes.len() + 5 * start + end) % 64);
            let may_stand = !is_greater && keys.seen & bit != 0;
            if count >= MOST_KEYS || may_stand && self.stands(bytes, first) {
                return None;
            }
            keys.seen |= bit;
            if is_greater {
                keys.greatest = key;
            }
        }
        Some(key)
    }

    /// Whether an entry from `first` on, where an object's entries begin, has that key.
    fn stands(&self, key: &[u8], first: usize) -> bool {
        let mut at = first;
        while let Some(place) = self.values.get(at) {
            if self.tokens.bytes(place.key) == Some(key) {
                return true;
            }
            at = place.after(at);
        }
        false
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::Writer;
    use crate::wire::document::{self, Document, Value, parse};

    /// Each value below the first, with its key and what it holds.
    fn values(document: &Document) -> Vec<String> {
        fn add(document: &Document, at: usize, found: &mut Vec<String>) {
            let text = match document.value(at) {
                Value::Text(text) => format!("{text:?}"),
                Value::Number(text) => text.to_owned(),
                Value::LongNumber(text) => format!("long {text}"),
                Value::Bool(value) => value.to_string(),
                Value::Null => "null".to_owned(),
                Value::List => format!("list of {}", document.count(at)),
                Value::Map => format!("map of {}", document.count(at)),
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

    fn as_it_came(json: &str) -> Option<Vec<String>> {
        let document = Document::as_it_came(json.to_owned()).ok()?;
        Some(values(&document))
    }

    fn as_written(json: &str) -> Option<Vec<String>> {
        let value: serde_json::Value = serde_json::from_str(json).ok()?;
        Some(values(&Document::new(value.to_string()).ok()?))
    }

    #[test]
    fn values_stand_where_they_are_written() {
        let json =
            r#"{"a":"x","b":[1,[],{}],"c":{"d":-2.5e-7,"e":{}},"f":true,"g":false,"h":null}"#;
        let found = values(&Document::new(json.to_owned()).unwrap());
        let [a, c] = [["a=\"x\"", "b=list of 3"], ["c=map of 2", "d=long -2.5e-7"]];
        assert_eq!(found[..2], a);
        assert_eq!(found[2..5], ["=1", "=list of 0", "=map of 0"]);
        assert_eq!(found[5..7], c);
        assert_eq!(found[7..], ["e=map of 0", "f=true", "g=false", "h=null"]);
        assert!(Document::new("7".to_owned()).unwrap().number().is_some());
    }

    #[test]
    fn escapes_are_read_to_what_they_stand_for() {
        let json = r#"{"\"a\\":"1\n\t\r\b\f/","ы\u001f":"\ud83d \u0000ы","plain":"ы"}"#;
        let document = Document::new(json.to_owned()).unwrap();
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
    fn a_text_of_anyones_is_read_as_it_came_with_its_blanks_escapes_and_noughts() {
        let json =
            " {\t\"a\" : [ 81.30 , -0.5,2.0, 0 ] ,\r\n \"b\":\"\\/\\u0431\\\"\" , \"c\" : { } }\n";
        assert_eq!(
            as_it_came(json).unwrap(),
            [
                "a=list of 4",
                "=81.3",
                "=-0.5",
                "=2",
                "=0",
                "b=\"/б\\\"\"",
                "c=map of 0"
            ]
        );
    }

    #[test]
    fn what_is_out_of_the_ordinary_is_left_to_the_platform() {
        let left = [
            r#"{"a":1,"a":2}"#,
            r#"{"a":1,"b":2,"a":3}"#,
            r#"{"b":1,"a":2,"c":3,"b":4}"#,
            r#"{"":1,"":2}"#,
            r#"{"\u0061":1}"#,
            r#"["\ud83d\ude00"]"#,
        ];
        for json in left {
            assert_eq!(as_it_came(json), None, "{json}");
            assert!(parse(json).is_ok(), "{json}");
        }
        assert_eq!(
            values(&parse(r#"{"a":1,"b":3,"a":2}"#).unwrap()),
            ["a=2", "b=3"]
        );
        assert_eq!(values(&parse(r#"["\ud83d\ude00"]"#).unwrap()), ["=\"😀\""]);
    }

    #[test]
    fn a_key_that_stands_twice_is_found_among_many_however_many() {
        for count in [2, 100, super::MOST_KEYS, super::MOST_KEYS + 1] {
            let keys =
                |skip| (0..count).map(move |key| format!("\"{}\":{key}", key % (count - skip)));
            let json = |skip| format!("{{{}}}", keys(skip).collect::<Vec<_>>().join(","));
            assert_eq!(as_it_came(&json(0)).is_some(), count <= super::MOST_KEYS);
            assert_eq!(as_it_came(&json(1)), None);
            assert_eq!(values(&parse(&json(1)).unwrap()).len(), count - 1);
        }
    }

    fn shortest(value: String) -> String {
        let Some((key, number)) = value.split_once("long ") else {
            return value;
        };
        let short = document::shortest(number).unwrap_or_default();
        // serde_json writes 2.0 where the platform's own parser would write 2.
        let short = short.strip_suffix(".0").unwrap_or(&short);
        format!("{key}{short}")
    }

    #[test]
    fn a_number_that_may_have_a_shorter_text_is_kept_as_it_stands_and_read_to_the_shorter() {
        let json = "[1e3, 1.5E-2, 1234567890123456, 0.10000000000000001, 53.855000000000004, 123456789012.345]";
        let found = as_it_came(json).unwrap();
        let long = |text: &str| format!("=long {text}");
        assert_eq!(found[..2], [long("1e3"), long("1.5E-2")]);
        assert_eq!(
            found[2..4],
            [long("1234567890123456"), long("0.10000000000000001")]
        );
        assert_eq!(
            found[4..],
            [long("53.855000000000004"), "=123456789012.345".to_owned()]
        );
        let number = |text| {
            parse(text)
                .unwrap()
                .number()
                .map(|number| number.to_string())
        };
        assert_eq!(number("1.5E-2").as_deref(), Some("0.015"));
        assert_eq!(number("0.10000000000000001").as_deref(), Some("0.1"));
        assert_eq!(
            number("53.855000000000004").as_deref(),
            Some("53.855000000000004")
        );
        assert_eq!(number("1e999"), None);
    }

    #[test]
    fn whichever_letter_is_lost_or_changed_what_is_read_is_what_the_platform_reads() {
        let json = r#"{"id": "q1","list":[1.50, -20, 0.10,{"true":true , "no":[null,false]}],"t":"a\"\u0431\\ы","":{}}"#;
        assert!(as_it_came(json).is_some());
        let chars: Vec<char> = json.chars().collect();
        let others = " \n\u{1f}\"\\,:[]{}.-+0159eEntu/ы";
        for at in 0..chars.len() {
            for other in others.chars().map(Some).chain([None]) {
                let (before, after) = (&chars[..at], &chars[at + 1..]);
                let changed: String = before
                    .iter()
                    .copied()
                    .chain(other)
                    .chain(after.iter().copied())
                    .collect();
                if let Some(found) = as_it_came(&changed) {
                    let short = |values: Vec<String>| values.into_iter().map(shortest).collect();
                    let same: Option<Vec<String>> = as_written(&changed).map(short);
                    let found = short(found);
                    assert_eq!(Some(found), same, "{changed}");
                }
            }
        }
    }

    #[test]
    fn every_document_of_the_demo_is_read_as_it_came() {
        let read = |folder: &str| {
            std::fs::read_dir(folder)
                .unwrap()
                .map(|file| file.unwrap().path())
        };
        for file in ["www/data", "www/geo"].into_iter().flat_map(read) {
            let json = std::fs::read_to_string(&file).unwrap();
            assert!(
                super::read(&json, Writer::Anyone).is_some(),
                "{}",
                file.display()
            );
        }
    }
}

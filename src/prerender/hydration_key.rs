//! The hydration key of a prerendered picture: a digest of what it was made from. The interactive bundle hydrates a
//! picture only if its key shows that the bundle would draw the same.

use crate::model::digits;
use crate::widget::{COMMON_ATTRIBUTES, Widget};

/// The attribute of a picture's outermost element that holds its hydration key.
pub const HYDRATION_KEY: &str = "data-hydration-key";

/// The name of this build: a digest of its sources (`build.rs`).
const BUILD: &str = env!("ELECTION_WIDGETS_BUILD");

/// A digest of what a picture is made from: the build, the language, the attributes that the widget
/// reads, and the texts of its document and of the file beside it.
///
/// White space between the parts of a JSON text does not count, so that a page may be laid out again.
pub fn inputs_digest<W: Widget>(
    language: &str,
    attribute: &dyn Fn(&str) -> Option<String>,
    texts: &[&str],
) -> u64 {
    let mut digest = Digest::default();
    digest.part(BUILD);
    digest.part(language);
    for name in W::ATTRIBUTES.iter().chain(&COMMON_ATTRIBUTES) {
        if let Some(value) = attribute(name) {
            digest.part(name);
            digest.part(&value);
        }
    }
    for text in texts {
        digest.json(text);
    }
    digest.0
}

/// The hydration key of a picture of so many elements.
pub fn hydration_key(digest: u64, elements: usize) -> String {
    const DIGITS: u32 = 16;
    let mut text = String::new();
    for place in (0..DIGITS).rev() {
        let digit = (digest >> (place * 4)) & 0xf;
        text.extend(
            u32::try_from(digit)
                .ok()
                .and_then(|digit| char::from_digit(digit, DIGITS)),
        );
    }
    text.push('-');
    text.push_str(&digits(elements as u64, 1));
    text
}

/// FNV-1a with 64 bits: it is to find differences, not forgeries.
struct Digest(u64);

impl Default for Digest {
    fn default() -> Digest {
        Digest(0xcbf2_9ce4_8422_2325)
    }
}

impl Digest {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    fn part(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        self.byte(0);
    }

    fn json(&mut self, text: &str) {
        solid(text).for_each(|byte| self.byte(byte));
        self.byte(0);
    }
}

/// The bytes of a JSON text without the white space between its parts.
pub(crate) fn solid(text: &str) -> impl Iterator<Item = u8> {
    let mut quoted = false;
    let mut escaped = false;
    text.bytes().filter(move |byte| {
        match byte {
            b'"' if !escaped => quoted = !quoted,
            b' ' | b'\n' | b'\r' | b'\t' => return quoted,
            _ => {}
        }
        escaped = quoted && *byte == b'\\' && !escaped;
        true
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::ResultsWidget;

    fn of(language: &str, attributes: &[(&str, &str)], texts: &[&str]) -> u64 {
        let attribute = |name: &str| {
            let found = attributes.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        inputs_digest::<ResultsWidget>(language, &attribute, texts)
    }

    #[test]
    fn whatever_a_picture_is_made_from_changes_its_digest() {
        let one = of("en", &[("count", "a")], &["{}"]);
        assert_eq!(one, of("en", &[("count", "a"), ("src", "x")], &["{ }\r\n"]));
        for other in [
            of("ru", &[("count", "a")], &["{}"]),
            of("en", &[("count", "b")], &["{}"]),
            of("en", &[("count", "a"), ("theme", "dark")], &["{}"]),
            of("en", &[("unit", "a")], &["{}"]),
            of("en", &[("count", "a")], &["[]"]),
            of("en", &[("count", "a")], &["{}", "{}"]),
        ] {
            assert_ne!(one, other);
        }
    }

    #[test]
    fn white_space_in_a_text_counts_and_between_parts_does_not() {
        let text = |json: &str| String::from_utf8(solid(json).collect()).unwrap();
        assert_eq!(text("{ \"a b\" :\n[1, 2] }"), "{\"a b\":[1,2]}");
        assert_eq!(text(r#"{"a \" b": "c \\" }"#), r#"{"a \" b":"c \\"}"#);
    }

    #[test]
    fn a_hydration_key_is_a_digest_and_a_number() {
        assert_eq!(hydration_key(0x00ab_cdef, 12), "0000000000abcdef-12");
    }
}

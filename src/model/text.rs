//! Texts of a document: words in one or several languages, places, links, colours.

/// Returns true for a character that leaves no mark on the page: white space, controls, fillers, joiners and the like.
///
/// ```
/// use election_widgets::model::is_unseen;
/// assert!("\u{200b}\u{3164} \u{2800}".chars().all(is_unseen));
/// assert!(!"-".chars().any(is_unseen));
/// ```
pub fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{20}'
            | '\u{7f}'..='\u{a0}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{1680}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{2000}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3000}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The tag of a language: `kk`, `kk-Cyrl-KZ`.
///
/// ```
/// use election_widgets::model::LanguageTag;
/// assert_eq!(LanguageTag::new("kk-KZ").map(|tag| tag.primary().to_owned()), Some("kk".to_owned()));
/// assert!(LanguageTag::new("Kazakh language").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// The tag, or `None` if `text` does not have that form.
    pub fn new(text: &str) -> Option<LanguageTag> {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or_default();
        let fits = (2..=3).contains(&language.len())
            && language.bytes().all(|b| b.is_ascii_alphabetic())
            && parts.all(|part| {
                (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        fits.then(|| LanguageTag(text.to_owned()))
    }

    /// The tag of English.
    pub fn english() -> LanguageTag {
        LanguageTag("en".to_owned())
    }

    /// Returns the whole language tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone: `kk` of `kk-Cyrl-KZ`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    fn is(&self, other: &LanguageTag) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }

    fn shares_language_with(&self, other: &LanguageTag) -> bool {
        self.primary().eq_ignore_ascii_case(other.primary())
    }
}

/// A text in one language or in several.
///
/// It is shown in the reader's language, else in the document's, else in English, else in the
/// first that it has.
///
/// ```
/// use election_widgets::model::{LanguageTag, Text};
/// let tag = |tag| LanguageTag::new(tag).ok_or("no tag");
/// let name = Text::in_languages(vec![(tag("en")?, "Almaty".into()), (tag("kk")?, "Алматы".into())]);
/// assert_eq!(name.pick(&tag("kk-KZ")?, None).0, "Алматы");
/// assert_eq!(name.pick(&tag("ru")?, None).0, "Almaty");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(Texts);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Texts {
    Plain(String),
    InLanguages(Vec<(LanguageTag, String)>),
}

impl Text {
    /// A text of the document's own language.
    pub fn plain(text: impl Into<String>) -> Text {
        Text(Texts::Plain(text.into()))
    }

    /// One text per language.
    pub fn in_languages(texts: Vec<(LanguageTag, String)>) -> Text {
        Text(Texts::InLanguages(texts))
    }

    /// The text in each of its languages.
    pub fn each(&self) -> impl Iterator<Item = &str> {
        let (plain, texts) = match &self.0 {
            Texts::Plain(text) => (Some(text), &[][..]),
            Texts::InLanguages(texts) => (None, texts.as_slice()),
        };
        let texts = texts.iter().map(|(_, text)| text);
        plain.into_iter().chain(texts).map(String::as_str)
    }

    /// The text for a reader of `reader`, in a document of `document`'s language, with the
    /// language it is in (`None` if the document does not say).
    pub fn pick<'a>(
        &'a self,
        reader: &LanguageTag,
        document: Option<&'a LanguageTag>,
    ) -> (&'a str, Option<&'a LanguageTag>) {
        let texts = match &self.0 {
            Texts::Plain(text) => return (text, document),
            Texts::InLanguages(texts) => texts,
        };
        let find = |fits: &dyn Fn(&LanguageTag) -> bool| texts.iter().find(|(tag, _)| fits(tag));
        find(&|tag| tag.is(reader))
            .or_else(|| find(&|tag| tag.shares_language_with(reader)))
            .or_else(|| {
                find(&|tag| document.is_some_and(|document| tag.shares_language_with(document)))
            })
            .or_else(|| find(&|tag| tag.primary() == "en"))
            .or_else(|| texts.first())
            .map_or(("", None), |(tag, text)| (text, Some(tag)))
    }
}

/// A place: by its code, by the document's own name, or both (then the name wins).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// An ISO 3166-1 code (`KZ`), named in the reader's language.
    pub code: Option<String>,
    /// The name that the document gives.
    pub name: Option<Text>,
}

/// A link that a page may carry: http, https or relative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// The link, or `None` if `text` has another scheme (`javascript:` among them), blanks or
    /// control characters.
    pub fn new(text: &str) -> Option<Link> {
        let clean = !text.is_empty() && !text.chars().any(|c| c.is_control() || c.is_whitespace());
        let before_path = text.split(['/', '?', '#']).next().unwrap_or_default();
        let fits = match before_path.split_once(':') {
            Some((scheme, _)) => {
                scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
            }
            None => true,
        };
        (clean && fits).then(|| Link(text.to_owned()))
    }

    /// Returns the address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A colour of a party or option: red, green and blue, 0 to 255 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

impl Color {
    /// The colour that `#rgb` or `#rrggbb` spells.
    pub fn new(text: &str) -> Option<Color> {
        let mut digits = Vec::new();
        for digit in text.strip_prefix('#')?.chars() {
            digits.push(u8::try_from(digit.to_digit(16)?).ok()?);
        }
        match digits.as_slice() {
            [r, g, b] => Some(Color([r * 17, g * 17, b * 17])),
            [r, s, g, h, b, c] => Some(Color([r * 16 + s, g * 16 + h, b * 16 + c])),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(tag: &str) -> LanguageTag {
        LanguageTag::new(tag).unwrap()
    }

    #[test]
    fn a_reader_gets_their_language_then_the_documents_then_english_then_the_first() {
        let picked = |tags: &[&str], reader: &str, document: &str| {
            let text = Text::in_languages(tags.iter().map(|t| (tag(t), (*t).to_owned())).collect());
            text.pick(&tag(reader), Some(&tag(document))).0.to_owned()
        };
        assert_eq!(picked(&["en", "ru", "kk"], "kk-KZ", "ru"), "kk");
        assert_eq!(picked(&["en", "ru"], "kk", "ru"), "ru");
        assert_eq!(picked(&["de", "en"], "kk", "ru"), "en");
        assert_eq!(picked(&["de", "fr"], "kk", "ru"), "de");
        assert_eq!(picked(&["sr", "sr-Latn"], "sr-Latn", "ru"), "sr-Latn");
        let ru = tag("ru");
        assert_eq!(
            Text::plain("x").pick(&tag("kk"), Some(&ru)),
            ("x", Some(&ru))
        );
    }

    #[test]
    fn a_link_that_could_run_a_script_is_no_link() {
        for link in [
            "https://a.example/b",
            "HTTP://a",
            "b.html",
            "/b?c=d:e",
            "#f",
            "//a/b",
        ] {
            assert!(Link::new(link).is_some(), "{link}");
        }
        for link in [
            "javascript:alert(1)",
            "data:text/html,x",
            "java\nscript:x",
            " http://a",
            "",
        ] {
            assert!(Link::new(link).is_none(), "{link}");
        }
    }

    #[test]
    fn a_colour_has_three_or_six_digits() {
        assert_eq!(Color::new("#f80"), Some(Color([255, 136, 0])));
        assert_eq!(Color::new("#0a141E"), Some(Color([10, 20, 30])));
        for text in ["f80", "#f8", "#ff88000", "#ggg", "red", "#+12345"] {
            assert_eq!(Color::new(text), None, "{text}");
        }
    }
}

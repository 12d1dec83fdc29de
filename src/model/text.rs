//! What a document says in words: texts in one or several languages, places, links, colours.

/// A text in one language or in several.
///
/// It is shown in the reader's language, else in the document's, else in English, else in the
/// first that it has.
///
/// ```
/// use election_widgets::model::Text;
/// let name = Text::in_languages(vec![("en".into(), "Almaty".into()), ("kk".into(), "Алматы".into())]);
/// assert_eq!(name.pick("kk", None), ("Алматы", Some("kk")));
/// assert_eq!(name.pick("ru", None), ("Almaty", Some("en")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Vec<(Option<String>, String)>);

impl Text {
    /// A text of the document's own language.
    pub fn plain(text: impl Into<String>) -> Text {
        Text(vec![(None, text.into())])
    }

    /// One text a language, by its tag.
    pub fn in_languages(texts: Vec<(String, String)>) -> Text {
        Text(
            texts
                .into_iter()
                .map(|(tag, text)| (Some(tag), text))
                .collect(),
        )
    }

    /// The text for a reader of `reader`, in a document of `document`'s language, with the
    /// language it is in (none where the document does not say).
    pub fn pick<'a>(&'a self, reader: &str, document: Option<&'a str>) -> (&'a str, Option<&'a str>) {
        let in_language = |wanted: &str| {
            self.0.iter().find(|(tag, _)| {
                tag.as_deref()
                    .is_some_and(|tag| primary(tag).eq_ignore_ascii_case(primary(wanted)))
            })
        };
        let exactly = self
            .0
            .iter()
            .find(|(tag, _)| tag.as_deref().is_some_and(|tag| tag.eq_ignore_ascii_case(reader)));
        exactly
            .or_else(|| in_language(reader))
            .or_else(|| document.and_then(in_language))
            .or_else(|| in_language("en"))
            .or_else(|| self.0.first())
            .map_or(("", None), |(tag, text)| {
                (text.as_str(), tag.as_deref().or(document))
            })
    }
}

/// The language part of a tag: `kk` of `kk-Cyrl-KZ`.
pub(crate) fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
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
    /// The link, or nothing where `text` has another scheme (`javascript:` among them), blanks or
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

    /// The link's text.
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
        let digits: Vec<u8> = text
            .strip_prefix('#')?
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok()))
            .collect::<Option<_>>()?;
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

    #[test]
    fn a_reader_gets_their_language_then_the_documents_then_english_then_the_first() {
        let text = |tags: &[&str]| {
            Text::in_languages(tags.iter().map(|t| (t.to_string(), t.to_string())).collect())
        };
        assert_eq!(text(&["en", "ru", "kk"]).pick("kk-KZ", Some("ru")).0, "kk");
        assert_eq!(text(&["en", "ru"]).pick("kk", Some("ru")).0, "ru");
        assert_eq!(text(&["de", "en"]).pick("kk", Some("ru")).0, "en");
        assert_eq!(text(&["de", "fr"]).pick("kk", Some("ru")).0, "de");
        assert_eq!(text(&["sr", "sr-Latn"]).pick("sr-Latn", None).0, "sr-Latn");
        assert_eq!(Text::plain("x").pick("kk", Some("ru")), ("x", Some("ru")));
    }

    #[test]
    fn a_link_that_could_run_a_script_is_no_link() {
        for link in ["https://a.example/b", "HTTP://a", "b.html", "/b?c=d:e", "#f", "//a/b"] {
            assert!(Link::new(link).is_some(), "{link}");
        }
        for link in ["javascript:alert(1)", "data:text/html,x", "java\nscript:x", " http://a", ""] {
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

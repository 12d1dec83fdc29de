//! The reader's language, and the language whose words the reader gets.

use super::words::{ENGLISH, Locale};
use crate::model::LanguageTag;

/// Every language: its tag and its file.
const LANGUAGES: &[(&str, &str)] = &[
    ("en", ENGLISH),
    ("ru", include_str!("../../www/locale/ru.txt")),
];

impl Locale {
    /// The language for a tag such as `ru` or `ru-KZ`. A language that has no words here borrows them: Kazakh, Kyrgyz
    /// and Uzbek from Russian, any other from English. A document's texts are in the reader's language all the same.
    pub fn for_language(tag: &LanguageTag) -> Locale {
        let words = language_of_words(tag);
        let mut languages = LANGUAGES.iter();
        languages
            .find(|(known, _)| *known == words)
            .and_then(|(_, text)| Locale::read(text).ok())
            .unwrap_or_else(Locale::english)
            .for_reader(tag.clone())
    }

    /// The same words for a reader of another language.
    #[must_use]
    pub fn for_reader(mut self, reader: LanguageTag) -> Locale {
        self.reader = reader;
        self
    }

    /// The same words for the reader that an attribute `lang` names; unchanged if it names none.
    #[must_use]
    pub fn for_lang(self, lang: Option<&str>) -> Locale {
        match lang.and_then(LanguageTag::new) {
            Some(reader) => self.for_reader(reader),
            None => self,
        }
    }

    /// Returns true if the words are of another language than the reader's.
    pub fn is_borrowed(&self) -> bool {
        let (reader, words) = (self.reader.primary(), self.tag().primary());
        !reader.eq_ignore_ascii_case(words)
    }

    /// The tags of all languages.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|(tag, _)| *tag)
    }
}

/// The language whose words a reader gets: Russian for readers of Kazakh, Kyrgyz and Uzbek, their own for all others. There
/// may be no words in it.
pub fn language_of_words(reader: &LanguageTag) -> String {
    let primary = reader.primary().to_ascii_lowercase();
    match &*primary {
        "kk" | "ky" | "uz" => "ru".to_owned(),
        _ => primary,
    }
}

//! The words by which a widget says that a figure is missing.

#[cfg(feature = "every-format")]
use election_widgets::{locale::Locale, model::LanguageTag};

/// The reason in the words by which a widget says that a figure is missing, in any of its languages. `None` of other
/// texts.
#[cfg(feature = "every-format")]
pub(crate) fn reason(text: &str) -> Option<&str> {
    let languages = ["en", "ru"].into_iter().filter_map(LanguageTag::new);
    let mut reasons = languages.filter_map(|tag| {
        let locale = Locale::for_language(&tag);
        let (before, after) = locale.word("missing").split_once("{why}")?;
        text.strip_prefix(before)?.strip_suffix(after)
    });
    reasons.next_back()
}

/// `None`: the words are not built in where only tables are read.
#[cfg(not(feature = "every-format"))]
pub(crate) fn reason(_: &str) -> Option<&str> {
    None
}

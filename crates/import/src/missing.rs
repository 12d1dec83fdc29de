//! The words by which a widget says that a figure is missing.

#[cfg(feature = "every-format")]
use election_widgets::{locale::Locale, model::LanguageTag};
#[cfg(feature = "every-format")]
use std::sync::LazyLock;

/// The texts before and after the reason, by language.
#[cfg(feature = "every-format")]
static AROUND: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let languages = ["en", "ru"].into_iter().filter_map(LanguageTag::new);
    let around = languages.filter_map(|tag| {
        let locale = Locale::for_language(&tag);
        let (before, after) = locale.word("missing").split_once("{why}")?;
        Some((before.to_owned(), after.to_owned()))
    });
    around.collect()
});

/// The reason in the words by which a widget says that a figure is missing, in any of its languages. `None` of other
/// texts.
#[cfg(feature = "every-format")]
pub(crate) fn reason(text: &str) -> Option<&str> {
    let mut around = AROUND.iter().rev();
    around.find_map(|(before, after)| text.strip_prefix(&**before)?.strip_suffix(&**after))
}

/// `None`: the words are not built in where only tables are read.
#[cfg(not(feature = "every-format"))]
pub(crate) fn reason(_: &str) -> Option<&str> {
    None
}

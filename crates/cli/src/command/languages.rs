//! The languages of pages, each read once.

use election_widgets::locale::Locale;
use election_widgets::model::LanguageTag;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// The languages that pages asked for so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Languages(Rc<RefCell<BTreeMap<String, Arc<Locale>>>>);

impl Languages {
    /// The language that a page names, as the element script reads it; English where there are no words
    /// for it.
    pub(super) fn named(&self, language: Option<&str>) -> Arc<Locale> {
        let language = language.unwrap_or_default();
        let mut known = self.0.borrow_mut();
        let locale = known.entry(language.to_owned()).or_insert_with(|| {
            let primary = language.split('-').next().unwrap_or_default();
            let tag = LanguageTag::new(language).or_else(|| LanguageTag::new(primary));
            Arc::new(tag.map_or_else(Locale::english, |tag| Locale::for_language(&tag)))
        });
        Arc::clone(locale)
    }
}

/// Reads the value of an option `--lang`.
///
/// # Errors
/// How to write it.
pub(super) fn tag(text: &str) -> Result<String, String> {
    match LanguageTag::new(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err("expected a language tag such as en or ru".to_owned()),
    }
}

/// The warning that a page's widgets borrow their words from another language; `None` if they need not.
pub(super) fn borrowed(locale: &Locale) -> Option<String> {
    locale.is_borrowed().then(|| {
        format!(
            "there are no words in the language {:?}: those of {:?} are used; texts of the document are in the page's language",
            locale.reader().as_str(),
            locale.tag().as_str(),
        )
    })
}

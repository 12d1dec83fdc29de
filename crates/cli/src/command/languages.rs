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
        let primary = language.unwrap_or_default().split('-').next();
        let primary = primary.unwrap_or_default().to_ascii_lowercase();
        let mut known = self.0.borrow_mut();
        let locale =
            known
                .entry(primary)
                .or_insert_with_key(|primary| match LanguageTag::new(primary) {
                    Some(tag) => Arc::new(Locale::for_language(&tag)),
                    None => Arc::new(Locale::english()),
                });
        Arc::clone(locale)
    }
}

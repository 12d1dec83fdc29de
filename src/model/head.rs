//! The fields that all documents share.

use super::{LanguageTag, Sources, Text};

/// The statements of a document about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The language of its plain texts, where it says so.
    pub lang: Option<LanguageTag>,
    /// True for a rehearsal, whose figures are made up.
    pub test: bool,
    /// The number of this edition: a widget that follows an address never shows a lower one after a
    /// higher one.
    pub sequence: Option<u64>,
    /// The headline over the widget.
    pub title: Text,
    /// Remarks that belong to the whole.
    pub notes: Vec<Text>,
    /// The sources that the document names.
    pub sources: Sources,
}

//! What all documents have.

use super::{LanguageTag, Sources, Text};

/// What every document says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The language of its plain texts, where it says so.
    pub lang: Option<LanguageTag>,
    /// Whether it is a rehearsal: its figures are made up.
    pub test: bool,
    /// The number of this edition: a widget that follows an address never shows a lower one after a
    /// higher one.
    pub sequence: Option<u64>,
    /// The headline over the widget.
    pub title: Text,
    /// Remarks that belong to the whole.
    pub notes: Vec<Text>,
    /// Who says what stands in it.
    pub sources: Sources,
}

//! What all documents have.

use super::{LanguageTag, Sources, Text};

/// What every document says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The language of its plain texts, where it says so.
    pub lang: Option<LanguageTag>,
    /// The headline over the widget.
    pub title: Text,
    /// Remarks that belong to the whole.
    pub notes: Vec<Text>,
    /// Who says what stands in it.
    pub sources: Sources,
}

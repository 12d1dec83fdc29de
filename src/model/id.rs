//! Names that one part of a document calls another by.

use std::fmt;

/// An id within one document: 1 to 64 of the characters `A-Z a-z 0-9 _ -`.
///
/// ```
/// use election_widgets::model::Id;
/// assert!(Id::new("tokayev").is_some());
/// assert!(Id::new("Tokayev, K.").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// The id that `text` spells, or `None` if it holds other characters.
    pub fn new(text: &str) -> Option<Id> {
        let fits = (1..=64).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
        fits.then(|| Id(text.to_owned()))
    }

    /// Returns the text of the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

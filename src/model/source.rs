//! The sources of facts.

use super::{Date, Id, Link, Text};

/// A published source: a page, a release, a protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The id that facts use for it.
    pub id: Id,
    /// Its headline or name.
    pub title: Text,
    /// The publisher of the source.
    pub publisher: Text,
    /// The address of the source.
    pub url: Option<Link>,
    /// When it was published.
    pub date: Date,
}

/// A source of the same document: its index in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SourceRef(usize);

impl SourceRef {
    /// The number that a reader sees beside a fact, from one.
    pub fn number(self) -> usize {
        self.0 + 1
    }
}

/// All sources of a document, in its order; no two share an id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// The sources, or the position of the first one whose id stands twice.
    ///
    /// # Errors
    /// The index of a source whose id an earlier one has.
    pub fn new(sources: Vec<Source>) -> Result<Sources, usize> {
        let twice = sources.iter().enumerate().position(|(index, source)| {
            sources
                .iter()
                .take(index)
                .any(|other| other.id == source.id)
        });
        match twice {
            Some(index) => Err(index),
            None => Ok(Sources(sources)),
        }
    }

    /// The source with this id.
    pub fn find(&self, id: &str) -> Option<SourceRef> {
        self.0
            .iter()
            .position(|source| source.id.as_str() == id)
            .map(SourceRef)
    }

    /// The source itself; `None` if the reference is another document's.
    pub fn get(&self, source: SourceRef) -> Option<&Source> {
        self.0.get(source.0)
    }

    /// Every source with its reference, in the document's order.
    pub fn iter(&self) -> impl Iterator<Item = (SourceRef, &Source)> {
        self.0
            .iter()
            .enumerate()
            .map(|(index, source)| (SourceRef(index), source))
    }
}

//! Numbers of keys, found fast where keys come in the same order again and again.

use std::collections::HashMap;

/// Keys in the order in which they came first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    keys: Vec<Vec<u8>>,
    by_key: HashMap<Vec<u8>, usize>,
    /// The key that followed each key last time.
    following: Vec<usize>,
    last: usize,
}

impl Index {
    /// The number of a key. The key that followed the last one before is tried first: areas list the same options in
    /// the same order.
    pub(crate) fn find(&mut self, key: &[u8]) -> Option<usize> {
        let expected = self.following.get(self.last).copied();
        let is_expected = |place: &usize| self.keys.get(*place).is_some_and(|known| known == key);
        let found = match expected.filter(is_expected) {
            Some(place) => place,
            None => *self.by_key.get(key)?,
        };
        self.note(found);
        Some(found)
    }

    /// Adds a key that is not there yet, and returns its number.
    pub(crate) fn add(&mut self, key: &[u8]) -> usize {
        let place = self.keys.len();
        self.keys.push(key.to_vec());
        self.by_key.insert(key.to_vec(), place);
        self.following.push(place);
        self.note(place);
        place
    }

    /// The number of a key, and whether it was added just now.
    pub(crate) fn number(&mut self, key: &[u8]) -> (usize, bool) {
        match self.find(key) {
            Some(place) => (place, false),
            None => (self.add(key), true),
        }
    }

    /// Adds a key, and returns true where it was not there yet.
    pub(crate) fn is_new(&mut self, key: &[u8]) -> bool {
        let is_new = !self.by_key.contains_key(key);
        if is_new {
            self.add(key);
        }
        is_new
    }

    fn note(&mut self, place: usize) {
        if let Some(following) = self.following.get_mut(self.last) {
            *following = place;
        }
        self.last = place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_in_any_order() {
        let mut index = Index::default();
        assert_eq!(index.find(b"a"), None);
        assert_eq!(
            (index.add(b"a"), index.add(b"b"), index.add(b"c")),
            (0, 1, 2)
        );
        for (key, place) in [
            (b"c", 2),
            (b"a", 0),
            (b"a", 0),
            (b"b", 1),
            (b"c", 2),
            (b"a", 0),
        ] {
            assert_eq!(index.find(key), Some(place));
        }
        assert_eq!(index.find(b"d"), None);
    }
}

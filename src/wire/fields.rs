//! The named fields of an object, found once and read one after the other.

use super::document::Value;
use super::error::{Diagnostics, ReadError, message};
use super::index::Index;
use super::reader::{Cursor, Identified, Read, ReadContext, did_you_mean};
use std::cell::Cell;

/// The most names that the fields of one object may have.
pub(crate) const MOST_FIELDS: usize = 16;

/// The fields of an object, to be read one after the other in the order of their names.
pub(crate) struct Fields<'a, D> {
    node: &'a Cursor<'a, D>,
    /// The index of each field's value; zero, which is the whole document, for a field that is absent.
    found: [usize; MOST_FIELDS],
    next: Cell<usize>,
}

impl<'a, D: Diagnostics> Cursor<'a, D> {
    /// Refuses fields that are not among `names`; `$schema` and `x-...` are free.
    pub(crate) fn allow(&self, what: &str, names: &[&str]) -> Result<(), ReadError<D>> {
        self.fields(what, &[], names).map(|_| ())
    }

    /// The object's fields of these names, which are the only ones that it may have beside `$schema`
    /// and `x-...`. Looked for once: most objects have theirs in the order of the names.
    pub(crate) fn fields<'b>(
        &'b self,
        what: &str,
        first: &[&str],
        others: &[&str],
    ) -> Result<Fields<'b, D>, ReadError<D>> {
        let name = |place: usize| match place.checked_sub(first.len()) {
            Some(place) => others.get(place),
            None => first.get(place),
        };
        let count = first.len() + others.len();
        let (mut found, mut next) = ([0; MOST_FIELDS], 0);
        let Value::Map = self.value() else {
            return Err(self.expected(what));
        };
        for at in self.document.inside(self.at) {
            let key = self.document.key(at);
            let mut places = (next..count).chain(0..next);
            match places.find(|place| name(*place).is_some_and(|name| *name == key)) {
                Some(place) => {
                    if let Some(slot) = found.get_mut(place) {
                        *slot = at;
                    }
                    next = place + 1;
                }
                None if key == "$schema" || key.starts_with("x-") => {}
                None => {
                    let known = first.iter().chain(others).copied();
                    return Err(self
                        .inner(at, key)
                        .error(message!("unknown field{}", did_you_mean(key, known))));
                }
            }
        }
        Ok(Fields {
            node: self,
            found,
            next: Cell::new(0),
        })
    }
}

impl<'a, D: Diagnostics> Fields<'a, D> {
    /// The next field, which is the one of this name.
    fn next(&self, name: &'a str) -> Option<Cursor<'a, D>> {
        let place = self.next.get();
        self.next.set(place + 1);
        let at = self.found.get(place).copied().filter(|at| *at > 0)?;
        Some(self.node.inner(at, name))
    }

    pub(crate) fn required<T: Read>(
        &self,
        name: &str,
        scope: &mut ReadContext,
    ) -> Result<T, ReadError<D>> {
        match self.next(name) {
            Some(node) => T::read(&node, scope),
            None => Err(self.node.missing(name)),
        }
    }

    pub(crate) fn optional<T: Read + Default>(
        &self,
        name: &str,
        scope: &mut ReadContext,
    ) -> Result<T, ReadError<D>> {
        match self.next(name) {
            Some(node) => T::read(&node, scope),
            None => Ok(T::default()),
        }
    }

    /// A list of items that later parts of the document call by their ids.
    pub(crate) fn identified<T: Identified>(
        &self,
        name: &str,
        scope: &mut ReadContext,
    ) -> Result<Vec<T>, ReadError<D>> {
        let Some(list) = self.next(name) else {
            return Err(self.node.missing(name));
        };
        // Items may name each other, so that their ids are known before the first is read.
        *T::index(scope) = index_of(&list, T::WHAT)?;
        let items = Vec::<T>::read(&list, scope)?;
        if items.is_empty() {
            return Err(list.error(message!("expected at least one {}, found none", T::WHAT)));
        }
        Ok(items)
    }
}

/// The ids of a list's items; `what` is an item's name in an error.
#[inline(never)]
fn index_of<D: Diagnostics>(list: &Cursor<'_, D>, what: &str) -> Result<Index, ReadError<D>> {
    let mut ids: Vec<&str> = Vec::new();
    for item in list.items("items")? {
        ids.push(item.plain_text("id"));
    }
    Index::new(ids.iter().copied()).or_else(|place| {
        // Those without an id have an error of their own, which reading them gives.
        match ids.get(place) {
            Some(id) if !id.is_empty() => Err(list
                .path
                .index(place)
                .key("id")
                .error(message!("an earlier {} has this id", what))),
            _ => Ok(Index::default()),
        }
    })
}

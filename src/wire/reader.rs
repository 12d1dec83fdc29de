//! The one reader of documents: nodes that know their place, and what reading gathers.

use super::document::Value;
use super::error::Message;
use super::error::{Diagnostics, ReadError, message};
use super::index::Index;
use super::path::Path;
use super::{Document, Warning};
use crate::model::{Decimal, Id, MembershipKind, Sources, State, is_unseen};

/// The most characters that one text of a document may have.
pub const MAX_TEXT: usize = 4_000;

/// `text` between quotation marks, cut short where it is long.
pub(crate) fn quoted(text: &str) -> String {
    const MOST: usize = 40;
    let mut shown = String::from("\"");
    for (index, c) in text.chars().enumerate() {
        if index == MOST {
            shown.push('…');
            break;
        }
        match c {
            // Spelt out, so that what is not seen is seen in a message.
            '"' | '\\' => shown.extend(['\\', c]),
            _ if c != ' ' && is_unseen(c) => shown.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => shown.push(c),
        }
    }
    shown.push('"');
    shown
}

/// The state of reading: ids of earlier parts that later parts refer to, and warnings.
#[derive(Default)]
pub(crate) struct ReadContext {
    /// The document's sources, once they are read.
    pub(crate) sources: Sources,
    /// The options' ids in the document's order, once they are read.
    pub(crate) options: Index,
    /// The counts' ids in the document's order, once they are read.
    pub(crate) counts: Index,
    /// The alliances' ids in the document's order, once they are read.
    pub(crate) alliances: Index,
    /// The kinds of membership of the document's own with what they mean, once they are read.
    pub(crate) kinds: Vec<(Id, MembershipKind)>,
    /// The ids of totals, then of missions, in the document's order, once they are indexed.
    pub(crate) groups: Index,
    /// How many of them are totals.
    pub(crate) totals: usize,
    /// The states that were named so far.
    pub(crate) states: Vec<State>,
    /// The warnings, in the document's order.
    pub(crate) warnings: Vec<Warning>,
}

impl ReadContext {
    pub(crate) fn warn<D: Diagnostics>(&mut self, path: &Path<'_, D>, message: impl Message) {
        self.warnings.push(path.warning(message));
    }
}

/// Something that can be read from a place in a document.
pub(crate) trait Read: Sized {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>>;

    /// Returns the shape of its JSON.
    fn shape() -> super::schema::Shape;
}

/// Something that other parts of the document call by its id.
pub(crate) trait Identified: Read {
    /// The name of the form in errors.
    const WHAT: &'static str;

    /// Returns the index of the ids of its kind.
    fn index(scope: &mut ReadContext) -> &mut Index;
}

/// A part of a document, with its place.
pub(crate) struct Cursor<'a, D> {
    pub(super) document: &'a Document,
    /// Which of the document's values it is.
    pub(super) at: usize,
    pub(crate) path: Path<'a, D>,
}

impl<'a, D: Diagnostics> Cursor<'a, D> {
    pub(crate) fn root(document: &'a Document) -> Cursor<'a, D> {
        Cursor {
            document,
            at: 0,
            path: Path::ROOT,
        }
    }

    pub(crate) fn value(&self) -> Value<'a> {
        self.document.value(self.at)
    }

    pub(crate) fn error(&self, message: impl Message) -> ReadError<D> {
        self.path.error(message)
    }

    /// The error of finding something other than `what`.
    pub(crate) fn expected(&self, what: &str) -> ReadError<D> {
        self.error(message!("expected {what}, found {}", self.found()))
    }

    pub(crate) fn found(&self) -> String {
        match self.value() {
            Value::Null => "null (leave the field out if nothing is known)".to_owned(),
            Value::Bool(value) => value.to_string(),
            Value::Number(_) => match self.number() {
                Some(number) => number.to_string(),
                None => "a number out of range (beyond 2^53 or with over 18 decimals)".to_owned(),
            },
            Value::Text(text) => quoted(text),
            Value::List => "a list".to_owned(),
            Value::Map => "an object".to_owned(),
        }
    }

    /// The number; `None` if it is not a number or out of range.
    pub(crate) fn number(&self) -> Option<Decimal> {
        self.value().number()
    }

    pub(crate) fn text(&self, what: &str) -> Result<&'a str, ReadError<D>> {
        let Value::Text(text) = self.value() else {
            return Err(self.expected(what));
        };
        // Characters are counted only where there may be too many: there are no more than bytes.
        let length = if text.len() > MAX_TEXT {
            text.chars().count()
        } else {
            0
        };
        if length > MAX_TEXT {
            return Err(self.error(message!(
                "expected {what} of at most {MAX_TEXT} characters, found {length}"
            )));
        }
        Ok(text)
    }

    /// The text of the object's field of this name; empty where there is none.
    pub(crate) fn plain_text(&self, name: &str) -> &'a str {
        let field = self.document.field(self.at, name);
        match field.map(|at| self.document.value(at)) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The items of a list, each at its place.
    pub(crate) fn items(
        &self,
        what: &str,
    ) -> Result<impl Iterator<Item = Cursor<'_, D>>, ReadError<D>> {
        let Value::List = self.value() else {
            return Err(self.error(message!(
                "expected a list of {what}, found {}",
                self.found()
            )));
        };
        let items = self.document.inside(self.at).enumerate();
        Ok(items.map(|(index, at)| Cursor {
            document: self.document,
            at,
            path: self.path.index(index),
        }))
    }

    /// The entries of an object, each at its place.
    pub(crate) fn entries(
        &self,
        what: &str,
    ) -> Result<impl Iterator<Item = (&'a str, Cursor<'_, D>)>, ReadError<D>> {
        let Value::Map = self.value() else {
            return Err(self.expected(what));
        };
        let entries = self.document.inside(self.at);
        Ok(entries.map(|at| {
            let key = self.document.key(at);
            (key, self.inner(at, key))
        }))
    }

    pub(super) fn inner<'b>(&'b self, at: usize, key: &'b str) -> Cursor<'b, D> {
        Cursor {
            document: self.document,
            at,
            path: self.path.key(key),
        }
    }

    /// The object's field of this name.
    pub(crate) fn field<'b>(&'b self, name: &'b str) -> Option<Cursor<'b, D>> {
        let at = self.document.field(self.at, name)?;
        Some(self.inner(at, name))
    }

    /// The object's field of this name, which it must have.
    pub(crate) fn present<'b>(&'b self, name: &'b str) -> Result<Cursor<'b, D>, ReadError<D>> {
        self.field(name).ok_or_else(|| self.missing(name))
    }

    pub(super) fn missing(&self, name: &str) -> ReadError<D> {
        self.error(message!("the field {} is missing", quoted(name)))
    }
}

/// ` (did you mean "office"?)` where one of `known` is near to `found`, else nothing.
pub(crate) fn did_you_mean<'a>(found: &str, known: impl Iterator<Item = &'a str>) -> String {
    if found.len() > 64 {
        return String::new();
    }
    let wanted = found.to_ascii_lowercase();
    known
        .map(|name| {
            let known = name.to_ascii_lowercase();
            let begins_so = known.starts_with(&wanted);
            (strsim::osa_distance(&wanted, &known), !begins_so, name)
        })
        .min()
        .filter(|(distance, _, name)| *distance <= 1 + name.len() / 4 && *distance < name.len())
        .map(|(_, _, name)| format!(" (did you mean {}?)", quoted(name)))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_near_name_is_suggested() {
        let known = || ["status", "source", "asOf"].into_iter();
        assert_eq!(
            did_you_mean("statuss", known()),
            r#" (did you mean "status"?)"#
        );
        assert_eq!(did_you_mean("asof", known()), r#" (did you mean "asOf"?)"#);
        assert_eq!(did_you_mean("turnout", known()), "");
        assert_eq!(did_you_mean("x", ["s"].into_iter()), "");
        assert_eq!(
            did_you_mean("vote", ["note", "votes"].into_iter()),
            r#" (did you mean "votes"?)"#
        );
    }
}

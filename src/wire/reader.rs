//! The one reader of documents: nodes that know their place, and what reading gathers.

use super::error::Fault;
use super::{DataError, Document, Warning};
#[cfg(feature = "alliances")]
use crate::model::State;
use crate::model::{Id, Sources};

/// The most characters that one text of a document may have.
pub const MAX_TEXT: usize = 4_000;

/// A place in a document, as a chain of steps back to its root; it is spelt out only where an
/// error needs it.
#[derive(Clone, Copy)]
pub(crate) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    pub(crate) const ROOT: Path<'static> = Path {
        parent: None,
        step: Step::Root,
    };

    pub(crate) fn key<'b>(&'b self, key: &'b str) -> Path<'b> {
        Path {
            parent: Some(self),
            step: Step::Key(key),
        }
    }

    pub(crate) fn index(&self, index: usize) -> Path<'_> {
        Path {
            parent: Some(self),
            step: Step::Index(index),
        }
    }

    pub(crate) fn error(&self, message: impl Into<String>) -> Fault {
        Box::new(DataError::new(self.spelt(), message))
    }

    pub(crate) fn spelt(&self) -> String {
        let mut text = self.parent.map(Path::spelt).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Key(key) if is_plain(key) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            Step::Key(key) => {
                text.push('[');
                text.push_str(&quoted(key));
                text.push(']');
            }
            Step::Index(index) => {
                text.push('[');
                text.push_str(&index.to_string());
                text.push(']');
            }
        }
        text
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 64
        && key
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"_-$".contains(&b))
}

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
            _ if c.is_control() => shown.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => shown.push(c),
        }
    }
    shown.push('"');
    shown
}

/// What reading one part of a document needs of the parts before it, and what it remarks.
#[derive(Default)]
pub(crate) struct Scope {
    /// The document's sources, once they are read.
    pub(crate) sources: Sources,
    /// The options' ids in the document's order, once they are read.
    pub(crate) options: Index,
    /// The counts' ids in the document's order, once they are read.
    pub(crate) counts: Index,
    /// The alliances' ids in the document's order, once they are read.
    pub(crate) alliances: Index,
    /// The ids of totals, then of missions, in the document's order, once they are indexed.
    pub(crate) groups: Index,
    /// How many of them are totals.
    pub(crate) totals: usize,
    /// The states that were named so far.
    #[cfg(feature = "alliances")]
    pub(crate) states: Vec<State>,
    /// What looks wrong, in the document's order.
    pub(crate) warnings: Vec<Warning>,
}

impl Scope {
    pub(crate) fn warn(&mut self, path: &Path<'_>, message: impl Into<String>) {
        self.warnings.push(Warning {
            path: path.spelt(),
            message: message.into(),
        });
    }
}

/// Ids with their places, sorted for look-up: a results map names every option once a count.
#[derive(Default)]
pub(crate) struct Index(Vec<(String, usize)>);

impl Index {
    /// The index of `ids`, or the place of the first id that stands twice.
    pub(crate) fn new<'a>(ids: impl Iterator<Item = &'a str>) -> Result<Index, usize> {
        let mut sorted: Vec<(String, usize)> = ids
            .enumerate()
            .map(|(place, id)| (id.to_owned(), place))
            .collect();
        sorted.sort_unstable();
        let twice = sorted
            .iter()
            .zip(sorted.iter().skip(1))
            .filter(|((one, _), (next, _))| one == next)
            .map(|(_, (_, place))| *place)
            .min();
        twice.map_or(Ok(Index(sorted)), Err)
    }

    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        let at = self
            .0
            .binary_search_by(|(known, _)| known.as_str().cmp(id))
            .ok()?;
        self.0.get(at).map(|(_, place)| *place)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(id, _)| id.as_str())
    }
}

/// Something that can be read from a place in a document.
pub(crate) trait Read: Sized {
    fn read(node: &Node<'_>, scope: &mut Scope) -> Result<Self, Fault>;

    /// What it looks like in JSON.
    #[cfg(feature = "schema")]
    fn shape() -> super::schema::Shape;
}

/// Something that other parts of the document call by its id.
pub(crate) trait Identified: Read {
    /// What it is called in an error.
    const WHAT: &'static str;

    fn id(&self) -> &Id;

    /// Where the ids of its kind are kept.
    fn index(scope: &mut Scope) -> &mut Index;
}

/// A part of a document, with its place.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    pub(crate) document: &'a Document,
    pub(crate) path: Path<'a>,
}

impl<'a> Node<'a> {
    pub(crate) fn root(document: &'a Document) -> Node<'a> {
        Node {
            document,
            path: Path::ROOT,
        }
    }

    pub(crate) fn error(&self, message: impl Into<String>) -> Fault {
        self.path.error(message)
    }

    /// The error of finding something other than `what`.
    pub(crate) fn expected(&self, what: &str) -> Fault {
        self.error(format!("expected {what}, found {}", self.found()))
    }

    pub(crate) fn found(&self) -> String {
        match self.document {
            Document::Null => "null (leave the field out where nothing is known)".to_owned(),
            Document::Bool(value) => value.to_string(),
            Document::Number(Some(number)) => number.to_string(),
            Document::Number(None) => {
                "a number out of range (beyond 2^53 or with over 18 decimals)".to_owned()
            }
            Document::Text(text) => quoted(text),
            Document::List(_) => "a list".to_owned(),
            Document::Map(_) => "an object".to_owned(),
        }
    }

    pub(crate) fn text(&self, what: &str) -> Result<&'a str, Fault> {
        let Document::Text(text) = self.document else {
            return Err(self.expected(what));
        };
        // Characters are counted only where there may be too many: there are no more than bytes.
        let length = if text.len() > MAX_TEXT {
            text.chars().count()
        } else {
            0
        };
        if length > MAX_TEXT {
            return Err(self.error(format!(
                "expected {what} of at most {MAX_TEXT} characters, found {length}"
            )));
        }
        Ok(text)
    }

    /// The items of a list, each at its place.
    pub(crate) fn items(&self, what: &str) -> Result<impl Iterator<Item = Node<'_>>, Fault> {
        let Document::List(items) = self.document else {
            return Err(self.expected(&format!("a list of {what}")));
        };
        Ok(items.iter().enumerate().map(|(index, document)| Node {
            document,
            path: self.path.index(index),
        }))
    }

    /// The entries of an object, each at its place.
    pub(crate) fn entries(
        &self,
        what: &str,
    ) -> Result<impl Iterator<Item = (&str, Node<'_>)>, Fault> {
        let Document::Map(entries) = self.document else {
            return Err(self.expected(what));
        };
        Ok(entries.iter().map(|(key, document)| {
            let node = Node {
                document,
                path: self.path.key(key),
            };
            (key.as_str(), node)
        }))
    }

    /// The object's field of this name.
    pub(crate) fn field<'b>(&'b self, name: &'b str) -> Option<Node<'b>> {
        let Document::Map(entries) = self.document else {
            return None;
        };
        let (_, document) = entries.iter().find(|(key, _)| key == name)?;
        Some(Node {
            document,
            path: self.path.key(name),
        })
    }

    /// Refuses fields that are not among `names`; `$schema` and `x-...` are free.
    pub(crate) fn allow(&self, what: &str, names: &[&[&str]]) -> Result<(), Fault> {
        for (key, node) in self.entries(what)? {
            let known = names.iter().any(|some| some.contains(&key));
            if !known && key != "$schema" && !key.starts_with("x-") {
                let known = names.iter().flat_map(|some| some.iter().copied());
                return Err(node.error(format!("unknown field{}", did_you_mean(key, known))));
            }
        }
        Ok(())
    }

    pub(crate) fn required<T: Read>(&self, name: &str, scope: &mut Scope) -> Result<T, Fault> {
        T::read(&self.present(name)?, scope)
    }

    /// The object's field of this name, which it must have.
    fn present<'b>(&'b self, name: &'b str) -> Result<Node<'b>, Fault> {
        self.field(name)
            .ok_or_else(|| self.error(format!("the field {} is missing", quoted(name))))
    }

    /// A list of items that later parts of the document call by their ids.
    pub(crate) fn identified<T: Identified>(
        &self,
        name: &str,
        scope: &mut Scope,
    ) -> Result<Vec<T>, Fault> {
        let items: Vec<T> = self.required(name, scope)?;
        let list = self.path.key(name);
        if items.is_empty() {
            return Err(list.error(format!("expected at least one {}, found none", T::WHAT)));
        }
        *T::index(scope) =
            Index::new(items.iter().map(|item| item.id().as_str())).map_err(|place| {
                list.index(place)
                    .key("id")
                    .error(format!("an earlier {} has this id", T::WHAT))
            })?;
        Ok(items)
    }

    pub(crate) fn optional<T: Read + Default>(
        &self,
        name: &str,
        scope: &mut Scope,
    ) -> Result<T, Fault> {
        self.field(name)
            .map_or_else(|| Ok(T::default()), |node| T::read(&node, scope))
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
    fn a_path_is_spelt_as_javascript_would_reach_it() {
        let counts = Path::ROOT.key("counts");
        let first = counts.index(0);
        let results = first.key("results");
        assert_eq!(results.key("tokayev").spelt(), "counts[0].results.tokayev");
        assert_eq!(results.key("a b").spelt(), r#"counts[0].results["a b"]"#);
    }

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

    #[test]
    fn an_id_that_stands_twice_is_found_at_its_second_place() {
        assert_eq!(Index::new(["b", "a", "b", "a"].into_iter()).err(), Some(2));
        let index = Index::new(["b", "a"].into_iter()).unwrap_or_default();
        assert_eq!((index.find("a"), index.find("c")), (Some(1), None));
    }
}

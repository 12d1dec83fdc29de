//! Kinds of membership: those that every document knows, and those of a document's own.

use super::document::Value;
use super::error::{Diagnostics, ReadError, message};
use super::reader::{Cursor, Read, ReadContext, quoted};
use super::record::{json_enum, json_object, read_word};
use super::schema::{Leaf, Shape};
use crate::model::{Complete, Date, Id, Kind, MembershipKind, OwnKind, Text};

json_enum! { "a kind of membership", MembershipKind {
    Member = "member", Candidate = "candidate", Observer = "observer", Associate = "associate",
    DialoguePartner = "dialogue-partner", Suspended = "suspended", Withdrawn = "withdrawn",
    Unspecified = "unspecified",
} }

/// The most characters that may stand for a kind in a cell.
const MOST_LETTERS: usize = 2;

/// The kinds of the document's own, in its order.
#[derive(Default)]
pub(crate) struct OwnKinds(pub(crate) Vec<OwnKind>);

/// A kind of the document's own, without its id.
struct OwnKindParts {
    name: Text,
    several: Option<Text>,
    letter: Option<Text>,
    means: MembershipKind,
}

json_object! { "a kind of membership of your own", OwnKindParts {
    required "name" => name, "The name of one such member: \"partner country\".";
    optional "several" => several, "The name of several such members: \"partner countries\". By default it is `name`.";
    optional "letter" => letter, "One or two letters for cells. By default it is the first letter of `name`.";
    required "means" => means, "The known kind that it means. It is counted, compared and drawn like that kind.";
} }

impl Read for OwnKinds {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let mut kinds = Vec::new();
        for (name, kind) in node.entries("an object with one kind per id")? {
            let Some(id) = Id::new(name) else {
                return Err(kind.error(message!(
                    "expected an id (1 to 64 of A-Z a-z 0-9 _ -), found {}",
                    quoted(name)
                )));
            };
            if MembershipKind::ALL.iter().any(|known| known.name() == name) {
                return Err(kind.error("a known kind has this name (choose another one)"));
            }
            let parts = OwnKindParts::read(&kind, scope)?;
            short_enough(&kind, &parts)?;
            scope.kinds.push((id.clone(), parts.means));
            kinds.push(OwnKind {
                id,
                name: parts.name,
                several: parts.several,
                letter: parts.letter,
                means: parts.means,
            });
        }
        Ok(OwnKinds(kinds))
    }

    fn shape() -> Shape {
        let Shape::Record { fields, .. } = OwnKindParts::shape() else {
            return OwnKindParts::shape();
        };
        Shape::Map(Box::new(Shape::Record {
            name: "OwnKind",
            fields,
        }))
    }
}

fn short_enough<D: Diagnostics>(
    node: &Cursor<'_, D>,
    parts: &OwnKindParts,
) -> Result<(), ReadError<D>> {
    let mut texts = parts.letter.iter().flat_map(Text::each);
    match texts.find(|text| text.chars().count() > MOST_LETTERS) {
        Some(text) => Err(node
            .path
            .key("letter")
            .error(message!("expected a letter or two, found {}", quoted(text)))),
        None => Ok(()),
    }
}

impl Read for Kind {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let known = known(scope);
        let words: Vec<&str> = known.iter().map(|(_, word)| word.as_str()).collect();
        let place = read_word(node, "a kind of membership", &words)?;
        let kind = known.get(place).map(|(kind, _)| *kind);
        Ok(kind.unwrap_or_default())
    }

    fn shape() -> Shape {
        Shape::Either(
            Box::new(MembershipKind::shape()),
            Box::new(Shape::Leaf(&Leaf::ID)),
        )
    }
}

/// The kinds that memberships of the document may have, each with its name: known kinds first.
pub(super) fn known(scope: &ReadContext) -> Vec<(Kind, String)> {
    let known = MembershipKind::ALL.into_iter();
    let known = known.map(|kind| (kind.into(), kind.name().to_owned()));
    let own = scope.kinds.iter().enumerate();
    let own = own.map(|(place, (id, means))| {
        let kind = Kind {
            means: *means,
            own: Some(place),
        };
        (kind, id.as_str().to_owned())
    });
    known.chain(own).collect()
}

/// A time over which a list is complete.
struct CompletePeriod {
    kind: Kind,
    from: Date,
    to: Option<Date>,
}

json_object! { "a period in which a list is complete", CompletePeriod {
    optional "kind" => kind, "The kind for which every state is listed. By default it is `member`.";
    required "from" => from, "The first day on which the list is complete.";
    optional "to" => to, "The last day on which the list is complete. By default it is the day of the list.";
} }

/// A kind, complete on the day of the list; or a time over which a kind is.
impl Read for Complete {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let Value::Map = node.value() else {
            return Ok(Complete {
                kind: Kind::read(node, scope)?,
                ..Complete::default()
            });
        };
        let period = CompletePeriod::read(node, scope)?;
        Ok(Complete {
            kind: period.kind,
            from: Some(period.from),
            to: period.to,
        })
    }

    fn shape() -> Shape {
        Shape::Either(Box::new(Kind::shape()), Box::new(CompletePeriod::shape()))
    }
}

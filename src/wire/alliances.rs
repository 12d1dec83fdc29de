//! The reader of alliances documents.

use super::document::Value;
use super::error::{Diagnostics, Explain, ReadError, message};
use super::index::Index;
use super::kinds::{self, OwnKinds};
use super::reader::{Cursor, Identified, Read, ReadContext, did_you_mean, quoted};
use super::record::json_object;
use super::schema::{Field, Leaf, Shape};
use super::states::States;
use super::{DataError, Document, Warning, check};
use crate::model::{
    self, Alliance, AllianceRef, Date, Head, Kind, MembershipKind, Participation, Spell, State,
    StateRef, When,
};

/// Reads an alliances document: the model, and warnings about what is shown although it looks wrong.
///
/// # Errors
/// The first place that does not fit the contract.
pub fn read_alliances(document: &Document) -> Result<(model::Alliances, Vec<Warning>), DataError> {
    Ok(read_alliances_as::<Explain>(document)?)
}

/// [`read_alliances`] under a rule for errors and warnings.
pub(crate) fn read_alliances_as<D: Diagnostics>(
    document: &Document,
) -> Result<(model::Alliances, Vec<Warning>), ReadError<D>> {
    let node = Cursor::<D>::root(document);
    let mut scope = ReadContext::default();
    let parts = Alliances::read(&node, &mut scope)?;
    let mut alliances = model::Alliances {
        head: parts.head,
        as_of: parts.as_of,
        kinds: parts.kinds.0,
        alliances: parts.alliances,
        states: parts.memberships.states,
        spells: parts.memberships.spells,
        participation: parts.participation,
    };
    check::check_alliances::<D>(&mut alliances, &parts.memberships.places, &mut scope)?;
    Ok((alliances, scope.warnings))
}

/// The document as it is written: states are known by their memberships too.
pub(crate) struct Alliances {
    head: Head,
    as_of: Date,
    kinds: OwnKinds,
    alliances: Vec<Alliance>,
    _states: States,
    memberships: Memberships,
    participation: Vec<Participation>,
}

/// The form of the document.
pub(crate) fn shape() -> Shape {
    <Alliances as Read>::shape()
}

json_object! { "an alliances document (an object)", Alliances {
    [flatten head: Head]
    required "asOf" => as_of, "The day that the document describes. An alliance or a membership can have a day of its own.";
    optional "kinds" => kinds, "The document's own kinds of membership, by id.";
    identified "alliances" => alliances, "The alliances, in the order of the columns.";
    optional "states" => _states, "The states in the order in which they are shown, with names of the document's own. States that only `memberships` names come last.";
    required "memberships" => memberships, "The states that belong to each alliance, by alliance and kind.";
    optional "participation" => participation, "Numbers of states that took part in an event.";
} }

json_object! { "an alliance", Alliance {
    required "id" => id, "The id by which memberships refer to the alliance.";
    required "name" => name, "The name of the alliance.";
    optional "short" => short, "A short name, such as \"SCO\".";
    optional "founded" => founded, "The day of its foundation. Before that day nobody is a member.";
    optional "dissolved" => dissolved, "Its last day. Memberships without an end end on that day.";
    optional "asOf" => as_of, "The day that the list of its states describes. By default it is the document's.";
    optional "complete" => complete, "The kinds for which every state is listed, on the day of the list or over a period. Only with `member` does the grid say of a state that is not listed that it is not a member.";
    optional "source" => source, "The id of the source.";
} }

/// A membership as it is written.
pub(crate) struct Membership {
    state: StateRef,
    from: Option<When>,
    to: Option<When>,
    as_of: Option<Date>,
    source: Option<crate::model::SourceRef>,
    note: Option<crate::model::Text>,
}

json_object! { "a membership", Membership {
    required "state" => state, "The code of the state.";
    optional "from" => from, "The first day. Without it the membership is known only on the day that `asOf` names.";
    optional "to" => to, "The last day. Without it the membership is known until the day that `asOf` names.";
    optional "asOf" => as_of, "The day that the source describes. By default it is the alliance's.";
    optional "source" => source, "The id of the source. By default it is the alliance's.";
    optional "note" => note, "A remark for readers.";
} }

json_object! { "a participation", Participation {
    required "alliance" => alliance, "The id of the alliance.";
    required "event" => event, "The event in which states took part.";
    required "count" => count, "The number of states that took part.";
    optional "of" => of, "The number of states that could take part.";
    optional "kind" => kind, "The kind of membership of these states.";
    optional "date" => date, "The date of the event.";
    required "source" => source, "The id of the source.";
} }

impl Identified for Alliance {
    const WHAT: &'static str = "alliance";

    fn index(scope: &mut ReadContext) -> &mut Index {
        &mut scope.alliances
    }
}

impl Read for AllianceRef {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let id = node.text("the id of an alliance")?;
        find_alliance(node, id, scope)
    }

    fn shape() -> Shape {
        Shape::Leaf(&Leaf::ID)
    }
}

fn find_alliance<D: Diagnostics>(
    node: &Cursor<'_, D>,
    id: &str,
    scope: &ReadContext,
) -> Result<AllianceRef, ReadError<D>> {
    let found = scope.alliances.find(id).map(AllianceRef);
    found.ok_or_else(|| {
        node.error(message!(
            "no alliance has the id {}{}",
            quoted(id),
            did_you_mean(id, scope.alliances.ids())
        ))
    })
}

/// The memberships, and all states that have been named so far.
pub(crate) struct Memberships {
    states: Vec<State>,
    spells: Vec<Vec<Spell>>,
    /// The path of each spell, by its state: `memberships.SCO.member[0]`.
    places: Vec<Vec<String>>,
}

impl Read for Memberships {
    fn read<D: Diagnostics>(
        node: &Cursor<'_, D>,
        scope: &mut ReadContext,
    ) -> Result<Self, ReadError<D>> {
        let mut spells: Vec<Vec<Spell>> = Vec::new();
        let mut places: Vec<Vec<String>> = Vec::new();
        for (id, kinds) in node.entries("an object with the memberships of each alliance")? {
            let alliance = find_alliance(&kinds, id, scope)?;
            let known = kinds::known(scope);
            let words: Vec<&str> = known.iter().map(|(_, word)| word.as_str()).collect();
            kinds.allow("an object with the states of each kind", &words)?;
            for (kind, word) in &known {
                let Some(list) = kinds.field(word) else {
                    continue;
                };
                for item in list.items("states")? {
                    let membership = read_membership(&item, scope)?;
                    spells.resize_with(scope.states.len(), Vec::new);
                    places.resize_with(scope.states.len(), Vec::new);
                    let state = membership.state.0;
                    if let (Some(of_state), Some(places)) =
                        (spells.get_mut(state), places.get_mut(state))
                    {
                        places.push(place_of(&item));
                        of_state.push(spell(alliance, *kind, membership));
                    }
                }
            }
        }
        spells.resize_with(scope.states.len(), Vec::new);
        Ok(Memberships {
            states: std::mem::take(&mut scope.states),
            spells,
            places,
        })
    }

    fn shape() -> Shape {
        let listed = || Shape::List(Box::new(Membership::listed()));
        let kinds = MembershipKind::ALL.iter().map(|kind| {
            Field::optional(kind.name(), "The states that belong in this way.", listed())
        });
        let known = Shape::Record {
            name: "MembershipsOfAlliance",
            fields: kinds.collect(),
        };
        // With kinds of the document's own any id may stand beside the known ones.
        let own = Shape::Map(Box::new(listed()));
        Shape::Map(Box::new(Shape::Either(Box::new(known), Box::new(own))))
    }
}

/// The path of a membership, only for messages.
fn place_of<D: Diagnostics>(node: &Cursor<'_, D>) -> String {
    if D::EXPLAINS {
        node.path.to_string()
    } else {
        String::new()
    }
}

impl Membership {
    /// A state that belongs: its code alone, or with what is said of it.
    fn listed() -> Shape {
        Shape::Either(
            Box::new(Shape::Leaf(&Leaf::CODE)),
            Box::new(Membership::shape()),
        )
    }
}

fn read_membership<D: Diagnostics>(
    node: &Cursor<'_, D>,
    scope: &mut ReadContext,
) -> Result<Membership, ReadError<D>> {
    match node.value() {
        Value::Map => Membership::read(node, scope),
        _ => Ok(Membership {
            state: StateRef::read(node, scope)?,
            from: None,
            to: None,
            as_of: None,
            source: None,
            note: None,
        }),
    }
}

fn spell(alliance: AllianceRef, kind: Kind, membership: Membership) -> Spell {
    Spell {
        alliance,
        kind,
        from: membership.from,
        to: membership.to,
        as_of: membership.as_of,
        source: membership.source,
        note: membership.note,
        next: None,
    }
}

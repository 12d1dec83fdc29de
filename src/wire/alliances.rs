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

/// Reads an alliances document: the model, and what looks wrong in it but is shown as it stands.
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
    required "asOf" => as_of, "The day that it speaks of, where an alliance or a membership names none of its own.";
    optional "kinds" => kinds, "Kinds of membership of the document's own, by their ids.";
    identified "alliances" => alliances, "The alliances.";
    optional "states" => _states, "States in the order that they are shown in, with names of the document's own; those that only memberships name follow.";
    required "memberships" => memberships, "By alliance and kind, the states that belong to it.";
    optional "participation" => participation, "How many of an alliance's states took part in something.";
} }

json_object! { "an alliance", Alliance {
    required "id" => id, "What memberships call it by.";
    required "name" => name, "Its name.";
    optional "short" => short, "A short name, such as \"SCO\".";
    optional "founded" => founded, "When it was founded; before that nobody is a member.";
    optional "dissolved" => dissolved, "Its last day; memberships without an end end with it.";
    optional "asOf" => as_of, "The day that its list speaks of; the document's where left out.";
    optional "complete" => complete, "The kinds of which every state is listed, on the day of the list or over a time: only with `member` here is a state that is not listed \"not a member\".";
    optional "source" => source, "Who says so.";
} }

/// A membership with what is said of it.
pub(crate) struct Membership {
    state: StateRef,
    from: Option<When>,
    to: Option<When>,
    as_of: Option<Date>,
    source: Option<crate::model::SourceRef>,
    note: Option<crate::model::Text>,
}

json_object! { "a membership", Membership {
    required "state" => state, "Which state, by its code.";
    optional "from" => from, "Since when; without it the membership is known on its day alone.";
    optional "to" => to, "Until when, that day included; without it, up to its day.";
    optional "asOf" => as_of, "The day that the source speaks of; the alliance's where left out.";
    optional "source" => source, "Who says so; the alliance's source where left out.";
    optional "note" => note, "A remark.";
} }

json_object! { "a participation", Participation {
    required "alliance" => alliance, "Of which alliance.";
    required "event" => event, "In what.";
    required "count" => count, "How many took part.";
    optional "of" => of, "Of how many.";
    optional "kind" => kind, "Of which kind they are.";
    optional "date" => date, "When.";
    required "source" => source, "Who says so.";
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
        for (id, kinds) in node.entries("an object of memberships an alliance")? {
            let alliance = find_alliance(&kinds, id, scope)?;
            let known = kinds::known(scope);
            let words: Vec<&str> = known.iter().map(|(_, word)| word.as_str()).collect();
            kinds.allow("an object of states a kind", &words)?;
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

/// The text of a membership's place, for messages alone.
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

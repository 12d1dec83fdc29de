//! The alliances document.

use super::document::Value;
use super::error::{Fault, message};
use super::index::Index;
use super::leaf::read_code;
use super::reader::{Identified, Node, Read, Scope, did_you_mean, quoted};
use super::record::{record, words};
#[cfg(feature = "schema")]
use super::schema::{Field, Leaf, Shape};
use super::{DataError, Document, Warning, spells};
use crate::locale::Locale;
use crate::model::{
    self, Alliance, AllianceRef, Date, Head, Id, MembershipKind, Participation, Spell, State,
    StateRef, Text, When,
};

/// Reads an alliances document: the model, and what looks wrong in it but is shown as it stands.
///
/// # Errors
/// The first place that does not fit the contract.
pub fn read_alliances(document: &Document) -> Result<(model::Alliances, Vec<Warning>), DataError> {
    Ok(read(document)?)
}

fn read(document: &Document) -> Result<(model::Alliances, Vec<Warning>), Fault> {
    let node = Node::root(document);
    let mut scope = Scope::default();
    let parts = Alliances::read(&node, &mut scope)?;
    let alliances = model::Alliances {
        head: parts.head,
        as_of: parts.as_of,
        alliances: parts.alliances,
        states: parts.memberships.states,
        spells: parts.memberships.spells,
        participation: parts.participation,
    };
    spells::check(&alliances, &parts.memberships.places, &mut scope)?;
    Ok((alliances, scope.warnings))
}

/// The document as it is written: states are known by their memberships too.
pub(crate) struct Alliances {
    head: Head,
    as_of: Date,
    alliances: Vec<Alliance>,
    _states: States,
    memberships: Memberships,
    participation: Vec<Participation>,
}

record! { "an alliances document (an object)", Alliances {
    [flatten head: Head]
    required "asOf" => as_of, "The day that it speaks of, where an alliance or a membership names none of its own.";
    identified "alliances" => alliances, "The alliances.";
    optional "states" => _states, "States in the order that they are shown in, with names of the document's own; those that only memberships name follow.";
    required "memberships" => memberships, "By alliance and kind, the states that belong to it.";
    optional "participation" => participation, "How many of an alliance's states took part in something.";
} }

record! { "an alliance", Alliance {
    required "id" => id, "What memberships call it by.";
    required "name" => name, "Its name.";
    optional "short" => short, "A short name, such as \"SCO\".";
    optional "founded" => founded, "When it was founded.";
    optional "asOf" => as_of, "The day that its list speaks of; the document's where left out.";
    optional "complete" => complete, "The kinds of which every state is listed: only with `member` here is a state that is not listed \"not a member\".";
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

record! { "a membership", Membership {
    required "state" => state, "Which state, by its code.";
    optional "from" => from, "Since when; without it the membership is known on its day alone.";
    optional "to" => to, "Until when, that day included; without it, up to its day.";
    optional "asOf" => as_of, "The day that the source speaks of; the alliance's where left out.";
    optional "source" => source, "Who says so; the alliance's source where left out.";
    optional "note" => note, "A remark.";
} }

record! { "a participation", Participation {
    required "alliance" => alliance, "Of which alliance.";
    required "event" => event, "In what.";
    required "count" => count, "How many took part.";
    optional "of" => of, "Of how many.";
    optional "kind" => kind, "Of which kind they are.";
    optional "date" => date, "When.";
    required "source" => source, "Who says so.";
} }

words! { "a kind of membership", MembershipKind {
    Member = "member", Candidate = "candidate", Observer = "observer", Associate = "associate",
    DialoguePartner = "dialogue-partner", Suspended = "suspended", Withdrawn = "withdrawn",
    Unspecified = "unspecified",
} }

impl Identified for Alliance {
    const WHAT: &'static str = "alliance";

    fn id(&self) -> &Id {
        &self.id
    }

    fn index(scope: &mut Scope) -> &mut Index {
        &mut scope.alliances
    }
}

impl Read for AllianceRef {
    fn read(node: &Node<'_>, scope: &mut Scope) -> Result<Self, Fault> {
        let id = node.text("the id of an alliance")?;
        find_alliance(node, id, scope)
    }

    #[cfg(feature = "schema")]
    fn shape() -> Shape {
        Shape::Leaf(&Leaf::ID)
    }
}

fn find_alliance(node: &Node<'_>, id: &str, scope: &Scope) -> Result<AllianceRef, Fault> {
    let found = scope.alliances.find(id).map(AllianceRef);
    found.ok_or_else(|| {
        node.error(message!(
            "no alliance has the id {}{}",
            quoted(id),
            did_you_mean(id, scope.alliances.ids())
        ))
    })
}

/// The states that the document lists; they are kept in the scope, where memberships add theirs.
#[derive(Default)]
pub(crate) struct States;

impl Read for States {
    fn read(node: &Node<'_>, scope: &mut Scope) -> Result<Self, Fault> {
        for item in node.items("states")? {
            let state = read_state(&item, scope)?;
            if scope.states.iter().any(|known| known.code == state.code) {
                return Err(item.error(message!(
                    "an earlier state has the code {}",
                    quoted(&state.code)
                )));
            }
            scope.states.push(state);
        }
        Ok(States)
    }

    #[cfg(feature = "schema")]
    fn shape() -> Shape {
        Shape::List(Box::new(Shape::Leaf(&Leaf::STATE)))
    }
}

fn read_state(node: &Node<'_>, scope: &mut Scope) -> Result<State, Fault> {
    if let Value::Text(_) = node.value() {
        return Ok(State {
            code: read_known_code(node)?,
            name: None,
        });
    }
    node.allow(
        "a state (a code, or {\"code\", \"name\"})",
        &["code", "name"],
    )?;
    let Some(code) = node.field("code") else {
        return Err(node.error("the field \"code\" is missing"));
    };
    Ok(State {
        // A name makes any code known: there are states that no list of codes has.
        code: read_code(&code)?,
        name: Some(Text::read(&node.present("name")?, scope)?),
    })
}

/// A code that some country has; of three letters, the two-letter ones that may be meant.
fn read_known_code(node: &Node<'_>) -> Result<String, Fault> {
    let text = node.text("a country code")?;
    if Locale::knows_country(text) {
        return Ok(text.to_owned());
    }
    if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        let upper = text.to_ascii_uppercase();
        let letters: Vec<char> = upper.chars().collect();
        let pairs = match letters.as_slice() {
            [one, two, three] => vec![
                String::from_iter([one, three]),
                String::from_iter([one, two]),
            ],
            _ => Vec::new(),
        };
        let known: Vec<String> = pairs
            .iter()
            .filter(|code| Locale::knows_country(code))
            .map(|code| quoted(code))
            .collect();
        if !known.is_empty() {
            return Err(node.error(message!(
                "expected a country code of two capital letters, found {} (did you mean {}?)",
                quoted(text),
                known.join(" or ")
            )));
        }
    }
    let code = read_code(node)?;
    Err(node.error(message!(
        "no country has the code {} (for a state of your own name it in \"states\": {{\"code\": {}, \"name\": \"…\"}})",
        quoted(&code),
        quoted(&code)
    )))
}

impl Read for StateRef {
    fn read(node: &Node<'_>, scope: &mut Scope) -> Result<Self, Fault> {
        let listed = match node.value() {
            Value::Text(text) => scope.states.iter().position(|state| state.code == text),
            _ => None,
        };
        if let Some(place) = listed {
            return Ok(StateRef(place));
        }
        let code = read_known_code(node)?;
        scope.states.push(State { code, name: None });
        Ok(StateRef(scope.states.len() - 1))
    }

    #[cfg(feature = "schema")]
    fn shape() -> Shape {
        Shape::Leaf(&Leaf::CODE)
    }
}

/// Who belongs where, and all states that are named so far.
pub(crate) struct Memberships {
    states: Vec<State>,
    spells: Vec<Vec<Spell>>,
    /// Where each spell stands, by its state: `memberships.SCO.member[0]`.
    places: Vec<Vec<String>>,
}

impl Read for Memberships {
    fn read(node: &Node<'_>, scope: &mut Scope) -> Result<Self, Fault> {
        let mut spells: Vec<Vec<Spell>> = Vec::new();
        let mut places: Vec<Vec<String>> = Vec::new();
        for (id, kinds) in node.entries("an object of memberships an alliance")? {
            let alliance = find_alliance(&kinds, id, scope)?;
            let words: Vec<&str> = MembershipKind::ALL.iter().map(|kind| kind.name()).collect();
            kinds.allow("an object of states a kind", &words)?;
            for kind in MembershipKind::ALL {
                let Some(list) = kinds.field(kind.name()) else {
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
                        places.push(item.path.spelt());
                        of_state.push(spell(alliance, kind, membership));
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

    #[cfg(feature = "schema")]
    fn shape() -> Shape {
        let listed = || Shape::List(Box::new(Membership::listed()));
        let kinds = MembershipKind::ALL.iter().map(|kind| {
            Field::optional(kind.name(), "The states that belong in this way.", listed())
        });
        Shape::Map(Box::new(Shape::Record {
            name: "MembershipsOfAlliance",
            fields: kinds.collect(),
        }))
    }
}

impl Membership {
    /// A state that belongs: its code alone, or with what is said of it.
    #[cfg(feature = "schema")]
    fn listed() -> Shape {
        Shape::Either(
            Box::new(Shape::Leaf(&Leaf::CODE)),
            Box::new(Membership::shape()),
        )
    }
}

fn read_membership(node: &Node<'_>, scope: &mut Scope) -> Result<Membership, Fault> {
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

fn spell(alliance: AllianceRef, kind: MembershipKind, membership: Membership) -> Spell {
    Spell {
        alliance,
        kind,
        from: membership.from,
        to: membership.to,
        as_of: membership.as_of,
        source: membership.source,
        note: membership.note,
    }
}

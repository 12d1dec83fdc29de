//! Alliances, the states that belong to them, and since when.

use super::{Date, Day, Head, Id, Quantity, SourceRef, Text, When};

/// Which states belong to which alliances, how and when, as sources say.
///
/// Read it with [`crate::wire::read_alliances`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alliances {
    /// Title, language, notes and sources.
    pub head: Head,
    /// The day that the document speaks of, where an alliance or a spell names none of its own.
    pub as_of: Date,
    /// Kinds of membership of the document's own, in its order; ids are unique.
    pub kinds: Vec<OwnKind>,
    /// The alliances, in the document's order; ids are unique.
    pub alliances: Vec<Alliance>,
    /// Every state that the document names, in its order; codes are unique.
    pub states: Vec<State>,
    /// Each state's spells, where, how and when it belonged, by the state's place.
    pub spells: Vec<Vec<Spell>>,
    /// How many members took part in something.
    pub participation: Vec<Participation>,
}

/// An alliance of the same document: its zero-based index in [`Alliances::alliances`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AllianceRef(pub usize);

/// A state of the same document: its zero-based index in [`Alliances::states`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StateRef(pub usize);

/// A state by its code, under the name that the document gives it, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Two capital letters, as in ISO 3166.
    pub code: String,
    /// The document's own name for it; else it is named in the reader's language.
    pub name: Option<Text>,
    /// The kind of thing it is.
    pub kind: StateKind,
}

impl State {
    /// The state of a code, named in the reader's language.
    pub fn of_code(code: String) -> State {
        State {
            code,
            name: None,
            kind: StateKind::State,
        }
    }
}

/// The kinds of things that can be members of an alliance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StateKind {
    /// A state, recognised or not.
    #[default]
    State,
    /// A territory that is no state: a customs territory, a dependency.
    Territory,
    /// An organisation: a union of states.
    Organisation,
    /// A member that is no state, such as a union.
    Other,
}

/// An organisation of states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alliance {
    /// The id that memberships use for it.
    pub id: Id,
    /// The name that readers see.
    pub name: Text,
    /// A short name, such as "SCO".
    pub short: Option<Text>,
    /// When it was founded.
    pub founded: Option<When>,
    /// The alliance's last day, if it ended.
    pub dissolved: Option<When>,
    /// The day that its list speaks of.
    pub as_of: Option<Date>,
    /// The kinds of membership for which the document has every state, and when.
    pub complete: Vec<Complete>,
    /// The source of this entry.
    pub source: Option<SourceRef>,
}

/// A time in which the document has every state that belongs to an alliance in one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Complete {
    /// The kind of membership that is listed.
    pub kind: Kind,
    /// The first day; the day that the list speaks of where neither end is given.
    pub from: Option<Date>,
    /// The last day; the day that the list speaks of where it is left out.
    pub to: Option<Date>,
}

impl Complete {
    /// Returns true if the list is complete on its own day only, not over a time.
    pub fn is_of_one_day(&self) -> bool {
        self.from.is_none()
    }
}

/// A kind of membership: one that every document knows, or one of the document's own with the known one that it means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kind {
    /// The known kind that it is, or means.
    pub means: MembershipKind,
    /// Its place in [`Alliances::kinds`], where it is the document's own.
    pub own: Option<usize>,
}

impl From<MembershipKind> for Kind {
    fn from(means: MembershipKind) -> Kind {
        Kind { means, own: None }
    }
}

impl Kind {
    /// Returns true if a state of this kind is a member. A suspended state is one.
    pub fn is_member(self) -> bool {
        self.means == MembershipKind::Member || self.is_suspended()
    }

    /// Returns true for a member whose rights are suspended.
    pub fn is_suspended(self) -> bool {
        self.means == MembershipKind::Suspended
    }
}

/// A kind of membership of the document's own: "partner country".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnKind {
    /// The id that memberships use for it.
    pub id: Id,
    /// The name of one that belongs in this way.
    pub name: Text,
    /// The name of several such memberships.
    pub several: Option<Text>,
    /// The letter or two that stand for it.
    pub letter: Option<Text>,
    /// The known kind that it means.
    pub means: MembershipKind,
}

/// How a state belongs to an alliance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MembershipKind {
    /// It is a member.
    #[default]
    Member,
    /// It is on the way to becoming one.
    Candidate,
    /// The state is an observer.
    Observer,
    /// The state is an associate.
    Associate,
    /// It is a partner in dialogue.
    DialoguePartner,
    /// It is a member whose rights rest.
    Suspended,
    /// The state has left the alliance.
    Withdrawn,
    /// It belongs in a way that the source does not name.
    Unspecified,
}

impl MembershipKind {
    /// Every kind, the closest first.
    pub const ALL: [MembershipKind; 8] = [
        MembershipKind::Member,
        MembershipKind::Candidate,
        MembershipKind::Observer,
        MembershipKind::Associate,
        MembershipKind::DialoguePartner,
        MembershipKind::Suspended,
        MembershipKind::Withdrawn,
        MembershipKind::Unspecified,
    ];
}

/// A time in which a state belonged to an alliance in one way.
///
/// Without [`from`](Self::from) it is known on its day alone, without [`to`](Self::to) up to its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The alliance that the state belongs to.
    pub alliance: AllianceRef,
    /// The kind of membership.
    pub kind: Kind,
    /// The date on which it began.
    pub from: Option<When>,
    /// Until when, that day included.
    pub to: Option<When>,
    /// The day that the source speaks of.
    pub as_of: Option<Date>,
    /// The source of this membership.
    pub source: Option<SourceRef>,
    /// A remark for the reader.
    pub note: Option<Text>,
    /// The day from which the same source says something else of the state: the spell ended before it.
    pub next: Option<Day>,
}

/// How many of an alliance's states took part in something, where they are counted and not named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participation {
    /// The alliance that takes part.
    pub alliance: AllianceRef,
    /// The event that they take part in.
    pub event: Text,
    /// The number of participants stated.
    pub count: Quantity,
    /// The number of all participants.
    pub of: Option<Quantity>,
    /// The kind of membership that they have.
    pub kind: Option<Kind>,
    /// The day of the event.
    pub date: Option<Date>,
    /// The source of the number.
    pub source: SourceRef,
}

//! How a state stands to an alliance on a day, and what follows from that.

use super::{
    Alliance, AllianceRef, Alliances, Complete, Day, Holds, Kind, MembershipKind, Spell, StateRef,
};

/// How a state stands to an alliance on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It belongs, or may, in these ways: several where sources disagree or dates leave it open. True where it is no
    /// member if none of them holds, since the list of members is complete.
    Said(Vec<Said<'a>>, bool),
    /// It is not a member: the list is complete.
    NoMember,
    /// There is no such alliance yet.
    NotFounded,
    /// There is no such alliance any more.
    Dissolved,
    /// No source says anything.
    Unsaid,
}

/// A spell that holds, or may, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The spell that is meant.
    pub spell: &'a Spell,
    /// False where its dates are not precise enough to say whether it holds.
    pub sure: bool,
}

/// The answer to whether a state is a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsMember {
    /// The state is a member.
    Yes,
    /// It is, and its rights rest.
    Suspended,
    /// The state is not a member.
    No,
    /// Nobody says, sources differ, or a date or a kind leaves it open.
    Unclear,
}

impl Standing<'_> {
    /// Returns `Some(true)` if the state surely belongs in a way that `wanted` accepts, `Some(false)` if it may,
    /// `None` if no source says so.
    pub fn belongs(&self, wanted: &dyn Fn(Kind) -> bool) -> Option<bool> {
        let Standing::Said(said, _) = self else {
            return None;
        };
        let fits = |one: &Said<'_>| wanted(one.spell.kind);
        let surely = said.iter().all(fits) && said.iter().any(|one| one.sure);
        said.iter().any(fits).then_some(surely)
    }

    /// The ways in which it belongs, or may.
    pub fn said(&self) -> &[Said<'_>] {
        match self {
            Standing::Said(said, _) => said,
            _ => &[],
        }
    }

    /// The kinds in which it belongs, or may.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.said().iter().map(|one| one.spell.kind)
    }

    /// Returns whether the state is a member. A suspended state is one; a state whose kind is not stated may be one.
    pub fn is_member(&self) -> IsMember {
        let open = |kind: Kind| kind.is_member() || kind.means == MembershipKind::Unspecified;
        match self {
            Standing::Unsaid => IsMember::Unclear,
            Standing::NoMember | Standing::NotFounded | Standing::Dissolved => IsMember::No,
            Standing::Said(said, closed) => {
                if self.belongs(&Kind::is_suspended) == Some(true) {
                    IsMember::Suspended
                } else if self.belongs(&Kind::is_member) == Some(true) {
                    IsMember::Yes
                } else if !self.kinds().any(open) && (*closed || said.iter().any(|one| one.sure)) {
                    IsMember::No
                } else {
                    IsMember::Unclear
                }
            }
        }
    }
}

/// The times over which an alliance's list of members is complete.
fn members(alliance: &Alliance) -> impl Iterator<Item = &Complete> {
    let complete = alliance.complete.iter();
    complete.filter(|complete| complete.kind == Kind::default())
}

impl Alliances {
    /// How a state stands to every alliance, in the alliances' order and each on its day of `days`.
    pub fn standings_of(&self, state: StateRef, days: &[Day]) -> Vec<Standing<'_>> {
        let mut told: Vec<Vec<(&Spell, Holds)>> = vec![Vec::new(); self.alliances.len()];
        for spell in self.spells_of(state) {
            let place = spell.alliance.0;
            if let (Some(told), Some(day)) = (told.get_mut(place), days.get(place)) {
                told.push((spell, self.holds(spell, *day)));
            }
        }
        let told = self.alliances.iter().zip(days).zip(told);
        told.map(|((alliance, day), told)| self.standing(alliance, *day, &told))
            .collect()
    }

    fn standing<'a>(
        &self,
        alliance: &Alliance,
        day: Day,
        told: &[(&'a Spell, Holds)],
    ) -> Standing<'a> {
        let said: Vec<Said<'a>> = told
            .iter()
            .filter(|(_, holds)| matches!(holds, Holds::Yes | Holds::Perhaps))
            .map(|(spell, holds)| Said {
                spell,
                sure: *holds == Holds::Yes,
            })
            .collect();
        if !said.is_empty() {
            let closed = members(alliance).next().is_some();
            return Standing::Said(self.without_overruled(&said), closed);
        }
        let ended = self.last_day(alliance).is_some_and(|end| day > end.latest);
        let founded = self.founding(alliance);
        if ended {
            Standing::Dissolved
        } else if founded.is_some_and(|founded| day < founded.earliest) {
            Standing::NotFounded
        } else if self.is_no_member(alliance, day, told) {
            Standing::NoMember
        } else {
            Standing::Unsaid
        }
    }

    /// Returns true if the alliance's list of members shows that a state without a spell on that day is not a member.
    fn is_no_member(&self, alliance: &Alliance, day: Day, told: &[(&Spell, Holds)]) -> bool {
        let is_listed = !told.is_empty() && members(alliance).next().is_some();
        let over = |holds: Holds| matches!(holds, Holds::NotYet | Holds::NoMore);
        let outside = told.iter().all(|(_, holds)| over(*holds));
        // Who is listed has ends that are given: before and after them it is no member on any day.
        is_listed && outside
            || members(alliance).any(|complete| {
                self.covers(alliance, complete, day) && (outside || complete.is_of_one_day())
            })
    }

    /// Returns true if a list that is complete over a time is complete on this day.
    fn covers(&self, alliance: &Alliance, complete: &Complete, day: Day) -> bool {
        let list = self.list_day(alliance);
        let first = Day::first_of(complete.from.unwrap_or(list));
        first <= day && day <= Day::last_of(complete.to.unwrap_or(list))
    }

    /// Returns true if all states that belong in this way on this day are listed, each with its ends.
    pub fn is_complete(&self, alliance: AllianceRef, kind: Kind, day: Day) -> bool {
        let Some(found) = self.alliances.get(alliance.0) else {
            return false;
        };
        let unsaid = || {
            let mut spells = self.spells.iter().flatten();
            spells
                .any(|spell| spell.alliance == alliance && self.holds(spell, day) == Holds::Unsaid)
        };
        found.complete.iter().any(|complete| {
            let same =
                complete.kind == kind || kind.is_member() && complete.kind == Kind::default();
            same && self.covers(found, complete, day) && (complete.is_of_one_day() || !unsaid())
        })
    }

    /// Resolves several statements of one source about one day: certain statements come before possible ones, and a
    /// suspension before a membership.
    fn without_overruled<'a>(&self, said: &[Said<'a>]) -> Vec<Said<'a>> {
        let overrules = |one: &Said<'_>, other: &Said<'_>| {
            let suspends = one.spell.kind.is_suspended() && !other.spell.kind.is_suspended();
            self.source_of(one.spell) == self.source_of(other.spell)
                && one.sure
                && (!other.sure || suspends && other.spell.kind.is_member())
        };
        let stays = |one: &&Said<'a>| !said.iter().any(|other| overrules(other, one));
        said.iter().filter(stays).copied().collect()
    }
}

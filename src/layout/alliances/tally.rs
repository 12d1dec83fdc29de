//! How many states belong to an alliance, and to how many alliances a state.

use super::StandingCell;
use super::context::GridContext;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Writer;
use crate::locale::{Precision, Sign};
use crate::model::{
    AllianceRef, Amount, Bound, Day, Decimal, IsMember, Kind, MembershipKind, Standing, StateRef,
};

/// The number of states that belong in one way, as far as it is known.
pub(super) struct Tally {
    /// Those that surely do.
    pub surely: u32,
    /// Those that may: dates leave it open, or sources differ.
    perhaps: u32,
    /// True if there may be other members whom no source names.
    pub open: bool,
}

impl Tally {
    fn new(cells: impl Iterator<Item = Option<bool>>, open: bool) -> Tally {
        let mut tally = Tally {
            surely: 0,
            perhaps: 0,
            open,
        };
        for belongs in cells.flatten() {
            if belongs {
                tally.surely += 1;
            } else {
                tally.perhaps += 1;
            }
        }
        tally
    }

    /// The number in words, no more than what is known; `None` if nothing is known.
    pub(super) fn said(&self, writer: &Writer<'_>) -> Option<String> {
        let low = Decimal::from(self.surely);
        let most = Decimal::from(self.surely + self.perhaps);
        let amount = match Bound::new(low, most) {
            _ if self.open && self.surely > 0 => Amount::AtLeast(low.into()),
            _ if self.open && self.perhaps > 0 => {
                let n = writer.locale.whole(self.perhaps);
                return Some(writer.locale.fill("spell.perhaps", &[("text", &n)]));
            }
            _ if self.open => return None,
            Some(range) if self.perhaps > 0 => Amount::Range(range),
            _ => Amount::Exact(low),
        };
        Some(writer.amount(&amount, Sign::Plain, Precision::Published))
    }

    /// Returns true if the number in words ends in one: "1", "at least 1", "possibly 1".
    fn is_said_of_one(&self) -> bool {
        match self.open && self.surely > 0 {
            true => self.surely == 1,
            false => self.surely + self.perhaps == 1,
        }
    }

    /// Returns true if no state is known to belong in this way.
    fn is_empty(&self) -> bool {
        self.surely == 0 && self.perhaps == 0
    }
}

impl GridContext<'_> {
    /// In how many alliances a state is a member.
    pub(super) fn memberships(&self, state: StateRef) -> Tally {
        let row = self.row(state);
        let open = row.contains(&Standing::Unsaid);
        let member = |cell: &Standing<'_>| match cell.is_member() {
            IsMember::Yes | IsMember::Suspended => Some(true),
            IsMember::Unclear if *cell != Standing::Unsaid => Some(false),
            _ => None,
        };
        Tally::new(row.iter().map(member), open)
    }

    /// In how many alliances a state is a member, and in how many of them it is suspended.
    pub(super) fn total(&self, place: StateRef) -> StandingCell {
        let locale = self.writer.locale;
        let tally = self.memberships(place);
        let Some(said) = tally.said(&self.writer) else {
            return self.without_mark(&Standing::Unsaid);
        };
        let row = self.row(place).iter();
        let suspended = row.filter(|cell| cell.is_member() == IsMember::Suspended);
        let suspended = crate::layout::choice::count(suspended.count());
        let (n, some) = (("n", &*said), locale.whole(suspended));
        StandingCell {
            marks: Vec::new(),
            text: match suspended {
                0 => said,
                all if all == tally.surely => locale.fill("total.suspended", &[n]),
                _ => locale.fill("total.some-suspended", &[n, ("some", &some)]),
            },
            symbol: "",
            chosen: false,
        }
    }

    /// How many states belong to an alliance in a way; as members, suspended ones and those of own kinds too.
    fn belonging(&self, alliance: AllianceRef, kind: Kind) -> Tally {
        let complete =
            self.document
                .is_complete(alliance, kind, Day::last_of(self.day_of(alliance)));
        let as_member = kind == MembershipKind::Member.into();
        let column = self.states().map(|(state, _)| self.cell(state, alliance));
        let belongs = |cell: &Standing<'_>| {
            if as_member && cell.is_member() == IsMember::Unclear && *cell != Standing::Unsaid {
                return Some(false);
            }
            cell.belongs(&|other| other == kind || as_member && other.is_member())
        };
        Tally::new(column.map(belongs), !complete)
    }

    /// The numbers of states in an alliance, one line per kind that any state has in it. Suspended members are among the
    /// members, and so are members of a kind of the document's own.
    pub(super) fn totals(&self, alliance: AllianceRef) -> Vec<String> {
        let locale = self.writer.locale;
        let member: Kind = MembershipKind::Member.into();
        let kinds = self.kinds();
        let members = || kinds.iter().filter(|kind| kind.is_member());
        let first = members().next().map(|_| member);
        let of_them = members().filter(|kind| **kind != member);
        let others = kinds.iter().filter(|kind| !kind.is_member());
        let kinds = first.into_iter().chain(of_them.chain(others).copied());
        kinds
            .filter_map(|kind| {
                let tally = self.belonging(alliance, kind);
                let said = tally.said(&self.writer).filter(|_| !tally.is_empty())?;
                let label = match tally.is_said_of_one() {
                    true => self.kind_word(kind),
                    false => self.kind_several(kind),
                };
                let key = if kind != member && kind.is_member() {
                    "totals.of-them"
                } else {
                    "totals"
                };
                Some(locale.fill(key, &[("label", &label), ("n", &said)]))
            })
            .collect_compact()
    }
}

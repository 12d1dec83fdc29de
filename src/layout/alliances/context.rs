//! Every cell of the grid on the day that is shown.

use super::view_state::AlliancesViewState;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Phrase, Writer};
use crate::locale::{Precision, Sign};
use crate::model::{
    AllianceRef, Alliances, Amount, Bound, Date, Day, Decimal, MembershipKind, Spell, Standing,
    State, StateRef,
};

/// What all parts of one grid's layout are made from.
pub(super) struct GridContext<'a> {
    pub(super) document: &'a Alliances,
    pub(super) writer: Writer<'a>,
    pub(super) as_of: Date,
    /// By state and alliance.
    cells: Vec<Vec<Standing<'a>>>,
}

impl<'a> GridContext<'a> {
    pub(super) fn new(
        document: &'a Alliances,
        state: &AlliancesViewState,
        writer: Writer<'a>,
    ) -> Self {
        let as_of = state.as_of.unwrap_or(document.as_of);
        GridContext {
            document,
            writer,
            as_of,
            cells: standings(document, Day::last_of(as_of)),
        }
    }

    pub(super) fn cell(&self, state: StateRef, alliance: AllianceRef) -> &Standing<'a> {
        let row = self.cells.get(state.0);
        row.and_then(|row| row.get(alliance.0))
            .unwrap_or(&Standing::Unsaid)
    }

    pub(super) fn row(&self, state: StateRef) -> &[Standing<'a>] {
        self.cells.get(state.0).map_or(&[], Vec::as_slice)
    }

    pub(super) fn states(&self) -> impl Iterator<Item = (StateRef, &'a State)> {
        let states = self.document.states.iter().enumerate();
        states.map(|(place, state)| (StateRef(place), state))
    }

    pub(super) fn alliances(
        &self,
    ) -> impl Iterator<Item = (AllianceRef, &'a crate::model::Alliance)> {
        let alliances = self.document.alliances.iter().enumerate();
        alliances.map(|(place, alliance)| (AllianceRef(place), alliance))
    }

    /// A state's name: the document's own, else the reader's language's.
    pub(super) fn state_name(&self, state: &State) -> Phrase {
        match &state.name {
            Some(name) => self.writer.phrase(name),
            None => Phrase {
                text: self.writer.locale.country(&state.code).to_owned(),
                lang: None,
            },
        }
    }

    /// An alliance's short name, or its name where it has none.
    pub(super) fn short_name(&self, alliance: &crate::model::Alliance) -> Phrase {
        self.writer
            .phrase(alliance.short.as_ref().unwrap_or(&alliance.name))
    }

    /// In how many alliances a state is a member.
    pub(super) fn memberships(&self, state: StateRef) -> Tally {
        let row = self.row(state);
        let open = row.contains(&Standing::Unsaid);
        Tally::new(row.iter(), MembershipKind::Member, open)
    }

    /// How many states belong to an alliance in a way.
    pub(super) fn belonging(&self, alliance: AllianceRef, kind: MembershipKind) -> Tally {
        let found = self.document.alliances.get(alliance.0);
        let complete = found.is_some_and(|alliance| {
            let day = alliance.as_of.unwrap_or(self.document.as_of);
            alliance.complete.contains(&kind) && day == self.as_of
        });
        let column = self.states().map(|(state, _)| self.cell(state, alliance));
        Tally::new(column, kind, !complete)
    }
}

/// How many belong in a way, as far as that is said.
pub(super) struct Tally {
    /// Those that surely do.
    pub surely: u32,
    /// Those that may.
    perhaps: u32,
    /// Whether there may be others that nobody names.
    open: bool,
}

impl Tally {
    fn new<'s, 'a: 's>(
        cells: impl Iterator<Item = &'s Standing<'a>>,
        kind: MembershipKind,
        open: bool,
    ) -> Tally {
        let mut tally = Tally {
            surely: 0,
            perhaps: 0,
            open,
        };
        for cell in cells {
            let is_kind = |spells: &[&Spell]| spells.iter().any(|spell| spell.kind == kind);
            match cell {
                // Sources that disagree make it a perhaps.
                Standing::Sure(spells) if spells.iter().all(|spell| spell.kind == kind) => {
                    tally.surely += 1;
                }
                Standing::Sure(spells) | Standing::Perhaps(spells) if is_kind(spells) => {
                    tally.perhaps += 1;
                }
                _ => {}
            }
        }
        tally
    }

    /// The number in words, no more than what is said; nothing where it would say nothing.
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

    /// Whether nobody belongs in this way, as far as is said.
    pub(super) fn is_empty(&self) -> bool {
        self.surely == 0 && self.perhaps == 0
    }
}

/// How every state stands to every alliance on a day.
pub(super) fn standings(document: &Alliances, day: Day) -> Vec<Vec<Standing<'_>>> {
    (0..document.states.len())
        .map(|state| document.standings_of(StateRef(state), day))
        .collect_compact()
}

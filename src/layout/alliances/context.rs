//! Every cell of the grid on the day that is shown.

use super::view_state::AlliancesViewState;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Phrase, Writer};
use crate::model::{AllianceRef, Alliances, Date, Day, Standing, State, StateRef};

/// The context for laying out one grid.
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
}

/// How every state stands to every alliance on a day.
pub(super) fn standings(document: &Alliances, day: Day) -> Vec<Vec<Standing<'_>>> {
    (0..document.states.len())
        .map(|state| document.standings_of(StateRef(state), day))
        .collect_compact()
}

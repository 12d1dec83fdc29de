//! Every cell of the grid on the day that is shown.

use super::view_state::AlliancesViewState;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Phrase, Writer};
use crate::model::{AllianceRef, Alliances, Date, Day, Standing, State, StateRef};

/// The context for laying out one grid.
pub(super) struct GridContext<'a> {
    pub(super) document: &'a Alliances,
    pub(super) writer: Writer<'a>,
    /// The day that is shown; `None` where each alliance is shown on the latest day that is known of it.
    pub(super) as_of: Option<Date>,
    /// True if the latest known days of the alliances differ.
    pub(super) differs: bool,
    /// The day that each alliance is shown on.
    days: Vec<Date>,
    /// By state and alliance.
    cells: Vec<Vec<Standing<'a>>>,
}

impl<'a> GridContext<'a> {
    pub(super) fn new(
        document: &'a Alliances,
        state: &AlliancesViewState,
        writer: Writer<'a>,
    ) -> Self {
        let alliances = document.alliances.iter().enumerate();
        let latest = alliances.map(|(place, one)| document.latest_day(AllianceRef(place), one));
        let mut days = latest.collect_compact();
        let first = days.first().copied().unwrap_or(document.as_of);
        let differs = days.iter().any(|day| *day != first);
        let as_of = state.as_of.or((!differs).then_some(first));
        if let Some(day) = as_of {
            days.fill(day);
        }
        GridContext {
            document,
            writer,
            as_of,
            differs,
            cells: standings(document, &days),
            days,
        }
    }

    /// The day on show; the document's own while each alliance stands on its latest one.
    pub(super) fn shown_date(&self) -> Date {
        self.as_of.unwrap_or(self.document.as_of)
    }

    /// The day that an alliance is shown on.
    pub(super) fn day_of(&self, alliance: AllianceRef) -> Date {
        let day = self.days.get(alliance.0);
        day.copied().unwrap_or(self.document.as_of)
    }

    /// The day that an alliance is shown on, where others are shown on other days.
    pub(super) fn own_day(&self, alliance: AllianceRef) -> Option<String> {
        let own = self.as_of.is_none();
        own.then(|| self.writer.locale.date(self.day_of(alliance)))
    }

    /// A name of an alliance, with the day that it is shown on where that is its own.
    pub(super) fn dated(&self, alliance: AllianceRef, name: String) -> String {
        match self.own_day(alliance) {
            Some(date) => [&*name, " (", &date, ")"].concat(),
            None => name,
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

/// How every state stands to every alliance on the day of each.
pub(super) fn standings<'a>(document: &'a Alliances, days: &[Date]) -> Vec<Vec<Standing<'a>>> {
    let days: Vec<Day> = days.iter().map(|day| Day::last_of(*day)).collect_compact();
    (0..document.states.len())
        .map(|state| document.standings_of(StateRef(state), &days))
        .collect_compact()
}

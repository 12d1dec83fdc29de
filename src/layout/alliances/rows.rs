//! The grid's rows and columns, and the same data by alliance.

use super::cell::{self, NOT_STATED};
use super::context::GridContext;
use super::view_state::{AlliancesAction, AlliancesViewState, StateOrder};
use super::{AllianceColumn, Grid, StateRow};
use crate::layout::choice::{Choice, Find, MOST_CARRIED, Pick, holds};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Figures, Line};
use crate::layout::sorting::{sort_by_name, sorted};
use crate::model::{
    Alliance, AllianceRef, DateRange, Day, MembershipKind, Spell, Standing, State, StateRef,
};

impl GridContext<'_> {
    pub(super) fn grid(&self, state: &AlliancesViewState) -> Grid {
        let locale = self.writer.locale;
        let wanted = locale.collation_key(&state.find);
        let ordered: Vec<(StateRef, &State)> = self
            .ordered(state)
            .into_iter()
            .filter(|(_, found)| {
                let name = locale.collation_key(&self.state_name(found).text);
                holds(&name, &wanted)
            })
            .collect_compact();
        let found = (!wanted.is_empty()).then_some(ordered.len());
        let carried = ordered.len() <= MOST_CARRIED;
        let rows: Vec<StateRow> = ordered
            .into_iter()
            .map(|(place, found)| self.state_row((place, found), state, carried))
            .filter(|row| {
                state.hidden.is_empty() || row.cells.iter().any(|cell| !cell.marks.is_empty())
            })
            .collect_compact();
        Grid {
            order: self.order(state),
            find: Find::new(self.document.states.len(), found, locale),
            label: locale.word("scroll").to_owned(),
            state_label: locale.word("column.state").to_owned(),
            total_label: locale.word("column.memberships").to_owned(),
            columns: self
                .alliances()
                .map(|(place, alliance)| self.column(place, alliance, state))
                .collect_compact(),
            signs: self.signs(),
            rows,
        }
    }

    fn state_row(
        &self,
        (place, found): (StateRef, &State),
        state: &AlliancesViewState,
        carried: bool,
    ) -> StateRow {
        let open = state.open.contains(&found.code);
        let known = self.document.spells_of(place).next().is_some();
        let memberships = known.then(|| {
            if carried || open {
                self.all_said_of((place, found), state)
            } else {
                Vec::new()
            }
        });
        StateRow {
            code: found.code.clone(),
            name: self.state_name(found),
            cells: self
                .alliances()
                .map(|(alliance, _)| self.standing_cell((place, alliance), state))
                .collect_compact(),
            total: self.total(place),
            open,
            memberships,
        }
    }

    /// Of how many alliances a state is a member.
    fn total(&self, place: StateRef) -> String {
        let said = self.memberships(place).said(&self.writer);
        said.unwrap_or_else(|| NOT_STATED.to_owned())
    }

    fn column(
        &self,
        place: AllianceRef,
        alliance: &Alliance,
        state: &AlliancesViewState,
    ) -> AllianceColumn {
        AllianceColumn {
            pick: Pick {
                label: self.short_name(alliance).text,
                action: AlliancesAction::Order(StateOrder::Alliance(alliance.id.clone())),
                pressed: state.order == StateOrder::Alliance(alliance.id.clone()),
            },
            totals: self.totals(place),
        }
    }

    /// How many belong to an alliance, a line a kind that any state has in it.
    pub(super) fn totals(&self, alliance: AllianceRef) -> Vec<String> {
        let locale = self.writer.locale;
        self.kinds()
            .into_iter()
            .filter_map(|kind| {
                let tally = self.belonging(alliance, kind);
                let said = tally.said(&self.writer).filter(|_| !tally.is_empty())?;
                let label = cell::several(kind, locale);
                Some(locale.fill("figures.line", &[("label", label), ("n", &said)]))
            })
            .collect_compact()
    }

    fn order(&self, state: &AlliancesViewState) -> Choice<AlliancesAction> {
        let locale = self.writer.locale;
        let orders = [
            (StateOrder::Name, "order.name"),
            (StateOrder::Document, "order.document"),
            (StateOrder::Number, "order.number"),
            (StateOrder::Likeness, "order.likeness"),
        ];
        let pressed = |order: &StateOrder| state.order == *order;
        Choice::of_words("order", orders, locale, pressed, AlliancesAction::Order)
    }

    /// The states in the order that the reader chose.
    pub(super) fn ordered(&self, state: &AlliancesViewState) -> Vec<(StateRef, &State)> {
        let states: Vec<_> = self.states().collect_compact();
        match &state.order {
            StateOrder::Document => states,
            StateOrder::Name => self.by_name(&states),
            StateOrder::Number => {
                let number = |place: StateRef| self.memberships(place).surely;
                sorted(&self.by_name(&states), &|one, other| {
                    number(other.0).cmp(&number(one.0))
                })
            }
            StateOrder::Likeness => self.by_likeness(&self.by_name(&states)),
            StateOrder::Alliance(id) => {
                let mut alliances = self.alliances();
                let Some((alliance, _)) = alliances.find(|(_, alliance)| alliance.id == *id) else {
                    return self.by_name(&states);
                };
                let rank = |place: StateRef| self.rank(self.cell(place, alliance));
                sorted(&self.by_name(&states), &|one, other| {
                    rank(one.0).cmp(&rank(other.0))
                })
            }
        }
    }

    fn by_name<'s>(&self, states: &[(StateRef, &'s State)]) -> Vec<(StateRef, &'s State)> {
        sort_by_name(states, |(_, state)| {
            self.writer
                .locale
                .collation_key(&self.state_name(state).text)
        })
    }

    /// How closely a state belongs, then since when; who does not stands last.
    fn rank(&self, standing: &Standing<'_>) -> (usize, Day) {
        let (Standing::Sure(spells) | Standing::Perhaps(spells)) = standing else {
            return (MembershipKind::ALL.len(), Day::LAST);
        };
        let of_spell = |spell: &&Spell| {
            let kind = MembershipKind::ALL
                .iter()
                .position(|kind| *kind == spell.kind);
            let (from, _) = self.document.ends_of(spell);
            let since = from.map_or(Day::LAST, |DateRange { earliest, .. }| earliest);
            (kind.unwrap_or_default(), since)
        };
        spells
            .iter()
            .map(of_spell)
            .min()
            .unwrap_or((MembershipKind::ALL.len(), Day::LAST))
    }

    /// Each state followed by the one most like it of those that are left, from the first on.
    fn by_likeness<'s>(&self, states: &[(StateRef, &'s State)]) -> Vec<(StateRef, &'s State)> {
        let mut left = states.to_vec();
        let mut ordered: Vec<(StateRef, &State)> = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let next = match ordered.last() {
                None => 0,
                Some((last, _)) => {
                    let unlike = |(place, _): &(StateRef, &State)| self.unlikeness(*last, *place);
                    let nearest = left.iter().enumerate().min_by_key(|(_, item)| unlike(item));
                    nearest.map_or(0, |(place, _)| place)
                }
            };
            ordered.push(left.remove(next));
        }
        ordered
    }

    /// To how many alliances two states stand differently.
    fn unlikeness(&self, one: StateRef, other: StateRef) -> usize {
        let cells = self.row(one).iter().zip(self.row(other));
        let kind = |standing: &Standing<'_>| match standing {
            Standing::Sure(spells) | Standing::Perhaps(spells) => {
                spells.first().map(|spell| spell.kind)
            }
            _ => None,
        };
        cells
            .filter(|(one, other)| kind(one) != kind(other))
            .count()
    }

    /// The states of each alliance, a line a kind.
    pub(super) fn by_alliance(&self, state: &AlliancesViewState) -> Vec<Figures> {
        let states: Vec<_> = self.states().collect_compact();
        let states = self.by_name(&states);
        let shown = |kind: &MembershipKind| !state.hidden.contains(kind);
        self.alliances()
            .map(|(place, alliance)| Figures {
                label: self.writer.phrase(&alliance.name).text,
                lines: self
                    .kinds()
                    .into_iter()
                    .filter(shown)
                    .filter_map(|kind| self.those(&states, place, kind))
                    .collect_compact(),
                sources: self.writer.cited(
                    &self.document.head,
                    alliance.source.into_iter().collect_compact(),
                ),
            })
            .collect_compact()
    }

    /// The states that belong to an alliance in one way; those of which that is not sure say so.
    fn those(
        &self,
        states: &[(StateRef, &State)],
        alliance: AllianceRef,
        kind: MembershipKind,
    ) -> Option<Line> {
        let locale = self.writer.locale;
        let names: Vec<String> = states
            .iter()
            .filter_map(|(place, state)| {
                let name = self.state_name(state).text;
                let is_kind = |spells: &[&Spell]| spells.iter().any(|spell| spell.kind == kind);
                match self.cell(*place, alliance) {
                    Standing::Sure(spells) if is_kind(spells) => Some(name),
                    Standing::Perhaps(spells) if is_kind(spells) => {
                        Some(locale.fill("spell.perhaps", &[("text", &name)]))
                    }
                    _ => None,
                }
            })
            .collect_compact();
        let label = cell::several(kind, locale);
        (!names.is_empty()).then(|| Line {
            text: locale.fill(
                "figures.line",
                &[("label", label), ("n", &locale.list(&names))],
            ),
            source: None,
        })
    }
}

//! The grid's rows and columns, and the same data by alliance.

use super::context::GridContext;
use super::view_state::{AlliancesAction, AlliancesViewState, StateOrder};
use super::{AllianceColumn, Grid, StateRow, kinds};
use crate::layout::choice::{Choice, Find, MOST_CARRIED, Pick, holds};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Figures, Line};
use crate::layout::sorting::{sort_by_name, sorted};
use crate::model::{
    Alliance, AllianceRef, DateRange, Day, Kind, MembershipKind, Said, Standing, State, StateRef,
    When,
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
                holds(&name, &wanted) || self.is_called(found, &wanted)
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
            find: Find::new(self.document.states.len(), found, locale),
            nothing: match &*state.find {
                "" => locale.word("find.nothing").to_owned(),
                text => locale.fill("find.none", &[("text", text)]),
            },
            state_label: self.state_label().to_owned(),
            total_label: self
                .states()
                .any(|(place, _)| !self.memberships(place).open)
                .then(|| locale.word("column.memberships").to_owned()),
            columns: self
                .alliances()
                .map(|(place, alliance)| self.column(place, alliance, state))
                .collect_compact(),
            signs: self.signs(&rows),
            rows,
        }
    }

    /// Returns true if the search matches a state's code or another known name.
    fn is_called(&self, state: &State, wanted: &[u32]) -> bool {
        let locale = self.writer.locale;
        if locale.collation_key(&state.code) == wanted {
            return true;
        }
        // "U.K." is "UK".
        let dot = locale.collation_key(".");
        let letters = wanted.iter().filter(|letter| !dot.contains(letter));
        let wanted: Vec<u32> = letters.copied().collect_compact();
        let mut also = locale
            .word("find.also")
            .split(", ")
            .filter_map(|one| one.split_once(": "));
        also.any(|(name, code)| {
            let name = locale.collation_key(name);
            code == state.code && (name == wanted || wanted.len() > 2 && name.starts_with(&wanted))
        })
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

    /// The head of an alliance's column, without totals.
    pub(super) fn head(&self, place: AllianceRef, alliance: &Alliance) -> AllianceColumn {
        AllianceColumn {
            short: self.short_name(alliance),
            name: alliance
                .short
                .as_ref()
                .map(|_| self.writer.phrase(&alliance.name)),
            date: self.own_day(place),
            orders: false,
            totals: Vec::new(),
        }
    }

    fn column(
        &self,
        place: AllianceRef,
        alliance: &Alliance,
        state: &AlliancesViewState,
    ) -> AllianceColumn {
        let life = self.life(alliance).filter(|_| alliance.dissolved.is_some());
        AllianceColumn {
            orders: state.order == StateOrder::Alliance(alliance.id.clone()),
            totals: life.into_iter().chain(self.totals(place)).collect_compact(),
            ..self.head(place, alliance)
        }
    }

    pub(super) fn order(&self, state: &AlliancesViewState) -> Choice<AlliancesAction> {
        let locale = self.writer.locale;
        let orders = [
            (StateOrder::Status, "order.status"),
            (StateOrder::Name, "order.name"),
            (StateOrder::Document, "order.document"),
            (StateOrder::Number, "order.number"),
            (StateOrder::Likeness, "order.likeness"),
        ];
        let mut choice = Choice::of_words(
            "order",
            &orders,
            locale,
            &state.order,
            AlliancesAction::Order,
        );
        for (_, alliance) in self.alliances() {
            let order = StateOrder::Alliance(alliance.id.clone());
            choice.picks.push(Pick {
                label: self.short_name(alliance).text,
                pressed: state.order == order,
                action: AlliancesAction::Order(order),
            });
        }
        choice
    }

    /// The states in the order that the reader chose.
    pub(super) fn ordered(&self, state: &AlliancesViewState) -> Vec<(StateRef, &State)> {
        let states: Vec<_> = self.states().collect_compact();
        match &state.order {
            StateOrder::Document => states,
            StateOrder::Status => {
                let ranks = |place| self.row(place).iter().map(|cell| self.rank(cell).0);
                sorted(&self.by_name(&states), &|one, other| {
                    ranks(one.0).cmp(ranks(other.0))
                })
            }
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
        let last = (MembershipKind::ALL.len(), Day::LAST);
        let Standing::Said(said, _) = standing else {
            return last;
        };
        let of_spell = |one: &Said<'_>| {
            let (from, _) = self.document.ends_of(one.spell);
            let since = from.map_or(Day::LAST, |DateRange { earliest, .. }| earliest);
            (kinds::place_of(one.spell.kind), since)
        };
        said.iter().map(of_spell).min().unwrap_or(last)
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
            Standing::Said(said, _) => said.first().map(|one| one.spell.kind),
            _ => None,
        };
        cells
            .filter(|(one, other)| kind(one) != kind(other))
            .count()
    }

    /// The states of each alliance: first its dates, then one line per kind. Members of every kind are together.
    pub(super) fn by_alliance(&self, state: &AlliancesViewState) -> Vec<Figures> {
        let states: Vec<_> = self.states().collect_compact();
        let states = self.by_name(&states);
        let mut kinds = self.kinds();
        kinds.retain(|kind| !state.hidden.contains(kind));
        let members = kinds.iter().any(|kind| kind.is_member());
        let members = members.then(Kind::default);
        let others = kinds.iter().filter(|kind| !kind.is_member()).copied();
        let groups: Vec<Kind> = members.into_iter().chain(others).collect_compact();
        let lines = |alliance| -> Vec<Line> {
            let groups = groups.iter();
            groups
                .filter_map(|group| self.those(&states, alliance, *group, &kinds))
                .collect_compact()
        };
        self.alliances()
            .map(|(place, alliance)| {
                let life = self.life(alliance).map(|text| Line { text, source: None });
                let lines = life.into_iter().chain(lines(place)).map(|line| Line {
                    source: self.footnote(alliance.source),
                    ..line
                });
                Figures {
                    label: self.dated(place, self.writer.phrase(&alliance.name).text),
                    lines: lines.collect_compact(),
                    sources: Vec::new(),
                }
            })
            .collect_compact()
    }

    /// The states that belong to an alliance in one way; those of which that is not sure say so, and members of another
    /// kind say which.
    fn those(
        &self,
        states: &[(StateRef, &State)],
        alliance: AllianceRef,
        group: Kind,
        shown: &[Kind],
    ) -> Option<Line> {
        let locale = self.writer.locale;
        let fits = |kind: Kind| {
            let fits = kind == group || group == Kind::default() && kind.is_member();
            fits && shown.contains(&kind)
        };
        let names: Vec<String> = states
            .iter()
            .filter_map(|(place, state)| {
                let cell = self.cell(*place, alliance);
                let surely = cell.belongs(&fits)?;
                let name = self.state_name(state).text;
                let named = match cell.kinds().find(|kind| fits(*kind) && *kind != group) {
                    Some(kind) => [&*name, " (", &self.kind_word(kind), ")"].concat(),
                    None => name,
                };
                Some(match surely {
                    true => named,
                    false => locale.fill("spell.perhaps", &[("text", &named)]),
                })
            })
            .collect_compact();
        let label = self.kind_several(group);
        (!names.is_empty()).then(|| Line {
            text: locale.fill(
                "figures.line",
                &[("label", &label), ("n", &locale.list(&names))],
            ),
            source: None,
        })
    }

    /// "founded 1949, dissolved 1 July 1991".
    pub(super) fn life(&self, alliance: &Alliance) -> Option<String> {
        let locale = self.writer.locale;
        let said =
            |key, when: Option<When>| Some(locale.fill(key, &[("date", &locale.when(when?))]));
        let life = [
            said("alliance.founded", alliance.founded),
            said("alliance.dissolved", alliance.dissolved),
        ];
        let life: Vec<String> = life.into_iter().flatten().collect_compact();
        (!life.is_empty()).then(|| life.join(", "))
    }
}

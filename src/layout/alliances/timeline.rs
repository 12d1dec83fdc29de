//! Spells along a line of time.

use super::context::GridContext;
use super::view_state::AlliancesViewState;
use super::{Timeline, TimelineRow};
use crate::layout::bar::{Bar, Fraction, Mark, MarkKind, Scale};
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::{Day, Decimal, Spell, State, StateRef};

/// The line of time: from the first year in which something is known to the last.
struct Axis {
    first: i64,
    scale: Scale,
}

impl Axis {
    fn at(&self, day: Day) -> Fraction {
        let along = Decimal::new(day.months() - self.first, 0).unwrap_or(Decimal::ZERO);
        self.scale.at(along)
    }
}

impl GridContext<'_> {
    pub(super) fn timeline(&self, state: &AlliancesViewState) -> Timeline {
        let locale = self.writer.locale;
        let days = self.days();
        let first = days.iter().min().copied().unwrap_or(Day::FIRST);
        let last = days.iter().max().copied().unwrap_or(Day::LAST);
        let (from, until) = (first.year(), last.year() + 1);
        let axis = Axis {
            first: i64::from(from) * 12,
            scale: Scale::to(Decimal::from((until - from) * 12)),
        };
        let rows = self
            .ordered(state)
            .into_iter()
            .flat_map(|(place, found)| self.lines_of(place, found, state, &axis));
        Timeline {
            label: locale.word("scroll").to_owned(),
            heads: [
                locale.word("column.state").to_owned(),
                locale.word("column.membership").to_owned(),
            ],
            ends: [from.to_string(), until.to_string()],
            rows: rows.collect_compact(),
        }
    }

    /// Every day that some spell begins, ends or is known on.
    fn days(&self) -> Vec<Day> {
        let spells = self.document.spells.iter().flatten();
        spells
            .flat_map(|spell| {
                let (from, to) = self.document.ends_of(spell);
                let known = Day::last_of(self.document.day_of(spell));
                let ends = from.into_iter().chain(to);
                ends.flat_map(|around| [around.earliest, around.latest])
                    .chain([known])
                    .collect_compact()
            })
            .filter(|day| *day != Day::FIRST && *day != Day::LAST)
            .collect_compact()
    }

    fn lines_of(
        &self,
        place: StateRef,
        found: &State,
        state: &AlliancesViewState,
        axis: &Axis,
    ) -> Vec<TimelineRow> {
        self.document
            .spells_of(place)
            .filter(|spell| !state.hidden.contains(&spell.kind))
            .map(|spell| {
                let alliance = self.document.alliances.get(spell.alliance.0);
                let alliance = alliance.map(|alliance| self.short_name(alliance).text);
                TimelineRow {
                    state: self.state_name(found),
                    text: self.writer.locale.fill(
                        "figures.line",
                        &[
                            ("label", &alliance.unwrap_or_default()),
                            ("n", &self.said(spell, true)),
                        ],
                    ),
                    bar: self.bar(spell, axis),
                }
            })
            .collect_compact()
    }

    /// Solid where the spell surely holds, a band where it may, a point where one day is all that is
    /// known.
    fn bar(&self, spell: &Spell, axis: &Axis) -> Bar {
        let (from, to) = self.document.ends_of(spell);
        let known = self.document.day_of(spell);
        let day = axis.at(Day::last_of(known));
        let mark = |kind, from, to| Mark { kind, from, to };
        if from.is_none() && to.is_none() {
            return Bar {
                marks: vec![mark(MarkKind::Ceiling, day, day)],
            };
        }
        let starts = from.map_or((day, day), |from| {
            (axis.at(from.earliest), axis.at(from.latest))
        });
        let ends = to.map_or((day, day), |to| (axis.at(to.earliest), axis.at(to.latest)));
        let stretches = [
            mark(MarkKind::Band, starts.0, starts.1),
            mark(MarkKind::Solid, starts.1, ends.0),
            mark(MarkKind::Band, ends.0, ends.1),
        ];
        let marks: Vec<Mark> = stretches
            .into_iter()
            .filter(|mark| mark.from < mark.to)
            .collect_compact();
        if marks.is_empty() {
            // It is known on the day that it began, and no longer.
            return Bar {
                marks: vec![mark(MarkKind::Ceiling, starts.1, starts.1)],
            };
        }
        Bar { marks }
    }
}

//! Spells along a line of time: one row per state, in it one lane per alliance.

use super::context::GridContext;
use super::view_state::AlliancesViewState;
use super::{Lane, Timeline, TimelineRow, TimelineShape, TimelineSpell};
use crate::layout::bar::{Fraction, Scale};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::sorting::sorted;
use crate::model::{AllianceRef, Day, Decimal, Holds, Spell, State, StateRef, digits};

/// The line of time: from the first year in which something is known to the last.
struct Axis {
    first: u32,
    last: u32,
}

/// The years that may lie between two that are written above the line, and how many are written at most.
const STEPS: [u32; 8] = [1, 2, 5, 10, 20, 50, 100, 500];
const MOST_TICKS: u32 = 6;

/// A year on the line, each of its months as long as the longest.
const YEAR: i64 = 12 * 31;

impl Axis {
    fn at(&self, day: Day) -> Fraction {
        let number = |days: i64| Decimal::new(days, 0).unwrap_or(Decimal::ZERO);
        let first = i64::from(self.first) * YEAR;
        let all = i64::from(self.last) * YEAR - first;
        Scale::to(number(all)).at(number(day.along().saturating_sub(first)))
    }

    /// The years that are written above the line: every fifth, or so many that there is room for them.
    fn ticks(&self) -> Vec<(Fraction, String)> {
        let years = self.last - self.first;
        let fits = |step: &&u32| years / **step <= MOST_TICKS;
        let step = STEPS.iter().find(fits).copied().unwrap_or(1_000);
        let begin = self.first.div_ceil(step) * step;
        let year = |year: usize| {
            let year = u32::try_from(year).unwrap_or(self.first);
            let date = u16::try_from(year).ok().and_then(first_day);
            Some((self.at(date?), digits(u64::from(year), 1)))
        };
        (begin as usize..self.last as usize)
            .step_by(step as usize)
            .filter_map(year)
            .collect_compact()
    }
}

fn first_day(year: u16) -> Option<Day> {
    Some(Day::first_of(
        [&digits(u64::from(year), 4), "-01-01"]
            .concat()
            .parse()
            .ok()?,
    ))
}

impl GridContext<'_> {
    pub(super) fn timeline(&self, state: &AlliancesViewState) -> Timeline {
        let locale = self.writer.locale;
        let days = self.days();
        let shown = Day::last_of(self.shown_date());
        let first = days.iter().min().copied().unwrap_or(shown);
        let last = days.iter().max().copied().unwrap_or(shown);
        let axis = Axis {
            first: first.year(),
            last: last.year() + 1,
        };
        let rows = self
            .ordered(state)
            .into_iter()
            .map(|(place, found)| self.lanes_of(place, found, state, &axis))
            .filter(|row| !row.lanes.is_empty())
            .collect_compact();
        let seen = self.as_of.is_some() && axis.first <= shown.year() && shown.year() < axis.last;
        Timeline {
            heads: [
                self.state_label().to_owned(),
                locale.word("column.membership").to_owned(),
            ],
            ticks: axis.ticks(),
            day: seen.then(|| axis.at(shown)),
            shapes: self.shapes(&rows),
            rows,
        }
    }

    /// The shapes that need a word, as far as they stand in rows.
    fn shapes(&self, rows: &[TimelineRow]) -> Vec<(TimelineShape, String)> {
        let shapes = [
            (TimelineShape::Perhaps, "shape.perhaps"),
            (TimelineShape::Point, "shape.point"),
            (TimelineShape::Joined, "shape.joined"),
        ];
        let lanes = rows.iter().flat_map(|row| &row.lanes);
        let spells = lanes.flat_map(|lane| &lane.spells);
        shapes
            .into_iter()
            .filter(|(shape, _)| spells.clone().any(|spell| spell.shape == *shape))
            .map(|(shape, word)| (shape, self.writer.locale.word(word).to_owned()))
            .collect_compact()
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

    /// The row of a state: one lane per alliance, with the spells in the order of time.
    fn lanes_of(
        &self,
        place: StateRef,
        found: &State,
        state: &AlliancesViewState,
        axis: &Axis,
    ) -> TimelineRow {
        let spells = |alliance| {
            let spells = self
                .document
                .spells_of(place)
                .filter(|spell| spell.alliance == alliance && !state.hidden.contains(&spell.kind));
            let spells: Vec<&Spell> = spells.collect_compact();
            sorted(&spells, &|one, other| {
                self.document
                    .span_of(one)
                    .cmp(&self.document.span_of(other))
            })
        };
        TimelineRow {
            state: self.state_name(found),
            lanes: self
                .alliances()
                .map(|(alliance, _)| (alliance, spells(alliance)))
                .filter(|(_, spells)| !spells.is_empty())
                .map(|(alliance, spells)| self.lane(alliance, &spells, axis))
                .collect_compact(),
        }
    }

    fn lane(&self, alliance: AllianceRef, spells: &[&Spell], axis: &Axis) -> Lane {
        let alliance = self.document.alliances.get(alliance.0);
        let alliance = alliance.map(|alliance| self.short_name(alliance).text);
        let said = spells.iter().map(|spell| self.said(spell, true));
        Lane {
            text: self.writer.locale.fill(
                "figures.line",
                &[
                    ("label", &alliance.unwrap_or_default()),
                    ("n", &said.collect_compact().join("; ")),
                ],
            ),
            spells: self.drawn(spells, axis),
        }
    }

    /// A lane's spells as they are drawn, and what joins those between which nothing is stated.
    fn drawn(&self, spells: &[&Spell], axis: &Axis) -> Vec<TimelineSpell> {
        let mut drawn: Vec<TimelineSpell> = Vec::new();
        for (place, spell) in spells.iter().enumerate() {
            let earlier = spells.iter().take(place);
            let ends = earlier.filter(|earlier| self.goes_on(earlier, spell));
            if let Some(end) = ends.map(|earlier| self.document.span_of(earlier).1).max() {
                let (from, to) = (axis.at(end), axis.at(self.document.span_of(spell).0));
                drawn.push(TimelineSpell {
                    kind: spell.kind.means,
                    shape: TimelineShape::Joined,
                    from,
                    to,
                });
            }
        }
        drawn.retain(|mark| mark.from < mark.to);
        drawn.extend(spells.iter().flat_map(|spell| self.stretches(spell, axis)));
        drawn
    }

    /// Returns true if a spell may continue an earlier one: both have one kind, and no source has it end or begin in
    /// between.
    fn goes_on(&self, earlier: &Spell, spell: &Spell) -> bool {
        let end = self.document.span_of(earlier).1;
        let begin = self.document.span_of(spell).0;
        let unsaid = |spell: &Spell, day| self.document.holds(spell, day) == Holds::Unsaid;
        earlier.kind == spell.kind
            && end < begin
            && unsaid(earlier, end.after())
            && unsaid(spell, begin.before())
    }

    /// Sure where the spell surely holds, a band where it may, a point where one day is all that is known.
    fn stretches(&self, spell: &Spell, axis: &Axis) -> Vec<TimelineSpell> {
        let (from, to) = self.document.ends_of(spell);
        let (first, last) = self.document.span_of(spell);
        let sure_from = from.map_or(first, |from| from.latest);
        let sure_to = to.map_or(last, |to| to.earliest);
        let mark = |shape, from, to| TimelineSpell {
            kind: spell.kind.means,
            shape,
            from: axis.at(from),
            to: axis.at(to),
        };
        // Where it may have ended before it surely began, no day of it is sure.
        let surely = sure_from <= sure_to;
        let marks = if surely {
            vec![
                mark(TimelineShape::Perhaps, first, sure_from),
                mark(TimelineShape::Sure, sure_from, sure_to),
                mark(TimelineShape::Perhaps, sure_to, last),
            ]
        } else {
            vec![mark(TimelineShape::Perhaps, first, last)]
        };
        let marks: Vec<TimelineSpell> = marks
            .into_iter()
            .filter(|mark| mark.from < mark.to)
            .collect_compact();
        // Of a spell that begins after its source spoke nothing is known yet.
        let is_known = to.is_some() || last <= Day::last_of(self.document.day_of(spell));
        if marks.is_empty() && is_known {
            return vec![mark(TimelineShape::Point, last, last)];
        }
        marks
    }

    /// The head of the column of states: "Member" where not all are states.
    pub(super) fn state_label(&self) -> &str {
        let mut states = self.document.states.iter();
        let key = if states.all(|state| state.kind == crate::model::StateKind::State) {
            "column.state"
        } else {
            "column.member"
        };
        self.writer.locale.word(key)
    }
}

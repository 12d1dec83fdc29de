//! What is known of a membership on a day.

use super::{AllianceRef, Alliances, Date, MembershipKind, Spell, StateRef, When};

/// A day as a number that grows with time: year, month and day in its digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

impl Day {
    /// Before every day.
    pub const FIRST: Day = Day(0);
    /// After every day.
    pub const LAST: Day = Day(u32::MAX);

    /// The first day that a date may mean.
    pub fn first_of(date: Date) -> Day {
        Day::new(
            date.year(),
            date.month().unwrap_or(1),
            date.day().unwrap_or(1),
        )
    }

    /// The last day that a date may mean.
    pub fn last_of(date: Date) -> Day {
        Day::new(
            date.year(),
            date.month().unwrap_or(12),
            date.day().unwrap_or(31),
        )
    }

    /// Its year.
    pub fn year(self) -> u32 {
        self.0 / 10_000
    }

    /// How many months it lies after the year nought.
    pub fn months(self) -> i64 {
        i64::from(self.year()) * 12 + i64::from(self.0 / 100 % 100) - 1
    }

    fn new(year: u16, month: u8, day: u8) -> Day {
        Day(u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day))
    }
}

/// From when to when something begins or ends at the earliest and at the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    /// The first day that it may be.
    pub earliest: Day,
    /// The last day that it may be.
    pub latest: Day,
}

impl DateRange {
    /// Where a date that a source gives may lie; `known` is a day on which it is known to have been.
    fn new(when: When, known: Day) -> DateRange {
        match when {
            When::On(date) => DateRange {
                earliest: Day::first_of(date),
                latest: Day::last_of(date),
            },
            When::Before(date) => DateRange {
                earliest: Day::FIRST,
                latest: Day::first_of(date),
            },
            When::After(date) => DateRange {
                earliest: Day(Day::last_of(date).0 + 1),
                latest: known,
            },
            When::About(date) => about(date),
        }
    }
}

/// A year to either side of a year; the year around anything closer.
fn about(date: Date) -> DateRange {
    let year = date.year();
    match (date.month(), date.day()) {
        (None, _) => DateRange {
            earliest: Day::new(year.saturating_sub(1), 1, 1),
            latest: Day::new(year.saturating_add(1), 12, 31),
        },
        _ => DateRange {
            earliest: Day::new(year, 1, 1),
            latest: Day::new(year, 12, 31),
        },
    }
}

/// What is known of a spell on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// It holds.
    Yes,
    /// It may hold: its date is not precise enough to say.
    Perhaps,
    /// It has not begun.
    NotYet,
    /// It is over.
    NoMore,
    /// The source says nothing of that day.
    Unsaid,
}

impl Alliances {
    /// A state's spells, in the document's order.
    pub fn spells_of(&self, state: StateRef) -> impl Iterator<Item = &Spell> {
        self.spells.get(state.0).into_iter().flatten()
    }

    /// The day that a spell's source speaks of: its own, its alliance's or the document's.
    pub fn day_of(&self, spell: &Spell) -> Date {
        let alliance = self.alliances.get(spell.alliance.0);
        spell
            .as_of
            .or_else(|| alliance.and_then(|alliance| alliance.as_of))
            .unwrap_or(self.as_of)
    }

    /// When a spell began and ended; nothing where the document does not say.
    pub fn ends_of(&self, spell: &Spell) -> (Option<DateRange>, Option<DateRange>) {
        let known = Day::last_of(self.day_of(spell));
        let around = |when| DateRange::new(when, known);
        (spell.from.map(around), spell.to.map(around))
    }

    /// What is known of a spell on a day.
    pub fn holds(&self, spell: &Spell, day: Day) -> Holds {
        let (from, to) = self.ends_of(spell);
        let known = self.day_of(spell);
        let begun = match from {
            Some(from) if day < from.earliest => return Holds::NotYet,
            Some(from) => day >= from.latest,
            None if day < Day::first_of(known) => return Holds::Unsaid,
            None => true,
        };
        let goes_on = match to {
            Some(to) if day > to.latest => return Holds::NoMore,
            Some(to) => day <= to.earliest,
            None if day > Day::last_of(known) => return Holds::Unsaid,
            None => true,
        };
        if begun && goes_on {
            Holds::Yes
        } else {
            Holds::Perhaps
        }
    }

    /// How a state stands to every alliance on a day, in the alliances' order.
    pub fn standings_of(&self, state: StateRef, day: Day) -> Vec<Standing<'_>> {
        let mut told: Vec<Vec<(&Spell, Holds)>> = vec![Vec::new(); self.alliances.len()];
        for spell in self.spells_of(state) {
            if let Some(told) = told.get_mut(spell.alliance.0) {
                told.push((spell, self.holds(spell, day)));
            }
        }
        let told = told.iter().enumerate();
        told.map(|(place, told)| self.standing(AllianceRef(place), day, told))
            .collect()
    }

    fn standing<'a>(
        &self,
        alliance: AllianceRef,
        day: Day,
        told: &[(&'a Spell, Holds)],
    ) -> Standing<'a> {
        let those = |wanted: Holds| -> Vec<&'a Spell> {
            told.iter()
                .filter(|(_, holds)| *holds == wanted)
                .map(|(spell, _)| *spell)
                .collect()
        };
        let (sure, perhaps) = (those(Holds::Yes), those(Holds::Perhaps));
        if !sure.is_empty() {
            Standing::Sure(sure)
        } else if !perhaps.is_empty() {
            Standing::Perhaps(perhaps)
        } else if self.is_complete_on(alliance, day, told) {
            Standing::NoMember
        } else {
            Standing::Unsaid
        }
    }

    /// Whether the alliance's list of members says that who is not in it on a day is no member: on
    /// the day that it speaks of, and before and after spells of the state whose ends it gives.
    fn is_complete_on(&self, alliance: AllianceRef, day: Day, told: &[(&Spell, Holds)]) -> bool {
        let Some(found) = self.alliances.get(alliance.0) else {
            return false;
        };
        if !found.complete.contains(&MembershipKind::Member) {
            return false;
        }
        let as_of = found.as_of.unwrap_or(self.as_of);
        let on_its_day = Day::first_of(as_of) <= day && day <= Day::last_of(as_of);
        let outside = !told.is_empty()
            && told
                .iter()
                .all(|(_, holds)| matches!(holds, Holds::NotYet | Holds::NoMore));
        on_its_day || outside
    }
}

/// How a state stands to an alliance on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It belongs, in these ways: several where sources disagree.
    Sure(Vec<&'a Spell>),
    /// It may belong, in these ways: their dates are not precise enough to say.
    Perhaps(Vec<&'a Spell>),
    /// It is not a member: the list is complete.
    NoMember,
    /// Nobody says.
    Unsaid,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Alliance, Head, Id, Sources, State, Text};

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn on(text: &str) -> Day {
        Day::first_of(date(text))
    }

    fn spell(from: Option<When>, to: Option<When>) -> Spell {
        Spell {
            alliance: AllianceRef(0),
            kind: MembershipKind::Member,
            from,
            to,
            as_of: None,
            source: None,
            note: None,
        }
    }

    fn document(spell: Spell, complete: bool) -> Alliances {
        Alliances {
            head: Head {
                test: false,
                sequence: None,
                lang: None,
                title: Text::plain("T"),
                notes: Vec::new(),
                sources: Sources::default(),
            },
            as_of: date("2019-06-05"),
            alliances: vec![Alliance {
                id: Id::new("SCO").unwrap(),
                name: Text::plain("SCO"),
                short: None,
                founded: None,
                as_of: None,
                complete: if complete {
                    vec![MembershipKind::Member]
                } else {
                    Vec::new()
                },
                source: None,
            }],
            states: vec![
                State {
                    code: "IN".to_owned(),
                    name: None,
                },
                State {
                    code: "TR".to_owned(),
                    name: None,
                },
            ],
            spells: vec![vec![spell], Vec::new()],
            participation: Vec::new(),
        }
    }

    fn held(from: Option<When>, to: Option<When>, days: &[&str]) -> Vec<Holds> {
        let spell = spell(from, to);
        let document = document(spell.clone(), false);
        days.iter()
            .map(|day| document.holds(&spell, on(day)))
            .collect()
    }

    #[test]
    fn what_is_known_on_one_day_is_not_stretched_over_years() {
        use Holds::{Unsaid, Yes};
        assert_eq!(
            held(None, None, &["2019-06-04", "2019-06-05", "2019-06-06"]),
            [Unsaid, Yes, Unsaid]
        );
    }

    #[test]
    fn a_spell_of_a_year_is_uncertain_within_it() {
        use Holds::{NotYet, Perhaps, Unsaid, Yes};
        let since = Some(When::On(date("2017")));
        assert_eq!(
            held(
                since,
                None,
                &[
                    "2016-12-31",
                    "2017-06-09",
                    "2018-01-01",
                    "2019-06-05",
                    "2020-01-01"
                ]
            ),
            [NotYet, Perhaps, Yes, Yes, Unsaid]
        );
    }

    #[test]
    fn before_after_and_about_are_as_uncertain_as_they_say() {
        use Holds::{NotYet, Perhaps, Yes};
        let before = Some(When::Before(date("2019")));
        assert_eq!(
            held(before, None, &["1990-01-01", "2019-01-01"]),
            [Perhaps, Yes]
        );
        let after = Some(When::After(date("2017")));
        assert_eq!(
            held(after, None, &["2017-12-31", "2018-01-01", "2019-06-05"]),
            [NotYet, Perhaps, Yes]
        );
        let about = Some(When::About(date("2015")));
        assert_eq!(
            held(about, None, &["2013-12-31", "2015-06-01", "2017-01-01"]),
            [NotYet, Perhaps, Yes]
        );
    }

    #[test]
    fn a_spell_that_ended_is_over_the_day_after() {
        use Holds::{NoMore, Yes};
        let since = Some(When::On(date("2001-06-15")));
        let until = Some(When::On(date("2009-08-18")));
        assert_eq!(
            held(since, until, &["2009-08-18", "2009-08-19"]),
            [Yes, NoMore]
        );
    }

    #[test]
    fn not_a_member_is_said_only_where_the_list_is_complete() {
        let joined = || spell(Some(When::On(date("2017-06-09"))), None);
        let standing = |document: &Alliances, state: usize, day: &str| {
            let standings = document.standings_of(StateRef(state), on(day));
            format!("{:?}", standings[0])
        };
        let open = document(joined(), false);
        assert_eq!(standing(&open, 1, "2019-06-05"), "Unsaid");
        let complete = document(joined(), true);
        assert_eq!(standing(&complete, 1, "2019-06-05"), "NoMember");
        // On another day the list says nothing of a state that it does not name ...
        assert_eq!(standing(&complete, 1, "2015-06-05"), "Unsaid");
        // ... and of one that it names, that it had not joined.
        assert_eq!(standing(&complete, 0, "2015-06-05"), "NoMember");
    }
}

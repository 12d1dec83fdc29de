//! The knowledge of a spell on one day.

use super::{Alliance, AllianceRef, Alliances, Date, DateRange, Day, SourceRef, Spell, StateRef};

/// The knowledge of whether a spell holds on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The spell holds on the day.
    Yes,
    /// It may hold: its date is not precise enough to say.
    Perhaps,
    /// It has not begun.
    NotYet,
    /// The spell is over by the day.
    NoMore,
    /// The source says nothing of that day.
    Unsaid,
}

impl Alliances {
    /// A state's spells, in the document's order.
    pub fn spells_of(&self, state: StateRef) -> impl Iterator<Item = &Spell> {
        self.spells.get(state.0).into_iter().flatten()
    }

    /// The day that an alliance's list speaks of: its own, or the document's.
    pub fn list_day(&self, alliance: &Alliance) -> Date {
        alliance.as_of.unwrap_or(self.as_of)
    }

    /// The latest day of which something is known of an alliance's states: that of its list, or the last day of its
    /// spells where they say nothing of that day.
    pub fn latest_day(&self, place: AllianceRef, alliance: &Alliance) -> Date {
        let listed = self.list_day(alliance);
        if alliance.as_of.is_some() || !alliance.complete.is_empty() {
            return listed;
        }
        let spells = || {
            let spells = self.spells.iter().flatten();
            spells.filter(move |spell| spell.alliance == place)
        };
        let on_list = |spell| {
            !matches!(
                self.holds(spell, Day::last_of(listed)),
                Holds::Unsaid | Holds::NotYet
            )
        };
        let last = spells().map(|spell| self.span_of(spell).1).max();
        match last.and_then(Day::date) {
            Some(last) if !spells().any(on_list) => last,
            _ => listed,
        }
    }

    /// The day that a spell's source speaks of: its own, its alliance's or the document's.
    pub fn day_of(&self, spell: &Spell) -> Date {
        let of_alliance = || self.alliance_of(spell).and_then(|alliance| alliance.as_of);
        spell.as_of.or_else(of_alliance).unwrap_or(self.as_of)
    }

    /// The alliance of a spell.
    pub fn alliance_of(&self, spell: &Spell) -> Option<&Alliance> {
        self.alliances.get(spell.alliance.0)
    }

    /// The source of a spell: its own, or its alliance's.
    pub fn source_of(&self, spell: &Spell) -> Option<SourceRef> {
        let of_alliance = || self.alliance_of(spell).and_then(|alliance| alliance.source);
        spell.source.or_else(of_alliance)
    }

    /// The days on which an alliance may have been founded.
    pub fn founding(&self, alliance: &Alliance) -> Option<DateRange> {
        let known = Day::last_of(self.list_day(alliance));
        Some(DateRange::new(alliance.founded?, known))
    }

    /// The days that may have been an alliance's last.
    pub fn last_day(&self, alliance: &Alliance) -> Option<DateRange> {
        let known = Day::last_of(self.list_day(alliance));
        Some(DateRange::new(alliance.dissolved?, known))
    }

    /// When a spell began and ended; `None` if the document does not say.
    ///
    /// Each end is clipped by the other, by the life of the alliance, by the next spell of the same source, and a
    /// beginning by the day on which the source says that it holds.
    pub fn ends_of(&self, spell: &Spell) -> (Option<DateRange>, Option<DateRange>) {
        let known = Day::last_of(self.day_of(spell));
        let alliance = self.alliance_of(spell);
        let dissolved = alliance.and_then(|alliance| self.last_day(alliance));
        let to = match spell.to {
            Some(when) => Some(DateRange::new(when, known)),
            // A source that speaks of a later day has it end with the alliance.
            None => dissolved.filter(|end| end.latest < known),
        };
        let last = dissolved.map_or(Day::LAST, |end| end.latest);
        let last = spell.next.map_or(last, |next| last.min(next.before()));
        let to = to.map(|to| to.until(last));
        let Some(when) = spell.from else {
            return (None, to);
        };
        let from = DateRange::new(when, known);
        let founded = alliance.and_then(|alliance| self.founding(alliance));
        // A spell from before its alliance gets a warning and is shown unchanged.
        let last = to.map_or(from.latest, |to| to.latest.min(from.latest));
        let from = match founded {
            Some(founded) if founded.earliest <= last => from.since(founded.earliest),
            _ => from,
        };
        let from = match (from.earliest <= known, to) {
            (_, Some(to)) if from.earliest <= to.latest => from.until(to.latest),
            (true, None) => from.until(known),
            _ => from,
        };
        (Some(from), to.map(|to| to.since(from.earliest)))
    }

    /// The first and the last day on which a spell may hold, as far as its source speaks of them.
    pub fn span_of(&self, spell: &Spell) -> (Day, Day) {
        let (from, to) = self.ends_of(spell);
        let known = self.day_of(spell);
        let first = from.map_or_else(
            || said_since(Day::first_of(known), to),
            |from| from.earliest,
        );
        let last = to.map_or(Day::last_of(known), |to| to.latest);
        (first, last.max(first))
    }

    /// Returns whether a spell holds on a day.
    pub fn holds(&self, spell: &Spell, day: Day) -> Holds {
        let (from, to) = self.ends_of(spell);
        let known = self.day_of(spell);
        let ended = self.alliance_of(spell).and_then(|one| self.last_day(one));
        if to.or(ended).is_some_and(|end| day > end.latest) {
            return Holds::NoMore;
        }
        let begun = match from {
            Some(from) if day < from.earliest => return Holds::NotYet,
            Some(from) => day >= from.latest,
            None if day < said_since(Day::first_of(known), to) => return Holds::Unsaid,
            None => true,
        };
        let goes_on = match to {
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
}

/// The day from which a spell without a beginning is said to hold: the one that its source speaks of, or the spell's
/// last where that is earlier.
fn said_since(known: Day, to: Option<DateRange>) -> Day {
    match to {
        Some(to) if to.earliest == Day::FIRST => known.min(to.latest),
        Some(to) => known.min(to.earliest),
        None => known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Alliance, AllianceRef, Complete, Head, Id, MembershipKind, Sources, State, Text, When,
    };

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn on(text: &str) -> Day {
        Day::first_of(date(text))
    }

    fn spell(from: Option<When>, to: Option<When>) -> Spell {
        Spell {
            alliance: AllianceRef(0),
            kind: MembershipKind::Member.into(),
            from,
            to,
            as_of: None,
            source: None,
            note: None,
            next: None,
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
            kinds: Vec::new(),
            alliances: vec![Alliance {
                id: Id::new("SCO").unwrap(),
                name: Text::plain("SCO"),
                short: None,
                founded: None,
                dissolved: None,
                as_of: None,
                complete: if complete {
                    vec![Complete::default()]
                } else {
                    Vec::new()
                },
                source: None,
            }],
            states: vec![
                State::of_code("IN".to_owned()),
                State::of_code("TR".to_owned()),
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
            let standings = document.standings_of(StateRef(state), &[on(day)]);
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

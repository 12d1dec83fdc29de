//! The days on which something changes, and what.

use super::Time;
use super::cell::key_of;
use super::context::{GridContext, standings};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::sorting::sorted;
use crate::model::{Date, DateRange, Day, Kind, Standing, When};

/// The largest number of changes in the list, and of states in each change.
const MOST_TOLD: usize = 8;

impl GridContext<'_> {
    pub(super) fn time(&self) -> Time {
        let locale = self.writer.locale;
        let stops = self.stops();
        let stop = self.as_of.map(|day| {
            let passed = |stop: &Date| Day::last_of(*stop) <= Day::last_of(day);
            stops.iter().rposition(passed).unwrap_or(0)
        });
        let before = stop.and_then(|stop| stops.get(stop.checked_sub(1)?));
        let mut all: Vec<Option<Date>> = stops.iter().copied().map(Some).collect_compact();
        if self.differs {
            all.push(None);
        }
        let label = |stop: &Option<Date>| match stop {
            Some(date) => locale.date(*date),
            None => locale.word("time.latest").to_owned(),
        };
        let ends = [all.first(), all.last()];
        Time {
            label: locale.word("time").to_owned(),
            shown: match self.as_of {
                Some(day) => locale.fill("as-of", &[("date", &locale.date(day))]),
                None => locale.word("as-of.latest").to_owned(),
            },
            changes: before.map_or_else(Vec::new, |before| self.changes_since(*before)),
            ends: ends.map(|stop| stop.map_or_else(String::new, label)),
            stop: stop.unwrap_or(all.len().saturating_sub(1)),
            stops: all,
        }
    }

    /// Every date at which a spell begins, is over or is known, an alliance does, or a list becomes complete, in order.
    fn stops(&self) -> Vec<Date> {
        let document = self.document;
        let mut stops: Vec<Date> = Vec::new();
        let mut add = |date: Option<Date>| {
            if let Some(date) = date.filter(|date| !stops.contains(date)) {
                stops.push(date);
            }
        };
        add(Some(document.as_of));
        for spell in document.spells.iter().flatten() {
            let (from, to) = document.ends_of(spell);
            begins(spell.from, from, &mut add);
            ends(spell.to, to, &mut add);
            add(Some(document.day_of(spell)));
        }
        for (_, alliance) in self.alliances() {
            begins(alliance.founded, document.founding(alliance), &mut add);
            ends(alliance.dissolved, document.last_day(alliance), &mut add);
            for period in &alliance.complete {
                add(period.from);
            }
        }
        sorted(&stops, &|one, other| {
            Day::last_of(*one).cmp(&Day::last_of(*other))
        })
    }

    /// Returns the changes between another day and the day that is shown. Anything not stated on one of the days is
    /// no change; it is only counted.
    fn changes_since(&self, before: Date) -> Vec<String> {
        let locale = self.writer.locale;
        let days: Vec<Date> = self.alliances().map(|_| before).collect_compact();
        let then = standings(self.document, &days);
        let mut changes: Vec<Change> = Vec::new();
        let mut unknown = 0;
        for (alliance, found) in self.alliances() {
            for (place, state) in self.states() {
                let old = then.get(place.0).and_then(|row| row.get(alliance.0));
                let new = self.cell(place, alliance);
                match (old.unwrap_or(&Standing::Unsaid), new) {
                    (Standing::Unsaid, Standing::Unsaid) => {}
                    (Standing::Unsaid, _) | (_, Standing::Unsaid) => unknown += 1,
                    (old, new) if kinds(old) == kinds(new) => {}
                    _ => {
                        let alliance = self.short_name(found).text;
                        // An alliance that is dissolved is so for all of its states.
                        let state = (!matches!(new, Standing::Dissolved))
                            .then(|| self.state_name(state).text);
                        note(&mut changes, alliance, self.standing_text(new), state);
                    }
                }
            }
        }
        let told = changes.iter().map(|change| self.change_text(change));
        let told = told.collect_compact();
        let told = (!told.is_empty()).then(|| {
            let told = locale.list_some(&told, MOST_TOLD);
            locale.fill("time.changes", &[("changes", &told)])
        });
        let unknown =
            (unknown > 0).then(|| locale.fill("time.unknown", &[("n", &locale.whole(unknown))]));
        told.into_iter().chain(unknown).collect_compact()
    }

    fn change_text(&self, change: &Change) -> String {
        let locale = self.writer.locale;
        let states = locale.list_some(&change.states, MOST_TOLD);
        let parts = [
            ("states", states.as_str()),
            ("alliance", &change.alliance),
            ("text", &change.text),
        ];
        let key = match change.states.is_empty() {
            true => "time.change-of-all",
            false => "time.change",
        };
        locale.fill(key, &parts)
    }

    fn standing_text(&self, standing: &Standing<'_>) -> String {
        let Standing::Said(said, _) = standing else {
            return self.writer.locale.word(key_of(standing)).to_owned();
        };
        let said = said.iter().map(|one| self.said(one.spell, one.sure));
        said.collect_compact().join(" / ")
    }
}

/// The states that came to stand alike in an alliance.
struct Change {
    alliance: String,
    text: String,
    states: Vec<String>,
}

/// Adds a state to those that came to stand as it does.
fn note(changes: &mut Vec<Change>, alliance: String, text: String, state: Option<String>) {
    let alike = |one: &&mut Change| one.alliance == alliance && one.text == text;
    match changes.iter_mut().find(alike) {
        Some(change) => change.states.extend(state),
        None => changes.push(Change {
            alliance,
            text,
            states: state.into_iter().collect_compact(),
        }),
    }
}

/// The stops at which something begins: the date as it is written, where it may begin after another, and where it surely
/// has begun about one.
fn begins(when: Option<When>, range: Option<DateRange>, add: &mut impl FnMut(Option<Date>)) {
    match (when, range) {
        (Some(When::On(date) | When::Before(date)), _) => add(Some(date)),
        (Some(When::After(_)), Some(range)) => add(range.earliest.date()),
        (Some(When::About(date)), Some(range)) => {
            add(Some(date));
            add(range.latest.date());
        }
        _ => {}
    }
}

/// The stops at which something is over: the day after its last.
fn ends(when: Option<When>, range: Option<DateRange>, add: &mut impl FnMut(Option<Date>)) {
    let Some(range) = range else {
        return;
    };
    add(range.latest.after().date());
    if let Some(When::About(date)) = when {
        add(Some(date));
    }
}

/// Returns the kinds of a standing, each with whether it is sure, or a number that stands for a standing without
/// kinds.
fn kinds(standing: &Standing<'_>) -> (u8, Vec<(Kind, bool)>) {
    let none = match standing {
        Standing::Said(said, _) => {
            let said = said.iter().map(|one| (one.spell.kind, one.sure));
            return (0, said.collect_compact());
        }
        // Before and after an alliance nobody is a member: that is not a change of each state.
        Standing::NoMember | Standing::NotFounded | Standing::Dissolved => 1,
        Standing::Unsaid => 2,
    };
    (none, Vec::new())
}

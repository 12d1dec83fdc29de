//! The days on which something changes, and what.

use super::Time;
use super::context::{GridContext, standings};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::sorting::sorted;
use crate::model::{Date, Day, Spell, Standing, When};

/// How many changes are told one by one.
const MOST_TOLD: usize = 8;

impl GridContext<'_> {
    pub(super) fn time(&self) -> Time {
        let locale = self.writer.locale;
        let stops = self.stops();
        let now = Day::last_of(self.as_of);
        let stop = stops
            .iter()
            .rposition(|stop| Day::last_of(*stop) <= now)
            .unwrap_or(0);
        let before = stop.checked_sub(1).and_then(|before| stops.get(before));
        Time {
            label: locale.word("time").to_owned(),
            shown: locale.fill("as-of", &[("date", &locale.date(self.as_of))]),
            day: self
                .as_of
                .day()
                .map(|_| self.as_of.without_time().to_string()),
            changes: before
                .map(|before| self.changes_since(*before))
                .unwrap_or_default(),
            stops,
            stop,
        }
    }

    /// Every date at which a spell begins, ends or is known, in order.
    fn stops(&self) -> Vec<Date> {
        let date = |when: When| match when {
            When::On(date) | When::Before(date) | When::After(date) | When::About(date) => date,
        };
        let spells = self.document.spells.iter().flatten();
        let mut stops: Vec<Date> = vec![self.document.as_of];
        let dates = spells.flat_map(|spell| {
            [
                spell.from.map(date),
                spell.to.map(date),
                Some(self.document.day_of(spell)),
            ]
        });
        for date in dates.flatten() {
            if !stops.contains(&date) {
                stops.push(date);
            }
        }
        sorted(&stops, &|one, other| {
            Day::last_of(*one).cmp(&Day::last_of(*other))
        })
    }

    /// What is different on the day that is shown from what was on another; what was not stated then,
    /// or is not now, is no change and only counted.
    fn changes_since(&self, before: Date) -> Vec<String> {
        let locale = self.writer.locale;
        let then = standings(self.document, Day::last_of(before));
        let mut told = Vec::new();
        let (mut stated, mut unstated) = (0, 0);
        for (place, state) in self.states() {
            for (alliance, found) in self.alliances() {
                let old = then.get(place.0).and_then(|row| row.get(alliance.0));
                let new = self.cell(place, alliance);
                match (old.unwrap_or(&Standing::Unsaid), new) {
                    (Standing::Unsaid, Standing::Unsaid) => {}
                    (Standing::Unsaid, _) => stated += 1,
                    (_, Standing::Unsaid) => unstated += 1,
                    (old, new) if kinds(old) == kinds(new) => {}
                    _ => told.push(locale.fill(
                        "time.change",
                        &[
                            ("state", &self.state_name(state).text),
                            ("alliance", &self.short_name(found).text),
                            ("text", &self.standing_text(new)),
                        ],
                    )),
                }
            }
        }
        let told = (!told.is_empty()).then(|| {
            let told = locale.list_some(&told, MOST_TOLD);
            locale.fill("time.changes", &[("changes", &told)])
        });
        let counted = [("time.stated", stated), ("time.unstated", unstated)];
        let counted = counted
            .into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(key, number)| locale.fill(key, &[("n", &locale.whole(number))]));
        told.into_iter().chain(counted).collect_compact()
    }

    fn standing_text(&self, standing: &Standing<'_>) -> String {
        let locale = self.writer.locale;
        match standing {
            Standing::Sure(spells) => spells.first().map(|spell| self.said(spell, true)),
            Standing::Perhaps(spells) => spells.first().map(|spell| self.said(spell, false)),
            Standing::NoMember => Some(locale.word("no-member").to_owned()),
            Standing::Unsaid => None,
        }
        .unwrap_or_default()
    }
}

/// What a reader would see of a standing: whether it is sure, and of which kinds.
fn kinds(standing: &Standing<'_>) -> (u8, Vec<&'static str>) {
    let names = |spells: &[&Spell]| {
        spells
            .iter()
            .map(|spell| spell.kind.name())
            .collect_compact()
    };
    match standing {
        Standing::Sure(spells) => (0, names(spells)),
        Standing::Perhaps(spells) => (1, names(spells)),
        Standing::NoMember => (2, Vec::new()),
        Standing::Unsaid => (3, Vec::new()),
    }
}

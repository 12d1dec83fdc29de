//! One mission of the list: what is said of it, in words.

use super::context::{MissionsContext, Placed};
use super::view_state::{ObserversAction, ObserversViewState};
use super::{MissionDetails, MissionRow};
use crate::layout::choice::count;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Figures, Line, Phrase};
use crate::layout::observers::Pick;
use crate::locale::{Locale, Precision, Sign};
use crate::model::{
    Amount, Mission, MissionStatus, Quantity, SiteKind, SourceRef, Whereabouts, WholeRef,
};

/// More places than this are counted in a row; opened, it names them all.
const MOST_NAMED: usize = 8;

impl<'a> MissionsContext<'a> {
    /// A mission's row; `carried` is whether it holds what it opens to while it is closed.
    pub(super) fn row(
        &self,
        placed: Placed<'a>,
        state: &ObserversViewState,
        carried: bool,
    ) -> MissionRow {
        let (place, mission) = placed;
        let open = state.selected.as_ref() == Some(&mission.id);
        let locale = self.writer.locale;
        let organisation = mission.name.as_ref().map(|_| &mission.organisation);
        let quiet = organisation
            .map(|organisation| self.writer.phrase(organisation))
            .into_iter()
            .chain(
                mission
                    .status
                    .map(|status| self.writer.word(status_key(status))),
            )
            .chain(
                mission
                    .size
                    .is_none()
                    .then(|| self.writer.word("size.unsaid")),
            );
        MissionRow {
            id: mission.id.as_str().to_owned(),
            letter: self.letter(place),
            name: self.name(mission),
            details: quiet.collect_compact(),
            size: match &mission.size {
                Some(size) => self.sizes(size, mission.source),
                None => Vec::new(),
            },
            accounts: self.accounts(mission, MOST_NAMED),
            disputed: (mission.accounts.0.len() > 1)
                .then(|| locale.word("accounts.differ").to_owned()),
            off_map: (self.area.is_some() && self.on_map(place).is_empty())
                .then(|| locale.word("map.not-on-it").to_owned()),
            pick: Pick {
                label: String::new(),
                action: ObserversAction::Select(mission.id.clone(), !open),
                pressed: open,
            },
            opened: (open || carried).then(|| self.opened(mission)),
        }
    }

    /// The letter by which the map calls a mission that is on it.
    pub(super) fn letter(&self, place: usize) -> Option<String> {
        let has_place = |place: &usize| !self.on_map(*place).is_empty();
        if !has_place(&place) || !self.placed.lettered {
            return None;
        }
        let before = (0..place).filter(has_place).count();
        let letter = self.writer.locale.nth("letters", before);
        Some(letter.to_owned())
    }

    /// How many observers, a line a claim.
    pub(super) fn sizes(&self, size: &Quantity, source: Option<SourceRef>) -> Vec<Line> {
        let several = size.claims().count() > 1;
        size.claims()
            .map(|claim| Line {
                text: counted("observers", &claim.amount, self),
                source: claim
                    .source
                    .or(source.filter(|_| several))
                    .map(|source| self.writer.mark(source)),
            })
            .collect_compact()
    }

    /// Where a mission is, a line an account, of each at most so many places.
    pub(super) fn accounts(&self, mission: &Mission, most: usize) -> Vec<Line> {
        let accounts = &mission.accounts.0;
        accounts
            .iter()
            .map(|account| Line {
                text: self.whereabouts(account, most),
                source: account
                    .source
                    .filter(|_| accounts.len() > 1)
                    .map(|source| self.writer.mark(source)),
            })
            .filter(|line| !line.text.is_empty())
            .collect_compact()
    }

    /// The places that an account names, then those that it counts.
    fn whereabouts(&self, account: &Whereabouts, most: usize) -> String {
        let locale = self.writer.locale;
        let named: Vec<String> = account
            .places
            .iter()
            .map(|site| self.writer.phrase(&site.name).text)
            .collect_compact();
        let named = (!named.is_empty()).then(|| locale.list_some(&named, most));
        let unnamed = account
            .unnamed
            .counted()
            .map(|(kind, number)| counted(unnamed_key(kind), &number.first().amount, self));
        let parts: Vec<String> = named.into_iter().chain(unnamed).collect_compact();
        parts.join("; ")
    }

    fn opened(&self, mission: &Mission) -> MissionDetails {
        MissionDetails {
            facts: self.facts(mission),
            statements: mission
                .statements
                .iter()
                .map(|statement| {
                    let source = self.cited(statement.source);
                    let date = statement.date.map(|date| self.writer.locale.date(date));
                    (self.writer.phrase(&statement.text), date, source)
                })
                .collect_compact(),
            note: mission.note.as_ref().map(|note| self.writer.phrase(note)),
        }
    }

    fn cited(&self, source: SourceRef) -> Vec<crate::layout::frame::SourceLine> {
        self.writer.cited(&self.observers.head, vec![source])
    }

    /// What is said of a mission beyond its row, a group a question, each with its sources.
    fn facts(&self, mission: &Mission) -> Vec<Figures> {
        let locale = self.writer.locale;
        let head = &self.observers.head;
        let group = |key: &str, said: Vec<(String, Option<SourceRef>)>| {
            let label = locale.word(key).to_owned();
            (!said.is_empty()).then(|| self.writer.figures(head, label, said))
        };
        let plain = |text: Option<Phrase>| -> Vec<(String, Option<SourceRef>)> {
            text.map(|phrase| (phrase.text, mission.source))
                .into_iter()
                .collect_compact()
        };
        let size = mission.size.iter().flat_map(Quantity::claims).map(|claim| {
            let text = counted("observers", &claim.amount, self);
            (text, claim.source.or(mission.source))
        });
        let accounts = mission.accounts.0.iter().map(|account| {
            let said = self.whereabouts(account, usize::MAX);
            let text = match &account.note {
                Some(note) => format!("{said} – {}", self.writer.phrase(note).text),
                None => said,
            };
            (text, account.source.or(mission.source))
        });
        [
            group("mission.size", size.collect_compact()),
            group("mission.where", accounts.collect_compact()),
            group(
                "mission.head",
                plain(mission.head.as_ref().map(|head| self.writer.phrase(head))),
            ),
            group("mission.dates", plain(self.dates(mission))),
            group("mission.part-of", plain(self.whole(mission))),
        ]
        .into_iter()
        .flatten()
        .collect_compact()
    }

    fn dates(&self, mission: &Mission) -> Option<Phrase> {
        let locale = self.writer.locale;
        let when = |when| locale.when(when);
        let text = match (mission.from.map(when), mission.to.map(when)) {
            (Some(from), Some(to)) => {
                locale.fill("mission.from-to", &[("from", &from), ("to", &to)])
            }
            (Some(from), None) => locale.fill("mission.from", &[("from", &from)]),
            (None, Some(to)) => locale.fill("mission.to", &[("to", &to)]),
            (None, None) => return None,
        };
        Some(Phrase { text, lang: None })
    }

    fn whole(&self, mission: &Mission) -> Option<Phrase> {
        match mission.part_of? {
            WholeRef::Total(place) => {
                let total = self.observers.totals.get(place)?;
                Some(self.writer.phrase(&total.name))
            }
            WholeRef::Mission(place) => {
                let whole = self.observers.missions.get(place)?;
                Some(self.name(whole))
            }
        }
    }
}

/// A counted amount in words: "25 observers", "over 1,000 observers".
pub(super) fn counted(key: &str, amount: &Amount, context: &MissionsContext<'_>) -> String {
    /// What is not exact is worded as many are.
    const MANY: u32 = 5;
    let writer = &context.writer;
    let said = writer.amount(amount, Sign::Plain, Precision::Published);
    let number = match amount {
        Amount::Missing(_) => return said,
        Amount::Exact(number) => u32::try_from(number.whole()).unwrap_or(MANY),
        _ => MANY,
    };
    writer.locale.plural(key, number, &[("n", &said)])
}

/// The key of places of a kind that are counted and not named: a word's, and a figure's in a file.
pub(super) fn unnamed_key(kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::Region => "unnamed.region",
        SiteKind::Country => "unnamed.country",
        SiteKind::City | SiteKind::Point => "unnamed.city",
    }
}

/// "4 missions".
pub(super) fn missions(number: usize, locale: &Locale) -> String {
    let number = count(number);
    locale.plural("missions", number, &[("n", &locale.whole(number))])
}

fn status_key(status: MissionStatus) -> &'static str {
    match status {
        MissionStatus::Announced => "mission.announced",
        MissionStatus::Accredited => "mission.accredited",
        MissionStatus::Deployed => "mission.deployed",
        MissionStatus::Reported => "mission.reported",
        MissionStatus::Declined => "mission.declined",
        MissionStatus::Limited => "mission.limited",
    }
}

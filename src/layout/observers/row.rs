//! The row of one mission in the list, in words.

use super::context::{MissionsContext, Placed};
use super::view_state::{ObserversAction, ObserversViewState};
use super::{MissionDetails, MissionRow};
use crate::layout::choice::count;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Figures, Line, Phrase};
use crate::layout::observers::Pick;
use crate::locale::Locale;
use crate::model::{
    Counted, Mission, MissionStatus, Site, SiteKind, SourceRef, Whereabouts, WholeRef,
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
            .chain(self.status(mission))
            .chain(self.instead_of_size(mission));
        let size = self.sizes(place, mission);
        let accounts = self.accounts(placed, MOST_NAMED);
        let opened = self.opened(placed);
        let opens = self.says_more(&opened, &[&size, &accounts]);
        MissionRow {
            id: mission.id.as_str().to_owned(),
            letter: self.letter(place),
            name: self.name(mission),
            details: quiet.collect_compact(),
            size,
            accounts,
            disputed: (mission.accounts.0.len() > 1)
                .then(|| locale.word("accounts.differ").to_owned()),
            off_map: (self.area.is_some() && self.is_off_map(placed))
                .then(|| locale.word("map.not-on-it").to_owned()),
            pick: Pick {
                label: String::new(),
                action: ObserversAction::Select(mission.id.clone(), !open),
                pressed: open,
            },
            opens,
            opened: (opens && (open || carried)).then_some(opened),
        }
    }

    /// Returns true if a mission opens to anything that its row does not say. Where the document has one source, that stands below
    /// the list.
    fn says_more(&self, opened: &MissionDetails, row: &[&[Line]]) -> bool {
        let in_row = |line: &Line| {
            row.iter()
                .any(|lines| lines.iter().any(|one| one.text == line.text))
        };
        let cites = self.observers.head.sources.iter().count() > 1;
        // If there is one total, it is clear that the mission is part of it.
        let part_of = self.writer.locale.word("mission.part-of");
        let known = |figures: &Figures| {
            figures.lines.iter().all(in_row)
                || figures.label == part_of && self.observers.totals.len() == 1
        };
        let new = |figures: &Figures| cites && !figures.sources.is_empty() || !known(figures);
        !opened.statements.is_empty() || opened.note.is_some() || opened.facts.iter().any(new)
    }

    /// How far a mission has come, or why it is not there.
    fn status(&self, mission: &Mission) -> Option<Phrase> {
        let key = match mission.status? {
            MissionStatus::Announced => "mission.announced",
            MissionStatus::Accredited => "mission.accredited",
            MissionStatus::Deployed => "mission.deployed",
            MissionStatus::Reported => "mission.reported",
            MissionStatus::Declined if mission.by.is_some() => "mission.declined-by",
            MissionStatus::Declined => "mission.declined",
            MissionStatus::Refused if mission.by.is_some() => "mission.refused-by",
            MissionStatus::Refused => "mission.refused",
            MissionStatus::Absent => "mission.absent",
            MissionStatus::Limited => "mission.limited",
        };
        let by = mission.by.as_ref().map(|by| self.writer.phrase(by).text);
        let by = by.unwrap_or_default();
        Some(Phrase {
            text: self.writer.locale.fill(key, &[("by", &by)]),
            lang: None,
        })
    }

    /// Why a mission is not there; `None` if it is.
    pub(super) fn why_absent(&self, mission: &Mission) -> Option<Phrase> {
        if mission.status.is_some_and(MissionStatus::is_absence) {
            self.status(mission)
        } else {
            mission.has_nobody().then(|| self.writer.word("size.none"))
        }
    }

    /// Returns the text in place of a size: no observers, or number not stated. An absent mission without a size
    /// needs no text.
    fn instead_of_size(&self, mission: &Mission) -> Option<Phrase> {
        if mission.has_nobody() {
            Some(self.writer.word("size.none"))
        } else if mission.sizes.latest().is_none() && !mission.is_absent() && !self.without_sizes {
            Some(self.writer.word("size.unsaid"))
        } else {
            None
        }
    }

    /// Returns true if a mission names no place that the map can show. A mission that is throughout the country or
    /// absent needs none.
    pub(super) fn is_off_map(&self, (place, mission): Placed<'_>) -> bool {
        let mut accounts = mission.accounts.0.iter();
        let throughout = accounts.any(|account| account.throughout);
        self.on_map(place).is_empty() && !throughout && !mission.is_absent()
    }

    /// The letter by which the map calls a mission that is on it, where it is not the only one of all; its number where
    /// there are not letters enough.
    pub(super) fn letter(&self, place: usize) -> Option<String> {
        if !self.placed.is_called(place) {
            return None;
        }
        let before = (0..place)
            .filter(|place| self.placed.is_there(*place))
            .count();
        let locale = self.writer.locale;
        Some(if self.placed.is_lettered() {
            locale.nth("letters", before).to_owned()
        } else {
            locale.whole(count(before + 1))
        })
    }

    /// Returns the places of a mission, one line per account, each with at most `most` places.
    pub(super) fn accounts(&self, (place, mission): Placed<'_>, most: usize) -> Vec<Line> {
        let accounts = &mission.accounts.0;
        let counted = self.observers.counted_of(WholeRef::Mission(place));
        accounts
            .iter()
            .map(|account| Line {
                text: self.whereabouts(account, counted, most),
                source: account
                    .source
                    .filter(|_| accounts.len() > 1)
                    .map(|source| self.writer.mark(source)),
            })
            .filter(|line| !line.text.is_empty())
            .collect_compact()
    }

    /// The places that an account names, then those that it counts.
    fn whereabouts(&self, account: &Whereabouts, counted: &Counted, most: usize) -> String {
        let locale = self.writer.locale;
        let named = account
            .places
            .iter()
            .map(|site| self.place_text(counted, site));
        let named: Vec<String> = named.collect_compact();
        let named = (!named.is_empty()).then(|| locale.list_some(&named, most));
        let unnamed = account
            .unnamed
            .counted()
            .map(|(kind, number)| self.claims(unnamed_key(kind), number));
        let throughout = account.throughout.then(|| self.throughout());
        let parts = throughout.into_iter().chain(named).chain(unnamed);
        parts.collect_compact().join("; ")
    }

    /// "throughout Kazakhstan"; "throughout the country" where the document does not name it.
    pub(super) fn throughout(&self) -> String {
        let locale = self.writer.locale;
        match &self.observers.event.place {
            Some(place) => {
                let place = self.writer.place(place).text;
                locale.fill("where.throughout", &[("place", &place)])
            }
            None => locale.word("where.throughout-country").to_owned(),
        }
    }

    /// A place with how many are there: "throughout Akmola (12 observers)".
    fn place_text(&self, counted: &Counted, site: &Site) -> String {
        let name = self.writer.phrase(&site.name).text;
        let name = match site.throughout {
            true => self
                .writer
                .locale
                .fill("where.throughout", &[("place", &name)]),
            false => name,
        };
        let Some(size) = &site.size else {
            return name;
        };
        let claims = size
            .claims()
            .map(|claim| self.number_of(counted, &claim.amount));
        [&*name, " (", &claims.collect_compact().join(" / "), ")"].concat()
    }

    fn opened(&self, placed: Placed<'_>) -> MissionDetails {
        let (_, mission) = placed;
        MissionDetails {
            facts: self.facts(placed),
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

    /// Returns the details of a mission below its row, one group per question, each with its sources.
    fn facts(&self, (place, mission): Placed<'_>) -> Vec<Figures> {
        let locale = self.writer.locale;
        let head = &self.observers.head;
        let counted = self.observers.counted_of(WholeRef::Mission(place));
        let labelled = |label: String, said: Vec<(String, Option<SourceRef>)>| {
            (!said.is_empty()).then(|| self.writer.figures(head, label, said))
        };
        let group = |key: &str, said| labelled(locale.word(key).to_owned(), said);
        let plain = |text: Option<Phrase>| -> Vec<(String, Option<SourceRef>)> {
            text.map(|phrase| (phrase.text, mission.source))
                .into_iter()
                .collect_compact()
        };
        let size = self.size_texts(place, mission).into_iter();
        let size = size.map(|(text, source)| (text, source.or(mission.source)));
        let accounts = mission.accounts.0.iter().map(|account| {
            let said = self.whereabouts(account, counted, usize::MAX);
            let text = match &account.note {
                Some(note) => format!("{said} – {}", self.writer.phrase(note).text),
                None => said,
            };
            (text, account.source.or(mission.source))
        });
        [
            labelled(self.counted_name(counted), size.collect_compact()),
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
        let from = mission.from.map(|when| locale.from(when));
        let to = mission.to.map(|when| locale.until(when));
        let text = match (from, to) {
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

/// The key of places of a kind that are counted and not named: a word's, and a figure's in a file.
pub(super) fn unnamed_key(kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::Region => "unnamed.region",
        SiteKind::Country => "unnamed.country",
        SiteKind::City | SiteKind::Point => "unnamed.city",
    }
}

/// Returns the number in words: "4 missions".
pub(super) fn missions(number: usize, locale: &Locale) -> String {
    let number = count(number);
    locale.plural("missions", number, &[("n", &locale.whole(number))])
}

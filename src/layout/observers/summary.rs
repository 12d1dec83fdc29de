//! The texts about all missions together: totals, sentences, filters.

use super::context::{MissionsContext, Placed};
use super::row;
use super::view_state::{MissionOrder, ObserversAction, ObserversViewState};
use super::{Choice, MOST_LISTED, MissionGroup, Organisations, Pick};
use crate::layout::choice::{MOST_CARRIED, count};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Line, Phrase};
use crate::layout::sorting::sort_by_name;
use crate::locale::{Precision, Sign};
use crate::model::{Amount, Counted, Mission, Text, Total, WholeRef};

impl<'a> MissionsContext<'a> {
    /// Returns the event that is observed: name, place, date.
    pub(super) fn event(&self) -> Vec<Phrase> {
        let event = &self.observers.event;
        let date = event.date.map(|date| Phrase {
            text: self.writer.locale.when(date),
            lang: None,
        });
        std::iter::once(self.writer.phrase(&event.name))
            .chain(event.place.as_ref().map(|place| self.writer.place(place)))
            .chain(date)
            .collect_compact()
    }

    /// The totals, one line per claim. A part of another total is worded "of them".
    pub(super) fn totals(&self) -> Vec<Line> {
        self.observers
            .totals
            .iter()
            .enumerate()
            .flat_map(|(place, total)| {
                let several = total.sizes.claims().count() > 1;
                let many = self.observers.head.sources.iter().count() > 1;
                let counted = self.observers.counted_of(WholeRef::Total(place));
                total.sizes.claims().map(move |claim| {
                    let cited = claim.source.or(total.source);
                    let number = self.total_number(counted, claim.amount);
                    let number = self.on_its_day(number, &total.sizes, claim);
                    Line {
                        text: self.total_text(total, &number),
                        source: cited
                            .filter(|_| several || many)
                            .map(|source| self.writer.mark(source)),
                    }
                })
            })
            .collect_compact()
    }

    /// The first total as a headline, where it is a part of no other and one source gives it once.
    pub(super) fn headline(&self) -> Option<(String, Phrase)> {
        let total = self.observers.totals.first()?;
        let mut claims = total.sizes.claims();
        let claim = claims.next()?;
        let plain = total.part_of.is_none() && claim.as_of.is_none() && claims.next().is_none();
        let counted = self.observers.counted_of(WholeRef::Total(0));
        plain.then(|| {
            (
                self.total_number(counted, claim.amount),
                self.writer.phrase(&total.name),
            )
        })
    }

    /// The number of a total. Observers need no unit, because the name of the total says whom it counts.
    fn total_number(&self, counted: &Counted, amount: &Amount) -> String {
        match counted {
            Counted::Observers => self
                .writer
                .amount(amount, Sign::Plain, Precision::Published),
            other => self.number_of(other, amount),
        }
    }

    fn total_text(&self, total: &Total, said: &str) -> String {
        let writer = &self.writer;
        let name = writer.phrase(&total.name).text;
        let whole = match total.part_of {
            Some(WholeRef::Total(place)) => self.observers.totals.get(place),
            _ => None,
        };
        match whole {
            Some(whole) => writer.locale.fill(
                "total.part",
                &[
                    ("name", &name),
                    ("n", said),
                    ("whole", &writer.phrase(&whole.name).text),
                ],
            ),
            None => writer
                .locale
                .fill("figures.line", &[("label", &name), ("n", said)]),
        }
    }

    /// The map and the list in a few sentences.
    pub(super) fn summary(&self) -> String {
        let locale = self.writer.locale;
        let number = count(self.observers.missions.len());
        let named = locale.plural("missions.named", number, &[("n", &locale.opening(number))]);
        let some = |key: &str, number: usize| {
            let number = count(number);
            let text = || locale.plural(key, number, &[("n", &locale.opening(number))]);
            (number > 0).then(text)
        };
        let off = self.area.map_or(0, |_| {
            let off = self.all().filter(|placed| self.is_off_map(*placed));
            off.count()
        });
        let off = some("missions.off-map", off);
        let absent = self.all().filter(|(_, mission)| mission.is_absent());
        let absent = some("missions.absent", absent.count());
        let unsaid = self
            .without_sizes
            .then(|| locale.word("missions.unsized").to_owned());
        let sentences = std::iter::once(named)
            .chain(absent)
            .chain(off)
            .chain(unsaid);
        let sentences: Vec<String> = sentences.collect_compact();
        sentences.join(" ")
    }

    /// The organisations that the reader can choose from, by name.
    pub(super) fn organisations(&self, state: &ObserversViewState) -> Option<Organisations> {
        let locale = self.writer.locale;
        let first = self.placed.organisations.iter();
        let found: Vec<&Mission> = first
            .filter_map(|place| self.observers.missions.get(*place))
            .collect_compact();
        let name = |text: &Text| self.writer.phrase(text).text;
        let choices = sort_by_name(&found, |mission| {
            locale.collation_key(&name(&mission.organisation))
        });
        let choices: Vec<(String, String)> = choices
            .into_iter()
            .map(|mission| (mission.id.as_str().to_owned(), name(&mission.organisation)))
            .collect_compact();
        let chosen = self.organisation(state).map(name);
        let of_chosen = choices
            .iter()
            .find(|(_, name)| Some(name) == chosen.as_ref());
        let chosen = of_chosen.map_or_else(String::new, |(id, _)| id.clone());
        // Where each has one mission, the list of missions is the list of organisations.
        let useful = 1 < choices.len() && choices.len() < self.observers.missions.len();
        useful.then(|| Organisations {
            label: locale.word("organisation").to_owned(),
            all: locale.word("organisation.all").to_owned(),
            chosen,
            choices,
        })
    }

    /// The orders in which missions can stand: by size where two are known, by organisation where one has several.
    pub(super) fn order(&self, state: &ObserversViewState) -> Choice<ObserversAction> {
        let missions = &self.observers.missions;
        let sized = missions
            .iter()
            .filter(|one| super::context::size(one).is_some());
        let mut orders = vec![
            (MissionOrder::Document, "order.document"),
            (MissionOrder::Name, "order.name"),
        ];
        if sized.count() > 1 {
            orders.push((MissionOrder::Size, "order.size"));
        }
        if self.placed.organisations.len() < missions.len() {
            orders.push((MissionOrder::Organisation, "order.organisation"));
        }
        let locale = self.writer.locale;
        let action = ObserversAction::Order;
        Choice::of_words("order", &orders, locale, &state.order, action)
    }

    /// Returns the description of the filter, if not all missions are on show.
    pub(super) fn shown(
        &self,
        listed: &[Placed<'a>],
        state: &ObserversViewState,
    ) -> Option<(String, Pick<ObserversAction>)> {
        let locale = self.writer.locale;
        let place = state
            .place
            .as_ref()
            .and_then(|place| self.place_name(place));
        let organisation = self.organisation(state);
        let organisation = organisation.map(|name| self.writer.phrase(name).text);
        let found = (!state.find.is_empty()).then(|| state.find.clone());
        let by: Vec<String> = [place, organisation, found]
            .into_iter()
            .flatten()
            .collect_compact();
        if by.is_empty() {
            return None;
        }
        let text = locale.fill(
            "missions.shown",
            &[
                ("missions", &row::missions(listed.len(), locale)),
                ("by", &by.join(", ")),
            ],
        );
        let all = Pick {
            label: locale.word("missions.all").to_owned(),
            action: ObserversAction::ShowAll,
            pressed: false,
        };
        Some((text, all))
    }

    /// Returns the remarks about the list as a whole.
    pub(super) fn list_remarks(
        &self,
        listed: &[Placed<'a>],
        state: &ObserversViewState,
    ) -> Vec<String> {
        let locale = self.writer.locale;
        let undecided = self.undecided(listed);
        let undecided = undecided.filter(|_| state.order == MissionOrder::Size);
        let remark = |key: &str| locale.word(key).to_owned();
        undecided.map(remark).into_iter().collect_compact()
    }

    /// The rows, in groups where the reader chose so; of a long list the beginning, and the mission
    /// that is open wherever it stands.
    pub(super) fn groups(
        &self,
        listed: &[Placed<'a>],
        state: &ObserversViewState,
    ) -> Vec<MissionGroup> {
        let grouped = state.order == MissionOrder::Organisation;
        let mut groups: Vec<MissionGroup> = Vec::new();
        let mut last: Option<&Text> = None;
        let carried = listed.len() <= MOST_CARRIED;
        for (number, placed) in listed.iter().enumerate() {
            let open = state.selected.as_ref() == Some(&placed.1.id);
            if number >= MOST_LISTED && !state.unfolded && !open {
                continue;
            }
            let organisation = &placed.1.organisation;
            if groups.is_empty() || (grouped && last != Some(organisation)) {
                groups.push(MissionGroup {
                    heading: grouped.then(|| self.writer.phrase(organisation)),
                    rows: Vec::new(),
                });
                last = Some(organisation);
            }
            if let Some(group) = groups.last_mut() {
                group.rows.push(self.row(*placed, state, carried));
            }
        }
        groups
    }
}

//! Which missions are on show, and where on the map each of them is.

use super::placed_missions::{OnMap, OnMapAs, PlacedMissions};
use super::view_state::{MissionOrder, ObserversViewState, PlaceKey};
use crate::layout::choice::holds;
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::{Phrase, Writer};
use crate::layout::sorting::{higher_first, sort_by_name, sorted};
use crate::locale::Locale;
use crate::model::{Area, Counted, Id, Interval, Mission, Observers, Quantity, WholeRef};
use std::cmp::Ordering;

/// The context for laying out one map and its list.
pub(super) struct MissionsContext<'a> {
    pub(super) placed: &'a PlacedMissions,
    pub(super) observers: &'a Observers,
    pub(super) area: Option<&'a Area>,
    pub(super) writer: Writer<'a>,
    /// True if several missions are listed and none has a size. One sentence then says so.
    pub(super) without_sizes: bool,
}

/// A mission with its place in the document.
pub(super) type Placed<'a> = (usize, &'a Mission);

impl<'a> MissionsContext<'a> {
    pub(super) fn new(placed: &'a PlacedMissions, locale: &'a Locale) -> MissionsContext<'a> {
        let missions = &placed.observers.missions;
        MissionsContext {
            without_sizes: missions.len() > 1
                && missions.iter().all(|one| one.sizes.latest().is_none()),
            placed,
            observers: &placed.observers,
            area: placed.area.as_deref(),
            writer: Writer::new(&placed.observers.head, locale),
        }
    }

    /// Returns the places of a mission on the map.
    pub(super) fn on_map(&self, mission: usize) -> &'a [OnMap] {
        self.placed.on_map(mission)
    }

    /// Every mission with its place.
    pub(super) fn all(&self) -> impl Iterator<Item = Placed<'a>> {
        self.observers.missions.iter().enumerate()
    }

    /// The missions of the chosen organisation that match the search.
    pub(super) fn filtered(&self, state: &ObserversViewState) -> Vec<Placed<'a>> {
        let organisation = self.organisation(state);
        let wanted = self.writer.locale.collation_key(&state.find);
        self.all()
            .filter(|(_, mission)| organisation.is_none_or(|name| mission.organisation == *name))
            .filter(|placed| wanted.is_empty() || self.holds(*placed, &wanted))
            .collect_compact()
    }

    /// The organisation to which the list is limited.
    pub(super) fn organisation(
        &self,
        state: &ObserversViewState,
    ) -> Option<&'a crate::model::Text> {
        let id = state.organisation.as_ref()?;
        let found = self.mission(id)?;
        Some(&found.1.organisation)
    }

    /// A mission by its id.
    pub(super) fn mission(&self, id: &Id) -> Option<Placed<'a>> {
        self.all().find(|(_, mission)| mission.id == *id)
    }

    /// Returns true if the closed row of a mission contains these letters.
    fn holds(&self, (_, mission): Placed<'_>, wanted: &[u32]) -> bool {
        let accounts = mission.accounts.0.iter();
        let places = accounts.flat_map(|account| &account.places);
        let texts = std::iter::once(&mission.organisation)
            .chain(&mission.name)
            .chain(&mission.head)
            .chain(places.map(|site| &site.name));
        let mut letters = texts.map(|text| {
            self.writer
                .locale
                .collation_key(&self.writer.phrase(text).text)
        });
        letters.any(|letters| holds(&letters, wanted))
    }

    /// Returns the name of a mission, or that of its organisation.
    pub(super) fn name(&self, mission: &Mission) -> Phrase {
        let name = mission.name.as_ref().unwrap_or(&mission.organisation);
        self.writer.phrase(name)
    }

    /// The missions in the order that the reader chose.
    pub(super) fn ordered(&self, missions: &[Placed<'a>], order: MissionOrder) -> Vec<Placed<'a>> {
        let locale = self.writer.locale;
        match order {
            MissionOrder::Document => missions.to_vec(),
            MissionOrder::Name => sort_by_name(missions, |(_, mission)| {
                locale.collation_key(&self.name(mission).text)
            }),
            MissionOrder::Organisation => sort_by_name(missions, |(_, mission)| {
                locale.collation_key(&self.writer.phrase(&mission.organisation).text)
            }),
            MissionOrder::Size => {
                let sized: Vec<_> = missions
                    .iter()
                    .map(|placed| (size(placed.1), *placed))
                    .collect_compact();
                let sized = sorted(&sized, &|(one, _), (other, _)| match (one, other) {
                    (Some(one), Some(other)) => higher_first(*one, *other),
                    (Some(_), None) => Ordering::Less,
                    (None, Some(_)) => Ordering::Greater,
                    (None, None) => Ordering::Equal,
                });
                sized
                    .into_iter()
                    .map(|(_, placed)| placed)
                    .collect_compact()
            }
        }
    }

    /// Those missions that are at the place that is chosen, if one is.
    pub(super) fn at_place(
        &self,
        missions: &[Placed<'a>],
        place: Option<&PlaceKey>,
    ) -> Vec<Placed<'a>> {
        let at = |placed: &&Placed<'_>| match place {
            None => true,
            Some(PlaceKey::Shape(id)) => self.is_in(placed.0, id),
            Some(PlaceKey::Marker { missions, .. }) => missions.contains(&placed.1.id),
        };
        missions.iter().filter(at).copied().collect_compact()
    }

    fn is_in(&self, mission: usize, shape: &Id) -> bool {
        let shapes = self.area.map_or(&[][..], |area| &area.shapes);
        self.on_map(mission).iter().any(|place| match place.spot {
            OnMapAs::Shape(at) => shapes.get(at).is_some_and(|found| found.id == *shape),
            OnMapAs::Point(_) => false,
        })
    }
}

/// How many observers a mission may have.
pub(super) fn size(mission: &Mission) -> Option<Interval> {
    mission.sizes.latest().and_then(Quantity::interval)
}

impl MissionsContext<'_> {
    /// Returns the reason why the sizes do not decide the order: they overlap, or they count different things. The
    /// missions must be in that order already.
    pub(super) fn undecided(&self, missions: &[Placed<'_>]) -> Option<&'static str> {
        let sized: Vec<(&Counted, Interval)> = missions
            .iter()
            .filter_map(|(place, one)| {
                let counted = self.observers.counted_of(WholeRef::Mission(*place));
                Some((counted, size(one)?))
            })
            .collect_compact();
        let pairs = || sized.iter().zip(sized.iter().skip(1));
        if pairs().any(|((one, _), (next, _))| one != next) {
            Some("missions.unlike")
        } else if pairs().any(|((_, one), (_, next))| one.order(next).is_none()) {
            Some("missions.undecided")
        } else {
            None
        }
    }
}

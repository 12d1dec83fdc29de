//! Which missions are on show, and where on the map each of them is.

use super::state::{MissionOrder, ObserversState, PlaceKey};
use crate::layout::choice::holds;
use crate::layout::frame::{Phrase, Writer};
use crate::layout::sorting::{by_letters, higher_first, sorted};
use crate::model::{Area, Id, Interval, Mission, Observers, Quantity, Site, Spot};
use std::cmp::Ordering;

/// What all parts of one map's and one list's layout are made from.
pub(super) struct Plan<'a> {
    pub(super) observers: &'a Observers,
    pub(super) area: Option<&'a Area>,
    pub(super) writer: Writer<'a>,
    /// Where each mission is on the map, by its place in the document.
    on_map: Vec<Vec<OnMap<'a>>>,
    /// Whether missions on the map are few enough to have letters of their own.
    pub(super) lettered: bool,
}

/// More missions than this have no letters of their own: there are not letters enough.
const MOST_LETTERS: usize = 26;

/// A mission's place, as the map has it.
#[derive(Clone, Copy)]
pub(super) struct OnMap<'a> {
    pub(super) site: &'a Site,
    pub(super) spot: OnMapAs,
    /// Whether another account of the same mission does not name it.
    pub(super) disputed: bool,
}

/// How a map shows a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum OnMapAs {
    /// As the shape at this place in the area.
    Shape(usize),
    /// As a point.
    Point(Spot),
}

/// A mission with its place in the document.
pub(super) type Placed<'a> = (usize, &'a Mission);

impl<'a> Plan<'a> {
    pub(super) fn new(
        observers: &'a Observers,
        area: Option<&'a Area>,
        writer: Writer<'a>,
    ) -> Plan<'a> {
        let shapes = area.map(ShapeIndex::new);
        let on_map = observers.missions.iter().map(|mission| match &shapes {
            Some(shapes) => shapes.places_of(mission),
            None => Vec::new(),
        });
        let on_map: Vec<Vec<OnMap<'a>>> = on_map.collect();
        let lettered = on_map.iter().filter(|places| !places.is_empty()).count() <= MOST_LETTERS;
        Plan {
            observers,
            area,
            writer,
            on_map,
            lettered,
        }
    }

    /// Where a mission is on the map.
    pub(super) fn on_map(&self, mission: usize) -> &[OnMap<'a>] {
        self.on_map.get(mission).map_or(&[], Vec::as_slice)
    }

    /// Every mission with its place.
    pub(super) fn all(&self) -> impl Iterator<Item = Placed<'a>> {
        self.observers.missions.iter().enumerate()
    }

    /// The missions of which an organisation is chosen and that hold what is looked for.
    pub(super) fn filtered(&self, state: &ObserversState) -> Vec<Placed<'a>> {
        let organisation = self.organisation(state);
        let wanted = self.writer.locale.letters(&state.find);
        self.all()
            .filter(|(_, mission)| organisation.is_none_or(|name| mission.organisation == *name))
            .filter(|placed| wanted.is_empty() || self.holds(*placed, &wanted))
            .collect()
    }

    /// The organisation whose missions alone are on show.
    pub(super) fn organisation(&self, state: &ObserversState) -> Option<&'a crate::model::Text> {
        let id = state.organisation.as_ref()?;
        let found = self.mission(id)?;
        Some(&found.1.organisation)
    }

    /// A mission by its id.
    pub(super) fn mission(&self, id: &Id) -> Option<Placed<'a>> {
        self.all().find(|(_, mission)| mission.id == *id)
    }

    /// Whether what a reader can read of a mission without opening it holds these letters.
    fn holds(&self, (_, mission): Placed<'_>, wanted: &[u32]) -> bool {
        let accounts = mission.accounts.0.iter();
        let places = accounts.flat_map(|account| &account.places);
        let texts = std::iter::once(&mission.organisation)
            .chain(&mission.name)
            .chain(&mission.head)
            .chain(places.map(|site| &site.name));
        let mut letters =
            texts.map(|text| self.writer.locale.letters(&self.writer.phrase(text).text));
        letters.any(|letters| holds(&letters, wanted))
    }

    /// What a mission is called: its name, or that of its organisation.
    pub(super) fn name(&self, mission: &Mission) -> Phrase {
        let name = mission.name.as_ref().unwrap_or(&mission.organisation);
        self.writer.phrase(name)
    }

    /// The missions in the order that the reader chose.
    pub(super) fn ordered(&self, missions: &[Placed<'a>], order: MissionOrder) -> Vec<Placed<'a>> {
        let locale = self.writer.locale;
        match order {
            MissionOrder::Document => missions.to_vec(),
            MissionOrder::Name => by_letters(missions, |(_, mission)| {
                locale.letters(&self.name(mission).text)
            }),
            MissionOrder::Organisation => by_letters(missions, |(_, mission)| {
                locale.letters(&self.writer.phrase(&mission.organisation).text)
            }),
            MissionOrder::Size => {
                let sized: Vec<_> = missions
                    .iter()
                    .map(|placed| (size(placed.1), *placed))
                    .collect();
                let sized = sorted(&sized, &|(one, _), (other, _)| match (one, other) {
                    (Some(one), Some(other)) => higher_first(*one, *other),
                    (Some(_), None) => Ordering::Less,
                    (None, Some(_)) => Ordering::Greater,
                    (None, None) => Ordering::Equal,
                });
                sized.into_iter().map(|(_, placed)| placed).collect()
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
        missions.iter().filter(at).copied().collect()
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
    mission.size.as_ref().and_then(Quantity::interval)
}

/// Whether the sizes decide the order of all missions that have one; they stand in it already.
pub(super) fn is_decided(missions: &[Placed<'_>]) -> bool {
    let sizes: Vec<Interval> = missions.iter().filter_map(|(_, one)| size(one)).collect();
    let next = sizes.iter().skip(1);
    sizes
        .iter()
        .zip(next)
        .all(|(one, next)| one.order(next).is_some())
}

/// An area whose shapes are found by their ids.
struct ShapeIndex<'a> {
    area: &'a Area,
    places: Vec<(&'a str, usize)>,
}

impl<'a> ShapeIndex<'a> {
    fn new(area: &'a Area) -> ShapeIndex<'a> {
        let ids = area.shapes.iter().enumerate();
        let ids: Vec<(&str, usize)> = ids
            .map(|(place, shape)| (shape.id.as_str(), place))
            .collect();
        ShapeIndex {
            area,
            places: sorted(&ids, &|(one, _), (other, _)| one.cmp(other)),
        }
    }

    fn shape(&self, id: &Id) -> Option<usize> {
        let found = self
            .places
            .binary_search_by(|(known, _)| (*known).cmp(id.as_str()));
        self.places.get(found.ok()?).map(|(_, place)| *place)
    }

    /// The places of a mission that the map can show, each once.
    fn places_of<'m>(&self, mission: &'m Mission) -> Vec<OnMap<'m>> {
        let accounts = &mission.accounts.0;
        let mut found: Vec<OnMap<'m>> = Vec::new();
        for site in accounts.iter().flat_map(|account| &account.places) {
            let Some(spot) = self.spot_of(site) else {
                continue;
            };
            if found.iter().any(|known| known.spot == spot) {
                continue;
            }
            let names_it = |site: &Site| self.spot_of(site) == Some(spot);
            let disputed = accounts
                .iter()
                .any(|account| !account.places.iter().any(names_it));
            found.push(OnMap {
                site,
                spot,
                disputed,
            });
        }
        found
    }

    /// A shape where the document names one that the map has, else a point where it says where.
    fn spot_of(&self, site: &Site) -> Option<OnMapAs> {
        if let Some(place) = site.id.as_ref().and_then(|id| self.shape(id)) {
            return Some(OnMapAs::Shape(place));
        }
        let spot = self.area.spot(site.position?.into())?;
        Some(OnMapAs::Point(spot))
    }
}

//! The positions of missions on a map. They depend on neither the reader nor the language and are computed once.

use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::sorting::sorted;
use crate::model::{Area, Head, Id, Mission, Observers, Site, Spot, Text};
use std::sync::Arc;

/// More missions than this have no letters of their own: there are not letters enough.
const MOST_LETTERS: usize = 26;

/// The largest number of organisations in a choice. Above it readers use the search.
const MOST_ORGANISATIONS: usize = 100;

/// Observers, the map that they are shown on, and where on it each mission is.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMissions {
    /// The document that is shown.
    pub(super) observers: Arc<Observers>,
    /// The shapes of the map; `None` if there is none.
    pub(super) area: Option<Arc<Area>>,
    /// The places of each mission, by its index in the document.
    on_map: Vec<Vec<OnMap>>,
    /// The number of missions that are on the map and not absent.
    there: usize,
    /// The first mission of each organisation; empty if they are too many to choose from.
    pub(super) organisations: Vec<usize>,
}

/// A mission's place on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OnMap {
    /// Its place among all that the mission's accounts name.
    site: usize,
    pub(super) spot: OnMapAs,
    /// True if another account of the same mission does not name the place, or has no observers there.
    pub(super) disputed: bool,
    /// True if no observers are there: the mission is absent, or its number at this place is zero.
    pub(super) absent: bool,
}

/// How a map shows a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OnMapAs {
    /// As the shape at this place in the area.
    Shape(usize),
    /// A point on the map.
    Point(Spot),
}

impl PlacedMissions {
    /// The head of the document.
    pub fn head(&self) -> &Head {
        &self.observers.head
    }

    /// Finds where each mission is.
    pub fn new(observers: Arc<Observers>, area: Option<Arc<Area>>) -> PlacedMissions {
        let on_map = match &area {
            Some(area) => {
                let shapes = ShapeIndex::new(area);
                let missions = observers.missions.iter();
                missions
                    .map(|mission| shapes.places_of(mission))
                    .collect_compact()
            }
            None => vec![Vec::new(); observers.missions.len()],
        };
        let there = on_map.iter().filter(|places| is_there(places)).count();
        PlacedMissions {
            organisations: organisations(&observers.missions),
            there,
            on_map,
            observers,
            area,
        }
    }

    /// Returns the places of a mission on the map.
    pub(super) fn on_map(&self, mission: usize) -> &[OnMap] {
        self.on_map.get(mission).map_or(&[], Vec::as_slice)
    }

    /// Returns true if missions on the map have letters, and not numbers.
    pub(super) fn is_lettered(&self) -> bool {
        self.there <= MOST_LETTERS
    }

    /// Returns true if a mission has a letter or a number: it is on the map, not absent, and not the only mission of the
    /// document.
    pub(super) fn is_called(&self, mission: usize) -> bool {
        self.observers.missions.len() > 1 && self.is_there(mission)
    }

    /// Returns true if a mission is on the map and not absent.
    pub(super) fn is_there(&self, mission: usize) -> bool {
        is_there(self.on_map(mission))
    }

    /// Returns the document's entry for a mission's place on the map.
    pub(super) fn site(&self, mission: usize, place: &OnMap) -> Option<&Site> {
        let mission = self.observers.missions.get(mission)?;
        sites(mission).nth(place.site)
    }
}

fn is_there(places: &[OnMap]) -> bool {
    places.iter().any(|place| !place.absent)
}

/// All places that a mission's accounts name.
fn sites(mission: &Mission) -> impl Iterator<Item = &Site> {
    mission.accounts.0.iter().flat_map(|one| &one.places)
}

fn organisations(missions: &[Mission]) -> Vec<usize> {
    let mut firsts = Vec::new();
    // Sorted, so that a mission is not compared with every organisation.
    let mut names: Vec<&Text> = Vec::new();
    for (place, mission) in missions.iter().enumerate() {
        let name = &mission.organisation;
        if let Err(at) = names.binary_search(&name) {
            names.insert(at, name);
            firsts.push(place);
        }
        if firsts.len() > MOST_ORGANISATIONS {
            return Vec::new();
        }
    }
    firsts
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
            .collect_compact();
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
    fn places_of(&self, mission: &Mission) -> Vec<OnMap> {
        let accounts = &mission.accounts.0;
        let mut found: Vec<OnMap> = Vec::new();
        for (number, site) in sites(mission).enumerate() {
            let Some(spot) = self.spot_of(site) else {
                continue;
            };
            if found.iter().any(|known| known.spot == spot) {
                continue;
            }
            let names_it = |site: &Site| self.spot_of(site) == Some(spot);
            let disputed = accounts.len() > 1
                && accounts
                    .iter()
                    .any(|account| !account.places.iter().any(names_it));
            let at_it = || sites(mission).filter(|site| names_it(site));
            let empty = at_it().all(Site::is_empty);
            found.push(OnMap {
                site: number,
                spot,
                disputed: disputed || !empty && at_it().any(Site::is_empty),
                absent: empty || mission.is_absent(),
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

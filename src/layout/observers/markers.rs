//! The markers of missions that are not in a shape.

use super::cluster::{Cluster, Pin, clusters};
use super::context::{MissionsContext, Placed};
use super::map::{ABSENT, ids, with_letters};
use super::placed_missions::OnMapAs;
use super::view_state::{ObserversAction, ObserversViewState, PlaceKey};
use super::viewport::ViewBox;
use super::{MapMarker, Pick};
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::{Area, Spot, Text};

/// Markers are drawn twice as large on phones, and must not cover each other there either.
const REACH: i32 = 13;

impl<'a> MissionsContext<'a> {
    fn pins(&self, missions: &[Placed<'a>], absent: bool) -> Vec<Pin> {
        let mut pins = Vec::new();
        for (mission, _) in missions {
            for (site, place) in self.on_map(*mission).iter().enumerate() {
                if let OnMapAs::Point(spot) = place.spot
                    && place.absent == absent
                {
                    pins.push(Pin {
                        spot,
                        mission: *mission,
                        site,
                    });
                }
            }
        }
        pins
    }

    /// Every point at which one of these missions is, shapes by the point inside them.
    pub(super) fn spots(&self, area: &Area, missions: &[Placed<'a>]) -> Vec<Spot> {
        let places = missions.iter().flat_map(|(place, _)| self.on_map(*place));
        places
            .filter_map(|place| match place.spot {
                OnMapAs::Point(spot) => Some(spot),
                OnMapAs::Shape(at) => area.shapes.get(at).map(|shape| shape.at),
            })
            .collect_compact()
    }

    /// The corners of what the map opens on: the points and the bounds of the shapes of all missions.
    pub(super) fn corners(&self, area: &Area) -> Vec<Spot> {
        let places = self.all().flat_map(|(place, _)| self.on_map(place));
        let corners = places.flat_map(|place| match place.spot {
            OnMapAs::Point(spot) => [spot, spot],
            OnMapAs::Shape(at) => {
                let shape = area.shapes.get(at);
                shape.map_or([Spot::default(); 2], |shape| shape.path.bounds())
            }
        });
        corners.collect_compact()
    }

    pub(super) fn markers(
        &self,
        missions: &[Placed<'a>],
        state: &ObserversViewState,
        seen: ViewBox,
    ) -> Vec<MapMarker> {
        let reach = seen.width / REACH;
        let found = |absent: bool| {
            let found = clusters(self.pins(missions, absent).into_iter(), seen, reach);
            found.into_iter().map(move |cluster| (cluster, absent))
        };
        // Who is not there is never counted together with who is.
        let found = found(false).chain(found(true));
        found
            .filter_map(|(cluster, absent)| self.marker(&cluster, absent, state))
            .collect_compact()
    }

    fn marker(
        &self,
        cluster: &Cluster,
        absent: bool,
        state: &ObserversViewState,
    ) -> Option<MapMarker> {
        let first = cluster.pins.first()?;
        let missions = self.missions_of(cluster)?;
        let one_place = self.names_one_place(cluster);
        let who = match absent {
            true => self.who_is_absent(&missions),
            false => self.who(&missions),
        };
        let key = PlaceKey::Marker {
            missions: missions
                .iter()
                .map(|(_, one)| one.id.clone())
                .collect_compact(),
            site: first.site,
        };
        let chosen = state.place.as_ref() == Some(&key);
        let disputed = |pin: &Pin| {
            let place = self.on_map(pin.mission).get(pin.site);
            place.is_some_and(|place| place.disputed)
        };
        let text = match missions.as_slice() {
            _ if absent => ABSENT.to_owned(),
            [(place, _)] => self.letter(*place).unwrap_or_default(),
            several => self.how_many(several.len()),
        };
        Some(MapMarker {
            key: format!("{}.{}", missions.first()?.1.id.as_str(), first.site),
            spot: cluster.spot,
            several: missions.len() > 1,
            disputed: cluster.pins.iter().all(disputed),
            absent,
            missions: ids(&missions),
            pick: Pick {
                label: match missions.len() {
                    1 => with_letters(self.at(&self.site_name(first), &who, one_place), 1, &text),
                    _ => self.at(&self.site_name(first), &who, one_place),
                },
                action: ObserversAction::Place((!chosen).then_some(key)),
                pressed: chosen,
            },
            text,
        })
    }

    /// The missions of a cluster, each once.
    fn missions_of(&self, cluster: &Cluster) -> Option<Vec<Placed<'a>>> {
        let mut missions: Vec<Placed<'a>> = Vec::new();
        for pin in &cluster.pins {
            // Pins stand in the order of their missions.
            if missions.last().is_none_or(|(last, _)| *last != pin.mission) {
                missions.push((pin.mission, self.observers.missions.get(pin.mission)?));
            }
        }
        Some(missions)
    }

    fn names_one_place(&self, cluster: &Cluster) -> bool {
        let mut names = cluster.pins.iter().map(|pin| self.site_of(pin));
        let first = names.next().flatten();
        names.all(|name| name == first)
    }

    fn site_of(&self, pin: &Pin) -> Option<&'a Text> {
        let place = self.on_map(pin.mission).get(pin.site)?;
        Some(&self.placed.site(pin.mission, place)?.name)
    }

    fn site_name(&self, pin: &Pin) -> String {
        self.site_of(pin)
            .map_or_else(String::new, |name| self.text(name))
    }

    /// Returns the name of a marker: "Almaty: 4 missions", "Almaty area: 4 missions".
    fn at(&self, place: &str, who: &str, one_place: bool) -> String {
        let key = if one_place { "map.in" } else { "map.near" };
        self.writer
            .locale
            .fill(key, &[("place", place), ("missions", who)])
    }

    /// Returns the name of the chosen place.
    pub(super) fn place_name(&self, place: &PlaceKey) -> Option<String> {
        match place {
            PlaceKey::Shape(id) => {
                let shapes = &self.area?.shapes;
                let shape = shapes.iter().find(|shape| shape.id == *id)?;
                Some(self.text(&shape.name))
            }
            PlaceKey::Marker { missions, site } => {
                let (first, _) = self.mission(missions.first()?)?;
                let place = self.on_map(first).get(*site)?;
                let name = self.text(&self.placed.site(first, place)?.name);
                let locale = self.writer.locale;
                Some(match missions.len() {
                    1 => name,
                    _ => locale.fill("map.and-near", &[("place", &name)]),
                })
            }
        }
    }
}

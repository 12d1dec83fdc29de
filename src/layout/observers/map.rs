//! The map: shapes that missions are in, markers where they are, what must be said of it.

use super::context::{MissionsContext, Placed};
use super::names::NAME;
use super::placed_missions::{OnMap, OnMapAs};
use super::row;
use super::view_state::{ObserversAction, ObserversViewState, PlaceKey};
use super::viewport::{STEP, View, ViewBox, Viewport};
use super::{MapLayout, MapShape, MapTool, Pick, ShapeKind};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Phrase;
use crate::model::{Area, Id, Shape, Text};

/// A marker is this part of what is in view wide, and its letter this part high.
const MARKER: i32 = 26;

/// The part of a marker that can be hit is a circle whose radius is this part of the view: 12 pixels on the narrowest
/// map beside a list.
const HIT: i32 = 35;

/// More missions than this in a shape are counted; so many letters there is room for.
const MOST_LETTERED: usize = 3;

/// The sign of a place at which a mission is named and nobody is.
pub(super) const ABSENT: &str = "–";

/// A mission in a shape.
#[derive(Clone, Copy)]
pub(super) struct Inside<'a> {
    pub(super) placed: Placed<'a>,
    pub(super) place: OnMap,
}

impl<'a> MissionsContext<'a> {
    /// The map with these missions on it.
    pub(super) fn map(
        &self,
        area: &Area,
        missions: &[Placed<'a>],
        state: &ObserversViewState,
    ) -> MapLayout {
        let viewport = Viewport::new(area, &self.corners(area), state.view);
        let seen = viewport.view_box();
        let ViewBox {
            x,
            y,
            width,
            height,
        } = seen;
        let inside = self.inside(area, missions);
        let markers = self.markers(missions, state, seen);
        MapLayout {
            label: self
                .writer
                .locale
                .fill("map.label", &[("title", &self.text(&area.title))]),
            view_box: format!("{x} {y} {width} {height}"),
            viewport,
            radius: (width / MARKER / 2).max(1).to_string(),
            hit_radius: (width / HIT).max(1).to_string(),
            letter_size: (width / MARKER / 2 * 6 / 5).max(1).to_string(),
            name_size: (width / NAME).max(1).to_string(),
            around: area
                .around
                .iter()
                .map(|around| around.path.as_str().to_owned())
                .collect_compact(),
            shapes: self.shapes(area, &inside, state, seen),
            disputed: area.disputed.as_ref().map(|path| path.as_str().to_owned()),
            names: self.names(area, &inside, &markers, seen),
            key: self.signs(missions),
            markers,
            tools: self.tools(&viewport, state.view.is_some()),
            remarks: self.remarks(area, missions, &inside, seen),
        }
    }

    pub(super) fn text(&self, text: &Text) -> String {
        self.writer.phrase(text).text
    }

    fn shapes(
        &self,
        area: &Area,
        inside: &[Vec<Inside<'a>>],
        state: &ObserversViewState,
        seen: ViewBox,
    ) -> Vec<MapShape> {
        let shapes = area.shapes.iter().zip(inside);
        shapes
            .map(|(shape, inside)| self.shape(shape, inside, state, seen))
            .collect_compact()
    }

    /// Returns the missions in each shape, and whether all their accounts agree.
    fn inside(&self, area: &Area, missions: &[Placed<'a>]) -> Vec<Vec<Inside<'a>>> {
        let mut inside: Vec<Vec<Inside<'a>>> = vec![Vec::new(); area.shapes.len()];
        for placed in missions {
            for place in self.on_map(placed.0) {
                let OnMapAs::Shape(at) = place.spot else {
                    continue;
                };
                if let Some(inside) = inside.get_mut(at) {
                    inside.push(Inside {
                        placed: *placed,
                        place: *place,
                    });
                }
            }
        }
        inside
    }

    fn shape(
        &self,
        shape: &Shape,
        inside: &[Inside<'a>],
        state: &ObserversViewState,
        seen: ViewBox,
    ) -> MapShape {
        let name = self.named(shape, inside).text;
        let path = shape.path.as_str().to_owned();
        if inside.is_empty() {
            return MapShape {
                path,
                kind: ShapeKind::Empty,
                missions: String::new(),
                key: None,
                pick: None,
            };
        }
        let key = PlaceKey::Shape(shape.id.clone());
        let chosen = state.place.as_ref() == Some(&key);
        let there: Vec<Inside<'a>> = inside
            .iter()
            .filter(|one| !one.place.absent)
            .copied()
            .collect_compact();
        let all: Vec<Placed<'_>> = inside.iter().map(|one| one.placed).collect_compact();
        let text = self.short(&there);
        let label = self.writer.locale.fill(
            "map.in",
            &[("place", &name), ("missions", &self.who_is_in(inside))],
        );
        let pick = Pick {
            label: with_letters(label, there.len(), &text),
            action: ObserversAction::Place((!chosen).then_some(key)),
            pressed: chosen,
        };
        MapShape {
            path,
            kind: kind_of(&there),
            missions: ids(&all),
            key: (!text.is_empty()).then_some((shape.at, text)),
            pick: Some(pick).filter(|_| seen.holds(shape.at)),
        }
    }

    /// The missions in a shape, those that are there apart from those that are not: "2 missions; absent: Observers".
    fn who_is_in(&self, inside: &[Inside<'a>]) -> String {
        let those = |absent: bool| -> Vec<Placed<'a>> {
            let those = inside.iter().filter(|one| one.place.absent == absent);
            those.map(|one| one.placed).collect_compact()
        };
        let (there, absent) = (those(false), those(true));
        let there = (!there.is_empty()).then(|| self.who(&there));
        let absent = (!absent.is_empty()).then(|| self.who_is_absent(&absent));
        let parts = there.into_iter().chain(absent);
        parts.collect_compact().join("; ")
    }

    /// Returns the list of absent missions: "absent: OSCE".
    pub(super) fn who_is_absent(&self, missions: &[Placed<'a>]) -> String {
        let who = self.who(missions);
        self.writer
            .locale
            .fill("map.absent-from", &[("missions", &who)])
    }

    /// Returns the name of a shape: the document's name if it has exactly one for it.
    pub(super) fn named(&self, shape: &Shape, inside: &[Inside<'a>]) -> Phrase {
        let mut names = inside.iter().filter_map(|one| self.site_text(one));
        let name = names
            .next()
            .filter(|first| names.all(|name| name == *first));
        self.writer.phrase(name.unwrap_or(&shape.name))
    }

    /// Returns the document's name for a mission's place.
    pub(super) fn site_text(&self, inside: &Inside<'a>) -> Option<&'a Text> {
        let site = self.placed.site(inside.placed.0, &inside.place)?;
        Some(&site.name)
    }

    /// Returns the label of a shape: the letters of its missions, or their number.
    fn short(&self, inside: &[Inside<'a>]) -> String {
        if inside.is_empty() {
            return ABSENT.to_owned();
        }
        if inside.len() > MOST_LETTERED {
            return self.how_many(inside.len());
        }
        // A shape that is hatched says so of all of its missions.
        let some = inside.iter().any(|one| !one.place.disputed);
        let letters = inside.iter().filter_map(|one| {
            let letter = self.letter(one.placed.0)?;
            let sign = if some && one.place.disputed { "?" } else { "" };
            Some(letter + sign)
        });
        let letters: Vec<String> = letters.collect_compact();
        letters.join(" ")
    }

    /// A number of missions at a place: "5", or "×5" where numbers are the missions' names.
    pub(super) fn how_many(&self, missions: usize) -> String {
        let sign = if self.placed.is_lettered() { "" } else { "×" };
        [sign, &missions.to_string()].concat()
    }

    /// Missions by their names where they are few, else by their number.
    pub(super) fn who(&self, missions: &[Placed<'a>]) -> String {
        match missions {
            [(_, only)] => self.name(only).text,
            several => row::missions(several.len(), self.writer.locale),
        }
    }

    /// The buttons that zoom and, once the reader did, those that move the map and that which goes back to the first view.
    fn tools(&self, viewport: &Viewport, moved: bool) -> Vec<MapTool> {
        let tool = |sign: &'static str, key: &'static str, view: View| MapTool {
            sign,
            label: self.writer.locale.word(key).to_owned(),
            action: viewport
                .other(view)
                .map(|view| ObserversAction::Look(Some(view))),
        };
        let mut tools = vec![
            tool("+", "map.nearer", viewport.zoomed(true, 500, 500)),
            tool("−", "map.farther", viewport.zoomed(false, 500, 500)),
        ];
        if moved {
            tools.extend([
                tool("←", "map.left", viewport.moved(-STEP, 0)),
                tool("↑", "map.up", viewport.moved(0, -STEP)),
                tool("↓", "map.down", viewport.moved(0, STEP)),
                tool("→", "map.right", viewport.moved(STEP, 0)),
                MapTool {
                    sign: "",
                    label: self.writer.locale.word("map.reset").to_owned(),
                    action: Some(ObserversAction::Look(None)),
                },
            ]);
        }
        tools
    }
}

/// The kind of a shape that missions are named for, by those that are there.
fn kind_of(there: &[Inside<'_>]) -> ShapeKind {
    if there.is_empty() {
        ShapeKind::Absent
    } else if there.iter().all(|one| one.place.disputed) {
        ShapeKind::Disputed
    } else {
        ShapeKind::Named
    }
}

/// The spoken name of a place on the map with the letters that are written there, so that a reader who sees them and one
/// who hears them can talk about the same: "Astana: Northern group (A)". A dash is no letter, and a number is in the name.
pub(super) fn with_letters(label: String, missions: usize, letters: &str) -> String {
    if missions > MOST_LETTERED || letters.is_empty() || letters == ABSENT {
        label
    } else {
        [&*label, " (", letters, ")"].concat()
    }
}

/// The ids of missions, as an attribute lists them.
pub(super) fn ids(missions: &[Placed<'_>]) -> String {
    let ids: Vec<&str> = missions
        .iter()
        .map(|(_, mission)| Id::as_str(&mission.id))
        .collect_compact();
    ids.join(" ")
}

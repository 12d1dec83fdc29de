//! Names on the map, where there is room for them. Text can't be measured here, so widths are estimated, rather too
//! large than too small.

use super::context::MissionsContext;
use super::map::Inside;
use super::viewport::ViewBox;
use super::{MapMarker, MapName};
use crate::layout::collect_compact::CollectCompact as _;
use crate::layout::frame::Phrase;
use crate::model::{Area, Spot};

/// Names are this part of the view high.
pub(super) const NAME: i32 = 50;

/// A name stands this part of the view below or above the letter of its place.
const BESIDE: i32 = 28;

/// On maps of more shapes only those have names that missions are in.
const MOST_SHAPES: usize = 10;

/// The factor by which names, markers and letters are larger on narrow maps, in tenths, as in the style sheet.
const NARROW: i32 = 18;

/// Room that is taken, by its left, upper, right and lower end.
type Taken = [i32; 4];

/// The room that is taken in a view, at one of the two sizes of names.
struct Room {
    seen: ViewBox,
    /// How large things are drawn, in tenths.
    tenths: i32,
    taken: Vec<Taken>,
}

impl Room {
    fn new(seen: ViewBox, tenths: i32, markers: &[MapMarker]) -> Room {
        let mut room = Room {
            seen,
            tenths,
            taken: Vec::new(),
        };
        // The buttons in the corner: 80 by 40 pixels of some 640, or of some 290.
        let (right, wide) = (seen.x + seen.width, seen.width * tenths / 60);
        room.taken
            .push([right - wide, seen.y, right, seen.y + wide / 2]);
        for marker in markers {
            room.take(marker.spot, seen.width / 44, seen.width / 44);
        }
        room
    }

    /// Returns the room of something, from its middle and half its sides.
    fn around(&self, at: Spot, across: i32, along: i32) -> Taken {
        let (across, along) = (across * self.tenths / 10, along * self.tenths / 10);
        [at.x - across, at.y - along, at.x + across, at.y + along]
    }

    fn take(&mut self, at: Spot, across: i32, along: i32) {
        self.taken.push(self.around(at, across, along));
    }

    /// Takes the room of a name, where it is free and in view.
    fn name(&mut self, at: Spot, text: &str) -> bool {
        let letters = i32::try_from(text.chars().count()).unwrap_or(i32::MAX / 1_000);
        let size = self.seen.width / NAME;
        let wanted = self.around(at, (letters * size).saturating_mul(33) / 100, size * 6 / 10);
        let [left, top, right, bottom] = wanted;
        let seen = self.seen;
        let inside = left >= seen.x
            && top >= seen.y
            && right <= seen.x + seen.width
            && bottom <= seen.y + seen.height;
        let apart = |other: &Taken| {
            let [start, high, end, low] = *other;
            end <= left || start >= right || low <= top || high >= bottom
        };
        let free = inside && self.taken.iter().all(apart);
        if free {
            self.taken.push(wanted);
        }
        free
    }
}

/// A name that the map may have.
struct Candidate {
    name: Phrase,
    at: Spot,
    lettered: bool,
    around: bool,
}

impl MissionsContext<'_> {
    /// The names for which there is room: first those of places that missions are in, then those of other shapes, then
    /// those of the lands around.
    pub(super) fn names(
        &self,
        area: &Area,
        inside: &[Vec<Inside<'_>>],
        markers: &[MapMarker],
        seen: ViewBox,
    ) -> Vec<MapName> {
        let candidates = self.candidates(area, inside);
        let mut wide = Room::new(seen, 10, markers);
        let mut narrow = Room::new(seen, NARROW, markers);
        for one in candidates.iter().filter(|one| one.lettered) {
            wide.take(one.at, seen.width / 50, seen.width / 60);
            narrow.take(one.at, seen.width / 50, seen.width / 60);
        }
        let placed = candidates.into_iter().filter_map(|one| {
            let beside = seen.width / BESIDE;
            let steps = if one.lettered {
                [beside, -beside]
            } else {
                [0, beside]
            };
            let mut spots = steps.into_iter().map(|step| Spot {
                y: one.at.y + step,
                ..one.at
            });
            let at = spots.find(|at| wide.name(*at, &one.name.text))?;
            Some(MapName {
                at,
                around: one.around,
                narrow: narrow.name(at, &one.name.text),
                name: one.name,
            })
        });
        placed.collect_compact()
    }

    fn candidates(&self, area: &Area, inside: &[Vec<Inside<'_>>]) -> Vec<Candidate> {
        let few = area.shapes.len() <= MOST_SHAPES;
        let mut candidates = Vec::new();
        for with_missions in [true, false] {
            for (shape, inside) in area.shapes.iter().zip(inside) {
                if inside.is_empty() != with_missions && (with_missions || few) {
                    candidates.push(Candidate {
                        name: self.named(shape, inside),
                        at: shape.at,
                        lettered: inside.iter().any(|one| self.placed.is_called(one.placed.0)),
                        around: false,
                    });
                }
            }
        }
        for around in &area.around {
            if let Some((name, at)) = around.name.as_ref().zip(around.at) {
                candidates.push(Candidate {
                    name: self.writer.phrase(name),
                    at,
                    lettered: false,
                    around: true,
                });
            }
        }
        candidates
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEN: ViewBox = ViewBox {
        x: 0,
        y: 0,
        width: 1_000,
        height: 750,
    };

    #[test]
    fn a_name_that_would_lie_on_another_or_be_cut_has_no_room() {
        let mut room = Room::new(SEEN, 10, &[]);
        let spot = |x, y| Spot { x, y };
        assert!(room.name(spot(500, 400), "Turkmenistan"));
        assert!(!room.name(spot(560, 405), "Uzbekistan"));
        assert!(room.name(spot(560, 440), "Uzbekistan"));
        assert!(!room.name(spot(40, 400), "Azerbaijan"));
        // The buttons are there.
        assert!(!room.name(spot(920, 30), "Russia"));
    }

    #[test]
    fn names_take_more_room_where_a_map_is_narrow() {
        let places = [(500, 400), (640, 400)].map(|(x, y)| Spot { x, y });
        let fit = |tenths| {
            let mut room = Room::new(SEEN, tenths, &[]);
            places.map(|at| room.name(at, "Karaganda"))
        };
        assert_eq!(fit(10), [true, true]);
        assert_eq!(fit(NARROW), [true, false]);
    }
}

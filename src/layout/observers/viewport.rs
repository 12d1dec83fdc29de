//! Which part of a map is in view.

use crate::model::{Area, Spot};

/// A view is at most so many times nearer than the whole map.
const NEAREST: i32 = 16;

/// A map opens at most so many times nearer than the whole of it: around a single place a reader has to see where it is.
const NEAREST_AT_FIRST: i32 = 2;

/// A part of a map: how wide, and around which point, in map units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    width: i32,
    centre: Spot,
}

/// A map with the part of it that is in view, from which other parts are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    width: i32,
    height: i32,
    /// The part in view at first; every other has its proportions.
    first: ViewBox,
    view: View,
}

/// A rectangle on a map, in map units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewBox {
    /// The left end, in map units.
    pub x: i32,
    /// The upper end, in map units.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
}

impl Viewport {
    /// `view` of a map that opens on these corners; the first view where it is `None`.
    pub(super) fn new(area: &Area, corners: &[Spot], view: Option<View>) -> Viewport {
        let side = |units: u32| i32::try_from(units).unwrap_or(i32::MAX / 4).max(1);
        let (width, height) = (side(area.width), side(area.height));
        let (first, centre) = around(width, height, corners);
        let opened = Viewport {
            width,
            height,
            first,
            view: View {
                width: first.width,
                centre,
            },
        };
        let opened = Viewport {
            view: opened.settled(opened.view),
            ..opened
        };
        match view {
            Some(view) => Viewport { view, ..opened },
            None => opened,
        }
    }

    /// The width and height that the picture is drawn in: views have these proportions.
    pub fn sides(&self) -> (i32, i32) {
        (self.first.width, self.first.height)
    }

    /// Returns the part of the map in view.
    pub fn view_box(&self) -> ViewBox {
        let View { width, centre } = self.view;
        let height = part(width, self.first.height, self.first.width).max(1);
        // A view that would go beyond the edge stops at it; one that is larger than the map has the map in its middle.
        let begin = |middle: i32, side: i32, all: i32| match all - side {
            room if room < 0 => room / 2,
            room => middle.saturating_sub(side / 2).clamp(0, room),
        };
        ViewBox {
            x: begin(centre.x, width, self.width),
            y: begin(centre.y, height, self.height),
            width,
            height,
        }
    }

    /// A step nearer or farther, so that the point at so many thousandths of the view stays where it is.
    pub fn zoomed(&self, nearer: bool, right: i32, down: i32) -> View {
        let before = self.view_box();
        let (times, of) = if nearer { (2, 3) } else { (3, 2) };
        let whole = part(self.height, self.first.width, self.first.height).max(self.width);
        let width = part(before.width, times, of).clamp((self.width / NEAREST).max(1), whole);
        let height = part(width, self.first.height, self.first.width);
        let keep = |begin: i32, old: i32, new: i32, at: i32| {
            begin + part(old, at, 1_000) - part(new, at, 1_000) + new / 2
        };
        self.settled(View {
            width,
            centre: Spot {
                x: keep(before.x, before.width, width, right),
                y: keep(before.y, before.height, height, down),
            },
        })
    }

    /// Moved by so many thousandths of the view.
    pub(super) fn moved(&self, right: i32, down: i32) -> View {
        let now = self.view_box();
        let middle = now.middle();
        self.settled(View {
            width: self.view.width,
            centre: Spot {
                x: middle.x.saturating_add(part(now.width, right, 1_000)),
                y: middle.y.saturating_add(part(now.height, down, 1_000)),
            },
        })
    }

    /// A view that differs from this one.
    pub(super) fn other(&self, view: View) -> Option<View> {
        (view != self.view).then_some(view)
    }

    /// Moved as a hand drags the map, by so many thousandths of the view.
    pub fn dragged(&self, right: i32, down: i32) -> View {
        self.moved(-right, -down)
    }

    /// The view that a key asks for: arrows move, plus and minus go nearer and farther, 0 goes back to the first view,
    /// which is `None`.
    pub fn after_key(&self, key: &str) -> Option<Option<View>> {
        Some(Some(match key {
            "ArrowLeft" => self.moved(-STEP, 0),
            "ArrowRight" => self.moved(STEP, 0),
            "ArrowUp" => self.moved(0, -STEP),
            "ArrowDown" => self.moved(0, STEP),
            "+" | "=" => self.zoomed(true, 500, 500),
            "-" => self.zoomed(false, 500, 500),
            "0" => return Some(None),
            _ => return None,
        }))
    }

    /// The same part of the map without what lies beyond its edge: or the way back would begin there.
    fn settled(&self, view: View) -> View {
        let centre = Viewport { view, ..*self }.view_box().middle();
        View { centre, ..view }
    }
}

/// One press of a button or a key moves a map by so many thousandths of the view.
pub(super) const STEP: i32 = 250;

/// The part of a map that shows all of these corners with some room around them, and its middle; all of the map where
/// there are none. It is no flatter than 4:3 where the map allows it, so that it is not a strip on a phone.
fn around(width: i32, height: i32, corners: &[Spot]) -> (ViewBox, Spot) {
    let ends = |side: fn(&Spot) -> i32, all: i32| {
        let sides = || corners.iter().map(side);
        let ends = sides().min().zip(sides().max());
        let (low, high) = ends.unwrap_or((0, all));
        (low.midpoint(high), (high - low) / 7 * 8)
    };
    let (x, across) = ends(|spot| spot.x, width);
    let (y, along) = ends(|spot| spot.y, height);
    let across = across.max(width / NEAREST_AT_FIRST);
    let high = along.max(part(across, 3, 4)).clamp(1, height);
    let wide = across.max(part(high, 4, 3)).clamp(1, width);
    let seen = ViewBox {
        x: 0,
        y: 0,
        width: wide,
        height: high,
    };
    (seen, Spot { x, y })
}

impl ViewBox {
    fn middle(&self) -> Spot {
        Spot {
            x: self.x + self.width / 2,
            y: self.y + self.height / 2,
        }
    }

    /// Returns true if a point is in view.
    pub(super) fn holds(&self, spot: Spot) -> bool {
        (self.x..=self.x.saturating_add(self.width)).contains(&spot.x)
            && (self.y..=self.y.saturating_add(self.height)).contains(&spot.y)
    }
}

/// `length` times `times` over `of`; wide enough for any pan that a hand makes.
fn part(length: i32, times: i32, of: impl Into<i64>) -> i32 {
    let product = i64::from(length) * i64::from(times) / of.into();
    i32::try_from(product).unwrap_or(if product < 0 {
        i32::MIN / 2
    } else {
        i32::MAX / 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: i32 = 2_000;
    const HEIGHT: i32 = 1_000;

    fn spots(ends: [(i32, i32); 2]) -> Vec<Spot> {
        ends.map(|(x, y)| Spot { x, y }).to_vec()
    }

    fn opened(corners: &[Spot]) -> Viewport {
        let (first, centre) = around(WIDTH, HEIGHT, corners);
        let viewport = Viewport {
            width: WIDTH,
            height: HEIGHT,
            first,
            view: View {
                width: first.width,
                centre,
            },
        };
        at(viewport, viewport.settled(viewport.view))
    }

    fn at(viewport: Viewport, view: View) -> Viewport {
        Viewport { view, ..viewport }
    }

    fn seen(viewport: Viewport) -> (i32, i32, i32, i32) {
        let seen = viewport.view_box();
        (seen.x, seen.y, seen.width, seen.height)
    }

    fn zoomed(mut viewport: Viewport, nearer: bool, times: usize) -> Viewport {
        for _ in 0..times {
            viewport = at(viewport, viewport.zoomed(nearer, 500, 500));
        }
        viewport
    }

    #[test]
    fn a_map_without_places_opens_on_all_of_it() {
        assert_eq!(seen(opened(&[])), (0, 0, 2_000, 1_000));
    }

    #[test]
    fn a_map_opens_on_its_places_with_room_around_and_at_least_four_to_three() {
        let corners = spots([(400, 300), (1_240, 500)]);
        let (x, y, width, height) = seen(opened(&corners));
        assert_eq!((width, height), (1_000, 750));
        assert!(x < 400 && x + width > 1_240 && y < 300 && y + height > 500);
    }

    #[test]
    fn a_map_with_a_single_place_opens_on_half_of_it() {
        let corners = spots([(1_900, 100), (1_900, 100)]);
        assert_eq!(seen(opened(&corners)), (1_000, 0, 1_000, 750));
    }

    #[test]
    fn places_from_edge_to_edge_keep_the_proportions_of_the_map() {
        let corners = spots([(50, 50), (1_950, 900)]);
        assert_eq!(seen(opened(&corners)), (0, 0, 2_000, 1_000));
    }

    #[test]
    fn the_point_under_the_pointer_stays_there_when_a_reader_zooms() {
        let near = at(opened(&[]), opened(&[]).zoomed(true, 0, 0));
        assert_eq!(seen(near).0, 0);
        let once = at(opened(&[]), opened(&[]).zoomed(true, 250, 500));
        let (x, y, width, height) = seen(once);
        assert!((x + width / 4 - 500).abs() < 2 && (y + height / 2 - 500).abs() < 2);
    }

    #[test]
    fn a_pan_stops_at_the_edge_and_comes_back_from_it_at_once() {
        let near = zoomed(opened(&[]), true, 1);
        let far_right = at(near, near.moved(9_000, 0));
        let (x, _, width, _) = seen(far_right);
        assert_eq!(x + width, 2_000);
        assert_eq!(far_right.other(far_right.moved(9_000, 0)), None);
        let back = seen(at(far_right, far_right.moved(-100, 0))).0;
        assert_eq!(back, x - width / 10);
    }

    #[test]
    fn nearer_and_farther_end_and_the_farthest_view_holds_all_of_the_map() {
        let corners = spots([(900, 400), (1_100, 500)]);
        let nearest = zoomed(opened(&corners), true, 20);
        assert_eq!(seen(nearest).2, 125);
        assert_eq!(nearest.other(nearest.zoomed(true, 500, 500)), None);
        let farthest = zoomed(nearest, false, 20);
        assert_eq!(seen(farthest), (0, -250, 2_000, 1_500));
        assert_eq!(farthest.other(farthest.zoomed(false, 500, 500)), None);
    }
}

//! Which part of a map is in view.

use crate::model::{Area, Spot};

/// How much nearer each step looks, in halves: the whole, 1.5 times, twice, ... 16 times.
const HALVES: [u32; 8] = [2, 3, 4, 6, 8, 12, 20, 32];

/// A part of a map: how near, and around which point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// How many steps nearer than the whole.
    step: usize,
    /// The point in its middle; the middle of the map where nothing.
    centre: Option<Spot>,
}

/// A map with the part of it that is in view, from which other parts are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    width: i32,
    height: i32,
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
    pub(super) fn new(area: &Area, view: View) -> Viewport {
        let side = |units: u32| i32::try_from(units).unwrap_or(i32::MAX);
        Viewport {
            width: side(area.width),
            height: side(area.height),
            view,
        }
    }

    /// Returns the part of the map in view.
    pub fn view_box(&self) -> ViewBox {
        let (width, height) = self.sides();
        let centre = self.view.centre.unwrap_or(Spot {
            x: self.width / 2,
            y: self.height / 2,
        });
        // A view that would go beyond the edge stops at it.
        let begin = |middle: i32, side: i32, all: i32| {
            middle
                .saturating_sub(side / 2)
                .clamp(0, (all - side).max(0))
        };
        ViewBox {
            x: begin(centre.x, width, self.width),
            y: begin(centre.y, height, self.height),
            width,
            height,
        }
    }

    fn sides(&self) -> (i32, i32) {
        let halves = HALVES.get(self.view.step).copied().unwrap_or(2);
        let side = |all: i32| part(all, 2, halves).max(1);
        (side(self.width), side(self.height))
    }

    /// Returns true if the map can zoom in further.
    pub(super) fn can_zoom_in(&self) -> bool {
        self.view.step + 1 < HALVES.len()
    }

    /// Returns true if the map can zoom out further.
    pub(super) fn can_zoom_out(&self) -> bool {
        self.view.step > 0
    }

    /// A step nearer or farther, so that the point at so many thousandths of what is in view stays
    /// where it is.
    pub fn zoomed(&self, nearer: bool, right: i32, down: i32) -> View {
        let before = self.view_box();
        let step = if nearer {
            (self.view.step + 1).min(HALVES.len() - 1)
        } else {
            self.view.step.saturating_sub(1)
        };
        let (width, height) = Viewport {
            view: View { step, centre: None },
            ..*self
        }
        .sides();
        let keep = |begin: i32, old: i32, new: i32, at: i32| {
            begin + part(old, at, 1_000) - part(new, at, 1_000) + new / 2
        };
        self.settled(View {
            step,
            centre: Some(Spot {
                x: keep(before.x, before.width, width, right),
                y: keep(before.y, before.height, height, down),
            }),
        })
    }

    /// Moved by so many thousandths of what is in view.
    fn moved(&self, right: i32, down: i32) -> View {
        let now = self.view_box();
        let middle = now.middle();
        self.settled(View {
            centre: Some(Spot {
                x: middle.x.saturating_add(part(now.width, right, 1_000)),
                y: middle.y.saturating_add(part(now.height, down, 1_000)),
            }),
            ..self.view
        })
    }

    /// Moved as a hand drags the map, by so many thousandths of what is in view.
    pub fn dragged(&self, right: i32, down: i32) -> View {
        self.moved(-right, -down)
    }

    /// Returns the view after a key: arrows move, plus and minus zoom, 0 shows the whole map.
    pub fn after_key(&self, key: &str) -> Option<View> {
        const STEP: i32 = 200;
        Some(match key {
            "ArrowLeft" => self.moved(-STEP, 0),
            "ArrowRight" => self.moved(STEP, 0),
            "ArrowUp" => self.moved(0, -STEP),
            "ArrowDown" => self.moved(0, STEP),
            "+" | "=" => self.zoomed(true, 500, 500),
            "-" => self.zoomed(false, 500, 500),
            "0" => View::default(),
            _ => return None,
        })
    }

    /// The same part of the map without what lies beyond its edge: or the way back would begin there.
    fn settled(&self, view: View) -> View {
        let middle = Viewport { view, ..*self }.view_box().middle();
        View {
            centre: Some(middle),
            ..view
        }
    }

    /// As near as all of `spots` can be seen; the whole where there are none.
    pub(super) fn around(&self, spots: &[Spot]) -> View {
        let ends = |side: fn(&Spot) -> i32| {
            let all = || spots.iter().map(side);
            Some((all().min()?, all().max()?))
        };
        let (Some((left, right)), Some((top, bottom))) = (ends(|spot| spot.x), ends(|spot| spot.y))
        else {
            return View::default();
        };
        let centre = Some(Spot {
            x: left.midpoint(right),
            y: top.midpoint(bottom),
        });
        // A tenth of room at each side, so that no marker is cut.
        let fits = |seen: ViewBox| {
            let (room_x, room_y) = (seen.width / 10, seen.height / 10);
            left - room_x >= seen.x
                && right + room_x <= seen.x + seen.width
                && top - room_y >= seen.y
                && bottom + room_y <= seen.y + seen.height
        };
        (0..HALVES.len())
            .rev()
            .map(|step| View { step, centre })
            .find(|view| {
                fits(
                    Viewport {
                        view: *view,
                        ..*self
                    }
                    .view_box(),
                )
            })
            .unwrap_or_default()
    }
}

impl ViewBox {
    fn middle(&self) -> Spot {
        Spot {
            x: self.x + self.width / 2,
            y: self.y + self.height / 2,
        }
    }

    /// Returns true if a point is so far from the edges that a name around it is not cut off.
    pub(super) fn holds_well(&self, spot: Spot) -> bool {
        let room = self.width / 9;
        let from_side = spot.x - self.x;
        self.holds(spot) && (room..=self.width - room).contains(&from_side)
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

    fn viewport(view: View) -> Viewport {
        Viewport {
            width: 2_000,
            height: 1_000,
            view,
        }
    }

    fn seen(view: View) -> (i32, i32, i32, i32) {
        let seen = viewport(view).view_box();
        (seen.x, seen.y, seen.width, seen.height)
    }

    #[test]
    fn a_reader_begins_with_the_whole_map() {
        assert_eq!(seen(View::default()), (0, 0, 2_000, 1_000));
    }

    #[test]
    fn what_the_wheel_points_at_stays_under_the_pointer() {
        let near = viewport(View::default()).zoomed(true, 0, 0);
        assert_eq!(seen(near).0, 0);
        let twice =
            viewport(viewport(View::default()).zoomed(true, 250, 500)).zoomed(true, 250, 500);
        let (x, y, width, height) = seen(twice);
        assert_eq!((x + width / 4, y + height / 2), (500, 500));
    }

    #[test]
    fn a_pan_stops_at_the_edge_and_comes_back_from_it_at_once() {
        let near = viewport(View::default()).zoomed(true, 500, 500);
        let far_right = viewport(near).moved(9_000, 0);
        let (x, _, width, _) = seen(far_right);
        assert_eq!(x + width, 2_000);
        let back = seen(viewport(far_right).moved(-100, 0)).0;
        assert_eq!(back, x - width / 10);
    }

    #[test]
    fn nearer_and_farther_end() {
        let mut view = View::default();
        for _ in 0..20 {
            view = viewport(view).zoomed(true, 500, 500);
        }
        assert!(!viewport(view).can_zoom_in() && viewport(view).can_zoom_out());
        assert_eq!(seen(view).2, 125);
        for _ in 0..20 {
            view = viewport(view).zoomed(false, 500, 500);
        }
        assert_eq!(seen(view), (0, 0, 2_000, 1_000));
    }

    #[test]
    fn fitting_shows_every_spot_with_room_around_as_near_as_can_be() {
        let spots = [Spot { x: 400, y: 300 }, Spot { x: 600, y: 340 }];
        let whole = viewport(View::default());
        let fitted = Viewport {
            view: whole.around(&spots),
            ..whole
        };
        let seen = fitted.view_box();
        assert!(spots.iter().all(|spot| seen.holds(*spot)));
        assert_eq!(seen.width, 333);
        assert_eq!(whole.around(&[]), View::default());
    }
}

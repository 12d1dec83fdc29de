//! A place well inside a land: as far from its outline as there is one, for its label or its dot.

use super::self_intersection::sides;
use election_widgets::model::Spot;
use geo::Coord;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// The place of a land's rings that lies farthest inside, and how far; rings are filled by the
/// even-odd rule.
///
/// Squares that may hold a better place are halved until none is better by a unit (the method of
/// Mapbox's polylabel).
pub(super) fn pole_of_inaccessibility(rings: &[Vec<Coord<f64>>]) -> Option<(Coord<f64>, f64)> {
    let (best, _) = deepest(rings)?;
    (best.depth > 0.0).then_some((best.middle, best.depth))
}

/// The deepest square that was found, and how many were looked into.
fn deepest(rings: &[Vec<Coord<f64>>]) -> Option<(Square, usize)> {
    const PRECISION: f64 = 0.5;
    /// Squares that are looked into. A land of one piece needs some hundred. Where so many do not decide it (thousands
    /// of islands of one size, a ring that crosses itself everywhere), the best place so far is as good as another.
    const MOST_SQUARES: usize = 1_000;
    let mut squares = BinaryHeap::new();
    let mut best: Option<Square> = None;
    let first = first_squares(rings)?;
    let mut looked = first.len();
    for square in first {
        squares.push(square);
    }
    // Each turn looks into four.
    for _ in 0..MOST_SQUARES / 4 {
        let Some(square) = squares.pop() else { break };
        if best.as_ref().is_none_or(|best| square.depth > best.depth) {
            best = Some(square);
        }
        if best
            .as_ref()
            .is_some_and(|best| square.most() - best.depth <= PRECISION)
        {
            break;
        }
        let half = square.half / 2.0;
        for (x, y) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let middle = Coord {
                x: square.middle.x + x,
                y: square.middle.y + y,
            };
            squares.push(Square::of(rings, middle, half));
            looked += 1;
        }
    }
    best.map(|best| (best, looked))
}

/// The pole_of_inaccessibility place as map units, where rounding leaves it inside.
pub(super) fn spot(rings: &[Vec<Coord<f64>>]) -> Option<(Spot, f64)> {
    let (place, depth) = pole_of_inaccessibility(rings)?;
    let near = |x: f64, y: f64| Coord { x, y };
    let rounded = [
        near(place.x.round(), place.y.round()),
        near(place.x.floor(), place.y.floor()),
        near(place.x.ceil(), place.y.floor()),
        near(place.x.floor(), place.y.ceil()),
        near(place.x.ceil(), place.y.ceil()),
    ];
    let found = rounded
        .into_iter()
        .find(|place| self::depth(rings, *place) > 0.0)?;
    Some((
        Spot {
            x: found.x as i32,
            y: found.y as i32,
        },
        depth,
    ))
}

#[derive(Clone, Copy)]
struct Square {
    middle: Coord<f64>,
    half: f64,
    depth: f64,
}

impl Square {
    fn of(rings: &[Vec<Coord<f64>>], middle: Coord<f64>, half: f64) -> Square {
        Square {
            middle,
            half,
            depth: depth(rings, middle),
        }
    }

    /// No place of the square lies deeper.
    fn most(&self) -> f64 {
        self.depth + self.half * std::f64::consts::SQRT_2
    }
}

impl PartialEq for Square {
    fn eq(&self, other: &Square) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Square {}

impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Square) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Square {
    fn cmp(&self, other: &Square) -> Ordering {
        let place = |square: &Square| square.middle;
        self.most()
            .total_cmp(&other.most())
            .then_with(|| place(self).x.total_cmp(&place(other).x))
            .then_with(|| place(self).y.total_cmp(&place(other).y))
    }
}

fn first_squares(rings: &[Vec<Coord<f64>>]) -> Option<Vec<Square>> {
    const ACROSS: f64 = 4.0;
    let points = || rings.iter().flatten();
    let first = *points().next()?;
    let (low, high) = points().fold((first, first), |(low, high), point| {
        (
            Coord {
                x: low.x.min(point.x),
                y: low.y.min(point.y),
            },
            Coord {
                x: high.x.max(point.x),
                y: high.y.max(point.y),
            },
        )
    });
    let (width, height) = (high.x - low.x, high.y - low.y);
    let side = (width.min(height) / ACROSS).max(width.max(height) / (ACROSS * 16.0));
    if side <= 0.0 {
        return None;
    }
    let count = |length: f64| (length / side).ceil() as u32;
    let mut squares = Vec::new();
    for column in 0..count(width) {
        for row in 0..count(height) {
            let middle = Coord {
                x: low.x + (f64::from(column) + 0.5) * side,
                y: low.y + (f64::from(row) + 0.5) * side,
            };
            squares.push(Square::of(rings, middle, side / 2.0));
        }
    }
    Some(squares)
}

/// How far a place lies from the nearest side; less than 0 outside.
pub(super) fn depth(rings: &[Vec<Coord<f64>>], place: Coord<f64>) -> f64 {
    let mut inside = false;
    let mut nearest = f64::INFINITY;
    for (from, to) in rings.iter().flat_map(|ring| sides(ring)) {
        if (from.y > place.y) != (to.y > place.y) {
            let x = from.x + (to.x - from.x) * (place.y - from.y) / (to.y - from.y);
            inside ^= place.x < x;
        }
        let (way, aside) = (to - from, place - from);
        let length = way.x * way.x + way.y * way.y;
        let share = if length > 0.0 {
            (way.x * aside.x + way.y * aside.y) / length
        } else {
            0.0
        };
        let off = aside - way * share.clamp(0.0, 1.0);
        nearest = nearest.min(off.x * off.x + off.y * off.y);
    }
    let nearest = nearest.sqrt();
    if inside { nearest } else { -nearest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(corners: &[(f64, f64)]) -> Vec<Coord<f64>> {
        corners.iter().map(|&(x, y)| Coord { x, y }).collect()
    }

    #[test]
    fn the_place_inside_a_horseshoe_is_in_its_iron() {
        let shoe = ring(&[
            (0.0, 0.0),
            (90.0, 0.0),
            (90.0, 90.0),
            (60.0, 90.0),
            (60.0, 30.0),
            (30.0, 30.0),
            (30.0, 90.0),
            (0.0, 90.0),
        ]);
        let (spot, depth) = spot(std::slice::from_ref(&shoe)).unwrap();
        assert!(
            self::depth(
                &[shoe],
                Coord {
                    x: f64::from(spot.x),
                    y: f64::from(spot.y)
                }
            ) > 14.0
        );
        assert!((14.5..=18.0).contains(&depth), "{depth}");
    }

    #[test]
    fn as_many_squares_are_looked_into_for_many_islands_as_for_few() {
        let looked = |count: u32| {
            let island = |number: u32| {
                let (x, y) = (f64::from(number % 50) * 20.0, f64::from(number / 50) * 20.0);
                ring(&[(x, y), (x + 9.0, y), (x + 9.0, y + 9.0), (x, y + 9.0)])
            };
            deepest(&(0..count).map(island).collect::<Vec<_>>())
                .unwrap()
                .1
        };
        assert!(looked(250) <= 1_256 && looked(1_000) <= 1_256);
    }

    #[test]
    fn the_place_inside_a_ring_is_not_in_its_hole() {
        let outer = ring(&[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]);
        let hole = ring(&[(20.0, 20.0), (90.0, 20.0), (90.0, 90.0), (20.0, 90.0)]);
        let rings = [outer, hole];
        let (spot, _) = spot(&rings).unwrap();
        assert!(spot.x < 20 || spot.y < 20);
    }
}

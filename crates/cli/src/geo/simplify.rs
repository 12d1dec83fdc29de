//! Fewer corners: arcs simplified by Visvalingam's method, once each, and put on whole map units.

use super::arcs::Arcs;
use election_widgets::model::Spot;
use geo::{Coord, LineString, SimplifyVw};

/// Map units are divided into so many steps until arcs are simplified: finer than what is drawn, so
/// that the choice of corners is a good one, and coarse enough that two files' roundings meet.
pub(super) const STEPS: f64 = 16.0;

/// A corner in steps.
pub(super) fn in_steps(point: Coord<f64>) -> Spot {
    Spot {
        x: (point.x * STEPS).round() as i32,
        y: (point.y * STEPS).round() as i32,
    }
}

/// Without corners said twice in a row, the last being before the first.
pub(super) fn without_doubles(mut ring: Vec<Spot>) -> Vec<Spot> {
    ring.dedup();
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

/// The arcs with as few corners as a tolerance in map units lets them have, in map units.
pub(super) fn arcs(arcs: &Arcs, tolerance: f64) -> Vec<Vec<Spot>> {
    let least_area = (tolerance * STEPS).powi(2);
    arcs.arcs
        .iter()
        .map(|arc| straight(units(&thinned(arc, least_area))))
        .collect()
}

fn thinned(arc: &[Spot], least_area: f64) -> Vec<Spot> {
    let float = |corner: &Spot| Coord {
        x: f64::from(corner.x),
        y: f64::from(corner.y),
    };
    let whole = |point: &Coord<f64>| Spot {
        x: point.x as i32,
        y: point.y as i32,
    };
    let line: LineString<f64> = arc.iter().map(float).collect();
    line.simplify_vw(least_area).coords().map(whole).collect()
}

fn units(arc: &[Spot]) -> Vec<Spot> {
    let unit = |steps: i32| (f64::from(steps) / STEPS).round() as i32;
    let mut arc: Vec<Spot> = arc
        .iter()
        .map(|corner| Spot {
            x: unit(corner.x),
            y: unit(corner.y),
        })
        .collect();
    arc.dedup();
    arc
}

/// Without corners on a straight way from one to the next, and without the way there and back.
fn straight(arc: Vec<Spot>) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::with_capacity(arc.len());
    for corner in arc {
        while let [.., before, last] = kept.as_slice() {
            if doubled_area(*before, *last, corner) != 0 {
                break;
            }
            kept.pop();
        }
        if kept.last() != Some(&corner) {
            kept.push(corner);
        }
    }
    kept
}

fn doubled_area(one: Spot, two: Spot, three: Spot) -> i64 {
    let step = |from: Spot, to: Spot| (i64::from(to.x - from.x), i64::from(to.y - from.y));
    let ((a, b), (c, d)) = (step(one, two), step(one, three));
    a * d - b * c
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spots(corners: &[(i32, i32)]) -> Vec<Spot> {
        corners.iter().map(|&(x, y)| Spot { x, y }).collect()
    }

    #[test]
    fn corners_on_a_straight_line_and_spikes_go() {
        let line = spots(&[(0, 0), (1, 1), (2, 2), (4, 2), (9, 2), (4, 2), (4, 5)]);
        assert_eq!(straight(line), spots(&[(0, 0), (2, 2), (4, 2), (4, 5)]));
    }

    #[test]
    fn a_small_bend_goes_and_a_large_one_stays() {
        let bend = |height| spots(&[(0, 0), (160, height), (320, 0), (480, 900)]);
        let corners = |height| thinned(&bend(height), (2.0 * STEPS).powi(2)).len();
        assert_eq!((corners(3), corners(90)), (3, 4));
    }
}

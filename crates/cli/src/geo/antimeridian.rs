//! The globe's seam: longitudes made to run on, rings cut where a map of the world ends.

use election_widgets::model::Position;
use geo::Coord;

/// How far from its centre an equal-area map is drawn; beyond, lands are pulled apart, and one
/// around the opposite place would turn inside out.
const HORIZON_DEG: f64 = 130.0;
/// A side longer than this bends on the map, and gets corners in between.
const LONGEST_SIDE_DEG: f64 = 1.0;
/// The distance that keeps the two sides of the seam apart.
const SEAM: f64 = 1e-9;

/// A ring whose longitudes run on past the date line in place of jumping across the map, from a
/// first one within half a turn of `centre_lon`.
pub(super) fn unrolled(ring: &[Position], centre_lon: f64) -> Vec<Coord<f64>> {
    let mut last: Option<Coord<f64>> = None;
    ring.iter()
        .map(|place| {
            let x = match last {
                None => near(place.lon_deg, centre_lon),
                Some(last) if along_a_pole(last, *place) => last.x + place.lon_deg - turned(last.x),
                Some(last) => near(place.lon_deg, last.x),
            };
            let point = Coord {
                x,
                y: place.lat_deg,
            };
            last = Some(point);
            point
        })
        .collect()
}

/// A side that runs a whole turn along a pole, as files have it whose maps end there.
fn along_a_pole(last: Coord<f64>, place: Position) -> bool {
    const POLE: f64 = 89.9;
    last.y.abs() >= POLE
        && place.lat_deg.abs() >= POLE
        && place.lon_deg.abs() == 180.0
        && (place.lon_deg - turned(last.x)).abs() > 359.0
}

fn turned(degrees: f64) -> f64 {
    near(degrees, 0.0)
}

/// The longitude within half a turn of another.
pub(super) fn near(degrees: f64, other: f64) -> f64 {
    degrees - 360.0 * ((degrees - other) / 360.0).round()
}

/// The parts of a ring within half a turn of `centre_lon`, for a map of the whole world.
pub(super) fn cut(ring: &[Position], centre_lon: f64) -> Vec<Vec<Coord<f64>>> {
    let flat = flat(ring, centre_lon);
    let (west, east) = (centre_lon - 180.0 + SEAM, centre_lon + 180.0 - SEAM);
    [-720.0, -360.0, 0.0, 360.0, 720.0]
        .into_iter()
        .map(|turn| {
            let shifted = flat.iter().map(|point| Coord {
                x: point.x + turn,
                y: point.y,
            });
            let from_west = kept(shifted.collect(), |point| point.x - west);
            kept(from_west, |point| east - point.x)
        })
        .filter(|part| part.len() > 2)
        .collect()
}

/// A ring on the plane of longitudes and latitudes: it runs on past the date line, and over the pole
/// that it goes around.
pub(super) fn flat(ring: &[Position], centre_lon: f64) -> Vec<Coord<f64>> {
    let mut flat = unrolled(ring, centre_lon);
    close_around_pole(&mut flat);
    flat
}

/// A ring around a pole comes out a turn away from where it began: it is led over the pole.
fn close_around_pole(ring: &mut Vec<Coord<f64>>) {
    let (Some(first), Some(last)) = (ring.first().copied(), ring.last().copied()) else {
        return;
    };
    let end = near(first.x, last.x);
    if (end - first.x).abs() < 180.0 {
        return;
    }
    let north = ring.iter().map(|point| point.y).sum::<f64>() > 0.0;
    let pole = if north { 90.0 } else { -90.0 };
    ring.push(Coord { x: end, y: first.y });
    ring.push(Coord { x: end, y: pole });
    ring.push(Coord {
        x: first.x,
        y: pole,
    });
}

/// The part of a ring where `inside` is not negative; it must be linear in the point.
pub(super) fn kept(ring: Vec<Coord<f64>>, inside: impl Fn(Coord<f64>) -> f64) -> Vec<Coord<f64>> {
    if ring.iter().all(|point| inside(*point) >= 0.0) {
        return ring;
    }
    let mut part = Vec::new();
    for (from, to) in super::self_intersection::sides(&ring) {
        let (before, after) = (inside(from), inside(to));
        if before >= 0.0 {
            part.push(from);
        }
        if (before >= 0.0) != (after >= 0.0) {
            part.push(from + (to - from) * (before / (before - after)));
        }
    }
    part
}

/// How many corners a ring has on a map at most, with those that its long sides get in between.
pub(super) fn corners_of(ring: &[Position]) -> usize {
    let sides = ring.iter().zip(ring.iter().cycle().skip(1));
    let pieces = |(from, to): (&Position, &Position)| {
        let lon_deg = near(to.lon_deg, from.lon_deg) - from.lon_deg;
        let longest = lon_deg.abs().max((to.lat_deg - from.lat_deg).abs());
        (longest / LONGEST_SIDE_DEG).ceil().max(1.0) as usize
    };
    sides.map(pieces).sum()
}

/// A ring with corners in between where a side is long. Two rings that share a side get the same
/// corners, whichever way they run.
pub(super) fn bent(ring: &[Coord<f64>]) -> Vec<Coord<f64>> {
    super::self_intersection::sides(ring)
        .flat_map(bent_side)
        .collect()
}

/// The same for a ring whose longitudes run on: its last side leads to its first corner on the
/// nearer way, though that be a turn away on the plane.
pub(super) fn bent_around(ring: &[Position], centre_lon: f64) -> Vec<Coord<f64>> {
    let mut line = unrolled(ring, centre_lon);
    if let (Some(first), Some(last)) = (line.first().copied(), line.last().copied()) {
        line.push(Coord {
            x: near(first.x, last.x),
            y: first.y,
        });
    }
    let sides = line.iter().zip(line.iter().skip(1));
    sides
        .flat_map(|(from, to)| bent_side((*from, *to)))
        .collect()
}

/// A side's first corner and those in between.
fn bent_side((from, to): (Coord<f64>, Coord<f64>)) -> impl Iterator<Item = Coord<f64>> {
    let longest = (to.x - from.x).abs().max((to.y - from.y).abs());
    let pieces = (longest / LONGEST_SIDE_DEG).ceil() as u32;
    let forward = (from.x, from.y) < (to.x, to.y);
    let (low, high) = if forward { (from, to) } else { (to, from) };
    let between = (1..pieces).map(move |piece| {
        let number = if forward { piece } else { pieces - piece };
        low + (high - low) * (f64::from(number) / f64::from(pieces))
    });
    std::iter::once(from).chain(between)
}

/// A ring as far as an equal-area map shows it: places beyond the horizon are brought to it, a ring
/// that lies wholly beyond is none.
pub(super) fn above_horizon(ring: &[Coord<f64>], centre: Position) -> Vec<Coord<f64>> {
    let horizon = Horizon::of(centre);
    let brought: Vec<(Coord<f64>, bool)> = ring.iter().map(|point| horizon.bring(*point)).collect();
    if brought.iter().all(|(_, beyond)| *beyond) {
        return Vec::new();
    }
    brought.into_iter().map(|(point, _)| point).collect()
}

struct Horizon([f64; 3]);

impl Horizon {
    fn of(centre: Position) -> Horizon {
        Horizon(vector(centre.lon_deg, centre.lat_deg))
    }

    /// The place, or the one on the horizon in its direction, and whether it lay beyond.
    fn bring(&self, place: Coord<f64>) -> (Coord<f64>, bool) {
        let ([a, b, c], [x, y, z]) = (self.0, vector(place.x, place.y));
        let toward = a * x + b * y + c * z;
        let (sin, cos) = HORIZON_DEG.to_radians().sin_cos();
        if toward >= cos {
            return (place, false);
        }
        let aside = [x - toward * a, y - toward * b, z - toward * c];
        let length = aside.iter().map(|part| part * part).sum::<f64>().sqrt();
        let [p, q, r] = aside.map(|part| part / length.max(f64::EPSILON) * sin);
        let (x, y, z) = (a * cos + p, b * cos + q, c * cos + r);
        let on_it = Coord {
            x: near(y.atan2(x).to_degrees(), place.x),
            y: z.clamp(-1.0, 1.0).asin().to_degrees(),
        };
        (on_it, true)
    }
}

fn vector(lon_deg: f64, lat_deg: f64) -> [f64; 3] {
    let (east, north) = (lon_deg.to_radians(), lat_deg.to_radians());
    [
        north.cos() * east.cos(),
        north.cos() * east.sin(),
        north.sin(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(places: &[(f64, f64)]) -> Vec<Position> {
        places
            .iter()
            .map(|&(lon_deg, lat_deg)| Position { lon_deg, lat_deg })
            .collect()
    }

    #[test]
    fn a_ring_across_the_date_line_runs_on() {
        let square = ring(&[(179.0, 0.0), (-179.0, 0.0), (-179.0, 2.0), (179.0, 2.0)]);
        let xs: Vec<f64> = unrolled(&square, 170.0)
            .iter()
            .map(|point| point.x)
            .collect();
        assert_eq!(xs, [179.0, 181.0, 181.0, 179.0]);
    }

    #[test]
    fn a_ring_across_the_seam_is_cut_in_two() {
        let square = ring(&[(179.0, 0.0), (-179.0, 0.0), (-179.0, 2.0), (179.0, 2.0)]);
        let parts = cut(&square, 0.0);
        assert_eq!(parts.len(), 2);
        for part in parts {
            assert!(
                part.iter()
                    .all(|point| (179.0..=180.0).contains(&point.x.abs()))
            );
        }
    }

    #[test]
    fn a_ring_around_a_pole_is_led_over_it() {
        let cap = ring(&[(-120.0, -70.0), (0.0, -70.0), (120.0, -70.0)]);
        let parts = cut(&cap, 0.0);
        assert!(parts.iter().flatten().any(|point| point.y == -90.0));
        let widest =
            |pick: fn(f64, f64) -> f64| parts.iter().flatten().map(|point| point.x).fold(0.0, pick);
        assert!(widest(f64::max) > 179.9 && widest(f64::min) < -179.9);
    }

    #[test]
    fn a_long_side_gets_the_same_corners_both_ways() {
        let there = bent(&[Coord { x: 0.1, y: 0.2 }, Coord { x: 7.3, y: 5.1 }]);
        let mut half: Vec<_> = there.iter().take(9).copied().collect();
        let back: Vec<_> = there.iter().skip(8).copied().collect();
        half.reverse();
        assert_eq!(half.get(..8), back.get(..8));
    }

    #[test]
    fn what_lies_beyond_the_horizon_is_brought_to_it() {
        let centre = Position {
            lon_deg: 70.0,
            lat_deg: 0.0,
        };
        let across = [
            Coord { x: 70.0, y: 10.0 },
            Coord { x: 240.0, y: 0.0 },
            Coord { x: 80.0, y: 0.0 },
        ];
        let brought = above_horizon(&across, centre);
        assert!((brought[1].x - 200.0).abs() < 1e-6, "{brought:?}");
        assert!(above_horizon(&across[1..2], centre).is_empty());
    }
}

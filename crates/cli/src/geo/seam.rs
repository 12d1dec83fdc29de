//! Lands that a file cuts at the date line, made so that their parts meet corner for corner: then the line between them
//! is seen to be no border, and is not drawn.

use super::feature::Ring;
use election_widgets::model::Position;

/// Corners at the date line whose latitudes differ by less are one: files round each part on its own.
const CLOSE_DEG: f64 = 0.01;
/// A longitude so near to 180 is the date line's.
const AT_IT_DEG: f64 = 1e-6;
/// A ring that would get more corners by this is none that a file cuts at the date line, and stays as it is.
const MOST_CORNERS: usize = 100_000;

/// The rings of one land with the same corners on both sides of the date line.
pub(super) fn met(rings: Vec<Ring>) -> Vec<Ring> {
    let mut lats: Vec<f64> = rings
        .iter()
        .flatten()
        .filter(|place| is_at_it(place))
        .map(|place| place.lat_deg)
        .collect();
    lats.sort_by(f64::total_cmp);
    lats.dedup_by(|lat, kept| *lat - *kept < CLOSE_DEG);
    if lats.len() < 2 {
        return rings;
    }
    rings
        .into_iter()
        .map(|ring| with_corners(&ring, &lats))
        .collect()
}

fn is_at_it(place: &Position) -> bool {
    (place.lon_deg.abs() - 180.0).abs() < AT_IT_DEG
}

/// The ring with its corners at the date line moved to the nearest of these latitudes, and one at each of them that a side
/// along the line passes.
fn with_corners(ring: &Ring, lats: &[f64]) -> Ring {
    let moved: Vec<Position> = ring.iter().map(|place| moved(*place, lats)).collect();
    let mut out = Ring::with_capacity(moved.len());
    for (from, to) in moved.iter().zip(moved.iter().cycle().skip(1)) {
        if out.len() > MOST_CORNERS.max(2 * ring.len()) {
            return ring.clone();
        }
        if out.last() != Some(from) {
            out.push(*from);
        }
        if !is_at_it(from) || !is_at_it(to) {
            continue;
        }
        let (low, high) = (from.lat_deg.min(to.lat_deg), from.lat_deg.max(to.lat_deg));
        let from_low = lats.partition_point(|lat| *lat <= low);
        let to_high = lats.partition_point(|lat| *lat < high);
        let passed = lats.get(from_low..to_high).unwrap_or_default().iter();
        let mut passed: Vec<Position> = passed
            .map(|lat_deg| Position {
                lat_deg: *lat_deg,
                ..*from
            })
            .collect();
        if to.lat_deg < from.lat_deg {
            passed.reverse();
        }
        out.extend(passed);
    }
    // A sliver along the line may be left without an area; it stays as it was, and a warning reports it.
    if out.len() < 3 { ring.clone() } else { out }
}

fn moved(place: Position, lats: &[f64]) -> Position {
    if !is_at_it(&place) {
        return place;
    }
    let first = lats.partition_point(|lat| *lat <= place.lat_deg - CLOSE_DEG);
    let near = lats
        .get(first..)
        .and_then(<[f64]>::first)
        .filter(|lat| (**lat - place.lat_deg).abs() < CLOSE_DEG);
    Position {
        lon_deg: 180.0_f64.copysign(place.lon_deg),
        lat_deg: near.copied().unwrap_or(place.lat_deg),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(places: &[(f64, f64)]) -> Ring {
        let place = |&(lon_deg, lat_deg): &(f64, f64)| Position { lon_deg, lat_deg };
        places.iter().map(place).collect()
    }

    #[test]
    fn both_sides_of_the_date_line_get_the_same_corners() {
        let west = ring(&[
            (170.0, 60.0),
            (180.0, 60.0),
            (180.0, 65.001),
            (180.0, 70.0),
            (170.0, 70.0),
        ]);
        let east = ring(&[
            (-180.0, 60.004),
            (-170.0, 60.0),
            (-170.0, 70.0),
            (-180.0, 69.996),
        ]);
        let met = met(vec![west, east]);
        let lats = |ring: &Ring| {
            let at_it = ring.iter().filter(|place| is_at_it(place));
            let mut lats: Vec<f64> = at_it.map(|place| place.lat_deg).collect();
            lats.sort_by(f64::total_cmp);
            lats
        };
        assert_eq!(lats(&met[0]), lats(&met[1]));
        assert_eq!(lats(&met[0]).len(), 3);
    }
}

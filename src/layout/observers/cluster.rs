//! Groups of points that lie too close together to be drawn separately.

use super::viewport::ViewBox;
use crate::model::Spot;

/// A point with what it stands for: the place of a mission in the document, the place of a site
/// among those of that mission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pin {
    pub(super) spot: Spot,
    pub(super) mission: usize,
    pub(super) site: usize,
}

/// Points that one marker stands for; the marker stands at the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    pub(super) spot: Spot,
    pub(super) pins: Vec<Pin>,
}

/// Takes points together that lie within `reach` of the first of theirs. Points that are out of
/// viewport are left out.
///
/// A grid of cells as wide as `reach` makes it linear: a marker within reach of a point stands in the
/// point's cell or in one beside it.
pub(super) fn clusters(pins: impl Iterator<Item = Pin>, seen: ViewBox, reach: i32) -> Vec<Cluster> {
    let reach = reach.max(1);
    let columns = index(seen.width / reach) + 1;
    let rows = index(seen.height / reach) + 1;
    let mut cells: Vec<Vec<usize>> = vec![Vec::new(); columns * rows];
    let mut found: Vec<Cluster> = Vec::new();
    for pin in pins.filter(|pin| seen.holds(pin.spot)) {
        let column = index((pin.spot.x - seen.x) / reach);
        let row = index((pin.spot.y - seen.y) / reach);
        let beside = (row.saturating_sub(1)..=row + 1)
            .filter(|row| *row < rows)
            .flat_map(|row| {
                let columns = (column.saturating_sub(1)..=column + 1).filter(|at| *at < columns);
                columns.map(move |column| (row, column))
            });
        let near = beside
            .filter_map(|(row, column)| cells.get(row * columns + column))
            .flatten()
            .copied()
            .find(|place| {
                found
                    .get(*place)
                    .is_some_and(|cluster| is_near(cluster.spot, pin.spot, reach))
            });
        match near.and_then(|place| found.get_mut(place)) {
            Some(cluster) => cluster.pins.push(pin),
            None => {
                if let Some(cell) = cells.get_mut(row * columns + column) {
                    cell.push(found.len());
                }
                found.push(Cluster {
                    spot: pin.spot,
                    pins: vec![pin],
                });
            }
        }
    }
    found
}

fn index(number: i32) -> usize {
    usize::try_from(number).unwrap_or_default()
}

fn is_near(one: Spot, other: Spot, reach: i32) -> bool {
    let square = |length: i32| i64::from(length) * i64::from(length);
    square(one.x - other.x) + square(one.y - other.y) < square(reach)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEN: ViewBox = ViewBox {
        x: 100,
        y: 100,
        width: 1_000,
        height: 500,
    };

    fn pins(spots: &[(i32, i32)]) -> Vec<Pin> {
        let pin = |(mission, (x, y)): (usize, &(i32, i32))| Pin {
            spot: Spot { x: *x, y: *y },
            mission,
            site: 0,
        };
        spots.iter().enumerate().map(pin).collect()
    }

    fn sizes(spots: &[(i32, i32)], reach: i32) -> Vec<usize> {
        let found = clusters(pins(spots).into_iter(), SEEN, reach);
        found.iter().map(|cluster| cluster.pins.len()).collect()
    }

    #[test]
    fn points_within_reach_are_one_marker_and_others_are_not() {
        assert_eq!(sizes(&[(200, 200), (230, 200), (260, 200)], 50), [2, 1]);
        assert_eq!(sizes(&[(200, 200), (250, 200)], 50), [1, 1]);
        assert_eq!(sizes(&[(199, 199), (201, 201)], 100), [2]);
    }

    #[test]
    fn a_marker_stands_where_the_first_of_its_points_is() {
        let found = clusters(pins(&[(300, 300), (310, 310)]).into_iter(), SEEN, 50);
        assert_eq!(found[0].spot, Spot { x: 300, y: 300 });
    }

    #[test]
    fn points_out_of_sight_have_no_marker() {
        assert_eq!(sizes(&[(0, 0), (1_100, 600), (1_101, 600)], 50), [1]);
    }

    #[test]
    fn no_two_markers_stand_within_reach_of_each_other() {
        let spread: Vec<(i32, i32)> = (0..5_000)
            .map(|n| (100 + n * 7_919 % 1_000, 100 + n * 104_729 % 500))
            .collect();
        let found = clusters(pins(&spread).into_iter(), SEEN, 80);
        let close = found.iter().enumerate().any(|(place, one)| {
            let others = &found[place + 1..];
            others.iter().any(|other| is_near(one.spot, other.spot, 80))
        });
        assert!(!close && found.len() > 20);
        let all: usize = found.iter().map(|cluster| cluster.pins.len()).sum();
        assert_eq!(all, 5_000);
    }
}

//! Rings that cross themselves: drawn all the same, but the file is probably not what was meant.

use geo::Coord;
use geo::algorithm::kernels::{Kernel, Orientation, RobustKernel};

/// Pairs of sides that are compared, for each side. Only rings made to be slow have more; they are not looked at further.
const MOST_PAIRS: usize = 6_000;
/// Pairs of sides of one ring that are compared, however many sides it has.
const MOST_PAIRS_OF_ALL: usize = 30_000_000;
/// Cells that sides lie in, for each side. Rings of which all sides are long have more.
const MOST_CELLS: usize = 300;
/// Cells that sides of one ring lie in, however many sides it has.
const MOST_CELLS_OF_ALL: usize = 30_000_000;
/// A ring is looked at as if it had so many sides at least.
const FEW_SIDES: usize = 1_000;

/// A place where a ring crosses itself, or nothing.
///
/// Sides are sorted into the cells of a grid that has about as many as the ring has sides, so that
/// only sides near each other are compared.
pub(super) fn of_ring(ring: &[Coord<f64>]) -> Option<Coord<f64>> {
    let sides: Vec<Side> = sides(ring).collect();
    let grid = Grid::around(ring)?;
    let mut filed: Vec<(u32, u32)> = Vec::new();
    let most = sides.len().max(FEW_SIDES);
    for (number, side) in (0_u32..).zip(&sides) {
        grid.file(side, |cell| filed.push((cell, number)));
        if filed.len() > MOST_CELLS_OF_ALL.min(most * MOST_CELLS) {
            // The sides so far are compared: one of so many long ones nearly always crosses another.
            break;
        }
    }
    filed.sort_unstable();
    let mut pairs = 0;
    for cell in filed.chunk_by(|one, other| one.0 == other.0) {
        let mut rest = cell;
        while let Some(((_, number), later)) = rest.split_first() {
            rest = later;
            pairs += rest.len();
            if pairs > MOST_PAIRS_OF_ALL.min(most * MOST_PAIRS) {
                return None;
            }
            let side = sides.get(*number as usize)?;
            let other = rest
                .iter()
                .filter_map(|(_, other)| sides.get(*other as usize))
                .find(|other| cross(side, other));
            if let Some(other) = other {
                return Some(meeting(side, other));
            }
        }
    }
    None
}

type Side = (Coord<f64>, Coord<f64>);

/// A ring's sides, the last of which leads back to its first corner.
pub(super) fn sides(ring: &[Coord<f64>]) -> impl Iterator<Item = Side> {
    ring.iter()
        .copied()
        .zip(ring.iter().copied().cycle().skip(1))
        .take(ring.len())
}

fn cross(one: &Side, other: &Side) -> bool {
    let turn = |line: &Side, point| RobustKernel::orient2d(line.0, line.1, point);
    let apart = |line: &Side, points: &Side| {
        let (first, second) = (turn(line, points.0), turn(line, points.1));
        first != second && first != Orientation::Collinear && second != Orientation::Collinear
    };
    apart(one, other) && apart(other, one)
}

/// Returns the point where two sides cross.
fn meeting(one: &Side, other: &Side) -> Coord<f64> {
    let turned = |one: Coord<f64>, other: Coord<f64>| one.x * other.y - one.y * other.x;
    let (way, other_way) = (one.1 - one.0, other.1 - other.0);
    let share = turned(other.0 - one.0, other_way) / turned(way, other_way);
    one.0 + way * share
}

struct Grid {
    corner: Coord<f64>,
    cell: Coord<f64>,
    count: u32,
}

impl Grid {
    /// More cells than this a side cost more than they save.
    const MOST: f64 = 1024.0;

    fn around(ring: &[Coord<f64>]) -> Option<Grid> {
        let first = *ring.first()?;
        let (mut low, mut high) = (first, first);
        for point in ring {
            low = Coord {
                x: low.x.min(point.x),
                y: low.y.min(point.y),
            };
            high = Coord {
                x: high.x.max(point.x),
                y: high.y.max(point.y),
            };
        }
        let count = (ring.len() as f64).sqrt().clamp(1.0, Self::MOST).floor();
        let cell = (high - low) / count;
        let cell = Coord {
            x: cell.x.max(f64::EPSILON),
            y: cell.y.max(f64::EPSILON),
        };
        Some(Grid {
            corner: low,
            cell,
            count: count as u32,
        })
    }

    /// The cell that a value between the corner and the far end lies in.
    fn index(&self, steps: f64) -> u32 {
        (steps.floor().max(0.0) as u32).min(self.count - 1)
    }

    /// Names every cell that a side may touch, column by column.
    fn file(&self, side: &Side, mut name: impl FnMut(u32)) {
        let (from, to) = if side.0.x <= side.1.x {
            (side.0, side.1)
        } else {
            (side.1, side.0)
        };
        let column = |x: f64| self.index((x - self.corner.x) / self.cell.x);
        let row = |y: f64| self.index((y - self.corner.y) / self.cell.y);
        let slope = if to.x > from.x {
            (to.y - from.y) / (to.x - from.x)
        } else {
            0.0
        };
        let height_at = |x: f64| from.y + slope * (x.clamp(from.x, to.x) - from.x);
        let (first, last) = (column(from.x), column(to.x));
        for number in first..=last {
            let left = self.corner.x + f64::from(number) * self.cell.x;
            let mut ends = [height_at(left), height_at(left + self.cell.x)];
            if first == last {
                ends = [from.y, to.y];
            }
            let [one, other] = ends.map(row);
            for row in one.min(other).saturating_sub(1)..=(one.max(other) + 1).min(self.count - 1) {
                name(number * self.count + row);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(corners: &[(f64, f64)]) -> Vec<Coord<f64>> {
        corners.iter().map(|&(x, y)| Coord { x, y }).collect()
    }

    #[test]
    fn a_bow_tie_crosses_itself_and_a_square_does_not() {
        assert!(of_ring(&ring(&[(0.0, 0.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0)])).is_some());
        assert!(of_ring(&ring(&[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)])).is_none());
    }

    #[test]
    fn a_star_of_many_corners_does_not_cross_itself_until_two_are_swapped() {
        let corner = |number: u32| {
            let angle = f64::from(number) / 5000.0 * std::f64::consts::TAU;
            let far = if number.is_multiple_of(2) { 1.0 } else { 0.4 };
            (angle.cos() * far, angle.sin() * far)
        };
        let mut corners: Vec<_> = (0..5000).map(corner).collect();
        assert_eq!(of_ring(&ring(&corners)), None);
        corners.swap(100, 103);
        assert!(of_ring(&ring(&corners)).is_some());
    }

    #[test]
    fn a_ring_that_touches_itself_in_a_corner_does_not_cross_itself() {
        let eight = [
            (0.0, 0.0),
            (1.0, 1.0),
            (2.0, 0.0),
            (2.0, 2.0),
            (1.0, 1.0),
            (0.0, 2.0),
        ];
        assert_eq!(of_ring(&ring(&eight)), None);
    }
}

//! Seats in a half circle: where each stands, and who holds it from left to right.

use super::sorting::sorted;
use super::trig::{cos, sin};
use crate::layout::collect_compact::CollectCompact as _;
use crate::model::Decimal;

/// The drawing's own measures: the outer row's radius, and the room that figures take around it.
const RADIUS: f64 = 100.0;
const INNER: f64 = 0.45;
/// The space left of and above the outer row.
const MARGIN: f64 = 14.0;
/// The width of a letter of a figure.
const LETTER: f64 = 5.5;

/// The largest number of seats that can still be seen separately.
pub(super) const MOST_SEATS: u32 = 1_500;

/// A point of the drawing, as its coordinates are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The distance from the left.
    pub x: String,
    /// The distance from the top.
    pub y: String,
}

/// Seats of one kind, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    /// A path with one point per seat. Its stroke has round ends and draws the seats.
    pub path: String,
    /// The position of their number, outside of their middle.
    pub middle: Point,
}

/// An empty half circle of so many seats.
#[derive(Clone, Debug)]
pub struct Hemicycle {
    /// The seats from left to right: how far along the half circle, and in which row.
    seats: Vec<(f64, f64)>,
    /// How thick a seat is.
    thickness: f64,
}

impl Hemicycle {
    /// A half circle of `total` seats, as many to a row as its length has room for.
    pub fn new(total: u32) -> Hemicycle {
        let total = total.min(MOST_SEATS);
        let rows = rows(total);
        let radii: Vec<f64> = (0..rows).map(|row| radius(row, rows)).collect_compact();
        let whole: f64 = radii.iter().sum();
        let mut seats = Vec::new();
        let (mut so_far, mut placed) = (0.0, 0_u32);
        let mut widest: f64 = RADIUS;
        for radius in radii {
            so_far += radius;
            let until = (f64::from(total) * so_far / whole + 0.5) as u32;
            let here = until - placed;
            placed = until;
            for seat in 0..here {
                let along = match here {
                    1 => 0.5,
                    _ => f64::from(seat) / f64::from(here - 1),
                };
                seats.push((along, radius));
            }
            if here > 1 {
                widest = widest.min(core::f64::consts::PI * radius * RADIUS / f64::from(here - 1));
            }
        }
        if rows > 1 {
            widest = widest.min(RADIUS * (1.0 - INNER) / f64::from(rows - 1));
        }
        // The outer row first where two stand at the same angle.
        let from_left = |one: &(f64, f64), other: &(f64, f64)| {
            one.0.total_cmp(&other.0).then(other.1.total_cmp(&one.1))
        };
        Hemicycle {
            seats: sorted(&seats, &from_left),
            thickness: (widest * 0.82).min(RADIUS * 0.3),
        }
    }

    /// Returns the drawing's `viewBox`, with room on both sides for figures of so many letters. It ends below the lowest
    /// seats and the words between them.
    pub fn view_box(&self, letters: usize) -> String {
        // From 8 above zero to the lowest seats' middles.
        let height = 8.0 + MARGIN + RADIUS;
        // And a little more: browsers cut at whole pixels.
        let below = (self.thickness / 2.0).max(4.0) + 1.0;
        let side = 12.0 + beyond_two(letters) as f64 * LETTER;
        let width = written(2.0 * (side + MARGIN + RADIUS));
        [
            "-",
            &written(side),
            " -8 ",
            &width,
            " ",
            &written(height + below),
        ]
        .concat()
    }

    /// How thick a seat is.
    pub fn thickness(&self) -> String {
        written(self.thickness)
    }

    /// The seats from number `from` on, as many as `many`, from the left. Their figure has so many letters.
    pub fn seats(&self, from: u32, many: u32, letters: usize) -> Seats {
        let mut path = String::new();
        let wanted = self.seats.iter().skip(from as usize).take(many as usize);
        let (mut first, mut last) = (1.0_f64, 0.0_f64);
        for (along, row) in wanted {
            let Point { x, y } = at(*along, *row * RADIUS);
            path.extend(["M", &x, " ", &y, "h0"]);
            first = first.min(*along);
            last = last.max(*along);
        }
        let middle = (first + last) / 2.0;
        // Beside the lowest seats a text needs more room than above the highest.
        let beside = cos(middle * core::f64::consts::PI).abs();
        let needed = 8.0 + beyond_two(letters) as f64 * LETTER / 2.0;
        let outer = RADIUS + self.thickness / 2.0;
        Seats {
            path,
            middle: at(middle, outer + 5.0 + needed * beside),
        }
    }

    /// A line across all rows that has `many` seats on its left, from inside to outside.
    pub fn line(&self, many: u32) -> (Point, Point) {
        let after = |place: u32| {
            let seat = self.seats.get(place as usize);
            seat.map_or(1.0, |(along, _)| *along)
        };
        let along = (after(many.saturating_sub(1)) + after(many)) / 2.0;
        let beyond = self.thickness / 2.0 + 2.0;
        let inner = if self.seats.len() > 1 { INNER } else { 0.0 };
        (
            at(along, RADIUS * inner - beyond),
            at(along, RADIUS + beyond),
        )
    }
}

/// How many letters a figure has beyond the two that there is always room for.
fn beyond_two(letters: usize) -> usize {
    letters.saturating_sub(2)
}

/// How many rows leave seats as much room beside as above them.
fn rows(total: u32) -> u32 {
    // The half ring is 4.14 times as long as it is deep.
    (1..)
        .find(|rows| f64::from(rows * (rows - 1)) * 4.14 >= f64::from(total))
        .unwrap_or(1)
        .min(total.max(1))
}

fn radius(row: u32, rows: u32) -> f64 {
    match rows {
        1 => 1.0,
        _ => 1.0 - (1.0 - INNER) * f64::from(rows - 1 - row) / f64::from(rows - 1),
    }
}

/// The point so far along the half circle (0 to 1, from the left) at this radius.
fn at(along: f64, radius: f64) -> Point {
    let angle_rad = along * core::f64::consts::PI;
    Point {
        x: written(MARGIN + RADIUS - radius * cos(angle_rad)),
        y: written(MARGIN + RADIUS - radius * sin(angle_rad)),
    }
}

/// A length with two decimals.
fn written(length: f64) -> String {
    Decimal::new((length * 100.0 + 0.5) as i64, 2)
        .map(Decimal::written)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seat_of_a_house_stands_once_whatever_its_size() {
        for total in [1, 2, 3, 9, 60, 120, 450, 705, 1_500] {
            let house = Hemicycle::new(total);
            let all = house.seats(0, total, 2).path;
            assert_eq!(all.matches('M').count(), total as usize, "{total}");
            let mut points: Vec<&str> = all.split('M').skip(1).collect();
            points.sort_unstable();
            points.dedup();
            assert_eq!(
                points.len(),
                total as usize,
                "{total}: two seats in one place"
            );
            assert!(
                !all.contains('-'),
                "{total}: a seat is outside of the drawing"
            );
            let view_box = house.view_box(2);
            let numbers: Vec<f64> = view_box
                .split(' ')
                .map(|one| one.parse().unwrap())
                .collect();
            let thickness: f64 = house.thickness().parse().unwrap();
            let lowest = points
                .iter()
                .filter_map(|point| point.split([' ', 'h']).nth(1));
            let lowest = lowest.map(|y| y.parse().unwrap()).fold(0.0, f64::max);
            let (end, drawn): (f64, f64) = (numbers[1] + numbers[3], lowest + thickness / 2.0);
            assert!(
                drawn <= end + 0.01,
                "{total}: the lowest seats are cut at {end} of {drawn}"
            );
        }
    }

    #[test]
    fn a_long_figure_beside_the_last_seats_lies_within_the_drawing_and_touches_no_seat() {
        for letters in [1, 2, 3, 5, 12] {
            let house = Hemicycle::new(98);
            let view_box = house.view_box(letters);
            let numbers: Vec<f64> = view_box
                .split(' ')
                .map(|one| one.parse().unwrap())
                .collect();
            let middle: f64 = house.seats(96, 2, letters).middle.x.parse().unwrap();
            let half = letters as f64 * LETTER / 2.0;
            let (left, right) = (middle - half, middle + half);
            let thickness: f64 = house.thickness().parse().unwrap();
            assert!(right <= numbers[0] + numbers[2], "{letters}: {right}");
            assert!(
                left >= MARGIN + 2.0 * RADIUS + thickness / 2.0,
                "{letters}: {left}"
            );
        }
    }

    #[test]
    fn seats_run_from_left_to_right() {
        let house = Hemicycle::new(120);
        let x = |seats: Seats| seats.middle.x.parse::<f64>().unwrap();
        assert!(x(house.seats(0, 66, 2)) < 114.0);
        assert!(x(house.seats(66, 54, 2)) > 114.0);
    }

    #[test]
    fn the_majority_line_of_a_half_stands_upright_in_the_middle() {
        let (inside, outside) = Hemicycle::new(120).line(60);
        for x in [inside.x, outside.x] {
            assert!((x.parse::<f64>().unwrap() - 114.0).abs() < 2.0, "{x}");
        }
    }
}

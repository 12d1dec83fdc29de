//! Rings of map units as SVG paths, as short as they can be said.

use super::arcs::Run;
use election_widgets::model::Spot;
use std::fmt::Write as _;

/// A land's rings out of thinned arcs, without those that became nothing.
pub(super) fn rings(land: &[Vec<Run>], arcs: &[Vec<Spot>]) -> Vec<Vec<Spot>> {
    land.iter()
        .map(|ring| ring_of(ring, arcs))
        .filter(|ring| ring.len() > 2 && doubled_area(ring) != 0)
        .map(settled)
        .collect()
}

/// The same ring from its leftmost corner and clockwise, wherever and whichever way its file began.
fn settled(mut ring: Vec<Spot>) -> Vec<Spot> {
    if doubled_area(&ring) < 0 {
        ring.reverse();
    }
    let first = ring
        .iter()
        .enumerate()
        .min_by_key(|(_, corner)| (corner.x, corner.y));
    let first = first.map_or(0, |(number, _)| number);
    ring.rotate_left(first);
    ring
}

fn ring_of(runs: &[Run], arcs: &[Vec<Spot>]) -> Vec<Spot> {
    let mut ring: Vec<Spot> = Vec::new();
    for run in runs {
        let arc = arcs.get(run.arc).map(Vec::as_slice).unwrap_or_default();
        if run.backwards {
            ring.extend(arc.iter().rev());
        } else {
            ring.extend(arc);
        }
    }
    super::simplify::without_doubles(ring)
}

/// Twice a ring's area, negative where it runs the other way.
pub(super) fn doubled_area(ring: &[Spot]) -> i64 {
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    pairs
        .map(|(one, two)| i64::from(one.x) * i64::from(two.y) - i64::from(two.x) * i64::from(one.y))
        .sum()
}

/// A square on its corner: what is drawn of a shape too small for any other.
pub(super) fn diamond(middle: Spot) -> Vec<Spot> {
    [(-2, 0), (0, -2), (2, 0), (0, 2)]
        .map(|(x, y)| Spot {
            x: middle.x + x,
            y: middle.y + y,
        })
        .to_vec()
}

/// Closed rings as a path.
pub(super) fn closed(rings: &[Vec<Spot>]) -> String {
    let mut path = Path::default();
    for ring in rings {
        path.line(ring);
        path.close();
    }
    path.text
}

/// Open lines as a path.
pub(super) fn open(lines: &[Vec<Spot>]) -> String {
    let mut path = Path::default();
    for line in lines {
        path.line(line);
    }
    path.text
}

/// A path as it is written: each step as little as the one before allows.
#[derive(Default)]
struct Path {
    text: String,
    at: Spot,
    start: Spot,
    command: char,
}

impl Path {
    fn line(&mut self, line: &[Spot]) {
        let Some((first, rest)) = line.split_first() else {
            return;
        };
        self.text.push('m');
        self.number(first.x - self.at.x, true);
        self.number(first.y - self.at.y, false);
        (self.at, self.start, self.command) = (*first, *first, 'l');
        for corner in rest {
            self.step(*corner);
        }
    }

    fn step(&mut self, to: Spot) {
        let (x, y) = (to.x - self.at.x, to.y - self.at.y);
        self.at = to;
        match (x, y) {
            (x, 0) => self.numbers('h', &[x]),
            (0, y) => self.numbers('v', &[y]),
            (x, y) => self.numbers('l', &[x, y]),
        }
    }

    fn numbers(&mut self, command: char, numbers: &[i32]) {
        let mut after_letter = command != self.command;
        if after_letter {
            self.text.push(command);
            self.command = command;
        }
        for number in numbers {
            self.number(*number, after_letter);
            after_letter = false;
        }
    }

    /// A minus parts numbers as well as a blank.
    fn number(&mut self, number: i32, after_letter: bool) {
        let blank = if after_letter || number < 0 { "" } else { " " };
        // Writing to a string can't fail.
        let _ = write!(self.text, "{blank}{number}");
    }

    fn close(&mut self) {
        self.text.push('z');
        self.at = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use election_widgets::model::Outline;

    fn ring(corners: &[(i32, i32)]) -> Vec<Spot> {
        corners.iter().map(|&(x, y)| Spot { x, y }).collect()
    }

    #[test]
    fn a_path_is_said_in_few_characters() {
        let square = ring(&[(10, 20), (30, 20), (35, 18), (30, 40), (10, 40)]);
        let island = ring(&[(50, 50), (51, 49), (52, 52)]);
        let path = closed(&[square, island]);
        assert_eq!(path, "m10 20h20l5-2-5 22h-20zm40 30 1-1 1 3z");
        assert!(Outline::new(&path).is_some());
    }

    #[test]
    fn lines_stay_open() {
        assert_eq!(
            open(&[ring(&[(1, 2), (1, 5)]), ring(&[(0, 0), (-3, 4)])]),
            "m1 2v3m-1-5-3 4"
        );
    }
}

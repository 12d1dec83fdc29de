//! Shared borders: rings cut into arcs where lands meet, so that each border is one arc however many
//! lands it belongs to, and stays one when it is simplified.

use election_widgets::model::Spot;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

/// An arc of a ring, and whether the ring runs it backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) arc: usize,
    pub(super) backwards: bool,
}

/// Lands as rings of arcs.
#[derive(Debug, Default)]
pub(super) struct Arcs {
    pub(super) arcs: Vec<Vec<Spot>>,
    /// For each land its rings.
    pub(super) lands: Vec<Vec<Vec<Run>>>,
}

/// The arcs of some lands; no ring says a corner twice in a row.
pub(super) fn of(lands: &[Vec<Vec<Spot>>]) -> Arcs {
    let junctions = Junctions::of(lands.iter().flatten());
    let mut filed = Filed::default();
    let lands = lands
        .iter()
        .map(|rings| {
            let cut = rings.iter().map(|ring| {
                let parts = junctions.cut(ring);
                parts.into_iter().map(|part| filed.file(part)).collect()
            });
            dissolved(cut.collect(), &filed.arcs)
        })
        .collect();
    Arcs {
        arcs: filed.arcs,
        lands,
    }
}

/// For each corner its neighbours in the rings, or that they differ from ring to ring: lands meet
/// or part there.
struct Junctions(HashMap<Spot, Option<[Spot; 2]>>);

impl Junctions {
    fn of<'a>(rings: impl Iterator<Item = &'a Vec<Spot>>) -> Junctions {
        let mut neighbours = HashMap::new();
        for ring in rings {
            let around = ring
                .iter()
                .zip(ring.iter().cycle().skip(1))
                .zip(ring.iter().cycle().skip(2));
            for ((before, corner), after) in around {
                let pair = if order(*before) <= order(*after) {
                    [*before, *after]
                } else {
                    [*after, *before]
                };
                match neighbours.entry(*corner) {
                    Entry::Vacant(place) => {
                        place.insert(Some(pair));
                    }
                    Entry::Occupied(mut place) => {
                        if *place.get() != Some(pair) {
                            place.insert(None);
                        }
                    }
                }
            }
        }
        Junctions(neighbours)
    }

    fn at(&self, corner: Spot) -> bool {
        matches!(self.0.get(&corner), Some(None))
    }

    /// A ring's parts from junction to junction; a ring without any is one part that begins and ends
    /// in its first corner by order, so that the same ring elsewhere is the same arc.
    fn cut(&self, ring: &[Spot]) -> Vec<Vec<Spot>> {
        let start = ring.iter().position(|corner| self.at(*corner)).or_else(|| {
            let first = ring
                .iter()
                .enumerate()
                .min_by_key(|(_, corner)| order(**corner));
            first.map(|(number, _)| number)
        });
        let Some(start) = start else {
            return Vec::new();
        };
        let mut turned = ring.to_vec();
        turned.rotate_left(start);
        turned.extend(turned.first().copied());
        let mut parts = Vec::new();
        let mut part: Vec<Spot> = Vec::new();
        for corner in turned {
            part.push(corner);
            if part.len() > 1 && self.at(corner) {
                parts.push(std::mem::replace(&mut part, vec![corner]));
            }
        }
        if part.len() > 1 {
            parts.push(part);
        }
        parts
    }
}

/// Arcs by what they are, whichever way they are run.
#[derive(Default)]
struct Filed {
    arcs: Vec<Vec<Spot>>,
    known: HashMap<Vec<Spot>, usize>,
}

impl Filed {
    fn file(&mut self, part: Vec<Spot>) -> Run {
        let backwards = part
            .iter()
            .map(|corner| order(*corner))
            .gt(part.iter().rev().map(|corner| order(*corner)));
        let mut arc = part;
        if backwards {
            arc.reverse();
        }
        let next = self.arcs.len();
        let number = *self.known.entry(arc).or_insert_with_key(|arc| {
            self.arcs.push(arc.clone());
            next
        });
        Run {
            arc: number,
            backwards,
        }
    }
}

fn order(corner: Spot) -> (i32, i32) {
    (corner.x, corner.y)
}

/// A land's rings without the arcs that two of them share: a seam through the middle of it, as where
/// a file cuts a land at the date line or where two lands were made one.
fn dissolved(rings: Vec<Vec<Run>>, arcs: &[Vec<Spot>]) -> Vec<Vec<Run>> {
    let mut times: HashMap<usize, usize> = HashMap::new();
    for run in rings.iter().flatten() {
        *times.entry(run.arc).or_default() += 1;
    }
    if times.values().all(|times| *times == 1) {
        return rings;
    }
    let odd = |run: &Run| times.get(&run.arc).is_some_and(|times| times % 2 == 1);
    let mut known = HashSet::new();
    let runs = rings.into_iter().flatten().filter(odd);
    let kept: Vec<Run> = runs.filter(|run| known.insert(run.arc)).collect();
    joined(&kept, arcs)
}

/// Runs that wait to be joined, by the corners in which they begin and end.
struct Waiting<'a> {
    runs: &'a [Run],
    arcs: &'a [Vec<Spot>],
    /// For each corner the numbers of the runs that begin (false) or end (true) there.
    at: HashMap<(Spot, bool), BTreeSet<usize>>,
    left: BTreeSet<usize>,
}

impl<'a> Waiting<'a> {
    fn new(runs: &'a [Run], arcs: &'a [Vec<Spot>]) -> Waiting<'a> {
        let mut waiting = Waiting {
            runs,
            arcs,
            at: HashMap::new(),
            left: (0..runs.len()).collect(),
        };
        for (number, run) in runs.iter().enumerate() {
            for last in [false, true] {
                if let Some(corner) = waiting.end(run, last) {
                    waiting.at.entry((corner, last)).or_default().insert(number);
                }
            }
        }
        waiting
    }

    /// The corner in which a run begins or ends.
    fn end(&self, run: &Run, last: bool) -> Option<Spot> {
        let arc = self.arcs.get(run.arc)?;
        if last == run.backwards {
            arc.first().copied()
        } else {
            arc.last().copied()
        }
    }

    fn take(&mut self, number: usize) -> Option<Run> {
        let run = *self.runs.get(number)?;
        self.left.remove(&number);
        for last in [false, true] {
            let corner = self.end(&run, last);
            if let Some(numbers) = corner.and_then(|corner| self.at.get_mut(&(corner, last))) {
                numbers.remove(&number);
            }
        }
        Some(run)
    }

    fn take_first(&mut self) -> Option<Run> {
        self.take(*self.left.first()?)
    }

    /// The first run that begins in a corner, or else the first that ends there.
    fn take_from(&mut self, corner: Spot) -> Option<Run> {
        let first = |last| self.at.get(&(corner, last))?.first().copied();
        self.take(first(false).or_else(|| first(true))?)
    }
}

/// Rings out of arcs, each going on where one ends.
fn joined(runs: &[Run], arcs: &[Vec<Spot>]) -> Vec<Vec<Run>> {
    let mut left = Waiting::new(runs, arcs);
    let mut rings = Vec::new();
    while let Some(first) = left.take_first() {
        let mut ring = vec![first];
        let mut at = left.end(&first, true);
        while at != left.end(&first, false) {
            let Some(mut next) = at.and_then(|corner| left.take_from(corner)) else {
                break;
            };
            next.backwards ^= left.end(&next, false) != at;
            at = left.end(&next, true);
            ring.push(next);
        }
        rings.push(ring);
    }
    rings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(corners: &[(i32, i32)]) -> Vec<Spot> {
        corners.iter().map(|&(x, y)| Spot { x, y }).collect()
    }

    #[test]
    fn a_border_of_two_lands_is_one_arc_run_both_ways() {
        let left = ring(&[(0, 0), (2, 0), (3, 1), (2, 2), (0, 2)]);
        let right = ring(&[(2, 0), (5, 0), (5, 2), (2, 2), (3, 1)]);
        let found = of(&[vec![left], vec![right]]);
        assert_eq!(found.arcs.len(), 3);
        let runs = |land: usize| found.lands[land].iter().flatten();
        let shared: Vec<_> = runs(0)
            .filter_map(|run| {
                runs(1)
                    .find(|other| other.arc == run.arc)
                    .map(|other| (run, other))
            })
            .collect();
        assert_eq!(shared.len(), 1);
        assert_ne!(shared[0].0.backwards, shared[0].1.backwards);
    }

    #[test]
    fn a_land_inside_another_is_the_arc_of_its_hole() {
        let outer = ring(&[(0, 0), (9, 0), (9, 9), (0, 9)]);
        let hole = ring(&[(3, 3), (6, 3), (6, 6), (3, 6)]);
        let inner = ring(&[(6, 6), (6, 3), (3, 3), (3, 6)]);
        let found = of(&[vec![outer, hole], vec![inner]]);
        assert_eq!(found.arcs.len(), 2);
    }

    #[test]
    fn a_land_cut_in_two_becomes_one() {
        let west = ring(&[(0, 0), (2, 0), (2, 1), (2, 2), (0, 2)]);
        let east = ring(&[(2, 0), (4, 0), (4, 2), (2, 2), (2, 1)]);
        let found = of(&[vec![west, east]]);
        assert_eq!(found.lands[0].len(), 1);
        assert_eq!(found.lands[0][0].len(), 2);
    }
}

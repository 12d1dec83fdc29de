//! From lands to an area file: project, clip, share borders, simplify, write.

use super::antimeridian::corners_of;
use super::arcs::{self, Arcs};
use super::label_point;
use super::names::Named;
use super::options::Dispute;
use super::seam;
use super::simplify;
use super::svg_path;
use super::viewport::{Frame, projected};
use super::{Problem, Warnings};
use election_widgets::model::Spot;
use geo::Coord;
use std::collections::HashSet;

/// Lands are drawn so far beyond the sheet's edge, in map units, that their cut is not seen.
const MARGIN: f64 = 20.0;
/// Corners that are drawn at most, before they are simplified.
const MOST_CORNERS: usize = 10_000_000;
/// A name needs so much room around it, as a share of the sheet's width.
const LABEL_ROOM: f64 = 0.018;

/// A land as it is drawn.
pub(super) struct Drawn {
    pub(super) named: Named,
    pub(super) at: Option<Spot>,
    pub(super) path: String,
}

/// Everything that is drawn.
pub(super) struct Canvas {
    pub(super) shapes: Vec<Drawn>,
    pub(super) around: Vec<Drawn>,
    pub(super) disputed: String,
    pub(super) corners: usize,
}

/// Draws shapes and what lies around them, each border once.
pub(super) fn sheet(
    shapes: Vec<Named>,
    around: Vec<Named>,
    frame: &Frame,
    tolerance: f64,
    disputes: &[Dispute],
    warnings: &mut Warnings,
) -> Result<Canvas, Problem> {
    let count = shapes.len();
    let lands: Vec<Named> = shapes.into_iter().chain(around).collect();
    refuse_over_limit(&lands)?;
    let steps: Vec<Vec<Vec<Spot>>> = lands.iter().map(|land| in_steps(land, frame)).collect();
    let arcs = arcs::of(&steps);
    let thin = simplify::arcs(&arcs, tolerance);
    let disputed = disputed(&lands, &arcs, &thin, frame, disputes)?;
    let corners = thin.iter().map(Vec::len).sum();
    let (mut shapes, mut small, mut drawn_around) = (Vec::new(), Vec::new(), Vec::new());
    for (number, (named, steps)) in lands.into_iter().zip(&steps).enumerate() {
        let runs = arcs
            .lands
            .get(number)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let rings = svg_path::rings(runs, &thin);
        if number >= count {
            drawn_around.extend(drawn_behind(named, &rings, frame));
        } else if !rings.is_empty() {
            shapes.extend(drawn(named, &rings, frame));
        } else if let Some(middle) = middle(steps) {
            small.extend(drawn(named, &[svg_path::diamond(middle)], frame));
        } else {
            let id = named.id.unwrap_or_default();
            warnings.add(format!("shape \"{id}\""), "lies outside the map: left out");
        }
    }
    // Too small for a hole in what lies around them, the small ones are drawn above it.
    shapes.extend(small);
    Ok(Canvas {
        shapes,
        around: drawn_around,
        disputed,
        corners,
    })
}

fn refuse_over_limit(lands: &[Named]) -> Result<(), Problem> {
    let rings = lands.iter().flat_map(|land| &land.rings);
    if rings.map(|ring| corners_of(ring)).sum::<usize>() <= MOST_CORNERS {
        return Ok(());
    }
    Err(Problem::new(format!(
        "more than {MOST_CORNERS} corners, one for each degree of a long side (simplify the file first, or keep only the shapes that you need)"
    )))
}

fn in_steps(land: &Named, frame: &Frame) -> Vec<Vec<Spot>> {
    seam::met(land.rings.clone())
        .iter()
        .flat_map(|ring| frame.shown(ring, MARGIN))
        .map(|ring| simplify::without_doubles(ring.into_iter().map(simplify::in_steps).collect()))
        .filter(|ring| !ring.is_empty())
        .collect()
}

/// The middle of a land's largest ring, in map units.
fn middle(rings: &[Vec<Spot>]) -> Option<Spot> {
    let ring = rings
        .iter()
        .max_by_key(|ring| svg_path::doubled_area(ring).abs())?;
    let middle = |pick: fn(&Spot) -> i32| {
        let (low, high) = (ring.iter().map(pick).min()?, ring.iter().map(pick).max()?);
        Some((f64::midpoint(f64::from(low), f64::from(high)) / simplify::STEPS).round() as i32)
    };
    Some(Spot {
        x: middle(|corner| corner.x)?,
        y: middle(|corner| corner.y)?,
    })
}

fn drawn(named: Named, rings: &[Vec<Spot>], frame: &Frame) -> Option<Drawn> {
    let visible = visible(rings, frame);
    let at = label_point::spot(&visible)
        .or_else(|| label_point::spot(&floats(rings)))
        .map(|(spot, _)| spot)
        .or_else(|| rings.first()?.first().copied());
    Some(Drawn {
        named,
        at,
        path: svg_path::closed(rings),
    })
}

/// A land around; its name stands only where there is room for it.
fn drawn_behind(mut named: Named, rings: &[Vec<Spot>], frame: &Frame) -> Option<Drawn> {
    if rings.is_empty() {
        return None;
    }
    let room = f64::from(frame.width) * LABEL_ROOM;
    let at = label_point::spot(&visible(rings, frame)).filter(|(_, depth)| *depth >= room);
    if at.is_none() {
        named.name = None;
    }
    Some(Drawn {
        at: named.name.as_ref().and(at).map(|(spot, _)| spot),
        path: svg_path::closed(rings),
        named,
    })
}

fn visible(rings: &[Vec<Spot>], frame: &Frame) -> Vec<Vec<Coord<f64>>> {
    floats(rings)
        .into_iter()
        .map(|ring| frame.clipped(ring, 0.0))
        .collect()
}

fn floats(rings: &[Vec<Spot>]) -> Vec<Vec<Coord<f64>>> {
    let float = |corner: &Spot| Coord {
        x: f64::from(corner.x),
        y: f64::from(corner.y),
    };
    rings
        .iter()
        .map(|ring| ring.iter().map(float).collect())
        .collect()
}

/// The borders that disputed pairs share, as a path.
fn disputed(
    lands: &[Named],
    arcs: &Arcs,
    thin: &[Vec<Spot>],
    frame: &Frame,
    disputes: &[Dispute],
) -> Result<String, Problem> {
    let mut lines = Vec::new();
    let mut taken = HashSet::new();
    for dispute in disputes {
        let [one, other] = dispute.pair.each_ref().map(|id| arcs_of(id, lands, arcs));
        let (one, other) = (one?, HashSet::<usize>::from_iter(other?));
        let within = dispute
            .within
            .map(|bounds| projected(&bounds.ring(), &frame.projection));
        let mut found = false;
        for number in one.iter().filter(|number| other.contains(number)) {
            let arc = thin.get(*number).map(Vec::as_slice).unwrap_or_default();
            for line in stretches(arc, within.as_deref()) {
                found = true;
                if taken.insert(line.clone()) {
                    lines.push(line);
                }
            }
        }
        if !found {
            let [one, other] = &dispute.pair;
            return Err(Problem::new(format!(
                "--disputed {one}/{other}: they share no border on this map"
            )));
        }
    }
    Ok(svg_path::open(&lines))
}

/// The arcs of the land with an id, in the order in which it runs them.
fn arcs_of(id: &str, lands: &[Named], arcs: &Arcs) -> Result<Vec<usize>, Problem> {
    let has_id = |named: &Named| named.id.as_deref() == Some(id);
    let number = lands
        .iter()
        .position(has_id)
        .ok_or_else(|| Problem::new(format!("--disputed: no shape has the id \"{id}\"")))?;
    let rings = arcs
        .lands
        .get(number)
        .map(Vec::as_slice)
        .unwrap_or_default();
    Ok(rings.iter().flatten().map(|run| run.arc).collect())
}

/// The parts of an arc that lie within an outline, or all of it.
fn stretches(arc: &[Spot], within: Option<&[Vec<Coord<f64>>]>) -> Vec<Vec<Spot>> {
    let inside = |one: &Spot, two: &Spot| {
        let middle = Coord {
            x: f64::midpoint(f64::from(one.x), f64::from(two.x)),
            y: f64::midpoint(f64::from(one.y), f64::from(two.y)),
        };
        within.is_none_or(|rings| label_point::depth(rings, middle) > 0.0)
    };
    arc.chunk_by(inside)
        .filter(|part| part.len() > 1)
        .map(<[Spot]>::to_vec)
        .collect()
}

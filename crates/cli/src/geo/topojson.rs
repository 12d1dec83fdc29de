//! The conversion of TopoJSON to lands.

use super::feature::{Land, Ring, excerpt, in_range, position, ring};
use super::geojson::{array, unknown};
use super::{Problem, Warnings};
use election_widgets::model::Position;
use serde_json::{Map, Value};
use std::cell::RefCell;

/// The lands of one object of a topology: of the one that `wanted` names, or of the only one.
pub(super) fn lands(
    topology: &Map<String, Value>,
    wanted: Option<&str>,
    warnings: &mut Warnings,
) -> Result<Vec<Land>, Problem> {
    let (name, object) = pick(topology, wanted)?;
    let arcs = Arcs::new(self::arcs(topology)?);
    let place = format!("objects.{name}");
    let members = match array(object, "geometries") {
        Ok(members) => members
            .iter()
            .enumerate()
            .map(|(number, value)| (format!("{place}.geometries[{number}]"), value.as_object()))
            .collect(),
        Err(_) => vec![(place, Some(object))],
    };
    let mut lands = Vec::new();
    for (place, object) in members {
        let object = object.ok_or_else(|| Problem::at(&place, "expected a geometry"))?;
        let mut land = Land::of(object, place);
        land.rings = arcs.geometry(object, &land.place, warnings)?;
        if !land.rings.is_empty() {
            lands.push(land);
        }
    }
    Ok(lands)
}

type Object<'a> = (&'a str, &'a Map<String, Value>);

fn pick<'a>(topology: &'a Map<String, Value>, wanted: Option<&str>) -> Result<Object<'a>, Problem> {
    let objects: Vec<Object<'a>> = topology
        .get("objects")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.as_str(), value.as_object()?)))
        .collect();
    let names: Vec<&str> = objects.iter().map(|(name, _)| *name).collect();
    let names = names.join(", ");
    match (wanted, objects.as_slice()) {
        (Some(wanted), _) => objects
            .iter()
            .find(|(name, _)| *name == wanted)
            .copied()
            .ok_or_else(|| {
                Problem::new(format!(
                    "no object is called \"{wanted}\": there are {names}"
                ))
            }),
        (None, [only]) => Ok(*only),
        (None, []) => Err(Problem::new("a topology without objects")),
        (None, _) => Err(Problem::new(format!(
            "several objects: choose one with --object, or with FILE#OBJECT in --around ({names})"
        ))),
    }
}

/// The positions of the arcs, in degrees.
fn arcs(topology: &Map<String, Value>) -> Result<Vec<Vec<Position>>, Problem> {
    let transform = match topology.get("transform") {
        Some(value) => Some(Transform::of(value)?),
        None => None,
    };
    let mut arcs = Vec::new();
    for (number, value) in array(topology, "arcs")
        .map_err(Problem::new)?
        .iter()
        .enumerate()
    {
        let points = value.as_array().ok_or_else(|| {
            Problem::at(format!("arcs[{number}]"), "expected a list of positions")
        })?;
        let place = |index: usize| format!("arcs[{number}][{index}]");
        let numbered = points.iter().enumerate();
        let arc: Result<Vec<_>, _> = match &transform {
            None => numbered
                .map(|(index, value)| position(value, &|| place(index)))
                .collect(),
            Some(transform) => {
                let mut at = (0.0, 0.0);
                numbered
                    .map(|(index, value)| {
                        let step = step(value).ok_or_else(|| {
                            let what = format!("expected two numbers, found {}", excerpt(value));
                            Problem::at(place(index), what)
                        })?;
                        at = (at.0 + step.0, at.1 + step.1);
                        transform
                            .place(at)
                            .map_err(|problem| problem.within(place(index)))
                    })
                    .collect()
            }
        };
        arcs.push(arc?);
    }
    Ok(arcs)
}

/// How whole numbers become degrees.
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

impl Transform {
    fn of(value: &Value) -> Result<Transform, Problem> {
        let pair = |field| {
            value
                .get(field)
                .and_then(step)
                .ok_or_else(|| Problem::at(format!("transform.{field}"), "expected two numbers"))
        };
        Ok(Transform {
            scale: pair("scale")?,
            translate: pair("translate")?,
        })
    }

    fn place(&self, at: (f64, f64)) -> Result<Position, Problem> {
        in_range(
            at.0 * self.scale.0 + self.translate.0,
            at.1 * self.scale.1 + self.translate.1,
        )
    }
}

fn step(value: &Value) -> Option<(f64, f64)> {
    let [x, y, ..] = value.as_array()?.as_slice() else {
        return None;
    };
    Some((x.as_f64()?, y.as_f64()?))
}

/// Uses of one arc. A border has two sides, and an object may hold the same land at several levels; more uses than
/// this come from a mistake, and make a small file a large one.
pub(super) const MOST_USES: usize = 32;

struct Arcs {
    positions: Vec<Vec<Position>>,
    /// For each arc how often it was used.
    uses: RefCell<Vec<usize>>,
}

impl Arcs {
    fn new(positions: Vec<Vec<Position>>) -> Arcs {
        Arcs {
            uses: RefCell::new(vec![0; positions.len()]),
            positions,
        }
    }

    /// Counts one more use of an arc, and returns true if it may be used.
    fn is_free(&self, number: usize) -> bool {
        match self.uses.borrow_mut().get_mut(number) {
            Some(uses) => {
                *uses += 1;
                *uses <= MOST_USES
            }
            None => true,
        }
    }

    fn geometry(
        &self,
        object: &Map<String, Value>,
        place: &str,
        warnings: &mut Warnings,
    ) -> Result<Vec<Ring>, Problem> {
        let field = |name| array(object, name).map_err(|what| Problem::at(place, what));
        match object.get("type").and_then(Value::as_str) {
            Some("Polygon") => self.polygon(field("arcs")?, &format!("{place}: arcs"), warnings),
            Some("MultiPolygon") => {
                let mut rings = Vec::new();
                for (number, value) in field("arcs")?.iter().enumerate() {
                    let place = format!("{place}: arcs[{number}]");
                    let value = value.as_array().map(Vec::as_slice).unwrap_or_default();
                    rings.extend(self.polygon(value, &place, warnings)?);
                }
                Ok(rings)
            }
            Some("GeometryCollection") => {
                let mut rings = Vec::new();
                for object in field("geometries")?.iter().filter_map(Value::as_object) {
                    rings.extend(self.geometry(object, place, warnings)?);
                }
                Ok(rings)
            }
            Some(kind @ ("Point" | "MultiPoint" | "LineString" | "MultiLineString")) => {
                warnings.add(place, format!("a {kind} covers no area: left out"));
                Ok(Vec::new())
            }
            None => {
                warnings.add(place, "has no geometry: left out");
                Ok(Vec::new())
            }
            other => Err(Problem::at(place, unknown(other))),
        }
    }

    fn polygon(
        &self,
        rings: &[Value],
        place: &str,
        warnings: &mut Warnings,
    ) -> Result<Vec<Ring>, Problem> {
        if rings.is_empty() {
            return Err(Problem::at(place, "an empty polygon"));
        }
        let mut found = Vec::new();
        for (number, value) in rings.iter().enumerate() {
            let place = || format!("{place}[{number}]");
            let places = self.joined(value, &place)?;
            // Rounding to whole numbers leaves nothing of the smallest islands but a point.
            if places.len() < 4 && places.first() == places.last() {
                continue;
            }
            found.push(ring(places, &place, warnings)?);
        }
        Ok(found)
    }

    /// A ring's arcs one after the other; `-1` is the first arc run backwards, `-2` the second.
    fn joined(&self, value: &Value, place: &dyn Fn() -> String) -> Result<Vec<Position>, Problem> {
        let mut joined: Vec<Position> = Vec::new();
        for index in value.as_array().map(Vec::as_slice).unwrap_or_default() {
            let index = index
                .as_i64()
                .ok_or_else(|| Problem::at(place(), "expected numbers of arcs"))?;
            let backwards = index < 0;
            let number = if backwards { !index } else { index };
            let arc = usize::try_from(number)
                .ok()
                .and_then(|number| Some((number, self.positions.get(number)?)))
                .ok_or_else(|| {
                    let what = format!("there is no arc {index}, only {}", self.positions.len());
                    Problem::at(place(), what)
                })?;
            let (number, arc) = arc;
            if !self.is_free(number) {
                let what = format!("arc {number} is used more than {MOST_USES} times");
                return Err(Problem::at(place(), what));
            }
            let mut arc = arc.clone();
            if backwards {
                arc.reverse();
            }
            if joined.last().is_some_and(|last| arc.first() != Some(last)) {
                let what = format!("arc {index} does not begin where the one before it ends");
                return Err(Problem::at(place(), what));
            }
            joined.extend(arc.into_iter().skip(usize::from(!joined.is_empty())));
        }
        Ok(joined)
    }
}

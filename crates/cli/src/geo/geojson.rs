//! GeoJSON (RFC 7946) to lands.

use super::feature::{Land, Ring, excerpt, position, ring};
use super::{Problem, Warnings};
use serde_json::{Map, Value};

/// The lands of a GeoJSON document.
pub(super) fn lands(
    object: &Map<String, Value>,
    warnings: &mut Warnings,
) -> Result<Vec<Land>, Problem> {
    match object.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => {
            let features = array(object, "features").map_err(Problem::new)?;
            let mut lands = Vec::new();
            for (number, feature) in features.iter().enumerate() {
                lands.extend(self::feature(
                    feature,
                    format!("features[{number}]"),
                    warnings,
                )?);
            }
            Ok(lands)
        }
        Some("Feature") => {
            let feature = Value::Object(object.clone());
            Ok(self::feature(&feature, "feature".to_owned(), warnings)?
                .into_iter()
                .collect())
        }
        Some("Polygon" | "MultiPolygon" | "GeometryCollection") => {
            let mut land = Land::of(&Map::new(), "geometry".to_owned());
            land.rings = geometry(object, &land.place, warnings)?;
            Ok(vec![land])
        }
        other => Err(Problem::new(unknown(other))),
    }
}

/// A feature, or `None` if it has no geometry.
fn feature(value: &Value, place: String, warnings: &mut Warnings) -> Result<Option<Land>, Problem> {
    let Some(object) = value.as_object() else {
        return Err(Problem::at(
            place,
            format!("expected a feature, found {}", excerpt(value)),
        ));
    };
    let mut land = Land::of(object, place);
    match object.get("geometry") {
        Some(Value::Object(object)) => land.rings = geometry(object, &land.place, warnings)?,
        None | Some(Value::Null) => {
            warnings.add(&land.place, "has no geometry: left out");
            return Ok(None);
        }
        Some(other) => {
            let what = format!("geometry: expected an object, found {}", excerpt(other));
            return Err(Problem::at(&land.place, what));
        }
    }
    Ok((!land.rings.is_empty()).then_some(land))
}

fn geometry(
    object: &Map<String, Value>,
    place: &str,
    warnings: &mut Warnings,
) -> Result<Vec<Ring>, Problem> {
    let coordinates = || array(object, "coordinates").map_err(|what| Problem::at(place, what));
    match object.get("type").and_then(Value::as_str) {
        Some("Polygon") => polygon(coordinates()?, &format!("{place}: coordinates"), warnings),
        Some("MultiPolygon") => {
            let polygons = coordinates()?;
            refuse_empty(polygons, place)?;
            let mut rings = Vec::new();
            for (number, value) in polygons.iter().enumerate() {
                let place = format!("{place}: coordinates[{number}]");
                rings.extend(polygon(list(value, &place)?, &place, warnings)?);
            }
            Ok(rings)
        }
        Some("GeometryCollection") => {
            let geometries =
                array(object, "geometries").map_err(|what| Problem::at(place, what))?;
            let mut rings = Vec::new();
            for (number, value) in geometries.iter().enumerate() {
                let place = format!("{place}: geometries[{number}]");
                let object = value.as_object().ok_or_else(|| {
                    Problem::at(
                        &place,
                        format!("expected a geometry, found {}", excerpt(value)),
                    )
                })?;
                rings.extend(geometry(object, &place, warnings)?);
            }
            Ok(rings)
        }
        Some(kind @ ("Point" | "MultiPoint" | "LineString" | "MultiLineString")) => {
            warnings.add(place, format!("a {kind} covers no area: left out"));
            Ok(Vec::new())
        }
        other => Err(Problem::at(place, unknown(other))),
    }
}

/// Returns the message for a type that is no geometry.
pub(super) fn unknown(kind: Option<&str>) -> String {
    const EXPECTED: &str = "expected GeoJSON (FeatureCollection, Feature, Polygon, MultiPolygon, GeometryCollection) or TopoJSON (Topology)";
    match kind {
        Some(kind) => format!("{EXPECTED}, found the type \"{kind}\""),
        None => format!("{EXPECTED}, found no \"type\""),
    }
}

fn polygon(rings: &[Value], place: &str, warnings: &mut Warnings) -> Result<Vec<Ring>, Problem> {
    refuse_empty(rings, place)?;
    let mut found = Vec::new();
    for (number, value) in rings.iter().enumerate() {
        let place = || format!("{place}[{number}]");
        let mut places = Vec::new();
        for (index, value) in list(value, &place())?.iter().enumerate() {
            places.push(position(value, &|| format!("{}[{index}]", place()))?);
        }
        found.push(ring(places, &place, warnings)?);
    }
    Ok(found)
}

fn refuse_empty(list: &[Value], place: &str) -> Result<(), Problem> {
    if list.is_empty() {
        return Err(Problem::at(place, "an empty polygon"));
    }
    Ok(())
}

fn list<'a>(value: &'a Value, place: &str) -> Result<&'a [Value], Problem> {
    value
        .as_array()
        .map(Vec::as_slice)
        .ok_or_else(|| Problem::at(place, format!("expected a list, found {}", excerpt(value))))
}

/// The list in a field, or what is wrong with it.
pub(super) fn array<'a>(
    object: &'a Map<String, Value>,
    field: &str,
) -> Result<&'a [Value], String> {
    match object.get(field) {
        Some(Value::Array(list)) => Ok(list),
        Some(other) => Err(format!(
            "{field}: expected a list, found {}",
            excerpt(other)
        )),
        None => Err(format!("{field}: missing")),
    }
}

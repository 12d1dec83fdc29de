//! A feature as the file gives it: rings of positions, and properties.

use super::{Problem, Warnings};
use election_widgets::model::Position;
use serde_json::{Map, Value};

/// A closed line; its first place is not said again at its end.
pub(super) type Ring = Vec<Position>;

/// A feature of GeoJSON, a geometry of TopoJSON.
#[derive(Clone, Debug)]
pub(super) struct Land {
    /// The place in the file, for messages: `features[3] ("Akmola")`.
    pub(super) place: String,
    /// The id that the file gives it.
    pub(super) own_id: Option<String>,
    /// The other properties of the feature.
    pub(super) properties: Map<String, Value>,
    /// Its outlines and holes, drawn by the even-odd rule: which is which makes no difference.
    pub(super) rings: Vec<Ring>,
}

impl Land {
    /// A land without rings yet, from the object that describes it.
    pub(super) fn of(object: &Map<String, Value>, place: String) -> Land {
        let properties = match object.get("properties") {
            Some(Value::Object(properties)) => properties.clone(),
            _ => Map::new(),
        };
        let place = match properties.get("name").and_then(Value::as_str) {
            Some(name) => format!("{place} (\"{name}\")"),
            None => place,
        };
        Land {
            place,
            own_id: object.get("id").and_then(word),
            properties,
            rings: Vec::new(),
        }
    }
}

/// A text or a number as text.
pub(super) fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The place that `[lon, lat]` says; `place` says where it stands, and is asked only when needed.
pub(super) fn position(value: &Value, place: &dyn Fn() -> String) -> Result<Position, Problem> {
    let Some([lon, lat, ..]) = value.as_array().map(Vec::as_slice) else {
        return Err(Problem::at(
            place(),
            format!("expected [longitude, latitude], found {}", excerpt(value)),
        ));
    };
    let degrees = |value: &Value| {
        value
            .as_f64()
            .filter(|number| number.is_finite())
            .ok_or_else(|| {
                Problem::at(
                    place(),
                    format!("expected a number of degrees, found {}", excerpt(value)),
                )
            })
    };
    in_range(degrees(lon)?, degrees(lat)?).map_err(|problem| problem.within(place()))
}

/// The place at these degrees; longitudes may run on past the date line, to 360.
pub(super) fn in_range(lon_deg: f64, lat_deg: f64) -> Result<Position, Problem> {
    const METRES: f64 = 1000.0;
    if lon_deg.abs() > METRES || lat_deg.abs() > METRES {
        return Err(Problem::new(format!(
            "[{lon_deg}, {lat_deg}]: these look like metres; election-widgets geo takes degrees (RFC 7946): project the file back to longitudes and latitudes (EPSG:4326) first"
        )));
    }
    if lat_deg.abs() > 90.0 {
        let hint = if lon_deg.abs() <= 90.0 && lat_deg.abs() <= 180.0 {
            " (did you mean [longitude, latitude]? swapped they fit)"
        } else {
            ""
        };
        return Err(Problem::new(format!(
            "latitude {lat_deg} is beyond 90{hint}"
        )));
    }
    if lon_deg.abs() > 360.0 {
        return Err(Problem::new(format!("longitude {lon_deg} is beyond 360")));
    }
    Ok(Position { lon_deg, lat_deg })
}

/// A ring as it is worked with: at least three corners, its first place not said again.
pub(super) fn ring(
    mut places: Vec<Position>,
    place: &dyn Fn() -> String,
    warnings: &mut Warnings,
) -> Result<Ring, Problem> {
    let closed = match (places.first(), places.last()) {
        (Some(first), Some(last)) => same(*first, *last),
        _ => true,
    };
    if places.len() < if closed { 4 } else { 3 } {
        return Err(Problem::at(place(), too_short(places.len())));
    }
    if closed {
        places.pop();
    } else {
        warnings.add(
            place(),
            "the last position of the ring is not the first: the ring was closed",
        );
    }
    Ok(places)
}

/// Returns true if two positions are one place. Longitudes 180 and -180 are equal.
fn same(one: Position, other: Position) -> bool {
    one.lat_deg == other.lat_deg && (one.lon_deg - other.lon_deg) % 360.0 == 0.0
}

/// Returns the message for a ring of too few positions.
pub(super) fn too_short(positions: usize) -> String {
    format!(
        "a ring of {positions} positions: at least 4 are needed, and the last must be equal to the first"
    )
}

/// A value as a message quotes it.
pub(super) fn excerpt(value: &Value) -> String {
    const MOST: usize = 40;
    let text = value.to_string();
    if text.chars().count() <= MOST {
        return text;
    }
    text.chars().take(MOST).chain("…".chars()).collect()
}

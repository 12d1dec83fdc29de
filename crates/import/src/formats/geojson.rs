//! GeoJSON: a feature for each mission or each place of it.

use super::Format;
use crate::context::Context;
use crate::draft::Head;
use crate::grid::plain;
use crate::missions::{Entry, Event, Spot, guess, join};
use crate::refused::{Place, Refused};
use crate::source::{Sniff, Source};
use crate::tree::parse_json;
use serde_json::{Map, Value};

/// The format of points with properties (RFC 7946).
#[derive(Clone, Copy, Debug)]
pub struct GeoJson;

impl Format for GeoJson {
    fn name(&self) -> &'static str {
        "geojson"
    }

    fn title(&self) -> &'static str {
        "observers as GeoJSON"
    }

    fn recognises(&self, sniff: &Sniff) -> bool {
        sniff.is_json() && sniff.text.contains("\"FeatureCollection\"")
    }

    fn read(
        &self,
        source: &mut Source<'_>,
        context: &mut Context<'_>,
    ) -> Result<Option<Value>, Refused> {
        let text = source.text(context.answers())?;
        let text = text.trim_start_matches('\u{feff}');
        let value = parse_json(text)?;
        let Some(Value::Array(features)) = value.get("features") else {
            return Err(Refused::new(
                "expected a FeatureCollection with a list of features",
            ));
        };
        let names = names(features, context)?;
        let lines = lines(text);
        let mut entries = Vec::new();
        for (number, feature) in features.iter().enumerate() {
            let line = lines.get(number).copied().unwrap_or(1);
            entries.push(entry(feature, line, &names, context)?);
        }
        let head = Head {
            test: value.get("rehearsal") == Some(&Value::Bool(true)),
            ..Head::default()
        };
        join(&entries, head, Event::default(), context)
    }
}

/// The lines on which features begin.
fn lines(text: &str) -> Vec<u64> {
    let (mut at, mut line) = (0, 1);
    let features = text.match_indices("\"Feature\"");
    let lines = features.map(|(place, _)| {
        line += text
            .get(at..place)
            .unwrap_or_default()
            .matches('\n')
            .count() as u64;
        at = place;
        line
    });
    lines.collect()
}

/// Fields of the widgets' own GeoJSON, which need no guess.
const OWN: [&str; 3] = ["places", "placeIds", "absent"];

/// The properties by field: mapped by a person, or guessed by their names.
fn names(
    features: &[Value],
    context: &mut Context<'_>,
) -> Result<Vec<(&'static str, String)>, Refused> {
    let mut keys: Vec<&String> = Vec::new();
    for map in features
        .iter()
        .filter_map(|feature| feature.get("properties")?.as_object())
    {
        for key in map.keys() {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    let mut names: Vec<(&'static str, String)> = Vec::new();
    for (field, key) in context.answers().pairs("map") {
        let known = guess(&field)
            .ok_or_else(|| Refused::new(format!("map: \"{field}\" is no field of observers")))?;
        if !keys.iter().any(|name| **name == key) {
            let keys: Vec<_> = keys.iter().map(|key| key.as_str()).collect();
            return Err(Refused::new(format!(
                "map: no feature has the property \"{key}\"; the properties are {}",
                keys.join(", ")
            )));
        }
        names.push((known, key));
    }
    for key in keys {
        let is_taken = |field: &str| {
            names
                .iter()
                .any(|(known, name)| *known == field || name == key)
        };
        match guess(key).filter(|field| !is_taken(field)) {
            Some(field) => names.push((field, key.clone())),
            None if OWN.contains(&key.as_str()) || names.iter().any(|(_, name)| name == key) => {}
            None => context.left_out(
                None,
                format!("the property \"{key}\""),
                "no field is known for it (name one with --map)",
            ),
        }
    }
    for (field, key) in &names {
        context.understood(None, format!("the property \"{key}\""), *field);
    }
    Ok(names)
}

fn entry(
    feature: &Value,
    line: u64,
    names: &[(&'static str, String)],
    context: &mut Context<'_>,
) -> Result<Entry, Refused> {
    let empty = Map::new();
    let properties = feature
        .get("properties")
        .and_then(Value::as_object)
        .unwrap_or(&empty);
    let place = Place::line(line);
    let mut entry = Entry {
        line,
        id: feature.get("id").map(plain).unwrap_or_default(),
        ..Entry::default()
    };
    let mut spot = Spot::default();
    for (field, key) in names {
        let text = properties.get(key).map(plain).unwrap_or_default();
        match *field {
            _ if text.is_empty() => {}
            "place" => spot.name = text,
            "placeId" => spot.id = text,
            "placeKind" | "lon" | "lat" => {}
            // The widgets' own file has sizes of several days or sources in one text.
            "size" if text.contains(" / ") => {
                context.left_out(
                    place,
                    format!("\"{text}\""),
                    "several sizes in one text: the CSV download has each with its day and source",
                );
            }
            "size" => {
                let (size, counted) = without_unit(&text);
                entry.texts.push(("size", size.to_owned(), place));
                if let Some(counted) = counted {
                    entry.texts.push(("counted", counted.to_owned(), place));
                }
            }
            field => entry.texts.push((field, text, place)),
        }
    }
    if let Some(why) = properties.get("absent") {
        context.left_out(
            place,
            format!("absent: {}", plain(why)),
            "the CSV download has it as a status",
        );
    }
    let points = points(feature.get("geometry"), place, context)?;
    entry.spots = spots(spot, properties, points, place, context);
    Ok(entry)
}

/// A number and the contract's word for its unit, where the widgets' own file has another than observers.
fn without_unit(text: &str) -> (&str, Option<&'static str>) {
    const UNITS: [(&str, &str); 6] = [
        (" reports", "reports"),
        (" report", "reports"),
        (" polling stations", "stations"),
        (" polling station", "stations"),
        (" calls", "calls"),
        (" call", "calls"),
    ];
    let found = UNITS
        .iter()
        .find_map(|(unit, counted)| Some((text.strip_suffix(unit)?, *counted)));
    found.map_or((text, None), |(size, counted)| (size, Some(counted)))
}

/// The points of a geometry, as longitude and latitude.
fn points(
    geometry: Option<&Value>,
    place: Place,
    context: &mut Context<'_>,
) -> Result<Vec<(String, String)>, Refused> {
    let Some(geometry) = geometry.filter(|geometry| !geometry.is_null()) else {
        return Ok(Vec::new());
    };
    let kind = geometry
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let coordinates = geometry.get("coordinates").and_then(Value::as_array);
    let points: Vec<&Value> = match (kind, coordinates) {
        ("Point", Some(_)) => geometry.get("coordinates").into_iter().collect(),
        ("MultiPoint", Some(points)) => points.iter().collect(),
        _ => {
            context.left_out(
                place,
                format!("a geometry of the type \"{kind}\""),
                "missions stand at points, not on lines or areas",
            );
            return Ok(Vec::new());
        }
    };
    let degrees = |point: &Value, axis: usize| {
        point
            .get(axis)
            .filter(|value| value.is_number())
            .map(Value::to_string)
    };
    let points = points.into_iter().map(|point| {
        let (Some(lon), Some(lat)) = (degrees(point, 0), degrees(point, 1)) else {
            return Err(Refused::at(
                place,
                "a point needs longitude and latitude as numbers",
            ));
        };
        crate::missions::position((&lon, place), (&lat, place))
    });
    points.collect()
}

/// The places of a feature: named by a property, or by the lists of the widgets' own file.
fn spots(
    spot: Spot,
    properties: &Map<String, Value>,
    points: Vec<(String, String)>,
    place: Place,
    context: &mut Context<'_>,
) -> Vec<Spot> {
    let list = |key: &str| -> Vec<String> {
        let items = properties.get(key).and_then(Value::as_array);
        items.into_iter().flatten().map(plain).collect()
    };
    let (names, ids) = (list("places"), list("placeIds"));
    if names.is_empty() {
        if points.is_empty() && spot == Spot::default() {
            return Vec::new();
        }
        if points.is_empty() {
            return vec![spot];
        }
        return points
            .into_iter()
            .map(|point| Spot {
                position: Some(point),
                ..spot.clone()
            })
            .collect();
    }
    let fits = |count: usize, what: &str, context: &mut Context<'_>| {
        if count > 0 && count != names.len() {
            context.left_out(
                place,
                format!("{count} {what} of {} places", names.len()),
                "the file does not say which is whose (the CSV download does)",
            );
        }
        count == names.len()
    };
    let has_points = fits(points.len(), "points", context);
    let has_ids = fits(ids.len(), "ids", context);
    let named = names.iter().enumerate().map(|(number, name)| Spot {
        kind: None,
        name: name.clone(),
        id: ids
            .get(number)
            .filter(|_| has_ids)
            .cloned()
            .unwrap_or_default(),
        position: points.get(number).filter(|_| has_points).cloned(),
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_have_the_lines_on_which_they_begin() {
        let text = "{\"type\": \"FeatureCollection\", \"features\": [\n{\"type\": \"Feature\"},\n\n{\"type\": \"Feature\"}]}";
        assert_eq!(lines(text), [2, 4]);
    }
}

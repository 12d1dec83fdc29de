//! `election-widgets geo`: from GeoJSON or TopoJSON to the small area file that a map draws.
//!
//! ```text
//! file -> lands (checked) -> named -> projected, clipped -> arcs, one a border -> simplified -> paths
//! ```
//!
//! It runs on the host alone, once for a map, so that a reader's browser neither projects nor
//! simplifies. Places project by [`election_widgets::model::Projection::project`], here as there.

mod antimeridian;
mod arcs;
mod feature;
mod file;
mod geojson;
mod label_point;
mod names;
mod options;
mod pipeline;
mod problem;
mod seam;
mod self_intersection;
mod simplify;
mod source;
mod svg_path;
mod topojson;
mod viewport;

pub use options::Options;
pub use problem::Problem;

use crate::command::MOST_DATA;
use election_widgets::model::Id;
use election_widgets::wire;
use feature::Land;
use names::{Named, Naming};
use problem::Warnings;
use serde_json::Value;
use std::collections::HashSet;
use std::io::Read;

/// An area file and what is to say of it.
#[derive(Clone, Debug)]
pub struct Made {
    /// The text of the area file.
    pub text: String,
    /// The oddities of the source that were tolerated.
    pub warnings: Vec<String>,
    /// One line on what was made.
    pub report: String,
}

/// Makes an area file; `input` is read where the options say `-`.
///
/// # Errors
///
/// Whatever keeps a map from being drawn truly, with the file, the feature and the position.
pub fn make(options: &Options, input: &mut dyn Read) -> Result<Made, Problem> {
    if Id::new(&options.id).is_none() {
        let what = "expected 1 to 64 of A-Z a-z 0-9 _ -";
        return Err(Problem::at(format!("--id \"{}\"", options.id), what));
    }
    let mut warnings = Warnings::default();
    let lands = lands(
        &options.input,
        options.object.as_deref(),
        input,
        &mut warnings,
    )?;
    let mut corners = count(&lands);
    let shapes = shapes(options, lands, input, &mut warnings)?;
    let around = match &options.around {
        Some(around) => {
            let lands = lands_around(around, input, &mut warnings)?;
            corners += count(&lands);
            named_around(options, lands, &shapes, input)?
        }
        None => Vec::new(),
    };
    tell_of_crossings(&shapes, &options.input, &mut warnings);
    let frame = viewport::Frame::of(&viewport::Wanted {
        rings: shapes.iter().flat_map(|shape| &shape.rings).collect(),
        bounds: options.bounds,
        kind: options.projection,
        width: options.width,
    })?;
    let disputes = &options.disputed;
    let sheet = pipeline::sheet(
        shapes,
        around,
        &frame,
        options.tolerance,
        disputes,
        &mut warnings,
    )?;
    let text = file::text(options, &frame, &sheet);
    refuse_unreadable(&text)?;
    Ok(Made {
        report: format!(
            "{}: shapes: {}, neighbours: {}, corners: {corners} in, {} out, bytes: {}",
            options.id,
            sheet.shapes.len(),
            sheet.around.len(),
            sheet.corners,
            text.len(),
        ),
        text,
        warnings: warnings.shown(),
    })
}

/// Refuses an area file that widgets would refuse: one limit holds where it is written and where it is read.
fn refuse_unreadable(text: &str) -> Result<(), Problem> {
    if text.len() as u64 > MOST_DATA {
        let (size, most) = (text.len().div_ceil(1_000_000), MOST_DATA / 1_000_000);
        return Err(Problem::new(format!(
            "the area file would have {size} MB; widgets read at most {most} MB (raise --tolerance, or keep fewer shapes with --only)"
        )));
    }
    wire::parse(text)
        .and_then(|document| wire::read_area(&document))
        .map(|_| ())
        .map_err(|error| Problem::at("widgets could not read the area file", error))
}

/// Lands around are not looked at: what is odd about them harms no shape.
fn tell_of_crossings(shapes: &[Named], path: &str, warnings: &mut Warnings) {
    for shape in shapes {
        for ring in &shape.rings {
            let Some(first) = ring.first() else { continue };
            if let Some(at) = self_intersection::of_ring(&antimeridian::flat(ring, first.lon_deg)) {
                let lon = antimeridian::near(at.x, 0.0);
                let what = format!("a ring crosses itself near [{lon:.4}, {:.4}]", at.y);
                let place = format!("{}: {}", source::shown(path), shape.place);
                warnings.add(place, what);
            }
        }
    }
}

fn count(lands: &[Land]) -> usize {
    lands
        .iter()
        .flat_map(|land| &land.rings)
        .map(Vec::len)
        .sum()
}

fn lands_around(
    around: &str,
    input: &mut dyn Read,
    warnings: &mut Warnings,
) -> Result<Vec<Land>, Problem> {
    match around.split_once('#') {
        Some((path, object)) => lands(path, Some(object), input, warnings),
        None => lands(around, None, input, warnings),
    }
}

/// The lands of a file, checked.
fn lands(
    path: &str,
    object: Option<&str>,
    input: &mut dyn Read,
    warnings: &mut Warnings,
) -> Result<Vec<Land>, Problem> {
    let value = source::read(path, input)?;
    let mut found = Warnings::default();
    let lands = decoded(&value, object, &mut found)
        .map_err(|problem| problem.within(source::shown(path)))?;
    warnings.take_from(source::shown(path), found);
    Ok(lands)
}

fn decoded(
    value: &Value,
    object: Option<&str>,
    warnings: &mut Warnings,
) -> Result<Vec<Land>, Problem> {
    let Some(root) = value.as_object() else {
        return Err(Problem::new(geojson::unknown(None)));
    };
    let topology = root.get("type").and_then(Value::as_str) == Some("Topology");
    let lands = match (topology, object) {
        (true, object) => topojson::lands(root, object, warnings)?,
        (false, None) => geojson::lands(root, warnings)?,
        (false, Some(object)) => {
            return Err(Problem::new(format!(
                "GeoJSON has no objects to choose \"{object}\" from: only TopoJSON has"
            )));
        }
    };
    if lands.is_empty() {
        return Err(Problem::new("no features that cover an area"));
    }
    Ok(lands)
}

fn shapes(
    options: &Options,
    lands: Vec<Land>,
    input: &mut dyn Read,
    warnings: &mut Warnings,
) -> Result<Vec<Named>, Problem> {
    let only_land = (options.id.as_str(), &options.title);
    let naming = Naming {
        only_land: Some(only_land).filter(|_| options.key.is_none()),
        key: options.key.as_deref(),
        name: &options.name,
        file: names::read(options.names.as_deref(), input)?,
        shape: true,
    };
    let path = source::shown(&options.input);
    let mut found = Warnings::default();
    let shapes = naming
        .of(lands)
        .and_then(|named| names::shapes(named, &naming, &options.only, &mut found))
        .map_err(|problem| problem.within(path))?;
    warnings.take_from(path, found);
    Ok(shapes)
}

/// The lands around that are not shapes themselves.
fn named_around(
    options: &Options,
    lands: Vec<Land>,
    shapes: &[Named],
    input: &mut dyn Read,
) -> Result<Vec<Named>, Problem> {
    let naming = Naming {
        only_land: None,
        key: options.around_key.as_deref(),
        name: &options.name,
        file: names::read(options.around_names.as_deref(), input)?,
        shape: false,
    };
    let mut around = naming
        .of(lands)
        .map_err(|problem| problem.within("--around"))?;
    let known: HashSet<&String> = shapes
        .iter()
        .filter_map(|shape| shape.id.as_ref())
        .collect();
    let is_shape = |land: &Named| land.id.as_ref().is_some_and(|id| known.contains(id));
    around.retain(|land| !is_shape(land));
    Ok(around)
}

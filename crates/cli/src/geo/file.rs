//! The text of an area file: one line per shape, so that people can read differences.

use super::options::Options;
use super::pipeline::{Canvas, Drawn};
use super::viewport::Frame;
use election_widgets::model::ProjectionKind;
use serde_json::{Map, Value, json};

/// The value of `format` in an area file.
const FORMAT: &str = "election-widgets area 1";

/// Returns the text of the area file.
pub(super) fn text(options: &Options, frame: &Frame, sheet: &Canvas) -> String {
    let mut lines = head(options, frame);
    lines.push(list("shapes", &sheet.shapes));
    lines.push(list("around", &sheet.around));
    if !sheet.disputed.is_empty() {
        lines.push(field("disputed", &json!(sheet.disputed)));
    }
    format!("{{{}}}\n", lines.join(",\n"))
}

fn head(options: &Options, frame: &Frame) -> Vec<String> {
    let projection = frame.projection;
    let kind = match projection.kind {
        ProjectionKind::EqualArea => "equal-area",
        ProjectionKind::NaturalEarth => "natural-earth",
    };
    let mut lines = vec![
        field("format", &json!(FORMAT)),
        field("id", &json!(options.id)),
        field("title", &options.title),
        field("credit", &options.credit),
        field("vintage", &options.vintage),
    ];
    lines.extend(
        options
            .borders
            .as_ref()
            .map(|borders| field("borders", borders)),
    );
    lines.push(field("width", &json!(frame.width)));
    lines.push(field("height", &json!(frame.height)));
    let projection = json!({
        "kind": kind,
        "lon": number(projection.centre.lon_deg),
        "lat": number(projection.centre.lat_deg),
        "scale": number(projection.scale),
        "x": number(projection.x),
        "y": number(projection.y),
    });
    lines.push(field("projection", &projection));
    lines
}

fn field(name: &str, value: &Value) -> String {
    format!("\"{name}\":{value}")
}

/// Whole numbers without a decimal.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 {
        json!(value as i64)
    } else {
        json!(value)
    }
}

fn list(name: &str, drawn: &[Drawn]) -> String {
    if drawn.is_empty() {
        return field(name, &json!([]));
    }
    let lines: Vec<String> = drawn.iter().map(line).collect();
    format!("\"{name}\":[\n{}\n]", lines.join(",\n"))
}

fn line(drawn: &Drawn) -> String {
    let mut fields = Map::new();
    // Neighbours have ids only while the file is made.
    if drawn.named.shape {
        fields.extend(drawn.named.id.iter().map(|id| ("id".to_owned(), json!(id))));
    }
    fields.extend(
        drawn
            .named
            .name
            .iter()
            .map(|name| ("name".to_owned(), name.clone())),
    );
    fields.extend(
        drawn
            .at
            .iter()
            .map(|at| ("at".to_owned(), json!([at.x, at.y]))),
    );
    fields.insert("path".to_owned(), json!(drawn.path));
    Value::Object(fields).to_string()
}

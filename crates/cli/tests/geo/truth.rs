//! Maps and messages of `election-widgets geo` that were once wrong.

use super::support;
use serde_json::{Value, json};
use std::process::Output;

fn run(features: &[Value], more: &[&str]) -> Output {
    support::run(&support::collection(features).to_string(), more)
}

fn feature(id: Option<&str>, polygons: Value) -> Value {
    let mut feature = json!({
        "type": "Feature", "properties": { "name": "Land" },
        "geometry": { "type": "MultiPolygon", "coordinates": polygons }
    });
    if let Some(id) = id {
        feature["id"] = json!(id);
    }
    feature
}

fn square(west: f64) -> Value {
    json!([[
        [west, 10],
        [west + 5.0, 10],
        [west + 5.0, 15],
        [west, 15],
        [west, 10]
    ]])
}

#[test]
fn a_land_that_its_file_cuts_at_the_date_line_has_no_border_there() {
    let land = feature(
        Some("643"),
        json!([
            [[
                [170, 60],
                [180, 60],
                [180, 63.2],
                [180, 70.002],
                [170, 70],
                [170, 60]
            ]],
            [[
                [-180, 60.003],
                [-170, 60],
                [-170, 70],
                [-180, 69.998],
                [-180, 60.003]
            ]]
        ]),
    );
    let output = run(&[land], &["--only", "643", "--tolerance", "0"]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let area: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let path = area["shapes"][0]["path"].as_str().expect("a path");
    assert_eq!(path.matches(['Z', 'z']).count(), 1, "{path}");
}

#[test]
fn only_the_chosen_shapes_need_an_id() {
    let lands = [
        feature(Some("A"), json!([square(10.0)])),
        feature(None, json!([square(20.0)])),
    ];
    assert!(run(&lands, &["--only", "A"]).status.success());
    assert!(!run(&lands, &[]).status.success());
}

#[test]
fn every_id_that_no_shape_has_is_named_at_once() {
    let lands = [feature(Some("A"), json!([square(10.0)]))];
    let said = run(&lands, &["--only", "A,Q,R"]).stderr;
    let said = String::from_utf8(said).expect("text");
    assert!(
        said.contains("--only: no shapes have the ids \"Q\", \"R\""),
        "{said}"
    );
}

#[test]
fn a_place_where_a_ring_crosses_itself_has_a_longitude_that_exists() {
    let land = feature(
        Some("A"),
        json!([[[[-170, 10], [160, 20], [160, 10], [-170, 20], [-170, 10]]]]),
    );
    let said = run(&[land], &[]).stderr;
    let said = String::from_utf8(said).expect("text");
    let near = said.split("near [").nth(1).expect("a place");
    let lon: f64 = near
        .split(',')
        .next()
        .and_then(|lon| lon.parse().ok())
        .expect("a number");
    assert!((-180.0..=180.0).contains(&lon), "{said}");
}

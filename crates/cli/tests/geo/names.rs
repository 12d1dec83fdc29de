//! Names and ids of shapes, and of the lands around them.

use crate::support::{at, collection, feature, file, made, path, rings, square, within};
use serde_json::json;

#[test]
fn a_bare_geometry_gets_the_id_and_title_of_its_map() {
    let (area, _) = made(
        &json!({ "type": "Polygon", "coordinates": [square(0.0, 0.0, 1.0)] }),
        &[],
    );
    assert_eq!(
        json!([area["shapes"][0]["id"], area["shapes"][0]["name"]]),
        json!(["a-2026", "A"])
    );
}

#[test]
fn a_file_of_names_renames_leaves_out_and_joins_shapes() {
    let names = file(
        "names.json",
        &json!({
            "A": { "id": "AB", "name": { "en": "Both", "ru": "Оба" } },
            "b": { "id": "AB", "name": "not the first" },
            "C": null,
            "D": { "name": "Delta" },
        }),
    );
    let lands = ["A", "B", "C", "D", "E"].iter().enumerate();
    let features: Vec<_> = lands
        .map(|(number, id)| feature(id, "Polygon", json!([square(number as f64, 0.0, 1.0)])))
        .collect();
    let (area, _) = made(
        &collection(&features),
        &["--names", names.to_str().unwrap()],
    );
    let shapes = area["shapes"].as_array().unwrap();
    let told: Vec<_> = shapes
        .iter()
        .map(|shape| (&shape["id"], &shape["name"]))
        .collect();
    assert_eq!(
        json!(told),
        json!([["AB", { "en": "Both", "ru": "Оба" }], ["D", "Delta"], ["E", "e"]])
    );
    // The border between the two that were made one is gone.
    assert_eq!(rings(path(&area, 0)).len(), 1);
}

#[test]
fn neighbours_are_drawn_in_the_background_and_named_if_there_is_space() {
    let lands = collection(&[
        feature("A", "Polygon", json!([square(10.0, 10.0, 5.0)])),
        feature("WIDE", "Polygon", json!([square(15.0, 5.0, 20.0)])),
        feature("THIN", "Polygon", json!([square(9.9, 10.0, 0.1)])),
        feature("FAR", "Polygon", json!([square(-100.0, 10.0, 5.0)])),
        feature(
            "OTHER-SIDE",
            "Polygon",
            json!([square(-170.0, -20.0, 15.0)]),
        ),
    ]);
    let around = file("around.geojson", &lands);
    let around = around.to_str().unwrap();
    let more = ["--only", "A", "--around", around, "--bounds", "8,8,25,17"];
    let (area, _) = made(&lands, &more);
    let named: Vec<_> = area["around"]
        .as_array()
        .unwrap()
        .iter()
        .map(|land| &land["name"])
        .collect();
    assert_eq!(json!(named), json!(["wide", null]));
    let wide = &area["around"][0];
    assert!(wide.get("id").is_none() && within(wide["path"].as_str().unwrap(), at(wide)));
    assert!(area["around"][1].get("at").is_none());
}

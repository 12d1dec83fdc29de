//! Names and ids of shapes, and of the lands around them.

use crate::support::{at, collection, feature, file, made, path, rings, square, within};
use serde_json::json;

#[test]
fn a_bare_geometry_is_called_as_its_map_is() {
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
fn names_are_given_left_out_and_made_one_by_a_file() {
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
fn lands_around_are_drawn_behind_and_named_where_there_is_room() {
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

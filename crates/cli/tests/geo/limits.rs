//! Small files that would take hours or gigabytes: refused with the limit, or drawn in little time.

use crate::support::{collection, feature, made, refused, square};
use serde_json::json;

#[test]
fn an_arc_that_is_used_again_and_again_is_refused() {
    let topology = |uses: usize| {
        let land = |number: usize| json!({"type": "Polygon", "id": format!("a{number}"), "properties": {"name": "A"}, "arcs": [[0]]});
        let lands: Vec<_> = (0..uses).map(land).collect();
        json!({
            "type": "Topology", "objects": {"o": {"type": "GeometryCollection", "geometries": lands}},
            "arcs": [[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]]]
        })
    };
    assert_eq!(
        made(&topology(32), &[]).0["shapes"]
            .as_array()
            .unwrap()
            .len(),
        32
    );
    let said = refused(&topology(33).to_string(), &[]);
    assert!(
        said.contains(
            "objects.o.geometries[32] (\"A\"): arcs[0]: arc 0 is used more than 32 times"
        ),
        "{said}"
    );
}

#[test]
fn a_small_file_of_long_sides_is_refused_before_they_get_their_corners() {
    let ring: Vec<[f64; 2]> = (0..60_000)
        .map(|number| {
            [
                if number % 2 == 0 { -89.0 } else { 89.0 },
                f64::from(number) / 1000.0,
            ]
        })
        .collect();
    let said = refused(
        &collection(&[feature("a", "Polygon", json!([ring]))]).to_string(),
        &[],
    );
    assert!(
        said.contains("more than 10000000 corners, one for each degree of a long side"),
        "{said}"
    );
}

#[test]
fn a_land_of_five_thousand_islands_and_a_ring_that_crosses_itself_everywhere_are_drawn() {
    let islands: Vec<_> = (0..5_000)
        .map(|number| {
            json!([square(
                f64::from(number % 100) * 0.5,
                f64::from(number / 100) * 0.5,
                0.2
            )])
        })
        .collect();
    let (area, _) = made(
        &collection(&[feature("a", "MultiPolygon", json!(islands))]),
        &[],
    );
    assert!(area["shapes"][0]["at"].is_array());
    let corner = |number: u32| {
        let angle = std::f64::consts::TAU * f64::from(number * 200 % 401) / 401.0;
        [30.0 + 20.0 * angle.cos(), 30.0 + 20.0 * angle.sin()]
    };
    let star: Vec<[f64; 2]> = (0..=401).map(corner).collect();
    let (area, said) = made(&collection(&[feature("a", "Polygon", json!([star]))]), &[]);
    assert!(area["shapes"][0]["at"].is_array());
    assert!(said.contains("a ring crosses itself near"), "{said}");
}

#[test]
fn what_widgets_would_refuse_is_refused_when_the_area_file_is_made() {
    let named = |name: &str| {
        let mut land = feature("a", "Polygon", json!([square(0.0, 0.0, 1.0)]));
        land["properties"]["name"] = json!(name);
        collection(&[land])
    };
    assert_eq!(
        made(&named(&"n".repeat(4_000)), &[])
            .1
            .matches("warning")
            .count(),
        0
    );
    let said = refused(&named(&"n".repeat(4_001)).to_string(), &[]);
    assert!(
        said.contains("expected a text of at most 4000 characters, found 4001"),
        "{said}"
    );
    let said = refused(&named("\u{200b}\u{3164}").to_string(), &[]);
    assert!(
        said.contains("widgets could not read the area file: shapes[0].name: expected a text"),
        "{said}"
    );
}

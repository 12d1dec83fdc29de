//! Pages and borders that nobody would write: the command ends by itself, and leaves what is not its own as it was.
//!
//! A failing case prints its page, the shortest that still fails, and the seed. `PROPTEST_CASES` sets the number of cases;
//! `make fuzz` runs many.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod pages;
#[path = "../../../tests/faults/seed.rs"]
mod seed;

use pages::{DATA, Site, without};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static SITE: LazyLock<Site> = LazyLock::new(|| Site::new("faults"));

/// Pieces of pages: elements that browsers open and close by themselves, raw text, broken tags, widgets.
fn pieces() -> Vec<String> {
    let pieces = [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<select>",
        "<option>",
        "<svg>",
        "</svg>",
        "<math>",
        "<style>",
        "</style>",
        "<title>",
        "</title>",
        "<textarea>",
        "</textarea>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<!DOCTYPE html>",
        "<html lang=ru>",
        "<body>",
        "</body>",
        "<a href=x>",
        "</a>",
        "<b>",
        "</b>",
        "<plaintext>",
        "<noscript>",
        "</noscript>",
        "<iframe>",
        "</iframe>",
        "<base href=x/>",
        "text &amp; more",
        "\u{0}",
        "<",
        ">",
        "\"",
        "'",
        "<p title='",
        "\r\n",
        "\u{feff}",
        "é",
        "</",
        "<!",
        "<?x?>",
        "&#x0;",
        "<results-chart",
        "<results-chart src=data.json>",
        "<results-chart src=none.json>",
        "<RESULTS-CHART src='data.json'>",
        "</results-chart>",
        "<observer-map>",
        "</observer-map>",
        "<alliance-grid src=data.json></alliance-grid>",
        "<script type=\"application/json\">",
    ];
    let inline =
        format!("<results-chart><script type=\"application/json\">{DATA}</script></results-chart>");
    pieces
        .into_iter()
        .map(str::to_owned)
        .chain([inline])
        .collect()
}

proptest! {
    #![proptest_config(seed::config())]

    #[test]
    fn any_page_keeps_every_byte_but_what_its_widgets_get_and_a_second_run_changes_nothing(
        pieces in prop::collection::vec(prop::sample::select(pieces()), 1..25),
    ) {
        let page = pieces.concat();
        let ran = SITE.filter(&page);
        prop_assert!(matches!(ran.code, 0 | 1), "{}: {}", ran.code, ran.said);
        prop_assert_eq!(without(&ran.out), page);
        prop_assert_eq!(SITE.filter(&ran.out).out, ran.out);
    }

    #[test]
    fn any_borders_become_a_file_that_a_map_can_show_or_are_refused(
        rings in prop::collection::vec(ring(), 1..6),
        wrapped in any::<bool>(),
        extra in prop::sample::select(vec![Value::Null, json!({ "type": "Point", "coordinates": [0, 0] }), json!({ "type": "Polygon", "coordinates": [] }), json!({ "type": "Polygon" }), json!(7)]),
    ) {
        let feature = |(number, ring): (usize, &Vec<[f64; 2]>)| json!({
            "type": "Feature",
            "id": format!("area-{number}"),
            "properties": { "name": format!("Area {number}") },
            "geometry": { "type": "Polygon", "coordinates": [ring] },
        });
        let mut features: Vec<Value> = rings.iter().enumerate().map(feature).collect();
        if wrapped {
            features.push(json!({ "type": "Feature", "id": "extra", "properties": { "name": "Extra" }, "geometry": extra }));
        }
        let borders = json!({ "type": "FeatureCollection", "features": features }).to_string();
        let ran = area_of(&borders);
        prop_assert!(matches!(ran.code, 0..=2), "{}: {}", ran.code, ran.said);
        if ran.code == 0 {
            let checked = SITE.run(&["validate", "--widget", "area", "-"], &ran.out);
            prop_assert_eq!(checked.code, 0, "{}", checked.said);
        } else {
            prop_assert!(ran.said.starts_with("error: "), "{}", ran.said);
        }
    }
}

/// The area file of borders.
fn area_of(borders: &str) -> pages::Ran {
    let arguments = [
        "geo",
        "-",
        "--id",
        "made-up-2030",
        "--title",
        "A map",
        "--credit",
        "Nobody",
        "--vintage",
        "2030",
    ];
    SITE.run(&arguments, borders)
}

#[test]
fn a_square_becomes_a_map() {
    let square = json!({ "type": "Feature", "id": "a", "properties": { "name": "A" }, "geometry": { "type": "Polygon",
        "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]] } });
    let ran = area_of(&json!({ "type": "FeatureCollection", "features": [square] }).to_string());
    assert_eq!(ran.code, 0, "{}", ran.said);
}

/// A ring: closed or open, crossing itself, flat, around a pole, across the date line.
fn ring() -> impl Strategy<Value = Vec<[f64; 2]>> {
    let degree = |most: f64| prop_oneof![8 => -most..most, 1 => Just(most), 1 => Just(-most), 1 => Just(0.0), 1 => Just(most * 1.1)];
    let points = prop::collection::vec((degree(180.0), degree(90.0)), 0..12);
    (points, any::<bool>(), -2..3_i32).prop_map(|(points, closed, digits)| {
        let scale = 10_f64.powi(digits);
        let mut ring: Vec<[f64; 2]> = points
            .into_iter()
            .map(|(lon, lat)| [(lon * scale).round() / scale, (lat * scale).round() / scale])
            .collect();
        if closed && let Some(first) = ring.first().copied() {
            ring.push(first);
        }
        ring
    })
}

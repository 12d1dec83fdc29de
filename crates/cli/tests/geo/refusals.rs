//! Files that the command refuses, and files that it reads with a warning.

use crate::support::{collection, feature, made, refused, run_on_file, square};
use serde_json::json;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// The largest input that the command reads.
const MOST_BYTES: u64 = 200_000_000;

#[test]
fn every_error_says_where_it_is_and_what_was_expected() {
    let one = |coordinates: &str| {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","id":"A","properties":{{"name":"Akmola"}},"geometry":{{"type":"Polygon","coordinates":{coordinates}}}}}]}}"#
        )
    };
    let good = one("[[[0,0],[1,0],[1,1],[0,0]]]");
    let ids = |first: &str, second: &str| {
        collection(&[
            feature(first, "Polygon", json!([square(0.0, 0.0, 1.0)])),
            feature(second, "Polygon", json!([square(1.0, 0.0, 1.0)])),
        ])
        .to_string()
    };
    let apart = collection(&[
        feature("A", "Polygon", json!([square(0.0, 0.0, 1.0)])),
        feature("A2", "Polygon", json!([square(3.0, 0.0, 1.0)])),
    ])
    .to_string();
    let topology = r#"{"type":"Topology","objects":{"lands":{"type":"Polygon","id":"A","arcs":[[0]]},"seas":{"type":"Polygon","id":"B","arcs":[[5]]},"bent":{"type":"Polygon","id":"B","arcs":[[0,1]]}},"arcs":[[[0,0],[1,0],[1,1],[0,0]],[[7,7],[0,0]]]}"#;
    let nested = format!("{}{}", "[".repeat(300), "]".repeat(300));
    let cases: Vec<(&str, String, &[&str])> = vec![
        ("an empty file", String::new(), &[]),
        ("no JSON", "{\n  \"type\": nope }".into(), &[]),
        ("a file cut off", good.chars().take(90).collect(), &[]),
        ("a list", "[1, 2]".into(), &[]),
        ("too deep", nested, &[]),
        ("no type", "{}".into(), &[]),
        ("another type", r#"{"type":"Map"}"#.into(), &[]),
        (
            "no features",
            r#"{"type":"FeatureCollection","features":[]}"#.into(),
            &[],
        ),
        (
            "features missing",
            r#"{"type":"FeatureCollection"}"#.into(),
            &[],
        ),
        (
            "a feature that is none",
            r#"{"type":"FeatureCollection","features":[5]}"#.into(),
            &[],
        ),
        (
            "only a point",
            r#"{"type":"Point","coordinates":[1,2]}"#.into(),
            &[],
        ),
        ("NaN", one("[[[0,0],[NaN,0],[1,1],[0,0]]]"), &[]),
        ("Infinity", one("[[[0,0],[-Infinity,0],[1,1],[0,0]]]"), &[]),
        (
            "too large a number",
            one("[[[0,0],[1e999,0],[1,1],[0,0]]]"),
            &[],
        ),
        (
            "a text for a number",
            one(r#"[[[0,0],["1",0],[1,1],[0,0]]]"#),
            &[],
        ),
        (
            "null for a number",
            one("[[[0,0],[null,0],[1,1],[0,0]]]"),
            &[],
        ),
        ("one number", one("[[[0,0],[1],[1,1],[0,0]]]"), &[]),
        ("a ring that is no list", one("[7]"), &[]),
        (
            "swapped",
            one("[[[51.1,171.4],[1,0],[1,1],[51.1,171.4]]]"),
            &[],
        ),
        (
            "too far north",
            one("[[[171.4,91],[1,0],[1,1],[171.4,91]]]"),
            &[],
        ),
        ("too far east", one("[[[361,9],[1,0],[1,1],[361,9]]]"), &[]),
        (
            "metres",
            one("[[[500000,5500000],[500001,5500000],[500001,5500001],[500000,5500000]]]"),
            &[],
        ),
        ("an empty polygon", one("[]"), &[]),
        ("an empty ring", one("[[]]"), &[]),
        ("three positions", one("[[[0,0],[1,0],[0,0]]]"), &[]),
        ("two positions, open", one("[[[0,0],[1,0]]]"), &[]),
        ("one id twice", ids("A", "A"), &[]),
        ("an id that is none", ids("A", "B, the second"), &[]),
        ("an id without a letter", ids("A", "Ж"), &[]),
        ("no id", ids("A", "A2").replace(r#""id":"A2","#, ""), &[]),
        ("no such key", good.clone(), &["--key", "code"]),
        ("no such shape", good.clone(), &["--only", "A,Q"]),
        ("an object of GeoJSON", good.clone(), &["--object", "lands"]),
        ("several objects", topology.into(), &[]),
        ("no such object", topology.into(), &["--object", "land"]),
        ("no such arc", topology.into(), &["--object", "seas"]),
        (
            "arcs that do not meet",
            topology.into(),
            &["--object", "bent"],
        ),
        (
            "a dispute with no land",
            good.clone(),
            &["--disputed", "A/Q"],
        ),
        ("a dispute without a border", apart, &["--disputed", "A/A2"]),
        ("a file that is not there", good, &["--names", "none.json"]),
    ];
    let mut told = String::new();
    for (what, input, more) in cases {
        let _ = write!(told, "{what}\n  {}", refused(&input, more));
    }
    insta::assert_snapshot!("refusals", told);
}

#[test]
fn unusual_shapes_get_a_warning() {
    let open = json!([[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]]);
    let bow = json!([[[4.0, 0.0], [6.0, 2.0], [6.0, 0.0], [4.0, 2.0], [4.0, 0.0]]]);
    let features = [
        feature("A", "Polygon", open),
        feature("B", "Polygon", bow),
        json!({ "type": "Feature", "id": "C", "properties": null, "geometry": null }),
        feature("D", "LineString", json!([[0.0, 0.0], [1.0, 1.0]])),
        json!({ "type": "Feature", "id": "E", "properties": {},
            "geometry": { "type": "Polygon", "coordinates": [square(8.0, 0.0, 1.0)] } }),
        feature("F", "Polygon", json!([square(70.0, 0.0, 1.0)])),
    ];
    let (_, said) = made(&collection(&features), &["--bounds", "-1,-1,10,3"]);
    insta::assert_snapshot!("warnings", said);
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("huge.geojson");
    let huge = fs::File::create(&path).expect("the folder is there");
    huge.set_len(MOST_BYTES + 1).expect("it need not be filled");
    let output = run_on_file(path.to_str().unwrap());
    fs::remove_file(&path).expect("it is ours");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("huge.geojson: has more than 200 MB"),
        "{said}"
    );
}

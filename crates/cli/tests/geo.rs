//! `election-widgets geo`, run as a newsroom runs it, and the area files that it made for us.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

use election_widgets::model::{Outline, Position, Projection, ProjectionKind};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

type Point = (f64, f64);

/// The largest input that the command reads.
const MOST_BYTES: u64 = 200_000_000;

/// Runs the command on a text given as standard input.
fn run(input: &str, more: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_election-widgets"))
        .args([
            "geo", "-", "--id", "a-2026", "--title", "A", "--credit", "C",
        ])
        .args(["--vintage", "2026"])
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command is built");
    let mut stdin = child.stdin.take().expect("it reads");
    // A command that refuses early does not read on.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

/// The area file made, and what was said on standard error.
fn made(input: &Value, more: &[&str]) -> (Value, String) {
    let output = run(&input.to_string(), more);
    let said = String::from_utf8(output.stderr).expect("messages are text");
    assert!(output.status.success(), "{said}");
    let area = serde_json::from_slice(&output.stdout).expect("an area file is JSON");
    (area, said)
}

/// What a refusal says.
fn refused(input: &str, more: &[&str]) -> String {
    let output = run(input, more);
    assert_eq!(output.status.code(), Some(2), "{input}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("messages are text")
}

fn collection(features: &[Value]) -> Value {
    json!({ "type": "FeatureCollection", "features": features })
}

fn feature(id: &str, kind: &str, coordinates: Value) -> Value {
    json!({
        "type": "Feature", "id": id, "properties": { "name": id.to_lowercase() },
        "geometry": { "type": kind, "coordinates": coordinates }
    })
}

fn square(west: f64, south: f64, side: f64) -> Value {
    let (east, north) = (west + side, south + side);
    json!([
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south]
    ])
}

fn path(area: &Value, number: usize) -> &str {
    area["shapes"][number]["path"]
        .as_str()
        .expect("a shape has a path")
}

/// The rings of a path, as a browser would draw it.
fn rings(path: &str) -> Vec<Vec<Point>> {
    assert!(Outline::new(path).is_some(), "{path}");
    let spaced: String = path
        .chars()
        .flat_map(|c| match c {
            '-' => vec![' ', '-'],
            c if c.is_ascii_alphabetic() => vec![' ', c, ' '],
            c => vec![c],
        })
        .collect();
    let mut words = spaced.split_whitespace().peekable();
    let (mut rings, mut at, mut command) = (Vec::<Vec<Point>>::new(), (0.0, 0.0), "");
    while let Some(word) = words.peek().copied() {
        if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            command = word;
            words.next();
            if command == "z" {
                at = rings.last().expect("a ring is open")[0];
                continue;
            }
        }
        let mut number = || {
            words
                .next()
                .expect("a number")
                .parse::<f64>()
                .expect("a number")
        };
        at = match command {
            "m" | "l" => (at.0 + number(), at.1 + number()),
            "h" => (at.0 + number(), at.1),
            "v" => (at.0, at.1 + number()),
            other => panic!("{other}"),
        };
        if command == "m" {
            rings.push(Vec::new());
            command = "l";
        }
        rings
            .last_mut()
            .expect("a path begins with a move")
            .push(at);
    }
    rings
}

/// Whether a point lies within a path by the even-odd rule.
fn within(path: &str, at: Point) -> bool {
    let mut inside = false;
    for ring in rings(path) {
        for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            if (from.1 > at.1) != (to.1 > at.1) {
                inside ^= at.0 < from.0 + (to.0 - from.0) * (at.1 - from.1) / (to.1 - from.1);
            }
        }
    }
    inside
}

fn area_of(path: &str) -> f64 {
    let ring_area = |ring: &Vec<Point>| {
        let sides = ring.iter().zip(ring.iter().cycle().skip(1));
        sides
            .map(|(one, two)| one.0 * two.1 - two.0 * one.1)
            .sum::<f64>()
            .abs()
            / 2.0
    };
    rings(path).iter().map(ring_area).sum()
}

fn at(shape: &Value) -> Point {
    let number = |index: usize| shape["at"][index].as_f64().expect("a place is two numbers");
    (number(0), number(1))
}

fn projection(area: &Value) -> Projection {
    let told = &area["projection"];
    let number = |field: &str| told[field].as_f64().expect("a projection is numbers");
    Projection {
        kind: match told["kind"].as_str() {
            Some("equal-area") => ProjectionKind::EqualArea,
            Some("natural-earth") => ProjectionKind::NaturalEarth,
            other => panic!("{other:?}"),
        },
        centre: Position {
            lon_deg: number("lon"),
            lat_deg: number("lat"),
        },
        scale: number("scale"),
        x: number("x"),
        y: number("y"),
    }
}

#[test]
fn every_refusal_says_where_and_what_was_expected() {
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
fn what_is_only_odd_is_warned_of() {
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
fn which_way_a_ring_runs_and_where_it_begins_makes_no_difference() {
    let ring = json!([[0.0, 0.0], [3.0, 0.5], [4.0, 3.0], [1.0, 4.0], [0.0, 0.0]]);
    let turned = json!([[1.0, 4.0], [4.0, 3.0], [3.0, 0.5], [0.0, 0.0], [1.0, 4.0]]);
    let drawn = |ring| made(&collection(&[feature("A", "Polygon", json!([ring]))]), &[]).0;
    assert_eq!(drawn(ring), drawn(turned));
}

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
fn a_hole_stays_a_hole() {
    let coordinates = json!([square(0.0, 0.0, 10.0), square(2.0, 2.0, 7.0)]);
    let (area, _) = made(&collection(&[feature("A", "Polygon", coordinates)]), &[]);
    let projection = projection(&area);
    let is_land = |lon_deg, lat_deg| {
        within(
            path(&area, 0),
            projection.project(Position { lon_deg, lat_deg }).unwrap(),
        )
    };
    assert!(is_land(1.0, 1.0) && !is_land(5.0, 5.0) && !is_land(11.0, 5.0));
    assert!(within(path(&area, 0), at(&area["shapes"][0])));
}

#[test]
fn geometries_in_one_feature_are_one_shape() {
    let parts = json!([[square(0.0, 0.0, 2.0)], [square(5.0, 0.0, 2.0)]]);
    let (many, _) = made(&collection(&[feature("A", "MultiPolygon", parts)]), &[]);
    assert_eq!(rings(path(&many, 0)).len(), 2);
    let one = |west| json!({ "type": "Polygon", "coordinates": [square(west, 0.0, 2.0)] });
    let gathered = json!({ "type": "Feature", "id": "A", "properties": { "name": "a" },
        "geometry": { "type": "GeometryCollection", "geometries": [one(0.0), one(5.0)] } });
    assert_eq!(made(&gathered, &[]).0, many);
}

#[test]
fn a_land_across_the_date_line_is_drawn_in_one_piece() {
    let west = json!([
        [178.0, 0.0],
        [180.0, 0.0],
        [180.0, 1.0],
        [180.0, 2.0],
        [178.0, 2.0],
        [178.0, 0.0]
    ]);
    let east = json!([
        [-180.0, 0.0],
        [-178.0, 0.0],
        [-178.0, 2.0],
        [-180.0, 2.0],
        [-180.0, 1.0],
        [-180.0, 0.0]
    ]);
    let cut = made(
        &collection(&[feature("A", "MultiPolygon", json!([[west], [east]]))]),
        &[],
    )
    .0;
    let through = json!([
        [178.0, 0.0],
        [-178.0, 0.0],
        [-178.0, 2.0],
        [178.0, 2.0],
        [178.0, 0.0]
    ]);
    let whole = made(
        &collection(&[feature("A", "Polygon", json!([through]))]),
        &[],
    )
    .0;
    let on = json!([
        [178.0, 0.0],
        [182.0, 0.0],
        [182.0, 2.0],
        [178.0, 2.0],
        [178.0, 0.0]
    ]);
    let run_on = made(&collection(&[feature("A", "Polygon", json!([on]))]), &[]).0;
    for area in [&cut, &whole, &run_on] {
        assert_eq!(rings(path(area, 0)).len(), 1);
        assert_eq!(area["projection"]["lon"], 180);
        let size = (
            area["width"].as_f64().unwrap(),
            area["height"].as_f64().unwrap(),
        );
        assert!((1.9..2.1).contains(&(size.0 / size.1)), "{size:?}");
        assert!(area_of(path(area, 0)) > 0.9 * size.0 * size.1);
    }
}

#[test]
fn a_map_of_the_world_cuts_lands_at_its_edge() {
    let through = json!([
        [170.0, 0.0],
        [-160.0, 0.0],
        [-160.0, 20.0],
        [170.0, 20.0],
        [170.0, 0.0]
    ]);
    let far = json!([square(-60.0, -30.0, 60.0)]);
    let features = [
        feature("A", "Polygon", json!([through])),
        feature("B", "Polygon", far),
    ];
    let more = [
        "--projection",
        "natural-earth",
        "--bounds",
        "-180,-60,180,80",
    ];
    let (area, _) = made(&collection(&features), &more);
    let found = rings(path(&area, 0));
    assert_eq!(found.len(), 2);
    let widest = |ring: &Vec<Point>| {
        let xs = ring.iter().map(|point| point.0);
        xs.clone().fold(f64::MIN, f64::max) - xs.fold(f64::MAX, f64::min)
    };
    assert!(found.iter().all(|ring| widest(ring) < 200.0), "{found:?}");
    let turned = made(&collection(&features), &["--bounds", "-30,-60,330,80"]).0;
    assert_eq!(turned["projection"]["kind"], "natural-earth");
    assert_eq!(rings(path(&turned, 0)).len(), 1);
}

#[test]
fn a_land_around_a_pole_reaches_the_edge_of_a_map_of_the_world() {
    let cap: Vec<_> = (0..=36).map(|step| json!([step * 10 - 180, -70])).collect();
    let features = [
        feature("A", "Polygon", json!([cap])),
        feature("B", "Polygon", json!([square(0.0, 0.0, 20.0)])),
    ];
    let (area, _) = made(&collection(&features), &["--bounds", "-180,-90,180,90"]);
    let projection = projection(&area);
    let is_land = |lon_deg, lat_deg| {
        within(
            path(&area, 0),
            projection.project(Position { lon_deg, lat_deg }).unwrap(),
        )
    };
    for lon in [-170.0, -90.0, 0.0, 45.0, 170.0] {
        assert!(is_land(lon, -80.0) && !is_land(lon, -60.0), "{lon}");
    }
}

#[test]
fn a_land_around_a_pole_covers_it_on_an_equal_area_map() {
    for first in [-180, -90] {
        let cap: Vec<_> = (0..=4).map(|step| json!([first + step * 90, 70])).collect();
        let (area, said) = made(
            &collection(&[feature("A", "Polygon", json!([cap]))]),
            &["--bounds", "-180,60,180,90", "--projection", "equal-area"],
        );
        assert_eq!(said.lines().count(), 1, "{said}");
        let projection = projection(&area);
        let is_land = |lon_deg, lat_deg| {
            let place = Position { lon_deg, lat_deg };
            within(path(&area, 0), projection.project(place).unwrap())
        };
        for lon in [-135.0, -45.0, 45.0, 135.0] {
            assert!(is_land(lon, 80.0) && !is_land(lon, 65.0), "{lon}");
        }
        assert!(is_land(0.0, 90.0));
    }
}

#[test]
fn topojson_is_drawn_as_the_same_geojson() {
    let features = [
        feature(
            "A",
            "Polygon",
            json!([[
                [0.0, 0.0],
                [2.0, 0.0],
                [2.5, 1.0],
                [2.0, 2.0],
                [0.0, 2.0],
                [0.0, 0.0]
            ]]),
        ),
        feature(
            "B",
            "Polygon",
            json!([[
                [2.0, 0.0],
                [4.0, 0.0],
                [4.0, 2.0],
                [2.0, 2.0],
                [2.5, 1.0],
                [2.0, 0.0]
            ]]),
        ),
    ];
    let name = |name: &str| json!({ "name": name });
    let topology = |transform: Option<Value>, arcs: Value| {
        let mut topology = json!({
            "type": "Topology", "arcs": arcs,
            "objects": { "lands": { "type": "GeometryCollection", "geometries": [
                { "type": "Polygon", "id": "A", "properties": name("a"), "arcs": [[0, 1]] },
                { "type": "Polygon", "id": "B", "properties": name("b"), "arcs": [[2, -1]] },
            ] } }
        });
        if let Some(transform) = transform {
            topology["transform"] = transform;
        }
        topology
    };
    let plain = json!([
        [[2.0, 0.0], [2.5, 1.0], [2.0, 2.0]],
        [[2.0, 2.0], [0.0, 2.0], [0.0, 0.0], [2.0, 0.0]],
        [[2.0, 0.0], [4.0, 0.0], [4.0, 2.0], [2.0, 2.0]],
    ]);
    let quantized = json!([
        [[4, 0], [1, 4], [-1, 4]],
        [[4, 8], [-4, 0], [0, -8], [4, 0]],
        [[4, 0], [4, 0], [0, 8], [-4, 0]],
    ]);
    let transform = json!({ "scale": [0.5, 0.25], "translate": [0.0, 0.0] });
    let expected = made(&collection(&features), &[]).0;
    assert_eq!(made(&topology(None, plain), &[]).0, expected);
    assert_eq!(
        made(
            &topology(Some(transform), quantized),
            &["--object", "lands"]
        )
        .0,
        expected
    );
}

/// A border of many small bends between two lands, from south to north.
fn wild_border(steps: u32) -> Vec<Value> {
    let bend = |step: u32| {
        let up = f64::from(step) / f64::from(steps);
        let aside = (up * 40.0).sin() * 0.3 + (up * 911.0).sin() * 0.02;
        json!([5.0 + aside * (up * (1.0 - up) * 4.0), up * 8.0])
    };
    (0..=steps).map(bend).collect()
}

fn two_neighbours() -> Value {
    let border = wild_border(4000);
    let mut left = border.clone();
    left.extend([json!([0.0, 8.0]), json!([0.0, 0.0]), border[0].clone()]);
    let mut right: Vec<_> = border.into_iter().rev().collect();
    let first = right[0].clone();
    right.extend([json!([9.0, 0.0]), json!([9.0, 8.0]), first]);
    collection(&[
        feature("L", "Polygon", json!([left])),
        feature("R", "Polygon", json!([right])),
    ])
}

#[test]
fn two_neighbours_share_exactly_one_border() {
    let (area, said) = made(&two_neighbours(), &[]);
    let ring = |number: usize| rings(path(&area, number)).remove(0);
    let shared: Vec<_> = ring(0)
        .into_iter()
        .filter(|point| ring(1).contains(point))
        .collect();
    assert!(
        (50..1500).contains(&shared.len()),
        "{} {said}",
        shared.len()
    );
    // All that is no corner of the outer frame is shared: neither has a bend that the other lacks.
    let own = |number: usize| {
        ring(number)
            .iter()
            .filter(|point| !shared.contains(point))
            .count()
    };
    assert!(own(0) <= 40 && own(1) <= 40, "{} {}", own(0), own(1));
    let both = area_of(path(&area, 0)) + area_of(path(&area, 1));
    let outer = json!([[
        [0.0, 0.0],
        [5.0, 0.0],
        [9.0, 0.0],
        [9.0, 8.0],
        [5.0, 8.0],
        [0.0, 8.0],
        [0.0, 0.0]
    ]]);
    let whole = area_of(path(
        &made(&collection(&[feature("A", "Polygon", outer)]), &[]).0,
        0,
    ));
    assert!((both - whole).abs() < 20.0, "{both} {whole}");
}

#[test]
fn a_disputed_border_is_written_besides() {
    let (area, _) = made(&two_neighbours(), &["--disputed", "L/R"]);
    let line = rings(area["disputed"].as_str().unwrap()).remove(0);
    let ring = rings(path(&area, 0)).remove(0);
    assert!(line.len() > 50 && line.iter().all(|point| ring.contains(point)));
    let (part, _) = made(&two_neighbours(), &["--disputed", "L/R@3,0,7,4"]);
    let southern = rings(part["disputed"].as_str().unwrap()).remove(0);
    assert!(southern.len() > 20 && southern.len() < line.len() * 2 / 3);
    assert!(made(&two_neighbours(), &[]).0.get("disputed").is_none());
}

#[test]
fn places_land_where_the_embed_will_project_them() {
    let corners = [(30.1, 40.2), (44.7, 41.3), (43.9, 52.6), (31.0, 50.5)];
    let ring: Vec<_> = corners
        .iter()
        .chain(&corners[..1])
        .map(|(lon, lat)| json!([lon, lat]))
        .collect();
    let (area, _) = made(&collection(&[feature("A", "Polygon", json!([ring]))]), &[]);
    let projection = projection(&area);
    let drawn = rings(path(&area, 0)).remove(0);
    for (lon_deg, lat_deg) in corners {
        let (x, y) = projection.project(Position { lon_deg, lat_deg }).unwrap();
        assert!(drawn.contains(&(x.round(), y.round())), "{x} {y} {drawn:?}");
    }
}

#[test]
fn a_shape_too_small_to_draw_keeps_a_small_square_above_the_others() {
    let features = [
        feature("DOT", "Polygon", json!([square(50.0, 20.0, 0.0001)])),
        feature("BIG", "Polygon", json!([square(0.0, 0.0, 60.0)])),
    ];
    let (area, _) = made(&collection(&features), &[]);
    assert_eq!(area["shapes"][1]["id"], "DOT");
    assert_eq!(area_of(path(&area, 1)), 8.0);
    assert!(within(path(&area, 1), at(&area["shapes"][1])));
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

fn file(name: &str, value: &Value) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, value.to_string()).expect("the folder is there");
    path
}

fn run_on_file(path: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_election-widgets"))
        .args([
            "geo",
            path,
            "--id",
            "a-2026",
            "--title",
            "A",
            "--credit",
            "C",
            "--vintage",
            "2026",
        ])
        .output()
        .expect("the command is built")
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("huge.geojson");
    let huge = fs::File::create(&path).expect("the folder is there");
    huge.set_len(MOST_BYTES + 1).expect("it need not be filled");
    let output = run_on_file(path.to_str().unwrap());
    fs::remove_file(&path).expect("it is ours");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("huge.geojson: holds more than 200 MB"),
        "{said}"
    );
}

#[test]
fn a_ring_of_a_million_corners_becomes_a_small_one() {
    const CORNERS: u32 = 1_000_000;
    let corner = |step: u32| {
        let angle = f64::from(step % CORNERS) / f64::from(CORNERS) * std::f64::consts::TAU;
        let far = 10.0 + (angle * 9.0).sin() + (angle * 7919.0).sin() * 0.002;
        json!([30.0 + angle.cos() * far, 40.0 + angle.sin() * far])
    };
    let ring: Vec<_> = (0..=CORNERS).map(corner).collect();
    let (area, said) = made(&collection(&[feature("A", "Polygon", json!([ring]))]), &[]);
    assert!(path(&area, 0).len() < 6000, "{said}");
    assert!(
        said.starts_with("a-2026: shapes: 1, lands around: 0, corners: 1000000 in"),
        "{said}"
    );
}

#[test]
fn the_same_file_comes_out_the_same() {
    let text = two_neighbours().to_string();
    let first = run(&text, &[]);
    assert_eq!(first.stdout, run(&text, &[]).stdout);
    let path = file("neighbours.geojson", &two_neighbours());
    assert_eq!(first.stdout, run_on_file(path.to_str().unwrap()).stdout);
}

/// The words of a line as a shell reads them, quotes being single.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('\'').enumerate();
    let quoted = parts.map(|(number, part)| match number % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    quoted.flatten().collect()
}

#[test]
fn the_example_of_the_docs_runs() {
    let docs = include_str!("../../../docs/geo.md").replace("\\\n", " ");
    let example = docs
        .lines()
        .find(|line| line.starts_with("election-widgets geo "));
    let mut words = words(example.expect("there is an example"));
    let output = words.pop().expect("it names its output");
    let made = Command::new(env!("CARGO_BIN_EXE_election-widgets"))
        .args(words.drain(1..))
        .arg(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(&output))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .expect("the command is built");
    let said = String::from_utf8(made.stderr).expect("messages are text");
    assert!(
        made.status.success() && said.starts_with("lakeland-2025: shapes: 3,"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
}

/// The area files in www/geo/.
fn presets() -> Vec<(String, Value)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/geo");
    let mut presets: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("the entry is readable").path())
        .map(|path| {
            let text = fs::read_to_string(&path).expect("area files are text");
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (
                name,
                serde_json::from_str(&text).expect("area files are JSON"),
            )
        })
        .collect();
    presets.sort_by(|one, other| one.0.cmp(&other.0));
    presets
}

#[test]
fn presets_hold_what_a_map_must_say_and_every_place_lies_in_its_shape() {
    let presets = presets();
    let names: Vec<_> = presets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "central-asia-2018",
            "kazakhstan-before-2018",
            "kyrgyzstan-before-2018",
            "world-2018"
        ]
    );
    for (name, area) in &presets {
        assert_eq!(&area["id"], name);
        for field in ["title", "credit", "vintage", "borders"] {
            assert!(
                area[field]["en"].is_string() && area[field]["ru"].is_string(),
                "{name} {field}"
            );
        }
        let mut ids = Vec::new();
        for shape in area["shapes"].as_array().unwrap() {
            let id = shape["id"].as_str().unwrap();
            assert!(
                within(shape["path"].as_str().unwrap(), at(shape)),
                "{name} {id}"
            );
            assert!(
                shape["name"]["en"].is_string() && shape["name"]["ru"].is_string(),
                "{name} {id}"
            );
            assert!(!ids.contains(&id), "{name} {id}");
            ids.push(id);
        }
        for land in area["around"].as_array().unwrap() {
            let path = land["path"].as_str().unwrap();
            assert!(Outline::new(path).is_some());
            assert!(land.get("at").is_none() || within(path, at(land)), "{name}");
        }
    }
}

#[test]
fn cities_lie_in_their_regions_and_countries() {
    let presets = presets();
    let places = [
        ("central-asia-2018", "KZ", 71.43, 51.13),
        ("central-asia-2018", "UZ", 69.24, 41.3),
        ("kazakhstan-before-2018", "KZ-AST", 71.43, 51.15),
        ("kazakhstan-before-2018", "KZ-ALA", 76.93, 43.25),
        ("kazakhstan-before-2018", "KZ-YUZ", 69.6, 42.32),
        ("kazakhstan-before-2018", "KZ-VOS", 82.6, 49.95),
        ("kyrgyzstan-before-2018", "KG-GB", 74.59, 42.87),
        ("kyrgyzstan-before-2018", "KG-Y", 78.39, 42.49),
        ("world-2018", "KZ", 71.43, 51.13),
        ("world-2018", "RU", -172.0, 66.5),
        ("world-2018", "AR", -64.2, -31.4),
        ("world-2018", "XK", 21.0, 42.6),
    ];
    for (preset, id, lon_deg, lat_deg) in places {
        let (_, area) = presets.iter().find(|(name, _)| name == preset).unwrap();
        let spot = projection(area)
            .project(Position { lon_deg, lat_deg })
            .unwrap();
        let shapes = area["shapes"].as_array().unwrap();
        let found: Vec<_> = shapes
            .iter()
            .filter(|shape| within(shape["path"].as_str().unwrap(), spot))
            .map(|shape| shape["id"].as_str().unwrap())
            .collect();
        assert_eq!(found, [id], "{preset} {lon_deg} {lat_deg}");
    }
}

//! Runs of the command, small maps as input, and a reader of the paths in its output.

use election_widgets::model::{Outline, Position, Projection, ProjectionKind};
use serde_json::{Value, json};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

pub type Point = (f64, f64);

/// Runs the command on a text given as standard input.
pub fn run(input: &str, more: &[&str]) -> Output {
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
pub fn made(input: &Value, more: &[&str]) -> (Value, String) {
    let output = run(&input.to_string(), more);
    let said = String::from_utf8(output.stderr).expect("messages are text");
    assert!(output.status.success(), "{said}");
    let area = serde_json::from_slice(&output.stdout).expect("an area file is JSON");
    (area, said)
}

/// The message of a refusal.
pub fn refused(input: &str, more: &[&str]) -> String {
    let output = run(input, more);
    assert_eq!(output.status.code(), Some(2), "{input}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("messages are text")
}

pub fn collection(features: &[Value]) -> Value {
    json!({ "type": "FeatureCollection", "features": features })
}

pub fn feature(id: &str, kind: &str, coordinates: Value) -> Value {
    json!({
        "type": "Feature", "id": id, "properties": { "name": id.to_lowercase() },
        "geometry": { "type": kind, "coordinates": coordinates }
    })
}

pub fn square(west: f64, south: f64, side: f64) -> Value {
    let (east, north) = (west + side, south + side);
    json!([
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south]
    ])
}

pub fn path(area: &Value, number: usize) -> &str {
    area["shapes"][number]["path"]
        .as_str()
        .expect("a shape has a path")
}

/// The rings of a path, as a browser would draw it.
pub fn rings(path: &str) -> Vec<Vec<Point>> {
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

/// Returns true if a point lies within a path by the even-odd rule.
pub fn within(path: &str, at: Point) -> bool {
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

pub fn area_of(path: &str) -> f64 {
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

pub fn at(shape: &Value) -> Point {
    let number = |index: usize| shape["at"][index].as_f64().expect("a place is two numbers");
    (number(0), number(1))
}

pub fn projection(area: &Value) -> Projection {
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

/// A border of many small bends between two lands, from south to north.
pub fn wild_border(steps: u32) -> Vec<Value> {
    let bend = |step: u32| {
        let up = f64::from(step) / f64::from(steps);
        let aside = (up * 40.0).sin() * 0.3 + (up * 911.0).sin() * 0.02;
        json!([5.0 + aside * (up * (1.0 - up) * 4.0), up * 8.0])
    };
    (0..=steps).map(bend).collect()
}

pub fn two_neighbours() -> Value {
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

pub fn file(name: &str, value: &Value) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, value.to_string()).expect("the folder is there");
    path
}

pub fn run_on_file(path: &str) -> Output {
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

//! The area files in `www/geo`, and the example in `docs/geo.md`.

use crate::support::{at, projection, within};
use election_widgets::model::{Outline, Position};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

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
    let docs = include_str!("../../../../docs/geo.md").replace("\\\n", " ");
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

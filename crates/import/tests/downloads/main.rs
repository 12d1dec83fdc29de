//! Round trips: what readers download from the widgets imports back to the same facts.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

mod properties;

// The generator of documents of tests/truth_results.
#[path = "../../../../tests/truth_results/dice.rs"]
#[allow(dead_code, reason = "the generator is shared")]
mod dice;
#[path = "../../../../tests/truth_results/generate.rs"]
#[allow(dead_code, reason = "the generator is shared")]
mod generate;
#[path = "../../../../tests/truth_results/publish.rs"]
#[allow(dead_code, reason = "the generator is shared")]
mod publish;
#[path = "../../../../tests/truth_results/rational.rs"]
#[allow(dead_code, reason = "the generator is shared")]
mod rational;
#[path = "../../../../tests/truth_results/rules.rs"]
#[allow(dead_code, reason = "the generator is shared")]
mod rules;
#[path = "../../../../tests/truth_results/run.rs"]
mod run;
#[path = "../../../../tests/truth_results/world.rs"]
#[allow(dead_code, reason = "the generator is shared")]
mod world;

// The generators of documents of tests/truth_observers and tests/truth_alliances.
#[path = "../../../../tests/truth_alliances/generated.rs"]
#[allow(dead_code, missing_docs, reason = "the generator is shared")]
mod generated_alliances;
#[path = "../../../../tests/truth_observers/generated.rs"]
#[allow(dead_code, missing_docs, reason = "the generator is shared")]
mod generated_observers;

use election_widgets::layout::{CountChoice, Export, ExportTable, Field, ResultsViewState};
use election_widgets::locale::Locale;
use election_widgets::widget::{
    AlliancesWidget, AreaInput, ObserversWidget, ResultsWidget, Widget,
};
use election_widgets::wire;
use election_widgets_import::{Answers, Imported, Outcome, Source, import};
use serde_json::Value;
use std::path::Path;

/// Answers to what no download says, given where it is asked.
fn answer(key: &str) -> &'static str {
    match key {
        "title" | "event" => "A vote",
        "office" => "President",
        "ownUnit" => "Electoral votes",
        "source.title" => "none",
        "source.publisher" | "source.date" => "2100",
        "asOf" => "2100-01-01",
        // The unit of a lead is the one thing that a download's figures lack.
        key if key.starts_with("margin.") => "votes",
        key => panic!("nobody should have to answer {key}"),
    }
}

/// Columns of words and verdicts, which the widget makes again from the figures.
const OF_THE_WIDGET: [&str; 3] = ["text", "shown", "holds"];

/// The documents of the demo and of the tests, with their file names.
fn documents() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["www/data", "tests/data"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "json") {
                found.push((
                    path.display().to_string(),
                    std::fs::read_to_string(&path).unwrap(),
                ));
            }
        }
    }
    found.sort();
    assert!(found.len() > 20, "the documents are there");
    found
}

/// The download of a document, every count of it.
fn export<W: Widget>(text: &str, state: &W::State) -> Export {
    let document = wire::parse(text).unwrap();
    let (model, _) =
        W::read(&document, AreaInput::Absent).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let export = W::export(&model, state, &Locale::english()).expect("an export");
    let is_test = serde_json::from_str::<Value>(text).unwrap()["test"] == true;
    if is_test {
        export.of_a_rehearsal()
    } else {
        export
    }
}

fn imported(file: &str) -> Imported {
    let mut answers = Answers::default();
    answers.set("rehearsal", true);
    loop {
        let mut source = Source::new("download", file.as_bytes()).unwrap();
        match import(&mut source, &answers) {
            Ok(Outcome::Imported(imported)) => return *imported,
            Ok(Outcome::Asked { questions, .. }) => {
                for question in questions {
                    let chosen = question
                        .choices
                        .first()
                        .filter(|_| question.key.starts_with("merged."));
                    let answer = chosen.map_or_else(
                        || answer(&question.key).to_owned(),
                        |chosen| chosen.value.clone(),
                    );
                    answers.set(&question.key, answer);
                }
            }
            Err(refused) => panic!("{refused}\n{file}"),
        }
    }
}

/// The facts of a download: its rows without words, in an order of their own.
fn facts(table: &ExportTable) -> Vec<String> {
    let is_fact = |place: &usize| !OF_THE_WIDGET.contains(&table.heads[*place].as_str());
    let row = |row: &Vec<Field>| {
        let says_missing = row.iter().any(|field| field.text() == "missing");
        let fields = (0..row.len())
            .filter(|place| is_fact(place) || (says_missing && table.heads[*place] == "text"));
        fields
            .map(|place| format!("{}={}", table.heads[place], row[place].text()))
            .collect::<Vec<_>>()
            .join("|")
    };
    let mut rows: Vec<String> = table.rows.iter().map(row).collect();
    rows.sort();
    rows
}

fn comes_back<W: Widget>(name: &str, text: &str, state: &W::State) {
    let first = export::<W>(text, state);
    for file in [first.data.csv(), first.data.json()] {
        let imported = imported(&file);
        assert_eq!(imported.format, "download");
        let again = export::<W>(&imported.document.to_string(), state);
        let (before, after) = (facts(&first.data), facts(&again.data));
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before, after, "{name}\n{:#}", imported.document);
        }
        assert_eq!(before.len(), after.len(), "{name}");
    }
}

fn all_counts() -> ResultsViewState {
    ResultsViewState {
        count: CountChoice::All,
        ..ResultsViewState::default()
    }
}

#[test]
fn every_results_chart_of_the_demo_and_the_tests_comes_back_from_its_download() {
    for (name, text) in documents()
        .iter()
        .filter(|(_, text)| text.contains("\"options\""))
    {
        comes_back::<ResultsWidget>(name, text, &all_counts());
    }
}

#[test]
fn every_observer_map_of_the_demo_and_the_tests_comes_back_from_its_download() {
    for (name, text) in documents()
        .iter()
        .filter(|(_, text)| text.contains("\"missions\""))
    {
        comes_back::<ObserversWidget>(name, text, &Default::default());
    }
}

#[test]
fn every_alliance_grid_of_the_demo_and_the_tests_comes_back_from_its_download() {
    for (name, text) in documents()
        .iter()
        .filter(|(_, text)| text.contains("\"alliances\""))
    {
        comes_back::<AlliancesWidget>(name, text, &Default::default());
    }
}

/// The features of a GeoJSON file.
fn features(geo: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(geo).unwrap();
    value["features"].as_array().unwrap().clone()
}

/// The parts of a feature that the file itself does not tell apart: points and ids of other numbers than places, several
/// sizes in one text. The report names them, and the CSV download has them.
fn lost(feature: &Value) -> Vec<&'static str> {
    let properties = &feature["properties"];
    let count = |value: &Value| value.as_array().map_or(0, Vec::len);
    let places = count(&properties["places"]);
    let points = match feature["geometry"]["type"].as_str() {
        None => 0,
        Some("Point") => 1,
        Some(_) => count(&feature["geometry"]["coordinates"]),
    };
    let differs = |count: usize| count > 0 && count != places;
    let several = properties["size"].as_str().unwrap().contains(" / ");
    let all = [
        ("geometry", differs(points)),
        ("placeIds", differs(count(&properties["placeIds"]))),
        ("size", several),
        ("absent", properties.get("absent").is_some()),
    ];
    all.into_iter()
        .filter(|(_, is_lost)| *is_lost)
        .map(|(part, _)| part)
        .collect()
}

#[test]
fn every_mission_of_the_demo_and_the_tests_comes_back_from_its_geojson_or_is_named() {
    for (name, text) in documents()
        .iter()
        .filter(|(_, text)| text.contains("\"missions\""))
    {
        let first = export::<ObserversWidget>(text, &Default::default())
            .geo
            .unwrap();
        let imported = imported(&first);
        assert_eq!(imported.format, "geojson");
        let again = export::<ObserversWidget>(&imported.document.to_string(), &Default::default())
            .geo
            .unwrap();
        let mut named = 0;
        for (mut before, mut after) in features(&first).into_iter().zip(features(&again)) {
            for part in lost(&before) {
                named += 1;
                for feature in [&mut before, &mut after] {
                    feature.as_object_mut().unwrap().remove(part);
                    feature["properties"].as_object_mut().unwrap().remove(part);
                }
            }
            assert_eq!(before, after, "{name}\n{:#}", imported.document);
        }
        assert_eq!(
            imported.report.left_out.len(),
            named,
            "{name}: {:#?}",
            imported.report.left_out
        );
    }
}

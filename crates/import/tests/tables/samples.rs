//! The real files beside the repository, where they are there.

use super::try_import;
use election_widgets_import::{Answers, Imported, Outcome};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The folder of real files: `ELECTION_WIDGETS_SAMPLES`, or `../shared/samples` beside the repository.
fn samples() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = std::env::var_os("ELECTION_WIDGETS_SAMPLES").map(PathBuf::from);
    let beside = here.join("../../../shared/samples");
    named.or(Some(beside)).filter(|folder| folder.is_dir())
}

fn sample(file: &str, mapping: &str) -> Option<Imported> {
    let Some(folder) = samples() else {
        eprintln!("skipped: no samples (set ELECTION_WIDGETS_SAMPLES to their folder)");
        return None;
    };
    let bytes = std::fs::read(folder.join(file)).unwrap();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let answers = std::fs::read_to_string(here.join("tests/mappings").join(mapping)).unwrap();
    match try_import(&bytes, &Answers::from_json(&answers).unwrap()) {
        Ok(Outcome::Imported(imported)) => Some(*imported),
        other => panic!("{other:#?}"),
    }
}

fn votes(document: &Value, count: usize) -> u64 {
    let results = document["counts"][count]["results"].as_object().unwrap();
    results
        .values()
        .map(|result| result["votes"].as_u64().unwrap())
        .sum()
}

#[test]
fn canadas_file_gives_two_counts_whose_votes_are_the_papers_less_the_rejected() {
    let Some(imported) = sample("canada/nanaimo-ladysmith-2019.tsv", "canada.json") else {
        return;
    };
    let document = &imported.document;
    assert_eq!(votes(document, 0), 40_711);
    assert_eq!(votes(document, 1), 41_195 - 130);
    assert_eq!(
        document["counts"][0]["ballots"]["invalid"],
        serde_json::json!({"missing": "not available"})
    );
    assert_eq!(document["counts"][1]["ballots"]["cast"], 41_195);
    assert_eq!(document["options"].as_array().unwrap().len(), 7);
}

/// The votes of a file's rows by its own words, read without the importer.
fn own_votes(file: &str, is_wanted: fn(&str) -> bool) -> u64 {
    let text = std::fs::read_to_string(samples().unwrap().join(file)).unwrap();
    let rows = text.lines().filter(|line| is_wanted(line));
    rows.filter_map(|row| row.split("\";\"").nth(4)?.parse::<u64>().ok())
        .sum()
}

#[test]
fn indias_file_gives_a_constituency_whose_votes_are_the_files_own() {
    const FILE: &str = "india/lok-sabha-2024-part.csv";
    let Some(imported) = sample(FILE, "india.json") else {
        return;
    };
    let own = own_votes(FILE, |row| row.contains("\"Araku \""));
    assert_eq!(votes(&imported.document, 0), own);
    assert_eq!(imported.document["options"][13]["kind"], "against-all");
}

#[test]
fn indias_file_gives_the_votes_by_party_and_a_seat_without_a_poll_adds_none() {
    const FILE: &str = "india/lok-sabha-2024-part.csv";
    let Some(imported) = sample(FILE, "india-parties.json") else {
        return;
    };
    assert_eq!(votes(&imported.document, 0), own_votes(FILE, |_| true));
    let bjp = &imported.document["counts"][0]["results"]["bharatiya-janata-party"]["votes"];
    assert_eq!(
        *bjp,
        own_votes(FILE, |row| row.contains("Bharatiya Janata"))
    );
}

#[test]
fn the_lists_of_groups_have_all_their_countries_and_no_kind() {
    for group in ["brics", "csto", "eaeu", "sco"] {
        let Some(imported) = sample(&format!("groups/{group}.json"), "groups.json") else {
            return;
        };
        let text = std::fs::read_to_string(samples().unwrap().join(format!("groups/{group}.json")))
            .unwrap();
        let own: Value = serde_json::from_str(&text).unwrap();
        let memberships =
            &imported.document["memberships"][own["acronym"].as_str().unwrap()]["unspecified"];
        assert_eq!(
            memberships.as_array().unwrap().len(),
            own["countries"].as_array().unwrap().len()
        );
    }
}

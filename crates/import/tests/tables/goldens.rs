//! Twins of official files, each imported with the mapping file that docs/import.md shows.

use super::try_import;
use election_widgets_import::{Answers, Outcome};
use std::fmt::Write as _;
use std::path::Path;

/// The document and the report of a twin, as one text.
fn golden(file: &str, mapping: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let bytes = std::fs::read(folder.join("data").join(file)).unwrap();
    let answers = std::fs::read_to_string(folder.join("mappings").join(mapping)).unwrap();
    let outcome = try_import(&bytes, &Answers::from_json(&answers).unwrap());
    let Ok(Outcome::Imported(imported)) = outcome else {
        panic!("{outcome:#?}")
    };
    let mut text = String::new();
    let report = &imported.report;
    for (title, lines) in [
        ("understood", &report.understood),
        ("left out", &report.left_out),
    ] {
        let _ = writeln!(text, "{title}:");
        for line in lines {
            let _ = writeln!(text, "  {line}");
        }
    }
    for warning in &report.warnings {
        let _ = writeln!(text, "warning: {warning}");
    }
    let _ = write!(text, "{:#}", imported.document);
    text
}

#[test]
fn a_file_of_precincts_as_in_vermont_gives_one_contest() {
    insta::assert_snapshot!(golden("vermont.csv", "vermont.json"));
}

#[test]
fn a_file_of_candidates_with_fractions_as_in_the_united_kingdom_gives_one_constituency() {
    insta::assert_snapshot!(golden("uk.csv", "uk.json"));
}

#[test]
fn a_bilingual_file_with_two_counts_as_in_canada_gives_both() {
    insta::assert_snapshot!(golden("canada.tsv", "canada.json"));
}

#[test]
fn a_file_of_constituencies_as_in_india_gives_one_of_them() {
    insta::assert_snapshot!(golden("india.csv", "india.json"));
}

#[test]
fn a_file_of_constituencies_as_in_india_gives_the_votes_by_party() {
    insta::assert_snapshot!(golden("india.csv", "india-parties.json"));
}

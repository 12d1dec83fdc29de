//! `election-widgets validate` and `schema`, run as a newsroom runs them.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod pages;

use pages::{DATA, Site};
use std::fs;
use std::path::Path;

#[test]
fn every_document_of_the_demo_can_be_shown() {
    let site = Site::demo("valid");
    let ran = site.run(&["validate", "www/data", "www/geo"], "");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(ran.said, "33 documents, 0 errors, 0 warnings\n");
    let quiet = site.run(&["validate", "www/data", "--quiet"], "");
    assert_eq!((quiet.code, quiet.said.as_str()), (0, ""));
}

#[test]
fn every_document_in_the_documentation_can_be_shown() {
    let page = include_str!("../../../docs/data.md");
    let blocks = page.split("```json\n").skip(1);
    let blocks = blocks.filter_map(|rest| rest.split("```").next());
    // A block that begins otherwise is a part of a document.
    let documents: Vec<&str> = blocks
        .filter(|block| block.contains("\"sources\""))
        .collect();
    assert_eq!(documents.len(), 3, "one example for each widget");
    for document in documents {
        let ran = Site::new("documented").run(&["validate", "-"], document);
        assert_eq!(
            (ran.code, ran.said.as_str()),
            (0, "1 document, 0 errors, 0 warnings\n"),
            "{document}"
        );
    }
}

#[test]
fn errors_are_printed_with_file_line_and_path() {
    let site = Site::new("invalid")
        .with("docs/a.json", DATA.replace("{\"over\": 81}", "\"81%\""))
        .with("docs/b.json", DATA.replace("{\"over\": 81}", "181"))
        .with("docs/c.json", "{\n\n")
        .with("docs/d.json", b"\n\xff");
    let ran = site.run(&["validate", "docs", "data.json", "none.json"], "");
    assert_eq!(ran.code, 2);
    for line in [
        "docs/a.json:8: counts[0].results.a.percent: expected a quantity, found \"81%\" (write 81, or {\"over\": 81} for \"over 81 %\")\n",
        "docs/b.json:8: warning: counts[0].results",
        "docs/c.json:3: not JSON: ",
        "error: docs/d.json is not UTF-8 (line 2)\n",
        "error: none.json does not exist\n",
        "6 documents, 2 errors, 2 warnings\n",
    ] {
        assert!(ran.said.contains(line), "{line}{}", ran.said);
    }
    assert_eq!(site.run(&["validate", "docs/a.json"], "").code, 1);
    assert_eq!(site.run(&["validate", "docs/b.json"], "").code, 0);
    assert_eq!(site.run(&["validate"], "").code, 2);
    assert_eq!(site.run(&["validate", "docs/.."], "").code, 2);
}

#[test]
fn the_kind_of_a_document_is_known_by_its_fields_or_by_an_option() {
    let site = Site::new("kinds").with("x.json", "{}");
    let unknown = site.run(&["validate", "x.json"], "");
    assert_eq!(unknown.code, 1);
    assert!(
        unknown
            .said
            .contains("x.json:1: expected \"options\", \"missions\" or \"alliances\"")
    );
    let told = site.run(&["validate", "x.json", "--widget", "alliance-grid"], "");
    assert_eq!(told.code, 1);
    assert!(
        told.said
            .contains("x.json:1: the field \"title\" is missing"),
        "{}",
        told.said
    );
    let both = site.run(&["validate", "-"], "{\"options\": [], \"missions\": []}");
    assert!(
        both.said
            .contains("standard input:1: has both \"options\" and \"missions\"")
    );
    assert_eq!(site.run(&["validate", "-"], DATA).code, 0);
    assert_eq!(
        site.run(&["validate", "data.json", "--widget", "pie"], "")
            .code,
        2
    );
}

#[test]
fn places_are_looked_up_in_the_map_that_a_document_names() {
    let site = Site::demo("places");
    let document = site.read("www/data/sco-2019-observers.json");
    let site = site.with("x.json", document.replace("\"KZ-AKM\"", "\"KZ-XXX\""));
    let ran = site.run(&["validate", "x.json"], "");
    assert_eq!(ran.code, 0);
    assert!(
        ran.said.contains("warning: missions[") && ran.said.contains("KZ-XXX"),
        "{}",
        ran.said
    );
}

#[test]
fn a_document_of_more_than_five_million_bytes_is_refused_wherever_it_comes_from() {
    let long = |bytes: usize| format!("{DATA}{}", " ".repeat(bytes - DATA.len()));
    let site = Site::new("long")
        .with("most.json", long(5_000_000))
        .with("more.json", long(5_000_001));
    assert_eq!(site.run(&["validate", "most.json"], "").code, 0);
    assert_eq!(site.run(&["validate", "-"], &long(5_000_000)).code, 0);
    let refused = [
        site.run(&["validate", "more.json"], ""),
        site.run(&["validate", "-"], &long(5_000_001)),
        site.run(&["picture", "-", "-o", "x.svg"], &long(5_000_001)),
    ];
    for ran in refused {
        assert_eq!(ran.code, 2, "{}", ran.said);
        assert!(ran.said.contains(" has more than 5 MB"), "{}", ran.said);
    }
    let page = |text: &str| {
        let script = format!("<script type=\"application/json\">{text}</script>");
        format!("<results-chart>{script}</results-chart>")
    };
    assert_eq!(site.filter(&page(&long(5_000_000))).code, 0);
    let ran = site.filter(&page(&long(6_000_000)));
    assert_eq!(ran.code, 1);
    let message = "expected at most 5 MB of JSON, found 6.0 MB";
    assert!(ran.said.contains(message), "{}", ran.said);
}

#[test]
fn figures_of_a_day_that_is_still_to_come_are_warned_of_but_not_in_a_rehearsal() {
    let site = Site::new("ahead");
    let dated =
        |date: &str| DATA.replace("\"asOf\": \"2022-11-21\"", &format!("\"asOf\": \"{date}\""));
    for date in ["2930-11-21", "2930-11-21T21:00+06:00"] {
        let ran = site.run(&["validate", "-"], &dated(date));
        assert_eq!(ran.code, 0);
        let warning = "standard input:7: warning: counts[0].asOf: is more than a day ahead";
        assert!(ran.said.contains(warning), "{}", ran.said);
        let rehearsal = dated(date).replacen('{', "{\"test\": true, ", 1);
        let ran = site.run(&["validate", "-", "--quiet"], &rehearsal);
        assert_eq!((ran.code, ran.said.as_str()), (0, ""));
    }
    for date in ["2022-11-21", "2930-11", "2022-11-21T21:00+06:00"] {
        let ran = site.run(&["validate", "-", "--quiet"], &dated(date));
        assert_eq!((ran.code, ran.said.as_str()), (0, ""));
    }
}

#[test]
fn a_schema_is_the_published_one() {
    let site = Site::new("schemas");
    for widget in ["results-chart", "observer-map", "alliance-grid", "area"] {
        let ran = site.run(&["schema", widget], "");
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .join(format!("www/schema/{widget}.json"));
        assert_eq!((ran.code, ran.out), (0, fs::read_to_string(path).unwrap()));
    }
    assert_eq!(site.run(&["schema", "pie"], "").code, 2);
}

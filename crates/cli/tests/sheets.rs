//! Sheets in the place of documents, and the recipe that pushes one.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod pages;

use pages::Site;
use std::process::Command;

const SHEET: &str = include_str!("../../../examples/sheets/results.csv");

#[test]
fn the_templates_of_all_widgets_can_be_shown() {
    let site = Site::new("templates")
        .with("results.csv", SHEET)
        .with(
            "observers.csv",
            include_str!("../../../examples/sheets/observers.csv"),
        )
        .with(
            "alliances.csv",
            include_str!("../../../examples/sheets/alliances.csv"),
        );
    let ran = site.run(
        &["validate", "results.csv", "observers.csv", "alliances.csv"],
        "",
    );
    assert_eq!(
        (ran.code, ran.said.as_str()),
        (0, "3 documents, 0 errors, 0 warnings\n")
    );
}

#[test]
fn a_sheet_with_a_fault_is_refused_with_its_line() {
    let site = Site::new("faulty-sheet")
        .with("status.csv", SHEET.replace("preliminary", "nearly done"))
        .with("open.csv", SHEET.replace("status,preliminary,,,\n", ""))
        .with("broken.json", "title,Results\n");
    let ran = site.run(&["validate", "status.csv", "open.csv", "broken.json"], "");
    assert_eq!(ran.code, 1);
    for line in [
        "status.csv: ",
        "\"nearly done\"",
        "open.csv: the table leaves open: status: ",
        "broken.json:1: not JSON: ",
        "3 documents, 3 errors, 0 warnings\n",
    ] {
        assert!(ran.said.contains(line), "{line}\n{}", ran.said);
    }
}

#[test]
fn a_page_whose_widget_names_a_sheet_gets_its_picture() {
    let site = Site::new("sheet-page").with("results.csv", SHEET).with(
        "page.html",
        "<html lang=\"en\"><results-chart src=\"results.csv\"></results-chart></html>",
    );
    let ran = site.run(&["prerender", "page.html"], "");
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(ran.out.contains("over 81%"), "{}", ran.out);
    assert!(
        ran.out
            .contains("\"title\":\"Early presidential election\""),
        "the document is in the page as JSON"
    );
}

#[test]
fn the_push_script_writes_a_document_and_keeps_it_when_the_sheet_has_a_fault() {
    let site = Site::new("push").with("sheet.csv", SHEET);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/push/push.sh");
    let command = std::path::Path::new(env!("CARGO_BIN_EXE_election-widgets"));
    let path = std::env::var("PATH").unwrap();
    let path = format!("{}:{path}", command.parent().unwrap().display());
    let push = || {
        let ran = Command::new("sh")
            .args([script, "results.json"])
            .current_dir(site.path(""))
            .env("PATH", &path)
            .env(
                "SHEET",
                format!("file://{}", site.path("sheet.csv").display()),
            )
            .output()
            .unwrap();
        (ran.status.success(), String::from_utf8(ran.stderr).unwrap())
    };
    assert_eq!(push(), (true, String::new()));
    let written = site.read("results.json");
    assert!(written.contains("\"over\": 81"), "{written}");
    for fault in [
        "<!doctype html><title>Sign in</title>",
        "name,votes\nAda,1\n",
    ] {
        std::fs::write(site.path("sheet.csv"), fault).unwrap();
        assert!(!push().0, "{fault}");
        assert_eq!(site.read("results.json"), written, "{fault}");
    }
    std::fs::write(
        site.path("sheet.csv"),
        SHEET.replace("over 81%", "over 82%"),
    )
    .unwrap();
    assert!(push().0);
    assert!(site.read("results.json").contains("\"over\": 82"));
}

#[test]
fn a_sheet_is_drawn_as_a_picture() {
    let site = Site::new("sheet-picture").with("results.csv", SHEET);
    let ran = site.run(&["picture", "results.csv", "-o", "card.svg"], "");
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(site.read("card.svg").contains("over 81%"));
    assert!(ran.out.contains("over 81%"), "{}", ran.out);
}

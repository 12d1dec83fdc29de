//! Documents and area files: where they are read from, and messages about errors in them.

use crate::WIDGET;
use crate::pages::{DATA, Site, roots, without};
use std::fs;

#[test]
fn one_bad_widget_is_reported_with_its_line_and_path_and_all_others_are_written() {
    let site = Site::new("bad")
        .with("bad.json", DATA.replace("{\"over\": 81}", "\"81%\""))
        .with("not.json", "{\n  \"title\": ,\n}")
        .with("page.html", format!(
            "<div>\n{WIDGET}\n<results-chart src=bad.json><p>x</p></results-chart>\n<results-chart src=none.json></results-chart>\n\
             <results-chart src=not.json></results-chart>\n<results-chart>\n<script type=application/json>{}</script></results-chart>\n{WIDGET}",
            DATA.replace("\"kind\"", "\"knd\"")));
    let ran = site.run(&["prerender", "page.html"], "");
    assert_eq!((ran.code, roots(&ran.out)), (1, 2));
    assert_eq!(without(&ran.out), site.read("page.html"));
    let said: Vec<&str> = ran.said.lines().collect();
    assert_eq!(
        said[..4],
        [
            "page.html:3: results-chart src=bad.json: line 8: counts[0].results.a.percent: expected a quantity, found \"81%\" (write 81, or {\"over\": 81} for \"over 81 %\")",
            "page.html:4: results-chart src=none.json: does not exist",
            "page.html:5: results-chart src=not.json: line 2: not JSON: expected value at line 2 column 12",
            "page.html:10: results-chart: options[0].knd: unknown field (did you mean \"kind\"?)",
        ]
    );
}

#[test]
fn a_document_may_begin_with_a_byte_order_mark() {
    let site = Site::new("mark").with("marked.json", format!("\u{feff}{DATA}"));
    let out = site.filtered(WIDGET);
    let marked = site.filtered(&WIDGET.replace("data", "marked"));
    assert_eq!(marked, out.replace("src=data", "src=marked"));
    let bad = DATA.replace("\"kind\"", "\"knd\"");
    let site = site.with("marked.json", format!("\u{feff}{bad}"));
    let ran = site.filter(&WIDGET.replace("data", "marked"));
    assert!(
        ran.said.contains("src=marked.json: line 4: options[0].knd"),
        "{}",
        ran.said
    );
}

#[test]
fn warnings_are_printed_and_the_command_continues() {
    let site = Site::new("warnings").with("data.json", DATA.replace("{\"over\": 81}", "181"));
    let ran = site.filter(WIDGET);
    assert_eq!((ran.code, roots(&ran.out)), (0, 1));
    let wanted =
        "standard input:1: warning: results-chart src=data.json: line 8: counts[0].results";
    assert!(ran.said.contains(wanted), "{}", ran.said);
}

#[test]
fn a_language_without_words_is_warned_of_once_and_the_text_says_which_words_it_has() {
    let kazakh = DATA.replace(
        "\"name\": \"Ada\"",
        "\"name\": {\"en\": \"Ada\", \"kk\": \"Әда\"}",
    );
    let site = Site::new("borrowed").with("data.json", kazakh);
    let ran = site.filter(&format!("<html lang=kk-KZ>{WIDGET}{WIDGET}"));
    assert_eq!((ran.code, roots(&ran.out)), (0, 2));
    let said = "standard input:1: warning: there are no words in the language \"kk-KZ\": those of \"ru\" are used";
    assert_eq!(ran.said.matches("no words in the language").count(), 1);
    assert!(ran.said.contains(said), "{}", ran.said);
    assert!(
        ran.out.contains("<p data-prerendered lang=\"ru\">"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("<div class=\"ew\" lang=\"ru\""),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("<bdi lang=\"kk\">Әда</bdi>"),
        "{}",
        ran.out
    );
    let russian = site.filter(&format!("<html lang=ru-KZ>{WIDGET}"));
    assert!(!russian.said.contains("no words"), "{}", russian.said);
    assert!(
        russian.out.contains("<p data-prerendered>"),
        "{}",
        russian.out
    );
}

#[test]
fn only_files_of_the_site_are_read() {
    let site = Site::new("elsewhere")
        .with("site/articles/page.html", "x")
        .with("site/data.json", DATA);
    for (address, why) in [
        (
            "https://127.0.0.1/data.json",
            "is not a file; the command fetches nothing",
        ),
        (
            "//127.0.0.1/data.json",
            "is not a file; the command fetches nothing",
        ),
        ("../../data.json", "is outside"),
        ("/../data.json", "is outside"),
        ("%2e%2e/%2e%2e/data.json", "is outside"),
        ("", "names no file"),
        (".", "cannot be read: it is a folder"),
    ] {
        let page = format!("<results-chart src='{address}'></results-chart>");
        let site = Site::new("elsewhere")
            .with("site/articles/page.html", &page)
            .with("site/data.json", DATA);
        let ran = site.run(&["prerender", "site", "-o", "out"], "");
        assert_eq!(ran.code, 1, "{address}");
        assert!(ran.said.contains(why), "{}", ran.said);
        assert_eq!(site.read("out/articles/page.html"), page);
    }
    let ran = site.run(
        &["prerender"],
        "<results-chart src=/data.json></results-chart>",
    );
    assert!(ran.said.contains("begins with /, but the site"));
    let page = "<results-chart src=/data.json></results-chart><results-chart src=data.json></results-chart>";
    let ran = site.run(&["prerender", "--root", "site"], page);
    assert_eq!((ran.code, roots(&ran.out)), (0, 2), "{}", ran.said);
    let ran = site.run(
        &["prerender", "site/articles/page.html", "--root", "other"],
        "",
    );
    assert_eq!(ran.code, 2);
}

#[test]
fn a_map_has_its_shapes_from_beside_the_pages_script_or_from_the_command() {
    let map = "<observer-map src=/data/made-up-observers.json></observer-map>";
    let site = Site::demo("maps");
    let run = |page: &str| site.run(&["prerender", "--root", "www"], page);
    let beside = run(&format!(
        "<script type=module src='election-widgets.js?v=1'></script>{map}"
    ));
    assert!(
        beside
            .said
            .contains("maps from www/geo, beside the page's election-widgets.js")
    );
    let own = run(map);
    assert!(
        own.said
            .contains("maps of the command: the page does not load election-widgets.js")
    );
    let far = run(&format!(
        "<script src=https://127.0.0.1/election-widgets.js></script>{map}"
    ));
    assert!(far.said.contains("election-widgets.js is not a file"));
    assert!(beside.out.ends_with(&own.out));
    assert!(own.out.contains("ew-map-picture"));
    fs::remove_file(site.path("www/geo/central-asia-2018.json")).unwrap();
    let gone = run(&format!("<script src=/election-widgets.js></script>{map}"));
    assert_eq!((gone.code, roots(&gone.out)), (1, 0));
    assert!(
        gone.said.contains("area: central-asia-2018 does not exist"),
        "{}",
        gone.said
    );
}

#[test]
fn an_area_file_of_the_page_is_read_from_its_address() {
    let document = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../www/data/made-up-observers.json"
    ));
    let own = document.unwrap().replace(
        "\"area\": \"central-asia-2018\"",
        "\"area\": {\"url\": \"../geo/central-asia-2018.json\", \"credit\": \"x\"}",
    );
    let site = Site::demo("own-map").with("www/data/own.json", own);
    let page = "<base href=/articles/><observer-map src=../data/own.json></observer-map>";
    let ran = site.run(&["prerender", "--root", "www"], page);
    assert_eq!((ran.code, roots(&ran.out)), (0, 1), "{}", ran.said);
    let elsewhere = "<observer-map src=data/own.json></observer-map>";
    let ran = site.run(&["prerender", "--root", "www"], elsewhere);
    assert_eq!(ran.code, 1);
    assert!(
        ran.said
            .contains("area.url: ../geo/central-asia-2018.json is outside www"),
        "{}",
        ran.said
    );
}

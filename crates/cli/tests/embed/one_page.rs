//! embed.html: one page for all documents of the addresses that its operator allows.

use super::pages::Site;
use super::{embed, files, read};

#[test]
fn one_page_for_all_documents_names_the_addresses_that_its_operator_allows() {
    let site = Site::new("embed-any");
    let ran = embed(&site, &["--allow", "https://data.example/results"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert_eq!(files(&site), ["embed.html"]);
    let page = read(&site, "embed.html");
    assert!(
        page.contains("data-allowed=\"[&quot;https://data.example/results/&quot;]\""),
        "{page}"
    );
    let wrong = embed(&site, &["--allow", "https://data.example/\"x"]);
    assert_eq!(wrong.code, 2, "{}", wrong.said);
}

#[test]
fn allowed_addresses_stand_in_the_page_as_browsers_write_them() {
    let site = Site::new("embed-any-form");
    let ran = embed(&site, &["--allow", "HTTPS://Data.Example:443/Results"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    let page = read(&site, "embed.html");
    assert!(
        page.contains("[&quot;https://data.example/Results/&quot;]"),
        "{page}"
    );
}

#[test]
fn the_attributes_of_a_run_hold_for_the_page_of_all_documents_too() {
    let site = Site::new("embed-any-attributes");
    let arguments = [
        "--allow",
        "https://data.example/",
        "--attribute",
        "refresh=60",
    ];
    let ran = embed(&site, &arguments);
    assert_eq!(ran.code, 0, "{}", ran.said);
    let page = read(&site, "embed.html");
    let given = "data-attributes=\"{&quot;refresh&quot;:&quot;60&quot;}\"";
    assert!(page.contains(given), "{page}");
}

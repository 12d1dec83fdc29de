//! Pages that would take time or memory without end. Each limit is told with its line.

use crate::WIDGET;
use crate::pages::Site;

/// The message about a page that is refused, without the name of the page.
fn refusal(name: &str, page: &str) -> String {
    let ran = Site::new(name).filter(page);
    assert_eq!(ran.code, 2, "{}", ran.said);
    assert_eq!(ran.out, "", "a page that is refused is not written");
    let said = ran.said.lines().next().unwrap_or_default();
    said.replacen("standard input: ", "", 1)
}

#[test]
fn a_page_of_tags_left_open_is_refused_with_the_line_of_the_one_too_many() {
    let told =
        "more than 512 elements are open inside each other (look for a tag that is not closed)";
    for open in ["<div>\n", "<results-chart>\n", "<table><tr><td>\n"] {
        let page = format!(
            "<!doctype html><title>x</title><body>\n{}{WIDGET}",
            open.repeat(32_000)
        );
        let said = refusal("limits-2", &page);
        assert!(
            said.starts_with("line ") && said.ends_with(told),
            "{open:?}: {said}"
        );
    }
    let said = refusal("limits-2", &format!("{}{WIDGET}", "<div>\n".repeat(600)));
    assert!(said.starts_with("line 511: "), "{said}");
}

#[test]
fn styles_that_each_paragraph_opens_again_are_refused_before_they_fill_the_memory() {
    let styles: String = (0..500).map(|number| format!("<b a{number}=1>")).collect();
    let said = refusal(
        "limits-3",
        &format!("<body><p>{styles}{}", "<p>x".repeat(5_000)),
    );
    assert!(
        said.contains("the page has more than 1000000 elements"),
        "{said}"
    );
}

#[test]
fn an_element_of_a_thousand_attributes_is_read_and_one_of_more_is_refused() {
    let page = |count: usize| {
        let attributes: String = (0..count).map(|number| format!(" a{number}=1")).collect();
        format!("<p>\n<div{attributes}></div>{WIDGET}")
    };
    assert_eq!(Site::new("limits-attributes").filter(&page(1_000)).code, 0);
    let said = refusal("limits-4", &page(1_001));
    assert!(
        said.starts_with("line 2: an element with more than 1000 attributes"),
        "{said}"
    );
    let body: String = (0..2_000)
        .map(|number| format!("<body a{number}=1>"))
        .collect();
    assert!(refusal("limits-4", &body).contains("more than 1000 attributes"));
}

#[test]
fn ten_thousand_widgets_without_data_are_each_told_with_their_line() {
    let page = "<results-chart src=none.json></results-chart>\n".repeat(10_000);
    let ran = Site::new("limits-many").filter(&page);
    assert_eq!(ran.code, 1);
    let last = "standard input:10000: results-chart src=none.json: does not exist";
    assert!(
        ran.said.lines().any(|line| line == last),
        "{}",
        ran.said.len()
    );
}

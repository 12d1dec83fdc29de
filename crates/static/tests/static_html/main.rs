//! The static form of every document of the demo and of the tests, in both languages.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod cms;
mod kses;

use css_inline::CSSInliner;
use election_widgets::locale::Locale;
use election_widgets::model::LanguageTag;
use election_widgets::prerender::{AreaFile, Prerendered, Request, Style, area_file, prerender};
use election_widgets::wire::DataError;
use election_widgets_static::{STYLES, static_html};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

type Render = fn(&Request<'_>) -> Result<Prerendered, DataError>;

const LANGUAGES: [&str; 2] = ["en", "ru"];

/// A document, and attributes that an element may have with it.
struct Case {
    name: String,
    tag: &'static str,
    data: String,
    attributes: &'static [&'static str],
}

impl Case {
    fn new(name: String, data: String) -> Case {
        let (tag, attributes): (_, &'static [_]) = if data.contains("\"missions\"") {
            ("observer-map", &["", "order=organisation", "select=osce"])
        } else if data.contains("\"options\"") {
            ("results-chart", &["", "unit=seats", "count=all"])
        } else {
            let views = &["", "view=alliances", "view=timeline", "view=overlap"];
            ("alliance-grid", views)
        };
        Case {
            name,
            tag,
            data,
            attributes,
        }
    }

    /// The widget with one attribute, `name=value`.
    fn html(&self, render: Render, attribute: &str, language: &str) -> String {
        let map = match area_file(self.tag, &self.data) {
            Some(AreaFile::Preset(name)) => Some(text(&format!("www/geo/{name}.json"))),
            _ => None,
        };
        let made = render(&Request {
            tag: self.tag,
            attribute: &|name| {
                let (known, value) = attribute.split_once('=')?;
                (known == name).then(|| value.to_owned())
            },
            locale: Arc::new(Locale::for_language(
                &LanguageTag::new(language).expect("a tag"),
            )),
            data: &self.data,
            inline: true,
            area: map.as_deref().map(Ok),
            style: Style::Link(""),
        });
        made.unwrap_or_else(|error| panic!("{}: {error}", self.name))
            .shadow
    }

    /// The widget in every language with each of the attributes.
    fn all(&self, render: Render) -> impl Iterator<Item = String> {
        self.attributes.iter().flat_map(move |attribute| {
            LANGUAGES.map(|language| self.html(render, attribute, language))
        })
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn cases() -> Vec<Case> {
    let mut found = Vec::new();
    for folder in ["www/data", "tests/data", "crates/static/tests/data"] {
        for entry in fs::read_dir(root().join(folder)).expect("the folder is there") {
            let name = entry.expect("readable").file_name();
            let path = format!("{folder}/{}", name.to_string_lossy());
            let data = text(&path);
            found.push(Case::new(path, data));
        }
    }
    assert!(found.len() > 15);
    found
}

/// The elements' start tags, as they stand in serialized HTML.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    let pieces = html.split('<').skip(1);
    pieces.map(|piece| piece.split('>').next().unwrap_or_default())
}

/// The texts between the tags.
fn texts(html: &str) -> String {
    html.split('<')
        .filter_map(|piece| piece.split_once('>'))
        .map(|(_, text)| text)
        .collect()
}

#[test]
fn every_document_becomes_plain_html() {
    for case in cases() {
        for (html, language) in case.all(static_html).zip(LANGUAGES.iter().cycle()) {
            let start = format!("<div lang=\"{language}\" style=\"background:#fff;");
            assert!(html.starts_with(&start), "{}: {html:.200}", case.name);
            assert!(html.ends_with("</div>"), "{}", case.name);
            for word in [
                "<html",
                "<head",
                "<body",
                "<link",
                "<style",
                "<script",
                "<button",
                "<input",
                "<select",
                "<details",
                "<summary",
                " class=",
                " role=",
                " part=",
                " data-",
                " tabindex=",
                " aria-label",
                "light-dark",
                "urrentColor",
                "var(",
                "\"--",
                ";--",
                "viewbox",
                "content:",
                "display:none",
                "display:contents",
            ] {
                assert!(!html.contains(word), "{}: {word}", case.name);
            }
            let open = tags(&html).filter(|tag| !tag.starts_with(['/', 'i']));
            let closed = tags(&html).filter(|tag| tag.starts_with('/'));
            assert_eq!(open.count(), closed.count(), "{}", case.name);
        }
    }
}

#[test]
fn each_part_of_a_picture_has_its_colour_as_an_attribute() {
    for html in cases().iter().flat_map(|case| case.all(static_html)) {
        for tag in tags(&html) {
            let name = tag.split(' ').next().unwrap_or_default();
            if ["line", "path", "circle", "text"].contains(&name) {
                assert!(!tag.contains(" style="), "{tag}");
                let has_color = tag.contains(" stroke=\"#") || tag.contains(" fill=\"#");
                assert!(has_color, "{tag}");
            }
        }
    }
}

/// Each selector of the style sheet gets a property of its own; a property that no element has shows a selector that
/// matches nothing.
#[test]
fn every_selector_of_the_style_sheets_matches_an_element_of_some_document() {
    let selectors = selectors(&[STYLES, &text("crates/static/src/height.css")].concat());
    let numbered = |(number, selector)| format!("{selector} {{ rule-{number}: yes }}\n");
    let css: String = selectors.iter().enumerate().map(numbered).collect();
    let inliner = CSSInliner::options().load_remote_stylesheets(false).build();
    let mut dead: BTreeSet<usize> = (0..selectors.len()).collect();
    for html in cases().iter().flat_map(|case| case.all(prerender)) {
        let styled = inliner.inline_fragment(&html, &css).expect("CSS");
        dead.retain(|number| !styled.contains(&format!("rule-{number}:")));
    }
    let dead: Vec<_> = dead.iter().map(|number| &selectors[*number]).collect();
    assert!(
        dead.is_empty(),
        "match no element of any document: {dead:#?}"
    );
}

/// The selectors of all rules, those of a list one by one.
fn selectors(css: &str) -> Vec<String> {
    let without_comments: String = css
        .split("/*")
        .map(|piece| piece.split_once("*/").map_or(piece, |(_, rest)| rest))
        .collect();
    assert!(!without_comments.contains('@'), "at-rules can't be inlined");
    let rules = without_comments.split('}');
    let lists = rules.filter_map(|rule| rule.split_once('{'));
    let one_by_one = lists.flat_map(|(list, _)| list.split(','));
    one_by_one.map(|one| one.trim().to_owned()).collect()
}

#[test]
fn no_style_has_what_mail_programs_do_not_know() {
    for html in cases().iter().flat_map(|case| case.all(static_html)) {
        for style in html.split(" style=\"").skip(1) {
            let style = style.split('"').next().unwrap_or_default();
            for word in [
                "flex",
                "grid",
                "rem",
                "-start",
                "-end",
                "color-mix",
                "currentcolor",
            ] {
                assert!(!style.contains(word), "{word}: {style}");
            }
        }
    }
}

#[test]
fn a_text_of_the_document_is_never_read_as_html() {
    let evil = "</td><script>alert('1')</script> & \\\" <b style='color:red' class=\\\"ew-won\\\">&lt;\u{a0}é";
    let case = cases()
        .into_iter()
        .find(|case| case.name == "tests/data/no-figures.json")
        .expect("the document is there");
    assert!(case.data.contains("Candidate A"));
    let case = Case::new(case.name, case.data.replace("Candidate A", evil));
    let html = case.html(static_html, "", "en");
    let escaped = "&lt;/td&gt;&lt;script&gt;alert('1')&lt;/script&gt; &amp; &quot; &lt;b style='color:red' \
        class=&quot;ew-won&quot;&gt;&amp;lt;\u{a0}é";
    assert!(html.contains(escaped), "{html}");
    assert!(!html.contains("<script") && !html.contains("<b "));
    let tags = |html: &str| tags(html).count();
    let tame = Case::new(String::new(), text("tests/data/no-figures.json"));
    let tame = tame.html(static_html, "", "en");
    assert_eq!(tags(&html), tags(&tame), "no element comes or goes");
}

#[test]
fn folded_rows_are_all_there_and_controls_are_not() {
    let case = Case::new(String::new(), text("www/data/made-up-council.json"));
    let html = case.html(static_html, "", "en");
    assert_eq!(html.matches("<tr>").count(), 43, "a head and 42 candidates");
    let said = texts(&html);
    assert!(!said.contains("Show all") && !said.contains("Order"));
    assert!(said.contains("Source:Made up"), "{said}");
}

#[test]
fn a_grid_says_what_its_letters_stand_for() {
    let case = Case::new(String::new(), text("www/data/alliances.json"));
    let grid = case.html(static_html, "", "en");
    let said = texts(&grid);
    let legend = "M member O observer D dialogue partner ? status not given · not given";
    assert_eq!(said.matches(legend).count(), 1, "{said}");
    let lists = case.html(static_html, "view=alliances", "en");
    assert!(!texts(&lists).contains("M member") && lists.contains("members: China, India"));
}

#[test]
fn letters_and_markers_on_a_map_are_enlarged_in_plain_html() {
    let case = Case::new(String::new(), text("tests/data/observers.json"));
    assert!(case.html(prerender, "", "en").contains(" r=\"24\""));
    let map = case.html(static_html, "", "en");
    assert!(map.contains(" r=\"34\"") && !map.contains(" r=\"24\""));
}

#[test]
fn an_unknown_tag_is_an_error() {
    let case = Case {
        name: String::new(),
        tag: "weather-map",
        data: "{}".to_owned(),
        attributes: &[],
    };
    let request = Request {
        tag: case.tag,
        attribute: &|_| None,
        locale: Arc::new(Locale::english()),
        data: &case.data,
        inline: false,
        area: None,
        style: Style::Sheet,
    };
    assert!(static_html(&request).is_err());
}

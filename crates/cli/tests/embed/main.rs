//! `election-widgets embed`: files for pages of others.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing
)]

mod codes;
mod named;
mod one_page;
#[path = "../pages/mod.rs"]
mod pages;

use pages::{DATA, Ran, Site};
use serde_json::Value;
use std::fs;

const BASE: &str = "https://news.example/ew";

fn embed(site: &Site, more: &[&str]) -> Ran {
    let given = ["embed", "--base", BASE, "-o", "out"];
    site.run(&[&given, more].concat(), "")
}

fn read(site: &Site, file: &str) -> String {
    fs::read_to_string(site.path("out").join(file))
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn files(site: &Site) -> Vec<String> {
    let Ok(entries) = fs::read_dir(site.path("out")) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_document_becomes_a_page_with_its_oembed_file_and_codes() {
    let site = Site::new("embed-files");
    let ran = embed(
        &site,
        &[
            "data.json",
            "--attribute",
            "refresh=60",
            "--lang",
            "ru",
            "--no-picture",
        ],
    );
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert_eq!(
        files(&site),
        [
            "data.embed.txt",
            "data.html",
            "data.json",
            "data.oembed.json"
        ]
    );
    assert_eq!(read(&site, "data.json"), DATA);
    let page = read(&site, "data.html");
    for part in [
        "<html lang=\"ru\">",
        "<title>A made-up election</title>",
        "<link rel=\"canonical\" href=\"https://news.example/ew/data.html\">",
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://news.example/ew/data.oembed.json\"",
        "<meta property=\"og:title\" content=\"A made-up election\">",
        "<meta name=\"twitter:card\" content=\"summary\">",
        "<results-chart src=\"data.json\" lang=\"ru\" refresh=\"60\"><template shadowrootmode=\"open\">",
        "<script type=\"module\" src=\"https://news.example/ew/election-widgets.js\"></script>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("og:image") && !page.contains("noindex"));
    let oembed: Value = serde_json::from_str(&read(&site, "data.oembed.json")).unwrap();
    assert_eq!(oembed["version"], "1.0");
    assert_eq!(oembed["type"], "rich");
    assert_eq!(oembed["provider_name"], "news.example");
    assert_eq!(oembed["provider_url"], "https://news.example/");
    assert_eq!(oembed["cache_age"], 300);
    assert_eq!(oembed["width"], 600);
    let height = oembed["height"].as_u64().unwrap();
    assert!((150..500).contains(&height), "{height}");
    let html = oembed["html"].as_str().unwrap();
    assert_eq!(html.matches("<iframe ").count(), 1);
    assert!(
        html.starts_with(
            "<blockquote><a href=\"https://news.example/ew/data.html\">A made-up election</a>. "
        ),
        "{html}"
    );
    let codes = read(&site, "data.embed.txt");
    for part in [
        "<results-chart src=\"https://news.example/ew/data.json\" lang=\"ru\" refresh=\"60\">",
        html,
        "<table role=\"presentation\"",
        "<amp-iframe src=\"https://news.example/ew/data.html\"",
    ] {
        assert!(codes.contains(part), "{part}: {codes}");
    }
}

#[test]
fn the_titles_of_a_rehearsal_say_so_wherever_they_stand() {
    let test = DATA.replacen('{', "{\"test\": true,", 1);
    let site = Site::new("embed-rehearsal").with("test.json", test);
    let ran = embed(&site, &["test.json", "--rehearsal", "--no-picture"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    let page = read(&site, "test.html");
    let codes = read(&site, "test.embed.txt");
    let oembed: Value = serde_json::from_str(&read(&site, "test.oembed.json")).unwrap();
    let title = "Rehearsal: A made-up election";
    assert_eq!(oembed["title"], title);
    for (text, part) in [
        (&page, format!("<title>{title}</title>")),
        (&page, format!("og:title\" content=\"{title}\"")),
        (&page, format!("oembed.json\" title=\"{title}\"")),
        (&codes, format!("test.html\">{title}</a>")),
        (&codes, format!("title=\"{title}\" layout=")),
    ] {
        assert!(text.contains(&part), "{part}: {text}");
    }
}

#[test]
fn a_title_stands_in_the_language_that_the_widget_has_it_in() {
    let titled = |texts: &str| {
        DATA.replacen("\"A made-up election\"", texts, 1)
            .replacen('{', "{\"lang\": \"kk\",", 1)
    };
    let site = Site::new("embed-title-language").with(
        "kazakh.json",
        titled(r#"{"ru": "Выборы", "en": "A vote", "kk": "Сайлау"}"#),
    );
    for (lang, title) in [("ru", "Выборы"), ("de", "Сайлау"), ("en-GB", "A vote")] {
        let ran = embed(&site, &["kazakh.json", "--no-picture", "--lang", lang]);
        assert_eq!(ran.code, 0, "{}", ran.said);
        let page = read(&site, "kazakh.html");
        assert!(
            page.contains(&format!("<title>{title}</title>")),
            "{lang}: {page}"
        );
    }
}

#[test]
fn a_picture_is_named_by_its_digest_in_the_tags_of_social_media() {
    let site = Site::new("embed-picture");
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 4, 176, 0, 0, 2, 118, 8, 2]);
    let site = site.with("card.png", &png).with("card.txt", "no picture");
    let ran = embed(&site, &["data.json", "--picture", "card.png", "--noindex"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    let names = files(&site);
    let name = names.iter().find(|name| name.ends_with(".png")).unwrap();
    assert!(
        name.starts_with("data-") && name.len() == "data-012345678901.png".len(),
        "{name}"
    );
    let page = read(&site, "data.html");
    assert!(page.contains(&format!(
        "og:image\" content=\"https://news.example/ew/{name}\""
    )));
    assert!(page.contains("og:image:width\" content=\"1200\"") && page.contains("noindex"));
    let oembed: Value = serde_json::from_str(&read(&site, "data.oembed.json")).unwrap();
    assert_eq!(oembed["thumbnail_height"], 630);
    let ran = embed(&site, &["data.json", "--picture", "card.txt"]);
    assert_eq!(ran.code, 2, "{}", ran.said);
}

#[test]
fn the_command_draws_the_picture_itself_and_goes_on_without_one_where_it_cannot() {
    let site = Site::new("embed-drawn").with(
        "letters.json",
        DATA.replace("\"name\": \"Ada\"", "\"name\": \"\u{13000}\""),
    );
    let ran = embed(&site, &["data.json"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    let names = files(&site);
    let name = names.iter().find(|name| name.ends_with(".png")).unwrap();
    let page = read(&site, "data.html");
    for part in [
        &format!("og:image\" content=\"https://news.example/ew/{name}\""),
        "og:image:width\" content=\"1200\"",
        "og:image:height\" content=\"630\"",
        "twitter:card\" content=\"summary_large_image\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let ran = embed(&site, &["letters.json"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    for said in [
        "letters.json: warning: no picture: the font has no letter",
        "Or draw one with \"election-widgets picture\"",
    ] {
        assert!(ran.said.contains(said), "{}", ran.said);
    }
    assert!(!read(&site, "letters.html").contains("og:image"));
}

#[test]
fn the_picture_and_its_words_have_the_attributes_of_the_page() {
    let parliament = include_str!("../../../../www/data/made-up-parliament.json");
    let site = Site::new("embed-attributes").with("vote.json", parliament);
    let arguments = ["vote.json", "--rehearsal", "--attribute", "count=exit-poll"];
    let ran = embed(&site, &arguments);
    assert_eq!(ran.code, 0, "{}", ran.said);
    let page = read(&site, "vote.html");
    let codes = read(&site, "vote.embed.txt");
    let alternative = |before: &str, text: &str| {
        let (_, rest) = text.split_once(before).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let said = alternative("og:image:alt\" content=\"", &page);
    assert!(said.contains("Exit poll"), "{said}");
    for other in [
        alternative("twitter:image:alt\" content=\"", &page),
        alternative("\" alt=\"", &codes),
        alternative("\"accessibilityCaption\": \"", &codes),
    ] {
        assert_eq!(other, said);
    }
    let picture = |attributes: &[&str]| {
        let given = ["picture", "vote.json", "-o", "card.png"];
        let ran = site.run(&[&given, attributes].concat(), "");
        assert_eq!(ran.code, 0, "{}", ran.said);
        (fs::read(site.path("card.png")).unwrap(), ran.out)
    };
    let names = files(&site);
    let name = names.iter().find(|name| name.ends_with(".png")).unwrap();
    let embedded = fs::read(site.path("out").join(name)).unwrap();
    let (chosen, words) = picture(&["--attribute", "count=exit-poll"]);
    assert_eq!(words.trim(), said);
    assert!(chosen == embedded && chosen != picture(&[]).0);
}

#[test]
fn the_picture_is_drawn_with_a_font_of_ones_own_which_must_have_every_letter() {
    let font = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../picture/fonts/NotoSans-Regular.ttf"
    );
    let site = Site::new("embed-font").with("letters.json", DATA.replace("Ada", "\u{13000}"));
    let picture = |arguments: &[&str]| {
        let ran = embed(&site, arguments);
        assert_eq!(ran.code, 0, "{}", ran.said);
        let said = ran.said.lines().find(|line| line.ends_with(".png"));
        said.unwrap().to_owned()
    };
    let usual = picture(&["data.json"]);
    assert_ne!(picture(&["data.json", "--font", font]), usual);
    let ran = embed(&site, &["letters.json", "--font", font]);
    assert_eq!(ran.code, 2, "{}", ran.said);
    assert!(
        ran.said
            .contains("letters.json: no picture: the font has no letter"),
        "{}",
        ran.said
    );
    assert!(!site.path("out/letters.html").exists());
    let ran = embed(&site, &["data.json", "--font", "data.json"]);
    assert_eq!(ran.code, 2, "{}", ran.said);
    assert!(
        ran.said.contains("is no TrueType or OpenType font"),
        "{}",
        ran.said
    );
}

#[test]
fn a_sheet_is_embedded_as_its_document() {
    let sheet = include_str!("../../../../examples/sheets/results.csv");
    let site = Site::new("embed-sheet").with("sheet.csv", sheet);
    let ran = embed(&site, &["sheet.csv"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(read(&site, "sheet.json").contains("\"over\":81"));
    assert!(read(&site, "sheet.html").contains("src=\"sheet.json\""));
}

#[test]
fn what_cannot_be_published_leaves_nothing_behind() {
    let site = Site::new("embed-refused")
        .with("test.json", DATA.replacen('{', "{\"test\": true,", 1))
        .with(
            "observers.json",
            r#"{"title": "T", "event": {"name": "A vote"}, "missions": [], "sources": []}"#,
        )
        .with(
            "wrong.json",
            DATA.replace("\"over\": 81", "\"over\": \"x\""),
        )
        .with("a b.json", DATA);
    for (arguments, code, said) in [
        (vec!["test.json"], 1, "add --rehearsal"),
        (vec!["observers.json"], 1, "names no source"),
        (vec!["wrong.json"], 1, "wrong.json:8: "),
        (vec!["data.json", "wrong.json"], 1, "wrong.json:8: "),
        (vec!["missing.json"], 2, "does not exist"),
        (vec!["a b.json"], 2, "use letters"),
        (vec!["data.json", "--lang", "no language"], 2, "--lang"),
        (
            vec!["data.json", "--attribute", "onclick=x"],
            2,
            "'onclick=x' for '--attribute",
        ),
        (
            vec!["data.json", "--attribute", "src=x"],
            2,
            "'src=x' for '--attribute",
        ),
    ] {
        let ran = embed(&site, &arguments);
        assert_eq!(ran.code, code, "{arguments:?}: {}", ran.said);
        assert!(ran.said.contains(said), "{arguments:?}: {}", ran.said);
        assert!(files(&site).is_empty(), "{arguments:?}: {:?}", files(&site));
    }
    let ran = site.run(
        &[
            "embed",
            "data.json",
            "-o",
            "out",
            "--base",
            "http://news.example/",
        ],
        "",
    );
    assert_eq!(ran.code, 2);
    assert!(
        ran.said
            .contains("http, which only 127.0.0.1 and localhost may have"),
        "{}",
        ran.said
    );
    let ran = embed(&site, &["test.json", "--rehearsal"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(
        read(&site, "test.html")
            .to_lowercase()
            .contains("rehearsal")
    );
}

#[test]
fn a_file_that_cannot_be_written_leaves_the_others_as_they_were() {
    let site = Site::new("embed-unwritable")
        .with("out/data.oembed.json/keep", "a folder in the way")
        .with("out/data.json", "before");
    let ran = embed(&site, &["data.json"]);
    assert_eq!(ran.code, 2, "{}", ran.said);
    assert!(
        ran.said.contains("data.oembed.json: cannot be written"),
        "{}",
        ran.said
    );
    assert_eq!(files(&site), ["data.json", "data.oembed.json"]);
    assert_eq!(read(&site, "data.json"), "before");
}

#[test]
fn a_folder_that_cannot_be_made_is_named_and_nothing_is_written() {
    let site = Site::new("embed-no-folder").with("file", "a file");
    let ran = site.run(
        &["embed", "--base", BASE, "-o", "file/out", "data.json"],
        "",
    );
    assert_eq!(ran.code, 2, "{}", ran.said);
    let said = ran.said.replace('\\', "/");
    assert!(said.contains("file/out/data"), "{said}");
    assert!(
        said.contains("cannot be written: file is a file, not a folder"),
        "{said}"
    );
    let ran = site.run(&["embed", "--base", BASE, "-o", "file", "data.json"], "");
    assert_eq!(ran.code, 2, "{}", ran.said);
    assert!(
        ran.said.contains("file is a file, not a folder"),
        "{}",
        ran.said
    );
    assert_eq!(site.read("file"), "a file");
}

//! The files of `election-widgets embed` put through the rules of the systems that take them: docs/cms.md names the
//! test of each recipe.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod amp;
mod apple_news;
mod drupal;
mod ghost;
#[path = "../../../static/tests/static_html/kses.rs"]
mod kses;
mod mail;
#[path = "../pages/mod.rs"]
mod pages;
mod wordpress;

use pages::{DATA, Site};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

const BASE: &str = "https://news.example/ew";

/// The files of one document.
struct Embed {
    name: String,
    page: String,
    codes: String,
    oembed: Value,
}

impl Embed {
    /// The code under the heading that begins with `title`.
    fn code(&self, title: &str) -> &str {
        let heading = format!("\n\n{title}");
        let mut found = self.codes.split(&heading).skip(1);
        let after = found.find(|rest| rest.starts_with([' ', '\n', ',']));
        let after = after.unwrap_or_else(|| panic!("{}: no {title}: {}", self.name, self.codes));
        let (_, code) = after.split_once("\n\n").unwrap();
        code.split("\n\n").next().unwrap().trim()
    }

    fn oembed(&self, field: &str) -> &str {
        self.oembed[field].as_str().unwrap()
    }
}

/// A title with all letters that HTML has a meaning for.
const TITLE: &str = "A > B <i> \\\"quoted\\\" & 'so'";

/// The embeds of all documents of the demo and the tests, and of one whose title looks like HTML.
static EMBEDS: LazyLock<Vec<Embed>> = LazyLock::new(|| {
    let mut site = Site::new("hosts").with("data.json", DATA.replace("A made-up election", TITLE));
    let mut documents = vec!["data.json".to_owned()];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for (folder, kind) in [("www/data", "demo"), ("tests/data", "tests")] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let name = format!("{kind}-{}", path.file_name().unwrap().to_string_lossy());
            let has_source = !text.contains("\"sources\": []") && text.contains("\"sources\"");
            if has_source {
                site = site.with(&name, text);
                documents.push(name);
            }
        }
    }
    assert!(documents.len() > 25, "{documents:?}");
    site = site.with("card.png", card());
    let embed = |more: &[&str]| {
        let ran = site.run(
            &[&["embed", "--base", BASE, "-o", "out"], more].concat(),
            "",
        );
        assert_eq!(ran.code, 0, "{}", ran.said);
    };
    let mut all = vec!["--rehearsal", "--no-picture"];
    all.extend(documents.iter().map(String::as_str));
    embed(&all);
    embed(&["data.json", "--picture", "card.png"]);
    let read = |name: &str, ending: &str| site.read(&format!("out/{name}.{ending}"));
    let embeds = documents.iter().map(|document| {
        let name = document.trim_end_matches(".json");
        Embed {
            name: name.to_owned(),
            page: read(name, "html"),
            codes: read(name, "embed.txt"),
            oembed: serde_json::from_str(&read(name, "oembed.json")).unwrap(),
        }
    });
    embeds.collect()
});

/// The document with the title that looks like HTML, which has a picture.
fn titled() -> &'static Embed {
    &EMBEDS[0]
}

/// The beginning of a PNG file of 1200 x 630 pixels.
fn card() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 4, 176, 0, 0, 2, 118, 8, 2]);
    png
}

/// The words between tags, without spaces.
fn letters(html: &str) -> String {
    let texts = html.split('<').filter_map(|piece| piece.split_once('>'));
    texts
        .flat_map(|(_, text)| text.split_whitespace())
        .collect()
}

/// The start tags of HTML whose texts have no `<`.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    let pieces = html.split('<').skip(1);
    pieces
        .map(|piece| piece.split('>').next().unwrap_or_default())
        .filter(|tag| !tag.starts_with('/'))
}

/// The value of an attribute in double quotation marks.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

#[test]
fn every_command_of_the_recipes_runs_as_it_stands_there() {
    let site = Site::new("hosts-docs").with("results.json", DATA);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let pages = ["cms.md", "embed.md"].map(|page| fs::read_to_string(root.join(page)).unwrap());
    let blocks = pages.iter().flat_map(|page| page.split("```sh\n").skip(1));
    let commands: Vec<_> = blocks
        .map(|block| block.split("```").next().unwrap().trim())
        .collect();
    assert_eq!(commands.len(), 4, "{commands:?}");
    for command in commands {
        let words: Vec<_> = command.split_whitespace().collect();
        assert_eq!(words[0], "election-widgets", "{command}");
        let ran = site.run(&words[1..], "");
        assert_eq!(ran.code, 0, "{command}: {}", ran.said);
    }
    for file in ["public/elections/results.embed.txt", "newsletter.png"] {
        assert!(site.path(file).is_file(), "{file}");
    }
}

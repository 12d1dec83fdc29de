//! Tests of what `election-widgets picture` writes, prints and refuses.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of a test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("picture")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn data(name: &str) -> String {
    let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/data");
    www.join(name).display().to_string()
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_election-widgets"));
    command
        .current_dir(folder)
        .arg("picture")
        .args(arguments)
        .output()
        .unwrap()
}

fn refused(folder: &Path, arguments: &[&str], code: i32) -> String {
    let output = run(folder, arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(output.stdout.is_empty());
    said
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn a_document_becomes_a_png_with_its_text_alternative() {
    let folder = folder("png");
    let result = data("kazakhstan-2022-result.json");
    let output = run(
        &folder,
        &[
            &result, "-o", "card.png", "--alt", "card.txt", "--lang", "ru",
        ],
    );
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let png = fs::read(folder.join("card.png")).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    // 1200 by 630, as the header has it.
    assert_eq!(png[16..24], [0, 0, 4, 176, 0, 0, 2, 118]);
    let alternative = fs::read_to_string(folder.join("card.txt")).unwrap();
    assert_eq!(alternative.as_bytes(), output.stdout);
    assert!(alternative.starts_with("Президентские выборы 2022 года в Казахстане."));
}

#[test]
fn an_svg_keeps_its_text_or_has_outlines_with_a_logo_in_either() {
    let folder = folder("svg");
    let result = data("kazakhstan-2022-result.json");
    fs::write(folder.join("logo.svg"), r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z" fill="#c00"/></svg>"##).unwrap();
    let common = [result.as_str(), "--logo", "logo.svg", "-o", "card.svg"];
    assert_eq!(run(&folder, &common).status.code(), Some(0));
    let text = fs::read_to_string(folder.join("card.svg")).unwrap();
    assert!(text.contains(">81.31%</text>") && text.contains("#cc0000"));
    let outlines = [
        &common[..],
        &["--outlines", "--theme", "dark", "--size", "square"],
    ]
    .concat();
    assert_eq!(run(&folder, &outlines).status.code(), Some(0));
    let shapes = fs::read_to_string(folder.join("card.svg")).unwrap();
    assert!(!shapes.contains("<text") && shapes.contains("#cc0000") && shapes.contains("1080"));
}

#[test]
fn a_logo_that_is_no_svg_or_reaches_elsewhere_is_refused() {
    let folder = folder("logo");
    let result = data("kazakhstan-2022-result.json");
    let inside = |what: &str| {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 2">{what}</svg>"#
        )
    };
    for (text, wanted) in [
        ("no svg".to_owned(), "is no SVG"),
        ("<html/>".to_owned(), "its first element is <html>"),
        (inside("<image href='photo.png'/>"), "image"),
        (inside("<use xlink:href='other.svg#a'/>"), "other.svg"),
        (inside("<style>@import 'x.css';</style>"), "@import"),
        (
            inside("<rect style='fill: url(https://example.org/a)'/>"),
            "https://example.org/a",
        ),
        (inside("<text>News</text>"), "outlines"),
        (inside("<script>1</script>"), "script"),
    ] {
        fs::write(folder.join("logo.svg"), text).unwrap();
        let said = refused(
            &folder,
            &[&result, "-o", "card.png", "--logo", "logo.svg"],
            2,
        );
        assert!(
            said.contains("logo.svg") && said.contains(wanted),
            "{wanted}: {said}"
        );
    }
    fs::write(folder.join("logo.svg"), b"\x89PNG\r\n").unwrap();
    let said = refused(
        &folder,
        &[&result, "-o", "card.png", "--logo", "logo.svg"],
        2,
    );
    assert!(said.contains("A logo is an SVG file"), "{said}");
    assert_eq!(files(&folder), ["logo.svg"]);
}

#[test]
fn an_old_text_alternative_stays_where_the_picture_cannot_be_written() {
    let folder = folder("old-alternative");
    let result = data("kazakhstan-2022-result.json");
    fs::write(folder.join("card.txt"), "before").unwrap();
    fs::create_dir(folder.join("card.png")).unwrap();
    let said = refused(
        &folder,
        &[&result, "-o", "card.png", "--alt", "card.txt"],
        2,
    );
    assert!(
        said.contains("card.png: cannot be written: it is a folder"),
        "{said}"
    );
    assert_eq!(
        fs::read_to_string(folder.join("card.txt")).unwrap(),
        "before"
    );
}

#[test]
fn no_file_that_is_read_is_written_and_no_file_twice() {
    let folder = folder("one-file");
    let result = fs::read(data("kazakhstan-2022-result.json")).unwrap();
    fs::write(folder.join("vote.json"), &result).unwrap();
    fs::write(folder.join("vote.svg"), &result).unwrap();
    let logo =
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>"#;
    fs::write(folder.join("logo.svg"), logo).unwrap();
    for arguments in [
        ["vote.json", "-o", "card.svg", "--alt", "./card.svg"],
        ["vote.json", "-o", "card.svg", "--alt", "./vote.json"],
        ["vote.json", "-o", "logo.svg", "--logo", "logo.svg"],
        ["vote.svg", "-o", "vote.svg", "--theme", "dark"],
    ] {
        let said = refused(&folder, &arguments, 2);
        assert!(
            said.contains("one file can't be two"),
            "{arguments:?}: {said}"
        );
    }
    assert_eq!(fs::read(folder.join("vote.json")).unwrap(), result);
    assert_eq!(fs::read_to_string(folder.join("logo.svg")).unwrap(), logo);
    assert!(!folder.join("card.svg").exists());
}

#[test]
fn a_document_that_no_picture_can_show_is_refused_with_the_reason() {
    let folder = folder("refused");
    let result = fs::read_to_string(data("kazakhstan-2022-result.json")).unwrap();
    let letter = result.replace("Zhiguli Dairabayev", "\u{9078}");
    fs::write(folder.join("letter.json"), letter).unwrap();
    let observers = r#"{"title": "T", "event": {"name": "A vote"}, "missions": [], "sources": []}"#;
    fs::write(folder.join("no-sources.json"), observers).unwrap();
    fs::write(folder.join("vote.json"), &result).unwrap();
    let name = "A long name ".repeat(333);
    let more = (0..9).map(|id| {
        format!(r#"{{"id": "s{id}", "title": "T", "publisher": "{name}", "date": "2022"}}, "#)
    });
    let more: String = more.collect();
    let long = result.replacen("\"sources\": [", &format!("\"sources\": [{more}"), 1);
    fs::write(folder.join("long.json"), long).unwrap();
    for (document, size, wanted) in [
        ("letter.json", "og", "U+9078"),
        ("no-sources.json", "og", "names no source"),
        ("long.json", "300x300", "too small"),
        ("vote.json", "300x300", "Use --size 437x437"),
    ] {
        let arguments = [
            document, "-o", "card.png", "--alt", "card.txt", "--size", size,
        ];
        let said = refused(&folder, &arguments, 1);
        assert!(
            said.contains(&format!("{document}: ")) && said.contains(wanted),
            "{said}"
        );
    }
    let left = files(&folder);
    assert!(
        !left.iter().any(|name| name.starts_with("card")),
        "{left:?}"
    );
}

#[test]
fn nothing_stays_behind_where_a_picture_cannot_be_written() {
    let folder = folder("unwritable");
    let result = data("kazakhstan-2022-result.json");
    fs::write(folder.join("file"), "").unwrap();
    let said = refused(
        &folder,
        &[&result, "-o", "file/card.png", "--alt", "card.txt"],
        2,
    );
    assert!(
        said.contains("file/card.png: cannot be written: file is a file, not a folder"),
        "{said}"
    );
    let said = refused(
        &folder,
        &[&result, "-o", "card.png", "--lang", "no language"],
        2,
    );
    assert!(said.contains("such as en or ru"), "{said}");
    let said = refused(&folder, &[&result, "-o", "card.jpg"], 2);
    assert!(said.contains(".png or .svg"), "{said}");
    let said = refused(&folder, &[&result, "-o", "card.png", "--size", "huge"], 2);
    assert!(said.contains("1200x630"), "{said}");
    let wrong = [&result, "-o", "card.png", "--attribute", "onclick=x"];
    let said = refused(&folder, &wrong, 2);
    assert!(said.contains("such as unit=seats"), "{said}");
    let said = refused(&folder, &[&result, "-o", "card.png", "--font", "file"], 2);
    assert!(said.contains("is no TrueType or OpenType font"), "{said}");
    let said = refused(&folder, &["none.json", "-o", "card.png"], 2);
    assert!(said.contains("none.json does not exist"), "{said}");
    fs::write(folder.join("bad.json"), "{\"options\": 1}").unwrap();
    refused(&folder, &["bad.json", "-o", "card.png"], 1);
    let mut left = files(&folder);
    left.sort();
    assert_eq!(left, ["bad.json", "file"]);
}

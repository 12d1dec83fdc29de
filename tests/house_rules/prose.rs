//! Rules for the words of comments. CONTRIBUTING.md says how to write.

use crate::sources::{files, root};
use std::fs;
use std::path::{Path, PathBuf};

/// The first words that turn a comment into a riddle.
const RIDDLES: [&str; 7] = ["What", "Where", "Who", "Whose", "Whether", "Of", "Nothing"];

const LEAST_WORDS: usize = 4;

/// The doc comments of a source file, each with the line on which it begins.
fn doc_comments(text: &str) -> Vec<(usize, String)> {
    let mut comments: Vec<(usize, String)> = Vec::new();
    let mut marker = None;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_start();
        let found = ["///", "//!"]
            .into_iter()
            .find_map(|marker| Some((marker, line.strip_prefix(marker)?)));
        if let Some((found, words)) = found {
            if marker != Some(found) {
                comments.push((number + 1, String::new()));
            }
            if let Some((_, comment)) = comments.last_mut() {
                comment.push_str(words);
                comment.push('\n');
            }
        }
        marker = found.map(|(marker, _)| marker);
    }
    comments
}

/// The first rule that a doc comment breaks.
fn fault(comment: &str) -> Option<String> {
    let words: Vec<_> = comment.split_whitespace().collect();
    let first = words
        .first()?
        .trim_matches(|c: char| !c.is_ascii_alphabetic());
    if RIDDLES.contains(&first) {
        return Some(format!("begins with {first}"));
    }
    (words.len() < LEAST_WORDS).then(|| format!("has fewer than {LEAST_WORDS} words"))
}

fn sources() -> Vec<PathBuf> {
    let folders = ["src", "crates", "tests", "examples"];
    let is_built = |path: &Path| {
        path.components().any(|part| {
            let name = part.as_os_str();
            name == "node_modules" || name == "target"
        })
    };
    folders
        .into_iter()
        .flat_map(|folder| files(&root().join(folder)))
        .chain([root().join("build.rs")])
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .filter(|path| !is_built(path))
        .collect()
}

#[test]
fn every_doc_comment_begins_with_the_item_and_has_four_words() {
    let mut faults = Vec::new();
    for path in sources() {
        let text = fs::read_to_string(&path).expect("sources are text");
        for (line, comment) in doc_comments(&text) {
            if let Some(fault) = fault(&comment) {
                let place = path.strip_prefix(root()).unwrap_or(&path);
                faults.push(format!("{}:{line}: {fault}", place.display()));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "write what the item is (CONTRIBUTING.md, Words):\n{}",
        faults.join("\n")
    );
}

#[test]
fn zero_is_called_zero() {
    let old = ["nou", "ght"].concat();
    for path in sources() {
        let text = fs::read_to_string(&path).expect("sources are text");
        let line = text
            .lines()
            .position(|line| line.to_lowercase().contains(&old));
        assert_eq!(line, None, "{}: write \"zero\"", path.display());
    }
}

#[test]
fn a_riddle_or_a_stub_in_a_comment_would_be_found() {
    let text = "/// Where it\n/// stands on the map.\nstruct A;\n//! Too short.\n";
    let comments = doc_comments(text);
    let faults: Vec<_> = comments.iter().map(|(_, comment)| fault(comment)).collect();
    assert_eq!(comments[1].0, 4);
    assert_eq!(
        faults,
        [
            Some("begins with Where".to_owned()),
            Some("has fewer than 4 words".to_owned())
        ]
    );
    assert_eq!(fault(" Returns the options in order."), None);
}
